import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// What the reporter does with the tracking link: reads, adds, corrects, withdraws, appeals. The link is the key; there
/// is no account (D4).
func trackingRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    trackRoute(catalogues), additionRoute(catalogues), withdrawalPageRoute, withdrawalRoute, appealRoute(catalogues),
  ]
}

extension Request {
  var token: String { parameters["token"] ?? "" }

  fileprivate func tracking(_ catalogues: Catalogues) async throws -> Tracking {
    let (token, day) = (token, now.day)
    var tracking = try await app.database.read { tx in try Tracking(token: token, catalogues, on: day, in: tx) }
    tracking.panels = try await panels(.tracking, tracking.concern.id.value)
    return tracking
  }

  /// What somebody sends with a link: at most so many an hour, whoever has the link. A page shows what was typed again.
  fileprivate func countSent(_ field: String) async throws {
    do {
      let isAllowed = await app.limiter.allows("track:\(token)", size: 20, minutes: 60, now: now)
      guard isAllowed else { throw TooMany() }
      try await countOne("track", device: 40, address: 1200, minutes: 60)
    } catch is TooMany where !isAPI && route.rejected != nil {
      throw FieldErrors(field, ReportingStrings.tooManyReports)
    }
  }
}

private func trackRoute(_ catalogues: Catalogues) -> Route {
  .get("/r/{token}", needs: .anybody, ReportingStrings.trackSummary, gives: TrackingJSON.sample) { request in
    let tracking = try await request.tracking(catalogues)
    return try await request.answer(json: TrackingJSON(tracking)) {
      let numbers = try await dangerNumbers(tracking, request, catalogues)
      return trackingPage(request, tracking, values: Form(), numbers: numbers)
    }
  }
}

/// The numbers to ring, right after something was sent that speaks of danger.
private func dangerNumbers(
  _ tracking: Tracking, _ request: Request, _ catalogues: Catalogues
) async throws -> [Web.EmergencyNumber] {
  let text: String
  if request.query.isOn("new") {
    text = tracking.concern.text
  } else if request.query.isOn("added"), let last = tracking.additions.last {
    text = last.text
  } else {
    return []
  }
  let town = try await catalogues.current(
    town: tracking.concern.key.town, day: request.now.day, in: request.app.database)
  return ReportReading(text, of: town, at: request.now).numbers
}

private func additionRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/r/{token}/additions", needs: .anybody, ReportingStrings.addSummary,
    takes: [
      Parameter("text", ReportingStrings.addText, required: true), Parameter("kind", ReportingStrings.addKind),
    ], gives: TrackingDoneJSON.sample, rejected: trackingAgain(catalogues)
  ) { request in
    var errors = FieldErrors()
    let text = request.form.required(
      "text", max: Report.longestText, &errors, missing: ReportingStrings.addMissing)
    let kind = request.form.choice("kind", as: AddedLine.Kind.self, &errors) ?? .added
    guard errors.isEmpty, let text else { throw errors }
    try await request.countSent("text")
    let token = request.token
    return try await request.write { w in
      let concern = try w.tx.concern(token: token)
      try w.add(text, to: concern, kind: kind.rawValue)
      return try Outcome(Link.track(token) + "?added=1", json: TrackingDoneJSON(try w.tx.concern(token: token)))
    }
  }
}

private let withdrawalPageRoute = Route.get(
  "/r/{token}/withdrawal", needs: .anybody, ReportingStrings.withdrawPageSummary, mount: .page
) { request in
  let token = request.token
  let concern = try await request.app.database.read { tx in try tx.concern(token: token) }
  return .page(withdrawalPage(request, concern))
}

private let withdrawalRoute = Route.post(
  "/r/{token}/withdrawal", needs: .anybody, ReportingStrings.withdrawSummary, gives: TrackingDoneJSON.sample
) { request in
  try await request.countSent("text")
  let token = request.token
  return try await request.write { w in
    try w.withdraw(try w.tx.concern(token: token))
    return try Outcome(Link.track(token), json: TrackingDoneJSON(try w.tx.concern(token: token)))
  }
}

private func appealRoute(_ catalogues: Catalogues) -> Route {
  .post(
    "/r/{token}/appeal", needs: .anybody, ReportingStrings.appealSummary,
    takes: [Parameter("appeal_text", ReportingStrings.appealText, required: true)], gives: TrackingDoneJSON.sample,
    rejected: trackingAgain(catalogues)
  ) { request in
    var errors = FieldErrors()
    let text = request.form.required("appeal_text", max: 2000, &errors, missing: ReportingStrings.appealMissing)
    guard errors.isEmpty, let text else { throw errors }
    try await request.countSent("appeal_text")
    let token = request.token
    return try await request.write { w in
      try w.appeal(try w.tx.concern(token: token), text: text)
      return try Outcome(Link.track(token), json: TrackingDoneJSON(try w.tx.concern(token: token)))
    }
  }
}

private func trackingAgain(
  _ catalogues: Catalogues
) -> (@Sendable (Request, FieldErrors) async throws -> HTMLPage) {
  { request, errors in
    trackingPage(request, try await request.tracking(catalogues), values: request.form, numbers: [], errors: errors)
  }
}

/// What a program gets after a step of the reporter.
struct TrackingDoneJSON: Encodable, Sendable {
  let number: String
  let state: String

  init(_ concern: ConcernRow) { (number, state) = (concern.number, concern.state.rawValue) }

  private init() { (number, state) = ("20481637", ConcernState.received.rawValue) }

  static let sample = TrackingDoneJSON()
}
