import Connect
import Foundation
import Governance
import Intake
import Matters
import Mechanism
import Store
import Values
import Web

/// A report from an app of another maker (POST requests).
let reportRoutes: [Route] = geoRoutes(
  .post, "/open311/v2/requests", GeoStrings.reportSummary, takes: GeoParameters.report,
  gives: GeoAnswer(.list([Posted.sample.tree], item: "request"), root: "service_requests")
) { request in
  let posted = try await report(request)
  return GeoAnswer(.list([posted.tree], item: "request"), root: "service_requests")
}

/// What the app gets: the token alone. It opens the report to its reporter; no number of it is given out.
private struct Posted: Codable, Sendable {
  let token: String
  let notice: String
  let account: String

  var tree: Tree {
    .fields([
      "service_request_id": .nothing, "token": .text(token), "service_notice": .text(notice),
      "account_id": .optional(account),
    ])
  }

  static let sample = Posted(token: "0123456789abcdefghjkmnpqrs", notice: "已收到。", account: "7")
}

private func report(_ raw: Request) async throws -> Posted {
  let town = try await raw.jurisdiction()
  var request = try await raw.callerKnown(at: town)
  try await request.countLook()
  let form = try GeoReportForm(request.form, catalogue: try await request.catalogue(of: town))
  let place = try await request.place(of: form, in: town)
  if let person = request.person, !person.may(.enterConcern, at: place.village, on: request.now.day) {
    throw GeoError(403, GeoStrings.keyNotHere)
  }
  (request.place, request.form) = (place.village, form.reportForm(at: place))
  let checked = try await request.checkedReport(by: .open311, catalogues)
  let (key, village, l) = (try request.village(), place.village.name.zh, request.reader.language)
  let base = request.publicURL
  let answer = try await request.write { w in
    let filed = try w.file(checked.concern, in: key, villageName: village)
    try w.add(form.note, to: try w.tx.concern(token: filed.token), kind: "added")
    if !form.mail.isEmpty { try w.tellByMail(form.mail, of: filed.id, in: l) }
    let notice = GeoStrings.filed(checked.numbers, track: base + Link.track(filed.token))(l)
    return Outcome(
      Link.track(filed.token), json: Posted(token: filed.token, notice: notice, account: form.accountID), created: true)
  }
  guard case .json(let bytes, _, _) = answer else { throw NotFound() }
  return try JSONDecoder().decode(Posted.self, from: Data(bytes))
}

extension Request {
  /// Who calls: the person of `api_key` (an API token), of a bearer, or nobody where the town allows that. A browser's
  /// session is no key.
  /// - Throws: `GeoError` 403.
  fileprivate func callerKnown(at town: PlaceInfo) async throws -> Request {
    var request = self
    let key = form["api_key"].isEmpty ? query["api_key"] : form["api_key"]
    if !key.isEmpty {
      guard let person = try await app.door.person(session: nil, bearer: key, now: now) else {
        throw GeoError(403, GeoStrings.keyWrong)
      }
      request.reader.signedIn = person
    } else if person?.csrf != nil {
      request.reader.signedIn = nil
    }
    if request.person == nil {
      let isAllowed = try await app.database.read { tx in try tx.takesAnonymousReports(town.id) }
      guard isAllowed else { throw GeoError(403, GeoStrings.keyMissing) }
    }
    return request
  }
}
