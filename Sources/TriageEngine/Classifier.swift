import Values

/// How the kinds of evidence are weighed, and how sharply points become shares. Set coarsely, by measuring.
struct Weights: Sendable {
  var keyword = 0.1
  /// Of a leaf without sentences: its keywords speak alone.
  var onlyKeyword = 2.0
  var cue = 1.0
  /// Of what the sentences of the corpus teach.
  var wording = 8.0
  /// Of the title or first words once more.
  var opening = 4.0
  var sharpness = 0.6
}

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
  /// What the sentences of the corpus teach; nil without it.
  private let wordings: LinearModel?
  /// For each leaf its label in `wordings`; nil for one that a town added.
  private let labels: [Int?]

  /// What a town's confirmed decisions teach on top; nil where nothing was learnt.
  private var corrections: LeafCorrections?

  private let weights: Weights
  /// What a leaf without sentences of its own counts as: as little as one that the text does not speak for.
  private static let strange: Float = -0.9
  private static let sharpness = 0.9
  /// What is said first counts more: the title, or the first words.
  private static let opening = 40
  private static let openingFactor = 1.4

  init(leaves: [Leaf], wordings: LinearModel? = nil, weights: Weights = Weights()) {
    (self.leaves, self.wordings, self.weights) = (leaves, wordings, weights)
    let numbersOfLabels = Dictionary(
      (wordings?.labels ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    labels = leaves.map { numbersOfLabels[$0.code] }
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
  }

  /// The codes of the leaves, in the order of `points`.
  var codes: [String] { leaves.map(\.code) }

  /// The same with what a town's decisions teach; nil: without.
  func corrected(by corrections: Corrections?) -> Classifier {
    var other = self
    other.corrections = corrections.map { LeafCorrections($0, codes: codes) }
    return other
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
    var points = points(evidence, text, range, place: place)
    corrections?.add(to: &points, for: features(of: text.codes[range] + (place?.codes ?? [])))
    let shares = shares(of: points)
    let order = shares.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
    return order.prefix(limit).map { index in
      var reasons = evidence.filter { $0.leaf == index && $0.points > 0 }.sorted { $0.points > $1.points }.map(\.reason)
      if let likeness = likeness(to: index, in: text, range) { reasons.append(likeness) }
      let certainty = certainty(of: shares[index], best: shares[order[0]])
      let confidence = confidence(certainty, isFirst: index == order[0], reasons: reasons)
      return LeafSuggestion(
        code: leaves[index].code, matterClass: leaves[index].matterClass, score: shares[index], certainty: certainty,
        confidence: confidence, reasons: reasons)
    }
  }

  /// What the shipped rules and sentences say for each leaf of a whole text, without the town's corrections.
  func points(for text: FoldedText, place: FoldedText?) -> [Double] {
    let (range, hits) = (0..<text.codes.count, hits(in: text))
    let evidence = keywordEvidence(in: text, range, hits) + cueEvidence(in: text, range, hits, place: place)
    return points(evidence, text, range, place: place)
  }

  /// The runs of characters of a whole text with their weights, for corrections.
  /// `names`: what is known to be a person's name, taken out too.
  func features(of text: FoldedText, place: FoldedText?, names: [[UInt32]]) -> [Corrections.Feature] {
    features(of: text.codes + (place?.codes ?? []), names: names)
  }

  private func features(of codes: some Collection<UInt32>, names: [[UInt32]] = []) -> [Corrections.Feature] {
    Corrections.features(of: Sample(sentence: Array(codes)[...], names: names), rarity: wordings?.vocabulary)
  }

  private func points(_ evidence: [Evidence], _ text: FoldedText, _ range: Range<Int>, place: FoldedText?) -> [Double] {
    var points = [Double](repeating: 0, count: leaves.count)
    for item in evidence { points[item.leaf] += item.points }
    guard let wordings else { return points }
    for (part, weight) in [(range, weights.wording), (range.prefix(Self.opening), weights.opening)] {
      let margins = wordings.margins(of: Sample(sentence: text.codes[part] + (place?.codes ?? [])))
      for index in points.indices {
        points[index] += weight * Double(labels[index].map { margins[$0] } ?? Self.strange)
      }
    }
    return points
  }

  /// Whether the text speaks of anything in the catalogue: a keyword or a cue.
  func knowsMatter(in text: FoldedText) -> Bool {
    let range = 0..<text.codes.count
    let hits = hits(in: text)
    return !keywordEvidence(in: text, range, hits).isEmpty || !cueEvidence(in: text, range, hits, place: nil).isEmpty
  }

  /// The share of the evidence is bolder than it is right: a share of 0.95 is right some 87 times in 100. Two figures, fitted
  /// to labelled messages; those that come after the best share what it leaves.
  private func certainty(of share: Double, best: Double) -> Double {
    let top = min(0.999, max(0.001, best))
    let first = 1 / (1 + Arithmetic.exp(-(0.5 * Arithmetic.log(top / (1 - top)) + 0.4)))
    return share == best ? first : (1 - first) * share / (1 - top)
  }

  private func confidence(_ certainty: Double, isFirst: Bool, reasons: [Reason]) -> Confidence {
    if isFirst, certainty >= 0.7, reasons.count > 1 { return .likely }
    return certainty >= 0.25 && !reasons.isEmpty ? .possible : .unsure
  }

  /// The words of keywords and cues in a text.
  func hits(in text: FoldedText) -> Hits { finder.hits(in: text.codes) }

  private func keywordEvidence(in text: FoldedText, _ range: Range<Int>, _ hits: Hits) -> [Evidence] {
    var found: [Int: [Range<Int>]] = [:]
    let keywordHits = hits.all.filter { keywordLeaves[$0.word] != nil && range.contains($0.range.lowerBound) }
    for hit in keywordHits where !keywordHits.contains(where: { Self.covers($0.range, hit.range) }) {
      found[hit.word, default: []].append(hit.range)
    }
    return found.sorted { $0.key < $1.key }.flatMap { word, ranges in
      let owners = keywordLeaves[word] ?? []
      let rarity = Arithmetic.log(Double(leaves.count + 1) / Double(owners.count))
      let first = ranges[0].lowerBound - range.lowerBound < Self.opening ? Self.openingFactor : 1
      let length = min(1.3, 0.6 + 0.2 * Double(ranges[0].count))
      let often = 1 + 0.3 * Arithmetic.log(Double(ranges.count))
      let why = Text(zh: "含有这一类的关键词", en: "has keywords of this category")
      let reason = Reason(rule: .section(5), why: why, found: ranges.prefix(3).map(text.found))
      let points = rarity * first * length * often
      return owners.map { leaf in
        let weight = labels[leaf] == nil ? weights.onlyKeyword : weights.keyword
        return Evidence(leaf: leaf, points: weight * points, reason: reason)
      }
    }
  }

  /// Whether a word leaves no room for another: the longer one around it, or the one that begins before it and ends
  /// within it (路灯 in front of 灯不亮).
  private static func covers(_ word: Range<Int>, _ other: Range<Int>) -> Bool {
    if word.lowerBound < other.lowerBound { return word.upperBound > other.lowerBound }
    return word.lowerBound == other.lowerBound && word.count > other.count
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
      let strength = weights.cue * best.factor * (1 + 0.25 * Arithmetic.log(Double(times)))
      evidence += cue.gives.map { Evidence(leaf: $0.leaf, points: $0.points * strength, reason: reason) }
    }
    return evidence
  }

  private func likeness(to leaf: Int, in text: FoldedText, _ range: Range<Int>) -> Reason? {
    guard let wordings, let label = labels[leaf] else { return nil }
    let ranges = wordings.strongest(for: label, in: text.codes[range], limit: 3)
    guard !ranges.isEmpty else { return nil }
    return Reason(rule: .section(5), why: Reason.likeness, found: ranges.map(text.found))
  }

  private func shares(of points: [Double]) -> [Double] {
    let highest = points.max() ?? 0
    let raised = points.map { Arithmetic.exp(($0 - highest) * weights.sharpness) }
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
