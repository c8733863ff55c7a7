import Governance
import Store
import Values
import Web

/// Why a matter becomes or is no longer key; without telephone numbers, since lists of key matters are handed on.
package struct KeyReason: Sendable {
  let words: String

  /// 1 to 200 characters without telephone numbers.
  package init(words: String) { self.words = words }

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let words = form.required("reason", max: 200, &errors)
    if let words, hasUnmaskedPhone(in: words) { errors.add("reason", ReleaseStrings.hasPhone) }
    guard errors.isEmpty, let words else { throw errors }
    self.words = words
  }
}

extension Write {
  /// Marks a matter as key. Event `matter_marked_key`.
  /// - Parameter ofTown: the town marks it, not the village's committee.
  /// - Throws: a `Refusal` when it is marked already, is merged into another or is closed.
  package func markKey(_ id: ID<Matter>, in key: VillageKey, ofTown: Bool, reason: KeyReason, version: Int? = nil)
    throws
  {
    let matter = try editable(id, in: key, version: version)
    guard matter.state.isOpen else { throw HotRefusals.isClosed }
    guard try tx.keyMarks(ofRoot: id, town: key.town).isEmpty else { throw HotRefusals.isKey }
    let mark: ID<KeyMark> = ids.next()
    let isNew = try tx.run(
      """
      INSERT INTO key_matter (id, town, village, matter, of_town, at, account, reason, end_reason)
      VALUES (\(mark), \(key.town), \(key.village), \(id), \(ofTown), \(now), \(actor), \(reason.words), '')
      ON CONFLICT DO NOTHING
      """)
    guard isNew == 1 else { throw HotRefusals.isKey }
    let decision = try decide("marked_key", matter: id, in: key, reason: reason.words)
    try record(
      "matter_marked_key", Touched(matterEntity, id), town: key.town, village: key.village,
      note: ofTown ? "town" : "village", touching: [Touched(keyMatterEntity, mark), decision])
  }

  /// Takes the mark back, also from those merged into the matter. Event `matter_unmarked_key`.
  /// - Parameter ofTown: the town takes it back; a village's committee cannot end what the town marked.
  /// - Throws: a `Refusal` when it has none, or has one that only the town may end.
  func unmarkKey(_ id: ID<Matter>, in key: VillageKey, ofTown: Bool, reason: KeyReason) throws {
    let matter = try editable(id, in: key, version: nil)
    let marks = try tx.keyMarks(ofRoot: matter.id, town: key.town)
    guard !marks.isEmpty else { throw HotRefusals.isNotKey }
    if !ofTown, marks.contains(where: \.isOfTown) { throw HotRefusals.markOfTown }
    try tx.run(
      """
      UPDATE key_matter SET ended_at = \(now), ended_by = \(actor), end_reason = \(reason.words)
      WHERE id IN (\(values: marks.map(\.id)))
      """)
    let decision = try decide("unmarked_key", matter: id, in: key, reason: reason.words)
    try record(
      "matter_unmarked_key", Touched(matterEntity, id), town: key.town, village: key.village,
      note: ofTown ? "town" : "village", touching: marks.map { Touched(keyMatterEntity, $0.id) } + [decision])
  }
}

enum HotRefusals {
  static let isKey = Refusal(
    rule: "isKeyAlready", reason: Text(zh: "这件事已经列为重点。", en: "This is a key matter already."),
    wayOut: Text(zh: "理由在事项页上看得到。", en: "The reason stands on the page of the matter."))
  static let isNotKey = Refusal(
    rule: "isNotKey", reason: Text(zh: "这件事没有列为重点。", en: "This is no key matter."),
    wayOut: Text(zh: "请刷新页面看看。", en: "Load the page again."))
  static let isClosed = Refusal(
    rule: "keyMatterClosed", reason: Text(zh: "已经办结的事项不列为重点。", en: "A closed matter cannot become key."),
    wayOut: Text(zh: "没办好的，先重新办理。", en: "Reopen it first if it is not solved."))
  static let markOfTown = Refusal(
    rule: "keyMarkOfTown", reason: Text(zh: "这是镇里列的重点，村里不能取消。", en: "The town marked it; the village cannot end that."),
    wayOut: Text(zh: "请向镇里说明情况，由镇里取消。", en: "Tell the town why; it can take the mark back."))
}
