import Governance
import Matters
import People
import Seeds
import Store
import Values
import Web

extension Write {
  /// Describes an office of the town that is not there yet. Event `office_opened`.
  /// - Throws: `FieldErrors` of `name_zh`.
  @discardableResult package func openOffice(named name: String, _ details: OfficeDetails, town: ID<Place>) throws
    -> ID<Office>
  {
    if let there = try tx.office(named: name, town: town) {
      throw FieldErrors("name_zh", OfficeStrings.nameTaken(there.name.zh))
    }
    let id = ids.next(Office.self)
    try tx.run(
      """
      INSERT INTO office (id, town, name_zh, name_en, kind, opens, closes, phone, address, successor, version)
      VALUES (\(id), \(town), \(name), \(details.nameEn.isEmpty ? bodyName(name).en : details.nameEn),
        \(details.kind.rawValue), \(details.hours.opens), \(details.hours.closes), \(details.phone),
        \(details.address), '', 1)
      """)
    try record("office_opened", Touched(officeEntity, id), town: town)
    return id
  }

  /// Describes all of the names that are not there yet; how many were.
  @discardableResult package func openOffices(named names: [String], town: ID<Place>) throws -> Int {
    let known = Set(try tx.offices(of: town).map(\.name.zh))
    let missing = names.filter { !known.contains($0) }
    for name in missing {
      try openOffice(
        named: name, OfficeDetails(nameEn: bodyName(name).en, kind: OfficeKind(guessedFrom: name)), town: town)
    }
    return missing.count
  }

  /// Changes what is written about an office. Event `office_changed`.
  func changeOffice(_ id: ID<Office>, _ details: OfficeDetails, town: ID<Place>, version: Int?) throws {
    let old = try editableOffice(id, town: town, version: version)
    try tx.run(
      """
      UPDATE office SET name_en = \(details.nameEn.isEmpty ? old.name.en : details.nameEn),
        kind = \(details.kind.rawValue), opens = \(details.hours.opens), closes = \(details.hours.closes),
        phone = \(details.phone), address = \(details.address), version = version + 1
      WHERE town = \(town) AND id = \(id)
      """)
    try record("office_changed", Touched(officeEntity, id), town: town)
  }

  func editableOffice(_ id: ID<Office>, town: ID<Place>, version: Int?) throws -> OfficeRow {
    let office = try tx.office(id, town: town)
    if office.dissolvedAt != nil { throw OfficeStrings.isDissolved }
    if let version, version != office.version { throw MattersWords.changedMeanwhile }
    return office
  }

  /// Somebody of an office is away from a day to a day; who acts for them. Event `absence_entered`.
  /// - Throws: `FieldErrors` of `account`, of `deputy` when nobody of the office or away too, and of `from` when they are
  ///   away already or stand in for somebody then.
  func enterAbsence(_ new: NewAbsence, town: ID<Place>) throws -> ID<Absence> {
    let members = try tx.officeMembers(of: town, on: now.day)
    guard let away = members.first(where: { $0.account == new.account }) else {
      throw FieldErrors("account", OfficeStrings.noMember)
    }
    if let deputy = new.deputy {
      guard deputy != new.account, members.contains(where: { $0.account == deputy && $0.body == away.body }) else {
        throw FieldErrors("deputy", OfficeStrings.noDeputy)
      }
    }
    let others = try tx.absences(of: town, from: new.from).filter { $0.from <= new.until }
    if others.contains(where: { $0.account == new.account }) { throw FieldErrors("from", OfficeStrings.absentAlready) }
    if others.contains(where: { $0.account == new.deputy }) { throw FieldErrors("deputy", OfficeStrings.deputyAway) }
    if others.contains(where: { $0.deputy == new.account }) { throw FieldErrors("from", OfficeStrings.standsIn) }
    let id = ids.next(Absence.self)
    try tx.run(
      """
      INSERT INTO absence (id, town, account, from_day, until_day, deputy, made_at)
      VALUES (\(id), \(town), \(new.account), \(new.from), \(new.until), \(new.deputy), \(now))
      """)
    try record("absence_entered", Touched(absenceEntity, id), town: town)
    return id
  }

  /// They are back: the absence ends the day before today. Event `absence_ended`.
  func endAbsence(_ id: ID<Absence>, town: ID<Place>) throws {
    guard try tx.row("SELECT id FROM absence WHERE town = \(town) AND id = \(id)") != nil else { throw NotFound() }
    try tx.run("UPDATE absence SET until_day = \(now.day.adding(-1)) WHERE town = \(town) AND id = \(id)")
    try record("absence_ended", Touched(absenceEntity, id), town: town)
  }
}

/// An absence to be entered.
struct NewAbsence: Sendable {
  let account: ID<Account>
  let from: Day
  let until: Day
  let deputy: ID<Account>?

  /// Of the form; all errors at once.
  init(_ form: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    let account = form.id("account", as: Account.self, &errors)
    deputy = form.optionalID("deputy", as: Account.self, &errors)
    let (from, until) = (form.day("from", now: now, &errors), form.day("until", now: now, &errors))
    if from == nil, errors.message(for: "from") == nil { errors.add("from", WebWords.missing) }
    if until == nil, errors.message(for: "until") == nil { errors.add("until", WebWords.missing) }
    if let from, let until, until < from { errors.add("until", OfficeStrings.untilBeforeFrom) }
    if let until, until < now.day { errors.add("until", OfficeStrings.isOver) }
    guard errors.isEmpty, let account, let from, let until else { throw errors }
    (self.account, self.from, self.until) = (account, from, until)
  }
}
