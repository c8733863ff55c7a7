import Foundation
import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// Takes a report: looks at it, shows what will become of it, and files it when it comes confirmed.
struct Reporting: Sendable {
  let catalogues: Catalogues
  let similar: SimilarMatters

  /// What was typed comes back with the errors; only a program gets them bare.
  func take(_ request: Request) async throws -> Answer {
    let (key, day) = (try request.village(), request.now.day)
    // A program is shown no form: the places are for checking what it names.
    let namesPlace = !request.form["group"].isEmpty || !request.form["landmark"].isEmpty
    let needsPlaces = namesPlace || !request.isAPI
    let (places, town, isAdvised) = try await request.app.database.read { [catalogues] tx in
      (
        needsPlaces ? try tx.reportPlaces(of: key) : .none, try catalogues.current(town: key.town, day: day, in: tx),
        try tx.suggests(in: key)
      )
    }
    var photos = ReportPhotos.carried(request)
    do {
      if request.form.isOn("edit"), !request.isAPI {
        return .page(reportPage(request, places, values: request.form, photos: photos))
      }
      try await request.countOne("reportLooked", device: 40, address: 2400, minutes: 60)
      photos = await ReportPhotos.stored(request)
      let report = try Report(request.form, photos: photos, places: places)
      let reading = ReportReading(
        report.text, place: report.placeWords, isAboutStaff: report.isAboutStaff, isAdvised: isAdvised, of: town,
        at: request.now)
      try report.checkChild(urgency: reading.urgency, isHarm: reading.isHarm)
      if request.form.isOn("confirmed") { return try await file(report, reading, request) }
      return try await preview(report, reading, places, request)
    } catch let errors as FieldErrors where !request.isAPI {
      return .page(reportAgain(request, places, photos, errors), status: 422)
    } catch is TooMany where !request.isAPI {
      let errors = FieldErrors("text", ReportingStrings.tooManyReports)
      return .page(reportAgain(request, places, photos, errors), status: 429)
    }
  }

  private func preview(
    _ report: Report, _ reading: ReportReading, _ places: ReportPlaces, _ request: Request
  ) async throws -> Answer {
    let open = try await request.openMatters(like: report.text, reading: reading, point: report.point, similar)
    if request.isAPI {
      let json = SuggestionsJSON(reading, open, village: request.place?.code ?? "", request.reader.language)
      return .json(try JSON.bytes(ReportPreviewJSON(reading, json)), status: 200, etag: nil)
    }
    return .page(previewPage(request, report, reading, open, places))
  }

  private func file(_ report: Report, _ reading: ReportReading, _ request: Request) async throws -> Answer {
    try await request.countOne("report", device: 10, address: 600, minutes: 60)
    let key = try request.village()
    let name = request.place?.name.zh ?? ""
    let concern = report.concern(reading, at: request.now, device: request.deviceDigest)
    let (base, l) = (request.publicURL, request.reader.language)
    return try await request.write { w in
      let filed = try w.file(concern, in: key, villageName: name)
      let path = Link.track(filed.token)
      return Outcome(
        path + "?new=1", json: ReportFiledJSON(filed, trackingUrl: base + path, reading: reading, l), created: true)
    }
  }
}

extension Report {
  /// The concern to be filed. A sealed one keeps no trace of the device, which would lead to other reports of its
  /// reporter.
  func concern(_ reading: ReportReading, at now: Instant, device: String) -> NewConcern {
    var concern = NewConcern(text: text, channel: .web, receivedAt: now)
    (concern.reporterName, concern.reporterPhone) = (name, phone)
    (concern.group, concern.landmark, concern.placeText) = (group, landmark?.id, placeText)
    (concern.latitude, concern.longitude) = (point?.latitude, point?.longitude)
    (concern.urgency, concern.isSealed) = (reading.urgency, reading.isSealed)
    concern.device = reading.isSealed ? nil : device
    concern.photos = photos
    return concern
  }
}

/// The form again with what was typed, the photos that came, and what to change.
func reportAgain(_ request: Request, _ places: ReportPlaces, _ photos: ReportPhotos, _ errors: FieldErrors) -> HTMLPage
{
  reportPage(request, places, values: request.form, photos: photos, errors: errors)
}

/// What a program gets before it confirms.
struct ReportPreviewJSON: Encodable, Sendable {
  let confirmed: Bool
  let sealed: Bool
  let acceptBy: Instant
  let suggestions: SuggestionsJSON

  init(_ reading: ReportReading, _ suggestions: SuggestionsJSON) {
    (confirmed, sealed, acceptBy, self.suggestions) = (false, reading.isSealed, reading.acceptBy, suggestions)
  }
}

/// What a program gets when the report is filed. Keep the address: nothing else opens the report.
struct ReportFiledJSON: Encodable, Sendable {
  let number: String
  let trackingUrl: String
  let sealed: Bool
  let urgency: String
  let acceptBy: Instant
  /// Numbers to ring at once; empty when nothing speaks of danger.
  let emergencyNumbers: [SuggestionsJSON.Number]

  init(_ filed: FiledConcern, trackingUrl: String, reading: ReportReading, _ l: Language) {
    (number, self.trackingUrl, sealed) = (filed.number, trackingUrl, reading.isSealed)
    (urgency, acceptBy) = (reading.urgency.code, reading.acceptBy)
    emergencyNumbers = reading.numbers.map { SuggestionsJSON.Number(number: $0.number, name: $0.name(l)) }
  }

  private init() {
    (number, trackingUrl, sealed) = ("20481637", "https://example.org/r/0123456789abcdefghjkmnpqrs", false)
    (urgency, acceptBy, emergencyNumbers) = ("U0", Instant(milliseconds: 1_790_000_000_000), [])
  }

  static let sample = ReportFiledJSON()
}
