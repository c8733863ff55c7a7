import Governance
import Store
import Values

extension Transaction {
  /// All that was entered, by year, the newest version last. A handful of rows.
  func calendarYears() throws -> [CalendarYearRow] {
    try rows(
      """
      SELECT calendar_year.*, account.name AS account_name FROM calendar_year
      LEFT JOIN account ON account.id = calendar_year.account ORDER BY calendar_year.year, calendar_year.version
      """
    ).map(CalendarYearRow.init)
  }

  /// The newest version of a year that is older than `before` (nil: of all). Index: calendar_year_version.
  func calendarYear(_ year: Int, before version: Int? = nil) throws -> CalendarYearRow? {
    try row(
      """
      SELECT * FROM calendar_year WHERE year = \(year) AND version < \(version ?? Int.max) ORDER BY version DESC LIMIT 1
      """
    ).map(CalendarYearRow.init)
  }

  /// The id of the year that was entered last; nil while all is as shipped.
  func calendarVersion() throws -> String? {
    try lastingRow("SELECT value FROM setting WHERE town = 0 AND name = 'calendar_version'")?.text("value")
  }

  func setCalendarVersion(_ version: Int64) throws {
    try run(
      """
      INSERT INTO setting (town, name, value) VALUES (0, 'calendar_version', \(String(version)))
      ON CONFLICT (town, name) DO UPDATE SET value = excluded.value
      """)
  }

  func insert(
    _ year: CalendarYear, version: Int, source: String, id: Int64, at: Instant, by account: ID<Account>?
  ) throws {
    try run(
      """
      INSERT INTO calendar_year (id, year, version, list, mark, source, made_at, account)
      VALUES (\(id), \(year.year), \(version), \(year.lines), \(year.mark.rawValue), \(source), \(at), \(account))
      """)
  }

  /// How far each kind of clocks is after the year was entered. Index: calendar_sweep_year.
  func calendarProgress(of year: Int64) throws -> [CalendarProgress] {
    try rows("SELECT clocks, changed, done_at FROM calendar_sweep WHERE calendar_year = \(year) ORDER BY clocks DESC")
      .map { row in
        CalendarProgress(
          clocks: try row.choice("clocks"), changed: try row.int("changed"),
          isDone: row.optionalInstant("done_at") != nil)
      }
  }
}
