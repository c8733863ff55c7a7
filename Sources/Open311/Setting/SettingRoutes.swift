import Governance
import Markup
import Store
import Values
import Web

/// Where apps of other makers find the town, and whether they need a key.
let settingRoutes: [Route] = [
  .get(
    "/t/{town}/open311", needs: .can(.managePlaces), SettingStrings.summary, gives: SettingJSON.sample
  ) { request in
    let town = try request.town()
    let isAnonymous = try await request.app.database.read { tx in try tx.takesAnonymousReports(town) }
    return try await request.answer(json: SettingJSON(request, isAnonymous: isAnonymous)) {
      request.settingPage(isAnonymous: isAnonymous)
    }
  },
  .post(
    "/t/{town}/open311", needs: .can(.managePlaces), SettingStrings.saveSummary,
    takes: [Parameter("anonymous", SettingStrings.anonymousParameter, required: true, oneOf: ["1", "0"])],
    gives: SettingJSON.sample,
    rejected: { request, errors in
      let town = try request.town()
      let isAnonymous = try await request.app.database.read { tx in try tx.takesAnonymousReports(town) }
      return request.settingPage(isAnonymous: isAnonymous, errors: errors)
    }
  ) { request in
    let (town, typed) = (try request.town(), request.form["anonymous"])
    guard typed == "1" || typed == "0" else { throw FieldErrors("anonymous", SettingStrings.choose) }
    let json = SettingJSON(request, isAnonymous: typed == "1")
    let link = Link.open311Setting(request.place?.code ?? "")
    return try await request.write { w in
      try w.takeAnonymousReports(typed == "1", in: town)
      return Outcome(link + "?saved=1", json: json)
    }
  },
]

struct SettingJSON: Encodable, Sendable {
  let jurisdictionId: String
  let endpoint: String
  let discovery: String
  /// Whether reports without a key are taken.
  let anonymous: Bool

  init(_ request: Request, isAnonymous: Bool) {
    jurisdictionId = request.place?.code ?? ""
    endpoint = request.publicURL + Link.geoReport
    discovery = request.publicURL + Link.discovery + ".json"
    anonymous = isAnonymous
  }

  private init() {
    (jurisdictionId, endpoint) = ("510999001", "https://example.org/open311/v2")
    (discovery, anonymous) = ("https://example.org/open311/discovery.json", true)
  }

  static let sample = SettingJSON()
}

extension Request {
  fileprivate func settingPage(isAnonymous: Bool, errors: FieldErrors? = nil) -> HTMLPage {
    let (l, code) = (reader.language, place?.code ?? "")
    let json = SettingJSON(self, isAnonymous: isAnonymous)
    return page(SettingStrings.title, current: Link.open311Setting(code)) {
      pageTitle(SettingStrings.title, lead: .text(SettingStrings.lead(l)), l)
      if query.isOn("saved") { noticeBox(tone: .green) { p { SettingStrings.saved(l) } } }
      definitionList(
        [
          (SettingStrings.jurisdiction, element("code") { "jurisdiction_id=" + json.jurisdictionId }),
          (SettingStrings.endpoint, element("code") { json.endpoint }),
          (SettingStrings.discovery, element("code") { json.discovery }),
        ], l)
      Web.form(
        action: Link.open311Setting(code), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        radioCards(
          name: "anonymous", label: SettingStrings.who,
          options: [
            ("1", SettingStrings.anybody, SettingStrings.anybodyHint),
            ("0", SettingStrings.keyed, SettingStrings.keyedHint),
          ], selected: isAnonymous ? "1" : "0", errors: errors, required: true, reader: reader)
        actions { submitButton(SettingStrings.save, l) }
      }
      h2 { SettingStrings.given(l) }
      ul("stack") { for line in SettingStrings.rules { li { line(l) } } }
    }
  }
}
