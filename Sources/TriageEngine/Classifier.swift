import Values

/// Proposes categories: the codebook's cues, the catalogue's keywords, and likeness to each category's wordings.
struct Classifier: Sendable {
  private struct CompiledCue: Sendable {
    let cue: Cue
    let any: [Pattern], with: [Pattern], unless: [Pattern]
    let gives: [(leaf: Int, points: Double)]
  }
  /// One piece of evidence for or against categories.
  private struct Evidence { let leaf: Int, points: Double, reason: Reason }

  private let leaves: [Leaf]
  private let finder: WordFinder
  private let cues: [CompiledCue]
  /// The cues that may begin with a word, by the word.
  private let cuesOfWord: [Int: [Int]]
  private let keywordLeaves: [Int: [Int]]
  private let grams: GramIndex

  // How the three kinds of evidence are weighed, and how sharply points become shares. Set by hand, coarsely.
  private static let likenessWeight = 18.0
  private static let keywordWeight = 0.55
  private static let cueWeight = 0.8
  private static let sharpness = 0.9
  /// What is said first counts more: the title, or the first words.
  private static let opening = 40
  private static let openingFactor = 1.4

  init(leaves: [Leaf]) {
    self.leaves = leaves
    var finder = WordFinder()
    let numbers = Dictionary(leaves.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var keywordLeaves: [Int: [Int]] = [:]
    for (index, leaf) in leaves.enumerated() {
      for word in leaf.keywords.compactMap({ finder.add($0) }) { keywordLeaves[word, default: []].append(index) }
    }
    cues = Cue.all.map { cue in
      CompiledCue(
        cue: cue, any: Pattern.list(cue.any, in: &finder), with: Pattern.list(cue.with, in: &finder),
        unless: Pattern.list(cue.unless, in: &finder), gives: Self.points(cue.gives, numbers: numbers))
    }
    cuesOfWord = Self.cuesOfWord(cues)
    self.finder = finder
    self.keywordLeaves = keywordLeaves
    let phrases = Phrases.byLeaf
    grams = GramIndex(
      documents: leaves.map { [$0.name, $0.example] + $0.keywords + (phrases[$0.code] ?? []) })
  }

  /// The best categories of `range` of the text (of all of it by default), best first.
  /// `place` are words about the place that belong to the text but are not part of it. `hits` is what `hits(in:)` gave,
  /// for callers that ask about several ranges of one text.
  func suggestions(for text: FoldedText, in range: Range<Int>? = nil, hits: Hits? = nil, place: FoldedText?, limit: Int)
    -> [LeafSuggestion]
  {
    guard !leaves.isEmpty else { return [] }
    let range = range ?? 0..<text.codes.count
    let hits = hits ?? self.hits(in: text)
    let evidence = keywordEvidence(in: text, range, hits) + cueEvidence(in: text, range, hits, place: place)
    var points = grams.cosines(of: text.codes[range]).map { Double($0) * Self.likenessWeight }
    for item in evidence { points[item.leaf] += item.points }
    let shares = Self.shares(of: points)
    let order = shares.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
    return order.prefix(limit).map { index in
      var reasons = evidence.filter { $0.leaf == index && $0.points > 0 }.sorted { $0.points > $1.points }.map(\.reason)
      if let likeness = likeness(to: index, in: text, range) { reasons.append(likeness) }
      let confidence = confidence(share: shares[index], isFirst: index == order[0], reasons: reasons)
      return LeafSuggestion(
        code: leaves[index].code, matterClass: leaves[index].matterClass, score: shares[index],
        confidence: confidence, reasons: reasons)
    }
  }

  /// Whether the text speaks of anything in the catalogue: a keyword or a cue.
  func knowsMatter(in text: FoldedText) -> Bool {
    let range = 0..<text.codes.count
    let hits = hits(in: text)
    return !keywordEvidence(in: text, range, hits).isEmpty || !cueEvidence(in: text, range, hits, place: nil).isEmpty
  }

  private func confidence(share: Double, isFirst: Bool, reasons: [Reason]) -> Confidence {
    if isFirst, share >= 0.75, reasons.count > 1 { return .likely }
    return share >= 0.25 ? .possible : .unsure
  }

  /// The words of keywords and cues in a text.
  func hits(in text: FoldedText) -> Hits { finder.hits(in: text.codes) }

  private func keywordEvidence(in text: FoldedText, _ range: Range<Int>, _ hits: Hits) -> [Evidence] {
    var found: [Int: [Range<Int>]] = [:]
    let keywordHits = hits.all.filter { keywordLeaves[$0.word] != nil && range.contains($0.range.lowerBound) }
    for hit in keywordHits {
      let isInside = keywordHits.contains {
        $0.range.count > hit.range.count && $0.range.lowerBound <= hit.range.lowerBound
          && $0.range.upperBound >= hit.range.upperBound
      }
      if !isInside { found[hit.word, default: []].append(hit.range) }
    }
    return found.sorted { $0.key < $1.key }.flatMap { word, ranges in
      let owners = keywordLeaves[word] ?? []
      let rarity = Arithmetic.log(Double(leaves.count + 1) / Double(owners.count))
      let first = ranges[0].lowerBound - range.lowerBound < Self.opening ? Self.openingFactor : 1
      let length = min(1.3, 0.6 + 0.2 * Double(ranges[0].count))
      let often = 1 + 0.3 * Arithmetic.log(Double(ranges.count))
      let why = Text(zh: "含有这一类的关键词", en: "has keywords of this category")
      let reason = Reason(rule: .section(5), why: why, found: ranges.prefix(3).map(text.found))
      let points = Self.keywordWeight * rarity * first * length * often
      return owners.map { Evidence(leaf: $0, points: points, reason: reason) }
    }
  }

  private func cueEvidence(in text: FoldedText, _ range: Range<Int>, _ hits: Hits, place: FoldedText?)
    -> [Evidence]
  {
    let placeHits = place.map { finder.hits(in: $0.codes) }
    func occurs(_ patterns: [Pattern], near: Range<Int>) -> Range<Int>?? {
      for pattern in patterns {
        let found = pattern.ranges(in: hits, of: text).first {
          range.contains($0.lowerBound) && $0.lowerBound - near.upperBound <= Cue.reach
            && near.lowerBound - $0.upperBound <= Cue.reach
        }
        if let found { return .some(found) }
        if let place, let placeHits, !pattern.ranges(in: placeHits, of: place).isEmpty { return .some(nil) }
      }
      return nil
    }
    var evidence: [Evidence] = []
    for index in Set(hits.all.flatMap { cuesOfWord[$0.word] ?? [] }).sorted() {
      let cue = cues[index]
      var times = 0
      var best: (factor: Double, found: [FoundWord])?
      for start in cue.any.flatMap({ $0.ranges(in: hits, of: text) }) where range.contains(start.lowerBound) {
        let partner = cue.with.isEmpty ? .some(nil) : occurs(cue.with, near: start)
        guard let partner, occurs(cue.unless, near: start) == nil else { continue }
        times += 1
        let factor = start.lowerBound - range.lowerBound < Self.opening ? Self.openingFactor : 1
        guard factor > best?.factor ?? 0 else { continue }
        best = (factor, [start, partner].compactMap { $0 }.map(text.found))
      }
      guard let best else { continue }
      let reason = Reason(rule: cue.cue.rule, why: cue.cue.why, found: best.found)
      let strength = Self.cueWeight * best.factor * (1 + 0.25 * Arithmetic.log(Double(times)))
      evidence += cue.gives.map { Evidence(leaf: $0.leaf, points: $0.points * strength, reason: reason) }
    }
    return evidence
  }

  private func likeness(to leaf: Int, in text: FoldedText, _ range: Range<Int>) -> Reason? {
    let ranges = grams.strongest(for: leaf, in: text.codes[range], limit: 3)
    guard !ranges.isEmpty else { return nil }
    return Reason(rule: .section(5), why: Reason.likeness, found: ranges.map(text.found))
  }

  private static func shares(of points: [Double]) -> [Double] {
    let highest = points.max() ?? 0
    let raised = points.map { Arithmetic.exp(($0 - highest) * sharpness) }
    let sum = raised.reduce(0, +)
    return raised.map { $0 / sum }
  }

  private static func cuesOfWord(_ cues: [CompiledCue]) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (index, cue) in cues.enumerated() {
      for word in Set(cue.any.flatMap(\.firstWords)) { found[word, default: []].append(index) }
    }
    return found
  }

  private static func points(_ cell: String, numbers: [String: Int]) -> [(leaf: Int, points: Double)] {
    let parts = cell.split(separator: " ")
    return stride(from: 0, to: parts.count - 1, by: 2).compactMap { index in
      guard let leaf = numbers[String(parts[index])], let points = Double(parts[index + 1]) else { return nil }
      return (leaf, points)
    }
  }
}
