import Governance
import Store
import Values

package let calendarYearEntity = Entity("calendar_year")

/// A year of the work calendar as somebody entered it.
package struct CalendarYearRow: Sendable {
  package let id: Int64
  package let year: CalendarYear
  package let version: Int
  /// Where it comes from: the notice of the State Council.
  package let source: String
  package let madeAt: Instant
  /// The name of who entered it; empty when the program did.
  package let madeBy: String

  init(_ row: Row) throws {
    (id, version) = (try row.int64("id"), try row.int("version"))
    do {
      year = try CalendarYear(year: try row.int("year"), lines: try row.text("list"), mark: try row.choice("mark"))
    } catch is CalendarFaults {
      throw DatabaseError("the stored calendar year \(id) is broken")
    }
    (source, madeAt) = (try row.text("source"), try row.instant("made_at"))
    madeBy = row.optionalText("account_name") ?? ""
  }
}

/// How far the running clocks are recomputed after a year was entered.
package struct CalendarProgress: Sendable, Hashable, Encodable {
  package let clocks: RunningClocks
  /// How many got another due date.
  package let changed: Int
  package let isDone: Bool
}
