import Foundation
import TriageEngine
import Values

/// The engine on the shipped catalogue, made once.
enum Shipped {
  static let leaves: [Leaf] = read()
  static let engine = TriageEngine(leaves: leaves, wordings: wordings, dangers: dangers)
  /// The sentences of the corpus by their label.
  static let corpus: [(label: String, text: String)] = readCorpus()

  static let wordings = LinearModel(
    corpus.map { (label: $0.label, sample: Sample(sentence: $0.text)) }
      + leaves.flatMap { leaf in
        ([leaf.name + "。" + leaf.example] + leaf.keywords).map { (label: leaf.code, sample: Sample(sentence: $0)) }
      }, least: 2, cost: 2)

  static let dangers = LinearModel(
    dangersTold: rows("urgent.tsv").map { ($0[1], $0[0] != "U0") }, corpus: corpus)

  /// The lines of two fields of a data file, without its header.
  static func rows(_ file: String) -> [[String]] {
    lines(of: data.appending(path: file)).filter { $0.count == 2 }
  }

  private static func lines(of file: URL) -> [[String]] {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  /// The village sentences kept apart for measuring, by their label.
  static var villageSentences: [(label: String, text: String)] {
    let file = repository.appending(path: "Benchmarks/Data/village-own.tsv")
    return lines(of: file).filter { $0.count == 8 }.map { fields in (label: fields[2], text: fields[7]) }
  }

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let data = repository.appending(path: "Sources/Seeds/Data")

  private static func readCorpus() -> [(label: String, text: String)] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: data.path)) ?? []
    return files.sorted().filter { $0.hasPrefix("corpus-") }.flatMap { file in
      rows(file).map { (label: $0[0], text: $0[1]) }
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
