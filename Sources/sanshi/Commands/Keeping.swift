import ArgumentParser
import Foundation
import Store
import Web

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write database, files and key into one tar file; others may go on working.")
  @OptionGroup var options: Options
  @Argument(help: "The file to write.") var file: String

  func run() async throws {
    let program = try await Program.open(options.configuration(existing: true))
    try await BackupFile.make(program.app, at: file)
    say("备份完成 / Backup written: \(file)")
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Fill an empty data folder and database from a backup.")
  @OptionGroup var options: Options
  @Argument(help: "The backup to read.") var file: String

  func run() async throws {
    try BackupFile.restore(options.configuration(), from: file)
    say("已恢复 / Restored from \(file)")
  }
}

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring the database to the schema of this program.")
  @OptionGroup var options: Options

  func run() async throws {
    let program = try await Program.open(options.configuration())
    for id in program.migrated { print(id) }
  }
}

struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walk the event chains and check every row and invariant; exit code 1 when something does not hold.")
  @OptionGroup var options: Options
  @Option(help: "A head of a chain from a printed register or the public page, which must be in a chain.")
  var head: [String] = []

  func run() async throws {
    let program = try await Program.open(options.configuration(existing: true))
    let known = try Heads(folder: program.configuration.folder).read() + head.map(KnownHead.hash)
    let result = try await program.app.ledger.verify(
      program.app.database, entities: program.slices.flatMap(\.entities),
      invariants: program.slices.flatMap(\.invariants), heads: known)
    say("事件 / events: \(result.events); 行 / rows: \(result.rows); 已按规定删除 / erased: \(result.erased)")
    for head in result.heads { print(head) }
    let faults = try await result.faults + FileCheck.faults(program)
    for fault in faults { say("✗ \(fault)") }
    guard faults.isEmpty else { throw ExitCode(1) }
    say("✓ 全部相符 / all holds")
  }
}
