import Values

/// Proposes to split a text that holds several matters (codebook §3), only when sure: the things differ in class or in
/// the body that leads, and are not cause and effect.
struct Splitter: Sendable {
  private var classifier: Classifier
  private let leads: [String: String]
  private let finder: WordFinder
  private let links: Set<Int>
  private let counts: Set<Int>
  private let causes: Set<Int>
  private let joins: Set<Int>
  private let pairs: [(one: [Pattern], other: [Pattern], leaves: SplitPair)]

  /// Words with which a second matter begins.
  private static let linkWords =
    "另外 另有 另, 另反映 另问 再说 再一个 再一件 还有一桩 还有一点 同时也 也想问问 也想反映 与此同时 除此之外 以及 又及 附带 还有就是 再说一件 顺带说 顺便说 顺便问 "
    + "还有 顺便 顺带 此外 再有 再就是 再者 另一件 还有一件 还有个 外加 还想问 也想问 其次 还占 又占 对了 剩下的"
  /// Words near the head of a clause that add something: less than a link, more than a comma.
  private static let joinWords = "还 也 又 并且 而且 并 同时 加上"
  /// Numbering, which as often counts the sides of one matter.
  private static let countWords = "第一 第二 第三 一是 二是 三是 其一 其二 其三 1、 2、 3、 4、 1. 2. 3. 一、 二、 三、 (1) (2) (二) 首先 ① ②"
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
    joins = Set(Self.joinWords.split(separator: " ").compactMap { finder.add(String($0)) })
    pairs = SplitPair.all.map {
      (Pattern.list($0.one, in: &finder), Pattern.list($0.other, in: &finder), $0)
    }
    self.finder = finder
  }

  /// The same for another classifier of the same leaves.
  func with(_ classifier: Classifier) -> Splitter {
    var other = self
    other.classifier = classifier
    return other
  }

  /// The parts, in the order of the text, two or more; empty when the text looks like one matter.
  func parts(of text: FoldedText, place: FoldedText?) -> [PartProposal] {
    let found = finder.hits(in: text.codes)
    let pair = pair(in: text, found, place: place)
    if !pair.isEmpty { return pair }
    let segments = segments(of: text, found)
    guard segments.count > 1 else { return [] }
    let hits = classifier.hits(in: text)
    var parts: [(range: Range<Int>, suggestion: LeafSuggestion, others: [String])] = []
    for segment in segments {
      let suggestions = classifier.suggestions(for: text, in: segment.range, hits: hits, place: place, limit: 3)
      let codes = suggestions.prefix(2).map(\.code)
      guard let best = suggestions.first else { continue }
      let isSure =
        best.score >= segment.needs && best.confidence != .unsure && !Self.companions.contains(best.code)
        && (segment.isLinked || !parts.contains { isLike($0.others, best) || isLike(codes, $0.suggestion) })
        && (!segment.isClause
          || best.confidence == .likely && parts.last.map { $0.suggestion.confidence == .likely } ?? true)
      let known = parts.firstIndex { !differs($0.suggestion, best) }
      if isSure, known == nil {
        parts.append((segment.range, best, codes))
      } else if !parts.isEmpty, known == nil || known == parts.count - 1 {
        parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<segment.range.upperBound
      }
    }
    guard parts.count > 1 else { return [] }
    return parts.map { PartProposal(range: text.range($0.range), suggestion: $0.suggestion) }
  }

  /// The two parts of a pair of `SplitPair` in a short text; empty when there is none.
  private func pair(in text: FoldedText, _ hits: Hits, place: FoldedText?) -> [PartProposal] {
    guard text.codes.count <= Self.short else { return [] }
    for pair in pairs {
      guard let one = pair.one.lazy.compactMap({ $0.ranges(in: hits, of: text).first }).first,
        let other = pair.other.lazy.compactMap({ $0.ranges(in: hits, of: text).first }).first,
        one.upperBound <= other.lowerBound, text.clauses[one.upperBound - 1] < text.clauses[other.lowerBound],
        let cut = text.clauses.firstIndex(of: text.clauses[other.lowerBound])
      else { continue }
      let hits = classifier.hits(in: text)
      let ranges = [(0..<cut, pair.leaves.oneLeaf), (cut..<text.codes.count, pair.leaves.otherLeaf)]
      let parts = ranges.compactMap { range, leaf -> PartProposal? in
        let all = classifier.suggestions(for: text, in: range, hits: hits, place: place, limit: leaf == nil ? 1 : .max)
        return all.first { leaf == nil || $0.code == leaf }.map {
          PartProposal(range: text.range(range), suggestion: $0)
        }
      }
      if parts.count == 2, differs(parts[0].suggestion, parts[1].suggestion) { return parts }
    }
    return []
  }

  /// Share of the evidence a part needs: one that a linking word opens, one that is numbered, one that is only a sentence
  /// of its own. A long text tells one matter from many sides, so its parts need more.
  private struct Needs {
    let link: Double, number: Double, sentence: Double

    /// A clause with a word that adds something; the part before needs as much.
    static let joined = 0.9
    static let ofShort = Needs(link: 0.25, number: 0.7, sentence: 0.7)
    /// No share reaches 2: a sentence alone is no part.
    static let ofLong = Needs(link: 0.5, number: 0.95, sentence: 2)
  }

  private static let short = 80
  private static let shortest = 6
  private static let shortestSentence = 12

  /// What people of one estate complain of in one breath is one matter under the main one (rulings 1 and 2).
  private static let estate: Set<String> = ["CM0304", "CM0305", "CM0306", "CM0307", "GM0105", "GM0106"]

  private func differs(_ one: LeafSuggestion, _ other: LeafSuggestion) -> Bool {
    one.code != other.code
      && (one.matterClass != other.matterClass || leads[one.code] != leads[other.code])
      && !(Self.estate.contains(one.code) && Self.estate.contains(other.code))
  }

  /// Whether a part might as well belong to the category of the other: then nothing tells them apart.
  private func isLike(_ codes: [String], _ other: LeafSuggestion) -> Bool { codes.contains(other.code) }

  private struct Segment {
    let range: Range<Int>
    /// Share of the evidence its category must have, 0…1.
    let needs: Double
    /// A word opens it with which a second matter begins, not only a number or a new sentence.
    let isLinked: Bool
    /// Only a comma stands before it.
    let isClause: Bool
  }

  /// The text cut where a linking word or a number opens a clause, unless a word of cause follows at once; a short text
  /// also where a sentence ends.
  private func segments(of text: FoldedText, _ hits: Hits) -> [Segment] {
    let least = text.codes.count <= Self.short ? Needs.ofShort : Needs.ofLong
    var needs: [Int: Double] = [0: least.link]
    var linked: Set<Int> = []
    for hit in hits.all where links.contains(hit.word) || counts.contains(hit.word) {
      let start = hit.range.lowerBound
      let opensClause = start > 0 && text.clauses[start] != text.clauses[start - 1]
      guard opensClause, !isEffect(after: hit.range.upperBound, in: hits) else { continue }
      if links.contains(hit.word) { linked.insert(start) }
      needs[start] = linked.contains(start) ? least.link : least.number
    }
    for range in text.sentenceRanges.dropFirst() where least.sentence <= 1 && needs[range.lowerBound] == nil {
      guard !isEffect(after: range.lowerBound, in: hits) else { continue }
      guard range.count >= Self.shortestSentence, range.lowerBound >= Self.shortestSentence else { continue }
      needs[range.lowerBound] = least.sentence
    }
    let clauses = joinedClause(of: text, hits).filter { needs[$0] == nil }
    for start in clauses { needs[start] = Needs.joined }
    let cuts = needs.keys.sorted()
    var segments: [Segment] = []
    for (start, end) in zip(cuts, cuts.dropFirst() + [text.codes.count]) {
      if let last = segments.last, end - start < Self.shortest || last.range.count < Self.shortest {
        segments[segments.count - 1] = Segment(
          range: last.range.lowerBound..<end, needs: last.needs, isLinked: last.isLinked, isClause: last.isClause)
      } else {
        segments.append(
          Segment(
            range: start..<end, needs: needs[start] ?? 1, isLinked: linked.contains(start),
            isClause: clauses.contains(start)))
      }
    }
    return segments
  }

  /// Where the second of the two clauses of a short text begins, if a word near its head adds something.
  private func joinedClause(of text: FoldedText, _ hits: Hits) -> Set<Int> {
    guard text.codes.count <= Self.shortest * 6, text.clauses.last == 1, text.sentences.last == 0,
      let start = text.clauses.firstIndex(of: 1), !isEffect(after: start, in: hits),
      hits.all.contains(where: { joins.contains($0.word) && (start...start + 5).contains($0.range.lowerBound) })
    else { return [] }
    return [start]
  }

  /// A word of cause begins within four characters.
  private func isEffect(after end: Int, in hits: Hits) -> Bool {
    hits.all.contains { causes.contains($0.word) && (end...end + 4).contains($0.range.lowerBound) }
  }
}
