import Governance
import Markup
import Values
import Web

/// The form of "not taken up". `chosen`: the reason whose standard answer is filled in.
func refusalForm(
  _ file: ConcernFile, village: String, words: RefusalWords, chosen: ScopeReason?, sent: Form?, errors: FieldErrors?,
  key: String, reader: Reader
) -> HTML {
  let l = reader.language
  let isOpen = chosen != nil || sent != nil
  let granted = file.appeals.grantedRounds
  let reasons = ScopeReason.allCases.filter {
    refusalAfterAppeal(for: $0, earlier: file.concern.refusal, granted: granted) == nil
  }
  return section(nil, ["id": "refusal"]) {
    dialogDetails(summary: RefusalStrings.open, open: isOpen, l) {
      form(action: Link.refuse(village, file.concern.id), reader: reader, key: key, errors: errors) {
        h2 { RefusalStrings.title(l) }
        p("hint") { RefusalStrings.lead(l) }
        selectField(
          name: "code", label: RefusalStrings.reason,
          options: [("", RefusalStrings.choose)] + reasons.map { ($0.rawValue, $0.name) },
          selected: sent?["code"] ?? chosen?.rawValue ?? "", hint: RefusalStrings.seal, errors: errors,
          required: true, reader: reader)
        textField(
          name: "detail", label: RefusalStrings.detail, value: sent?["detail"] ?? "",
          hint: RefusalStrings.detailHint, errors: errors, maxlength: 300, reader: reader)
        textArea(
          name: "answer", label: RefusalStrings.answer,
          value: sent?["answer"] ?? chosen.map { words.answer($0, detail: "") } ?? "",
          hint: RefusalStrings.answerHint, errors: errors, rows: 5, maxlength: 1000, reader: reader)
        actions { submitButton(RefusalStrings.refuse, tone: .danger, l) }
      }
    }
  }
}

/// The form with which an appeal is decided; the same for the village and the town.
/// - Parameter isLast: no further appeal can follow.
func appealForm(
  action: String, isLast: Bool, sent: Form?, errors: FieldErrors?, key: String, reader: Reader
) -> HTML {
  let l = reader.language
  return h2(nil, ["id": "decision"]) { RefusalStrings.decideAppeal(l) }
    + p("hint") { RefusalStrings.otherPerson(l) }
    + form(action: action, reader: reader, key: key, errors: errors) {
      radioCards(
        name: "decision", label: RefusalStrings.decision,
        options: [
          ("grant", RefusalStrings.grant, RefusalStrings.grantHint),
          ("uphold", RefusalStrings.uphold, isLast ? RefusalStrings.upholdLast : RefusalStrings.upholdHint),
        ], selected: sent?["decision"], errors: errors, required: true, reader: reader)
      textArea(
        name: "answer", label: RefusalStrings.answer, value: sent?["answer"] ?? "", errors: errors, rows: 4,
        required: true, maxlength: 1000, reader: reader)
      stickyActions { submitButton(RefusalStrings.decide, l) }
    }
}

/// The appeals of a concern, oldest first.
func appealList(_ file: ConcernFile, _ l: Language) -> HTML {
  guard !file.appeals.isEmpty else { return .empty }
  return section {
    h2 { RefusalStrings.appeal(l) }
    for appeal in file.appeals {
      div("card") {
        p {
          strong { RefusalStrings.round(appeal.round)(l) }
          " · "
          spokenTime(appeal.madeAt, l)
        }
        p("said") { appeal.text }
        if let decided = appeal.decidedAt {
          p {
            (appeal.isGranted ? RefusalStrings.granted : RefusalStrings.upheld)(l) + " · "
            spokenTime(decided, l)
            file.name(appeal.decidedBy).map { " · " + $0 } ?? ""
          }
          p { appeal.answer }
        } else {
          p("hint") { RefusalStrings.answerBy(appeal.dueAt.day)(l) }
        }
      }
    }
  }
}

/// What a person at the office adds or takes back for the reporter.
func laterForms(
  _ file: ConcernFile, village: String, sent: Form?, errors: FieldErrors?, failed: String, key: String, reader: Reader
) -> HTML {
  let l = reader.language
  let state = file.concern.state
  let (addFailed, withdrawFailed) = (failed.hasSuffix("/additions"), failed.hasSuffix("/withdrawal"))
  var html = HTML.empty
  if refusal(of: .addInformation, in: state) == nil {
    html.append(
      dialogDetails(summary: RefusalStrings.additionTitle, open: addFailed, l) {
        form(
          action: Link.addition(village, file.concern.id), reader: reader, key: key + "a",
          errors: addFailed ? errors : nil
        ) {
          selectField(
            name: "kind", label: RefusalStrings.additionKind,
            options: [("added", RefusalStrings.added), ("corrected", RefusalStrings.corrected)],
            selected: sent?["kind"], errors: addFailed ? errors : nil, required: true, reader: reader)
          textArea(
            name: "text", label: RefusalStrings.additionText, value: sent?["text"] ?? "",
            errors: addFailed ? errors : nil, rows: 3, required: true, maxlength: 2000, reader: reader)
          actions { submitButton(RefusalStrings.add, l) }
        }
      })
  }
  if refusal(of: .withdraw, in: state) == nil {
    html.append(
      dialogDetails(summary: RefusalStrings.withdrawTitle, open: withdrawFailed, l) {
        form(
          action: Link.withdraw(village, file.concern.id), reader: reader, key: key + "w",
          errors: withdrawFailed ? errors : nil
        ) {
          textField(
            name: "why", label: RefusalStrings.withdrawReason,
            value: withdrawFailed ? sent?["why"] ?? "" : "", errors: withdrawFailed ? errors : nil, required: true,
            maxlength: 300, reader: reader)
          actions {
            submitButton(
              RefusalStrings.withdraw, tone: .danger, confirm: RefusalStrings.withdrawConfirm, l)
          }
        }
      })
  }
  return html
}
