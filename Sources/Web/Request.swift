import Governance
import Markup
import Store
import Values

/// A call after the door: who, where, what was sent. Handlers see nothing else.
package struct Request: Sendable {
  package let app: App
  package let route: Route
  package let method: Route.Method
  package let path: String
  package let parameters: [String: String]
  package let query: Form
  package var form: Form
  package var reader: Reader
  /// The place of the address, when it names one.
  package var place: PlaceInfo?
  package let isAPI: Bool
  /// `Idempotency-Key`, or the `form_key` of the form.
  package let key: String?
  /// The version in `If-Match`, for writes over the API.
  package let ifMatch: String?
  package let ifNoneMatch: String?
  package let address: String
  /// A random number of this browser, for limits by device.
  package let device: String
  package let host: String
  /// Whether the browser brought the number that an earlier answer gave it; false for who keeps no cookies.
  package var isKnownDevice = true
  /// The header `Accept`; empty when none came.
  package var accept = ""
  /// What another system signed; nil when it signed nothing.
  package var seal: Seal?

  package var now: Instant { reader.now }
  package var person: SignedIn? { reader.signedIn }
  package var actor: ID<Account>? { person?.account }

  /// A part of the path as an id; `NotFound` when it is none.
  package func id<Thing>(_ name: String, as _: Thing.Type = Thing.self) throws -> ID<Thing> {
    guard let id = ID<Thing>(parameters[name] ?? "") else { throw NotFound() }
    return id
  }

  /// The village (or urban community) of the address and its town.
  package func village() throws -> VillageKey {
    guard let place, let town = place.town, let village = place.village else { throw NotFound() }
    return VillageKey(town: town, village: village)
  }

  package func town() throws -> ID<Place> {
    guard let town = place?.town else { throw NotFound() }
    return town
  }

  /// Whether the person may do it at a place (default: that of the address).
  package func may(_ capability: Capability, at other: PlaceInfo? = nil) -> Bool {
    guard let person, let target = other ?? place else { return false }
    return person.may(capability, at: target, on: now.day)
  }

  /// The `limit` of a list, 1...`max`; checked before the handler runs.
  package func limit(max: Int = 200, default standard: Int = 50) -> Int {
    Swift.min(max, Swift.max(1, Int(query["limit"]) ?? standard))
  }

  /// Refuses a `limit` or `after` that is none, so that a program does not read the first page for ever.
  func checkPaging() throws(FieldErrors) {
    var errors = FieldErrors()
    let (limit, after) = (query["limit"], query["after"])
    if !limit.isEmpty, !(Int(limit).map { (1...1000).contains($0) } ?? false) {
      errors.add("limit", WebWords.notInRange(1...1000))
    }
    // Accounts alone are paged by their login.
    if !after.isEmpty, !route.path.hasSuffix("/accounts"), ID<Never>(after) == nil {
      errors.add("after", WebWords.notAnID)
    }
    guard errors.isEmpty else { throw errors }
  }

  /// The key after which a list goes on.
  package func after<Thing>(_: Thing.Type = Thing.self) -> ID<Thing>? { ID<Thing>(query["after"]) }

  /// The public address of the program for links and QR codes.
  package var publicURL: String { app.settings.publicURL ?? "http://\(host)" }
}

/// A village with its town: the key with which every row of a village is found.
package struct VillageKey: Sendable, Hashable {
  package let town: ID<Place>
  package let village: ID<Place>

  package init(town: ID<Place>, village: ID<Place>) { (self.town, self.village) = (town, village) }
}

extension SignedIn {
  package var grants: [Grant] {
    posts.map(\.grant)
  }

  package func may(_ capability: Capability, at target: PlaceInfo, on day: Day) -> Bool {
    if let tokenCapabilities, !tokenCapabilities.contains(capability) { return false }
    return allows(grants, capability, at: target.pathOfIDs, on: day)
  }

  /// Whether the token that the person came with reaches so far; who signed in has no such border.
  package func tokenAllows(_ capability: Capability?) -> Bool {
    guard let tokenCapabilities else { return true }
    return capability.map(tokenCapabilities.contains) ?? false
  }

  /// The places at which the person holds the capability themselves (not those below).
  package func places(with capability: Capability, on day: Day) -> [PlaceInfo] {
    var seen: Set<ID<Place>> = []
    return posts.map(\.place).filter { may(capability, at: $0, on: day) && seen.insert($0.id).inserted }
  }
}

extension Post {
  /// As the rules see it.
  package var grant: Grant {
    Grant(
      role: role, town: place.town?.value, village: place.village?.value, place: place.id.value, from: from,
      until: until)
  }
}

extension PlaceInfo {
  package var pathOfIDs: PlacePath {
    PlacePath(
      county: (level == .county ? id : county)?.value ?? 0, town: town?.value, village: village?.value,
      group: level == .group ? id.value : nil)
  }
}

extension Request {
  /// The answer of a read: a page for browsers, JSON for programs, with an `ETag` of its content.
  package func answer(
    json: @autoclosure () throws -> some Encodable, html: () async throws -> HTMLPage
  ) async throws -> Answer {
    if isAPI {
      let bytes = try JSON.bytes(try json())
      return .json(bytes, status: 200, etag: etag(of: bytes))
    }
    return .page(try await html())
  }

