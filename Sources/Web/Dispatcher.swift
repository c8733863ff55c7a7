import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Markup
import Store
import Values

/// Takes a call to its route: reads it, asks the door, checks the need, runs the handler, turns errors into answers.
struct Dispatcher: Sendable {
  let app: App

  func respond(to route: Route, isAPI: Bool, _ raw: Hummingbird.Request, _ context: ServerContext) async -> Response {
    await withTaskExecutorPreference(RequestThreads.shared) {
      await respondHere(to: route, isAPI: isAPI, raw, context)
    }
  }

  private func respondHere(
    to route: Route, isAPI: Bool, _ raw: Hummingbird.Request, _ context: ServerContext
  ) async -> Response {
    var reader = anonymousReader(raw)
    let id = context.id
    do {
      let known = cookie("device", raw).flatMap { isOurs($0) ? $0 : nil }
      let device = known ?? freshDevice()
      try await meet(&reader, raw, counts: !isAPI && route.method == .get)
      let bytes = try await body(of: raw, limit: route.bodyLimit)
      var request = try await request(route, isAPI: isAPI, raw, context, reader, device, bytes)
      request.isKnownDevice = known != nil
      request.accept = raw.headers[.accept] ?? ""
      request.seal = Seal(time: header("X-Sanshi-Time", raw), signature: header("X-Sanshi-Signature", raw), body: bytes)
      do {
        try check(request, raw)
        try request.checkPaging()
        let answer = try await route.handler(request)
        if case .json(_, _, let etag?) = answer, request.ifNoneMatch == "\"\(etag)\"" {
          return Response(status: .notModified, headers: [.eTag: "\"\(etag)\""])
        }
        return response(answer, reader: reader, newDevice: known == nil ? device : nil)
      } catch let errors as FieldErrors {
        if !isAPI, let rejected = route.rejected {
          return response(.page(try await rejected(request, errors), status: 422), reader: reader, newDevice: nil)
        }
        throw errors
      }
    } catch {
      let failed = FailedCall(
        error: error, path: raw.uri.path, accept: raw.headers[.accept] ?? "", reader: reader)
      var response = response(
        route.failed?(failed)
          ?? answer(to: error, isAPI: isAPI, hasIfMatch: raw.headers[.ifMatch] != nil, reader: reader, id: id),
        reader: reader, newDevice: nil)
      if let other = error as? OtherMethod { response.headers[.allow] = other.allow }
      return response
    }
  }

  /// Who calls, with what every page of a signed-in person needs, read in one snapshot: the calendar, and (`counts`) how
  /// many notices wait unread.
  private func meet(_ reader: inout Reader, _ raw: Hummingbird.Request, counts: Bool) async throws {
    let (day, calendar, unread) = (reader.now.day, app.calendar, counts ? app.unread : nil)
    let met = try await app.door.person(session: cookie("session", raw), bearer: bearer(raw), now: reader.now) {
      tx, person in (calendar: try calendar?(tx), unread: try unread?(tx, person, day) ?? 0)
    }
    guard let met else { return }
    (reader.signedIn, reader.unread) = (met.person, met.known.unread)
    if let calendar = met.known.calendar { reader.calendar = calendar }
  }

  private func request(
    _ route: Route, isAPI: Bool, _ raw: Hummingbird.Request, _ context: ServerContext, _ reader: Reader,
    _ device: String, _ bytes: [UInt8]
  ) async throws -> Request {
    var parameters: [String: String] = [:]
    for name in route.pathParameters { parameters[name] = context.parameters.get(name) }
    var place: PlaceInfo?
    for name in ["village", "town", "county", "place"] {
      guard let code = parameters[name] else { continue }
      guard let found = try await app.door.place(code: code), level(found, fits: name) else { throw NotFound() }
      place = found
    }
    let form = try BodyParsing.form(bytes, contentType: raw.headers[.contentType] ?? "")
    return Request(
      app: app, route: route, method: route.method, path: raw.uri.path, parameters: parameters,
      query: BodyParsing.query(raw.uri.query), form: form, reader: reader, place: place, isAPI: isAPI,
      key: raw.headers[Self.idempotencyKey] ?? (form["form_key"].isEmpty ? nil : form["form_key"]),
      ifMatch: raw.headers[.ifMatch], ifNoneMatch: raw.headers[.ifNoneMatch], address: address(raw, context),
      device: device, host: raw.head.authority ?? "127.0.0.1")
  }

