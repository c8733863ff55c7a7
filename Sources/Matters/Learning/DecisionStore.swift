import Governance
import Store
import TriageEngine
import Values
import Web

/// A confirmed decision with the words it is about, read to learn from it and forgotten at once.
struct ConfirmedDecision: Sendable {
  let id: Int64
  let at: Instant
  let leaf: String
  let isHeldOut: Bool
  let text: String
  let place: String
  /// Of the reporter, as far as they were given; taken out of the text.
  let name: String

  func lesson(for engine: TriageEngine) -> Lesson? {
    engine.lesson(text, place: place, leaf: leaf, names: name.isEmpty ? [] : [name])
  }
}

extension Transaction {
  /// Whether so many decisions that name a leaf were made after the instant. Index: suggestion_decided.
  func hasDecided(town: ID<Place>, after: Instant, atLeast count: Int) throws -> Bool {
    try self.count(
      """
      SELECT COUNT(*) AS n FROM (
        SELECT id FROM suggestion
        WHERE town = \(town) AND undone = 0 AND decided_leaf <> '' AND decided_at > \(after) LIMIT \(count)) AS newest
      """) >= count
  }

  /// The town's decisions before `last`, newest first, at most `limit`; none about a sealed concern.
  /// Index: suggestion_decided (town, decided_at, id).
  func decisions(
    of town: ID<Place>, before last: (at: Instant, id: Int64), limit: Int
  ) throws -> [ConfirmedDecision] {
    try rows(
      """
      SELECT c.*, s.id AS suggestion_id, s.decided_at, s.decided_leaf, s.held_out, mc.part AS part, p.name AS reporter
      FROM suggestion s CROSS JOIN concern c
      LEFT JOIN matter_concern mc ON mc.town = s.town AND mc.matter = s.matter AND mc.concern = s.concern
      LEFT JOIN person p ON p.id = c.person
      WHERE s.town = \(town) AND s.undone = 0 AND s.decided_leaf <> ''
        AND s.decided_at <= \(last.at) AND (s.decided_at < \(last.at) OR s.id < \(last.id))
        AND c.id = s.concern AND c.sealed = 0
      ORDER BY s.decided_at DESC, s.id DESC LIMIT \(limit)
      """
    ).map { row in
      let concern = try ConcernRow(row)
      let part = row.optionalText("part") ?? ""
      return ConfirmedDecision(
        id: try row.int64("suggestion_id"), at: try row.instant("decided_at"), leaf: try row.text("decided_leaf"),
        isHeldOut: try row.bool("held_out"), text: part.isEmpty ? concern.text : part,
        place: try placeWords(of: concern).zh, name: row.optionalText("reporter") ?? "")
    }
  }
}
