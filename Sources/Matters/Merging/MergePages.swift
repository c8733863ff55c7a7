import Governance
import Markup
import Mechanism
import Store
import Values
import Web

extension Request {
  /// The page on which duplicates are chosen: what looks alike, with its reason, and a search for others.
  func mergePage(_ shown: MergeCandidates, typed: Typed = Typed()) -> HTMLPage {
    let (l, village, kept) = (reader.language, place?.code ?? "", shown.kept)
    return page(MergeStrings.title, current: Link.matters(village)) {
      breadcrumbs(
        [(Link.matters(village), MatterListStrings.title), (Link.matter(village, kept.id), Text(same: kept.number))],
        current: MergeStrings.title, l)
      pageTitle(MergeStrings.title, lead: .text(reader(MergeStrings.lead)), l)
      if let refusal = typed.refusal { refusalBox(refusal) }
      section {
        h2 { reader(MergeStrings.kept) }
        rowList([
          matterListRow(
            kept, village: village, leaf: shown.catalogue.duty(kept.routing.leaf)?.name, reader)
        ])
      }
      if let refusal = shown.refusal {
        if typed.refusal == nil { refusalBox(refusal) }
      } else {
        filterBar(
          action: Link.matterMerges(village, kept.id),
          fields: searchField(
            value: shown.search, label: MergeStrings.search, example: MatterListStrings.searchExample, reader: reader),
          l)
        if shown.isOff { noticeBox(tone: .neutral) { p { reader(AccuracyStrings.offHere) } } }
        mergeForm(shown, village, typed)
      }
    }
  }

  private func mergeForm(_ shown: MergeCandidates, _ village: String, _ typed: Typed) -> HTML {
    guard !shown.candidates.isEmpty else { return emptyState(MergeStrings.none, reader.language) }
    return Web.form(
      action: Link.matterMerges(village, shown.kept.id), reader: reader, key: Secrets.token(bits: 80),
      errors: typed.errors
    ) {
      hiddenField("version", String(shown.kept.version))
      hiddenField("q", shown.search)
      checkboxes(
        name: "merged", label: MergeStrings.merged,
        options: shown.candidates.map { candidate in
          (candidate.matter.id.description, Text(same: candidate.matter.title), hint(candidate, shown.catalogue))
        }, selected: Set(typed.form.all("merged")), errors: typed.errors, required: true, reader: reader)
      textField(
        name: "reason", label: MergeStrings.reason, value: typed.form["reason"], example: MergeStrings.reasonExample,
        errors: typed.errors, required: true, maxlength: 500, reader: reader)
      stickyActions { submitButton(MergeStrings.submit, reader.language) }
    }
  }

  /// Number, category, place, state; then why it may be the same.
  private func hint(_ candidate: ShownCandidate, _ catalogue: Catalogue) -> Text {
    candidate.reasons.reduce(candidate.matter.choiceHint(in: catalogue)) { hint, reason in
      hint + Text(zh: " · " + reason.zh, en: " · " + reason.en.prefix(1).uppercased() + reason.en.dropFirst())
    }
  }
}
