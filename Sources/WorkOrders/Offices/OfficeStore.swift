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
    try rows("SELECT * FROM office WHERE town = \(town) ORDER BY name_zh LIMIT 500").map(OfficeRow.init)
      .sorted { ($0.dissolvedAt == nil ? 0 : 1, $0.kind.order) < ($1.dissolvedAt == nil ? 0 : 1, $1.kind.order) }
  }

  /// - Throws: `NotFound` for one of another town.
  func office(_ id: ID<Office>, town: ID<Place>) throws -> OfficeRow {
    let found = try row("SELECT * FROM office WHERE town = \(town) AND id = \(id)").map(OfficeRow.init)
    guard let found else { throw NotFound() }
    return found
  }

  /// Nil when the administrator has not described the office. Index: office_name.
  package func office(named name: String, town: ID<Place>) throws -> OfficeRow? {
    try row("SELECT * FROM office WHERE town = \(town) AND name_zh = \(name)").map(OfficeRow.init)
  }

  /// The heads and handlers of a town's offices on a day.
  func officeMembers(of town: ID<Place>, on day: Day) throws -> [OfficeMember] {
    guard let place = try place(town) else { throw NotFound() }
    return try holders(at: place, on: day).compactMap { account, membership in
      guard membership.role.isOfDepartment, let body = membership.body else { return nil }
      return OfficeMember(
        account: account.id, name: account.name, body: body, isHead: membership.role == .departmentHead)
    }
  }

  /// Who is or will be away, the soonest first, at most 200. Index: absence_until.
  func absences(of town: ID<Place>, from day: Day) throws -> [AbsenceRow] {
    try rows(
      "SELECT * FROM absence WHERE town = \(town) AND until_day >= \(day) ORDER BY from_day, id LIMIT 200"
    ).map(AbsenceRow.init)
  }

  /// Those in whose place the account acts on a day.
  func represented(by account: ID<Account>, town: ID<Place>, on day: Day) throws -> [ID<Account>] {
    try absences(of: town, from: day).filter { $0.deputy == account && $0.from <= day }.map(\.account)
  }
}

extension OfficeKind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
