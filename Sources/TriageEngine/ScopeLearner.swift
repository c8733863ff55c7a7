import Values

/// Tells from the sentences of the corpus that a text is outside the scope (codebook §2), where no line of the table says
/// so. In doubt it tells nothing: of a thousand sentences in scope it may take three for outside.
struct ScopeLearner: Sendable {
  private let wordings: LinearModel
  /// The labels of `wordings` that are reasons; all others are leaves.
  private let reasons: [Int: ScopeReason]

  /// How far a reason must stand above the best leaf. Measured by leaving out a fifth of the corpus in turn.
  private static let lead: Float = 0.3
  /// In a text of more characters than this the margin itself must be above 0 too: long letters speak of much in passing.
  private static let short = 60

  /// nil where the sentences have no reasons.
  init?(_ wordings: LinearModel?) {
    guard let wordings else { return nil }
    let reasons = wordings.labels.enumerated().compactMap { label, name in
      ScopeReason(rawValue: name).map { (label, $0) }
    }
    guard !reasons.isEmpty, reasons.count < wordings.labels.count else { return nil }
    (self.wordings, self.reasons) = (wordings, Dictionary(reasons) { first, _ in first })
  }

  /// The reason that the wording of a text of `length` characters speaks for, with the words that carried it.
  func read(_ text: FoldedText, length: Int) -> ScopeFinding? {
    let codes = PersonalData.masked(text.codes)
    let margins = wordings.margins(of: Sample(sentence: codes[...]))
    var best: (label: Int, reason: ScopeReason)?
    var leaf = -Float.infinity
    for label in margins.indices {
      guard let reason = reasons[label] else {
        leaf = max(leaf, margins[label])
        continue
      }
      if margins[label] > best.map({ margins[$0.label] }) ?? -.infinity { best = (label, reason) }
    }
    guard let best, margins[best.label] - leaf > Self.lead, length <= Self.short || margins[best.label] > 0
    else { return nil }
    let ranges = wordings.strongest(for: best.label, in: codes[...], limit: 3)
    guard !ranges.isEmpty else { return nil }
    let reason = Reason(rule: .section(2), why: Self.why, found: ranges.map(text.found))
    return ScopeFinding(reason: best.reason, reasons: [reason])
  }

  private static let why = Text(zh: "说法和不予受理的这一种相近", en: "worded like concerns of this kind")
}
