import Governance
import Markup
import Store
import Values
import Web

extension Request {
  /// The steps of the table that this person may take now by words of their own.
  func entryKinds(of matter: MatterRow) -> [EntryKind] {
    if goesByOrder(matter) { return [] }
    let possible = Governance.steps(in: matter.shownState, of: matter.routing.matterClass)
    return EntryKind.allCases.filter {
      possible.contains($0.step) && may($0.needs, on: matter) && (matter.workOrder == nil || $0 == .progress)
    }
  }

  /// Whether only the closing as withdrawn is left: all reporters took it back.
  private func closesWithdrawn(_ matter: MatterRow) -> Bool {
    matter.concerns == 0 && matter.workOrder == nil && may(.closeMatter)
      && Governance.steps(in: matter.shownState, of: matter.routing.matterClass).contains(.closeWithdrawn)
  }

  /// One text, and a button for each step: what it says is what happens.
  func actionSection(_ view: MatterView, _ village: String, _ typed: Typed) -> HTML {
    let (l, matter) = (reader.language, view.matter)
    let kinds = entryKinds(of: matter)
    let (withdrawn, first) = (closesWithdrawn(matter), firstStep(kinds, matter))
    return section("stack", ["id": "next-step"]) {
      h2 { reader(MatterStrings.act) }
      if kinds.isEmpty, !withdrawn {
        p("quiet") { reader(MatterStrings.nothingToDo) }
      } else {
        Web.form(
          action: address(kinds.first ?? .closure, matter, village), reader: reader, multipart: true,
          key: Secrets.token(bits: 80), errors: typed.errors
        ) {
          hiddenField("version", String(matter.version))
          entryFields(view, typed)
          actions {
            for kind in kinds {
              stepButton(kind, matter, village, isFirst: kind == first)
            }
            if withdrawn { withdrawnButton(matter, village) }
          }
        }
      }
      otherActions(matter, village, l)
    }
  }

  private func entryFields(_ view: MatterView, _ typed: Typed) -> HTML {
    let isTyped = typed.form.fields["text"] != nil
    let kindAnswer = view.matter.state == .inProgress && view.matter.reply.isEmpty ? view.kindAnswer : nil
    return textArea(
      name: "text", label: MatterStrings.text,
      value: isTyped ? typed.form["text"] : kindAnswer?(reader.language) ?? "",
      hint: kindAnswer == nil ? MatterStrings.textHint : MatterStrings.kindAnswerHint, errors: typed.errors,
      required: true, maxlength: 2000, listening: Listening(dictation: true), reader: reader)
      + fileField(
        name: "photos", label: MatterStrings.photos, hint: MatterStrings.photosHint, errors: typed.errors,
        multiple: true, reader: reader)
  }

  /// The step that usually comes next: the answer to a private matter, the closing of what is answered, else progress.
  private func firstStep(_ kinds: [EntryKind], _ matter: MatterRow) -> EntryKind? {
    if matter.state == .answered, kinds.contains(.closure) { return .closure }
    if matter.routing.matterClass == .personal, kinds.contains(.answer) { return .answer }
    return kinds.first
  }

  private func stepButton(_ kind: EntryKind, _ matter: MatterRow, _ village: String, isFirst: Bool) -> HTML {
    element(
      "button",
      [
        "type": "submit", "class": "button " + (isFirst ? ButtonTone.primary : .plain).rawValue,
        "formaction": address(kind, matter, village),
        "data-confirm": kind == .closure ? reader(MatterStrings.closeAgain) : nil,
      ]
    ) { reader(kind.step.name) }
  }

  private func withdrawnButton(_ matter: MatterRow, _ village: String) -> HTML {
    element(
      "button",
      [
        "type": "submit", "class": "button plain", "name": "withdrawn", "value": "1",
        "formaction": address(.closure, matter, village),
      ]
    ) { reader(MatterStep.closeWithdrawn.name) }
  }

  func address(_ kind: EntryKind, _ matter: MatterRow, _ village: String) -> String {
    switch kind {
    case .progress: Link.matterProgress(village, matter.id)
    case .answer: Link.matterAnswer(village, matter.id)
    case .closure: Link.matterClosure(village, matter.id)
    case .reopening: Link.matterReopening(village, matter.id)
    case .deliberation: Link.matterDeliberation(village, matter.id)
    case .publication: Link.matterPublication(village, matter.id)
    case .execution: Link.matterExecution(village, matter.id)
    }
  }

  /// What has a page of its own: reclassify, merge, release.
  private func otherActions(_ matter: MatterRow, _ village: String, _ l: Language) -> HTML {
    let possible = Governance.steps(in: matter.shownState, of: matter.routing.matterClass)
    var links = HTML.empty
    let isHeld = matter.workOrder != nil
    if !isHeld, may(.reclassify), possible.contains(.reclassify) {
      links.append(linkButton(Link.matterClassification(village, matter.id), MatterStep.reclassify.name, l))
    }
    if may(.mergeMatters), possible.contains(.merge) {
      links.append(linkButton(Link.matterMerges(village, matter.id), MergeStrings.title, l))
    }
    if may(.releaseMatter), matter.mergedInto == nil {
      links.append(linkButton(Link.matterRelease(village, matter.id), MatterStrings.release, l))
    }
    return links.isEmpty ? .empty : h3 { reader(MatterStrings.other) } + actions { links }
  }
}
