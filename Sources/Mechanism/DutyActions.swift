import Store
import Values

extension Write {
  /// Makes a new version of a leaf of the town's catalogue, in force from the draft's day; taking out of use and back
  /// into use are versions too. `expected`: the newest version the person saw; nil = whichever.
  /// Throws `NotFound` for an unknown code, `Refusal` when another version was made meanwhile or nothing differs.
  @discardableResult
  package func changeDuty(_ code: String, _ draft: DutyDraft, expected: Int?, town: ID<Place>) throws -> Duty {
    let newest = try tx.dutyVersions(of: code, town: town).first?.duty ?? Catalogue.shippedDuty(code)
    guard let newest else { throw NotFound() }
    if let expected, expected != newest.version { throw DutyStrings.changedMeanwhile }
    let duty = Duty(draft, code: code, parent: newest.parent, version: newest.version + 1)
    // The same words from an earlier day on are a change; from a later day on they are none.
    let begins = newest.fromDay.map { draft.fromDay < $0 } ?? false
    if differences(from: newest, to: duty).isEmpty, !begins { throw DutyStrings.nothingChanged }
    try save(duty, draft, town: town, event: duty.retired && !newest.retired ? "dutyRetired" : "dutyChanged")
    return duty
  }

  /// Adds a leaf of the town's own under a top: the next free number from 81 to 99.
  /// Throws `NotFound` for an unknown top, `Refusal` when the numbers are used up.
  @discardableResult
  package func addDuty(under top: String, _ draft: DutyDraft, town: ID<Place>) throws -> Duty {
    guard Catalogue.shipped.top(top) != nil else { throw NotFound() }
    let taken = Set(try tx.duties(of: town).map(\.code))
    let free = (81...99).map { "\(top)\($0)" }.first { !taken.contains($0) && Catalogue.shippedDuty($0) == nil }
    guard let free else { throw DutyStrings.noMoreNumbers }
    let duty = Duty(draft, code: free, parent: top, version: 1)
    try save(duty, draft, town: town, event: "dutyAdded")
    return duty
  }

  private func save(_ duty: Duty, _ draft: DutyDraft, town: ID<Place>, event: String) throws {
    let id = ids.next(Duty.self)
    try tx.insert(duty, id: id.value, town: town, reason: draft.reason, at: now, by: actor)
    try tx.setCatalogueVersion(id.value, of: town)
    try record(event, Touched(dutyEntity, id), town: town, note: "\(duty.code) v\(duty.version)")
  }
}

extension Duty {
  fileprivate init(_ draft: DutyDraft, code: String, parent: String, version: Int) {
    self.init(
      code: code, parent: parent, name: draft.name, matterClass: draft.matterClass, lead: draft.lead,
      coHandlers: draft.coHandlers, path: draft.path, days: draft.days, keywords: draft.keywords,
      example: draft.example, basis: draft.basis, basisMark: draft.basisMark, version: version,
      fromDay: draft.fromDay, retired: draft.retired)
  }
}
