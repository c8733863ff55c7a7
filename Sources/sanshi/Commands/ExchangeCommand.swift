import ArgumentParser
import Exchange
import Foundation
import Mechanism
import Store
import Values
import Web

/// Orders to and from systems without an interface, by file.
struct ExchangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: "Orders to and from the systems of other authorities, by file.",
    subcommands: [Out.self, In.self])

  struct Out: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the orders of a system to a file, XLSX or JSON by its name.")
    @OptionGroup var options: Options
    @OptionGroup var which: Which
    @Option(help: "The file, ending in .xlsx or .json.") var out: String

    func run() async throws {
      guard let format = OrderFileFormat(rawValue: (out as NSString).pathExtension.lowercased()) else {
        throw ValidationError("文件名要以 .xlsx 或 .json 结尾 / the file ends in .xlsx or .json: \(out)")
      }
      let program = try await Program.open(options.configuration())
      let (town, connector) = try await which.found(in: program)
      let url = program.app.settings.publicURL ?? ""
      let bytes = try await program.app.write { w in
        try w.exportOrders(to: connector, town: town, as: format, .zh, publicURL: url, catalogues: catalogues)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
      say("已写 / written: \(out)")
    }
  }

  struct In: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take the answers of a file that came back, XLSX or JSON.")
    @OptionGroup var options: Options
    @OptionGroup var which: Which
    @Argument(help: "The file.") var file: String

    func run() async throws {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw ValidationError("没有这个文件 / No such file: \(file)")
      }
      let program = try await Program.open(options.configuration())
      let (town, connector) = try await which.found(in: program)
      do {
        let result = try await importAnswers(
          Array(data), name: (file as NSString).lastPathComponent, from: connector, town: town, app: program.app,
          catalogues: catalogues)
        for row in result.refused { print("\(row.line)\t\(row.order)\t\(row.reason.zh)\t\(row.reason.en)") }
        say("已收 / taken: \(result.taken); 已有 / already there: \(result.already); 未收 / refused: \(result.refused.count)")
        if !result.refused.isEmpty { throw ExitCode(2) }
      } catch let errors as FieldErrors {
        throw ValidationError(errors.all.map { "\($0.message.zh) / \($0.message.en)" }.joined(separator: "\n"))
      }
    }
  }

  /// Which system of which town.
  struct Which: ParsableArguments {
    @Option(help: "Code of the town.") var town: String
    @Option(help: "Name of the system; not needed where the town has one.") var system: String?

    func found(in program: Program) async throws -> (ID<Place>, ID<ConnectorRecord>) {
      guard let place = try await program.app.door.place(code: town), let id = place.town, id == place.id else {
        throw ValidationError("没有这个镇的代码 / No town has the code \(town)")
      }
      let systems = try await program.app.database.read { tx in try tx.exchangeSystems(of: id) }
      let fitting = systems.filter { system == nil || $0.name == system }
      guard fitting.count == 1, let only = fitting.first else {
        let names = systems.map(\.name).joined(separator: ", ")
        throw ValidationError("请用 --system 说明是哪个系统 / Say which system by --system: \(names)")
      }
      return (id, only.id)
    }
  }
}
