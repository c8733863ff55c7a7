import ArgumentParser
import Foundation
import TriageEngine
import Values

extension Triage {
  struct Predict: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Learn a label from a file of labelled messages and tell that of others: id, label, confidence.")
    @Option(help: "TSV with columns title, body and the label.") var train: String
    @Option(help: "The column of the label.") var label: String
    @Option(parsing: .upToNextOption, help: "TSV files of messages without a label, to learn from as well.")
    var background: [String] = []
    @Argument(help: "TSV with columns id, title, body; a label in it is not read.") var file: String

    func run() async throws {
      let known = try Messages(file: train)
      try known.require("body", label, in: train)
      let messages = try Messages(file: file)
      try messages.require("id", "body", in: file)
      let others = try background.flatMap { name in
        let more = try Messages(file: name)
        try more.require("body", in: name)
        return more.rows.map(more.sample)
      }
      let model = LinearModel(
        known.rows.filter { !known.value(label, $0).isEmpty }.map { (known.value(label, $0), known.sample($0)) },
        background: others)
      guard !model.labels.isEmpty else {
        throw ValidationError("\(train) 里没有带标签的行 / \(train) has no row with a label")
      }
      for row in messages.rows {
        let (label, confidence) = model.label(of: messages.sample(row))
        print("\(messages.value("id", row))\t\(escaped(label))\t\(fixed(confidence, 3))")
      }
    }
  }
}

extension Messages {
  /// Title and body as what a label is learnt from. White space is left out: one source keeps it, another does not.
  func sample(_ row: [String]) -> Sample {
    Sample(
      title: value("title", row).filter { !$0.isWhitespace }, body: value("body", row).filter { !$0.isWhitespace })
  }
}

/// A field of a line of output.
func escaped(_ field: String) -> String {
  field.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n").replacing(
    "\r", with: "\\r")
}

/// A number with so many digits after the point.
func fixed(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
