import ArgumentParser
import Documents
import Foundation
import Mechanism
import TriageEngine
import Values

struct Triage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Suggest from text files what the triage screen suggests.", subcommands: [Suggest.self, Similar.self])
}

/// The columns of a file of messages: one header line, no quoting, `\t \n \r \\` escapes.
struct Messages {
  let columns: [String: Int]
  let rows: [[String]]

  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("没有这个文件 / No such file: \(file)")
    }
    let all = try DelimitedReader(Array(data), dialect: .escapedTSV).allRows()
    columns = Dictionary((all.first ?? []).enumerated().map { ($1, $0) }) { first, _ in first }
    rows = all.dropFirst().filter { !$0.allSatisfy(\.isEmpty) }
  }

  func require(_ names: String..., in file: String) throws {
    for name in names where columns[name] == nil {
      throw ValidationError("文件 \(file) 缺少列 \(name) / \(file) has no column \(name)")
    }
  }

  func value(_ name: String, _ row: [String]) -> String {
    guard let index = columns[name], index < row.count else { return "" }
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
        let text = messages.text(row)
        let leaves = engine.classify(text)
        let scope = engine.scope(of: text)
        let matterClass = scope == nil ? leaves.first?.matterClass.rawValue ?? "community" : "out"
        var codes = leaves.map(\.code)
        if let scope { codes.insert(scope.reason.rawValue, at: 0) }
        codes = Array((codes + ["", "", ""]).prefix(3))
        let confidence = String(format: "%.3f", scope == nil ? leaves.first?.score ?? 0 : 0.9)
        let split = engine.split(text).count > 1 ? "yes" : "no"
        let fields =
          [messages.value("id", row), matterClass] + codes + [confidence, engine.urgency(of: text).level.code, split]
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
      try texts.require("id", "body", in: messages)
      let pairs = try Messages(file: self.pairs)
      let (first, second) = pairs.columns["a"] == nil ? ("id_a", "id_b") : ("a", "b")
      try pairs.require(first, second, in: self.pairs)
      var items: [String: SimilarItem] = [:]
      var index = SimilarIndex(capacity: max(1, texts.rows.count))
      for (number, row) in texts.rows.enumerated() {
        let item = SimilarItem(
          id: Int64(number), signature: Signature(of: texts.text(row)), leaf: nil, latitude: nil, longitude: nil, day: 0
        )
        items[texts.value("id", row)] = item
        index.add(item)
      }
      for row in pairs.rows {
        let (a, b) = (pairs.value(first, row), pairs.value(second, row))
        guard let one = items[a], let other = items[b] else {
          throw ValidationError("没有编号为 \(items[a] == nil ? a : b) 的消息 / no message with id \(items[a] == nil ? a : b)")
        }
        print("\(a)\t\(b)\t\(String(format: "%.4f", index.finding(one, other).score))")
      }
    }
  }
}
