import Governance
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// What the engine makes of a concern: advice with reasons, confirmed or changed by a person.
struct Suggestion: Sendable {
  /// The version of what the engine had learnt; 0: as shipped.
  let model: Int
  /// Suggestions are turned off in this village: nothing but danger is told.
  let isOff: Bool
  let urgency: UrgencyFinding
  let scope: ScopeFinding?
  /// Accuses somebody who works here: to be sealed.
  let staff: Reason?
  /// Best first, at most three.
  let leaves: [LeafSuggestion]
  /// The parts of a proposed split with their sentences, two to four; empty when it is one matter.
  let parts: [Part]
  /// Open matters that look the same, best first.
  let similar: [Similar]

  struct Part: Sendable {
    let words: String
    let leaf: LeafSuggestion
  }

  struct Similar: Sendable {
    let matter: MatterRow
    let finding: SimilarityFinding
  }

  /// The most parts of one concern.
  static let mostParts = 4

  init(_ concern: ConcernRow, place: Text, by town: TownCatalogue, similar: [(MatterRow, SimilarityFinding)]) {
    let (letters, engine) = (Array(concern.text), town.engine)
    (model, isOff) = (town.model, false)
    urgency = engine.urgency(of: concern.text)
    scope = engine.scope(of: concern.text)
    staff = engine.aboutStaff(concern.text)
    leaves = engine.classify(concern.text, place: place.zh)
    parts = engine.split(concern.text, place: place.zh).prefix(Self.mostParts).map { part in
      let range = part.range.clamped(to: 0..<letters.count)
      return Part(words: String(letters[range]), leaf: part.suggestion)
    }
    self.similar = similar.map { Similar(matter: $0.0, finding: $0.1) }
  }

  /// For a village that has suggestions turned off: danger alone, which is a rule and not advice.
  init(withoutAdvice concern: ConcernRow, by town: TownCatalogue) {
    (model, isOff) = (town.model, true)
    urgency = town.engine.urgency(of: concern.text)
    (scope, staff, leaves, parts, similar) = (nil, nil, [], [], [])
  }

  /// What to keep beside the decision about the part for which `leaf` was suggested; nil where nothing is suggested.
  func advice(_ leaf: LeafSuggestion?) -> Advice? {
    isOff ? nil : Advice(leaf, model: model, urgency: urgency.level, scope: scope?.reason)
  }

  /// The level below which nobody goes without a reason: what the text says or whoever entered it said.
  func urgencyFloor(of concern: ConcernRow) -> Urgency { max(concern.urgency, urgency.level) }

  /// The words of the text to underline: danger first.
  var foundWords: [String] {
    let reasons = urgency.reasons + (leaves.first?.reasons.filter { !$0.isLikeness }.prefix(2) ?? [])
    return reasons.flatMap(\.found).map(\.words)
  }

  /// The suggestion of a leaf, if it is one of the three.
  func leaf(_ code: String) -> LeafSuggestion? { leaves.first { $0.code == code } }
}

extension Reason {
  /// "“路灯”“不亮”：含有这一类的关键词（分类手册第5节）".
  var sentence: Text {
    var seen: Set<String> = []
    let words = found.map(\.words).filter { !$0.isEmpty && seen.insert($0).inserted }
    return Text(
      zh: words.map { "“\($0)”" }.joined() + (words.isEmpty ? "" : "：") + why.zh + "（\(rule.name.zh)）",
      en: words.map { "“\($0)”" }.joined(separator: " ") + (words.isEmpty ? "" : ": ") + why.en + " (\(rule.name.en))")
  }
}

extension LeafSuggestion {
  /// The words that count most, each once and none within another: “上牌”“三轮”.
  private var found: [FoundWord] {
    let all = reasons.filter { !$0.isLikeness }.prefix(2).flatMap(\.found).filter { !$0.words.isEmpty }
    var some: [FoundWord] = []
    for one in all
    where !all.contains(where: { $0.words != one.words && $0.words.contains(one.words) })
      && !some.contains(where: { $0.words == one.words })
    {
      some.append(one)
    }
    return some
  }

  /// Why, in one short sentence: "因为说到“上牌”“三轮”".
  var because: Text {
    let words = found.map(\.words)
    guard !words.isEmpty else { return reasons.first?.why ?? Text(same: "") }
    return Text(
      zh: "因为说到" + words.map { "“\($0)”" }.joined(),
      en: "Because it says " + words.map { "“\($0)”" }.joined(separator: ", "))
  }

  /// The reason to begin with, as it is kept: the words, what they mean, the rule.
  var sentence: Text {
    guard let first = reasons.first else { return Text(same: "") }
    return Reason(rule: first.rule, why: first.why, found: found).sentence
  }
}

extension Request {
  /// Whether suggestions are shown in the village of the address.
  package func suggests() async throws -> Bool {
    let key = try village()
    return try await app.database.read { tx in try tx.suggests(in: key) }
  }

  /// The suggestion for a concern, with the catalogue of its town. `but`: the matters it belongs to already.
  func suggestion(
    for concern: ConcernRow, place: Text, but own: Set<ID<Matter>> = []
  ) async throws -> (Suggestion, Catalogue) {
    let town = try await catalogue()
    guard try await suggests() else { return (Suggestion(withoutAdvice: concern, by: town), town.catalogue) }
    let leaf = town.engine.classify(concern.text, place: place.zh).first
    let similar = try await similarMatters.similar(
      to: concern.text + "\n" + place.zh, leaf: leaf?.code, lat: concern.latitude, lon: concern.longitude,
      in: concern.key, app: app)
    let suggestion = Suggestion(
      concern, place: place, by: town,
      similar: similar.filter { matter, _ in
        !own.contains(matter.id) && matter.refusesConcerns(on: now.day, reader.calendar) == nil
      })
    return (suggestion, town.catalogue)
  }
}
