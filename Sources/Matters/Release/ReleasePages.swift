import Governance
import Markup
import Mechanism
import Store
import Values
import Web

extension MatterView {
  /// The public place to begin with: the group, or what of the place names no house.
  var suggestedPlace: String { groupName?.zh ?? maskedAddress(matter.placeText) }

  /// The public title to begin with: the leaf and the place; it names nobody.
  var suggestedTitle: String {
    let leaf = duty?.name.zh ?? matter.routing.leaf
    return suggestedPlace.isEmpty ? leaf : "\(suggestedPlace)\(leaf)"
  }
}

extension Request {
  /// What anybody will see of a matter, and its photos one by one.
  func releasePage(_ view: MatterView, typed: Typed = Typed()) -> HTMLPage {
    let (l, village, matter) = (reader.language, place?.code ?? "", view.matter)
    let isCounted = isCountOnly(leaf: matter.routing.leaf, class: matter.routing.matterClass)
    return page(ReleaseStrings.title, current: Link.matters(village)) {
      breadcrumbs(
        [
          (Link.matters(village), MatterListStrings.title),
          (Link.matter(village, matter.id), Text(same: matter.number)),
        ],
        current: ReleaseStrings.title, l)
      pageTitle(ReleaseStrings.title, lead: .text(reader(ReleaseStrings.lead)), l)
      if let refusal = typed.refusal { refusalBox(refusal) }
      if isCounted {
        if typed.refusal == nil { refusalBox(MattersRefusals.countOnly) }
      } else {
        releaseFacts(matter)
        releaseForm(view, village, typed)
        photosToRelease(view, village)
      }
    }
  }

  private func releaseFacts(_ matter: MatterRow) -> HTML {
    let l = reader.language
    let state =
      matter.releasedAt.map { stateChip(ReleaseStrings.since($0.day), tone: .green, l) }
      ?? stateChip(ReleaseStrings.notPublic, tone: .neutral, l)
    return definitionList(
      [(ReleaseStrings.original, .text(matter.title)), (MatterListStrings.state, state)], l)
  }

  private func releaseForm(_ view: MatterView, _ village: String, _ typed: Typed) -> HTML {
    let (l, matter) = (reader.language, view.matter)
    func value(_ field: String, _ stored: String, _ suggested: String) -> String {
      if typed.form.fields[field] != nil { return typed.form[field] }
      return stored.isEmpty ? suggested : stored
    }
    return Web.form(
      action: Link.matterRelease(village, matter.id), reader: reader, key: Secrets.token(bits: 80),
      errors: typed.errors
    ) {
      hiddenField("version", String(matter.version))
      textField(
        name: "public_title", label: ReleaseStrings.publicTitle,
        value: value("public_title", matter.publicTitle, view.suggestedTitle), hint: ReleaseStrings.titleHint,
        errors: typed.errors, required: true, maxlength: 60, reader: reader)
      textField(
        name: "public_place", label: ReleaseStrings.publicPlace,
        value: value("public_place", matter.publicPlace, view.suggestedPlace), hint: ReleaseStrings.placeHint,
        errors: typed.errors, maxlength: 60, reader: reader)
      stickyActions {
        submitButton(
          matter.releasedAt == nil ? ReleaseStrings.submit : ReleaseStrings.change, name: "public", value: "1", l)
        if matter.releasedAt != nil {
          submitButton(
            ReleaseStrings.takeBack, tone: .danger, name: "public", value: "0",
            confirm: ReleaseStrings.takeBackAgain, l)
        }
      }
    }
  }

  private func photosToRelease(_ view: MatterView, _ village: String) -> HTML {
    let photos = view.photos.filter { $0.matter != nil }
    guard may(.readConcerns), !photos.isEmpty else { return .empty }
    let l = reader.language
    return section {
      h2 { reader(ReleaseStrings.photos) }
      p("hint") { reader(ReleaseStrings.photosHint) + reader(ReleaseStrings.photosAfter) }
      ul("rows") {
        for (index, photo) in photos.enumerated() {
          li("row") {
            div("row-main") {
              gallery(
                [
                  Picture(
                    href: Link.photo(village, photo.id), thumbnail: Link.photo(village, photo.id),
                    alt: MatterStrings.photo(index + 1))
                ], l)
            }
            div("row-trailing") {
              if photo.isReleased { stateChip(ReleaseStrings.photoIsPublic, tone: .green, l) }
              postButton(
                action: Link.photoRelease(village, photo.id),
                photo.isReleased ? ReleaseStrings.hidePhoto : ReleaseStrings.showPhoto,
                fields: [("released", photo.isReleased ? "0" : "1")], key: Secrets.token(bits: 80), reader: reader)
            }
          }
        }
      }
    }
  }
}
