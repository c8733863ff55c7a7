import Values

/// The days off and the make-up working days (调休) of one year, from the State Council's yearly notice.
package struct CalendarYear: Sendable, Hashable, Codable {
  package let year: Int
  /// First and last day included.
  package let daysOff: [ClosedRange<Day>]
  /// Weekend days on which people work.
  package let makeUp: [Day]
  /// True while the notice of the year has not been seen and the days are computed.
  package let provisional: Bool
  package let mark: RuleMark

  package init(year: Int, daysOff: [ClosedRange<Day>], makeUp: [Day], provisional: Bool, mark: RuleMark) {
    (self.year, self.daysOff, self.makeUp) = (year, daysOff, makeUp)
    (self.provisional, self.mark) = (provisional, mark)
  }
}

/// Which days are working days, and when a limit ends (rules.md §6). A year without data counts Monday to Friday.
package struct WorkCalendar: Sendable {
  package let years: [Int: CalendarYear]
  private let daysOff: Set<Day>
  private let makeUp: Set<Day>

  package init(_ years: [CalendarYear]) {
    self.years = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { _, last in last })
    let ranges = self.years.values.flatMap(\.daysOff)
    daysOff = Set(ranges.flatMap { ($0.lowerBound.number...$0.upperBound.number).map(Day.init(number:)) })
    makeUp = Set(self.years.values.flatMap(\.makeUp))
  }

  /// Whether the notice of the year is in the data. A provisional year is not set.
  package func isSet(_ year: Int) -> Bool { years[year].map { !$0.provisional } ?? false }

  /// What to show beside a date of a year that is not set; nil when it is.
  package func warning(for year: Int) -> Text? {
    guard !isSet(year) else { return nil }
    return Text(
      zh: "\(year) 年的放假安排还没有录入，这一年的日期是暂算的。",
      en: "The calendar of \(year) is not set; dates of that year are provisional.")
  }

  /// (Monday to Friday and not a day off) or a make-up day.
  package func isWorkingDay(_ day: Day) -> Bool {
    makeUp.contains(day) || (day.weekday <= 5 && !daysOff.contains(day))
  }

  /// `day` itself when it is a working day, else the next one.
  package func workingDay(onOrAfter day: Day) -> Day {
    var candidate = day
    while !isWorkingDay(candidate) { candidate = candidate.adding(1) }
    return candidate
  }

  /// The day on which something counts as received: after the usual hours (17:30) or on a day off, the next working day
  /// (default D).
  package func receiptDay(of received: Instant) -> Day { receiptDay(of: received, hours: .usual) }

  /// The `count`th working day after `day`, which is not counted itself (Civil Code 201). Below 1: `day`.
  package func day(_ count: Int, workingDaysAfter day: Day) -> Day {
    var (result, left) = (day, count)
    while left > 0 {
      result = result.adding(1)
      if isWorkingDay(result) { left -= 1 }
    }
    return result
  }

  /// The last day of a limit in working days.
  package func due(received: Instant, workingDays: Int) -> Day {
    day(workingDays, workingDaysAfter: receiptDay(of: received))
  }

  /// The last moment of a limit in working days: the last day to 24:00 in China (Civil Code 203).
  package func dueInstant(received: Instant, workingDays: Int) -> Instant {
    due(received: received, workingDays: workingDays).end
  }

  /// The last day of a limit in calendar days; ending on a day off it moves to the next working day (Civil Code 203).
  package func calendarDue(from day: Day, days: Int) -> Day { workingDay(onOrAfter: day.adding(days)) }

  /// Working days after `from` up to and with `to`; negative when `to` lies before `from`.
  package func workingDays(from: Day, to: Day) -> Int {
    guard from <= to else { return -workingDays(from: to, to: from) }
    return (from.number..<to.number).count { isWorkingDay(Day(number: $0 + 1)) }
  }
}

extension Day {
  /// The last millisecond of the day in China.
  package var end: Instant { Instant(milliseconds: adding(1).start.milliseconds - 1) }
}
