/// One line that says what a group of messages is about, in their own words: the phrase that shares most with the rest.
package enum HotDescription {
  /// Characters of the line at most.
  package static let longest = 40
  private static let mostCompared = 60

  /// - Parameters:
  ///   - titles: one a message, "" where it has none.
  ///   - texts: what each says, in the same order; may be left out.
  /// - Returns: "" when nobody said anything.
  package static func line(titles: [String], texts: [String] = []) -> String {
    let phrases = (0..<min(mostCompared, max(titles.count, texts.count))).map { index in
      let title = index < titles.count ? plain(titles[index]) : ""
      return title.count >= 4 ? title : firstClause(index < texts.count ? texts[index] : title)
    }
    let pairs = phrases.map(Self.pairs)
    var holders: [UInt64: Int] = [:]
    for pair in pairs.joined() { holders[pair, default: 0] += 1 }
    let best = phrases.indices.filter { !phrases[$0].isEmpty }.max { one, other in
      let (left, right) = (weight(pairs[one], holders), weight(pairs[other], holders))
      return left == right ? one > other : left < right
    }
    return best.map { shortened(phrases[$0]) } ?? ""
  }

  /// How much a phrase shares with the others, for its length.
  private static func weight(_ pairs: Set<UInt64>, _ holders: [UInt64: Int]) -> Double {
    let shared = pairs.reduce(0) { $0 + (holders[$1] ?? 1) - 1 }
    return Double(shared) / Double(pairs.count + 8)
  }

  private static func pairs(of text: String) -> Set<UInt64> {
    let codes = FoldedText(text).codes
    return Set(zip(codes, codes.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
  }

  /// The first clause that says something.
  private static func firstClause(_ text: String) -> String {
    let clauses = text.split { "，。！？；,.!?;\n\r\t：:".contains($0) }.map { plain(String($0)) }
    return clauses.first { $0.count >= 6 && !greetings.contains(where: $0.contains) } ?? clauses.first ?? ""
  }

  private static let greetings = ["尊敬的", "您好", "你好", "敬爱的"]

  /// In one line, without numbers that may lead to a person.
  private static func plain(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var plain = ""
    var digits = ""
    func flush() {
      plain += digits.count >= 7 ? "…" : digits
      digits = ""
    }
    for character in line {
      if character.isWholeNumber {
        digits.append(character)
      } else {
        flush()
        plain.append(character)
      }
    }
    flush()
    return plain
  }

  private static func shortened(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }
}