  /// JSON whose ETag is the version that writes must name in `If-Match`.
  package func answer(
    version: Int, json: @autoclosure () throws -> some Encodable, html: () async throws -> HTMLPage
  ) async throws -> Answer {
    if isAPI { return .json(try JSON.bytes(try json()), status: 200, etag: "v\(version)") }
    return .page(try await html())
  }

  /// A page of an office with the navigation of this person at this place.
  package func page(
    _ title: Text, wide: Bool = false, current: String? = nil, @HTMLBuilder main: () -> HTML
  ) -> HTMLPage {
    HTMLPage(layout(frame(title, current: current), wide: wide, main: main))
  }

  /// A page for residents, without navigation.
  package func plainPage(_ title: Text, @HTMLBuilder main: () -> HTML) -> HTMLPage {
    HTMLPage(plainLayout(frame(title, current: nil), main: main))
  }

  private func frame(_ title: Text, current: String?) -> PageFrame {
    PageFrame(
      title: title, reader: reader, place: place ?? person?.posts.first?.place, nav: navigation(),
      current: current ?? path, alarm: mayHearAlarms)
  }

  private var mayHearAlarms: Bool {
    person.map { !$0.places(with: .acknowledgeAlarm, on: now.day).isEmpty } ?? false
  }

  /// The lines of navigation for the place of the address, or of the person's first post.
  private func navigation() -> [NavItem] {
    guard let person else { return [] }
    let here = place ?? person.posts.first { $0.until.map { now.day <= $0 } ?? true }?.place
    guard let here else { return [] }
    return app.nav.sorted { $0.order < $1.order }.compactMap { entry in
      guard entry.levels.contains(here.level) else { return nil }
      switch entry.needs {
      case .anybody, .signedIn: break
      case .can(let capability), .canSomewhere(let capability):
        guard person.may(capability, at: here, on: now.day) else { return nil }
      }
      return NavItem(href: entry.href(here), text: entry.text, icon: entry.icon)
    }
  }
}

/// The `ETag` of an answer without a version of its own: of its content.
package func etag(of bytes: [UInt8]) -> String { String(Secrets.sha256(bytes).prefix(20)) }

/// What a write leads to: where a browser goes, what a program gets.
package struct Outcome: Sendable {
  package let location: String
  package let status: Int
  /// Made when somebody wants it: the transaction does not wait for it.
  fileprivate let json: @Sendable () throws -> [UInt8]

  package init(_ location: String, json: some Encodable & Sendable, created: Bool = false) {
    self.location = location
    self.json = { try JSON.bytes(json) }
    status = created ? 201 : 200
  }
}

extension Request {
  /// Runs a write in one transaction. The same key (`Idempotency-Key`, `form_key`) by the same person at the same
  /// address gives the first answer again and changes nothing. Other content under the same key is a submission of its
  /// own from a form (nothing typed is lost) and from whoever keeps no cookies (who cannot be told from another that
  /// took the same key), and an error from a program.
  package func write(_ body: @escaping @Sendable (Write) throws -> Outcome) async throws -> Answer {
    let content = key == nil ? "" : fingerprint
    let sender = self.actor?.description ?? (isKnownDevice ? device : nil)
    let submission = key.map {
      Submission("\(path)|\(sender ?? "")|\($0)|\(isAPI && sender != nil ? "" : content)", app.ledger)
    }
    let (ids, ledger, actor, now) = (app.ids, app.ledger, self.actor, self.now)
    let outcome = try await app.database.write { tx in
      if let submission, let earlier = try tx.earlierAnswer(to: submission, now: now) {
        return try Outcome(stored: earlier, content)
      }
      let outcome = try body(Write(tx: tx, actor: actor, now: now, ids: ids, ledger: ledger))
      if let submission { try tx.keep(try outcome.stored(content), of: submission) }
      return outcome
    }
    return isAPI ? .json(try outcome.json(), status: outcome.status, etag: nil) : .redirect(outcome.location)
  }

  /// A digest of what was sent, without the token and key of the form.
  private var fingerprint: String {
    let fields = form.fields.filter { $0.key != "csrf" && $0.key != "form_key" }.sorted { $0.key < $1.key }
    let files = form.files.sorted { $0.key < $1.key }.flatMap { name, uploads in
      uploads.map { "\(name)=\(Secrets.sha256($0.bytes))" }
    }
    let text = fields.map { "\($0.key)=\($0.value.map { "\($0.utf8.count):\($0)" }.joined())" } + files
    return String(Secrets.sha256(text.joined(separator: "|")).prefix(32))
  }
}

extension Outcome {
  /// As it is kept with the digest of what was sent.
  fileprivate func stored(_ content: String) throws -> String {
    "\(status)\n\(content)\n\(location)\n" + String(decoding: try json(), as: UTF8.self)
  }

  /// - Throws: `FieldErrors` when something else was sent then.
  fileprivate init(stored: String, _ content: String) throws {
    let parts = stored.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let status = Int(parts[0]) else { throw DatabaseError("a stored answer is broken") }
    guard parts[1] == content else { throw FieldErrors("Idempotency-Key", WebWords.keyUsed) }
    let json = Array(parts[3].utf8)
    (location, self.status, self.json) = (String(parts[2]), status, { json })
  }
}
