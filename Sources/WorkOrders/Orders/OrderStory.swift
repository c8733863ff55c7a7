import Governance
import Matters
import Mechanism
import Store
import Values
import Web

extension Write {
  /// Takes a step of the newest order of a matter, outside a request: for the demonstration and for files of others.
  /// Nothing happens when the matter was never handed over or the step is not possible now.
  /// - Returns: whether it was taken.
  @discardableResult
  package func take(
    _ step: OrderStep, ofMatter matter: ID<Matter>, in key: VillageKey, words: String = "",
    outcome: OrderOutcome? = nil, amount: Int? = nil, by actors: Set<OrderActor>, catalogues: Catalogues
  ) throws -> Bool {
    guard let order = try tx.order(of: matter, town: key.town),
      refusal(of: step, in: order.state, by: actors) == nil
    else { return false }
    let fields = [
      "step": step.rawValue, "text": words, "outcome": outcome?.rawValue ?? "", "amount": amount.map(String.init) ?? "",
      "confirmed": "1",
    ]
    let draft = try StepDraft(Form(fields: fields.mapValues { [$0] }))
    try take(draft, on: order.id, in: key, version: nil, catalogues: catalogues) { _ in actors }
    return true
  }
}
