import Governance
import Testing
import Values

struct OrderMovesTests {
  private static let everybody = Set(OrderActor.allCases)

  @Test func everyStateIsReachedAndEveryStepIsSomewhere() {
    var (reached, waiting): (Set<OrderState>, [OrderState]) = ([.handedOver], [.handedOver])
    while let state = waiting.popLast() {
      for step in steps(in: state, by: Self.everybody) {
        guard let next = try? Governance.state(after: step, in: state, by: Self.everybody) else { continue }
        if reached.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(reached == Set(OrderState.allCases))
    #expect(Set(orderMoves.map(\.step)) == Set(OrderStep.allCases))
    #expect(orderMoves.allSatisfy { !$0.who.isEmpty && !$0.from.isEmpty })
  }

  /// From every state the order can still come to its end.
  @Test(arguments: OrderState.allCases) func noStateIsADeadEnd(start: OrderState) {
    var (reached, waiting): (Set<OrderState>, [OrderState]) = ([start], [start])
    while let state = waiting.popLast() {
      for step in steps(in: state, by: Self.everybody) {
        guard let next = try? Governance.state(after: step, in: state, by: Self.everybody) else { continue }
        if reached.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(reached.contains(.closed))
  }

  /// In one state a step leads to one state, whoever takes it.
  @Test func theTableIsOfOneMind() {
    for step in OrderStep.allCases {
      for state in OrderState.allCases {
        let rows = orderMoves.filter { $0.step == step && $0.from.contains(state) }
        #expect(Set(rows.map { $0.to ?? state }).count <= 1, "\(step) in \(state)")
      }
    }
  }

  @Test(
    arguments: [
      (.accept, .handedOver, .office, .accepted), (.accept, .reopened, .office, .accepted),
      (.accept, .accepted, .office, nil),
      (.accept, .handedOver, .firstReceiver, nil), (.accept, .disputed, .office, nil),
      (.accept, .returned, .office, nil),
      (.returnOnce, .handedOver, .office, .returned), (.returnOnce, .accepted, .office, nil),
      (.returnOnce, .reopened, .office, nil), (.returnAgain, .handedOver, .officeHead, .disputed),
      (.decideDispute, .disputed, .townOffice, .handedOver), (.decideDispute, .disputed, .office, nil),
      (.decideDispute, .disputed, .supervisor, nil), (.decideDispute, .returned, .townOffice, nil),
      (.handOver, .returned, .firstReceiver, .handedOver), (.handOver, .returned, .office, nil),
      (.handOver, .takenBack, .centre, .handedOver), (.handOver, .accepted, .firstReceiver, nil),
      (.handOver, .handedOver, .holdingCentre, .handedOver), (.handOver, .accepted, .holdingCentre, .handedOver),
      (.handOver, .handedOver, .centre, nil), (.handOver, .handedOver, .firstReceiver, nil),
      (.handOver, .answered, .holdingCentre, nil),
      (.passUp, .handedOver, .centre, .handedOver), (.passUp, .accepted, .holdingCentre, .handedOver),
      (.passUp, .accepted, .centre, nil),
      (.passUp, .accepted, .firstReceiver, nil), (.passDown, .handedOver, .townOffice, .handedOver),
      (.passDown, .handedOver, .office, nil),
      (.takeBack, .handedOver, .firstReceiver, .takenBack), (.takeBack, .accepted, .firstReceiver, nil),
      (.takeBack, .accepted, .townOffice, .takenBack), (.takeBack, .closed, .townOffice, nil),
      (.answerOnSpot, .handedOver, .centre, .answered), (.answerOnSpot, .accepted, .centre, nil),
      (.askReporter, .accepted, .office, .askingReporter), (.askReporter, .handedOver, .office, nil),
      (.reporterReplied, .askingReporter, .reporter, .accepted), (.reporterReplied, .accepted, .reporter, nil),
      (.askingEnds, .askingReporter, .time, .accepted), (.askingEnds, .askingReporter, .office, nil),
      (.callCoHandlers, .accepted, .office, .awaitingCoHandlers), (.callCoHandlers, .accepted, .coHandler, nil),
      (.coHandlersDone, .awaitingCoHandlers, .coHandler, .accepted),
      (.recordProgress, .awaitingCoHandlers, .coHandler, .awaitingCoHandlers),
      (.recordProgress, .accepted, .coHandler, nil),
      (.recordProgress, .returned, .firstReceiver, .returned), (.recordProgress, .accepted, .firstReceiver, nil),
      (.recordProgress, .closed, .office, nil),
      (.askExtension, .accepted, .office, .extensionAsked), (.askExtension, .extensionAsked, .office, nil),
      (.approveExtension, .extensionAsked, .officeHead, .accepted), (.approveExtension, .extensionAsked, .office, nil),
      (.approveExtension, .accepted, .officeHead, nil), (.approveExtension, .extensionAsked, .townOffice, .accepted),
      (.reporterReplied, .frozen, .reporter, .accepted), (.coHandlersDone, .askingReporter, .coHandler, .accepted),
      (.recordProgress, .extensionAsked, .coHandler, .extensionAsked),
      (.refuseExtension, .extensionAsked, .officeHead, .accepted),
      (.freeze, .accepted, .officeHead, .frozen), (.freeze, .accepted, .office, nil),
      (.freeze, .handedOver, .townOffice, nil),
      (.unfreeze, .frozen, .townOffice, .accepted), (.answer, .frozen, .office, nil),
      (.answer, .accepted, .office, .answered), (.answer, .extensionAsked, .office, .answered),
      (.answer, .handedOver, .office, nil), (.answer, .accepted, .coHandler, nil),
      (.answer, .accepted, .townOffice, nil),
      (.close, .answered, .office, .closed), (.close, .accepted, .office, nil),
      (.rate, .closed, .reporter, .closed), (.rate, .closed, .firstReceiver, .closed), (.rate, .closed, .office, nil),
      (.rate, .accepted, .reporter, nil), (.rate, .answered, .reporter, .answered),
      (.answerStands, .answered, .time, .closed), (.answerStands, .answered, .office, nil),
      (.acceptanceOver, .handedOver, .time, .handedOver), (.acceptanceOver, .accepted, .time, nil),
      (.closeWithdrawn, .handedOver, .firstReceiver, .closed), (.closeWithdrawn, .frozen, .office, .closed),
      (.closeWithdrawn, .closed, .office, nil),
      (.reopen, .closed, .reporter, .reopened), (.reopen, .answered, .reporter, .reopened),
      (.reopen, .closed, .office, nil),
      (.reopenAbove, .closed, .reporter, .handedOver), (.reopen, .accepted, .reporter, nil),
      (.urge, .accepted, .officeHead, .accepted), (.urge, .closed, .officeHead, nil),
      (.urge, .answered, .townOffice, .answered),
      (.urge, .accepted, .coHandler, nil),
      (.supervise, .accepted, .supervisor, .accepted), (.supervise, .accepted, .officeHead, nil),
      (.answerSupervision, .accepted, .office, .accepted), (.answerSupervision, .closed, .office, nil),
      (.reassign, .accepted, .townOffice, .handedOver), (.reassign, .accepted, .officeHead, nil),
      (.reassign, .closed, .townOffice, nil),
    ] as [(OrderStep, OrderState, OrderActor, OrderState?)])
  func step(_ step: OrderStep, from state: OrderState, by actor: OrderActor, to expected: OrderState?) {
    #expect((try? Governance.state(after: step, in: state, by: [actor])) == expected)
    #expect((refusal(of: step, in: state, by: [actor]) == nil) == (expected != nil))
  }

  /// Every refused step of anybody names its rule and a way out.
  @Test func aRefusalAlwaysShowsAWayOut() {
    for step in OrderStep.allCases {
      for state in OrderState.allCases {
        for actor in OrderActor.allCases {
          guard let found = refusal(of: step, in: state, by: [actor]) else { continue }
          #expect(found.rule == "orderStep" || found.rule == "orderActor")
          #expect(!found.wayOut.zh.contains("：。") && !found.wayOut.zh.contains("由来") && found.wayOut.en.count > 15)
        }
      }
    }
    #expect(refusal(of: .approveExtension, in: .extensionAsked, by: [.office])?.wayOut.zh.contains("承办单位负责人") ?? false)
    #expect(refusal(of: .answer, in: .handedOver, by: [.office])?.wayOut.zh.contains("签收") ?? false)
  }

  /// Whoever the table lets do a step holds, in some role, what the step needs.
  @Test func someRoleCanTakeEveryStep() {
    let relation = OrderRelation(isFirstReceiver: true, isOfOffice: true, isOfCoHandler: true, isWithCentre: true)
    for move in orderMoves {
      for actor in move.who where actor != .reporter && actor != .time {
        guard let needed = move.step.capability else { Issue.record("\(move.step)"); continue }
        let able = Role.allCases.filter {
          actors(of: $0, relation).contains(actor) && capabilities(of: $0).contains(needed)
        }
        #expect(!able.isEmpty, "\(move.step) by \(actor)")
      }
    }
    #expect(OrderStep.askingEnds.capability == nil)
  }

  @Test(
    arguments: [
      (.registerKeeper, OrderRelation(isFirstReceiver: true), [.firstReceiver]), (.registerKeeper, OrderRelation(), []),
      (.departmentHandler, OrderRelation(isOfOffice: true), [.office]), (.departmentHandler, OrderRelation(), []),
      (.departmentHandler, OrderRelation(isOfCoHandler: true), [.coHandler]),
      (.departmentHead, OrderRelation(isOfOffice: true), [.office, .officeHead]),
      (.departmentHead, OrderRelation(isOfCoHandler: true), [.coHandler]),
      (.serviceCentre, OrderRelation(), [.centre]),
      (.serviceCentre, OrderRelation(isOfOffice: true), [.centre, .holdingCentre, .office]),
      (.townOfficer, OrderRelation(), [.townOffice, .supervisor]),
      (.townOfficer, OrderRelation(isWithCentre: true), [.townOffice, .supervisor, .officeHead]),
      (.townLeader, OrderRelation(isOfOffice: true), [.supervisor]), (.auditor, OrderRelation(isOfOffice: true), []),
      (.administrator, OrderRelation(isFirstReceiver: true), []), (.resident, OrderRelation(isFirstReceiver: true), []),
    ] as [(Role, OrderRelation, Set<OrderActor>)])
  func whatRolesAre(role: Role, relation: OrderRelation, expected: Set<OrderActor>) {
    #expect(actors(of: role, relation) == expected)
  }

  @Test func chosenByWhatHappenedBefore() {
    #expect([0, 1, 2].map(OrderStep.returning) == [.returnOnce, .returnAgain, .returnAgain])
    #expect([0, 1, 2].map(OrderStep.reopening) == [.reopen, .reopenAbove, .reopenAbove])
  }

  @Test func ofEachPairOneIsOffered() {
    #expect(
      steps(in: .handedOver, by: [.office], returns: 0, reopens: 0) == [
        .accept, .returnOnce, .closeWithdrawn, .answerSupervision,
      ])
    #expect(
      steps(in: .handedOver, by: [.office], returns: 1, reopens: 0) == [
        .accept, .returnAgain, .closeWithdrawn, .answerSupervision,
      ])
    #expect(steps(in: .closed, by: [.reporter], returns: 2, reopens: 0) == [.rate, .reopen])
    #expect(steps(in: .closed, by: [.reporter], returns: 0, reopens: 1) == [.rate, .reopenAbove])
  }

  /// 首接负责: nobody but the first receiver until an office has accepted.
  @Test(arguments: OrderState.allCases) func whoAnswersQuestions(state: OrderState) {
    let isWaiting = [OrderState.handedOver, .returned, .disputed, .takenBack].contains(state)
    #expect(answersQuestions(in: state) == (isWaiting ? .firstReceiver : .office))
  }

  @Test func wordsAreDistinct() {
    #expect(Set(OrderState.allCases.map(\.name)).count == OrderState.allCases.count)
    #expect(Set(OrderState.allCases.map(\.plain)).count == OrderState.allCases.count)
    #expect(Set(OrderStep.allCases.map(\.name)).count == OrderStep.allCases.count)
    #expect(Set(OrderActor.allCases.map(\.name)).count == OrderActor.allCases.count)
    #expect(Set(OrderKind.allCases.map(\.name)).count == OrderKind.allCases.count)
    #expect(Set(OrderOutcome.allCases.map(\.name)).count == OrderOutcome.allCases.count)
    #expect(Set(PauseReason.allCases.map(\.name)).count == PauseReason.allCases.count)
    #expect(OrderState.allCases.filter { !$0.isOpen } == [.closed, .takenBack])
    #expect(OrderState.answered.matterState == .answered && OrderState.closed.matterState == .closed)
    #expect(OrderState.disputed.matterState == .inProgress)
  }
}
