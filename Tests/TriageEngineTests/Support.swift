import Foundation
import TriageEngine
import Values

/// The engine on the shipped catalogue, made once.
enum Shipped {
  static let leaves: [Leaf] = read()
  static let engine = TriageEngine(leaves: leaves)

  /// Codes of the three categories proposed for a text.
  static func codes(_ text: String, place: String = "") -> [String] {
    engine.classify(text, place: place).map(\.code)
  }

  private static func read() -> [Leaf] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Seeds/Data/catalogue.tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 10, !fields[1].isEmpty, let matterClass = MatterClass(rawValue: fields[4]),
        let days = Int(fields[8])
      else { return nil }
      return Leaf(
        code: fields[0], name: fields[2], matterClass: matterClass,
        keywords: fields[9].split(separator: "|").map(String.init), example: fields[10], lead: fields[5],
        coHandlers: fields[6].split(separator: ",").map(String.init), path: fields[7], days: days)
    }
  }
}
