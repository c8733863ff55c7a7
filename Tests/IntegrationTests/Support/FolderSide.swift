import Foundation
import Values

@testable import Exchange

/// Plays the other side of a folder: fetches orders, lays down answers, whole or not.
struct FolderSide: Sendable {
  /// The folder with its trays.
  let folder: String

  func names(_ tray: Tray) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(tray))) ?? []).sorted()
  }

  func path(_ tray: Tray, _ name: String = "") -> String { "\(folder)/\(tray.rawValue)/\(name)" }

  func bytes(_ tray: Tray, _ name: String) throws -> Data {
    try required(FileManager.default.contents(atPath: path(tray, name)))
  }

  /// The orders of all files that lie there.
  func orders() throws -> [[String: Any]] {
    try names(.outgoing).flatMap { name in
      let object = try JSONSerialization.jsonObject(with: bytes(.outgoing, name)) as? [String: Any]
      return object?["orders"] as? [[String: Any]] ?? []
    }
  }

  func lay(_ bytes: Data, as name: String) throws { try bytes.write(to: URL(fileURLWithPath: path(.incoming, name))) }

  @discardableResult
  func answer(_ rows: [[String: Any]], as name: String) throws -> Data {
    let bytes = try JSONSerialization.data(withJSONObject: ["answers": rows], options: .sortedKeys)
    try lay(bytes, as: name)
    return bytes
  }

  /// What was put beside a file that ends so.
  func report(_ tray: Tray, of name: String) throws -> [String: Any] {
    let found = try required(names(tray).first { $0.hasSuffix("-\(name).result.json") })
    return try JSONSerialization.jsonObject(with: bytes(tray, found)) as? [String: Any] ?? [:]
  }
}
