import Governance
import Store
import Values
import Web

/// The kinds of running clocks that are recomputed when the calendar changed, each by the slice that has them.
package enum RunningClocks: String, Sendable, Codable, CaseIterable { case orders, matters, concerns, appeals }

/// The recomputing of one kind of clocks after a year was entered.
package struct CalendarSweep: Sendable {
  let id: Int64
  /// The id that was looked at last; 0 at the beginning.
  package let last: Int64
  /// The calendar as it was, and as it is.
  package let before: WorkCalendar
  package let after: WorkCalendar
}

/// What one look found.
package struct MovedClocks<Thing: Sendable>: Sendable {
  package let things: [Thing]
  /// Where the next look goes on; nil when there is nothing more.
  package let last: Int64?

  package init(_ things: [Thing], last: Int64?) { (self.things, self.last) = (things, last) }
}

/// Clocks that one look reads.
package let clocksALook = 200

/// How many clocks one transaction changes: so few that it takes about 8 ms, whatever the machine, since a writer shall
/// never wait longer than 50 ms for it.
private struct Pace {
  private(set) var clocks = 4

  mutating func took(_ duration: Duration) {
    if duration > .milliseconds(12) { clocks = max(1, clocks / 2) }
    if duration < .milliseconds(6) { clocks = min(40, clocks + 1) }
  }
}

/// Recomputes one kind of clocks for every change of the calendar that waits for it, the oldest first. It may be
/// interrupted at any point: what has moved already is found as it should be, and left alone.
/// - Parameters:
///   - find: reads on after `sweep.last` and gives the clocks that the change moves.
///   - move: moves one, and tells whether its due date changed; false for one that somebody moved meanwhile.
package func recountClocks<Thing: Sendable>(
  _ clocks: RunningClocks, _ app: App,
  find: @escaping @Sendable (Transaction, CalendarSweep) throws -> MovedClocks<Thing>,
  move: @escaping @Sendable (Write, Thing, CalendarSweep) throws -> Bool
) async throws {
  var pace = Pace()
  while let sweep = try await app.database.read({ tx in try tx.waitingSweep(clocks) }) {
    let found = try await app.database.read { tx in try find(tx, sweep) }
    var rest = found.things[...]
    while !rest.isEmpty {
      try Task.checkCancellation()
      let part = rest.prefix(pace.clocks)
      rest = rest.dropFirst(part.count)
      let took = try await app.write { w in
        try ContinuousClock().measure {
          let changed = try part.count { try move(w, $0, sweep) }
          try w.tx.run("UPDATE calendar_sweep SET changed = changed + \(changed) WHERE id = \(sweep.id)")
        }
      }
      pace.took(took)
    }
    try await app.write { w in
      guard let last = found.last else {
        try w.tx.run("UPDATE calendar_sweep SET done_at = \(w.now) WHERE id = \(sweep.id)")
        return
      }
      try w.tx.run("UPDATE calendar_sweep SET last = \(last) WHERE id = \(sweep.id)")
    }
  }
}

extension Transaction {
  /// The oldest sweep of a kind that is not done. Index: calendar_sweep_open.
  fileprivate func waitingSweep(_ clocks: RunningClocks) throws -> CalendarSweep? {
    let found = try row(
      """
      SELECT s.id, s.last, y.year, y.version FROM calendar_sweep s JOIN calendar_year y ON y.id = s.calendar_year
      WHERE s.clocks = \(clocks.rawValue) AND s.done_at IS NULL ORDER BY s.id LIMIT 1
      """)
    guard let found else { return nil }
    let after = try workCalendar()
    let year = try found.int("year")
    let old = try calendarYear(year, before: try found.int("version"))?.year ?? shippedYear(year)
    return CalendarSweep(
      id: try found.int64("id"), last: try found.int64("last"),
      before: old.map(after.replacing) ?? after.without(year), after: after)
  }
}
