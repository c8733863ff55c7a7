import Values

/// What can happen to a work order.
package enum OrderStep: String, Sendable, Codable, CaseIterable {
  /// To an office: from a service centre, or after it came back or was taken back; a new order begins handed over.
  case handOver
  case accept
  /// `returnAgain` is the second time: `returning(earlier:)` chooses.
  case returnOnce, returnAgain
  case decideDispute
  /// To the service centre a level above or below.
  case passUp, passDown
  case takeBack
  /// At the counter, without an office.
  case answerOnSpot
  case askReporter, reporterReplied, askingEnds
  case callCoHandlers, coHandlersDone
  case recordProgress
  case askExtension, approveExtension, refuseExtension
  case freeze, unfreeze
  case answer, close
  /// All reporters withdrew: nobody waits for an answer any more.
  case closeWithdrawn
  case rate
  /// "Not solved": to the same office, the second time to the one above; `reopening(earlier:)` chooses.
  case reopen, reopenAbove
  case urge, supervise, answerSupervision
  case reassign
  /// Not a person's: the holiday list changed, and with it the due date.
  case holidaysChanged
  /// By time alone: nobody took it up in time; nobody said within the time for it that the answer solves nothing.
  case acceptanceOver, answerStands
  /// The last reporter withdrew.
  case reportersWithdrew

  /// How an office sends an order back that came back `earlier` times before.
  package static func returning(earlier: Int) -> OrderStep { earlier == 0 ? .returnOnce : .returnAgain }

  /// How an order is reopened that was reopened `earlier` times before.
  package static func reopening(earlier: Int) -> OrderStep { earlier == 0 ? .reopen : .reopenAbove }
}

extension OrderStep {
  /// What an account needs besides; nil for what no account does. A reporter needs none.
  package var capability: Capability? {
    switch self {
    case .handOver, .passUp, .passDown, .takeBack, .answerOnSpot: .handOver
    case .accept, .returnOnce, .returnAgain: .acceptOrder
    case .askReporter, .callCoHandlers, .coHandlersDone, .askExtension, .answer, .answerSupervision: .answerOrder
    case .reporterReplied, .recordProgress, .close, .closeWithdrawn, .rate, .reopen, .reopenAbove: .recordProgress
    case .approveExtension, .refuseExtension, .freeze, .unfreeze: .approveExtension
    case .urge: .urgeOrder
    case .supervise: .superviseOrder
    case .decideDispute, .reassign: .reassignOrder
    case .askingEnds, .holidaysChanged, .acceptanceOver, .answerStands, .reportersWithdrew: nil
    }
  }
}

/// A row of the table: who may take the step from which states, and where it leads; without `to` the state stays. Where it
/// leads to work, what is still open says to which state of it (`stateAfter`).
package struct OrderMove: Sendable, Hashable {
  package let step: OrderStep
  package let who: Set<OrderActor>
  package let from: Set<OrderState>
  package let to: OrderState?

  fileprivate init(_ step: OrderStep, _ who: Set<OrderActor>, _ from: Set<OrderState>, to: OrderState? = nil) {
    (self.step, self.who, self.from, self.to) = (step, who, from, to)
  }
}

private let office: Set<OrderActor> = [.office, .officeHead]
private let entrance: Set<OrderActor> = [.firstReceiver, .centre, .townOffice]
private let heads: Set<OrderActor> = [.officeHead, .townOffice]
private let openStates = Set(OrderState.allCases.filter(\.isOpen))
/// Working, and not waiting for somebody's decision.
private let atWork: Set<OrderState> = [.accepted, .askingReporter, .awaitingCoHandlers]
private let withQuestion: Set<OrderState> = [.askingReporter, .frozen]
private let withHelpers = OrderState.working.subtracting([.accepted])

