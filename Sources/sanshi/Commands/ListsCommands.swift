import ArgumentParser
import Documents
import Foundation
import Governance
import Intake
import Registers
import Store
import Synchronization
import Values
import Web

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in old lists and registers.", subcommands: [Concerns.self])

  struct Concerns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in a TSV, CSV or XLSX file of concerns; what cannot be taken goes to FILE.rejected.tsv.",
      discussion: """
        The header is found, and what each column is by its name and its cells; that is said before the rows are taken. \
        Where it goes wrong say it: \
        --column "类别=class", --column "3=date" (by number), --column "备注=" (left out).
        USE is one of: \(ConcernColumn.allCases.map(\.rawValue).joined(separator: ", ")).
        """)
    @OptionGroup var options: Options
    @Argument(help: "The file; a header row names the columns in Chinese or English.") var file: String
    @Option(help: "Code of the village or community.") var village: String
    @Option(
      name: .customLong("column"),
      help: ArgumentHelp(
        "What a column is, by its header or number; may be given several times.", valueName: "COLUMN=USE")
    ) var columns: [String] = []
    @Option(help: "The row of the header, from 1; found if not given.") var header: Int?
    @Option(help: "The sheet of a workbook; else the first with a table.") var sheet: String?

    func run() async throws {
      let program = try await Program.open(options.configuration())
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw ValidationError("没有这个文件 / No such file: \(file)")
      }
      let place = try await villageInfo(village, in: program)
      let meter = Meter()
      let result: ImportResult
      do {
        result = try await importConcerns(
          bytes: Array(bytes), name: (file as NSString).lastPathComponent, into: place.key,
          villageName: place.info.name.zh, choices: ImportChoices(columns: columns, header: header, sheet: sheet),
          account: nil, app: program.app,
          columns: { uses in for use in uses { say("\(use.zh) / \(use.en)") } }, progress: meter.show)
      } catch let error as DocumentError {
        throw ValidationError("\(error.message.zh) / \(error.message.en)")
      } catch let errors as FieldErrors {
        throw ValidationError(
          errors.all.map { "\($0.field): \($0.message.zh) / \($0.message.en)" }.joined(separator: "\n"))
      }
      let rejected = file + ".rejected.tsv"
      if result.rejected.isEmpty {
        try? FileManager.default.removeItem(atPath: rejected)
      } else {
        try writeRejected(result, to: rejected)
        say("未收 / rejected: \(result.rejected.count) → \(rejected)")
      }
      say("已收 / taken: \(result.taken); 已有 / already there: \(result.already); 事项 / matters: \(result.matters)")
    }

    private func writeRejected(_ result: ImportResult, to path: String) throws {
      let rows = result.rejected.map { ["\($0.line)", $0.reason.zh, $0.reason.en] + $0.row }
      let bytes = DelimitedWriter.write([["line", "reason_zh", "reason_en"] + result.header] + rows, as: .escapedTSV)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
  }
}

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a register to standard output as XLSX or CSV; contact details masked.")
  @OptionGroup var options: Options
  @Option(help: "Code of the village or community.") var village: String
  @Option(name: .customLong("class"), help: "government, community or private.") var matterClass: String
  @Option(help: "xlsx or csv.") var format = "xlsx"

  func run() async throws {
    let program = try await Program.open(options.configuration())
    let place = try await villageInfo(village, in: program)
    guard let matterClass = MatterClass(rawValue: matterClass), let format = TableFormat(rawValue: format) else {
      throw ValidationError("--class government|community|private, --format xlsx|csv")
    }
    var export = RegisterExport(place.key, matterClass)
    export.format = format
    FileHandle.standardOutput.write(Data(try await exportRegister(export, from: program.app)))
  }
}

/// The village of a code, or a message that says what is expected.
private func villageInfo(_ code: String, in program: Program) async throws -> (info: PlaceInfo, key: VillageKey) {
  guard let info = try await program.app.door.place(code: code), let town = info.town, info.village == info.id else {
    throw ValidationError("没有这个村（社区）代码 / No village or community has the code \(code)")
  }
  return (info, VillageKey(town: town, village: info.id))
}

/// Says how far an import is, once a second.
private final class Meter: Sendable {
  private let last = Mutex(ContinuousClock.now)

  @Sendable func show(_ done: Int, _ total: Int) {
    let isDue = last.withLock { last in
      guard ContinuousClock.now - last >= .seconds(1) || done == total else { return false }
      last = .now
      return true
    }
    if isDue { say("\(done) / \(total)") }
  }
}
