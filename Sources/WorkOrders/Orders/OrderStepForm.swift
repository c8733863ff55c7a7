import Documents
import Governance
import Markup
import Matters
import Seeds
import Store
import Values
import Web

extension Request {
  /// The steps that this person may take, and the form of the one chosen: the usual next one, or what the address says.
  func stepSection(_ view: OrderView, _ village: String, typed: Form?, errors: FieldErrors?) -> HTML {
    let l = reader.language
    guard let step = chosen(view, typed) else {
      return section("stack", ["id": "next-step"]) {
        h2 { reader(OrderStrings.next) }
        p("quiet") { reader(OrderStrings.nothingToDo) }
      }
    }
    let others = view.steps.filter { $0 != step }
    return section("stack", ["id": "next-step"]) {
      h2 { reader(step.name) }
      if let hint = step == .askReporter && view.pauseLeft == 0 ? OrderStrings.askAgainHint : step.hint {
        p("quiet") { reader(hint) }
      }
      if step == .approveExtension || step == .refuseExtension { askedLine(view) }
      Web.form(
        action: Link.orderSteps(village, view.order.id), reader: reader, multipart: true,
        key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("step", step.rawValue)
        hiddenField("version", String(view.order.version))
        stepFields(step, view, typed ?? Form(), errors)
        actions { submitButton(step.name, confirm: step.asksAgain ? OrderStrings.again(step.name) : nil, l) }
      }
      if !others.isEmpty {
        h3 { reader(OrderStrings.otherSteps) }
        actions {
          for other in others {
            linkButton(
              Link.with(Link.order(village, view.order.id), [("step", other.rawValue)]) + "#next-step", other.name, l)
          }
        }
      }
    }
  }

  private func chosen(_ view: OrderView, _ typed: Form?) -> OrderStep? {
    let asked = OrderStep(rawValue: typed?["step"] ?? query["step"])
    if let asked, view.steps.contains(asked) { return asked }
    let usual: [OrderStep] = [
      .accept, .answerSupervision, .decideDispute, .handOver, .approveExtension, .coHandlersDone, .closeWithdrawn,
      .close,
      .recordProgress, .answer, .urge, .answerOnSpot,
    ]
    return usual.first(where: view.steps.contains) ?? view.steps.first
  }

  private func askedLine(_ view: OrderView) -> HTML {
    guard let asked = view.order.askedExtension else { return .empty }
    let length = Limit(asked.amount, view.order.limit.unit, .designDefault).name
    return definitionList([(OrderStrings.longer, .text(reader(length) + " · " + asked.reason))], reader.language)
  }

  @HTMLBuilder
  private func stepFields(_ step: OrderStep, _ view: OrderView, _ typed: Form, _ errors: FieldErrors?) -> HTML {
    if step.needsOffice { officeField(step, view, typed, errors) }
    if step.namesOfficeInCharge {
      textField(
        name: "basis", label: OrderStrings.basis, value: typed["basis"], hint: OrderStrings.basisHint, errors: errors,
        maxlength: 500, reader: reader)
    }
    if step == .askExtension {
      textField(
        name: "amount", label: OrderStrings.amount, value: typed["amount"],
        hint: OrderStrings.unit(view.order.limit.unit), errors: errors, inputmode: "numeric", required: true,
        reader: reader)
    }
    if step.isAnswer {
      replyFields(view, typed, errors)
    } else if step.takesWords {
      wordsField(step, typed, errors)
    }
    if step.isAnswer { refusalFields(typed, errors) }
    if step.takesPhotos {
      fileField(
        name: "photos", label: OrderStrings.photos, hint: OrderStrings.photosHint, errors: errors, multiple: true,
        reader: reader)
    }
    if step.takesPapers {
      fileField(
        name: "files", label: AttachmentStrings.papers, hint: AttachmentStrings.hint, errors: errors,
        accept: AttachmentKind.accepted, multiple: true, reader: reader)
    }
    if errors?.message(for: "confirmed") != nil {
      checkbox(name: "confirmed", label: OrderStrings.confirmReply, checked: false, reader: reader)
    }
  }

  private func officeField(_ step: OrderStep, _ view: OrderView, _ typed: Form, _ errors: FieldErrors?) -> HTML {
    let (others, other) = (view.offices.without(view.order.about + [view.order.office]), typed[otherOfficeField])
    if step == .callCoHandlers {
      let choice = others.without(view.order.helpers)
      let helping = view.rules.catalogue.duty(view.order.leaf)?.coHandlers ?? []
      let isTyped = typed.fields["office"] != nil || !other.isEmpty
      return officeFields(
        choice, label: OrderStrings.callWhom, selected: Set(isTyped ? typed.all("office") : helping),
        other: other, many: true, errors: errors)
    }
    // Whoever hands it over chooses an office that has not sent it back; the town, which decides, may choose that too.
    let isHandingOver = step == .handOver
    return officeFields(
      isHandingOver ? others.without(view.returners) : others, label: OrderStrings.newOffice,
      selected: Set([typed["office"]].filter { !$0.isEmpty }), other: other, name: { officeLabel($0, view) },
      hint: isHandingOver && !view.returners.isEmpty ? OrderStrings.sentBack(bodyNames(view.returners)) : nil,
      errors: errors)
  }

