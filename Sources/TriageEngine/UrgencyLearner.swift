import Values

/// Tells from sentences that a text speaks of danger where no line of the table says so: danger is told in more ways than
/// a table can hold. It never lowers.
struct UrgencyLearner: Sendable {
  private let dangers: LinearModel
  private let label: Int

  /// In a text of more characters than this a sentence must be surer: of many sentences one is soon taken for danger.
  private static let short = 80
  private static let sure: Float = -0.05
  private static let surer: Float = 0.15

  /// nil where `dangers` has nothing to tell.
  init?(_ dangers: LinearModel?) {
    guard let dangers, let label = dangers.labels.firstIndex(of: LinearModel.danger) else { return nil }
    (self.dangers, self.label) = (dangers, label)
  }

  /// The words of the sentence that speaks most for danger, where its margin is high enough; empty otherwise.
  /// `isTold`: the sentence is known to tell of none.
  func words(of text: FoldedText, unless isTold: (Range<Int>) -> Bool) -> [Range<Int>] {
    let codes = PersonalData.masked(text.codes)
    var best: (margin: Float, range: Range<Int>)?
    let least = codes.count <= Self.short ? Self.sure : Self.surer
    for range in text.sentenceRanges {
      let margin = dangers.margins(of: Sample(sentence: codes[range]))[label]
      if margin > best?.margin ?? least, !isTold(range) { best = (margin, range) }
    }
    return best.map { dangers.strongest(for: label, in: codes[$0.range], limit: 3) } ?? []
  }
}

extension LinearModel {
  fileprivate static let danger = "danger"
  private static let calm = "calm"

  /// Learns danger from sentences written for it, `told`, and from those of the corpus: the emergencies and the violence
  /// against one's own are dangers, every third other one is none. Leaves where danger is common teach neither.
  package init(dangersTold told: [(text: String, isDanger: Bool)], corpus: [(label: String, text: String)]) {
    let table = UrgencyReader()
    var samples = told.flatMap { text, isDanger in
      Array(repeating: (isDanger ? Self.danger : Self.calm, Sample(sentence: text)), count: isDanger ? 1 : 3)
    }
    let others = corpus.filter { !Self.dangerous.contains($0.label) && !Self.mixed.contains($0.label) }
    samples += corpus.filter { Self.dangerous.contains($0.label) }.map { (Self.danger, Sample(sentence: $0.text)) }
    samples += others.enumerated()
      .filter { $0.offset % 3 == 0 && table.read(FoldedText($0.element.text)).level < .danger }
      .map { (Self.calm, Sample(sentence: $0.element.text)) }
    self.init(samples.map { (label: $0.0, sample: $0.1) })
  }

  private static let dangerous: Set<String> = ["emergencyOnly", "GM0505"]
  private static let mixed: Set<String> = [
    "GM0103", "GM0501", "GM0502", "GM0504", "GM0506", "GM0603", "GM0604", "GM0803", "GM0906", "GM0908", "GM1202",
    "abuse", "unlawful", "discipline", "litigation", "petition",
  ]
}
