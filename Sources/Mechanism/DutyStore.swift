import Governance
import Store
import Values

package let dutyEntity = Entity("duty")

/// A town's version of a leaf with why it was made and by whom.
package struct DutyVersion: Sendable {
  package let id: Int64
  package let duty: Duty
  package let reason: String
  package let madeAt: Instant
  /// The name of the account; empty when the program made it.
  package let madeBy: String
}

/// A version of a leaf that will hold later.
struct UpcomingDuty: Sendable {
  let duty: Duty
  let from: Day
  /// What holds until then; nil for a leaf that begins.
  let before: Duty?
}

extension Transaction {
  /// All versions of the town. Index: duty_version (town, code, version).
  func duties(of town: ID<Place>) throws -> [Duty] {
    try rows("SELECT * FROM duty WHERE town = \(town) ORDER BY code, version").map(Duty.init)
  }

  /// The town's versions that have not begun on the day, the next first; of one leaf and day the latest alone. Each with
  /// what holds until then. Index: duty_version.
  func upcomingDuties(of town: ID<Place>, after day: Day, _ catalogue: Catalogue) throws -> [UpcomingDuty] {
    let versions = try duties(of: town).compactMap { duty in duty.fromDay.map { (from: $0, duty: duty) } }
    let sorted = versions.sorted { one, other in
      (one.from.number, one.duty.code, one.duty.version) < (other.from.number, other.duty.code, other.duty.version)
    }
    var upcoming: [UpcomingDuty] = []
    for (from, duty) in sorted where from > day {
      if let last = upcoming.last, last.duty.code == duty.code, last.from == from { upcoming.removeLast() }
      let before = upcoming.last { $0.duty.code == duty.code }?.duty ?? catalogue.duty(duty.code)
      upcoming.append(UpcomingDuty(duty: duty, from: from, before: before))
    }
    return upcoming
  }

  /// The versions of one leaf, newest first. Index: duty_version (town, code, version).
  func dutyVersions(of code: String, town: ID<Place>) throws -> [DutyVersion] {
    try rows(
      """
      SELECT duty.*, account.name AS account_name FROM duty LEFT JOIN account ON account.id = duty.account
      WHERE duty.town = \(town) AND duty.code = \(code) ORDER BY duty.version DESC
      """
    ).map { row in
      DutyVersion(
        id: try row.int64("id"), duty: try Duty(row), reason: try row.text("reason"),
        madeAt: try row.instant("made_at"),
        madeBy: row.optionalText("account_name") ?? "")
    }
  }

  /// Which state the town's catalogue is in, which version of what was learnt is in use, and which state the work
  /// calendar of all is in: each changes with every edit; nil while it is as shipped.
  func townVersions(of town: ID<Place>) throws -> (catalogue: String?, learnt: String?, calendar: String?) {
    let settings = try rows(
      """
      SELECT name, value FROM setting
      WHERE town IN (0, \(town)) AND name IN ('catalogue_version', 'learnt_model', 'calendar_version')
      """)
    let values = Dictionary(
      try settings.map { (try $0.text("name"), try $0.text("value")) }, uniquingKeysWith: { first, _ in first })
    return (values["catalogue_version"], values["learnt_model"], values["calendar_version"])
  }

  func setLearntModel(_ number: Int, of town: ID<Place>) throws {
    try run(
      """
      INSERT INTO setting (town, name, value) VALUES (\(town), 'learnt_model', \(String(number)))
      ON CONFLICT (town, name) DO UPDATE SET value = excluded.value
      """)
  }

  /// `version` is the id of the newest row of `duty`: it differs from edit to edit and from database to database.
  func setCatalogueVersion(_ version: Int64, of town: ID<Place>) throws {
    try run(
      """
      INSERT INTO setting (town, name, value) VALUES (\(town), 'catalogue_version', \(String(version)))
      ON CONFLICT (town, name) DO UPDATE SET value = excluded.value
      """)
  }

  func insert(_ duty: Duty, id: Int64, town: ID<Place>, reason: String, at: Instant, by account: ID<Account>?) throws {
    try run(
      """
      INSERT INTO duty (id, town, code, version, parent, name_zh, name_en, class, lead, co, path, days, keywords,
        example, basis_zh, basis_en, basis_mark, from_day, retired, reason, made_at, account)
      VALUES (\(id), \(town), \(duty.code), \(duty.version), \(duty.parent), \(duty.name.zh), \(duty.name.en),
        \(duty.matterClass), \(duty.lead), \(duty.coHandlers.joined(separator: "|")), \(duty.path.rawValue),
        \(duty.days), \(duty.keywords.joined(separator: "|")), \(duty.example), \(duty.basis?.zh ?? ""),
        \(duty.basis?.en ?? ""), \(duty.basisMark?.rawValue ?? "-"), \(duty.fromDay ?? at.day), \(duty.retired),
        \(reason), \(at), \(account))
      """)
  }
}

extension Duty {
  fileprivate init(_ row: Row) throws {
    func list(_ name: String) throws -> [String] { try row.text(name).split(separator: "|").map(String.init) }
    let mark = RuleMark(rawValue: try row.text("basis_mark"))
    self.init(
      code: try row.text("code"), parent: try row.text("parent"),
      name: Text(zh: try row.text("name_zh"), en: try row.text("name_en")), matterClass: try row.choice("class"),
      lead: try row.text("lead"), coHandlers: try list("co"), path: try row.choice("path"), days: try row.int("days"),
      keywords: try list("keywords"), example: try row.text("example"),
      basis: mark == nil ? nil : Text(zh: try row.text("basis_zh"), en: try row.text("basis_en")), basisMark: mark,
      version: try row.int("version"), fromDay: try row.day("from_day"), retired: try row.bool("retired"))
  }
}
