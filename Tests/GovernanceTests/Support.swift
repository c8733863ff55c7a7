import Governance
import Values

/// A day that the tests write as "2026-09-30"; a wrong text gives a day that makes the test fail.
func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: -1) }

/// A moment in China: "2026-09-30 10:00" or with seconds.
func moment(_ text: String) -> Instant {
  let clock = text.count == 16 ? text + ":00" : text
  return Instant(iso: clock.split(separator: " ").joined(separator: "T") + "+08:00") ?? Instant(milliseconds: -1)
}

private func days(_ from: String, _ to: String) -> ClosedRange<Day> { day(from)...day(to) }

/// The holidays of rules.md §6.
let calendar = WorkCalendar([
  CalendarYear(
    year: 2025,
    daysOff: [
      days("2025-01-01", "2025-01-01"), days("2025-01-28", "2025-02-04"), days("2025-04-04", "2025-04-06"),
      days("2025-05-01", "2025-05-05"), days("2025-05-31", "2025-06-02"), days("2025-10-01", "2025-10-08"),
    ],
    makeUp: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"].map(day),
    provisional: false, mark: .verified),
  CalendarYear(
    year: 2026,
    daysOff: [
      days("2026-01-01", "2026-01-03"), days("2026-02-15", "2026-02-23"), days("2026-04-04", "2026-04-06"),
      days("2026-05-01", "2026-05-05"), days("2026-06-19", "2026-06-21"), days("2026-09-25", "2026-09-27"),
      days("2026-10-01", "2026-10-07"),
    ],
    makeUp: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"].map(day),
    provisional: false, mark: .verified),
  CalendarYear(
    year: 2027,
    daysOff: [
      days("2027-01-01", "2027-01-01"), days("2027-02-05", "2027-02-08"), days("2027-04-05", "2027-04-05"),
      days("2027-05-01", "2027-05-02"), days("2027-06-09", "2027-06-09"), days("2027-09-15", "2027-09-15"),
      days("2027-10-01", "2027-10-03"),
    ],
    makeUp: [], provisional: true, mark: .fromKnowledge),
])
