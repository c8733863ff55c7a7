import Values

/// Reads the urgency of a text (codebook §1): recall before precision, each lowering with its reason.
struct UrgencyReader: Sendable {
  private struct Row: Sendable { let row: UrgencyRow, patterns: [Pattern], unless: [Pattern] }
  private let finder: WordFinder
  private let rows: [Row]
  private let idioms: [Pattern]
  private let negators: Set<Int>
  private let fillers: Set<Int>
  private let doubts: Set<Int>
  private let stories: [Pattern]
  private let past: [Pattern]
  private let history: [Pattern]
  private let feared: [Pattern]
  private let supposed: [Pattern]
  private let risks: [Pattern]
  private let present: [Pattern]
  private let cries: [Pattern]
  private let wishes: [Pattern]
  private let exaggerations: [Pattern]
  private let pressed: [Pattern]
  private let meant: [Pattern]
  private let learner: UrgencyLearner?

  /// `dangers`: what was learnt from sentences that tell of danger, beside the table.
  init(dangers: LinearModel? = nil) {
    learner = UrgencyLearner(dangers)
    var finder = WordFinder()
    rows = UrgencyTable.all.map { row in
      Row(
        row: row, patterns: Pattern.list(row.patterns, in: &finder), unless: Pattern.list(row.unless, in: &finder))
    }
    idioms = Pattern.list(UrgencyTable.idioms, in: &finder)
    stories = Pattern.list(UrgencyTable.stories, in: &finder)
    past = Pattern.list(UrgencyTable.past, in: &finder)
    history = Pattern.list(UrgencyTable.history, in: &finder)
    feared = Pattern.list(UrgencyTable.feared, in: &finder)
    supposed = Pattern.list(UrgencyTable.supposed, in: &finder)
    risks = Pattern.list(UrgencyTable.risks, in: &finder)
    present = Pattern.list(UrgencyTable.present, in: &finder)
    cries = Pattern.list(UrgencyTable.cries, in: &finder)
    wishes = Pattern.list(UrgencyTable.wishes, in: &finder)
    exaggerations = Pattern.list(UrgencyTable.exaggerations, in: &finder)
    pressed = Pattern.list(UrgencyTable.pressed, in: &finder)
    meant = Pattern.list(UrgencyTable.meant, in: &finder)
    negators = Set(UrgencyTable.negators.split(separator: " ").compactMap { finder.add(String($0)) })
    fillers = Set(UrgencyTable.fillers.split(separator: " ").compactMap { finder.add(String($0)) })
    doubts = Set(UrgencyTable.doubts.split(separator: " ").compactMap { finder.add(String($0)) })
    self.finder = finder
  }

  func read(_ text: FoldedText) -> UrgencyFinding {
    let hits = finder.hits(in: text.codes)
    let scene = Scene(text: text, hits: hits, reader: self)
    var level = Urgency.normal
    var numbers: Set<EmergencyNumber> = []
    var reasons: [(Urgency, Reason)] = []
    for row in rows {
      guard let judged = judge(row, in: scene) else { continue }
      level = max(level, judged.level)
      if judged.level >= .danger { numbers.formUnion(row.row.numbers) }
      reasons.append((judged.level, judged.reason))
    }
    if level < .danger, let reason = learnt(in: scene, denied: reasons.filter { $0.0 == .normal }.map(\.1)) {
      level = .danger
      numbers = [.police, .ambulance]
      reasons.append((.danger, reason))
    }
    reasons.sort { $0.0 > $1.0 }
    return UrgencyFinding(level: level, reasons: reasons.map(\.1), emergencyNumbers: numbers.sorted())
  }

  /// What the sentences teach where the table is silent; a drill, a story or history is none.
  /// So is a sentence of which the table knows that it denies or only plays with a word of danger.
  private func learnt(in scene: Scene, denied: [Reason]) -> Reason? {
    guard let learner else { return nil }
    let told = Set(denied.flatMap(\.found).map(\.range.lowerBound))
    let words = learner.words(of: scene.text) { sentence in
      scene.isInSentence(stories + history + past, sentence, inside: true)
        || !told.isDisjoint(with: scene.text.range(sentence)) || scene.idioms.contains { $0.overlaps(sentence) }
    }
    guard !words.isEmpty else { return nil }
    let why = Text(zh: "说法像在讲危险", en: "worded like danger")
    return Reason(rule: .section(1), why: why, found: words.map(scene.text.found))
  }

  /// The highest level any occurrence of the row keeps, with its reason; nil when the row does not occur.
  private func judge(_ row: Row, in scene: Scene) -> (level: Urgency, reason: Reason)? {
    var best: (level: Urgency, reason: Reason)?
    for range in row.patterns.flatMap({ $0.ranges(in: scene.hits, of: scene.text) }) {
      guard !scene.isNear(row.unless, range) else { continue }
      let (level, note) = lowered(row.row, at: range, in: scene)
      if let best, best.level >= level { continue }
      let why = note.map { Text(zh: row.row.why.zh + "，" + $0.zh, en: row.row.why.en + ", " + $0.en) } ?? row.row.why
      best = (level, Reason(rule: .section(1), why: why, found: [scene.text.found(range)]))
    }
    return best
  }

