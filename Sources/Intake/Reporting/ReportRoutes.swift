import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// What anybody without an account may do: report, join, follow, look up (D1, D4, D5).
/// - `catalogues`: of the towns; `similar`: finds open matters that look the same.
func reportingRoutes(_ catalogues: Catalogues, _ similar: SimilarMatters) -> [Route] {
  [
    reportPageRoute, reportRoute(catalogues, similar), suggestionRoute(catalogues, similar), keptPhotoRoute,
    villageMapRoute,
  ] + joinRoutes + trackingRoutes(catalogues) + lookupRoutes
}

private let reportPageRoute = Route.get(
  "/v/{village}/report", needs: .anybody, ReportingStrings.reportSummary, takes: reportParameters,
  gives: ReportPageJSON.sample
) { request in
  let places = try await request.reportPlaces()
  return try await request.answer(json: ReportPageJSON(places)) {
    reportPage(request, places, values: try request.query.withPointInWGS84(), photos: ReportPhotos.carried(request))
  }
}

private func reportRoute(_ catalogues: Catalogues, _ similar: SimilarMatters) -> Route {
  .post(
    "/v/{village}/report", needs: .anybody, ReportingStrings.sendSummary, takes: reportParameters,
    gives: ReportFiledJSON.sample, bodyLimit: 25 << 20,
    rejected: { request, errors in
      // The page was open too long or came from elsewhere: photos are kept as well.
      reportAgain(request, try await request.reportPlaces(), await ReportPhotos.stored(request), errors)
    }
  ) { request in
    try await Reporting(catalogues: catalogues, similar: similar).take(request)
  }
}

/// A photo that is on its way with a report, for the preview; the name is signed.
private let keptPhotoRoute = Route.get(
  "/v/{village}/report/photos/{photo}", needs: .anybody, ReportingStrings.photoSummary, file: "image/jpeg", mount: .page
) { request in
  guard let hash = ReportPhotos.hash(of: request.parameters["photo"] ?? "", in: request.app),
    let bytes = request.app.files.get(hash)
  else { throw NotFound() }
  return .bytes(bytes, type: "image/jpeg", name: nil, cache: false)
}

private let mapType = "application/geo+json"

private let villageMapRoute = Route.get(
  "/v/{village}/map.json", needs: .anybody, ReportingStrings.mapSummary, file: mapType, mount: .page
) { request in
  let key = try request.village()
  guard let map = try await request.app.database.read({ tx in try tx.villageMap(of: key) }) else { throw NotFound() }
  return .bytes(Array(map.utf8), type: mapType, name: nil, cache: true)
}

private let reportParameters = [
  Parameter("text", ReportingStrings.textLabel, required: true),
  Parameter("group", ReportingStrings.groupLabel), Parameter("landmark", ReportingStrings.landmarkLabel),
  Parameter("place_text", ReportingStrings.placeTextLabel), Parameter("lat", WebStrings.latitude),
  Parameter("lon", WebStrings.longitude),
  Parameter("coordinate_system", ReportingStrings.coordinateSystem, of: CoordinateSystem.self),
  Parameter("photos", ReportingStrings.photosLabel, file: true), Parameter("name", ReportingStrings.nameLabel),
  Parameter("phone", ReportingStrings.phoneLabel), Parameter("about_staff", ReportingStrings.aboutStaff),
  Parameter("under_14", ReportingStrings.under14), Parameter("guardian_agrees", ReportingStrings.guardianAgrees),
  Parameter("confirmed", ReportingStrings.confirmedMeaning),
]

extension Request {
  /// Groups, landmarks, map and telephone of the village of the address, in one read.
  func reportPlaces() async throws -> ReportPlaces {
    let key = try village()
    return try await app.database.read { tx in try tx.reportPlaces(of: key) }
  }
}

extension Transaction {
  /// Groups, landmarks, map and telephone of a village.
  func reportPlaces(of key: VillageKey) throws -> ReportPlaces {
    let (village, town) = (try place(key.village), try place(key.town))
    let phones = [village?.phone, town?.phone].compactMap(\.self).filter { !$0.isEmpty }
    return ReportPlaces(
      groups: try children(of: key.village, after: nil, limit: 500).filter {
        $0.level == .group && $0.closedAt == nil
      },
      landmarks: try landmarks(of: key), hasMap: try hasVillageMap(key), phone: phones.first ?? "",
      town: town?.name ?? Text(same: ""), kept: try keptPeriods(of: key.town))
  }
}

extension Form {
  /// A link from a map of China may bring a point of GCJ-02; the page goes on in WGS-84. A bad point is left out.
  func withPointInWGS84() throws -> Form {
    var errors = FieldErrors()
    let point = Report.point(self, &errors)
    var form = self
    form.fields["lat"] = point.map { ["\($0.latitude)"] }
    form.fields["lon"] = point.map { ["\($0.longitude)"] }
    form.fields["coordinate_system"] = nil
    return form
  }
}

/// What a program needs to offer the report form.
struct ReportPageJSON: Encodable, Sendable {
  struct Choice: Encodable, Sendable {
    let id: String
    let name: Text
  }
  let groups: [Choice]
  let landmarks: [Choice]
  let hasMap: Bool

  init(_ places: ReportPlaces) {
    groups = places.groups.map { Choice(id: $0.id.description, name: $0.name) }
    landmarks = places.landmarks.map { Choice(id: String($0.id), name: $0.name) }
    hasMap = places.hasMap
  }

  private init() {
    groups = [Choice(id: "7", name: Text(zh: "三组", en: "Group 3"))]
    landmarks = [Choice(id: "8", name: Text(zh: "小学", en: "Primary school"))]
    hasMap = true
  }

  static let sample = ReportPageJSON()
}
