import Testing
import Values

@testable import Documents

@Suite struct SheetDatesTests {
  private func read(_ text: String, on context: String = "2026-03-20") throws -> String? {
    let context = try #require(Day(iso: context))
    return SheetDates.read(text, context: context).map { $0.day.iso + ($0.minute.map { " \($0)" } ?? "") }
  }

  @Test(arguments: [
    "2026.3.5", "2026-03-05", "2026/3/5", "2026年3月5日", "2026 年 3 月 5 日", "20260305", "46086", "3月5日", "03月05号",
    " 2026/3/5 ", "2026年3月5日 星期四", "2026-03-05(周四)", "2026.03.05", "2026年3月5",
  ])
  func readsADay(_ text: String) throws { #expect(try read(text) == "2026-03-05") }

  @Test(arguments: [
    ("2019/2/8 9:05:01", "2019-02-08 545"), ("2026-03-05T23:59:59.5", "2026-03-05 1439"), ("46086.5", "2026-03-05 720"),
    ("2026年3月5日9时5分", "2026-03-05 545"), ("3月5日 下午3点", "2026-03-05 900"), ("202603050905", "2026-03-05 545"),
    ("20260305090501", "2026-03-05 545"), ("2026-03-05 00:00", "2026-03-05 0"), ("46086.99999999", "2026-03-06 0"),
    ("2026.3.5 中午12:30", "2026-03-05 750"), ("2026-03-05 09:05", "2026-03-05 545"),
  ])
  func readsATime(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

  @Test func takesTheLatestSuchDay() throws {
    #expect(try read("3月21日") == "2025-03-21")
    #expect(try read("3月20日") == "2026-03-20")
    #expect(try read("12月31日") == "2025-12-31")
    #expect(try read("2月29日") == "2024-02-29")
  }

  @Test(arguments: [
    "", "20226-01-01", "1989-12-31", "2028-01-01", "2026-02-30", "2026-13-01", "2026-3.5", "3.5", "46086.5.1", "4608",
    "26-3-5", "2026-03-05 25:00", "2026-03-05 9:60", "2026年3月", "明天", "2026-03-05左右", "2026.3.5-3.8", "99999",
    "20261305",
    "13月1日", "460860", "2026-003-05", "-46086", "2026-03-05 9:",
  ])
  func refuses(_ text: String) throws { #expect(try read(text) == nil) }

  @Test func keepsToYearsThatCanBe() throws {
    #expect(try read("1990-01-01") == "1990-01-01")
    #expect(try read("2027-12-31") == "2027-12-31")
    #expect(try read("32873") == nil)
    #expect(try read("32874") == "1990-01-01")
  }
}
