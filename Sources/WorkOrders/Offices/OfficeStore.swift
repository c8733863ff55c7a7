import Governance
import People
import Store
import Values
import Web

let officeTables = [
  // An office of the town: the catalogue and the orders name it by `name_zh`.
  """
  CREATE TABLE office (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, kind TEXT NOT NULL,
    opens BIGINT NOT NULL, closes BIGINT NOT NULL, phone TEXT NOT NULL, address TEXT NOT NULL, dissolved_at BIGINT,
    successor TEXT NOT NULL, version BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX office_name ON office (town, name_zh)",
  """
  CREATE TABLE absence (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, account BIGINT NOT NULL, from_day BIGINT NOT NULL,
    until_day BIGINT NOT NULL, deputy BIGINT, made_at BIGINT NOT NULL)
  """,
  "CREATE INDEX absence_until ON absence (town, until_day, account)",
]

/// Who works in an office: a head or a handler by their membership.
struct OfficeMember: Sendable {
  let account: ID<Account>
  let name: String
  let body: String
  let isHead: Bool
}

extension Transaction {
  /// The offices of a town, dissolved ones last, at most 500.
  package func offices(of town: ID<Place>) throws -> [OfficeRow] {
    try lastingRows("SELECT * FROM office WHERE town = \(town) ORDER BY name_zh LIMIT 500").map(OfficeRow.init)
      .sorted { ($0.dissolvedAt == nil ? 0 : 1, $0.kind.order) < ($1.dissolvedAt == nil ? 0 : 1, $1.kind.order) }
  }

  /// The names of the offices that are there, and of the departments of the town's and its county's people.
  func bodies(of town: ID<Place>) throws -> [String] {
    let places = [town] + (try place(town).map { [$0.county] } ?? [])
    let departments = try rows(
      """
      SELECT DISTINCT m.body AS body FROM membership m
      WHERE m.town IN (\(town), 0) AND m.place IN (\(values: places))
        AND m.role IN (\(values: Role.allCases.filter(\.isOfDepartment).map(\.rawValue))) AND m.body IS NOT NULL
      """
    ).map { try $0.text("body") }
    return try offices(of: town).filter { $0.dissolvedAt == nil }.map(\.name.zh) + departments
  }

  /// - Throws: `NotFound` for one of another town.
  func office(_ id: ID<Office>, town: ID<Place>) throws -> OfficeRow {
    let found = try row("SELECT * FROM office WHERE town = \(town) AND id = \(id)").map(OfficeRow.init)
    guard let found else { throw NotFound() }
    return found
  }

  /// Nil when the administrator has not described the office. Index: office_name.
  package func office(named name: String, town: ID<Place>) throws -> OfficeRow? {
    try lastingRow("SELECT * FROM office WHERE town = \(town) AND name_zh = \(name)").map(OfficeRow.init)
  }

  /// The heads and handlers of the offices of a town, or of a county, on a day.
  func officeMembers(of town: ID<Place>, on day: Day) throws -> [OfficeMember] {
    guard let place = try place(town) else { throw NotFound() }
    return try holders(at: place, on: day).compactMap { account, membership in
      guard membership.role.isOfDepartment, let body = membership.body else { return nil }
      return OfficeMember(
        account: account.id, name: account.name, body: body, isHead: membership.role == .departmentHead)
    }
  }

  /// Who of a town's offices, or of a county's, is or will be away, the soonest first, at most 200. Index: absence_until.
  func absences(of town: ID<Place>, from day: Day) throws -> [AbsenceRow] {
    try lastingRows(Self.absences(of: town, from: day)).map(AbsenceRow.init)
  }

  private static func absences(of town: ID<Place>, from day: Day) -> SQL {
    "SELECT * FROM absence WHERE town = \(town) AND until_day >= \(day) ORDER BY from_day, id LIMIT 200"
  }

  /// Who of the offices that work for a town is away on a day: of its own and of its county's.
  func absences(around town: ID<Place>, on day: Day) throws -> [AbsenceRow] {
    let county = try place(town).map { [$0.county] } ?? []
    return try lastingRowsOfEach(Set(county + [town]).map { Self.absences(of: $0, from: day) }).joined()
      .map(AbsenceRow.init).filter { $0.from <= day }
  }

  /// Those in whose place the account acts for a town on a day.
  func represented(by account: ID<Account>, town: ID<Place>, on day: Day) throws -> [ID<Account>] {
    try absences(around: town, on: day).filter { $0.deputy == account }.map(\.account)
  }
}

extension OfficeKind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