  private func officeLabel(_ office: String, _ view: OrderView) -> Text {
    view.returners.contains(office) ? bodyName(office) + OrderStrings.hasReturned : bodyName(office)
  }

  private func outcomeField(_ typed: Form, _ errors: FieldErrors?) -> HTML {
    radioCards(
      name: "outcome", label: OrderStrings.outcome,
      options: OrderOutcome.allCases.map { (value: $0.rawValue, label: $0.name, hint: nil) },
      selected: typed["outcome"].isEmpty ? OrderOutcome.solved.rawValue : typed["outcome"], errors: errors,
      required: true, reader: reader)
  }

  private func wordsField(_ step: OrderStep, _ typed: Form, _ errors: FieldErrors?) -> HTML {
    textArea(
      name: "text", label: step.wordsLabel, value: typed["text"], errors: errors, rows: 4, required: step.needsWords,
      maxlength: 2000, listening: Listening(dictation: true), reader: reader)
  }

  /// The template to begin with, the outcome, the reply: at first the nearest template, or the reply given before.
  @HTMLBuilder
  private func replyFields(_ view: OrderView, _ typed: Form, _ errors: FieldErrors?) -> HTML {
    let (l, offered) = (reader.language, offeredReplies(view))
    let isFirst = typed.fields["text"] == nil && view.order.reply.isEmpty
    let filled = isFirst ? offered.first?.key ?? "" : typed["filled"]
    selectField(
      name: "template", label: OfferStrings.template, options: offered.map { (value: $0.key, label: $0.name) },
      selected: filled.isEmpty ? typed["template"] : filled, hint: OfferStrings.hint, reader: reader)
    hiddenField("filled", filled)
    actions { submitButton(OfferStrings.use, tone: .plain, name: "fill", value: "1", l) }
    outcomeField(typed, errors)
    textArea(
      name: "text", label: OrderStrings.reply,
      value: isFirst ? offered.first?.text(l) ?? "" : typed.fields["text"] == nil ? view.order.reply : typed["text"],
      hint: OfferStrings.blanks, errors: errors, rows: 10, required: true, maxlength: 2000,
      listening: Listening(dictation: true), reader: reader)
  }

  @HTMLBuilder
  private func refusalFields(_ typed: Form, _ errors: FieldErrors?) -> HTML {
    dialogDetails(
      summary: OrderStrings.ifNotPossible,
      open: errors?.message(for: "reason") != nil || errors?.message(for: "basis") != nil, reader.language
    ) {
      textField(
        name: "reason", label: OrderStrings.reason, value: typed["reason"], errors: errors, maxlength: 500,
        reader: reader)
      textField(
        name: "basis", label: OrderStrings.basis, value: typed["basis"], errors: errors, maxlength: 500,
        reader: reader)
    }
  }
}

extension OrderStep {
  /// Whether there is something to write.
  var takesWords: Bool { needsWords || [.answer, .answerOnSpot, .close, .handOver, .approveExtension].contains(self) }
  /// Whether the browser asks again.
  var asksAgain: Bool { [.close, .closeWithdrawn, .takeBack, .returnAgain].contains(self) }

  var wordsLabel: Text {
    switch self {
    case .askReporter: OrderStrings.questionLabel
    case .answer, .answerOnSpot: OrderStrings.reply
    case .recordProgress: OrderStrings.progressLabel
    case .callCoHandlers, .coHandlersDone, .urge, .supervise, .answerSupervision: OrderStrings.words
    case .close: OrderStrings.lastWords
    default: OrderStrings.why
    }
  }

  /// What happens with it, where it is not plain.
  var hint: Text? {
    switch self {
    case .accept: OrderStrings.acceptHint
    case .returnOnce: OrderStrings.returnHint
    case .returnAgain: OrderStrings.returnAgainHint
    case .askReporter: OrderStrings.askHint
    case .askExtension: OrderStrings.extensionHint
    case .callCoHandlers: OrderStrings.callHint
    case .decideDispute: OrderStrings.decideHint
    case .freeze: OrderStrings.freezeHint
    case .answerOnSpot: OrderStrings.onSpotHint
    case .closeWithdrawn: OrderStrings.withdrawnHint
    default: nil
    }
  }
}
