import Governance
import Store
import Values
import Web

// What the engine suggested is kept in the transaction of the decision and vouched for by its event.
extension Write {
  /// Keeps what was suggested beside what was decided, and counts it; gives the row for the event of the decision.
  /// A decision that takes the place of a refusal stands in the refusal's row. Nil without advice: the village has
  /// suggestions turned off, or nobody was advised.
  func keep(
    _ advice: Advice?, beside decided: Decided, concern: ID<Concern>, matter: ID<Matter>?, in key: VillageKey
  ) throws -> Touched? {
    let earlier = try tx.suggestions(of: concern, in: key).first { $0.matter == nil || $0.matter == matter }
    if let earlier { return try change(earlier, to: decided, matter: matter) }
    guard let advice else { return nil }
    let row = SuggestionRow(
      id: ids.next(), key: key, concern: concern, matter: matter, madeAt: now, advice: advice, decided: decided)
    try tx.insert(row, isHeldOut: LearningRule.product.isHeldOut(try nextSuggestionNumber(in: key.town)))
    try tx.count(row.tally, in: key, by: 1)
    return Touched(suggestionEntity, row.id)
  }

  /// A matter was given another class: so were the decisions about its concerns.
  func correctSuggestions(of matter: ID<Matter>, to routing: Routing, in key: VillageKey) throws -> [Touched] {
    try tx.suggestions(of: matter, in: key).map { try change($0, to: Decided(routing), matter: matter) }
  }

  /// The decision about a concern was taken back: it waits again.
  func takeBackSuggestions(of concern: ID<Concern>, in key: VillageKey) throws -> [Touched] {
    try tx.suggestions(of: concern, in: key).map { row in
      try tx.takeBack(row)
      try tx.count(row.tally, in: key, by: -1)
      return Touched(suggestionEntity, row.id)
    }
  }

  private func change(_ row: SuggestionRow, to decided: Decided, matter: ID<Matter>?) throws -> Touched {
    var changed = row
    changed.decided = decided
    try tx.update(changed, matter: matter, at: now)
    try tx.count(row.tally, in: row.key, by: -1)
    try tx.count(changed.tally, in: row.key, by: 1)
    return Touched(suggestionEntity, row.id)
  }

  /// Counts the town's decisions, from 1: every fifth is held out of the learning.
  private func nextSuggestionNumber(in town: ID<Place>) throws -> Int {
    try next("suggestions", town: town, village: town)
  }
}
