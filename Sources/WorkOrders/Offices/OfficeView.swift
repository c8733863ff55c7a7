import Governance
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// All that the page of an office shows.
struct OfficeView: Sendable {
  let office: OfficeRow
  let members: [OfficeMember]
  let absences: [AbsenceRow]
  let names: [ID<Account>: String]
  /// The leaves that it leads, then those in which it helps.
  let duties: [Duty]
  let openOrders: Int
  /// Offices that can take its orders over.
  let others: [OfficeRow]

  func absence(of account: ID<Account>, on day: Day) -> AbsenceRow? {
    absences.first { $0.account == account && $0.from <= day }
  }
}

/// All that the list of offices shows.
struct OfficesView: Sendable {
  let offices: [OfficeRow]
  let members: [OfficeMember]
  let duties: [String: Int]
  let openOrders: [String: Int]
  /// Names of the duty catalogue that no office bears.
  let missing: [String]
  let absences: [AbsenceRow]

  var staff: OfficeStaff { OfficeStaff(members: members, absences: absences) }
}

extension Transaction {
  func officesView(of town: ID<Place>, day: Day, catalogues: Catalogues) throws -> OfficesView {
    let catalogue = try catalogues.current(town: town, day: day, in: self).catalogue
    let offices = try offices(of: town)
    let led = catalogue.leaves.filter { $0.matterClass == .government }.map(\.lead)
    let known = Set(offices.map(\.name.zh))
    return OfficesView(
      offices: offices, members: try officeMembers(of: town, on: day),
      duties: Dictionary(led.map { ($0, 1) }, uniquingKeysWith: +), openOrders: try openOrders(of: town),
      missing: Set(led).subtracting(known).sorted(), absences: try absences(of: town, from: day))
  }

  func officeView(_ id: ID<Office>, town: ID<Place>, day: Day, catalogues: Catalogues) throws -> OfficeView {
    let office = try office(id, town: town)
    let leaves = try catalogues.current(town: town, day: day, in: self).catalogue.leaves
    let body = office.name.zh
    let absences = try absences(of: town, from: day)
    let members = try officeMembers(of: town, on: day)
    return OfficeView(
      office: office, members: members.filter { $0.body == body },
      absences: absences, names: Dictionary(members.map { ($0.account, $0.name) }) { first, _ in first },
      duties: leaves.filter { $0.lead == body } + leaves.filter { $0.coHandlers.contains(body) && $0.lead != body },
      openOrders: try openOrders(of: town)[body] ?? 0,
      others: try offices(of: town).filter { $0.id != id && $0.dissolvedAt == nil })
  }
}

/// An office as programs read it.
struct OfficeJSON: Encodable, Sendable {
  let id: ID<Office>
  let nameZh: String
  let nameEn: String
  let kind: OfficeKind
  let opens: String
  let closes: String
  let phone: String
  let address: String
  let head: [String]
  let members: [String]
  let duties: Int
  let openOrders: Int
  let dissolvedAt: Instant?
  let successor: String
  /// What became of its work; in the answer to its dissolution alone.
  let dissolution: DissolutionCounts?

  init(
    _ office: OfficeRow, members: [OfficeMember] = [], duties: Int = 0, openOrders: Int = 0,
    dissolution: DissolutionCounts? = nil
  ) {
    self.dissolution = dissolution
    (id, nameZh, nameEn, kind) = (office.id, office.name.zh, office.name.en, office.kind)
    (opens, closes) = (office.hours.opens.clock, office.hours.closes.clock)
    (phone, address) = (office.phone, office.address)
    head = members.filter(\.isHead).map(\.name)
    self.members = members.filter { !$0.isHead }.map(\.name)
    (self.duties, self.openOrders) = (duties, openOrders)
    (dissolvedAt, successor) = (office.dissolvedAt, office.successor)
  }
}
