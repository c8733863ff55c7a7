import Foundation
import Governance
import Logging
import Testing
import Values

@testable import Mechanism
@testable import People
@testable import Store
@testable import Web

/// A database with the tables of the mechanism, and a town of its own: on SQLite, or on the PostgreSQL that
/// `SANSHI_TEST_POSTGRES` names.
struct MechanismTown: Sendable {
  let app: App
  let town = ID<Place>(.random(in: 1_000_000...Int64.max / 2))
  let village = ID<Place>(4_010)
  let account = ID<Account>(4_002)

  /// 10 March 2026, 09:00 in China.
  static let now = (Day(iso: "2026-03-10") ?? Day(number: 0)).at(hour: 9, minute: 0)

  static func run(_ body: (MechanismTown) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mechanism-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let postgres = ProcessInfo.processInfo.environment["SANSHI_TEST_POSTGRES"]
    let database = try Database(url: postgres ?? "sqlite:\(folder)/town.sqlite")
    _ = try await database.migrate(peopleMigrations + mechanism.migrations)
    let app = App(
      database: database, ledger: Ledger(key: [UInt8](repeating: 7, count: 32)), files: try Files(folder: folder),
      door: NobodysDoor(), settings: AppSettings(dataFolder: folder), nav: mechanism.nav, clock: { now })
    try await body(MechanismTown(app: app))
    await database.close()
  }

  @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (Write) throws -> T) async throws -> T {
    try await app.write(by: account, body)
  }

  func catalogue(on day: Day = MechanismTown.now.day) async throws -> Catalogue {
    try await catalogues.current(town: town, day: day, in: app.database).catalogue
  }

  func faults() async throws -> [String] {
    try await app.ledger.verify(
      app.database, entities: mechanism.entities, invariants: mechanism.invariants, heads: []
    ).faults
  }

  /// Calls a route's handler as a person of the town with the roles.
  @discardableResult
  func call(
    _ method: Route.Method, _ path: String, _ parameters: [String: String] = [:], form: [String: String] = [:],
    query: [String: String] = [:], as roles: [Role] = [.townOfficer, .administrator], api: Bool = false
  ) async throws -> Answer {
    let request = try request(method, path, parameters, form: form, query: query, as: roles, api: api)
    return try await request.route.handler(request)
  }

  func request(
    _ method: Route.Method, _ path: String, _ parameters: [String: String] = [:], form: [String: String] = [:],
    query: [String: String] = [:], as roles: [Role] = [.townOfficer, .administrator], api: Bool = false
  ) throws -> Request {
    let route = try #require(mechanism.routes.first { $0.method == method && $0.path == path })
    let isVillage = path.hasPrefix("/v/")
    let place = PlaceInfo(
      id: isVillage ? village : town, code: isVillage ? "village" : "town", level: isVillage ? .village : .town,
      name: Text(zh: "青山镇", en: "Qingshan"), county: ID(4_000), town: town, townCode: "town",
      village: isVillage ? village : nil)
    let posts = roles.map { Post(role: $0, place: place, body: nil, from: Day(number: 0), until: nil) }
    let person = SignedIn(account: account, login: "officer", name: "Officer", posts: posts, csrf: "x")
    return Request(
      app: app, route: route, method: method, path: path,
      parameters: parameters.merging(["town": "town", "village": "village"]) { own, _ in own },
      query: Form(fields: query.mapValues { [$0] }), form: Form(fields: form.mapValues { [$0] }),
      reader: Reader(language: .en, largeText: false, now: Self.now, signedIn: person, path: path), place: place,
      isAPI: api, key: nil, ifMatch: nil, ifNoneMatch: nil, address: "127.0.0.1", device: "d", host: "localhost")
  }
}

private struct NobodysDoor: Door {
  func person<Known: Sendable>(
    session: String?, bearer: String?, now: Instant,
    besides: @escaping @Sendable (Store.Transaction, SignedIn) throws -> Known
  ) async throws -> (person: SignedIn, known: Known)? { nil }
  func place(code: String) async throws -> PlaceInfo? { nil }
}

extension Answer {
  /// The source of a page, the text of JSON, the address of a redirect.
  var text: String {
    switch self {
    case .page(let page, _): page.html.source
    case .json(let bytes, _, _): String(decoding: bytes, as: UTF8.self)
    case .redirect(let location, _): location
    case .bytes, .document: ""
    }
  }
}

/// The form of a leaf with some fields changed.
func fields(of duty: Duty, _ changes: [String: String]) -> [String: String] {
  let names = [
    "name_zh", "name_en", "class", "lead", "co", "path", "days", "keywords", "example", "basis_zh", "basis_en",
    "basis_mark", "version",
  ]
  let filled = DutyFields(duty)
  let own = Dictionary(names.map { ($0, filled[$0]) }, uniquingKeysWith: { first, _ in first })
  return own.merging(["reason": "机构改革"]) { first, _ in first }.merging(changes) { _, new in new }
}

func draft(of duty: Duty, _ changes: [String: String]) throws -> DutyDraft {
  try DutyDraft(Form(fields: fields(of: duty, changes).mapValues { [$0] }), now: MechanismTown.now)
}
