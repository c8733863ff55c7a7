import Governance
import Testing
import Values

struct WorkCalendarTests {
  /// rules.md, cases 39 to 43 and 45.
  @Test(arguments: [
    ("2026-09-30 10:00", 5, "2026-10-13"),
    ("2026-02-13 10:00", 5, "2026-02-27"),
    ("2025-01-27 10:00", 3, "2025-02-07"),
    ("2026-09-18 10:00", 5, "2026-09-24"),
    ("2026-04-30 18:10", 5, "2026-05-12"),
    ("2026-03-02 10:00", 20, "2026-03-30"),
  ])
  func due(received: String, workingDays: Int, expected: String) {
    #expect(calendar.due(received: moment(received), workingDays: workingDays).iso == expected)
  }

  /// rules.md, case 44: 60 days, and 30 more counted from the 60th.
  @Test(arguments: [
    ("2026-03-02", 60, "2026-05-06"), ("2026-05-01", 30, "2026-06-01"),
    ("2026-03-02", 59, "2026-04-30"), ("2026-03-02", 4, "2026-03-06"), ("2026-03-02", 5, "2026-03-09"),
  ])
  func calendarDue(from: String, days: Int, expected: String) {
    #expect(calendar.calendarDue(from: day(from), days: days).iso == expected)
  }

  @Test(arguments: [
    ("2026-03-02 17:30:00", "2026-03-02"), ("2026-03-02 17:30:01", "2026-03-03"),
    ("2026-03-02 00:00", "2026-03-02"), ("2026-03-02 23:59:59", "2026-03-03"),
    ("2026-03-06 17:31", "2026-03-09"), ("2026-03-07 09:00", "2026-03-09"),
    ("2026-04-30 18:10", "2026-05-06"), ("2026-10-10 10:00", "2026-10-10"), ("2026-10-10 18:00", "2026-10-12"),
  ])
  func receiptDay(received: String, expected: String) {
    #expect(calendar.receiptDay(of: moment(received)).iso == expected)
  }

  @Test func aDueDayRunsToMidnightInChina() {
    let due = calendar.dueInstant(received: moment("2026-09-30 10:00"), workingDays: 5)
    #expect(due.milliseconds == moment("2026-10-14 00:00").milliseconds - 1)
    #expect(due.day.iso == "2026-10-13")
  }

  @Test func noWorkingDaysEndOnTheDayOfReceipt() {
    #expect(calendar.due(received: moment("2026-03-07 10:00"), workingDays: 0).iso == "2026-03-09")
    #expect(calendar.due(received: moment("2026-03-02 10:00"), workingDays: -3).iso == "2026-03-02")
  }

  @Test(arguments: [
    ("2026-03-02", "2026-03-02", 0), ("2026-03-02", "2026-03-03", 1), ("2026-03-03", "2026-03-02", -1),
    ("2026-03-06", "2026-03-08", 0), ("2026-03-06", "2026-03-09", 1), ("2026-03-09", "2026-03-06", -1),
    ("2026-09-30", "2026-10-13", 5), ("2026-10-13", "2026-09-30", -5),
  ])
  func workingDays(from: String, to: String, expected: Int) {
    #expect(calendar.workingDays(from: day(from), to: day(to)) == expected)
  }

  @Test(arguments: [
    ("2026-09-30", true), ("2026-10-01", false), ("2026-10-07", false), ("2026-10-08", true),
    ("2026-10-10", true), ("2026-10-11", false), ("2026-09-20", true), ("2025-01-26", true),
    ("2027-02-05", false), ("2027-02-09", true), ("2028-10-02", true), ("2028-10-01", false),
  ])
  func isWorkingDay(_ text: String, expected: Bool) {
    #expect(calendar.isWorkingDay(day(text)) == expected)
  }

  @Test(arguments: [2025, 2026]) func aYearHas248WorkingDays(year: Int) {
    #expect(calendar.workingDays(from: day("\(year - 1)-12-31"), to: day("\(year)-12-31")) == 248)
  }

  @Test(arguments: [(2025, true), (2026, true), (2027, false), (2028, false)])
  func isSet(year: Int, expected: Bool) {
    #expect(calendar.isSet(year) == expected)
    #expect((calendar.warning(for: year) == nil) == expected)
  }

  /// Counting forward and counting back agree, from any day and for any number.
  @Test func dueAndRemainingAgree() {
    for number in day("2025-01-01").number...day("2026-12-31").number {
      let start = Day(number: number)
      for count in [1, 3, 7, 20] {
        let end = calendar.day(count, workingDaysAfter: start)
        #expect(calendar.isWorkingDay(end))
        #expect(calendar.workingDays(from: start, to: end) == count)
      }
    }
  }

  @Test func marksKeepTheirLetters() {
    #expect(RuleMark.allCases.map(\.rawValue) == ["V", "K", "D"])
    #expect(Set(RuleMark.allCases.map(\.name)).count == 3)
  }
}
