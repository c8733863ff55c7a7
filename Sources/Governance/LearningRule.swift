import Values

/// When and from what a town's engine learns from confirmed decisions (issue 4, point 7). A choice of the design.
package struct LearningRule: Sendable, Hashable {
  /// Decisions since the last look before it learns again.
  package let newDecisions: Int
  /// The newest decisions it learns from.
  package let mostDecisions: Int
  /// One decision in so many is never learnt from: versions are measured by these.
  package let heldOutEvery: Int
  /// Figures of fewer decisions than this are shown, but mean nothing yet.
  package let fewest: Int
  /// How many months back the page of accuracy looks, this one included.
  package let months: Int
  package let mark: RuleMark

  package static let product = LearningRule(
    newDecisions: 20, mostDecisions: 5000, heldOutEvery: 5, fewest: 5, months: 12, mark: .designDefault)

  /// Whether the town's decision of this number, counted from 1, is kept for measuring.
  package func isHeldOut(_ number: Int) -> Bool { number % heldOutEvery == 0 }

  /// Whether a new version takes the place of the one in use: it must be right at least as often on decisions that
  /// neither has learnt from.
  package func takes(right: Int, before: Int, of heldOut: Int) -> Bool { heldOut > 0 && right >= before }
}
