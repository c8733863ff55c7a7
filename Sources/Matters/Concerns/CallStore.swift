import People
import Store
import Values
import Web

/// A reporter who is to be told something on the telephone.
struct CallRow: Sendable {
  /// The line of the outbox.
  let line: Int64
  let concern: ID<Concern>
  let number: String
  let person: ID<Person>?
  /// What to say.
  let words: String
  let madeAt: Instant

  init(_ row: Row) throws {
    line = try row.int64("id")
    concern = try row.id("concern")
    number = try row.text("number")
    person = row.optionalID("person")
    words = try row.text("call_zh")
    madeAt = try row.instant("made_at")
  }
}

/// The calls of all villages by age, for the state of the program: partial, as small as what waits.
let callMigrations = [
  Migration(
    "0031-calls-by-age",
    ["CREATE INDEX outbox_oldest ON outbox (made_at) WHERE wants_call = 1 AND called_at IS NULL"])
]

extension Transaction {
  /// Since when the oldest call waits that stands on any village's list; nil when none does. Index: outbox_oldest.
  func oldestCallWaiting() throws -> Instant? {
    try row(
      """
      SELECT o.made_at FROM outbox o JOIN concern c ON c.id = o.concern
      WHERE o.wants_call = 1 AND o.called_at IS NULL AND c.sealed = 0
        AND (o.key <> 'notTakenUp' OR c.state = 'notTakenUp')
      ORDER BY o.made_at LIMIT 1
      """
    )?.instant("made_at")
  }

  /// The calls still to be made in a village, the oldest first: those after `last`, at most `limit`. Those of concerns
  /// that were sealed since are left out, and refusals that no longer hold (appealed). Index: outbox_waiting.
  func callsWaiting(in key: VillageKey, after last: Int64?, limit: Int) throws -> [CallRow] {
    try rows(
      """
      SELECT o.id, o.concern, o.call_zh, o.made_at, c.number, c.person
      FROM outbox o JOIN concern c ON c.id = o.concern
      WHERE o.town = \(key.town) AND o.village = \(key.village) AND o.wants_call = 1 AND o.called_at IS NULL
        AND c.sealed = 0 AND (o.key <> 'notTakenUp' OR c.state = 'notTakenUp') AND o.id > \(last ?? 0)
      ORDER BY o.id LIMIT \(limit)
      """
    ).map(CallRow.init)
  }

  /// Whether the account asked today for the numbers of the village's call list. Index: event_subject.
  func mayShowNumbers(to account: ID<Account>, in key: VillageKey, on day: Day) throws -> Bool {
    let found = try row(
      """
      SELECT seq FROM event
      WHERE town = \(key.town) AND subject = \(placeEntity.table) AND subject_id = \(key.village)
        AND kind = 'contact_read' AND actor = \(account) AND at >= \(day.start)
      ORDER BY seq DESC LIMIT 1
      """)
    return found != nil
  }
}

extension Write {
  /// Shows the whole numbers of the call list to the actor for the rest of the day: one event for the list.
  func showCallNumbers(in key: VillageKey) throws {
    try record(
      "contact_read", Touched(placeEntity, key.village), town: key.town, village: key.village, note: "calls")
  }

  /// Ticks a call off; a second tick changes nothing. Throws `NotFound` when there is no such call in the village.
  func called(_ line: Int64, in key: VillageKey) throws {
    let row = try tx.row(
      """
      SELECT o.concern FROM outbox o JOIN concern c ON c.id = o.concern
      WHERE o.town = \(key.town) AND o.village = \(key.village) AND o.id = \(line) AND o.wants_call = 1 AND c.sealed = 0
      """)
    guard let row else { throw NotFound() }
    let changed = try tx.run(
      "UPDATE outbox SET called_at = \(now), called_by = \(actor) WHERE id = \(line) AND called_at IS NULL")
    guard changed == 1 else { return }
    try record(
      "reporter_called", Touched(concernEntity, try row.int64("concern")), town: key.town, village: key.village,
      note: "line \(line)")
  }
}
