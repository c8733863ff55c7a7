import Governance
import Testing
import Values

/// What is open in an order, and that no order of steps loses any of it.
struct OpenPartsTests {
  @Test(
    arguments: [
      ([], false, false, .accepted), ([], false, true, .awaitingCoHandlers),
      ([.reporter], false, true, .askingReporter),
      ([.reporter], false, false, .askingReporter), ([], true, true, .extensionAsked), ([.frozen], true, true, .frozen),
      ([.frozen, .reporter], false, false, .frozen), ([.court], false, false, .accepted),
    ] as [(Set<PauseReason>, Bool, Bool, OrderState)])
  func whatIsOpenSaysTheState(pauses: Set<PauseReason>, isAsked: Bool, helps: Bool, expected: OrderState) {
    let open = OpenParts(pauses: pauses, isExtensionAsked: isAsked, hasHelpers: helps)
    #expect(stateAfter(.accepted, open: open) == expected)
    // What leads out of work is not held back.
    for state in [OrderState.answered, .handedOver, .closed, .takenBack] {
      #expect(stateAfter(state, open: open) == state)
    }
  }

  @Test func readFromTheClock() {
    let at = moment("2026-03-02 10:00")
    func pauses(_ clock: ClockEvent...) -> Set<PauseReason> {
      OpenParts(clock: clock, isExtensionAsked: false, hasHelpers: false).pauses
    }
    #expect(pauses(.started(at), .paused(.frozen, at), .paused(.reporter, at)) == [.frozen, .reporter])
    #expect(pauses(.started(at), .paused(.frozen, at), .resumed(.frozen, at)) == [])
    #expect(pauses(.started(at), .paused(.frozen, at), .started(at)) == [])
    #expect(pauses(.started(at), .paused(.frozen, at), .resumed(.reporter, at)) == [.frozen])
  }

  @Test(
    arguments: [
      (.reassign, [.resumed(.reporter, now), .resumed(.frozen, now)]),
      (.takeBack, [.resumed(.reporter, now), .resumed(.frozen, now)]),
      (.handOver, [.resumed(.reporter, now), .resumed(.frozen, now)]),
      (.answer, [.resumed(.reporter, now), .resumed(.frozen, now), .answered(now)]), (.reopen, [.started(now)]),
      (.unfreeze, [.resumed(.frozen, now)]), (.reporterReplied, [.resumed(.reporter, now)]),
      (.reportersWithdrew, [.resumed(.reporter, now)]), (.recordProgress, []), (.coHandlersDone, []),
    ] as [(OrderStep, [ClockEvent])])
  func clockEvents(step: OrderStep, expected: [ClockEvent]) {
    #expect(step.clockEvents(open: OpenParts(pauses: [.frozen, .reporter]), at: Self.now) == expected)
  }

  private static let now = moment("2026-03-02 10:00")

  @Test func nothingEndsThatIsNotOpen() {
    #expect(OrderStep.reporterReplied.refusal(open: OpenParts(pauses: [.frozen]))?.rule == "nothingAsked")
    #expect(OrderStep.coHandlersDone.refusal(open: OpenParts(isExtensionAsked: true))?.rule == "nobodyHelps")
    #expect(OrderStep.unfreeze.refusal(open: OpenParts(pauses: [.frozen])) == nil)
  }

  /// Random allowed steps: nothing open is ever without the step that ends it, and the clock counts each moment once.
  @Test func noWayLosesAnything() throws {
    var chance = Seeded(state: 39)
    var seen: Set<OrderState> = []
    for _ in 0..<150 {
      var walk = Walk()
      for _ in 0..<40 {
        try walk.step(&chance)
        #expect(walk.faults() == [])
        seen.insert(walk.state)
      }
    }
    #expect(seen == Set(OrderState.allCases))
  }
}

/// An order that takes one allowed step after another, with its own count of how long the clock stood still.
private struct Walk {
  private static let everybody = Set(OrderActor.allCases)
  private(set) var state = OrderState.handedOver
  private var (events, now): ([ClockEvent], Instant)
  private var (isExtensionAsked, helpers) = (false, 0)
  private var (started, stoodStill): (Instant, Int64)
  private var taken: [OrderStep] = []
  private var open: OpenParts {
    OpenParts(clock: events, isExtensionAsked: isExtensionAsked, hasHelpers: helpers > 0)
  }

  init() {
    let first = moment("2026-03-02 10:00")
    (events, now, started, stoodStill) = ([.started(first)], first, first, 0)
  }

  private var possible: [OrderStep] { steps(in: state, by: Self.everybody).filter(isPossible) }

  /// Reporters are there, and none withdraws.
  private func isPossible(_ step: OrderStep) -> Bool {
    step.refusal(open: open) == nil && step != .closeWithdrawn && step != .reportersWithdrew
  }

  private func may(_ step: OrderStep, by actors: Set<OrderActor>) -> Bool {
    isPossible(step) && (try? Governance.state(after: step, in: state, by: actors)) != nil
  }

  mutating func step(_ chance: inout Seeded) throws {
    let passed = Int64.random(in: 0...600_000, using: &chance)
    now = Instant(milliseconds: now.milliseconds + passed)
    if !open.pauses.isEmpty { stoodStill += passed }
    let step = try #require(possible.randomElement(using: &chance))
    let next = try Governance.state(after: step, in: state, by: Self.everybody)
    events += step.clockEvents(open: open, at: now)
    if step.endsWhatIsOpen { (isExtensionAsked, helpers) = (false, 0) }
    switch step {
    case .callCoHandlers: helpers += Int.random(in: 1...2, using: &chance)
    case .coHandlersDone: helpers -= 1
    case .askExtension: isExtensionAsked = true
    case .approveExtension, .refuseExtension: isExtensionAsked = false
    case .reopen, .reopenAbove: (started, stoodStill) = (now, 0)
    default: break
    }
    state = stateAfter(next, open: open)
    taken.append(step)
  }

  /// What is wrong now; empty when nothing is.
  func faults() -> [String] {
    var rules = [
      ("frozen for ever", !open.pauses.contains(.frozen) || may(.unfreeze, by: [.officeHead])),
      (
        "asked for ever",
        !open.pauses.contains(.reporter) || may(.reporterReplied, by: [.reporter]) && may(.askingEnds, by: [.time])
      ),
      ("no way on", !possible.isEmpty),
      ("another state", OrderState.working.contains(state) ? state == open.state : open == OpenParts()),
    ]
    // Frozen, a request waits; whoever may decide may let the order go on.
    let decide = state == .frozen ? OrderStep.unfreeze : .approveExtension
    let canDecide = may(decide, by: [.officeHead]) && may(decide, by: [.townOffice])
    rules.append(("nobody decides", !isExtensionAsked || canDecide))
    let canHelp = may(.coHandlersDone, by: [.coHandler]) && may(.recordProgress, by: [.coHandler])
    rules.append(("nobody may help", helpers == 0 || canHelp))
    if open.pauses.isEmpty {
      let clock = OrderClock(limit: Limit(90_000, .hours, .designDefault), limits: orderLimits, events: events)
      let expected = started.milliseconds + 90_000 * 3_600_000 + stoodStill
      rules.append(("counted otherwise than once", clock?.due(calendar)?.milliseconds == expected))
    }
    return rules.filter { !$0.1 }.map { "\($0.0): \(state) after \(taken.suffix(6))" }
  }
}
