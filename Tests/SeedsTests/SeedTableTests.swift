import Testing

@testable import Seeds

@Suite struct SeedTableTests {
  @Test func escapesAreReadAndNothingElseIsQuoted() throws {
    let table = try SeedTable(file: "x.tsv", text: "a\tb\n\"one\\ttwo\\n\\\\\"\t\n", columns: ["a", "b"])
    #expect(table.rows.map { $0["a"] } == ["\"one\ttwo\n\\\""])
    #expect(table.rows[0]["b"].isEmpty)
  }

  @Test(arguments: [
    ("", 0), ("a\n1\n", 1), ("a\tb\n1\t2\n1\n", 3), ("a\tb\n1\t2\t3\n", 2), ("a\tb\n1\t\\x\n", 2),
    ("a\tb\n1\t2\\\n", 2),
    ("a\tb\n\n", 2),
  ])
  func aFaultNamesTheFileAndLine(text: String, line: Int) {
    let error = #expect(throws: SeedError.self) { try SeedTable(file: "x.tsv", text: text, columns: ["a", "b"]) }
    #expect(error?.file == "x.tsv")
    #expect(error?.line == line)
  }

  @Test func typedFieldsNameWhatIsWrong() throws {
    let row = try SeedTable(file: "x.tsv", text: "n\td\ty\nten\t2026-02-30\tmaybe\n", columns: []).rows[0]
    #expect(throws: SeedError(file: "x.tsv", line: 2, what: "n is not a whole number: ten")) { try row.int("n") }
    #expect(throws: SeedError(file: "x.tsv", line: 2, what: "d is not a day: 2026-02-30")) { try row.day("d") }
    #expect(throws: SeedError(file: "x.tsv", line: 2, what: "y is neither yes nor no: maybe")) { try row.yes("y") }
    #expect(throws: SeedError.self) { try row.required("none") }
  }

  @Test func aFileThatIsNotThereIsNamed() {
    #expect(throws: SeedError(file: "none.tsv", line: 0, what: "the file is not there")) {
      try SeedTable("none.tsv", columns: [])
    }
  }
}
