import Foundation
import Values

/// Files by the hash of their content, in a folder. What is stored twice takes the place once.
package struct Files: Sendable {
  package let folder: String

  package init(folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Stores the bytes; gives their SHA-256 in 64 hexadecimal digits.
  package func put(_ bytes: [UInt8]) throws -> String {
    let hash = Secrets.sha256(bytes)
    let path = path(of: hash)
    if FileManager.default.fileExists(atPath: path) { return hash }
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    return hash
  }

  /// Nil when there is none, or `hash` is no hash.
  package func get(_ hash: String) -> [UInt8]? {
    guard hash.count == 64, hash.allSatisfy(\.isHexDigit) else { return nil }
    return FileManager.default.contents(atPath: path(of: hash)).map { Array($0) }
  }

  /// The hashes of the files last written before the date.
  package func stored(before date: Date) throws -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var found: [String] = []
    for case let path as String in walk {
      let name = (path as NSString).lastPathComponent
      guard name.count == 64, let changed = walk.fileAttributes?[.modificationDate] as? Date, changed < date else {
        continue
      }
      found.append(name)
    }
    return found
  }

  package func remove(_ hash: String) throws {
    guard hash.count == 64, FileManager.default.fileExists(atPath: path(of: hash)) else { return }
    try FileManager.default.removeItem(atPath: path(of: hash))
  }

  private func path(of hash: String) -> String { "\(folder)/\(hash.prefix(2))/\(hash)" }
}

/// A table whose column `file` names stored files by their hash.
package struct FileTable: Sendable {
  package let name: String
  /// The rows whose file is kept, as a condition of SQL: others name one that has gone as it should.
  let holding: String

  package init(_ name: String, holding: String = "file <> ''") { (self.name, self.holding) = (name, holding) }
}

extension Transaction {
  /// Rows of a table that should have their file, with its hash, after `last`, at most `limit`.
  package func kept(in table: FileTable, after last: Int64, limit: Int) throws -> [(id: Int64, file: String)] {
    try rows(
      SQL(unchecked: "SELECT id, file FROM \(table.name) WHERE \(table.holding) AND id > ")
        + "\(last) ORDER BY id LIMIT \(limit)"
    ).map { (try $0.int64("id"), try $0.text("file")) }
  }

  /// Whether a row that should have its file names this one.
  package func names(_ hash: String, in table: FileTable) throws -> Bool {
    try row(
      SQL(unchecked: "SELECT 1 AS one FROM \(table.name) WHERE \(table.holding) AND file = ") + "\(hash) LIMIT 1")
      != nil
  }
}
