import Foundation
import Values

/// The log of chain heads in the data folder (`heads.tsv`: town, seq, hash), which stands outside the database, so that
/// a cut tail or a rewritten chain is found.
package struct Heads: Sendable {
  let path: String

  package init(folder: String) { path = folder + "/heads.tsv" }

  /// Adds the heads that are new since the last call.
  package func write(from database: Database) async throws {
    let known = Set(try read().map(\.hash))
    let rows = try await database.read { tx in try tx.rows("SELECT town, seq, hash FROM chain WHERE seq > 0") }
    var lines = ""
    for row in rows where !known.contains(try row.text("hash")) {
      lines += "\(try row.int64("town"))\t\(try row.int64("seq"))\t\(try row.text("hash"))\n"
    }
    if lines.isEmpty { return }
    if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    guard let file = FileHandle(forWritingAtPath: path) else { throw DatabaseError("\(path) cannot be written") }
    try file.seekToEnd()
    try file.write(contentsOf: Data(lines.utf8))
    try file.close()
  }

  /// The last heads of each town, at most 1,000 lines back.
  package func read() throws -> [KnownHead] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(1000).compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let town = Int64(fields[0]), let seq = Int64(fields[1]) else { return nil }
      return .event(town: town, seq: seq, hash: String(fields[2]))
    }
  }
}
