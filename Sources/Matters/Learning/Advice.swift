import Governance
import Mechanism
import Store
import TriageEngine
import Values
import Web

/// What the engine suggested for a concern or for one part of it, as it is kept beside what a person decides.
package struct Advice: Sendable, Hashable {
  /// The version of what the engine had learnt; 0: as shipped.
  package let model: Int
  /// "" where no leaf was suggested.
  package let leaf: String
  package let matterClass: MatterClass?
  /// Thousandths; nil without a leaf.
  package let certainty: Int?
  package let urgency: Urgency
  package let scope: ScopeReason?

  package init(
    model: Int, leaf: String, matterClass: MatterClass?, certainty: Double?, urgency: Urgency, scope: ScopeReason?
  ) {
    (self.model, self.leaf, self.matterClass) = (model, leaf, matterClass)
    self.certainty = certainty.map { max(0, min(1000, Int(($0 * 1000).rounded()))) }
    (self.urgency, self.scope) = (urgency, scope)
  }

  init(_ best: LeafSuggestion?, model: Int, urgency: Urgency, scope: ScopeReason?) {
    self.init(
      model: model, leaf: best?.code ?? "", matterClass: best?.matterClass, certainty: best?.certainty,
      urgency: urgency, scope: scope)
  }

  /// What the town's engine says of a text now.
  package init(of text: String, place: String = "", by town: TownCatalogue) {
    self.init(
      town.engine.classify(text, place: place).first, model: town.model, urgency: town.engine.urgency(of: text).level,
      scope: town.engine.scope(of: text)?.reason)
  }

  /// What stands first on the page: a reason not to take it up, else the leaf.
  var label: String { scope?.rawValue ?? leaf }
}

/// What a person decided: a leaf with its class, or a reason not to take it up.
struct Decided: Sendable, Hashable {
  let leaf: String
  let matterClass: MatterClass?
  let urgency: Urgency
  let scope: ScopeReason?

  init(leaf: String, matterClass: MatterClass?, urgency: Urgency, scope: ScopeReason?) {
    (self.leaf, self.matterClass, self.urgency, self.scope) = (leaf, matterClass, urgency, scope)
  }

  init(_ routing: Routing) {
    (leaf, matterClass, urgency, scope) = (routing.leaf, routing.matterClass, routing.urgency, nil)
  }

  init(refused scope: ScopeReason, urgency: Urgency) {
    (leaf, matterClass, self.urgency, self.scope) = ("", nil, urgency, scope)
  }

  var label: String { scope?.rawValue ?? leaf }

  func agrees(with advice: Advice) -> Bool {
    label == advice.label && (scope != nil || matterClass == advice.matterClass)
  }
}
