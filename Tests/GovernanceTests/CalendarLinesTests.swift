import Governance
import Testing
import Values

/// The list of a year as administrators paste it.
struct CalendarLinesTests {
  private static let good = """
    # 国务院办公厅通知
    2027-01-01..2027-01-03 off
    2027-02-05 至 2027-02-11 放假
    2027\toff\t2027-05-01\t2027-05-05\tK\tyes

    2027年10月1日～2027年10月7日，休
    2027-02-14 work
    2027/02/20 上班
    """

  private func faults(_ lines: String, year: Int = 2027) -> [CalendarFault] {
    do throws(CalendarFaults) {
      _ = try CalendarYear(year: year, lines: lines, mark: .verified)
      return []
    } catch { return error.all }
  }

  @Test func everyWayOfWritingIsRead() throws {
    let year = try CalendarYear(year: 2027, lines: Self.good, mark: .verified)
    #expect(year.daysOff.map(\.lowerBound.iso) == ["2027-01-01", "2027-02-05", "2027-05-01", "2027-10-01"])
    #expect(year.daysOff.map(\.upperBound.iso) == ["2027-01-03", "2027-02-11", "2027-05-05", "2027-10-07"])
    #expect(year.makeUp.map(\.iso) == ["2027-02-14", "2027-02-20"])
    #expect(!year.provisional)
  }

  @Test func whatIsShownCanBePastedAgain() throws {
    let year = try CalendarYear(year: 2027, lines: Self.good, mark: .verified)
    #expect(try CalendarYear(year: 2027, lines: year.lines, mark: .verified) == year)
    #expect(year.lines.hasPrefix("2027-01-01..2027-01-03 off\n2027-02-05..2027-02-11 off\n2027-02-14 work"))
  }

  @Test func theShippedTableIsReadAsItIs() throws {
    let table = """
      year\tkind\tfrom\tto\tmark\tprovisional
      2026\toff\t2026-10-01\t2026-10-07\tV\tno
      2026\toff\t2026-02-15\t2026-02-23\tV\tno
      2026\tmakeUp\t2026-10-10\t2026-10-10\tV\tno
      """
    let year = try CalendarYear(year: 2026, lines: table, mark: .verified)
    #expect(year.makeUp.map(\.iso) == ["2026-10-10"] && year.daysOff.count == 2)
  }

  @Test(arguments: [
    ("2027-02-05", "看不懂"), ("2027-02-05 maybe", "看不懂"), ("2027-02-30 off", "看不懂"), ("off", "看不懂"),
    ("2027-02-05 off work", "看不懂"), ("2027-02-05..2027-02-06..2027-02-07 off", "看不懂"),
    ("2027-02-11..2027-02-05 off", "前面"), ("2026-12-31..2027-01-01 off", "不在 2027"), ("2028-01-01 off", "不在 2027"),
    ("2026 off 2026-10-01 2026-10-07", "不在 2027"), ("2027-02-15 work", "周六或周日"),
    ("2027-10-07 off", "第 1 行"), ("2027-10-02 work", "第 1 行"),
  ])
  func aWrongLineIsNamed(line: String, says: String) {
    let found = faults("2027-10-01..2027-10-12 off\n\n" + line)
    #expect(found.count == 1 && found.first?.line == 3, "\(found)")
    #expect(found.first?.words.zh.hasPrefix("第 3 行：") ?? false)
    #expect(found.first?.words.zh.contains(says) ?? false, "\(found)")
  }

  @Test func everyWrongLineIsNamedAtOnce() {
    #expect(faults("x\n2027-10-01..2027-10-12 off\ny\n2027-03-01 work").map(\.line) == [1, 3, 4])
  }

  @Test(arguments: [(9, false), (10, true), (40, true), (41, false)])
  func aYearHasTenToFortyDaysOff(days: Int, passes: Bool) throws {
    let first = try #require(Day(iso: "2027-03-01"))
    let found = faults("\(first.iso)..\(first.adding(days - 1).iso) off")
    #expect(found.isEmpty == passes)
    if !passes { #expect(found.first?.line == nil && found.first?.words.zh.contains("\(days) 天") ?? false) }
  }

  @Test func twoHundredLinesAreRead() {
    let empty = String(repeating: "# \n", count: 199)
    #expect(faults(empty + "2027-10-01..2027-10-12 off").isEmpty)
    #expect(faults("# \n" + empty + "2027-10-01..2027-10-12 off").contains { $0.words.zh.contains("200 行") })
  }

  @Test func theDifferenceNamesTheDaysThatCountOtherwise() throws {
    let old = WorkCalendar([
      try CalendarYear(year: 2026, lines: "2026-10-01..2026-10-10 off\n2026-10-11 work", mark: .verified)
    ])
    let new = old.replacing(
      try CalendarYear(year: 2026, lines: "2026-09-30..2026-10-09 off\n2026-10-17 work", mark: .verified))
    // 10 October is a Saturday: off by the list or by the week.
    let found = old.differences(to: new, in: 2026)
    #expect(found.map(\.days.lowerBound.iso) == ["2026-09-30", "2026-10-11", "2026-10-17"])
    #expect(found.map(\.isWorked) == [false, false, true])
    #expect(found.first?.words.zh == "9月30日 周三：原来上班，现在放假")
    #expect(old.differences(to: old, in: 2026).isEmpty && old.differences(to: new, in: 2027).isEmpty)
    #expect(!old.without(2026).isWorkingDay(try #require(Day(iso: "2026-10-11"))))
  }
}
