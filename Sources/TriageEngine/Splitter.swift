import Values

/// Proposes to split a text that holds several matters (codebook §3), only when sure: the things differ in class or in
/// the body that leads, and are not cause and effect.
struct Splitter: Sendable {
  private let classifier: Classifier
  private let leads: [String: String]
  private let finder: WordFinder
  private let links: Set<Int>
  private let counts: Set<Int>
  private let causes: Set<Int>

  /// Words with which a second matter begins.
  private static let linkWords =
    "另外 还有 顺便 顺带 此外 再有 再就是 再者 另一件 还有一件 还有个 外加 还想问 也想问 其次 还占 又占 对了 剩下的"
  /// Numbering, which as often counts the sides of one matter.
  private static let countWords = "第二 第三 二是 三是 其二 1、 2、 3、 4、 1. 2. 3. 一、 二、 三、 (1) (2) (二) ① ②"
  /// Conduct, questions and advice belong to the matter they accompany (ruling 8).
  private static let companions: Set<String> = ["GM1001", "GM1005", "GM0507"]
  /// Words that tie what follows to what went before as its effect.
  private static let causeWords = "所以 导致 造成 因此 因为 结果 害得 弄得 使得 以致 才"

  init(classifier: Classifier, leaves: [Leaf]) {
    self.classifier = classifier
    leads = Dictionary(leaves.map { ($0.code, $0.lead) }, uniquingKeysWith: { first, _ in first })
    var finder = WordFinder()
    links = Set(Self.linkWords.split(separator: " ").compactMap { finder.add(String($0)) })
    counts = Set(Self.countWords.split(separator: " ").compactMap { finder.add(String($0)) })
    causes = Set(Self.causeWords.split(separator: " ").compactMap { finder.add(String($0)) })
    self.finder = finder
  }

  /// The parts, in the order of the text, two or more; empty when the text looks like one matter.
  func parts(of text: FoldedText, place: FoldedText?) -> [PartProposal] {
    let segments = segments(of: text)
    guard segments.count > 1 else { return [] }
    let hits = classifier.hits(in: text)
    var parts: [(range: Range<Int>, suggestion: LeafSuggestion)] = []
    for segment in segments {
      let best = classifier.suggestions(for: text, in: segment.range, hits: hits, place: place, limit: 1).first
      let isSure = best.map {
        $0.score >= segment.needs && $0.confidence != .unsure && !Self.companions.contains($0.code)
      }
      let known = best.flatMap { best in parts.firstIndex { !differs($0.suggestion, best) } }
      if let best, isSure == true, known == nil {
        parts.append((segment.range, best))
      } else if !parts.isEmpty, known == nil || known == parts.count - 1 {
        parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<segment.range.upperBound
      }
    }
    guard parts.count > 1 else { return [] }
    return parts.map { PartProposal(range: text.range($0.range), suggestion: $0.suggestion) }
  }

  /// Share of the evidence a part needs that a linking word opens, and one that is only numbered.
  private static let sure = 0.5
  private static let surer = 0.95
  private static let shortest = 6

  /// What people of one estate complain of in one breath is one matter under the main one (rulings 1 and 2).
  private static let estate: Set<String> = ["CM0304", "CM0305", "CM0306", "CM0307", "GM0105"]

  private func differs(_ one: LeafSuggestion, _ other: LeafSuggestion) -> Bool {
    one.code != other.code
      && (one.matterClass != other.matterClass || leads[one.code] != leads[other.code])
      && !(Self.estate.contains(one.code) && Self.estate.contains(other.code))
  }

  private struct Segment {
    let range: Range<Int>
    /// Share of the evidence its category must have, 0…1.
    let needs: Double
  }

  /// The text cut where a linking word or a number opens a clause, unless a word of cause follows at once.
  private func segments(of text: FoldedText) -> [Segment] {
    let hits = finder.hits(in: text.codes)
    var needs: [Int: Double] = [0: Self.sure]
    for hit in hits.all where !causes.contains(hit.word) {
      let start = hit.range.lowerBound
      let opensClause = start > 0 && text.clauses[start] != text.clauses[start - 1]
      guard opensClause, !isEffect(after: hit, in: hits) else { continue }
      needs[start] = min(needs[start] ?? 1, links.contains(hit.word) ? Self.sure : Self.surer)
    }
    let cuts = needs.keys.sorted()
    var segments: [Segment] = []
    for (start, end) in zip(cuts, cuts.dropFirst() + [text.codes.count]) {
      if let last = segments.last, end - start < Self.shortest || last.range.count < Self.shortest {
        segments[segments.count - 1] = Segment(range: last.range.lowerBound..<end, needs: last.needs)
      } else {
        segments.append(Segment(range: start..<end, needs: needs[start] ?? 1))
      }
    }
    return segments
  }

  private func isEffect(after hit: WordFinder.Hit, in hits: Hits) -> Bool {
    hits.all.contains {
      causes.contains($0.word) && $0.range.lowerBound >= hit.range.lowerBound
        && $0.range.lowerBound - hit.range.upperBound <= 4
    }
  }
}
