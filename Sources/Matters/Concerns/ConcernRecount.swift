import Governance
import Mechanism
import Store
import Values
import Web

/// What waits for a first decision or for the answer to an appeal, of all towns by id, for recomputing its limit.
let waitingClocksMigration = Migration(
  "0046-waiting-clocks",
  [
    "CREATE INDEX concern_clock ON concern (id) WHERE state = 'received' AND sealed = 0 AND is_history = 0",
    "CREATE INDEX appeal_clock ON appeal (id) WHERE decided_at IS NULL",
  ])

/// The limits for accepting concerns follow the work calendar. One that comes back to triage later gets its limit then.
package let concernCalendarWork = BackgroundWork("concern-calendar", everySeconds: 20) { app in
  try await recountClocks(
    .concerns, app,
    find: { tx, sweep in
      let concerns = try tx.concernsNotAccepted(after: sweep.last, limit: clocksALook)
      return MovedClocks(
        concerns.filter { $0.moved(by: sweep) != nil }.map { (id: $0.id, key: $0.key) },
        last: concerns.count == clocksALook ? concerns.last?.id.value : nil)
    },
    move: { w, concern, sweep in try w.moveLimit(of: concern.id, in: concern.key, sweep) })
}

extension ConcernRow {
  /// By when somebody must have accepted it, counted from its first date. Of an old register: as it was written.
  func acceptBy(_ calendar: WorkCalendar) -> Instant {
    isHistory
      ? acceptBy : DefaultLimits.product.acceptBy(received: receivedAt, urgency: urgency, calendar: calendar)
  }

  /// The new limit; nil where the change of the calendar moves nothing.
  fileprivate func moved(by sweep: CalendarSweep) -> Instant? {
    guard state == .received, !isSealed, !isHistory else { return nil }
    let after = acceptBy(sweep.after)
    return acceptBy(sweep.before) != after && acceptBy != after ? after : nil
  }
}

extension Transaction {
  /// Index: concern_clock.
  func concernsNotAccepted(after last: Int64, limit: Int) throws -> [ConcernRow] {
    try rows(
      """
      SELECT * FROM concern WHERE state = 'received' AND sealed = 0 AND is_history = 0 AND id > \(last)
      ORDER BY id LIMIT \(limit)
      """
    ).map(ConcernRow.init)
  }
}

extension Write {
  /// Moves the limit for accepting a concern with the calendar; event `concern_holidaysChanged`. The reporter is told when
  /// the day they were told before is another now.
  /// - Returns: whether it moved; false when somebody sorted it meanwhile.
  fileprivate func moveLimit(of id: ID<Concern>, in key: VillageKey, _ sweep: CalendarSweep) throws -> Bool {
    guard let old = try tx.row("SELECT * FROM concern WHERE id = \(id)").map(ConcernRow.init),
      let limit = old.moved(by: sweep)
    else { return false }
    try tx.run("UPDATE concern SET accept_by = \(limit) WHERE id = \(id)")
    let (before, after) = (old.acceptBy.day, limit.day)
    if before != after {
      try tell(
        id, town: key.town, village: key.village, key: "holidaysChanged",
        CalendarStrings.acceptMoved(from: before, to: after))
    }
    try record(
      "concern_holidaysChanged", Touched(concernEntity, id), town: key.town, village: key.village,
      note: "\(before.iso) → \(after.iso)")
    return true
  }
}
