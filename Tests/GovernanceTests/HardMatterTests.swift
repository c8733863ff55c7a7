import Governance
import Testing
import Values

/// When a matter is hard (难点): late, reopened, or handed on twice; never once it is closed.
struct HardMatterTests {
  private let now = Instant(milliseconds: 1_795_000_000_000)

  private func reasons(
    isOpen: Bool = true, late days: Int? = nil, reopened: Int = 0, handedOn: Int = 0
  ) -> [HardReason] {
    let due = days.map { now.adding(days: -$0).adding(minutes: -1) }
    return hardReasons(HardFacts(isOpen: isOpen, due: due, reopened: reopened, handedOn: handedOn), at: now)
  }

  @Test func aMatterIsHardFromTheBorderOn() {
    #expect(reasons().isEmpty)
    #expect(reasons(late: -1).isEmpty)
    #expect(reasons(late: 3) == [.overdue(since: now.adding(days: -3).adding(minutes: -1))])
    #expect(reasons(reopened: 1) == [.reopened(times: 1)])
    #expect(reasons(handedOn: 1).isEmpty)
    #expect(reasons(handedOn: 2) == [.handedOn(times: 2)])
  }

  @Test func theLimitItselfIsNotLate() {
    #expect(hardReasons(HardFacts(isOpen: true, due: now, reopened: 0, handedOn: 0), at: now).isEmpty)
  }

  @Test func allReasonsAreSaid() {
    #expect(reasons(late: 1, reopened: 2, handedOn: 3).count == 3)
  }

  @Test func whatIsClosedIsNotHard() {
    #expect(reasons(isOpen: false, late: 9, reopened: 2, handedOn: 4).isEmpty)
  }
}
