import Foundation
import Testing
import Values

@testable import Documents

@Suite struct WorkbookTests {
  private func sheet(_ rows: [[Cell]], name: String = "大事登记簿") -> Sheet {
    Sheet(
      name: name, titles: ["青山村大事登记簿", "2026 年第一季度"],
      columns: [Column("日期", width: 12, kind: .date), Column("事项", width: 40), Column("数", kind: .number)],
      rows: rows, page: PageLines(unit: "1组&青山村", keeper: "李登记"))
  }

  private func rows(_ sheet: Sheet) throws -> [[String]] {
    var found: [[String]] = []
    try XlsxReader(try Workbook(sheets: [sheet]).xlsx()).rows { found.append($0) }
    return found
  }

  private func part(_ name: String, of file: [UInt8]) throws -> String {
    var all: [UInt8] = []
    try ZipArchive(file).read(name) { read in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try read($0) }
        if count == 0 { return }
        all += buffer[..<count]
      }
    }
    return String(decoding: all, as: UTF8.self)
  }

  @Test func comesBackAsWritten() throws {
    let day = try #require(Day(year: 2026, month: 3, day: 5))
    let found = try rows(
      sheet([
        [.day(day), .text("村口路灯不亮,\n请修 <好>&\"𠮷\""), .integer(3)], [.empty, .text("_x4E2D_"), .number(1.25)],
        [.text("=1+1"), .text("+86 138"), .integer(9_007_199_254_740_993)],
        [.text("-5"), .text("@SUM(A1)"), .number(.nan)],
      ]))
    #expect(found[0] == ["青山村大事登记簿", "青山村大事登记簿", "青山村大事登记簿"])
    #expect(found[2] == ["日期", "事项", "数"])
    #expect(found[3] == ["2026-03-05", "村口路灯不亮,\n请修 <好>&\"𠮷\"", "3"])
    #expect(found[4] == ["", "_x4E2D_", "1.25"])
    #expect(found[5] == ["=1+1", "+86 138", "9007199254740993"])
    #expect(found[6] == ["-5", "@SUM(A1)"])
  }

  @Test func textStaysTextAndIsLaidOut() throws {
    let file = try Workbook(sheets: [sheet([[.text("=cmd|' /C calc'!A0")]])]).xlsx()
    let xml = try part("xl/worksheets/sheet1.xml", of: file)
    #expect(!xml.contains("<f>"))
    #expect(xml.contains(#"<pane ySplit="3" topLeftCell="A4""#))
    #expect(xml.contains(#"paperSize="9""#) && xml.contains(#"orientation="landscape""#))
    #expect(xml.contains("<oddHeader>&amp;L 1组&amp;&amp;青山村&amp;R登记人：李登记</oddHeader>"))
    #expect(xml.contains("<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>"))
    #expect(try part("xl/workbook.xml", of: file).contains("大事登记簿'!$3:$3"))
    #expect(try part("xl/styles.xml", of: file).contains(#"wrapText="1""#))
  }

  @Test func cleansAndCutsText() throws {
    let long = String(repeating: "诉", count: 40_000)
    let found = try rows(sheet([[.text("a\u{0}b\u{1F}c\u{7F}\u{FFFF}\r\nd\te"), .text(long)]]))
    #expect(found[3][0] == "abc\nd\te")
    #expect(found[3][1].utf16.count == 32_767)
    #expect(found[3][1].hasSuffix("诉…"))
    #expect(CellText.clean(String(repeating: "𠮷", count: 16_384)).utf16.count == 32_767)
    #expect(CellText.clean(String(repeating: "诉", count: 32_767)).utf16.count == 32_767)
    let escapes = try rows(sheet([[.text(String(repeating: "_x4E2D_", count: 4_681))]]))[3][0]
    #expect(escapes.hasPrefix("_x4E2D__x4E2D_") && escapes.hasSuffix("…") && escapes.utf16.count > 17_000)
  }

  @Test func fitsSheetNames() {
    let names = SheetNames.fit(["a/b:c", "", "诉求", "诉求", "'x'", String(repeating: "长", count: 40), "History"])
    #expect(names == ["abc", "Sheet2", "诉求", "诉求 2", "x", String(repeating: "长", count: 31), "History 2"])
  }

  @Test func leavesNoFileBehind() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: place) }
    #expect(try XlsxWriter.write(Workbook(sheets: [sheet([])]), under: place).starts(with: [0x50, 0x4B]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    #expect(throws: DocumentError.self) {
      try XlsxWriter.write(Workbook(sheets: []), under: place.appendingPathComponent("none"))
    }
  }

  @Test func severalSheetsAndNone() throws {
    let file = try Workbook(sheets: [sheet([], name: "大事"), sheet([[.integer(1)]], name: "小事")]).xlsx()
    #expect(try XlsxReader(file).sheetNames == ["大事", "小事"])
    #expect(try XlsxReader(file, sheet: "小事").firstRows(9).last == ["1"])
    #expect(try XlsxReader(try Workbook(sheets: []).xlsx()).firstRows(1) == [])
  }
}
