import ArgumentParser
import Documents
import Foundation
import Store
import Values

/// What the benchmarks need beside the program itself: databases filled fast, the peers they are measured against, and a
/// workbook. Called by the drivers beside it.
@main
struct Helper: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "Fills databases and runs the peers of the benchmarks.",
    subcommands: [
      Fill.self, IntakePeer.self, PagesPeer.self, SheetMaker.self, GatewaySink.self, OutboxRun.self, TriageRun.self,
    ])
}

/// A workbook of concerns as a clerk would send it.
struct SheetMaker: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sheet", abstract: "Write a workbook of concerns.")
  @Option var rows = 10_000
  @Argument var file: String

  func run() async throws {
    var words = FillWords(seed: 7)
    let today = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)).day
    let columns = ["编号", "日期", "内容", "反映人", "联系电话", "地点"].map { Column($0, width: 20) }
    let lines = (0..<rows).map { row -> [Cell] in
      let saying = words.saying()
      return [
        .integer(row + 1), .day(today.adding(-Int.random(in: 1...600))), .text(saying.text), .text(words.name()),
        .text(words.phone(row)), .text(saying.place),
      ]
    }
    let sheet = Sheet(name: "诉求", columns: columns, rows: lines, page: PageLines(unit: "石桥村"))
    try Data(Workbook(sheets: [sheet]).xlsx()).write(to: URL(fileURLWithPath: file))
  }
}
