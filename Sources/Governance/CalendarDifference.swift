import Values

/// Days in a row that one calendar counts as worked and another does not.
package struct CalendarDifference: Sendable, Hashable {
  package let days: ClosedRange<Day>
  /// What they are from now on.
  package let isWorked: Bool

  package var words: Text {
    let (first, last) = (days.lowerBound.spoken, days.upperBound.spoken)
    let span = first == last ? first : Text(zh: "\(first.zh)至\(last.zh)", en: "\(first.en) to \(last.en)")
    return isWorked
      ? span + Text(zh: "：原来不上班，现在上班", en: ": off until now, worked from now on")
      : span + Text(zh: "：原来上班，现在放假", en: ": worked until now, off from now on")
  }
}

extension WorkCalendar {
  /// The same with a year put in place of what it had.
  package func replacing(_ year: CalendarYear) -> WorkCalendar { WorkCalendar(Array(years.values) + [year]) }

  /// The same as if a year had never been entered.
  package func without(_ year: Int) -> WorkCalendar { WorkCalendar(years.values.filter { $0.year != year }) }

  /// The days of a year that count otherwise in `other`, by date.
  package func differences(to other: WorkCalendar, in year: Int) -> [CalendarDifference] {
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
      return []
    }
    var found: [CalendarDifference] = []
    for day in (first.number...last.number).map(Day.init(number:)) {
      let isWorked = other.isWorkingDay(day)
      guard isWorkingDay(day) != isWorked else { continue }
      if let before = found.last, before.isWorked == isWorked, before.days.upperBound.adding(1) == day {
        found[found.count - 1] = CalendarDifference(days: before.days.lowerBound...day, isWorked: isWorked)
      } else {
        found.append(CalendarDifference(days: day...day, isWorked: isWorked))
      }
    }
    return found
  }
}
