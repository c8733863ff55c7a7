import Governance
import Markup
import Matters
import People
import Seeds
import Store
import Values
import Web

/// The page on which a clerk or collector writes a concern down. By keyboard: the words first, then Tab from field to
/// field, letters choose in lists, Ctrl+Enter saves.
/// - `values`: what was typed, or what the concern before handed on. `saved`: the concern before.
func entryPage(
  _ request: Request, _ places: ReportPlaces, values: Form, photos: ReportPhotos, saved: ConcernRow? = nil,
  errors: FieldErrors? = nil
) -> HTMLPage {
  let (reader, l, code) = (request.reader, request.reader.language, request.place?.code ?? "")
  let page = EntryForm(request: request, places: places, values: values, photos: photos, errors: errors)
  return request.page(EntryStrings.enter, current: Link.newConcern(code)) {
    pageTitle(EntryStrings.enter, lead: .text(EntryStrings.lead(l)), l)
    if let saved {
      draftDone(draftName(code))
      noticeBox(tone: .green) {
        p { EntryStrings.saved(saved.number)(l) }
        p { a(Link.slip(code, saved.id)) { EntryStrings.slip(l) } }
      }
    }
    form(
      action: Link.concerns(code), reader: reader, multipart: true, draft: draftName(code),
      key: Secrets.token(bits: 80), errors: errors
    ) {
      page.words
      div("pairs") {
        page.how
        page.reporter
        page.place
        page.rest
      }
      stickyActions {
        submitButton(EntryStrings.save, l)
        submitButton(EntryStrings.saveAndNext, tone: .plain, name: "next", value: "1", l)
      }
      p("hint with-keys") { EntryStrings.keys(l) }
    }
  }
}

func draftName(_ village: String) -> String { "entry-\(village)" }

/// The fields, group by group.
private struct EntryForm {
  let request: Request
  let places: ReportPlaces
  let values: Form
  let photos: ReportPhotos
  let errors: FieldErrors?

  private var reader: Reader { request.reader }
  private var l: Language { request.reader.language }

  var words: HTML {
    textArea(
      name: "text", label: EntryStrings.text, value: values["text"], hint: EntryStrings.textHint, errors: errors,
      rows: 4, required: true, listening: Listening(dangerWords: DangerWords.json(l), dictation: true), reader: reader)
  }

  @HTMLBuilder var how: HTML {
    selectField(
      name: "channel", label: EntryStrings.channel,
      options: notChosen(EntryStrings.choose) + Channel.ofPeople.map { ($0.rawValue, EntryStrings.lettered($0)) },
      selected: values["channel"], errors: errors, required: true, reader: reader)
    selectField(
      name: "direction", label: EntryStrings.direction,
      options: notChosen(EntryStrings.byChannel) + Direction.allCases.map { ($0.rawValue, $0.name) },
      selected: values["direction"], hint: EntryStrings.directionHint, errors: errors, reader: reader)
    dayField(
      name: "reported_day", label: EntryStrings.reportedDay,
      value: values["reported_day"].isEmpty ? request.now.day.iso : values["reported_day"], errors: errors,
      required: true, reader: reader)
    sourceKind
  }

  /// A collector's own kind stands there and cannot be changed.
  @HTMLBuilder private var sourceKind: HTML {
    if let kind = request.fixedSourceKind {
      definitionList([(EntryStrings.sourceKind, .text(kind.name(l)))], l)
    } else {
      let chosen = values["source_kind"]
      selectField(
        name: "source_kind", label: EntryStrings.sourceKind,
        options: SourceKind.allCases.map { ($0.rawValue, EntryStrings.lettered($0)) },
        selected: chosen.isEmpty ? SourceKind.resident.rawValue : chosen, errors: errors, required: true,
        reader: reader)
    }
  }

