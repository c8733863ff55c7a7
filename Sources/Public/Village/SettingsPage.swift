import Markup
import Matters
import Store
import Values
import Web

/// The forms of the settings page: what was typed and what is wrong belong to one of them.
enum SettingsForm: Sendable { case contact, landmark, map, suggestions }

extension Request {
  func settingsPage(rejecting form: SettingsForm, _ errors: FieldErrors) async throws -> HTMLPage {
    settingsPage(try await SettingsView(self), rejected: (form, errors))
  }

  func settingsPage(_ view: SettingsView, rejected: (form: SettingsForm, errors: FieldErrors)? = nil) -> HTMLPage {
    let l = reader.language
    // An error that no field has (the page was open too long) stands at the top of the form that was sent.
    func errors(_ form: SettingsForm) -> FieldErrors? { rejected?.form == form ? rejected?.errors : nil }
    return page(SettingsStrings.title, current: Link.villageSettings(placeCode)) {
      pageTitle(
        SettingsStrings.title, lead: .text(SettingsStrings.lead(l)),
        aside: actions { linkButton(Link.village(placeCode), SettingsStrings.toPage, l) }, l)
      contactSection(view, errors(.contact))
      section("stack") {
        h2 { SettingsStrings.poster(l) }
        p("hint") { SettingsStrings.posterLead(l) }
        actions { linkButton(Link.poster(placeCode), SettingsStrings.openPoster, icon: .print, l) }
      }
      suggestionSection(view)
      landmarkSection(view, errors(.landmark))
      mapSection(view, errors(.map))
    }
  }

  private func contactSection(_ view: SettingsView, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    let typed = errors == nil ? nil : form
    return section("stack") {
      h2 { SettingsStrings.contact(l) }
      Web.form(
        action: Link.villageSettings(placeCode), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        textField(
          name: "phone", label: SettingsStrings.phone, value: typed?["phone"] ?? view.phone,
          hint: SettingsStrings.phoneHint, errors: errors, type: "tel", autocomplete: "off", inputmode: "tel",
          reader: reader)
        textField(
          name: "address", label: SettingsStrings.address, value: typed?["address"] ?? view.address,
          example: SettingsStrings.addressExample, errors: errors, autocomplete: "off", maxlength: 120, reader: reader)
        actions { submitButton(SettingsStrings.saveContact, l) }
      }
    }
  }

  /// Everybody here sees how it is; the administrator turns it.
  private func suggestionSection(_ view: SettingsView) -> HTML {
    let l = reader.language
    return section("stack", ["id": "suggestions"]) {
      h2 { AccuracyStrings.switchTitle(l) }
      p("hint") { AccuracyStrings.switchLead(l) }
      p { strong { (view.suggests ? AccuracyStrings.isOn : AccuracyStrings.isOffNow)(l) } }
      if may(.switchSuggestions) {
        postButton(
          action: Link.suggestionSwitch(placeCode),
          view.suggests ? AccuracyStrings.turnOff : AccuracyStrings.turnOn,
          fields: [("on", view.suggests ? "0" : "1")], reader: reader)
      } else {
        p("hint") { AccuracyStrings.askAdministrator(l) }
      }
    }
  }

  private func landmarkSection(_ view: SettingsView, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    return section("stack", ["id": "landmarks"]) {
      h2 { SettingsStrings.landmarks(l) }
      p("hint") { SettingsStrings.landmarksLead(l) }
      if view.landmarks.isEmpty {
        p("quiet") { SettingsStrings.noLandmarks(l) }
      } else {
        landmarkTable(view.landmarks)
      }
      dialogDetails(summary: SettingsStrings.landmarksSummary, open: errors != nil || view.landmarks.isEmpty, l) {
        landmarkForm(view, errors)
      }
    }
  }

  private func landmarkTable(_ landmarks: [LandmarkRow]) -> HTML {
    let l = reader.language
    let columns = [
      Column(title: SettingsStrings.name), Column(title: SettingsStrings.point), Column(title: SettingsStrings.doWhat),
    ]
    let rows = landmarks.map { landmark -> [HTML] in
      let where_ = landmark.latitude == nil ? SettingsStrings.notOnMap : SettingsStrings.onMap
      let close = postButton(
        action: Link.landmarkClosure(placeCode, landmark.id), SettingsStrings.closeLandmark,
        confirm: SettingsStrings.closeLandmarkAgain, reader: reader)
      return [.text(landmark.name(l)), .text(where_(l)), close]
    }
    return dataTable(caption: SettingsStrings.landmarks, columns: columns, rows: rows, compact: true, l)
  }

  private func landmarkForm(_ view: SettingsView, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    let typed = errors == nil ? Form() : form
    return Web.form(
      action: Link.landmarks(placeCode), reader: reader, key: Secrets.token(bits: 80), errors: errors
    ) {
      textField(
        name: "name_zh", label: SettingsStrings.nameZh, value: typed["name_zh"], example: SettingsStrings.nameZhExample,
        errors: errors, autocomplete: "off", required: true, maxlength: 40, reader: reader)
      textField(
        name: "name_en", label: SettingsStrings.nameEn, value: typed["name_en"], errors: errors, autocomplete: "off",
        maxlength: 60, reader: reader)
      pointFields(view, typed, errors)
      actions { submitButton(SettingsStrings.addLandmark, l) }
    }
  }

  /// A tap on the map where there is one, else the two numbers.
  private func pointFields(_ view: SettingsView, _ typed: Form, _ errors: FieldErrors?) -> HTML {
    if view.hasMap {
      return mapPicker(
        geojson: Link.villageOutline(placeCode), latitude: ("lat", typed["lat"]), longitude: ("lon", typed["lon"]),
        label: SettingsStrings.point, errors: errors, reader: reader)
    }
    return textField(
      name: "lat", label: WebStrings.latitude, value: typed["lat"], errors: errors, inputmode: "decimal", reader: reader
    )
      + textField(
        name: "lon", label: WebStrings.longitude, value: typed["lon"], errors: errors, inputmode: "decimal",
        reader: reader)
  }

  private func mapSection(_ view: SettingsView, _ errors: FieldErrors?) -> HTML {
    let l = reader.language
    return section("stack", ["id": "map"]) {
      h2 { SettingsStrings.map(l) }
      p("hint") { SettingsStrings.mapLead(l) }
      p { (view.hasMap ? SettingsStrings.hasMap : SettingsStrings.noMap)(l) }
      Web.form(
        action: Link.mapUpload(placeCode), reader: reader, multipart: true, key: Secrets.token(bits: 80), errors: errors
      ) {
        fileField(
          name: "map", label: SettingsStrings.mapFile, hint: SettingsStrings.mapFileHint, errors: errors,
          accept: ".geojson,.json,application/geo+json", required: true, reader: reader)
        actions { submitButton(SettingsStrings.uploadMap, l) }
      }
      if view.hasMap {
        postButton(
          action: Link.mapRemoval(placeCode), SettingsStrings.removeMap, tone: .danger,
          confirm: SettingsStrings.removeMapAgain, reader: reader)
      }
    }
  }
}
