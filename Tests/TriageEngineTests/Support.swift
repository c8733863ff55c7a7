import Foundation
import TriageEngine
import Values

/// The engine on the shipped catalogue, made once.
enum Shipped {
  static let leaves: [Leaf] = read()
  static let engine = TriageEngine(leaves: leaves, wordings: wordings)
  /// The sentences of the corpus by their label.
  static let corpus: [(label: String, text: String)] = readCorpus()

  static let wordings = LinearModel(
    corpus.map { (label: $0.label, sample: Sample(sentence: $0.text)) }
      + leaves.flatMap { leaf in
        ([leaf.name + "。" + leaf.example] + leaf.keywords).map { (label: leaf.code, sample: Sample(sentence: $0)) }
      }, least: 2, cost: 2)

  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Seeds/Data")

  private static func readCorpus() -> [(label: String, text: String)] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: data.path)) ?? []
    return files.sorted().filter { $0.hasPrefix("corpus-") }.flatMap { file in
      let text = (try? String(contentsOf: data.appending(path: file), encoding: .utf8)) ?? ""
      return text.split(separator: "\n").dropFirst().compactMap { line in
        let fields = line.split(separator: "\t")
        return fields.count == 2 ? (label: String(fields[0]), text: String(fields[1])) : nil
      }
    }
  }

  /// Codes of the three categories proposed for a text.
  static func codes(_ text: String, place: String = "") -> [String] {
    engine.classify(text, place: place).map(\.code)
  }

  private static func read() -> [Leaf] {
    let file = data.appending(path: "catalogue.tsv")
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
