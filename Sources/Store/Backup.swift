import Foundation
import GRDB
import Values

extension Database {
  /// Writes a whole, consistent copy of the database into a file while others go on writing: SQLite by `VACUUM INTO`,
  /// PostgreSQL by its own `pg_dump`.
  package func dump(to path: String) async throws {
    switch engine {
    case let sqlite as SQLiteEngine: try await sqlite.dump(to: path)
    case let postgres as PostgresEngine:
      try runProgram("pg_dump", ["--format=custom", "--no-owner", "--file=\(path)", postgres.url])
    default: throw DatabaseError("this database cannot be dumped")
    }
  }

  /// Fills an empty database from such a file. `url` as in `init(url:)`.
  package static func restore(url: String, from path: String) throws {
    if url.hasPrefix("sqlite:") {
      let target = String(url.dropFirst("sqlite:".count))
      guard !FileManager.default.fileExists(atPath: target) else {
        throw DatabaseError("there is already a database at \(target)")
      }
      try FileManager.default.copyItem(atPath: path, toPath: target)
    } else {
      try runProgram("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname=\(url)", path])
    }
  }
}

/// Runs another program and waits; throws what it says when it fails.
package func runProgram(_ name: String, _ arguments: [String]) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [name] + arguments
  let errors = Pipe()
  process.standardError = errors
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let said = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw DatabaseError("\(name) failed: \(String(decoding: said, as: UTF8.self))")
  }
}
