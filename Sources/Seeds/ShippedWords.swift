import Governance
import Values

/// Why a concern is not taken up, with what the reporter is told.
package struct ShippedRefusal: Sendable, Hashable {
  package let reason: ScopeReason
  package let name: Text
  /// With placeholders in braces: {village}, {phone}, {reason}.
  package let answer: Text
}

/// A paragraph of the privacy notice (PIPL 17).
package struct NoticePart: Sendable, Hashable {
  /// "2026-11": the version that people were shown.
  package let version: String
  /// "who", "why", …
  package let part: String
  package let heading: Text
  /// With placeholders in braces: {village}, {town}, {phone}, and the keeping periods {contact}, {recordings}.
  package let text: Text

  package init(version: String, part: String, heading: Text, text: Text) {
    (self.version, self.part, self.heading, self.text) = (version, part, heading, text)
  }
}

/// A figure of a law or a default with the time it holds (rules.md).
package struct ShippedRule: Term, Sendable, Hashable {
  /// "villagersAssembly.persons.quorum"
  package let key: String
  /// As written: "10", ">1/2", "17:30".
  package let value: String
  package let unit: String
  /// Nil where no law sets the figure.
  package let law: Text?
  /// The articles, "21, 22"; office pages alone show them, with the mark.
  package let article: String
  package let from: Day
  /// The last day; nil while it holds.
  package let until: Day?
  package let mark: RuleMark
}

extension ShippedRefusal {
  /// `refusals.tsv`: one row for each `ScopeReason`.
  static func load() throws(SeedError) -> [ShippedRefusal] {
    let table = try SeedTable("refusals.tsv", columns: ["code", "name_zh", "name_en", "answer_zh", "answer_en"])
    var all: [ShippedRefusal] = []
    for row in table.rows {
      let reason = try row.choice("code", as: ScopeReason.self)
      guard !all.contains(where: { $0.reason == reason }) else { throw row.error("\(reason) stands there twice") }
      all.append(ShippedRefusal(reason: reason, name: try row.text("name"), answer: try row.text("answer")))
    }
    let missing = ScopeReason.allCases.filter { reason in !all.contains { $0.reason == reason } }
    guard missing.isEmpty else {
      throw SeedError(file: table.file, line: 0, what: "missing: \(missing.map(\.rawValue).joined(separator: ", "))")
    }
    return all
  }
}

extension NoticePart {
  /// `notice.tsv`, in the order in which it is read.
  static func load() throws(SeedError) -> [NoticePart] {
    let columns = ["version", "part", "heading_zh", "heading_en", "text_zh", "text_en"]
    var all: [NoticePart] = []
    for row in try SeedTable("notice.tsv", columns: columns).rows {
      all.append(
        NoticePart(
          version: try row.required("version"), part: try row.required("part"), heading: try row.text("heading"),
          text: try row.text("text")))
    }
    return all
  }
}

extension ShippedRule {
  /// `rules.tsv`. Rows of one key follow each other without gap or overlap.
  static func load() throws(SeedError) -> [ShippedRule] {
    let columns = ["key", "value", "unit", "law_zh", "law_en", "article", "effective_from", "effective_to", "mark"]
    var all: [ShippedRule] = []
    for row in try SeedTable("rules.tsv", columns: columns).rows {
      let rule = ShippedRule(
        key: try row.required("key"), value: try row.required("value"), unit: try row.required("unit"),
        law: row["law_zh"].isEmpty ? nil : try row.text("law"), article: row["article"],
        from: try row.day("effective_from"), until: row["effective_to"].isEmpty ? nil : try row.day("effective_to"),
        mark: try row.choice("mark"))
      if let before = all.last(where: { $0.key == rule.key }) {
        guard before.until?.adding(1) == rule.from else {
          throw row.error("\(rule.key) does not follow the row before")
        }
      }
      all.append(rule)
    }
    return all
  }
}

/// A table of wordings by their key: `templates.tsv`, `kind-answers.tsv`.
func loadTexts(_ file: String, key: String) throws(SeedError) -> [String: Text] {
  var all: [String: Text] = [:]
  for row in try SeedTable(file, columns: [key, "text_zh", "text_en"]).rows {
    let name = try row.required(key)
    guard all.updateValue(try row.text("text"), forKey: name) == nil else {
      throw row.error("\(name) stands there twice")
    }
  }
  return all
}

/// `messages.tsv`, where "\\n" stands for the end of a line.
func loadMessages() throws(SeedError) -> [String: Text] {
  try loadTexts("messages.tsv", key: "key").mapValues { text in
    Text(zh: text.zh.replacing("\\n", with: "\n"), en: text.en.replacing("\\n", with: "\n"))
  }
}
