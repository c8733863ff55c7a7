import Governance
import Mechanism
import Values

/// How often people took what the engine suggested, in a village or a town, in the months that the rule names.
struct Accuracy: Sendable {
  /// Decisions, and those that are what was suggested.
  struct Share: Sendable, Hashable {
    var decisions = 0
    var agreed = 0

    /// Whole per cent; nil without decisions.
    var percent: Int? { decisions > 0 ? (agreed * 100 + decisions / 2) / decisions : nil }
    /// Too few to mean anything.
    var isFew: Bool { decisions < LearningRule.product.fewest }
  }
  struct Month: Sendable {
    /// 202611.
    let month: Int
    let share: Share
  }
  /// A leaf, or a reason not to take something up, that was suggested.
  struct Category: Sendable {
    let label: String
    let share: Share
  }
  struct Confusion: Sendable {
    let suggested: String
    let decided: String
    /// The class that was decided, where it was a leaf.
    let matterClass: MatterClass?
    let count: Int
  }
  /// Suggestions that said to be right 70 to 80 times in 100.
  struct Tenth: Sendable {
    /// 0...9.
    let tenth: Int
    let share: Share
    /// What they said on average, whole per cent.
    let said: Int
  }
  struct Urgencies: Sendable {
    var same = 0
    var higher = 0
    var lower = 0
  }
  struct Version: Sendable {
    /// 0: as shipped.
    let number: Int
    /// Nil for the engine as shipped.
    let model: LearntModel?
    /// Its suggestions in these months.
    let share: Share
    let isInUse: Bool
  }

  let months: [Month]
  /// The most disagreed with first.
  let categories: [Category]
  /// The most frequent first.
  let confusions: [Confusion]
  let tenths: [Tenth]
  let urgencies: Urgencies
  /// The newest first.
  let versions: [Version]
  let isOff: Bool

  var all: Share {
    months.reduce(into: Share()) { sum, month in
      sum.decisions += month.share.decisions
      sum.agreed += month.share.agreed
    }
  }
}
