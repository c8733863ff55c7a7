import Governance
import Markup
import Mechanism
import Seeds
import Values
import Web

/// The form in which a person decides: one part, or several when the concern holds several matters.
struct TriageFormView {
  let file: ConcernFile
  let suggestion: Suggestion
  let catalogue: Catalogue
  let draft: TriageDraft
  let errors: FieldErrors?
  let village: String
  let key: String
  let reader: Reader

  /// The id of the form: the one-tap button of the likeliest suggestion sends it from elsewhere on the page.
  static let id = "triage"
  /// The id of the list of bodies that its fields offer.
  private static let bodies = "bodies"

  private var l: Language { reader.language }
  private var isSplitAgain: Bool { file.concern.state == .triaged }

  var html: HTML {
    h2(nil, ["id": "decision"]) { (isSplitAgain ? TriageStrings.splitAgain : TriageStrings.formTitle)(l) }
      + form(
        action: Link.triage(village, file.concern.id), id: Self.id, reader: reader, key: key, errors: errors
      ) {
        hiddenField("version", String(file.concern.version))
        hiddenField("parts", String(draft.parts.count))
        if isSplitAgain { p("hint") { TriageStrings.splitNote(l) } }
        offerList(id: Self.bodies, KnownBodies(catalogue, offices: []).names(l))
        for part in draft.parts { fields(part) }
        if suggestion.urgencyFloor(of: file.concern) >= .danger { urgencyReason }
        buttons
      }
  }

  private var buttons: HTML {
    stickyActions {
      submitButton(isSplitAgain ? TriageStrings.confirmSplit : TriageStrings.confirm, l)
      if !isSplitAgain { submitButton(TriageStrings.confirmNext, tone: .plain, name: "next", value: "1", l) }
    }
      + div("asides") {
        if draft.parts.count < Suggestion.mostParts { showButton("more", TriageStrings.addPart) }
        if draft.parts.count > 1 { showButton("fewer", TriageStrings.removePart) }
      }
  }

  /// Shows the form again with other fields; decides nothing.
  private func showButton(_ what: String, _ words: Text) -> HTML {
    element("button", ["type": "submit", "class": "text-button", "name": "show", "value": what]) { words(l) }
  }

  private var urgencyReason: HTML {
    textField(
      name: "urgency_reason", label: TriageStrings.urgencyReason, value: draft.urgencyReason,
      hint: TriageStrings.urgencyReasonHint, errors: errors, maxlength: 500, reader: reader)
  }

  private func fields(_ part: PartDraft) -> HTML {
    let isOne = draft.parts.count == 1 && !isSplitAgain
    return HTML.empty
      + (draft.parts.count > 1 ? h3 { TriageStrings.part(part.part)(l) } : .empty)
      + (isOne ? .empty : words(part)) + target(part) + what(part)
      + div("field-pair") {
        urgency(part)
        limit(part)
      }
      + (dueHint(part).map { due in p("hint") { due(l) } } ?? .empty)
      + bodies(part)
      + reason(part) + details(part)
  }

  private func words(_ part: PartDraft) -> HTML {
    textArea(
      name: part.field("words"), label: TriageStrings.words, value: part.words, errors: errors, rows: 3,
      required: true, maxlength: 5000, reader: reader)
  }

  /// Where it goes: shown when there is something to choose.
  private func target(_ part: PartDraft) -> HTML {
    guard !suggestion.similar.isEmpty || part.target != "new" else {
      return hiddenField(part.field("target"), "new")
    }
    var options: [(value: String, label: Text, hint: Text?)] = [("new", TriageStrings.newMatter, nil)]
    for similar in suggestion.similar {
      let matter = similar.matter
      options.append((matter.id.description, Text(same: matter.title), Text(same: matter.number)))
    }
    if part.target != "new", !options.contains(where: { $0.value == part.target }) {
      options.append((part.target, Text(same: part.target), nil))
    }
    return radioCards(
      name: part.field("target"), label: TriageStrings.target, options: options, selected: part.target,
      errors: errors, required: true, reader: reader)
  }

  private func what(_ part: PartDraft) -> HTML {
    hiddenField(part.field("shown_leaf"), part.shownLeaf)
      + textField(
        name: part.field("title"), label: TriageStrings.matterTitle, value: part.title,
        hint: TriageStrings.matterTitleHint, errors: errors, required: true, maxlength: 80, reader: reader)
      + leafField(
        name: part.field("leaf"), catalogue: catalogue, selected: part.leaf, errors: errors,
        beside: showButton("leaf", TriageStrings.showLeaf), reader: reader)
  }

  private func asLeaf(_ part: PartDraft) -> Text {
    guard let duty = catalogue.duty(part.leaf) else { return TriageStrings.asLeaf }
    return Text(
      zh: "\(TriageStrings.asLeaf.zh)：\(duty.matterClass.name.zh)",
      en: "\(TriageStrings.asLeaf.en): \(duty.matterClass.name.en)")
  }

