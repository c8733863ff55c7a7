import Foundation
import Governance
import Logging
import Matters
import Mechanism
import People
import Store
import Synchronization
import Values
import Web

@testable import sanshi

/// A county with two towns and three villages, a signed-in person of each role, and a server of its own on a free port.
/// Everything is made for one test and gone after it.
struct TestTown: Sendable {
  let program: Program
  let port: Int
  let folder: String
  let places: [String: PlaceRow]
  let clock: TestClock

  /// The villages' codes: two in the first town, one in the second.
  static let (qinghe, willow, riverside) = ("510101", "510102", "520101")
  static let (town, otherTown, county) = ("5101", "5201", "5000")

  /// Runs the body against a fresh town; afterwards the event chains must verify.
  static func run(
    on backend: Backend, verifying: Bool = true, isLoopback: Bool = true,
    _ body: @escaping @Sendable (TestTown) async throws -> Void
  ) async throws {
    await Gate.towns.enter()
    do {
      try await runNow(on: backend, verifying: verifying, isLoopback: isLoopback, body)
    } catch {
      await Gate.towns.leave()
      throw error
    }
    await Gate.towns.leave()
  }

  private static func runNow(
    on backend: Backend, verifying: Bool, isLoopback: Bool, _ body: @escaping @Sendable (TestTown) async throws -> Void
  ) async throws {
    let folder = NSTemporaryDirectory() + "sanshi-test-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let configuration = Configuration(
      folder: folder, database: try await backend.freshDatabase(in: folder), publicURL: nil, trustedProxies: [])
    let clock = TestClock()
    let program = try await Program.open(configuration, isLoopback: isLoopback, clock: { clock.now })
    let places = try await program.app.write { w in try openPlaces(w) }
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await Server(app: program.app, routes: program.routes).run(host: "127.0.0.1", port: 0) { found.yield($0) }
      }
      for await port in ports {
        let town = TestTown(program: program, port: port, folder: folder, places: places, clock: clock)
        try await body(town)
        if verifying { try await town.verify() }
        break
      }
      group.cancelAll()
      while let result = await group.nextResult() { _ = result }
    }
    await program.app.database.close()
  }

  private static func openPlaces(_ w: Write) throws -> [String: PlaceRow] {
    var places: [String: PlaceRow] = [:]
    func open(_ level: PlaceInfo.Level, _ code: String, _ name: String, under parent: String?) throws {
      places[code] = try w.openPlace(
        NewPlace(
          level: level, parent: parent.flatMap { places[$0]?.id }, code: code, nameZh: name, nameEn: name,
          phone: "0800000"))
    }
    try open(.county, county, "试验县", under: nil)
    try open(.town, town, "甲镇", under: county)
    try open(.town, otherTown, "乙镇", under: county)
    try open(.village, qinghe, "清河村", under: town)
    try open(.village, willow, "柳树村", under: town)
    try open(.community, riverside, "江边社区", under: otherTown)
    try open(.group, qinghe + "01", "一组", under: qinghe)
    try open(.group, qinghe + "02", "二组", under: qinghe)
    try open(.group, willow + "01", "一组", under: willow)
    try open(.group, riverside + "01", "一组", under: riverside)
    return places
  }

  /// The key of a village.
  func key(_ code: String = TestTown.qinghe) throws -> VillageKey {
    let place = try required(places[code])
    return VillageKey(town: try required(place.town), village: place.id)
  }

  /// The number that a statement gives.
  func count(_ sql: SQL) async throws -> Int { try await program.app.database.read { tx in try tx.count(sql) } }

  /// A person with a role at a place, signed in.
  func person(
    _ role: Role, at code: String, body: String? = nil, from: Day? = nil, until: Day? = nil
  ) async throws -> Client {
    let place = try required(places[code])
    let body = body ?? Self.body(of: role)
    let account = try await program.app.write { w in
      let day = from ?? w.now.day.adding(-30)
      let account = try w.openAccount(
        NewAccount(place: place.town ?? place.id, login: "p" + Secrets.token(bits: 60), name: "测试\(role.name.zh)"),
        roles: [NewRole(role: role, place: place.id, body: body, from: day, until: until)])
      // An account without password may do nothing but set one.
      try w.setPassword(of: account, hash: "never asked for")
      return account
    }
    return try await signedIn(account)
  }

  /// A person with several roles at one place, signed in.
  func person(_ roles: [Role], at code: String) async throws -> Client {
    let place = try required(places[code])
    let account = try await program.app.write { w in
      let from = w.now.day.adding(-30)
      let account = try w.openAccount(
        NewAccount(place: place.town ?? place.id, login: "p" + Secrets.token(bits: 60), name: "测试多职"),
        roles: roles.map { NewRole(role: $0, place: place.id, body: Self.body(of: $0), from: from) })
      try w.setPassword(of: account, hash: "never asked for")
      return account
    }
    return try await signedIn(account)
  }

  static func body(of role: Role) -> String? {
    switch role {
    case .collector: SourceKind.cadre.rawValue
    case .departmentHandler, .departmentHead: "规划建设办"
    default: nil
    }
  }

  /// A client with a session of the account.
  func signedIn(_ account: ID<Account>) async throws -> Client {
    let (token, csrf) = (Secrets.token(bits: 160), Secrets.token(bits: 80))
    let now = clock.now
    _ = try await program.app.database.write { tx in
      try tx.run(
        """
        INSERT INTO session (token, account, csrf, made_at, seen_at, address)
        VALUES (\(Secrets.sha256(token)), \(account), \(csrf), \(now), \(now), 'test')
        """)
    }
    return Client(port: port, cookies: ["session": token], csrf: csrf)
  }

  /// Somebody without an account.
  var resident: Client { Client(port: port) }

  /// A village's keeper (清单登记员).
  func keeper(_ code: String = TestTown.qinghe) async throws -> Client { try await person(.registerKeeper, at: code) }

  /// Files a concern directly; gives its id.
  func concern(
    _ text: String = "三组路口的路灯坏了,晚上看不见路", in code: String = TestTown.qinghe, name: String = "", phone: String = "",
    urgency: Urgency = .normal, sealed: Bool = false
  ) async throws -> FiledConcern {
    let key = try key(code)
    return try await program.app.write { w in
      var new = NewConcern(text: text, channel: .walkIn, receivedAt: w.now)
      (new.reporterName, new.reporterPhone, new.urgency, new.isSealed) = (name, phone, urgency, sealed)
      return try w.file(new, in: key, villageName: "清河村")
    }
  }

  /// Telephones by which nobody is taken for another.
  private static let phones = Mutex(19_900_100_000)
  private static func nextPhone() -> String {
    phones.withLock { last in
      last += 1
      return String(last)
    }
  }

  /// A matter with so many concerns of different people; gives its id.
  func matter(
    leaf: String = "CM0302", reporters: Int = 1, title: String = "三组路灯不亮", in code: String = TestTown.qinghe
  ) async throws -> ID<Matter> {
    let key = try key(code)
    let duty = try required(Catalogue.shipped.duty(leaf))
    // The village's name begins the number of the matter.
    let village = try required(places[code]).name.zh
    var matter: ID<Matter>?
    for number in 0..<reporters {
      let filed = try await concern(
        "\(title) 第\(number)位", in: code, name: "张\(number)", phone: Self.nextPhone())
      let target = matter
      matter = try await program.app.write { w in
        let part: TriagePart.Target =
          if let target { .existing(target) } else { .new(title: title, Routing(duty: duty)) }
        return try w.triage(try w.tx.concern(filed.id, in: key), into: [TriagePart(part)], villageName: village).first
      }
    }
    return try required(matter)
  }

  func row(_ id: ID<Matter>, in code: String = TestTown.qinghe) async throws -> MatterRow {
    let key = try key(code)
    return try await program.app.database.read { tx in try tx.matter(id, in: key) }
  }

  /// The chains verify and every invariant holds.
  func verify() async throws {
    let result = try await verification()
    if !result.faults.isEmpty { throw Broken(faults: result.faults) }
  }

  func verification(heads: [KnownHead] = []) async throws -> Verification {
    try await program.app.ledger.verify(
      program.app.database, entities: program.slices.flatMap(\.entities),
      invariants: program.slices.flatMap(\.invariants), heads: heads)
  }
}

/// What `verify` found when nothing should be found.
struct Broken: Error { let faults: [String] }
struct Missing: Error {}

/// The value, or an error that ends the test.
func required<T>(_ value: T?) throws -> T {
  guard let value else { throw Missing() }
  return value
}

/// A clock that tests set; it begins on a Wednesday morning in China.
final class TestClock: Sendable {
  private let state = Mutex(
    Day(year: 2026, month: 11, day: 18).map { $0.at(hour: 9, minute: 0) } ?? Instant(milliseconds: 0))
  var now: Instant { state.withLock { $0 } }
  func advance(minutes: Int) { state.withLock { $0 = $0.adding(minutes: minutes) } }
  func set(_ instant: Instant) { state.withLock { $0 = instant } }
}

extension Routing {
  init(duty: Duty) {
    self.init(
      matterClass: duty.matterClass, leaf: duty.code, lead: duty.lead, co: duty.coHandlers, path: duty.path.rawValue,
      basis: duty.basis?.zh ?? "", basisMark: duty.basisMark?.rawValue ?? "", limitDays: duty.days, urgency: .normal,
      reason: "试验")
  }
}
