/// A pattern of a table: words with `|` between alternatives and dots between parts that follow one another in the same
/// sentence: `..` at most eight characters apart, `...` at any distance. "墙|屋..裂" finds 墙裂了 and 屋后面裂开.
struct Pattern: Sendable {
  private struct Part: Sendable {
    let words: [Int]
    /// Characters that may stand between this part and the one before.
    let gap: Int
  }
  private let parts: [Part]
  private static let near = 8

  /// Adds the words of `source` to `finder`.
  init(_ source: Substring, in finder: inout WordFinder) {
    parts = Self.split(source).map { part, gap in
      Part(words: part.split(separator: "|").compactMap { finder.add(String($0)) }, gap: gap)
    }
  }

  /// The patterns of a table cell, separated by spaces.
  static func list(_ cell: String, in finder: inout WordFinder) -> [Pattern] {
    cell.split(separator: " ").map { Pattern($0, in: &finder) }
  }

  /// The words of which one must occur where the pattern begins.
  var firstWords: [Int] { parts.first?.words ?? [] }

  /// Where the pattern stands, each from its first to its last part.
  func ranges(in hits: Hits, of text: FoldedText) -> [Range<Int>] {
    // Most patterns have no word in a text: those are told without making lists.
    guard parts.allSatisfy({ part in part.words.contains(where: hits.has) }) else { return [] }
    guard var found = parts.first.map({ part in part.words.flatMap(hits.ranges) }) else { return [] }
    for part in parts.dropFirst() where !found.isEmpty {
      let next = part.words.flatMap(hits.ranges)
      found = found.compactMap { start in
        next.filter { Self.follows($0, start, gap: part.gap, in: text) }.min { $0.lowerBound < $1.lowerBound }
          .map { start.lowerBound..<$0.upperBound }
      }
    }
    return found
  }

  private static func follows(_ next: Range<Int>, _ start: Range<Int>, gap: Int, in text: FoldedText) -> Bool {
    next.lowerBound >= start.upperBound && next.lowerBound - start.upperBound <= gap
      && text.sentences[next.lowerBound] == text.sentences[start.lowerBound]
  }

  /// The parts of a pattern, each with the gap that its dots allow before it.
  private static func split(_ source: Substring) -> [(Substring, Int)] {
    var parts: [(Substring, Int)] = []
    var rest = source
    var gap = 0
    while let dot = rest.firstIndex(of: ".") {
      parts.append((rest[..<dot], gap))
      let after = rest[dot...].firstIndex { $0 != "." } ?? rest.endIndex
      gap = rest.distance(from: dot, to: after) > 2 ? .max : near
      rest = rest[after...]
    }
    parts.append((rest, gap))
    return parts.filter { !$0.0.isEmpty }
  }
}
