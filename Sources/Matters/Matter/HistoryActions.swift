import Governance
import Store
import Values
import Web

// What an old register says happened (issue 3, import): no clock starts, nobody is told, and the step table is not asked,
// since the steps were taken long ago on paper.
extension Write {
  /// Closes a matter of an old register with its reply, on the day the register gives. Event `history_closed`.
  /// - Throws: `Refusal` when the matter is no history; `NotFound`.
  package func closeHistory(_ id: ID<Matter>, reply: String, closedAt: Instant, in key: VillageKey) throws {
    try settle(id, as: .closed, reply: reply, at: closedAt, in: key)
  }

  /// Sets an open state of a matter of an old register with its reply. Event `history_set`.
  /// - Parameter state: one that the matter's class has; not closed, not merged.
  /// - Throws: `Refusal` when the matter is no history or its class has no such state; `NotFound`.
  package func setHistoryState(_ id: ID<Matter>, to state: MatterState, reply: String, in key: VillageKey) throws {
    try settle(id, as: state, reply: reply, at: now, in: key)
  }

  private func settle(_ id: ID<Matter>, as state: MatterState, reply: String, at: Instant, in key: VillageKey) throws {
    let old = try editable(id, in: key, version: nil)
    let isAllowed = MatterState.states(of: old.routing.matterClass).contains(state) && state != .merged
    guard old.isHistory, isAllowed else { throw HistoryRefusals.notFromRegister }
    var new = old
    (new.state, new.reply) = (state, reply)
    new.closedAt = state == .closed ? at : nil
    var touched = [try save(new, was: old)]
    if !reply.isEmpty {
      let step = state == .closed ? MatterStep.close : .answer
      touched.append(try noteHistory(step, reply, on: id, at: at, in: key))
    }
    try record(
      state == .closed ? "history_closed" : "history_set", Touched(matterEntity, id), town: key.town,
      village: key.village, note: state.rawValue, touching: touched)
  }

  private func noteHistory(
    _ step: MatterStep, _ words: String, on matter: ID<Matter>, at: Instant, in key: VillageKey
  ) throws -> Touched {
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO progress (id, town, village, matter, at, account, kind, text)
      VALUES (\(id), \(key.town), \(key.village), \(matter), \(at), \(actor), \(step.rawValue), \(words))
      """)
    return Touched(progressEntity, id)
  }

  /// Notes that an old register did not take a concern up, with its reason (codebook §2). Event `history_refused`.
  /// - Throws: `Refusal` when the concern is no history or was sorted before.
  package func refuseHistory(_ concern: ConcernRow, reason: ScopeReason, answer: String) throws {
    guard concern.isHistory else { throw HistoryRefusals.notFromRegister }
    try take(.refuse, on: concern)
    try tx.run(
      """
      UPDATE concern SET refusal = \(reason.rawValue), refusal_answer = \(answer), refused_by = \(actor)
      WHERE id = \(concern.id)
      """)
    let decision = try decide(
      "refused", matter: nil, concern: concern.id, in: concern.key, after: reason.rawValue, reason: answer)
    try record(
      "history_refused", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
      note: reason.rawValue, touching: [decision])
  }

  /// Keeps a reply that came with an imported concern without class, for its page: an addition of kind
  /// "imported_reply". The concern's state is not changed. Gives the row, for the event of the import.
  package func addImportedReply(_ text: String, to concern: ID<Concern>, at: Instant, in key: VillageKey) throws
    -> Touched
  {
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO concern_addition (id, town, village, concern, kind, text, at, account)
      VALUES (\(id), \(key.town), \(key.village), \(concern), 'imported_reply', \(text), \(at), \(actor))
      """)
    return Touched(additionEntity, id)
  }
}

private enum HistoryRefusals {
  static let notFromRegister = Refusal(
    rule: "notFromRegister",
    reason: Text(zh: "这一条不是从旧登记簿来的。", en: "This did not come from an old register."),
    wayOut: Text(zh: "请在它的页面上办理。", en: "Work on it on its own page."))
}
