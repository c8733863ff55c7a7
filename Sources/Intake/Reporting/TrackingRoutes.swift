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

extension Request {
  /// Adds the words, read as a new concern is; those about staff have a tracking page of their own from here on.
  fileprivate func add(_ text: String, _ kind: AddedLine.Kind, _ catalogues: Catalogues) async throws -> Answer {
    let (token, day, base, l) = (token, now.day, publicURL, reader.language)
    let key = try await app.database.read { tx in try tx.concern(token: token).key }
    let town = try await catalogues.current(town: key.town, day: day, in: app.database)
    let addition = Addition(text, kind: kind.rawValue, by: town)
    let numbers = ReportReading(text, of: town, at: now).numbers
    return try await write { w in
      let apart = try w.add(addition, to: try w.tx.concern(token: token))
      let there = apart?.token ?? token
      let path = Link.track(there)
      let json = AddedJSON(
        try w.tx.concern(token: there), trackingUrl: base + path, apart: apart != nil, numbers: numbers, l)
      return Outcome(path + (apart == nil ? "?added=1" : "?new=1"), json: json)
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
      Parameter("text", ReportingStrings.addText, required: true),
      Parameter("kind", ReportingStrings.addKind, of: AddedLine.Kind.self),
    ], gives: AddedJSON.sample, rejected: trackingAgain(catalogues)
  ) { request in
    var errors = FieldErrors()
    let text = request.form.required(
      "text", max: Report.longestText, &errors, missing: ReportingStrings.addMissing)
    let kind = request.form.choice("kind", as: AddedLine.Kind.self, &errors) ?? .added
    guard errors.isEmpty, let text else { throw errors }
    try await request.countSent("text")
    return try await request.add(text, kind, catalogues)
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
    return Outcome(Link.track(token), json: TrackingDoneJSON(try w.tx.concern(token: token)))
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
    let (token, day, database) = (request.token, request.now.day, request.app.database)
    let key = try await database.read { tx in try tx.concern(token: token).key }
    let urgency = try await catalogues.current(town: key.town, day: day, in: database).engine.urgency(of: text).level
    return try await request.write { w in
      let concern = try w.tx.concern(token: token)
      try w.appeal(concern, text: text)
      try w.raise(to: urgency, of: concern)
      return Outcome(Link.track(token), json: TrackingDoneJSON(try w.tx.concern(token: token)))
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

/// What a program gets after adding to a concern. Words about staff became a sealed concern of their own: then number and
/// address are those of the new one.
struct AddedJSON: Encodable, Sendable {
  let number: String
  let state: String
  let trackingUrl: String
  /// Whether it is a concern of its own.
  let apart: Bool
  let sealed: Bool
  let urgency: String
  /// Numbers to ring at once; empty when nothing added speaks of danger.
  let emergencyNumbers: [SuggestionsJSON.Number]

  init(_ concern: ConcernRow, trackingUrl: String, apart: Bool, numbers: [Web.EmergencyNumber], _ l: Language) {
    (number, state, self.trackingUrl) = (concern.number, concern.state.rawValue, trackingUrl)
    (self.apart, sealed, urgency) = (apart, concern.isSealed, concern.urgency.code)
    emergencyNumbers = numbers.map { SuggestionsJSON.Number(number: $0.number, name: $0.name(l)) }
  }

  private init() {
    (number, state) = ("20481637", ConcernState.received.rawValue)
    (trackingUrl, apart, sealed, urgency) = ("https://example.org/r/0123456789abcdefghjkmnpqrs", false, false, "U0")
    emergencyNumbers = []
  }

  static let sample = AddedJSON()
}
