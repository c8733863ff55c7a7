import Governance
import Store
import Values

/// A year as the page shows it.
struct ShownYear: Sendable {
  let year: Int
  /// Nil: nothing is known; Monday to Friday count as worked.
  let days: CalendarYear?
  /// Nil: as shipped.
  let row: CalendarYearRow?

  var state: CalendarState {
    guard let days, !days.provisional else { return .provisional }
    return row == nil ? .shipped : .entered
  }

  /// The version for the next change: 0 when nobody has entered the year.
  var version: Int { row?.version ?? 0 }
}

/// All that the page of the calendar shows, read in one snapshot.
struct CalendarView: Sendable {
  let calendar: WorkCalendar
  /// The latest first.
  let years: [ShownYear]
  /// What was entered last, with how far the running clocks are; nil while all is as shipped.
  let last: CalendarYearRow?
  let progress: [CalendarProgress]

  func year(_ year: Int) -> ShownYear { years.first { $0.year == year } ?? ShownYear(year: year, days: nil, row: nil) }
}

extension Transaction {
  /// The years that are known, and this one and the next.
  func calendarView(on day: Day) throws -> CalendarView {
    let (calendar, rows, version) = (try workCalendar(), try calendarYears(), try calendarVersion())
    let newest = Dictionary(rows.map { ($0.year.year, $0) }, uniquingKeysWith: { _, last in last })
    let years = Set(calendar.years.keys).union([day.year, day.year + 1]).sorted(by: >)
    let last = rows.first { String($0.id) == version }
    return CalendarView(
      calendar: calendar,
      years: years.map { ShownYear(year: $0, days: calendar.years[$0], row: newest[$0]) }, last: last,
      progress: try last.map { try calendarProgress(of: $0.id) } ?? [])
  }
}

/// The calendar in JSON.
struct CalendarJSON: Encodable, Sendable {
  struct Span: Encodable, Sendable {
    let from: Day
    let to: Day
  }
  struct Year: Encodable, Sendable {
    let year: Int
    let state: CalendarState
    let daysOff: [Span]
    let makeUp: [Day]
    let source: String
    let version: Int
    let warning: Text?
  }

  let years: [Year]
  /// How far the running clocks are after the last change.
  let progress: [CalendarProgress]
  /// Of a preview: what would change.
  let changes: [Text]

  init(_ view: CalendarView, changes: [Text] = []) {
    self.changes = changes
    years = view.years.map { shown in
      Year(
        year: shown.year, state: shown.state,
        daysOff: shown.days?.daysOff.map { Span(from: $0.lowerBound, to: $0.upperBound) } ?? [],
        makeUp: shown.days?.makeUp ?? [], source: shown.row?.source ?? "", version: shown.version,
        warning: view.calendar.warning(for: shown.year))
    }
    progress = view.progress
  }

  static let sample = CalendarJSON(
    CalendarView(
      calendar: WorkCalendar([]),
      years: [
        ShownYear(
          year: 2026,
          days: CalendarYear(
            year: 2026, daysOff: [Day(number: 20_727)...Day(number: 20_733)], makeUp: [Day(number: 20_736)],
            provisional: false, mark: .verified), row: nil)
      ], last: nil, progress: [CalendarProgress(clocks: .orders, changed: 3, isDone: true)]))
}
