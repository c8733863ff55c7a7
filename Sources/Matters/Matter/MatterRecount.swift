import Governance
import Mechanism
import Store
import Values
import Web

/// The matters whose clock runs, for recomputing them: those of all towns, by id.
let clocksMigration = Migration(
  "0043-matter-clocks",
  ["CREATE INDEX matter_clock ON matter (id) WHERE closed_at IS NULL AND due_at IS NOT NULL"])

/// Due dates of open matters follow the work calendar; those of work orders are moved with their order.
package let matterCalendarWork = BackgroundWork("matter-calendar", everySeconds: 20) { app in
  try await recountClocks(
    .matters, app,
    find: { tx, sweep in
      let matters = try tx.runningMatters(after: sweep.last, limit: clocksALook)
      return MovedClocks(
        matters.filter { $0.moved(by: sweep) != nil }.map { (id: $0.id, key: $0.key) },
        last: matters.count == clocksALook ? matters.last?.id.value : nil)
    },
    move: { w, matter, sweep in try w.moveDue(of: matter.id, in: matter.key, sweep) })
}

extension Routing {
  /// By when the answer is due.
  func due(from received: Instant, _ calendar: WorkCalendar) -> Instant {
    DefaultLimits.product.dueAt(received: received, leafDays: limitDays, urgency: urgency, calendar: calendar)
  }
}

extension MatterRow {
  /// The new due date; nil where the change of the calendar moves nothing. Dates that were not counted from the day it was
  /// opened (of an old register) stay.
  fileprivate func moved(by sweep: CalendarSweep) -> Instant? {
    guard state.isOpen, state != .answered, workOrder == nil, !isHistory else { return nil }
    let (before, after) = (routing.due(from: openedAt, sweep.before), routing.due(from: openedAt, sweep.after))
    return before != after && dueAt == before ? after : nil
  }
}

extension Transaction {
  /// Index: matter_clock.
  fileprivate func runningMatters(after last: Int64, limit: Int) throws -> [MatterRow] {
    try rows(
      """
      SELECT * FROM matter WHERE closed_at IS NULL AND due_at IS NOT NULL AND id > \(last) ORDER BY id LIMIT \(limit)
      """
    ).map(MatterRow.init)
  }
}

extension Write {
  /// Moves the due date of a matter with the calendar; event `matter_holidaysChanged`. The reporters are told when the day
  /// they were told before is another now.
  /// - Returns: whether it moved; false when somebody moved it meanwhile.
  fileprivate func moveDue(of id: ID<Matter>, in key: VillageKey, _ sweep: CalendarSweep) throws -> Bool {
    let old = try tx.matter(id, in: key)
    guard let due = old.moved(by: sweep) else { return false }
    let shown = try tx.matter(old.root, in: key).shownDueAt
    var new = old
    new.dueAt = due
    var touched = [try save(new, was: old)]
    touched.append(try recount(old.root, in: key))
    let days = "\(old.dueAt?.day.iso ?? "") → \(due.day.iso)"
    touched.append(try note(MatterStrings.holidaysChanged, days, on: id, in: key))
    let after = try tx.matter(old.root, in: key).shownDueAt
    if let shown, let after, shown.day != after.day {
      try tellReporters(
        of: old.root, in: key, "holidaysChanged", CalendarStrings.dueMoved(from: shown.day, to: after.day), calls: false
      )
    }
    try record(
      "matter_holidaysChanged", Touched(matterEntity, id), town: key.town, village: key.village, touching: touched)
    return true
  }
}
