import Values

/// Reads whether a text may be outside the scope (codebook §2). Precision matters: in doubt it is in scope.
struct ScopeReader: Sendable {
  private struct Row: Sendable { let row: ScopeRow, any: [Pattern], with: [Pattern], unless: [Pattern] }
  private let finder: WordFinder
  private let rows: [Row]
  private let vague: [Pattern]
  private let bare: [Pattern]
  private let staff: [Pattern]
  private let graft: [Pattern]
  private let requests: [Pattern]
  private let offices: [Pattern]
  private let things: [Pattern]
  private let learner: ScopeLearner?

  /// `wordings`: what was learnt from sentences labelled with leaves and reasons.
  init(wordings: LinearModel? = nil) {
    var finder = WordFinder()
    rows = ScopeTable.rows.map { row in
      Row(
        row: row, any: Pattern.list(row.any, in: &finder), with: Pattern.list(row.with, in: &finder),
        unless: Pattern.list(row.unless, in: &finder))
    }
    vague = Pattern.list(ScopeTable.vague, in: &finder)
    bare = Pattern.list(ScopeTable.bare, in: &finder)
    staff = Pattern.list(ScopeTable.staff, in: &finder)
    graft = Pattern.list(ScopeTable.graft, in: &finder)
    requests = Pattern.list(ScopeTable.requests, in: &finder)
    things = Pattern.list(ScopeTable.things, in: &finder)
    offices = Pattern.list(ScopeTable.offices, in: &finder)
    learner = ScopeLearner(wordings)
    self.finder = finder
  }

  /// The reason a text may not be taken up, or nil. `hasMatter` tells that the text speaks of a category's things;
  /// `urgency` is what `UrgencyReader` found.
  func read(_ text: FoldedText, hasMatter: Bool, urgency: UrgencyFinding) -> ScopeFinding? {
    let hits = finder.hits(in: text.codes)
    let length = text.codes.count { FoldedText.isWord($0) }
    if let reason = accusation(in: text, hits: hits), isThePoint(reason, length: length) {
      return ScopeFinding(reason: .discipline, reasons: [reason])
    }
    for row in rows where length <= row.row.longest {
      guard let range = first(row.any, in: text, hits: hits),
        row.with.isEmpty || first(row.with, in: text, hits: hits) != nil,
        first(row.unless, in: text, hits: hits) == nil
      else { continue }
      let reason = Reason(rule: .section(2), why: row.row.why, found: [text.found(range)])
      return ScopeFinding(reason: row.row.reason, reasons: [reason])
    }
    if urgency.level == .life, !hasMatter, length <= 30, self.first(offices, in: text, hits: hits) == nil,
      let first = urgency.reasons.first
    {
      let why = Text(zh: "要马上打急救或报警电话", en: "belongs to the emergency numbers at once")
      return ScopeFinding(
        reason: .emergencyOnly, reasons: [Reason(rule: .section(2), why: why, found: first.found)])
    }
    return emptiness(of: text, hits: hits, length: length, hasMatter: hasMatter)
      ?? (urgency.level < .danger ? learnt(text, hits: hits, length: length, hasMatter: hasMatter) : nil)
  }

  /// What the sentences of the corpus teach, unless the text itself speaks against it: thanks that ask for something,
  /// emptiness or insults with a thing of the catalogue in them, an emergency. Nor is it asked where there is danger.
  private func learnt(_ text: FoldedText, hits: Hits, length: Int, hasMatter: Bool) -> ScopeFinding? {
    guard let finding = learner?.read(text, length: length) else { return nil }
    switch finding.reason {
    case .thanks where first(requests, in: text, hits: hits) != nil: return nil
    case .abuse where hasMatter || first(things, in: text, hits: hits) != nil: return nil
    case .noContent where hasMatter || length > Self.longestEmpty: return nil
    // Danger has an office as well as a number to ring: only the table tells what belongs to the number alone.
    case .emergencyOnly: return nil
    default: return finding
    }
  }

  private static let longestEmpty = 120

  /// An accusation of graft or a crime of office against somebody who works in the office, or nil.
  /// Such a text is sealed: it goes to discipline inspection and is never shown to the accused or the office.
  func accusation(in text: FoldedText) -> Reason? { accusation(in: text, hits: finder.hits(in: text.codes)) }

  private func accusation(in text: FoldedText, hits: Hits) -> Reason? {
    let people = staff.flatMap { $0.ranges(in: hits, of: text) }
    let deeds = graft.flatMap { $0.ranges(in: hits, of: text) }
    var nearest: (distance: Int, person: Range<Int>, deed: Range<Int>)?
    for deed in deeds {
      for person in people where abs(text.sentences[person.lowerBound] - text.sentences[deed.lowerBound]) <= 1 {
        let distance = abs(person.lowerBound - deed.lowerBound)
        guard distance <= 60, distance < nearest?.distance ?? .max else { continue }
        // "书记您好" at the head of a letter is the one written to.
        if Self.isAddressed(person, in: text) { continue }
        nearest = (distance, person, deed)
      }
    }
    guard let nearest else { return nil }
    let why = Text(zh: "指控在这里工作的人以权谋私", en: "accuses somebody who works here of graft")
    return Reason(rule: .section(2), why: why, found: [text.found(nearest.person), text.found(nearest.deed)])
  }

  /// Graft as the point of the message: a short text, or an early or repeated accusation (ruling 8).
  private func isThePoint(_ reason: Reason, length: Int) -> Bool {
    guard let deed = reason.found.last else { return false }
    return length <= 160 || deed.range.lowerBound <= 40
  }

  private static let greetings = Set("您你:好".unicodeScalars.map(\.value))

  private static func isAddressed(_ person: Range<Int>, in text: FoldedText) -> Bool {
    person.upperBound < text.codes.count && greetings.contains(text.codes[person.upperBound])
  }

  private func emptiness(of text: FoldedText, hits: Hits, length: Int, hasMatter: Bool) -> ScopeFinding? {
    let why = Text(zh: "看不出是什么事、在哪里", en: "neither what nor where can be told")
    if length <= 3 {
      return ScopeFinding(reason: .noContent, reasons: [Reason(rule: .section(2), why: why, found: [])])
    }
    // A plea of a few characters says nothing, even where its verb is a keyword.
    let isBare = length <= 5 || length <= 8 && !hasMatter
    let asked = isBare && first(things, in: text, hits: hits) == nil ? first(bare, in: text, hits: hits) : nil
    let told = length <= 16 && !hasMatter ? first(vague, in: text, hits: hits) : nil
    guard let range = told ?? asked else { return nil }
    return ScopeFinding(
      reason: .noContent, reasons: [Reason(rule: .section(2), why: why, found: [text.found(range)])])
  }

  private func first(_ patterns: [Pattern], in text: FoldedText, hits: Hits) -> Range<Int>? {
    for pattern in patterns {
      if let range = pattern.ranges(in: hits, of: text).first { return range }
    }
    return nil
  }
}
