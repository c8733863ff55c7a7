import Governance
import Seeds
import Store
import Values

/// A year as shipped; nil when it is not.
func shippedYear(_ year: Int) -> CalendarYear? { Shipped.current.calendar.years[year] }

extension Write {
  /// Puts a year in place of what the calendar had, for all towns; the running clocks are recomputed in the background.
  /// - Parameter expected: the version the person saw, 0 for none entered yet; nil: whichever.
  /// - Throws: `Refusal` when somebody entered the year meanwhile, or nothing differs.
  @discardableResult
  package func enter(_ year: CalendarYear, source: String, expected: Int?) throws -> CalendarYearRow {
    let newest = try tx.calendarYear(year.year)
    if let expected, expected != newest?.version ?? 0 { throw CalendarStrings.changedMeanwhile }
    let present = newest?.year ?? shippedYear(year.year)
    if let present, !present.provisional, present.lines == year.lines { throw CalendarStrings.nothingChanged }
    let id = ids.next(CalendarYear.self).value
    try tx.setCalendarVersion(id)
    try tx.insert(year, version: (newest?.version ?? 0) + 1, source: source, id: id, at: now, by: actor)
    for clocks in RunningClocks.allCases {
      try tx.run(
        """
        INSERT INTO calendar_sweep (id, calendar_year, clocks, last, changed)
        VALUES (\(ids.next(CalendarSweep.self)), \(id), \(clocks.rawValue), 0, 0)
        """)
    }
    try record(
      "calendarYearEntered", Touched(calendarYearEntity, id), town: nil,
      note: "\(year.year) v\((newest?.version ?? 0) + 1)")
    guard let entered = try tx.calendarYear(year.year) else { throw NotFound() }
    return entered
  }
}