/// Who may do which step in which state: the whole of it.
package let orderMoves: [OrderMove] = [
  OrderMove(.handOver, entrance, [.returned, .takenBack], to: .handedOver),
  OrderMove(.handOver, [.holdingCentre], [.handedOver, .accepted, .reopened], to: .handedOver),
  OrderMove(.accept, office, [.handedOver, .reopened], to: .accepted),
  OrderMove(.returnOnce, office, [.handedOver], to: .returned),
  OrderMove(.returnAgain, office, [.handedOver], to: .disputed),
  OrderMove(.decideDispute, [.townOffice], [.disputed], to: .handedOver),
  OrderMove(.passUp, entrance, [.handedOver, .returned], to: .handedOver),
  OrderMove(.passUp, [.holdingCentre, .townOffice], [.accepted, .reopened], to: .handedOver),
  OrderMove(.passDown, [.centre, .townOffice], [.handedOver, .returned], to: .handedOver),
  OrderMove(.takeBack, entrance, [.handedOver, .returned], to: .takenBack),
  OrderMove(.takeBack, [.townOffice], openStates.subtracting([.handedOver, .returned]), to: .takenBack),
  OrderMove(.answerOnSpot, [.firstReceiver, .centre], [.handedOver, .returned], to: .answered),
  OrderMove(.askReporter, office, [.accepted, .awaitingCoHandlers], to: .askingReporter),
  OrderMove(.reporterReplied, office.union([.reporter, .firstReceiver]), withQuestion, to: .accepted),
  OrderMove(.askingEnds, [.time], withQuestion, to: .accepted),
  OrderMove(.callCoHandlers, office, [.accepted, .awaitingCoHandlers], to: .awaitingCoHandlers),
  OrderMove(.coHandlersDone, office.union([.coHandler]), withHelpers, to: .accepted),
  OrderMove(.recordProgress, office, OrderState.working.union([.answered])),
  OrderMove(.recordProgress, [.coHandler], withHelpers),
  OrderMove(.recordProgress, [.firstReceiver], OrderState.waiting),
  OrderMove(.askExtension, office, [.accepted, .awaitingCoHandlers], to: .extensionAsked),
  OrderMove(.approveExtension, heads, [.extensionAsked], to: .accepted),
  OrderMove(.refuseExtension, heads, [.extensionAsked], to: .accepted),
  OrderMove(.freeze, heads, atWork.union([.extensionAsked]), to: .frozen),
  OrderMove(.unfreeze, heads, [.frozen], to: .accepted),
  OrderMove(.answer, office, atWork.union([.extensionAsked]), to: .answered),
  OrderMove(.close, office.union([.firstReceiver, .centre]), [.answered], to: .closed),
  OrderMove(.answerStands, [.time], [.answered], to: .closed),
  OrderMove(.closeWithdrawn, office.union([.firstReceiver, .centre]), openStates, to: .closed),
  OrderMove(.rate, [.reporter, .firstReceiver, .centre], [.answered, .closed]),
  OrderMove(.reopen, [.reporter, .firstReceiver, .centre], [.answered, .closed], to: .reopened),
  OrderMove(.reopenAbove, [.reporter, .firstReceiver, .centre], [.answered, .closed], to: .handedOver),
  OrderMove(.urge, heads.union([.supervisor]), openStates),
  OrderMove(.supervise, [.townOffice, .supervisor], openStates),
  OrderMove(.answerSupervision, office, openStates.subtracting([.returned, .disputed])),
  OrderMove(.reassign, [.townOffice], openStates.subtracting([.answered]), to: .handedOver),
  OrderMove(.holidaysChanged, [.time], openStates.subtracting([.answered])),
  OrderMove(.acceptanceOver, [.time], OrderState.untaken),
  OrderMove(.reportersWithdrew, [.time], openStates),
]

/// The rows by the state from which they may be taken.
private let movesFrom: [OrderState: [OrderMove]] = Dictionary(
  uniqueKeysWithValues: OrderState.allCases.map { state in (state, orderMoves.filter { $0.from.contains(state) }) })

