import Testing

@testable import Documents

@Suite struct DelimitedTests {
  private func read(_ text: String, _ dialect: Dialect? = nil) throws -> [[String]] {
    try DelimitedReader(text, dialect: dialect).allRows()
  }

  @Test func readsQuotedFields() throws {
    let csv = Dialect.csv(delimiter: .comma)
    #expect(try read("a,\"b,\"\"c\"\"\nd\",e\r\n,\"\",x\"y\n", csv) == [["a", "b,\"c\"\nd", "e"], ["", "", "x\"y"]])
    #expect(try read("a,b\rc,", csv) == [["a", "b"], ["c", ""]])
    #expect(try read("\"a\"b,c", csv) == [["ab", "c"]])
    #expect(try read("a\n\nb", csv) == [["a"], [""], ["b"]])
    #expect(try read("", csv) == [])
    #expect(throws: DocumentError.openQuote(line: 2)) { try read("a\n\"b\nc", csv) }
  }

  @Test(arguments: [
    ("日期;事项\n", Dialect.csv(delimiter: .semicolon)), ("日期,事项;二", .csv(delimiter: .comma)),
    ("\"a;b;c\",d", .csv(delimiter: .comma)), ("a\tb,c\td", .plainTSV), ("一列", .csv(delimiter: .comma)),
  ])
  func sniffsTheDelimiter(_ text: String, _ dialect: Dialect) {
    #expect(Dialect.sniffed(text) == dialect)
  }

  @Test func readsEscapedTSV() throws {
    let text = "id\tbody\r\n1\t\"他说\\n\\\\n\\t好\\r\\x\"\n2\t\n\\\t"
    #expect(
      try read(text, .escapedTSV) == [["id", "body"], ["1", "\"他说\n\\n\t好\r\\x\""], ["2", ""], ["\\", ""]])
    #expect(try read("a\\tb\t\"c", .plainTSV) == [["a\\tb", "\"c"]])
  }

  @Test(arguments: [Dialect.escapedTSV, .csv(delimiter: .comma), .csv(delimiter: .semicolon)])
  func comesBackAsWritten(_ dialect: Dialect) throws {
    let rows = [["编号", "内容"], ["1", "a\tb\nc\rd\\n\"e\",f;g"], ["", " x "], ["", ""]]
    let bytes = DelimitedWriter.write(rows, as: dialect)
    #expect(try DelimitedReader(bytes, dialect: dialect).allRows() == rows)
  }

  @Test func guardsAgainstFormulas() {
    let row = ["=1+1", "+8", "-1", "@a", "\tb", "a=1", "安全"]
    let csv = DelimitedWriter.write([row], as: .csv(delimiter: .comma))
    #expect(String(decoding: csv, as: UTF8.self) == "'=1+1,'+8,'-1,'@a,\"'\tb\",a=1,安全\r\n")
    let tsv = DelimitedWriter.write([row], as: .escapedTSV)
    #expect(String(decoding: tsv, as: UTF8.self) == "=1+1\t+8\t-1\t@a\t\\tb\ta=1\t安全\n")
  }

  @Test func writesTheMarkForExcel() throws {
    let bytes = DelimitedWriter.write([["甲"]], as: .csv(delimiter: .comma), byteOrderMark: true)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try DelimitedReader(bytes).allRows() == [["甲"]])
    #expect(DelimitedWriter.write([["a\tb\n", "c"]], as: .plainTSV) == Array("a b \tc\n".utf8))
  }
}