  private func pathOfLeaf(_ part: PartDraft) -> Text {
    guard let duty = catalogue.duty(part.leaf) else { return TriageStrings.asLeaf }
    return Text(
      zh: "\(TriageStrings.asLeaf.zh)：\(duty.path.name.zh)", en: "\(TriageStrings.asLeaf.en): \(duty.path.name.en)")
  }

  private func urgency(_ part: PartDraft) -> HTML {
    selectField(
      name: part.field("urgency"), label: TriageStrings.urgencyTitle,
      options: Urgency.allCases.map { ($0.code, $0.name + Text(same: " " + $0.code)) }, selected: part.urgency,
      errors: errors, required: true, reader: reader)
  }

  private func limit(_ part: PartDraft) -> HTML {
    textField(
      name: part.field("limit_days"), label: TriageStrings.limitDays, value: part.limitDays, errors: errors,
      inputmode: "numeric", required: true, maxlength: 3, reader: reader)
  }

  /// Names of bodies are short in Chinese alone.
  private func bodies(_ part: PartDraft) -> HTML {
    let both = lead(part) + co(part)
    return l == .zh ? div("field-pair") { both } : both
  }

  private func lead(_ part: PartDraft) -> HTML {
    textField(
      name: part.field("lead"), label: TriageStrings.leads, value: part.lead, errors: errors, required: true,
      maxlength: 60, offers: Self.bodies, reader: reader)
  }

  private func co(_ part: PartDraft) -> HTML {
    textField(
      name: part.field("co"), label: TriageStrings.acts, value: part.co, errors: errors, maxlength: 200,
      reader: reader)
  }

  private func reason(_ part: PartDraft) -> HTML {
    textArea(
      name: part.field("reason"), label: TriageStrings.reason, value: part.reason, errors: errors, rows: 2,
      required: true, maxlength: 1000, reader: reader)
  }

  /// What is seldom changed: the basis is in sight, the fields open beneath.
  private func details(_ part: PartDraft) -> HTML {
    let names = ["class", "path", "basis", "number"].map(part.field)
    let isOpen = !part.number.isEmpty || !part.path.isEmpty || names.contains { errors?.message(for: $0) != nil }
    let summary =
      part.basis.isEmpty
      ? TriageStrings.details
      : Text(zh: "\(TriageStrings.basis.zh)：\(part.basis)", en: "\(TriageStrings.basis.en): \(part.basis)")
    return div("more-fields") {
      dialogDetails(summary: summary, open: isOpen, l) {
        textField(
          name: part.field("basis"), label: TriageStrings.basis, value: part.basis,
          hint: catalogue.duty(part.leaf)?.basisWarning, errors: errors, maxlength: 500, reader: reader)
        selectField(
          name: part.field("class"), label: TriageStrings.matterClass,
          options: [("", asLeaf(part))] + MatterClass.allCases.map { ($0.rawValue, $0.name) },
          selected: part.matterClass, errors: errors, reader: reader)
        selectField(
          name: part.field("path"), label: TriageStrings.path,
          options: [("", pathOfLeaf(part))] + DutyPath.allCases.map { ($0.rawValue, $0.name) },
          selected: part.path, errors: errors, reader: reader)
        textField(
          name: part.field("number"), label: TriageStrings.byNumber, value: part.number,
          example: TriageStrings.numberExample, errors: errors, maxlength: 60, reader: reader)
      }
    }
  }

  private func dueHint(_ part: PartDraft) -> Text? {
    guard let days = Int(part.limitDays), let urgency = Urgency(code: part.urgency), !file.concern.isHistory else {
      return nil
    }
    return TriageStrings.dueOn(dueDay(file.concern, days: days, urgency: urgency, reader.calendar))
  }
}

/// The leaves of a catalogue, grouped by class and category. `beside`: what stands at the end of the label's line.
func leafField(
  name: String, catalogue: Catalogue, selected: String, errors: FieldErrors?, beside: HTML, reader: Reader
) -> HTML {
  let l = reader.language
  let error = errors?.message(for: name)
  let id = fieldID(name)
  return div(error == nil ? "field field-leaf" : "field field-leaf has-error") {
    element("label", ["class": "label", "for": id]) { TriageStrings.leaf(l) }
    element(
      "select",
      [
        "class": "input", "id": id, "name": name, "required": "", "aria-invalid": error == nil ? nil : "true",
        "aria-describedby": error == nil ? nil : id + "-error",
      ]
    ) {
      element("option", ["value": ""]) { TriageStrings.notChosen(l) }
      for top in catalogue.tops {
        element("optgroup", ["label": top.matterClass.name(l) + " · " + top.name(l)]) {
          for duty in catalogue.leaves(of: top.code) {
            element("option", ["value": duty.code, "selected": duty.code == selected ? "" : nil]) {
              duty.name(l) + " " + duty.code
            }
          }
        }
      }
    }
    beside
    if let error {
      p("error", ["id": id + "-error"]) {
        Icon.alert.html
        span { error(l) }
      }
    }
  }
}
