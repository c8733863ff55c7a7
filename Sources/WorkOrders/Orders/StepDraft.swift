import Foundation
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
  var offices: [String]
  /// How much longer, in the unit of the limit.
  let amount: Int?
  /// The writer has seen that the reply may miss the question, and keeps it.
  let isConfirmed: Bool
  /// JPEG files, small and without what the camera noted.
  let photos: [[UInt8]]
  let papers: [NewAttachment]

  /// Of the form; all errors at once.
  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let step = form.choice("step", as: OrderStep.self, &errors)
    if step == nil, errors.message(for: "step") == nil { errors.add("step", WebWords.missing) }
    words = form.text("text", max: 2000, &errors)
    outcome = form.choice("outcome", as: OrderOutcome.self, &errors)
    reason = form.text("reason", max: 500, &errors)
    basis = form.text("basis", max: 500, &errors)
    offices = Self.offices(form, many: step == .callCoHandlers)
    amount = form.int("amount", in: 1...365, &errors)
    isConfirmed = form.isOn("confirmed")
    photos = form.photos("photos", &errors)
    papers = form.papers("files", &errors)
    if let step {
      if !photos.isEmpty, !step.takesPhotos { errors.add("photos", AttachmentStrings.noPhotosHere) }
      if !papers.isEmpty, !step.takesPapers { errors.add("files", AttachmentStrings.noPapersHere) }
      if step.needsWords, words.isEmpty { errors.add("text", OrderStrings.wordsMissing(step)) }
      if step.needsOffice, offices.isEmpty { errors.add("office", OrderStrings.officeMissing) }
      if step.namesOfficeInCharge, offices.count > 1 { errors.add("office", OrderStrings.oneOffice) }
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

  /// The offices of the cards, with the other one chosen below them: besides them, or in their place.
  private static func offices(_ form: Form, many: Bool) -> [String] {
    let cards = officeList(form.all("office"))
    let other = form[otherOfficeField].trimmingCharacters(in: .whitespaces)
    if other.isEmpty || cards.contains(other) { return many || other.isEmpty ? cards : [other] }
    return many ? cards + [other] : [other]
  }
}

extension OrderStep {
  /// Whether somebody must say why, ask, or tell what was done. A reply is checked by rules of its own.
  var needsWords: Bool {
    switch self {
    case .returnOnce, .returnAgain, .decideDispute, .passUp, .passDown, .takeBack, .askReporter, .callCoHandlers,
      .coHandlersDone, .recordProgress, .askExtension, .refuseExtension, .freeze, .unfreeze, .reopen, .reopenAbove,
      .urge, .supervise, .answerSupervision, .reassign, .closeWithdrawn:
      true
    case .handOver, .accept, .answerOnSpot, .reporterReplied, .askingEnds, .approveExtension, .answer, .close, .rate,
      .holidaysChanged, .acceptanceOver, .answerStands, .reportersWithdrew:
      false
    }
  }

  /// Whether an office is named with it.
  var needsOffice: Bool { [.handOver, .decideDispute, .reassign, .callCoHandlers].contains(self) }

  /// Whether one office in charge is named: its duty has to be cited.
  var namesOfficeInCharge: Bool { [.handOver, .decideDispute, .reassign].contains(self) }

  /// Whether all reporters are told its words as they stand, now or when an extension is approved.
  var isToldInItsWords: Bool {
    [.answer, .answerOnSpot, .close, .recordProgress, .askReporter, .askExtension, .freeze, .unfreeze].contains(self)
  }

  /// Whether a person takes it on the page of the order; the others come by the tracking page or by time.
  var isOnPage: Bool { capability != nil && self != .rate }
}
