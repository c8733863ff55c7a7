import Values

/// What is looked at to tell whether a matter is hard.
package struct HardFacts: Sendable, Hashable {
  package let isOpen: Bool
  /// Until when it must be answered; nil when no clock runs or it is answered.
  package let due: Instant?
  /// How often it was taken up again after closing.
  package let reopened: Int
  /// How often it went from one responsible body to another.
  package let handedOn: Int

  package init(isOpen: Bool, due: Instant?, reopened: Int, handedOn: Int) {
    (self.isOpen, self.due, self.reopened, self.handedOn) = (isOpen, due, reopened, handedOn)
  }
}

/// Why a matter is hard (难点, W2).
package enum HardReason: Sendable, Hashable {
  /// The limit that passed.
  case overdue(since: Instant)
  /// 1 or more.
  case reopened(times: Int)
  /// 2 or more: once is a correction, twice is a matter that nobody takes.
  case handedOn(times: Int)
}

/// The reasons for which a matter is hard now; empty for one that is not, and for one that is closed.
package func hardReasons(_ facts: HardFacts, at now: Instant) -> [HardReason] {
  guard facts.isOpen else { return [] }
  var reasons: [HardReason] = []
  if let due = facts.due, due < now { reasons.append(.overdue(since: due)) }
  if facts.reopened >= 1 { reasons.append(.reopened(times: facts.reopened)) }
  if facts.handedOn >= 2 { reasons.append(.handedOn(times: facts.handedOn)) }
  return reasons
}
