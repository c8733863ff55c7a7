import Markup
import Matters
import People
import Seeds
import Store
import Values
import Web

/// The one page on which anybody says what is wrong. `values` are what was typed or came with the link.
func reportPage(
  _ request: Request, _ places: ReportPlaces, values: Form, photos: ReportPhotos, errors: FieldErrors? = nil
) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  let code = request.place?.code ?? ""
  let page = ReportForm(request: request, places: places, values: values, photos: photos, errors: errors)
  return request.plainPage(ReportingStrings.report) {
    pageTitle(ReportingStrings.report, lead: .text(ReportingStrings.lead(l)), l)
    form(
      action: Link.report(code), reader: reader, multipart: true, draft: reportDraft(code),
      key: Secrets.token(bits: 80), errors: errors
    ) {
      page.words
      page.whereFields
      page.photoFields
      page.contactFields
      checkbox(
        name: "about_staff", label: ReportingStrings.aboutStaff, checked: values.isOn("about_staff"),
        hint: ReportingStrings.aboutStaffHint, errors: errors, reader: reader)
      page.honeypot
      stickyActions { submitButton(ReportingStrings.look, l) }
    }
    p("hint") { a(Link.lookup) { ReportingStrings.lookupInstead(l) } }
  }
}

/// The name under which the phone keeps an unfinished report to a village.
func reportDraft(_ village: String) -> String { "report-\(village)" }

/// The fields of the report page, group by group.
private struct ReportForm {
  let request: Request
  let places: ReportPlaces
  let values: Form
  let photos: ReportPhotos
  let errors: FieldErrors?

  var reader: Reader { request.reader }
  var l: Language { request.reader.language }
  var code: String { request.place?.code ?? "" }

  var words: HTML {
    textArea(
      name: "text", label: ReportingStrings.textLabel, value: values["text"], example: ReportingStrings.textExample,
      errors: errors, rows: 6, required: true,
      listening: Listening(
        suggestURL: Link.suggestions(code), dangerWords: DangerWords.json(l), dictation: true), reader: reader)
  }

  @HTMLBuilder var whereFields: HTML {
    if !places.groups.isEmpty {
      selectField(
        name: "group", label: ReportingStrings.groupLabel,
        options: choices(places.groups.map { ($0.id.description, $0.name) }), selected: values["group"],
        errors: errors, reader: reader)
    }
    if !places.landmarks.isEmpty {
      selectField(
        name: "landmark", label: ReportingStrings.landmarkLabel,
        options: choices(places.landmarks.map { (String($0.id), $0.name) }), selected: values["landmark"],
        errors: errors, reader: reader)
    }
    textField(
      name: "place_text", label: ReportingStrings.placeTextLabel, value: values["place_text"],
      example: ReportingStrings.placeTextExample, errors: errors, reader: reader)
    point
  }

  private func choices(_ named: [(String, Text)]) -> [(value: String, label: Text)] {
    [(value: "", label: ReportingStrings.notChosen)] + named.map { (value: $0.0, label: $0.1) }
  }

  /// A map where the village has one. What came with a link stays unseen, unless it needs to be put right.
  @HTMLBuilder private var point: HTML {
    let system = values["coordinate_system"]
    hiddenField("coordinate_system", system.isEmpty ? CoordinateSystem.wgs84.rawValue : system)
    if places.hasMap {
      mapPicker(
        geojson: Link.villageMap(code), latitude: ("lat", values["lat"]), longitude: ("lon", values["lon"]),
        label: ReportingStrings.mapLabel, errors: errors, reader: reader)
    } else if errors?.message(for: "lat") != nil || errors?.message(for: "lon") != nil {
      textField(
        name: "lat", label: WebStrings.latitude, value: values["lat"], errors: errors, inputmode: "decimal",
        reader: reader)
      textField(
        name: "lon", label: WebStrings.longitude, value: values["lon"], errors: errors, inputmode: "decimal",
        reader: reader)
    } else {
      hiddenField("lat", values["lat"])
      hiddenField("lon", values["lon"])
    }
  }

  @HTMLBuilder var photoFields: HTML {
    fileField(
      name: "photos", label: ReportingStrings.photosLabel, hint: ReportingStrings.photosHint(ReportPhotos.most),
      errors: errors, multiple: true, reader: reader)
    if !photos.hashes.isEmpty {
      keptPhotos(photos.hashes, request)
      checkboxes(
        name: "drop_photo", label: ReportingStrings.dropPhotos,
        options: photos.hashes.enumerated().map { index, hash in
          (
            value: ReportPhotos.name(of: hash, in: request.app), label: ReportingStrings.dropPhoto(index + 1),
            hint: nil
          )
        }, reader: reader)
    }
  }

  /// Optional, and folded until somebody wants it: what for and how long stands right there.
  @HTMLBuilder var contactFields: HTML {
    let isOpen = ["name", "phone", "under_14", "guardian_agrees"].contains {
      !values[$0].isEmpty || errors?.message(for: $0) != nil
    }
    dialogDetails(summary: ReportingStrings.contact, open: isOpen, l) {
      for part in ["why", "how_long"] {
        if let text = notice(part) { p("hint") { text(l) } }
      }
      p("hint") { a(Link.privacy(code)) { ReportingStrings.privacyAll(l) } }
      textField(
        name: "name", label: ReportingStrings.nameLabel, value: values["name"], errors: errors,
        autocomplete: "name", reader: reader)
      textField(
        name: "phone", label: ReportingStrings.phoneLabel, value: values["phone"], errors: errors, type: "tel",
        autocomplete: "tel", inputmode: "tel", reader: reader)
      checkbox(
        name: "under_14", label: ReportingStrings.under14, checked: values.isOn("under_14"), errors: errors,
        reader: reader)
      checkbox(
        name: "guardian_agrees", label: ReportingStrings.guardianAgrees, checked: values.isOn("guardian_agrees"),
        hint: ReportingStrings.guardianHint, errors: errors, reader: reader)
    }
  }

  private func notice(_ part: String) -> Text? {
    Shipped.current.notice.first { $0.part == part }.map { places.kept.fill($0.text) }
  }

  /// A field that people do not see; only programs that fill everything fill it. Shown when it was filled, so that a
  /// person whose browser did it can empty it.
  @HTMLBuilder var honeypot: HTML {
    let isShown = errors?.message(for: "website") != nil
    div(nil, ["hidden": isShown ? nil : ""]) {
      textField(
        name: "website", label: ReportingStrings.website, value: values["website"], hint: ReportingStrings.leaveEmpty,
        errors: errors, autocomplete: "off", reader: reader)
    }
  }
}

/// The photos on their way, and their signed names for the next step.
@HTMLBuilder func keptPhotos(_ hashes: [String], _ request: Request) -> HTML {
  let names = hashes.map { ReportPhotos.name(of: $0, in: request.app) }
  let code = request.place?.code ?? ""
  gallery(
    names.enumerated().map { index, name in
      let href = Link.keptPhoto(code, name)
      return Picture(href: href, thumbnail: href, alt: ReportingStrings.photoNumber(index + 1))
    }, request.reader.language)
  for name in names { hiddenField("kept_photo", name) }
}
