import Documents
import Governance
import Markup
import Matters
import Seeds
import Store
import Values
import Web

/// A concern for its reporter: where it stands in plain words, who is responsible, what one may do. `numbers` are to be
/// rung at once.
func trackingPage(
  _ request: Request, _ tracking: Tracking, values: Form, numbers: [EmergencyNumber], errors: FieldErrors? = nil
) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  let page = TrackingView(request: request, tracking: tracking, values: values, errors: errors)
  let title = ReportingStrings.trackTitle(tracking.concern.number)
  return request.plainPage(title) {
    if !numbers.isEmpty { emergencyBox(numbers: numbers, l) }
    page.thanks
    pageTitle(title, lead: .text(page.who(l)), l)
    page.state
    for matter in tracking.matters { matterSection(matter, reader) }
    tracking.panels
    page.appeal
    page.history
    page.addition
    page.withdrawal
    page.keeping
  }
}

private struct TrackingView {
  let request: Request
  let tracking: Tracking
  let values: Form
  let errors: FieldErrors?

  var l: Language { request.reader.language }
  var concern: ConcernRow { tracking.concern }
  /// Who deals with it: a sealed one never speaks of the village.
  var who: Text { concern.isSealed ? ReportingStrings.inCharge : tracking.village?.name ?? Text(same: "") }

  /// After sending: thanks, the number, and the phone may forget what it kept.
  @HTMLBuilder var thanks: HTML {
    if request.query.isOn("new") {
      noticeBox(tone: .green) {
        p { strong { ReportingStrings.thanks(concern.number)(l) } }
        p { ReportingStrings.saveThisPage(l) }
      }
      if let code = tracking.village?.code { draftDone(reportDraft(code)) }
    } else if request.query.isOn("added") {
      noticeBox(tone: .green) { p { ReportingStrings.addedThanks(l) } }
    }
  }

  @HTMLBuilder var state: HTML {
    if tracking.matters.isEmpty || concern.state != .triaged {
      noticeBox(tone: .active) {
        p { strong { concern.state.plain(l) } }
        if concern.state == .received { p { ReportingStrings.settledBy(concern.acceptBy)(l) } }
      }
    }
    if concern.state == .notTakenUp || concern.state == .appealed {
      noticeBox(tone: .neutral) {
        if let refusal = tracking.refusal { p { strong { refusal(l) } } }
        if let answer = concern.refusalAnswer, !answer.isEmpty { p { answer } }
      }
    }
  }

  @HTMLBuilder var appeal: HTML {
    if tracking.mayAppeal {
      section {
        h2 { ReportingStrings.appeal(l) }
        p { ReportingStrings.appealHint(l) }
        form(
          action: Link.appeal(tracking.token), reader: request.reader, draft: "appeal-\(concern.number)",
          key: Secrets.token(bits: 80), errors: mine("appeal_text")
        ) {
          textArea(
            name: "appeal_text", label: ReportingStrings.appealText, value: values["appeal_text"], errors: errors,
            rows: 4, required: true, reader: request.reader)
          actions { submitButton(ReportingStrings.appealSend, l) }
        }
      }
    }
  }

  /// What the reporter wrote and was told, newest first.
  @HTMLBuilder var history: HTML {
    let (who, you) = (who(l), ReportingStrings.you(l))
    let told = tracking.told.map { TimelineEntry(who: $0.isOwn ? you : who, what: .text($0.text(l)), when: $0.at) }
    let added = tracking.additions.filter { !$0.text.isEmpty }.map { line in
      TimelineEntry(
        who: you, what: .text(ReportingStrings.addedWords(line.kind, line.text)(l)), when: line.at)
    }
    section {
      h2 { ReportingStrings.whatHappened(l) }
      timeline((told + added).sorted { $0.when > $1.when }, l)
      dialogDetails(summary: ReportingStrings.youWrote, l) {
        p { concern.hasErasedText ? ReportingStrings.erased(l) : concern.text }
      }
    }
  }

