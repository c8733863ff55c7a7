import Testing

@testable import Governance

/// Who of the offices hears of a step.
@Suite struct OrderHearersTests {
  @Test(arguments: [
    (OrderStep.handOver, [OrderHearer.charge, .former]), (.reassign, [.charge, .former]), (.takeBack, [.former]),
    (.returnOnce, [.receivers]), (.returnAgain, [.townOffice, .returners]), (.decideDispute, [.charge, .returners]),
    (.reopen, [.charge]), (.callCoHandlers, [.called]), (.askExtension, [.head]), (.approveExtension, [.handler]),
    (.refuseExtension, [.handler]), (.urge, [.charge]), (.supervise, [.charge]), (.accept, []), (.answer, []),
    (.acceptanceOver, [.head, .receivers]), (.reportersWithdrew, [.charge, .helping]), (.closeWithdrawn, []),
  ])
  func theirs(_ step: OrderStep, _ hearers: [OrderHearer]) {
    #expect(tellings(of: step).map(\.hearer) == hearers)
  }

  @Test func everyMessageSaysOneThingToOneHearer() {
    for step in OrderStep.allCases {
      let told = tellings(of: step)
      #expect(Set(told.map(\.hearer)).count == told.count, "\(step)")
    }
  }
}
