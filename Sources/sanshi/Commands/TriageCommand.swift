import ArgumentParser
import Documents
import Foundation
import Mechanism
import TriageEngine
import Values

struct Triage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest from text files what the triage screen suggests.",

    subcommands: [Suggest.self, Predict.self, Similar.self, Group.self, Hot.self, Evaluate.self])
}

/// The columns of a file of messages: one header line, no quoting, `\t \n \r \\` escapes.
struct Messages {
  let columns: [String: Int]
  let rows: [[String]]

  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("没有这个文件 / No such file: \(file)")
    }
    let all: [[String]]
    do {
      all = try DelimitedReader(Array(data), dialect: .escapedTSV).allRows()
    } catch {
      throw ValidationError("文件 \(file) 不是 UTF-8 的文本：\(error) / \(file) is no text in UTF-8: \(error)")
    }
    columns = Dictionary((all.first ?? []).enumerated().map { ($1.lowercased(), $0) }) { first, _ in first }
    rows = all.dropFirst().filter { !$0.allSatisfy(\.isEmpty) }
  }

  func require(_ names: String..., in file: String) throws {
    for name in names where columns[name.lowercased()] == nil {
      throw ValidationError("文件 \(file) 缺少列 \(name) / \(file) has no column \(name)")
    }
  }

  func value(_ name: String, _ row: [String]) -> String {
    guard let index = columns[name.lowercased()], index < row.count else { return "" }
    return row[index]
  }

  /// Title and body, joined, without white space: where one source keeps them apart another does not.
  func text(_ row: [String]) -> String { (value("title", row) + value("body", row)).filter { !$0.isWhitespace } }
}

extension Triage {
  struct Suggest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A line a message: id, class, three leaves, confidence, urgency, split.")
    @Argument(help: "TSV with columns id, title, body.") var file: String

    func run() async throws {
      let messages = try Messages(file: file)
      try messages.require("id", "body", in: file)
      let engine = TownCatalogue.shipped.engine
      for row in messages.rows {
        let line = engine.suggestionLine(for: messages.text(row))
        let fields =
          [messages.value("id", row), line.matterClass] + line.codes
          + [fixed(line.certainty, 3), line.urgency, line.isSplit ? "yes" : "no"]
        print(fields.joined(separator: "\t"))
      }
    }
  }

  struct Similar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A line a pair: a, b, score from 0 to 1.")
    @Option(help: "TSV with columns id, title, body.") var messages: String
    @Argument(help: "TSV with columns a, b or id_a, id_b.") var pairs: String

    func run() async throws {
      let texts = try Messages(file: messages)
      for pair in try pairScores(of: try Messages(file: pairs), among: texts, file: messages, pairsFile: pairs) {
        print("\(pair.one)\t\(pair.other)\t\(fixed(pair.score, 4))")
      }
    }
  }
}

/// The scores of pairs of messages, in the order of the pairs.
func pairScores(
  of pairs: Messages, among texts: Messages, file: String, pairsFile: String
) throws -> [(one: String, other: String, score: Double)] {
  try texts.require("id", "body", in: file)
  let (first, second) = pairs.columns["a"] == nil ? ("id_a", "id_b") : ("a", "b")
  try pairs.require(first, second, in: pairsFile)
  var items: [String: SimilarItem] = [:]
  var index = SimilarIndex(capacity: max(1, texts.rows.count))
  for (row, item) in zip(texts.rows, texts.similarItems) {
    items[texts.value("id", row)] = item
    index.add(item)
  }
  return try pairs.rows.map { row in
    let (a, b) = (pairs.value(first, row), pairs.value(second, row))
    guard let one = items[a], let other = items[b] else {
      let missing = items[a] == nil ? a : b
      throw ValidationError("没有编号为 \(missing) 的消息 / no message with id \(missing)")
    }
    return (a, b, index.finding(one, other).score)
  }
}

/// What the engine tells of a text, in a line.
struct SuggestionLine {
  /// "out" when it is not to be taken up.
  let matterClass: String
  /// Three: leaves, or the scope reason and two leaves.
  let codes: [String]
  let certainty: Double
  let urgency: String
  let isSplit: Bool
}

extension TriageEngine {
  func suggestionLine(for text: String) -> SuggestionLine {
    let (leaves, scope) = (classify(text), scope(of: text))
    let codes = (scope.map { [$0.reason.rawValue] } ?? []) + leaves.map(\.code) + ["", "", ""]
    return SuggestionLine(
      matterClass: scope == nil ? leaves.first?.matterClass.rawValue ?? "community" : "out",
      codes: Array(codes.prefix(3)), certainty: scope == nil ? leaves.first?.certainty ?? 0 : 0.9,
      urgency: urgency(of: text).level.code, isSplit: split(text).count > 1)
  }
}
