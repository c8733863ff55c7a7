import ArgumentParser
import Mechanism
import TriageEngine
import Values

extension Triage {
  struct Group: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Which messages are one matter: id, number of the group.")
    @Argument(help: "TSV with columns id, title, body.") var file: String

    func run() async throws {
      let messages = try Messages(file: file)
      try messages.require("id", "body", in: file)
      for (row, group) in zip(messages.rows, Grouping.groups(of: messages.similarItems)) {
        print("\(messages.value("id", row))\t\(group + 1)")
      }
    }
  }
}

extension Messages {
  /// The messages as the engine compares them; the id is the number of the row. Nothing is known of category, place and
  /// day but what the words say.
  var similarItems: [SimilarItem] {
    let engine = TownCatalogue.shipped.engine
    return rows.enumerated().map { number, row in
      let (text, told) = (text(row), engine.classify(text(row)).first)
      return SimilarItem(
        id: Int64(number), signature: Signature(of: text), leaf: told?.code, leafCertainty: told?.certainty ?? 0, day: 0
      )
    }
  }
}
