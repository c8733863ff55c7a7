import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// What the system of another authority says of an order that was given to it.
package struct OutsideStep: Sendable {
  package let step: OrderStep
  package var words = ""
  package var outcome: OrderOutcome?
  /// Of "not possible": why, and the rule.
  package var reason = ""
  package var basis = ""
  /// Whether somebody there has read that the reply may miss the question, and keeps it.
  package var isConfirmed = false

  package init(_ step: OrderStep) { self.step = step }

  fileprivate var fields: [String: String] {
    [
      "step": step.rawValue, "text": words, "outcome": outcome?.rawValue ?? "", "reason": reason, "basis": basis,
      "confirmed": isConfirmed ? "1" : "",
    ]
  }
}

extension Write {
  /// Takes a step of an order as its office in charge, which works in a system of its own.
  /// - Throws: `Refusal` of a rule; `FieldErrors` of what the step says; `NotFound`.
  package func take(_ said: OutsideStep, on id: ID<Order>, in key: VillageKey, catalogues: Catalogues) throws {
    let draft = try StepDraft(Form(fields: said.fields.mapValues { [$0] }))
    try take(draft, on: id, in: key, version: nil, catalogues: catalogues) { order in
      order.isWithCentre ? [.office, .centre] : [.office]
    }
  }
}