  private func lowered(_ row: UrgencyRow, at range: Range<Int>, in scene: Scene) -> (Urgency, Text?) {
    if scene.idioms.contains(where: { $0.overlaps(range) }) {
      return (.normal, Text(zh: "但只是口头话，不算", en: "but only as a figure of speech"))
    }
    if scene.isDenied(range, negators: negators, fillers: fillers, doubts: doubts) {
      return (.normal, Text(zh: "但前面说了没有，不算", en: "but denied in the text"))
    }
    guard row.level >= .danger else { return (row.level, nil) }
    if let unmeant = unmeant(row, at: range, in: scene) { return unmeant }
    if scene.isInSentence(stories, range) {
      return (.normal, Text(zh: "但说的是演练或故事", en: "but told of a drill or a story"))
    }
    if row.standing, scene.isInSentence(history, range), !scene.isInClause(present, range) {
      return (.normal, Text(zh: "但说的是早年的事", en: "but told of years ago"))
    }
    if row.standing || scene.isAnywhere(cries) || scene.isInClause(present, range) { return (row.level, nil) }
    if scene.isInSentence(past, range, inside: true) {
      return (.normal, Text(zh: "但说的是过去的事", en: "but told of the past"))
    }
    let isFeared =
      scene.isInClause(feared, range, before: true) || scene.isInClause(supposed, range, clausesBack: 1)
      || scene.isFollowed(range, by: risks)
    if row.level == .life, isFeared {
      return (.normal, Text(zh: "但说的是担心出事，还没有发生", en: "but feared, not happening"))
    }
    return (row.level, nil)
  }

  /// A rule or a wish about the danger, or words of anger; nil where it seems to be meant.
  private func unmeant(_ row: UrgencyRow, at range: Range<Int>, in scene: Scene) -> (Urgency, Text?)? {
    if scene.isWithin(wishes, range) {
      return (.normal, Text(zh: "但说的是预防或规定，没有发生", en: "but named in a rule or a wish"))
    }
    guard !scene.isAnywhere(cries), !scene.isAnywhere(meant) else { return nil }
    if scene.isWithin(exaggerations, range) { return (.normal, Text(zh: "但只是气话，不算", en: "but said in anger")) }
    guard row.level == .life, scene.isWithin(pressed, range) else { return nil }
    return (.danger, Text(zh: "像是气话，仍请当面问清", en: "perhaps said in anger; ask the person"))
  }

  /// One text with what was found in it.
  private struct Scene {
    let text: FoldedText
    let hits: Hits
    let idioms: [Range<Int>]

    init(text: FoldedText, hits: Hits, reader: UrgencyReader) {
      (self.text, self.hits) = (text, hits)
      idioms = reader.idioms.flatMap { $0.ranges(in: hits, of: text) }
    }

    func isNear(_ patterns: [Pattern], _ range: Range<Int>) -> Bool {
      patterns.contains { pattern in
        pattern.ranges(in: hits, of: text).contains {
          $0.overlaps(range) || text.clauses[$0.lowerBound] == text.clauses[range.lowerBound]
        }
      }
    }

    /// In the sentence of `range`; not in `range` itself unless `inside`.
    func isInSentence(_ patterns: [Pattern], _ range: Range<Int>, inside: Bool = false) -> Bool {
      let sentence = text.sentences[range.lowerBound]
      return patterns.contains { pattern in
        pattern.ranges(in: hits, of: text).contains {
          (inside || !$0.overlaps(range)) && text.sentences[$0.lowerBound] == sentence
        }
      }
    }

    /// Around `range`, or over a part of it.
    func isWithin(_ patterns: [Pattern], _ range: Range<Int>) -> Bool {
      patterns.contains { $0.ranges(in: hits, of: text).contains { $0.overlaps(range) } }
    }

    func isAnywhere(_ patterns: [Pattern]) -> Bool {
      patterns.contains { !$0.ranges(in: hits, of: text).isEmpty }
    }

    /// In the clause of `range`, or `clausesBack` clauses earlier; with `before`, ahead of it.
    func isInClause(
      _ patterns: [Pattern], _ range: Range<Int>, clausesBack: Int32 = 0, before: Bool = false
    ) -> Bool {
      let clause = text.clauses[range.lowerBound] - clausesBack
      return patterns.contains { pattern in
        pattern.ranges(in: hits, of: text).contains {
          !$0.overlaps(range) && text.clauses[$0.lowerBound] == clause
            && text.sentences[$0.lowerBound] == text.sentences[range.lowerBound]
            && (!before || $0.lowerBound < range.lowerBound)
        }
      }
    }

    func isFollowed(_ range: Range<Int>, by patterns: [Pattern]) -> Bool {
      patterns.contains { $0.ranges(in: hits, of: text).contains { $0.lowerBound == range.upperBound } }
    }

    /// A negator stands right before the words, with at most two filler words between; "是不是" is none.
    func isDenied(_ range: Range<Int>, negators: Set<Int>, fillers: Set<Int>, doubts: Set<Int>) -> Bool {
      var end = range.lowerBound
      for _ in 0...2 {
        if hits.all.contains(where: { doubts.contains($0.word) && $0.range.upperBound == end }) { return false }
        if hits.all.contains(where: { negators.contains($0.word) && $0.range.upperBound == end }) { return true }
        guard let filler = hits.all.first(where: { fillers.contains($0.word) && $0.range.upperBound == end })
        else { return false }
        end = filler.range.lowerBound
      }
      return false
    }
  }
}
