import Testing
import Values

@testable import Documents

@Suite struct XlsxReaderTests {
  private func rows(_ file: [UInt8]) throws -> [[String]] {
    var found: [[String]] = []
    try XlsxReader(file).rows { found.append($0) }
    return found
  }

  @Test func readsEachKindOfCell() throws {
    let file = try ZipMaker.workbook(
      sheetData: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>a&lt;b</t></is></c></row>
        <row r="3"><c r="A3"><v>13800138000</v></c><c r="B3"><v>1.1000000000000001</v></c><c r="C3"><v>-1.5E3</v></c>
        <c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="F3"><f>1+1</f><v>2</v></c>
        <c r="G3" t="e"><v>#N/A</v></c><c r="H3"><f>1+</f></c></row><row r="9"><c r="A9" s="1"/></row>
        """,
      strings: """
        <si><t>甲</t></si><si><r><t xml:space="preserve">红 </t></r><r><t>蓝_x000D_
        三</t></r><rPh sb="0" eb="1"><t>lan</t></rPh></si>
        """)
    #expect(
      try rows(file) == [
        ["甲", "红 蓝\n三", "", "a<b"], [], ["13800138000", "1.1", "-1500", "TRUE", "甲x", "2", "#N/A"],
      ])
    #expect(try XlsxReader(file).sheetNames == ["诉求&问题"])
    #expect(try XlsxReader(file, sheet: "诉求&问题").firstRows(1) == [["甲", "红 蓝\n三", "", "a<b"]])
    #expect(throws: DocumentError.noSuchSheet("无")) { try XlsxReader(file, sheet: "无") }
  }

  private static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
    <numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot;day&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/>
    <numFmt numFmtId="167" formatCode="yyyy/m/d h:mm:ss"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
    <xf numFmtId="167"/><xf numFmtId="20"/><xf numFmtId="31"/></cellXfs>
    """

  @Test func readsDatesByTheirFormat() throws {
    let cells = [
      (0, "46086"), (1, "46086"), (2, "46086"), (3, "46086"), (4, "46086.5"), (5, "43504.378483796296"), (6, "0.5"),
      (7, "59"), (1, "60"), (1, "61"), (5, "46086.99999999"),
    ]
    let data = cells.map { #"<c s="\#($0.0)"><v>\#($0.1)</v></c>"# }.joined()
    let file = try ZipMaker.workbook(
      sheetData: "<row>\(data)<c t=\"d\"><v>2026-03-05T00:00:00</v></c></row>", styles: Self.styles)
    #expect(
      try rows(file) == [
        [
          "46086", "2026-03-05", "2026-03-05", "46086", "46086.5", "2019-02-08 09:05:01", "12:00", "1900-02-28", "60",
          "1900-03-01", "2026-03-06", "2026-03-05",
        ]
      ])
  }

  @Test func readsDatesFrom1904() throws {
    let file = try ZipMaker.workbook(
      sheetData: #"<row><c s="1"><v>44624</v></c><c s="1"><v>0</v></c></row>"#, styles: Self.styles,
      workbookPr: #"<workbookPr date1904="1"/>"#)
    #expect(try rows(file) == [["2026-03-05", "1904-01-01"]])
  }

  @Test func repeatsMergedValues() throws {
    let file = try ZipMaker.workbook(
      sheetData: """
        <row r="1"><c r="A1" t="str"><v>题</v></c></row>
        <row r="2"><c r="A2" t="str"><v>一组</v></c><c r="B2"><v>1</v></c></row>
        <row r="4"><c r="A4"/><c r="B4"><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c></row>
        """,
      after: #"<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="A1:C1"/></mergeCells>"#)
    #expect(try rows(file) == [["题", "题", "题"], ["一组", "1"], ["一组"], ["一组", "3"], ["", "4"]])
  }

  @Test func refusesOverlappingMerges() throws {
    let merges = (0..<300).map { #"<mergeCell ref="A1:B\#($0 + 2)"/>"# }.joined()
    let file = try ZipMaker.workbook(
      sheetData: #"<row r="1"><c r="A1"><v>1</v></c></row>"#, after: "<mergeCells>\(merges)</mergeCells>")
    #expect(throws: DocumentError.tooLarge(.merges)) { try rows(file) }
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "<!ELEMENT worksheet ANY>",
  ])
  func refusesDocumentTypes(_ markup: String) throws {
    let file = try ZipMaker.workbook(sheetData: "<row><c><v>1</v></c></row>", before: markup)
    #expect(throws: DocumentError.damaged("xl/worksheets/first.xml")) { try XlsxReader(file) }
  }

  @Test(arguments: [
    "<row><c t=\"str\"><v>&b;</v></c></row>", "<row><c><v>1</v></c>", "<row r=\"2\"/><row r=\"1\"/>",
    "<row><c r=\"1A\"><v>1</v></c></row>", "<row><c t=\"s\"><v>7</v></c></row>", "<row r=\"99999999\"/>",
    String(repeating: "<x>", count: 200),
  ])
  func refusesDamage(_ data: String) throws {
    let file = try ZipMaker.workbook(sheetData: data)
    #expect(throws: DocumentError.damaged("xl/worksheets/first.xml")) { try rows(file) }
  }

  @Test func keepsToTheLimitsOfATable() throws {
    let wide = try ZipMaker.workbook(sheetData: "<row r=\"1\"><c r=\"GS1\"><v>1</v></c></row>")
    #expect(throws: DocumentError.tooLarge(.columns)) { try rows(wide) }
    let widest = try ZipMaker.workbook(sheetData: "<row r=\"1\"><c r=\"GR1\"><v>1</v></c></row>")
    #expect(try rows(widest).first?.count == 200)
    let long = try ZipMaker.workbook(sheetData: "<row r=\"1000001\"><c><v>1</v></c></row>")
    #expect(throws: DocumentError.tooLarge(.rows)) { try XlsxReader(long).rows { _ in } }
    let emptyEnd = try ZipMaker.workbook(sheetData: "<row><c><v>1</v></c></row><row r=\"1048576\"><c s=\"1\"/></row>")
    #expect(try rows(emptyEnd) == [["1"]])
  }

  @Test func refusesAZipBomb() throws {
    let bomb = try ZipMaker.zip(
      ZipMaker.parts() + [.init(name: "xl/worksheets/first.xml", zeros: 300 << 20)])
    #expect(bomb.count < 1 << 20)
    #expect(throws: DocumentError.tooLarge(.unpacked)) { try XlsxReader(bomb) }
    // Refused by the ratio alone, and by the bytes alone.
    var limits = ZipArchive.Limits()
    limits.unpacked = .max
    #expect(throws: DocumentError.tooLarge(.unpacked)) { try XlsxReader(bomb, sheet: nil, limits: limits) }
    limits = ZipArchive.Limits()
    limits.ratio = .max
    #expect(throws: DocumentError.tooLarge(.unpacked)) { try XlsxReader(bomb, sheet: nil, limits: limits) }
  }

  @Test func refusesABombThatHidesItsSize() throws {
    var bomb = try ZipMaker.zip(ZipMaker.parts() + [.init(name: "xl/worksheets/first.xml", zeros: 30 << 20)])
    let size = withUnsafeBytes(of: UInt32(30 << 20).littleEndian) { Array($0) }
    let places = bomb.indices.filter { bomb[$0...].starts(with: size) }
    #expect(!places.isEmpty)
    for place in places { bomb.replaceSubrange(place..<(place + 4), with: [0, 16, 0, 0]) }
    #expect(throws: DocumentError.self) { try XlsxReader(bomb) }
  }

  @Test func refusesOtherFiles() throws {
    #expect(throws: DocumentError.notXlsx) { try XlsxReader(Array("姓名,电话".utf8)) }
    #expect(throws: DocumentError.notXlsx) { try XlsxReader([]) }
    #expect(throws: DocumentError.notXlsx) { try XlsxReader([0x50, 0x4B, 3, 4, 1, 2, 3]) }
    #expect(throws: DocumentError.notXlsx) { try XlsxReader(try ZipMaker.zip([.init(name: "a.txt", text: "a")])) }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    #expect(throws: DocumentError.oldExcel) { try XlsxReader(old) }
    #expect(DocumentError.oldExcel.message.zh == "请另存为 .xlsx")
    let locked = old + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(throws: DocumentError.encrypted) { try XlsxReader(locked) }
    let sheet = ZipMaker.Entry(name: "xl/worksheets/first.xml", text: "<worksheet/>", password: "p")
    let lockedZip = try ZipMaker.zip(ZipMaker.parts() + [sheet])
    #expect(throws: DocumentError.encrypted) { try XlsxReader(lockedZip) }
  }

  @Test func readsTagsAcrossPieces() throws {
    // Rows of odd lengths, so that tags and characters fall on every edge of the reading buffer.
    let texts = (0..<4000).map { String(repeating: "青山", count: $0 % 37) + "&\($0)" }
    let data = texts.map {
      "<x:row><x:c t='str' q=\"a>b\"><x:v>\($0.replacing("&", with: "&amp;"))</x:v></x:c></x:row>"
    }
    let file = try ZipMaker.workbook(sheetData: data.joined(separator: "<!-- <row> -->"))
    #expect(try rows(file).map { $0[0] } == texts)
  }
}
