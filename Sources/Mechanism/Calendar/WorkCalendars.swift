import Governance
import Seeds
import Store
import Synchronization
import Values

/// The work calendars in use, kept in memory by version: what an edit made stale is found out by the version, which
/// changes in the edit's own transaction, so that every copy of the program reckons by what is in the database.
package final class WorkCalendars: Sendable {
  private let kept = Mutex<[String: WorkCalendar]>([:])
  /// More than one where several databases are open, or a transaction still sees the one before.
  private static let most = 24

  /// - Parameter version: of `calendarVersion`; nil: as shipped.
  func calendar(version: String?, in tx: Transaction) throws -> WorkCalendar {
    guard let version else { return Shipped.current.calendar }
    if let found = kept.withLock({ $0[version] }) { return found }
    let made = WorkCalendar(Array(Shipped.current.calendar.years.values) + (try tx.calendarYears().map(\.year)))
    kept.withLock { kept in
      if kept.count >= Self.most { kept = [:] }
      kept[version] = made
    }
    return made
  }
}

/// The one cache of the program; a version occurs once among all databases.
let workCalendars = WorkCalendars()

extension Transaction {
  /// The work calendar in force (rules.md §6), the same for all towns: the shipped years with those that were entered.
  package func workCalendar() throws -> WorkCalendar {
    try workCalendars.calendar(version: try calendarVersion(), in: self)
  }
}
