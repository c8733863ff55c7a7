import Governance
import Store
import Values
import Web

extension Transaction {
  /// The suggestions of a concern whose decision stands. Index: suggestion_concern (town, concern, id).
  func suggestions(of concern: ID<Concern>, in key: VillageKey) throws -> [SuggestionRow] {
    try rows(
      """
      SELECT * FROM suggestion
      WHERE town = \(key.town) AND concern = \(concern) AND undone = 0 ORDER BY id LIMIT 50
      """
    ).map(SuggestionRow.init)
  }

  /// The suggestions of the concerns that were sorted into a matter. Index: suggestion_matter (town, matter, id).
  func suggestions(of matter: ID<Matter>, in key: VillageKey) throws -> [SuggestionRow] {
    try rows(
      """
      SELECT * FROM suggestion
      WHERE town = \(key.town) AND matter = \(matter) AND undone = 0 ORDER BY id LIMIT 500
      """
    ).map(SuggestionRow.init)
  }

  func insert(_ row: SuggestionRow, isHeldOut: Bool) throws {
    let (advice, decided) = (row.advice, row.decided)
    try run(
      """
      INSERT INTO suggestion (id, town, village, concern, matter, made_at, decided_at, model, leaf, class, urgency, scope,
        certainty, decided_leaf, decided_class, decided_urgency, decided_scope, agreed, held_out, undone)
      VALUES (\(row.id), \(row.key.town), \(row.key.village), \(row.concern), \(row.matter), \(row.madeAt),
        \(row.madeAt), \(advice.model), \(advice.leaf), \(advice.matterClass?.rawValue ?? ""), \(advice.urgency),
        \(advice.scope?.rawValue ?? ""), \(advice.certainty), \(decided.leaf), \(decided.matterClass?.rawValue ?? ""),
        \(decided.urgency), \(decided.scope?.rawValue ?? ""), \(row.agrees), \(isHeldOut), 0)
      """)
  }

  /// Writes another decision over an earlier one.
  func update(_ row: SuggestionRow, matter: ID<Matter>?, at: Instant) throws {
    let decided = row.decided
    try run(
      """
      UPDATE suggestion SET matter = \(matter), decided_at = \(at), decided_leaf = \(decided.leaf),
        decided_class = \(decided.matterClass?.rawValue ?? ""), decided_urgency = \(decided.urgency),
        decided_scope = \(decided.scope?.rawValue ?? ""), agreed = \(row.agrees)
      WHERE id = \(row.id)
      """)
  }

  func takeBack(_ row: SuggestionRow) throws {
    try run("UPDATE suggestion SET undone = 1 WHERE id = \(row.id)")
  }

  /// Adds to the tallies of the village and the town, or takes away from them.
  func count(_ tally: SuggestionTally, in key: VillageKey, by step: Int) throws {
    for village in [key.village, ID<Place>(0)] {
      try run(
        """
        INSERT INTO suggestion_tally (town, village, month, model, suggested, decided, class, agreed, tenth, urgency, n,
          certainty)
        VALUES (\(key.town), \(village), \(tally.month), \(tally.model), \(tally.suggested), \(tally.decided),
          \(tally.matterClass), \(tally.agrees), \(tally.tenth), \(tally.urgency), \(step), \(step * tally.certainty))
        ON CONFLICT (town, village, month, model, suggested, decided, class, agreed, tenth, urgency) DO UPDATE
        SET n = suggestion_tally.n + excluded.n, certainty = suggestion_tally.certainty + excluded.certainty
        """)
    }
  }
}
