import Governance
import Store
import Values
import Web

/// What was suggested beside what was decided, as it is stored.
struct SuggestionRow: Sendable {
  let id: ID<SuggestionRow>
  let key: VillageKey
  let concern: ID<Concern>
  let matter: ID<Matter>?
  let madeAt: Instant
  let advice: Advice
  var decided: Decided

  init(
    id: ID<SuggestionRow>, key: VillageKey, concern: ID<Concern>, matter: ID<Matter>?, madeAt: Instant,
    advice: Advice, decided: Decided
  ) {
    (self.id, self.key, self.concern, self.matter) = (id, key, concern, matter)
    (self.madeAt, self.advice, self.decided) = (madeAt, advice, decided)
  }

  init(_ row: Row) throws {
    let decidedScope = ScopeReason(rawValue: try row.text("decided_scope"))
    let decidedUrgency = Urgency(rawValue: try row.int("decided_urgency")) ?? .normal
    let decidedClass = MatterClass(rawValue: try row.text("decided_class"))
    self.init(
      id: try row.id("id"), key: VillageKey(town: try row.id("town"), village: try row.id("village")),
      concern: try row.id("concern"), matter: row.optionalID("matter"), madeAt: try row.instant("made_at"),
      advice: Advice(
        model: try row.int("model"), leaf: try row.text("leaf"),
        matterClass: MatterClass(rawValue: try row.text("class")),
        certainty: row.optionalInt("certainty").map { Double($0) / 1000 },
        urgency: Urgency(rawValue: try row.int("urgency")) ?? .normal,
        scope: ScopeReason(rawValue: try row.text("scope"))),
      decided: Decided(
        leaf: try row.text("decided_leaf"), matterClass: decidedClass, urgency: decidedUrgency, scope: decidedScope))
  }

  var agrees: Bool { decided.agrees(with: advice) }

  /// How it is counted.
  var tally: SuggestionTally {
    SuggestionTally(
      month: madeAt.day.year * 100 + madeAt.day.month, model: advice.model, suggested: advice.label,
      decided: decided.label, matterClass: decided.matterClass?.rawValue ?? "", agrees: agrees,
      tenth: advice.scope == nil ? advice.certainty.map { min(9, $0 / 100) } ?? -1 : -1,
      urgency: (decided.urgency.rawValue - advice.urgency.rawValue).signum(), certainty: advice.certainty ?? 0)
  }
}

/// One decision as it is counted.
struct SuggestionTally: Sendable, Hashable {
  /// 202611.
  let month: Int
  let model: Int
  /// A leaf or a reason not to take it up.
  let suggested: String
  let decided: String
  let matterClass: String
  let agrees: Bool
  /// 0...9; -1 without a certainty.
  let tenth: Int
  /// -1 lower than suggested, 0 the same, 1 higher.
  let urgency: Int
  /// Thousandths.
  let certainty: Int
}
