import Governance
import Values
import Web

/// What somebody sends with a step of an order, parsed once; what a step does not need is left out.
struct StepDraft: Sendable {
  let step: OrderStep
  /// Reason, question, progress, reply, last words: what the step says.
  let words: String
  let outcome: OrderOutcome?
  /// Of "not possible": why, and the rule.
  let reason: String
  /// The rule cited for a reply that it is not possible, or for another office's duty.
  let basis: String
  /// Offices: the new one in charge, or those called in.
  let offices: [String]
  /// How much longer, in the unit of the limit.
  let amount: Int?
  /// The writer has seen that the reply may miss the question, and keeps it.
  let isConfirmed: Bool
  /// JPEG files, small and without what the camera noted.
  let photos: [[UInt8]]

  /// Of the form; all errors at once.
  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let step = form.choice("step", as: OrderStep.self, &errors)
    if step == nil, errors.message(for: "step") == nil { errors.add("step", WebWords.missing) }
    words = form.text("text", max: 2000, &errors)
    outcome = form.choice("outcome", as: OrderOutcome.self, &errors)
    reason = form.text("reason", max: 500, &errors)
    basis = form.text("basis", max: 500, &errors)
    offices = form.all("office").flatMap { $0.split(whereSeparator: { ",，、".contains($0) }).map(String.init) }
    amount = form.int("amount", in: 1...365, &errors)
    isConfirmed = form.isOn("confirmed")
    photos = form.photos("photos", &errors)
    if let step {
      if step.needsWords, words.isEmpty { errors.add("text", OrderStrings.wordsMissing(step)) }
      if step.needsOffice, offices.isEmpty { errors.add("office", OrderStrings.officeMissing) }
      if step == .askExtension, amount == nil, errors.message(for: "amount") == nil {
        errors.add("amount", WebWords.missing)
      }
      if step.isAnswer, outcome == nil, errors.message(for: "outcome") == nil {
        errors.add("outcome", WebWords.missing)
      }
    }
    guard errors.isEmpty, let step else { throw errors }
    self.step = step
  }
}

extension OrderStep {
  /// Whether somebody must say why, ask, or tell what was done. A reply is checked by rules of its own.
  var needsWords: Bool {
    switch self {
    case .returnOnce, .returnAgain, .decideDispute, .passUp, .passDown, .takeBack, .askReporter, .callCoHandlers,
      .coHandlersDone, .recordProgress, .askExtension, .refuseExtension, .freeze, .unfreeze, .reopen, .reopenAbove,
      .urge, .supervise, .answerSupervision, .reassign:
      true
    case .handOver, .accept, .answerOnSpot, .reporterReplied, .askingEnds, .approveExtension, .answer, .close, .rate,
      .holidaysChanged:
      false
    }
  }

  /// Whether an office is named with it.
  var needsOffice: Bool { [.handOver, .decideDispute, .reassign, .callCoHandlers].contains(self) }

  /// Whether one office in charge is named: its duty has to be cited.
  var namesOfficeInCharge: Bool { [.handOver, .decideDispute, .reassign].contains(self) }

  var isAnswer: Bool { self == .answer || self == .answerOnSpot }

  /// Whether a person takes it on the page of the order; the others come by the tracking page or by time.
  var isOnPage: Bool { ![.askingEnds, .rate, .holidaysChanged].contains(self) }
}
