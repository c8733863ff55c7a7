import Governance
import Testing
import Values

@testable import Open311

/// The calendar as a file, by the rules of RFC 5545.
@Suite struct CalendarTests {
  private let now = Instant(iso: "2026-11-18T01:00:00Z") ?? Instant(milliseconds: 0)

  private func calendar(_ due: Instant, summary: String = "路灯", detail: String = "") -> [String] {
    let event = ICalendar.Event(uid: "matter-1@host", summary: summary, detail: detail, url: "http://host/m", due: due)
    let text = ICalendar(name: "期限", events: [event], madeAt: now).text
    return text.components(separatedBy: "\r\n")
  }

  @Test func aLimitToTheEndOfADayIsAnEventOfThatDay() throws {
    let day = try #require(Day(iso: "2026-12-31"))
    let lines = calendar(day.end)
    #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
    #expect(!lines.contains { $0.hasPrefix("DTSTART:") })
  }

  @Test func aLimitInHoursIsAMomentInUTC() throws {
    let day = try #require(Day(iso: "2026-12-31"))
    // Half past seven in the morning in China is the evening before in UTC.
    let lines = calendar(day.at(hour: 7, minute: 30))
    #expect(lines.contains("DTSTART:20261230T233000Z"), "\(lines)")
    #expect(lines.contains("DTSTAMP:20261118T010000Z"))
    #expect(!lines.contains { $0.hasPrefix("DTEND") })
  }

  @Test(arguments: [
    ("a;b,c\\d", "SUMMARY:a\\;b\\,c\\\\d"), ("一行\n两行", "SUMMARY:一行\\n两行"),
    ("x\nEND:VEVENT", "SUMMARY:x\\nEND:VEVENT"),
  ])
  func whatPeopleWroteBreaksNoLine(_ summary: String, _ line: String) {
    #expect(calendar(now, summary: summary).contains(line))
  }

  @Test func linesAreFoldedAt75BytesBetweenLetters() {
    let long = String(repeating: "路灯不亮", count: 40)
    let lines = calendar(now, detail: long)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 }, "\(lines.map(\.utf8.count))")
    // Unfolded it is what it was.
    #expect(lines.joined(separator: "\r\n").replacing("\r\n ", with: "").contains("DESCRIPTION:" + long))
    #expect(ICalendar.folded(String(repeating: "a", count: 75)) == String(repeating: "a", count: 75))
    #expect(ICalendar.folded(String(repeating: "a", count: 76)) == String(repeating: "a", count: 75) + "\r\n a")
  }

  @Test func everyLineEndsWithCRLFAndTheFileWithTheCalendar() {
    let text = ICalendar(name: "期限", events: [], madeAt: now).text
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("\r\nEND:VCALENDAR\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
  }
}