  @HTMLBuilder var addition: HTML {
    if tracking.steps.contains(.addInformation) {
      section {
        h2 { ReportingStrings.add(l) }
        form(
          action: Link.additions(tracking.token), reader: request.reader, draft: "addition-\(concern.number)",
          key: Secrets.token(bits: 80), errors: mine("text", "kind")
        ) {
          textArea(
            name: "text", label: ReportingStrings.addText, value: values["text"], errors: errors, rows: 4,
            required: true, listening: Listening(dangerWords: DangerWords.json(l), dictation: true),
            reader: request.reader)
          radioCards(
            name: "kind", label: ReportingStrings.addKind,
            options: [
              (value: AddedLine.Kind.added.rawValue, label: ReportingStrings.kindAdded, hint: nil),
              (value: AddedLine.Kind.corrected.rawValue, label: ReportingStrings.kindCorrected, hint: nil),
            ], selected: values["kind"].isEmpty ? AddedLine.Kind.added.rawValue : values["kind"], errors: errors,
            required: true, reader: request.reader)
          actions { submitButton(concern.isSealed ? ReportingStrings.addSendSealed : ReportingStrings.addSend, l) }
        }
      }
    }
  }

  @HTMLBuilder var withdrawal: HTML {
    if tracking.steps.contains(.withdraw) {
      p { a(Link.withdrawal(tracking.token)) { ReportingStrings.withdraw(l) } }
    }
  }

  /// The address of this page, to be kept.
  @HTMLBuilder var keeping: HTML {
    let address = request.publicURL + Link.track(tracking.token)
    p { linkButton(Link.noticeChoice(tracking.token), ReportingStrings.howToTell, icon: .bell, l) }
    section("stack") {
      h2 { ReportingStrings.keep(l) }
      p { ReportingStrings.saveThisPage(l) }
      if let code = try? QRCode(address) {
        qr(svg: code.svg(label: ReportingStrings.qrLabel(l)), caption: Text(same: address), l)
      }
      if concern.isSealed {
        p("hint") { ReportingStrings.sealedNumber(l) }
      } else {
        p("hint") { ReportingStrings.numberOpensNothing(concern.number)(l) }
      }
      if !concern.isSealed, !tracking.phone.isEmpty {
        p {
          ReportingStrings.callUs(l)
          phoneLink(tracking.phone)
        }
      }
    }
  }

  /// The errors of one of the two forms alone, so that the other does not show them; those of neither stand in both.
  private func mine(_ names: String...) -> FieldErrors? {
    guard let errors else { return nil }
    var kept = FieldErrors()
    let others = ["text", "kind", "appeal_text"].filter { !names.contains($0) }
    for error in errors.all where !others.contains(error.field) { kept.add(error.field, error.message) }
    return kept
  }
}

/// One matter of the concern: what it is, who is responsible, by when, the answer; a private one with what helps.
private func matterSection(_ matter: TrackedMatter, _ reader: Reader) -> HTML {
  let l = reader.language
  return section {
    h2 {
      classMark(matter.matterClass, l)
      " "
      matter.title(l)
    }
    if !matter.part.isEmpty { p("hint") { ReportingStrings.partOfYours(matter.part)(l) } }
    noticeBox(tone: matter.state == .answered || matter.state == .closed ? .green : .active) {
      p { strong { matter.state.plain(l) } }
      if matter.isMerged { p { MatterState.merged.plain(l) } }
    }
    definitionList(facts(matter, l), l)
    if let answer = matter.kindAnswer, !answer(l).isEmpty {
      noticeBox(tone: .green) { p { answer(l) } }
    }
    if matter.state == .closed { p("hint") { ReportingStrings.notRight(l) } }
  }
}

private func facts(_ matter: TrackedMatter, _ l: Language) -> [(Text, HTML)] {
  var facts: [(Text, HTML)] = [(ReportingStrings.responsible, .text(bodyName(matter.lead)(l)))]
  if let due = matter.due { facts.append((ReportingStrings.answerBy, spokenTime(due, l))) }
  if !matter.reply.isEmpty { facts.append((ReportingStrings.answer, .text(matter.reply))) }
  return facts
}

/// The second step of taking a concern back: what it means, and the one button.
func withdrawalPage(_ request: Request, _ concern: ConcernRow) -> HTMLPage {
  let l = request.reader.language
  let token = request.token
  return request.plainPage(ReportingStrings.withdraw) {
    pageTitle(ReportingStrings.withdrawQuestion(concern.number), l)
    if steps(in: concern.state).contains(.withdraw) {
      p { (concern.isSealed ? ReportingStrings.withdrawMeaningSealed : ReportingStrings.withdrawMeaning)(l) }
      postButton(
        action: Link.withdrawal(token), ReportingStrings.withdrawNow, tone: .danger, key: Secrets.token(bits: 80),
        reader: request.reader)
    } else {
      p { concern.state.plain(l) }
    }
    p { a(Link.track(token)) { ReportingStrings.keepIt(l) } }
  }
}
