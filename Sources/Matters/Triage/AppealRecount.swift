import Governance
import Mechanism
import Store
import Values
import Web

/// The limits for answering appeals follow the work calendar.
package let appealCalendarWork = BackgroundWork("appeal-calendar", everySeconds: 20) { app in
  try await recountClocks(
    .appeals, app,
    find: { tx, sweep in
      let appeals = try tx.appealsNotAnswered(after: sweep.last, limit: clocksALook)
      return MovedClocks(
        appeals.filter { $0.moved(by: sweep) != nil }.map(\.id),
        last: appeals.count == clocksALook ? appeals.last?.id : nil)
    },
    move: { w, appeal, sweep in try w.moveLimit(ofAppeal: appeal, sweep) })
}

extension AppealRow {
  /// The new limit; nil where the change of the calendar moves nothing.
  fileprivate func moved(by sweep: CalendarSweep) -> Instant? {
    let limit = DefaultLimits.product.appeal
    let after = limit.end(from: madeAt, calendar: sweep.after)
    return limit.end(from: madeAt, calendar: sweep.before) != after && dueAt != after ? after : nil
  }
}

extension Transaction {
  /// Those that nobody has decided, but of concerns withdrawn meanwhile as well. Index: appeal_clock.
  func appealsNotAnswered(after last: Int64, limit: Int) throws -> [AppealRow] {
    try rows("SELECT * FROM appeal WHERE decided_at IS NULL AND id > \(last) ORDER BY id LIMIT \(limit)")
      .map(AppealRow.init)
  }

  /// An appeal that still waits for its answer; nil when it was decided, or its concern withdrawn or sealed.
  fileprivate func waitingAppeal(_ id: Int64) throws -> AppealRow? {
    try row(
      """
      SELECT a.* FROM appeal a JOIN concern c ON c.id = a.concern
      WHERE a.id = \(id) AND a.decided_at IS NULL AND c.state = \(ConcernState.appealed.rawValue) AND c.sealed = 0
      """
    ).map(AppealRow.init)
  }
}

extension Write {
  /// Moves the limit for answering an appeal with the calendar; event `appeal_holidaysChanged`. The reporter is told.
  /// - Returns: whether it moved; false when it waits no more.
  fileprivate func moveLimit(ofAppeal id: Int64, _ sweep: CalendarSweep) throws -> Bool {
    guard let old = try tx.waitingAppeal(id), let limit = old.moved(by: sweep) else { return false }
    try tx.run("UPDATE appeal SET due_at = \(limit) WHERE id = \(id)")
    let (before, after) = (old.dueAt.day, limit.day)
    if before != after {
      try tell(
        old.concern, town: old.key.town, village: old.key.village, key: "holidaysChanged",
        CalendarStrings.appealMoved(from: before, to: after))
    }
    try record(
      "appeal_holidaysChanged", Touched(concernEntity, old.concern), town: old.key.town, village: old.key.village,
      note: "\(before.iso) → \(after.iso)", touching: [Touched(appealEntity, id)])
    return true
  }
}