  private static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .ifMatch

  private func level(_ place: PlaceInfo, fits name: String) -> Bool {
    switch name {
    case "village": place.level == .village || place.level == .community
    case "town": place.level == .town
    case "county": place.level == .county
    default: true
    }
  }

  // MARK: What came

  private func anonymousReader(_ raw: Hummingbird.Request) -> Reader {
    let asked = cookie("language", raw) ?? raw.headers[.acceptLanguage] ?? ""
    // Chinese unless English is asked for first.
    let isEnglish = asked.lowercased().split(separator: ",").first?.hasPrefix("en") ?? false
    return Reader(
      language: isEnglish ? .en : .zh, largeText: cookie("large", raw) == "1", now: app.clock(), signedIn: nil,
      path: raw.uri.path + (raw.uri.query.map { "?" + $0 } ?? ""))
  }

  private func cookie(_ name: String, _ raw: Hummingbird.Request) -> String? {
    for header in raw.headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let halves = pair.split(separator: "=", maxSplits: 1)
        if halves.count == 2, halves[0].trimmingCharacters(in: .whitespaces) == name { return String(halves[1]) }
      }
    }
    return nil
  }

  /// The number of a browser that has none: with a mark of ours, so that nobody makes such numbers up.
  private func freshDevice() -> String {
    let number = Secrets.token(bits: 80)
    return number + "." + mark(of: number)
  }

  private func isOurs(_ device: String) -> Bool {
    let halves = device.split(separator: ".")
    return halves.count == 2 && halves[1] == mark(of: String(halves[0]))
  }

  private func mark(of number: String) -> String { String(app.ledger.token(for: "cookie \(number)").prefix(12)) }

  private func header(_ name: String, _ raw: Hummingbird.Request) -> String? {
    HTTPField.Name(name).flatMap { raw.headers[$0] }
  }

  private func bearer(_ raw: Hummingbird.Request) -> String? {
    guard let header = raw.headers[.authorization], header.hasPrefix("Bearer ") else { return nil }
    return String(header.dropFirst(7))
  }

  private func body(of raw: Hummingbird.Request, limit: Int) async throws -> [UInt8] {
    guard limit > 0 else { return [] }
    let length = raw.headers[.contentLength].flatMap { Int($0) } ?? 0
    if length > Self.mostDrained { throw TooLarge(megabytes: limit >> 20) }
    // What is too large is read to its end but not kept: a client that sends all before it listens gets its answer.
    var (bytes, count): ([UInt8], Int) = ([], 0)
    for try await buffer in raw.body {
      count += buffer.readableBytes
      if count <= limit {
        bytes.append(contentsOf: buffer.readableBytesView)
      } else if count > Self.mostDrained {
        break
      } else {
        bytes = []
      }
    }
    if count > limit { throw TooLarge(megabytes: limit >> 20) }
    return bytes
  }

  private static let mostDrained = 512 << 20

  private func address(_ raw: Hummingbird.Request, _ context: ServerContext) -> String {
    let peer = context.peer
    guard app.settings.trustedProxies.contains(peer), let name = HTTPField.Name("X-Forwarded-For"),
      let forwarded = raw.headers[name]?.split(separator: ",").last
    else { return peer }
    return forwarded.trimmingCharacters(in: .whitespaces)
  }

  // MARK: May they?

  private func check(_ request: Request, _ raw: Hummingbird.Request) throws {
    switch request.route.needs {
    case .anybody: break
    case .signedIn: guard request.person != nil else { throw SignInFirst() }
    case .can(let capability):
      guard request.person != nil else { throw SignInFirst() }
      guard request.place != nil, request.may(capability) else { throw NotAllowed() }
    case .canSomewhere(let capability):
      guard let person = request.person else { throw SignInFirst() }
      guard !person.places(with: capability, on: request.now.day).isEmpty else { throw NotAllowed() }
    }
    if request.method == .post { try checkOrigin(request, raw) }
  }

  /// A write by a browser carries the session's token in the form, or comes from our own pages (`Sec-Fetch-Site`,
  /// `Origin`); a write with a bearer token needs neither.
  private func checkOrigin(_ request: Request, _ raw: Hummingbird.Request) throws {
    if bearer(raw) != nil { return }
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ raw.headers[$0] }), site == "cross-site" {
      throw NotAllowed()
    }
    if let origin = raw.headers[.origin], origin != "null", let host = raw.head.authority,
      !origin.hasSuffix("//" + host), origin != request.publicURL
    {
      throw NotAllowed()
    }
    guard let csrf = request.person?.csrf else { return }
    let sent = HTTPField.Name("X-CSRF-Token").flatMap { raw.headers[$0] } ?? request.form["csrf"]
    guard sent == csrf else { throw FieldErrors("csrf", WebWords.expired) }
  }

  // MARK: Answers

  private func response(_ answer: Answer, reader: Reader, newDevice: String?) -> Response {
    var response: Response
    switch answer {
    case .page(let page, let status):
      response = Self.response(page.html.bytes, "text/html; charset=utf-8", status)
      response.headers[.cacheControl] = "no-store"
    case .json(let bytes, let status, let etag):
      response = Self.response(bytes, status >= 400 ? "application/problem+json" : "application/json", status)
      if let etag { response.headers[.eTag] = "\"\(etag)\"" }
      response.headers[.cacheControl] = "no-store"
    case .document(let bytes, let type, let status):
      response = Self.response(bytes, type, status)
      response.headers[.cacheControl] = "no-store"
    case .redirect(let location, let cookies):
      response = Response(status: .seeOther, headers: [.location: Self.safe(location)])
      for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: text(of: cookie))) }
    case .bytes(let bytes, let type, let name, let cache):
      response = Self.response(bytes, type, 200)
      response.headers[.cacheControl] = cache ? "public, max-age=3600" : "private, no-store"
      if let name { response.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(Self.encoded(name))" }
    }
    if let newDevice {
      response.headers.append(
        HTTPField(name: .setCookie, value: text(of: Cookie("device", newDevice, seconds: 400 * 86_400))))
    }
    for (name, value) in Self.security { response.headers[name] = value }
    return response
  }

  private static let security: [(HTTPField.Name, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

  private static func response(_ bytes: [UInt8], _ type: String, _ status: Int) -> Response {
    Response(
      status: .init(code: status), headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Line ends never reach a header, and a way back never leads to another host.
  private static func safe(_ location: String) -> String {
    let path = location.hasPrefix("/") && !location.hasPrefix("//") ? location : "/"
    return encoded(path, keeping: "/?&=#%+,:;@!$'()*~-._")
  }

  private static func encoded(_ text: String, keeping extra: String = "-._") -> String {
    text.addingPercentEncoding(
      withAllowedCharacters: CharacterSet(charactersIn: extra)
        .union(CharacterSet(charactersIn: "a"..."z")).union(CharacterSet(charactersIn: "A"..."Z"))
        .union(CharacterSet(charactersIn: "0"..."9"))) ?? "/"
  }

  private func text(of cookie: Cookie) -> String {
    var text = "\(cookie.name)=\(cookie.value); Path=/; SameSite=Lax"
    if cookie.httpOnly { text += "; HttpOnly" }
    if app.settings.publicURL?.hasPrefix("https://") ?? false { text += "; Secure" }
    if let seconds = cookie.seconds { text += "; Max-Age=\(seconds)" }
    return text
  }
}

/// Only for the signed-in; pages lead to the sign-in page and back.
struct SignInFirst: Error {}
