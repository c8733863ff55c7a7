import Governance
import Store
import Values
import Web

/// An alarm of an urgent concern: rings until acknowledged, passes to the next level after its time.
package struct AlarmRow: Sendable {
  package let id: Int64
  package let key: VillageKey
  package let concern: ID<Concern>
  package let urgency: Urgency
  package let raisedAt: Instant
  /// 0 the village's clerks and the town's duty officer, 1 passed on once, 2 passed on to the town's leaders.
  package let level: Int
  package let passesAt: Instant

  init(_ row: Row) throws {
    id = try row.int64("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    concern = try row.id("concern")
    urgency = Urgency(rawValue: try row.int("urgency")) ?? .danger
    raisedAt = try row.instant("raised_at")
    level = try row.int("level")
    passesAt = try row.instant("passes_at")
  }
}

extension Transaction {
  /// The alarms of a town (or of one village) that nobody has acknowledged, oldest first. Index: alarm_open.
  package func openAlarms(town: ID<Place>, village: ID<Place>?) throws -> [AlarmRow] {
    let narrowed: SQL = village.map { "AND village = \($0)" } ?? ""
    return try rows(
      "SELECT * FROM alarm WHERE town = \(town) AND acknowledged_at IS NULL \(narrowed) ORDER BY id LIMIT 20"
    ).map(AlarmRow.init)
  }
}

extension Transaction {
  /// The village in whose events an alarm stands: none for a sealed concern.
  func villageToTell(of alarm: Row) throws -> ID<Place>? {
    let sealed = try row(
      """
      SELECT 1 AS one FROM concern
      WHERE town = \(alarm.id("town", as: Place.self)) AND id = \(alarm.id("concern", as: Concern.self)) AND sealed = 1
      """)
    return sealed == nil ? try alarm.id("village") : nil
  }
}

extension Write {
  /// Somebody has seen it: who and when is logged.
  package func acknowledge(_ alarm: Int64, town: ID<Place>) throws {
    let row = try tx.row("SELECT * FROM alarm WHERE town = \(town) AND id = \(alarm)")
    guard let row else { throw NotFound() }
    let changed = try tx.run(
      """
      UPDATE alarm SET acknowledged_at = \(now), acknowledged_by = \(actor)
      WHERE id = \(alarm) AND acknowledged_at IS NULL
      """)
    if changed == 0 { return }
    let village = try tx.villageToTell(of: row)
    try record("alarm_acknowledged", Touched(alarmEntity, alarm), town: town, village: village)
  }

  /// Stops the alarm of a concern that asks for nobody any more (withdrawn, not taken up), within the write that ends
  /// it: the rows are for its event.
  func silenceAlarms(of concern: ConcernRow) throws -> [Touched] {
    try tx.rows(
      """
      UPDATE alarm SET acknowledged_at = \(now), acknowledged_by = \(actor)
      WHERE town = \(concern.key.town) AND village = \(concern.key.village) AND concern = \(concern.id)
        AND acknowledged_at IS NULL
      RETURNING id
      """
    ).map { Touched(alarmEntity, try $0.int64("id")) }
  }

  /// Passes on the alarms whose time is over; gives how many.
  package func passOnAlarms(after: Limit) throws -> Int {
    let late = try tx.rows(
      "SELECT * FROM alarm WHERE acknowledged_at IS NULL AND level < 2 AND passes_at <= \(now) ORDER BY id LIMIT 100")
    for row in late {
      let id = try row.int64("id")
      let next = now.adding(minutes: after.amount)
      try tx.run("UPDATE alarm SET level = level + 1, passes_at = \(next) WHERE id = \(id)")
      try record(
        "alarm_passed_on", Touched(alarmEntity, id), town: try row.id("town"), village: try tx.villageToTell(of: row),
        note: "level \(try row.int("level") + 1)")
    }
    return late.count
  }
}
