import Values

/// What of a work order is still open while an office works on it. The state follows from it: a step that ends one part
/// brings back whatever else is open, so that nothing is lost by the order in which steps are taken.
package struct OpenParts: Sendable, Hashable {
  /// The reasons for which somebody stopped the order and nobody has let it go on.
  package let pauses: Set<PauseReason>
  /// An extension was asked for and is not decided.
  package let isExtensionAsked: Bool
  /// Offices called in have not finished.
  package let hasHelpers: Bool

  package init(pauses: Set<PauseReason> = [], isExtensionAsked: Bool = false, hasHelpers: Bool = false) {
    (self.pauses, self.isExtensionAsked, self.hasHelpers) = (pauses, isExtensionAsked, hasHelpers)
  }

  /// `clock`: what moved the clock of the order, all of it.
  package init(clock: [ClockEvent], isExtensionAsked: Bool, hasHelpers: Bool) {
    let pauses = clock.reduce(into: Set<PauseReason>()) { open, event in
      switch event {
      case .started: open = []
      case .paused(let reason, _): open.insert(reason)
      case .resumed(let reason, _): open.remove(reason)
      case .extended, .answered: break
      }
    }
    self.init(pauses: pauses, isExtensionAsked: isExtensionAsked, hasHelpers: hasHelpers)
  }

  /// The state of an order at work: what stops it first, then who is waited for.
  package var state: OrderState {
    if pauses.contains(.frozen) { return .frozen }
    if isExtensionAsked { return .extensionAsked }
    if pauses.contains(.reporter) { return .askingReporter }
    return hasHelpers ? .awaitingCoHandlers : .accepted
  }
}

/// The state of an order after a step that the table leads to `next`, with what is open then.
package func stateAfter(_ next: OrderState, open: OpenParts) -> OrderState {
  OrderState.working.contains(next) ? open.state : next
}

extension OrderStep {
  /// Whether the step ends all that was open: another office has the order, nobody has, or it is answered.
  package var endsWhatIsOpen: Bool {
    switch self {
    case .handOver, .decideDispute, .reassign, .returnOnce, .returnAgain, .passUp, .passDown, .takeBack, .answer,
      .answerOnSpot, .reopen, .reopenAbove, .closeWithdrawn:
      true
    default: false
    }
  }

  /// What the step does to the clock of an order with these parts open. An extension adds to it besides.
  package func clockEvents(open: OpenParts, at now: Instant) -> [ClockEvent] {
    switch self {
    case .askReporter: [.paused(.reporter, now)]
    case .freeze: [.paused(.frozen, now)]
    case .reporterReplied, .askingEnds: [.resumed(.reporter, now)]
    case .unfreeze: [.resumed(.frozen, now)]
    case .reopen, .reopenAbove: [.started(now)]
    // Nobody is left who could reply.
    case .reportersWithdrew: open.pauses.contains(.reporter) ? [.resumed(.reporter, now)] : []
    default: endsWhatIsOpen ? open.ended(at: now) + (isAnswer ? [.answered(now)] : []) : []
    }
  }

  package var isAnswer: Bool { self == .answer || self == .answerOnSpot }

  /// Why the step has nothing to end; nil when it has.
  package func refusal(open: OpenParts) -> Refusal? {
    switch self {
    case .reporterReplied, .askingEnds: open.pauses.contains(.reporter) ? nil : .nothingAsked
    case .coHandlersDone: open.hasHelpers ? nil : .nobodyHelps
    default: nil
    }
  }
}

extension OpenParts {
  fileprivate func ended(at now: Instant) -> [ClockEvent] {
    PauseReason.allCases.filter(pauses.contains).map { .resumed($0, now) }
  }
}