  @HTMLBuilder var reporter: HTML {
    textField(
      name: "reporter_name", label: EntryStrings.reporterName, value: values["reporter_name"],
      hint: EntryStrings.reporterHint, errors: errors, autocomplete: "off", maxlength: 40, reader: reader)
    textField(
      name: "reporter_phone", label: EntryStrings.reporterPhone, value: values["reporter_phone"], errors: errors,
      type: "tel", autocomplete: "off", inputmode: "tel", reader: reader)
    textField(
      name: "reporting_unit", label: EntryStrings.reportingUnit, value: values["reporting_unit"], errors: errors,
      autocomplete: "off", maxlength: 100, reader: reader)
    checkbox(
      name: "notice_read", label: EntryStrings.noticeRead, checked: values.isOn("notice_read"),
      hint: EntryStrings.noticeHint, errors: errors, reader: reader)
    dialogDetails(summary: EntryStrings.notice, l) {
      for part in Shipped.current.notice {
        p { part.heading(l) + (l == .zh ? "：" : ": ") + filled(places.kept.fill(part.text)(l)) }
      }
    }
  }

  private func filled(_ text: String) -> String {
    text.replacing("{village}", with: request.place?.name(l) ?? "").replacing("{town}", with: places.town(l))
      .replacing("{phone}", with: places.phone)
  }

  @HTMLBuilder var place: HTML {
    if !places.groups.isEmpty {
      selectField(
        name: "group", label: EntryStrings.group,
        options: (places.needsGroup && places.groups.count == 1 ? [] : notChosen(EntryStrings.notSaid))
          + places.groups.map { ($0.id.description, $0.name) },
        selected: values["group"], errors: errors, required: places.needsGroup, reader: reader)
    }
    if !places.landmarks.isEmpty {
      selectField(
        name: "landmark", label: EntryStrings.landmark,
        options: notChosen(EntryStrings.notSaid) + places.landmarks.map { (String($0.id), $0.name) },
        selected: values["landmark"], errors: errors, reader: reader)
    }
    textField(
      name: "place_text", label: EntryStrings.placeText, value: values["place_text"],
      example: EntryStrings.placeExample, errors: errors, maxlength: 200, reader: reader)
    for name in ["lat", "lon"] where errors?.message(for: name) != nil {
      textField(
        name: name, label: name == "lat" ? WebStrings.latitude : WebStrings.longitude, value: values[name],
        errors: errors, inputmode: "decimal", reader: reader)
    }
  }

  @HTMLBuilder var rest: HTML {
    selectField(
      name: "urgency", label: EntryStrings.urgency,
      options: notChosen(EntryStrings.byEngine)
        + Urgency.allCases.map { ($0.code, Text(same: "\($0.rawValue) ") + $0.name) },
      selected: values["urgency"], hint: EntryStrings.urgencyHint, errors: errors, reader: reader)
    selectField(
      name: "stance", label: EntryStrings.stance,
      options: notChosen(EntryStrings.noStance) + Entry.Stance.allCases.map { ($0.rawValue, EntryStrings.stance($0)) },
      selected: values["stance"], errors: errors, reader: reader)
    fileField(
      name: "photos", label: EntryStrings.photos, errors: errors, multiple: true, reader: reader)
    if !photos.hashes.isEmpty { keptPhotos(photos.hashes, request) }
    checkbox(
      name: "about_staff", label: EntryStrings.aboutStaff, checked: values.isOn("about_staff"),
      hint: EntryStrings.aboutStaffHint, errors: errors, reader: reader)
    child
  }

  private var child: HTML {
    let isOpen = ["child_age", "guardian_agrees"].contains {
      !values[$0].isEmpty || errors?.message(for: $0) != nil
    }
    return dialogDetails(summary: EntryStrings.child, open: isOpen, l) {
      textField(
        name: "child_age", label: EntryStrings.childAge, value: values["child_age"], hint: EntryStrings.childHint,
        errors: errors, inputmode: "numeric", maxlength: 2, reader: reader)
      checkbox(
        name: "guardian_agrees", label: EntryStrings.guardianAgrees, checked: values.isOn("guardian_agrees"),
        errors: errors, reader: reader)
    }
  }

  private func notChosen(_ label: Text) -> [(value: String, label: Text)] { [(value: "", label: label)] }
}
