import Values

/// A part of an office's reply to a reporter: what it begins with, what it says by outcome, what it ends with.
package enum ReplyPart: String, Sendable, Codable, CaseIterable {
  case opening, solved, explained, notPossible, closing

  /// Whether it says how the matter was closed; the other two stand around every reply.
  package var isOutcome: Bool { self != .opening && self != .closing }
}

/// A template of a reply. In braces stands what is filled in by itself; in 【 】 what the handler writes.
package struct ShippedReply: Sendable, Hashable {
  /// The code of those that hold where nothing nearer does.
  package static let general = "general"

  /// Of a leaf, of a top, or `general`.
  package let code: String
  package let part: ReplyPart
  package let text: Text
}

extension ShippedReply {
  /// `reply-templates.tsv`. What is general has every part; opening and closing are general alone.
  static func load() throws(SeedError) -> [ShippedReply] {
    let table = try SeedTable("reply-templates.tsv", columns: ["code", "part", "text_zh", "text_en"])
    var all: [ShippedReply] = []
    for row in table.rows {
      let reply = ShippedReply(
        code: try row.required("code"), part: try row.choice("part"), text: try row.text("text"))
      guard !all.contains(where: { $0.code == reply.code && $0.part == reply.part }) else {
        throw row.error("\(reply.code) \(reply.part) stands there twice")
      }
      guard reply.part.isOutcome || reply.code == general else { throw row.error("\(reply.part) is general alone") }
      all.append(reply)
    }
    let missing = ReplyPart.allCases.filter { part in !all.contains { $0.code == general && $0.part == part } }
    guard missing.isEmpty else {
      throw SeedError(file: table.file, line: 0, what: "general is missing: \(missing.map(\.rawValue))")
    }
    return all
  }
}
