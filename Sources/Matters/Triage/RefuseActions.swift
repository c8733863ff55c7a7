import Governance
import Seeds
import Store
import Values
import Web

package let appealEntity = Entity("appeal")
package let additionEntity = Entity("concern_addition")

extension Write {
  /// Does not take a concern up (D2): reason of the codebook, the answer to the reporter, the decision.
  /// `advice`: what the engine suggested; nothing of a sealed concern is kept for learning.
  /// - Throws: `Refusal`, also where an appeal against it was granted.
  package func refuse(_ concern: ConcernRow, reason: ScopeReason, answer: String, advice: Advice? = nil) throws {
    let isDiscipline = reason == .discipline
    let granted = try tx.appeals(of: concern.id, town: concern.key.town).grantedRounds
    if let refusal = refusalAfterAppeal(for: reason, earlier: concern.refusal, granted: granted) { throw refusal }
    try take(isDiscipline ? .transferSealed : .refuse, on: concern)
    try tx.run(
      """
      UPDATE concern SET refusal = \(reason.rawValue), refusal_answer = \(answer), refused_by = \(actor),
        sealed = \(isDiscipline)
      WHERE id = \(concern.id)
      """)
    let decision = try decide(
      "refused", matter: nil, concern: concern.id, in: concern.key, after: reason.rawValue, reason: answer)
    let decided = Decided(refused: reason, urgency: advice?.urgency ?? concern.urgency)
    let suggested =
      try isDiscipline
      ? takeBackSuggestions(of: concern.id, in: concern.key)
      : [keep(advice, beside: decided, concern: concern.id, matter: nil, in: concern.key)].compactMap(\.self)
    // One that was sealed by this rings on with the town, which alone sees it.
    let silenced = isDiscipline ? [] : try silenceAlarms(of: concern)
    let text = MattersWords.refused(answer)
    try tell(
      concern.id, town: concern.key.town, village: concern.key.village, key: "notTakenUp", text,
      call: concern.person == nil || isDiscipline ? nil : MattersWords.call(text))
    try record(
      "concern_refused", Touched(concernEntity, concern.id), town: concern.key.town,
      village: isDiscipline ? nil : concern.key.village, note: reason.rawValue,
      touching: [decision] + suggested + silenced)
    if reason.erasesText { try eraseWords(of: concern) }
  }

  /// Empties the words of a concern and of what was added, and takes its photos away (codebook §2: not stored in clear).
  /// The number, the reporter and the answer stay. Event `erased`.
  private func eraseWords(of concern: ConcernRow) throws {
    let town = concern.key.town
    try tx.run(
      "UPDATE concern SET text = '', place_text = '', lat = NULL, lon = NULL, landmark = NULL WHERE id = \(concern.id)")
    var rows = [Touched(concernEntity, concern.id)]
    for addition in try tx.additions(to: concern.id, town: town) {
      let id = try addition.int64("id")
      try tx.run("UPDATE concern_addition SET text = '' WHERE id = \(id)")
      rows.append(Touched(additionEntity, id))
    }
    for photo in try tx.photos(concern: concern.id, in: concern.key) {
      try tx.run("DELETE FROM photo WHERE id = \(photo.id)")
      rows.append(Touched(photoEntity, photo.id))
    }
    try erase(rows, town: town, village: concern.key.village, rule: ScopeReason.stateSecret.rawValue)
  }

  /// The reporter does not agree: another person than the refuser decides, the village committee first, then the town.
  package func appeal(_ concern: ConcernRow, text: String) throws {
    let earlier = try tx.count(
      "SELECT COUNT(*) AS n FROM appeal WHERE town = \(concern.key.town) AND concern = \(concern.id)")
    if let refusal = appealRefusal(earlier: earlier) { throw refusal }
    try take(.appeal, on: concern)
    let id = ids.next(StoredFile.self)
    let due = DefaultLimits.product.appeal.end(from: now, calendar: try tx.workCalendar())
    try tx.run(
      """
      INSERT INTO appeal (id, town, village, concern, round, text, made_at, due_at, answer)
      VALUES (\(id), \(concern.key.town), \(concern.key.village), \(concern.id), \(earlier + 1), \(text), \(now), \(due), '')
      """)
    try tell(
      concern.id, town: concern.key.town, village: concern.key.village, key: "appealReceived",
      MattersWords.appealReceived)
    try record(
      "concern_appealed", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
      note: "round \(earlier + 1)", touching: [Touched(appealEntity, id)])
  }

  /// Decides the open appeal of a concern. Whoever refused or decided before may not decide. When granted, the concern
  /// re-enters triage with its first date.
  package func decideAppeal(_ concern: ConcernRow, granted: Bool, answer: String) throws {
    let rows = try tx.rows(
      "SELECT * FROM appeal WHERE town = \(concern.key.town) AND concern = \(concern.id) ORDER BY id")
    guard let open = rows.last, open.optionalInt64("decided_at") == nil else { throw NotFound() }
    let before = Set(
      rows.compactMap { $0.optionalID("decided_by", as: Account.self) } + [concern.refusedBy].compactMap(\.self))
    if let actor, let refusal = appealRefusal(decidedBefore: before, decider: actor) { throw refusal }
    try take(granted ? .grantAppeal : .upholdRefusal, on: concern)
    try tx.run(
      """
      UPDATE appeal SET decided_by = \(actor), decided_at = \(now), granted = \(granted), answer = \(answer)
      WHERE id = \(try open.int64("id"))
      """)
    let text = MattersWords.appealDecided(granted: granted, answer: answer)
    let decision = try decide(
      granted ? "appeal_granted" : "appeal_upheld", matter: nil, concern: concern.id, in: concern.key, reason: answer)
    try tell(
      concern.id, town: concern.key.town, village: concern.key.village, key: granted ? "appealGranted" : "appealUpheld",
      text, call: concern.person == nil ? nil : MattersWords.call(text))
    try record(
      "appeal_decided", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
      note: granted ? "granted" : "upheld", touching: [decision, Touched(appealEntity, try open.int64("id"))])
  }

  /// The reporter adds something, corrects the text, or the village asks back; kind "added", "corrected".
  package func add(_ text: String, to concern: ConcernRow, kind: String) throws {
    try take(kind == "corrected" ? .correct : .addInformation, on: concern)
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO concern_addition (id, town, village, concern, kind, text, at, account)
      VALUES (\(id), \(concern.key.town), \(concern.key.village), \(concern.id), \(kind), \(text), \(now), \(actor))
      """)
    try record(
      "concern_\(kind)", Touched(concernEntity, concern.id), town: concern.key.town,
      village: concern.isSealed ? nil : concern.key.village, touching: [Touched(additionEntity, id)])
  }

  /// The reporter takes it back; its matter counts one less.
  package func withdraw(_ concern: ConcernRow) throws {
    try take(.withdraw, on: concern)
    var touched = try silenceAlarms(of: concern)
    for (matter, _) in try tx.matters(of: concern.id, in: concern.key) {
      touched.append(try recount(matter.root, in: concern.key))
    }
    try tell(
      concern.id, town: concern.key.town, village: concern.key.village, key: "withdrawn", MattersWords.withdrawn)
    try record(
      "concern_withdrawn", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
      touching: touched)
  }
}
