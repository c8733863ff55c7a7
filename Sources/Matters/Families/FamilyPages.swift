import Governance
import Markup
import Mechanism
import Store
import Values
import Web

extension Request {
  /// The page of a family: its members, and what is done on all of them at once.
  func familyPage(_ view: FamilyView, typed: Typed = Typed()) -> HTMLPage {
    let (l, village) = (reader.language, place?.code ?? "")
    let title = Text(
      zh: "\(view.family.title)（\(FamilyStrings.count(view.members.count).zh)）",
      en: "\(view.family.title) (\(FamilyStrings.count(view.members.count).en))")
    return page(title, current: Link.matters(village)) {
      breadcrumbs([(Link.matters(village), MatterListStrings.title)], current: FamilyStrings.family, l)
      pageTitle(
        title,
        lead: classMark(view.family.matterClass, l)
          + .text(" " + view.catalogue.spoken("leaf", view.family.leaf)(l)), l)
      p("quiet") { reader(FamilyStrings.lead) }
      if let refusal = typed.refusal { refusalBox(refusal) }
      if view.members.isEmpty {
        emptyState(FamilyStrings.none, action: (Link.matters(village), MatterListStrings.showAll), l)
      } else {
        memberRows(view, village)
      }
      togetherSection(view, village, typed)
      reclassifySection(view, village, typed)
      addSection(view, village)
    }
  }

  private func memberRows(_ view: FamilyView, _ village: String) -> HTML {
    let l = reader.language
    return ul("rows") {
      for matter in view.members {
        li("row") {
          div("row-main") {
            a(Link.matter(village, matter.id), "row-link") { matter.title }
            ul("row-meta") {
              li { matter.number }
              if !matter.placeText.isEmpty { li { matter.placeText } }
              li { MatterListStrings.people(matter.reporters)(l) }
            }
          }
          div("row-trailing") {
            matter.limitLight(reader)
            matter.chip(l)
            if may(.manageFamilies) { removeButton(matter, village) }
          }
        }
      }
    }
  }

  private func removeButton(_ matter: MatterRow, _ village: String) -> HTML {
    postButton(
      action: Link.matterFamily(village, matter.id), FamilyStrings.remove, fields: [("family", "")],
      key: Secrets.token(bits: 80), confirm: FamilyStrings.removed, reader: reader)
  }

  /// One text for all open members, and a button for each step that one of them may take.
  private func togetherSection(_ view: FamilyView, _ village: String, _ typed: Typed) -> HTML {
    let l = reader.language
    let kinds = [EntryKind.progress, .answer, .closure].filter { kind in
      view.open.allSatisfy { may(kind.needs, on: $0) }
        && view.open.contains { Governance.steps(in: $0.state, of: $0.routing.matterClass).contains(kind.step) }
    }
    guard let first = kinds.first else { return .empty }
    return section(nil, ["id": "next-step"]) {
      h2 { reader(FamilyStrings.decideTogether) }
      Web.form(
        action: togetherAddress(first, view, village), reader: reader, multipart: true, key: Secrets.token(bits: 80),
        errors: typed.form.fields["text"] == nil ? nil : typed.errors
      ) {
        hiddenField("version", view.stamp)
        textArea(
          name: "text", label: FamilyStrings.text, value: typed.form["text"], hint: FamilyStrings.onlyOpen,
          errors: typed.errors, required: true, maxlength: 2000, listening: Listening(dictation: true), reader: reader)
        fileField(
          name: "photos", label: MatterStrings.photos, hint: MatterStrings.photosHint, errors: typed.errors,
          multiple: true, reader: reader)
        actions {
          for kind in kinds {
            element(
              "button",
              [
                "type": "submit", "class": "button " + (kind == first ? ButtonTone.primary : .plain).rawValue,
                "formaction": togetherAddress(kind, view, village),
                "data-confirm": kind == .closure ? MatterStrings.closeAgain(l) : nil,
              ]
            ) { reader(kind.step.name) }
          }
        }
      }
    }
  }

  private func togetherAddress(_ kind: EntryKind, _ view: FamilyView, _ village: String) -> String {
    Link.family(village, view.family.id) + "/" + kind.rawValue
  }

  private func reclassifySection(_ view: FamilyView, _ village: String, _ typed: Typed) -> HTML {
    guard may(.reclassify), !view.open.isEmpty else { return .empty }
    let isTyped = typed.form.fields["leaf"] != nil
    return dialogDetails(summary: FamilyStrings.reclassify, open: isTyped, reader.language) {
      Web.form(
        action: Link.family(village, view.family.id) + "/classification", reader: reader,
        key: Secrets.token(bits: 80), errors: isTyped ? typed.errors : nil
      ) {
        hiddenField("version", view.stamp)
        classificationFields(view.catalogue, leaf: view.family.leaf, typed)
        actions { submitButton(ClassificationStrings.submit, reader.language) }
      }
    }
  }

  private func addSection(_ view: FamilyView, _ village: String) -> HTML {
    guard may(.manageFamilies), !view.candidates.isEmpty else { return .empty }
    return dialogDetails(summary: FamilyStrings.addMember, reader.language) {
      p("hint") { reader(FamilyStrings.candidates) }
      ul("rows") {
        for matter in view.candidates {
          li("row") {
            div("row-main") {
              a(Link.matter(village, matter.id), "row-link") { matter.title }
              ul("row-meta") {
                li { matter.number }
                if !matter.placeText.isEmpty { li { matter.placeText } }
              }
            }
            div("row-trailing") {
              postButton(
                action: Link.matterFamily(village, matter.id), FamilyStrings.add,
                fields: [("family", String(view.family.id))], key: Secrets.token(bits: 80), reader: reader)
            }
          }
        }
      }
    }
  }
}
