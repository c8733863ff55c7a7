import Values

/// Reads a resident's text and suggests; it never decides (architecture §"Suggestions are explained and never decide").
/// Every suggestion carries the words it saw and the place of the codebook it rests on. No input, output or clock.
package struct TriageEngine: Sendable {
  private let urgencyReader: UrgencyReader
  private let scopeReader: ScopeReader
  private let classifier: Classifier
  private let splitter: Splitter

  /// Texts are read to this many characters; what follows does not change a suggestion.
  package static let longestText = 4000

  /// Made once for a version of the catalogue; takes some milliseconds. Without leaves nothing is classified.
  /// `wordings` is what was learnt from sentences labelled with leaves and scope reasons; `dangers` from such as
  /// tell of danger.
  package init(leaves: [Leaf], wordings: LinearModel? = nil, dangers: LinearModel? = nil) {
    urgencyReader = UrgencyReader(dangers: dangers)
    scopeReader = ScopeReader(wordings: wordings)
    classifier = Classifier(leaves: leaves, wordings: wordings)
    splitter = Splitter(classifier: classifier, leaves: leaves)
  }

  /// The same engine with what a town's decisions teach on top; nil: as shipped.
  package func corrected(by corrections: Corrections?) -> TriageEngine {
    TriageEngine(self, classifier.corrected(by: corrections))
  }

  private init(_ other: TriageEngine, _ classifier: Classifier) {
    (urgencyReader, scopeReader) = (other.urgencyReader, other.scopeReader)
    self.classifier = classifier
    splitter = other.splitter.with(classifier)
  }

  /// A confirmed decision as something to learn from; nil when the town has no such leaf in use.
  /// `names`: the reporter's, taken out of the text wherever it stands.
  package func lesson(_ text: String, place: String = "", leaf: String, names: [String] = []) -> Lesson? {
    guard let number = classifier.codes.firstIndex(of: leaf) else { return nil }
    let (text, place) = (folded(String(text.prefix(Lesson.longest))), place.isEmpty ? nil : folded(place))
    return Lesson(
      leaf: number,
      features: classifier.features(of: text, place: place, names: names.map { FoldedText($0).codes }),
      points: classifier.points(for: text, place: place).map(Float.init))
  }

  /// The leaves in the order in which lessons number them.
  package var leafCodes: [String] { classifier.codes }

  /// How urgent the text is (codebook §1); if in doubt the higher level.
  package func urgency(of text: String) -> UrgencyFinding { urgencyReader.read(folded(text)) }

  /// Why the text may be outside the scope (codebook §2); nil when it is in scope or in doubt.
  package func scope(of text: String) -> ScopeFinding? {
    let folded = folded(text)
    return scopeReader.read(
      folded, hasMatter: classifier.knowsMatter(in: folded), urgency: urgencyReader.read(folded))
  }

  /// The accusation of graft against somebody who works in the village or town office, or nil. Such a concern is
  /// sealed: only discipline inspection reads it (codebook §2).
  package func aboutStaff(_ text: String) -> Reason? { scopeReader.accusation(in: folded(text)) }

  /// At most three categories, best first (codebook §4 and §5). `place` are words about the place given beside the
  /// text: "三组", "楼道", "主街".
  package func classify(_ text: String, place: String = "") -> [LeafSuggestion] {
    classifier.suggestions(for: folded(text), place: place.isEmpty ? nil : folded(place), limit: 3)
  }

  /// The parts of a text that look like matters of their own (codebook §3); empty when it looks like one.
  package func split(_ text: String, place: String = "") -> [PartProposal] {
    splitter.parts(of: folded(text), place: place.isEmpty ? nil : folded(place))
  }

  private func folded(_ text: String) -> FoldedText { FoldedText(String(text.prefix(Self.longestText))) }
}
