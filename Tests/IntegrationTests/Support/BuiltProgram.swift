import Foundation
import Store

/// The built program, run as from a shell, with a data folder of its own.
struct BuiltProgram {
  struct Said {
    let status: Int32
    let output: String
    let errors: String
    var lines: [[String]] { output.split(separator: "\n").map { $0.components(separatedBy: "\t") } }
  }

  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "sanshi-command-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// `inFolder`: whether the data folder is named, as commands that open the database take it: relative, as `./run` does.
  func run(_ arguments: [String], inFolder: Bool = true) throws -> Said {
    let process = Process()
    // The tests are built beside the program.
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("sanshi")
    process.arguments = arguments + (inFolder ? ["--data", "data"] : [])
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys where name.hasPrefix("SANSHI_") { environment[name] = nil }
    process.environment = environment
    let (output, errors) = ("\(folder)/out", "\(folder)/err")
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    return Said(status: process.terminationStatus, output: text(output), errors: text(errors))
  }

  /// Runs a command that must succeed.
  func runs(_ arguments: [String], inFolder: Bool = true) throws -> Said {
    let said = try run(arguments, inFolder: inFolder)
    guard said.status == 0 else { throw Failed(what: "\(arguments): \(said.errors)") }
    return said
  }
}

struct Failed: Error { let what: String }