/// The steps that these may take now, in the order of the table.
package func steps(in state: OrderState, by actors: Set<OrderActor>) -> [OrderStep] {
  let possible = Set((movesFrom[state] ?? []).filter { !$0.who.isDisjoint(with: actors) }.map(\.step))
  return OrderStep.allCases.filter(possible.contains)
}

/// What to offer these now: of each pair (return, reopen) the one that fits an order which came back `returns` times and was
/// reopened `reopens` times.
package func steps(in state: OrderState, by actors: Set<OrderActor>, returns: Int, reopens: Int) -> [OrderStep] {
  let others: Set<OrderStep> = [
    returns == 0 ? .returnAgain : .returnOnce, reopens == 0 ? .reopenAbove : .reopen,
  ]
  return steps(in: state, by: actors).filter { !others.contains($0) }
}

private func move(_ step: OrderStep, in state: OrderState, by actors: Set<OrderActor>) -> OrderMove? {
  movesFrom[state]?.first { $0.step == step && !$0.who.isDisjoint(with: actors) }
}

/// Why these may not take the step now; nil when they may. `possible`: what they may do instead, where more is known than the
/// state.
package func refusal(
  of step: OrderStep, in state: OrderState, by actors: Set<OrderActor>, possible: [OrderStep]? = nil
) -> Refusal? {
  guard move(step, in: state, by: actors) == nil else { return nil }
  let others = orderMoves.filter { $0.step == step && $0.from.contains(state) }.reduce(into: Set()) {
    $0.formUnion($1.who)
  }
  guard others.isEmpty else {
    return Refusal(
      rule: "orderActor",
      reason: Text(
        zh: "「\(step.name.zh)」不由您来做。", en: "“\(step.name.en)” is not yours to do."),
      wayOut: Text(
        zh: "可以由\(list(others).zh)来做，请找他们。", en: "This may be done by: \(list(others).en). Please ask them."))
  }
  return Refusal(
    rule: "orderStep",
    reason: Text(
      zh: "这件工单「\(state.name.zh)」，现在不能「\(step.name.zh)」。",
      en: "This work order is “\(state.name.en)”; “\(step.name.en)” is not possible now."),
    wayOut: wayOut(in: state, possible: possible ?? steps(in: state, by: actors, returns: 0, reopens: 0)))
}

/// The order's state after the step. Throws the refusal when the step is not allowed.
package func state(
  after step: OrderStep, in state: OrderState, by actors: Set<OrderActor>
) throws(Refusal) -> OrderState {
  if let refusal = refusal(of: step, in: state, by: actors) { throw refusal }
  return move(step, in: state, by: actors)?.to ?? state
}

private func list(_ actors: Set<OrderActor>) -> Text {
  let names = OrderActor.allCases.filter(actors.contains).map(\.name)
  return Text(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
}

private func wayOut(in state: OrderState, possible: [OrderStep]) -> Text {
  // Whether an answer was asked for (督办), or all reporters withdrew, stands in the order, not in its state.
  let names = possible.filter { $0 != .answerSupervision && $0 != .closeWithdrawn }.map(\.name)
  guard names.isEmpty else {
    return Text(
      zh: "现在可以：\(names.map(\.zh).joined(separator: "、"))。",
      en: "Possible now: \(names.map(\.en).joined(separator: ", ")).")
  }
  let holders = list(state.holders)
  return Text(zh: "现在由\(holders.zh)来办。", en: "It is now with: \(holders.en).")
}

extension OrderState {
  /// With whom an order in this state is.
  fileprivate var holders: Set<OrderActor> {
    switch self {
    case .handedOver, .accepted, .awaitingCoHandlers, .reopened: [.office]
    case .returned, .takenBack: [.firstReceiver, .centre]
    case .disputed: [.townOffice]
    case .askingReporter: [.office, .reporter]
    case .extensionAsked, .frozen: [.officeHead]
    case .answered, .closed: [.reporter]
    }
  }
}
