/// Who of the offices hears of a step of an order.
package enum OrderHearer: String, Sendable, CaseIterable {
  /// The office in charge after the step, or the service centre that has it.
  case charge
  /// The office that had it before and has it no more.
  case former
  /// The offices that sent it back before.
  case returners
  /// Who took the matter in first and hands it over again.
  case receivers
  case townOffice
  /// The head of the office in charge; the town office where it has none.
  case head
  /// Who works on it in the office in charge.
  case handler
  /// The offices called in by the step.
  case called
  /// The offices that help and have not finished.
  case helping
}

/// That somebody hears of a step, and by which message.
package struct OrderTelling: Sendable, Hashable {
  package let hearer: OrderHearer
  /// The key of the message's wording: "staff_order_handed".
  package let message: String

  fileprivate init(_ hearer: OrderHearer, _ message: String) {
    (self.hearer, self.message) = (hearer, "staff_order_" + message)
  }
}

/// Who of the offices is told of a step (plan B5); whoever took it is not told of his own. Reporters are told elsewhere.
package func tellings(of step: OrderStep) -> [OrderTelling] {
  switch step {
  case .handOver, .passUp, .passDown: [OrderTelling(.charge, "handed"), OrderTelling(.former, "gone")]
  case .reassign: [OrderTelling(.charge, "reassigned"), OrderTelling(.former, "gone")]
  case .takeBack: [OrderTelling(.former, "gone")]
  case .returnOnce: [OrderTelling(.receivers, "returned")]
  case .returnAgain: [OrderTelling(.townOffice, "second_return"), OrderTelling(.returners, "disputed")]
  case .decideDispute: [OrderTelling(.charge, "decided"), OrderTelling(.returners, "decided_other")]
  case .reopen: [OrderTelling(.charge, "reopened")]
  case .reopenAbove: [OrderTelling(.charge, "reopened_above"), OrderTelling(.former, "gone")]
  case .reporterReplied, .askingEnds: [OrderTelling(.charge, "goes_on")]
  case .callCoHandlers: [OrderTelling(.called, "help")]
  case .coHandlersDone: [OrderTelling(.charge, "helped")]
  case .askExtension: [OrderTelling(.head, "extension")]
  case .approveExtension: [OrderTelling(.handler, "extended")]
  case .refuseExtension: [OrderTelling(.handler, "not_extended")]
  case .acceptanceOver: [OrderTelling(.head, "late"), OrderTelling(.receivers, "late_receiver")]
  case .reportersWithdrew: [OrderTelling(.charge, "withdrawn"), OrderTelling(.helping, "withdrawn_help")]
  case .urge: [OrderTelling(.charge, "urged")]
  case .supervise: [OrderTelling(.charge, "supervised")]
  case .accept, .answerOnSpot, .askReporter, .recordProgress, .freeze, .unfreeze, .answer, .close, .closeWithdrawn,
    .answerStands, .rate,
    .answerSupervision,
    .holidaysChanged:
    []
  }
}
