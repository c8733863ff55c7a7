import Foundation
import Governance
import People
import Testing
import Values
import Web

@testable import sanshi

@Suite struct PermissionTests {
  /// A person of each role, by where they stand.
  private struct Cast: Sendable {
    let own: [Role: Client]
    let otherVillage: [Role: Client]
    let otherTown: [Role: Client]
    let otherCounty: [Role: Client]
    let ended: [Role: Client]
  }

  /// Where a role is held: nil where another village is no other place for it.
  private enum Stand { case own, otherVillage, otherTown, otherCounty }
  private func code(of role: Role, _ stand: Stand) -> String? {
    switch role {
    case .resident, .collector, .registerKeeper, .villageCommittee, .supervisor, .serviceCentre:
      [
        .own: TestTown.qinghe, .otherVillage: TestTown.willow, .otherTown: TestTown.riverside, .otherCounty: "610101",
      ][stand]
    case .groupLeader:
      [
        .own: TestTown.qinghe + "01", .otherVillage: TestTown.willow + "01", .otherTown: TestTown.riverside + "01",
        .otherCounty: "61010101",
      ][stand]
    case .departmentHandler, .departmentHead, .dutyOfficer, .disciplineReader, .townOfficer, .townLeader,
      .administrator, .auditor:
      [.own: TestTown.town, .otherTown: TestTown.otherTown, .otherCounty: "6101"][stand]
    case .countyOfficer: [.own: TestTown.county, .otherCounty: "6000"][stand]
    }
  }

  /// The town with a second county beside its own.
  private func withAnotherCounty(_ town: TestTown) async throws -> TestTown {
    let more = try await town.program.app.write { w in
      var places: [String: PlaceRow] = [:]
      let lines: [(PlaceInfo.Level, String, String?)] = [
        (.county, "6000", nil), (.town, "6101", "6000"), (.village, "610101", "6101"), (.group, "61010101", "610101"),
      ]
      for (level, code, parent) in lines {
        places[code] = try w.openPlace(
          NewPlace(
            level: level, parent: parent.flatMap { places[$0]?.id }, code: code, nameZh: "邻县\(code)", nameEn: "",
            phone: "0800000"))
      }
      return places
    }
    return TestTown(
      program: town.program, port: town.port, folder: town.folder, places: town.places.merging(more) { $1 },
      clock: town.clock)
  }

  private func cast(in town: TestTown, roles: [Role]) async throws -> Cast {
    func people(_ stand: Stand, endedYesterday: Bool = false) async throws -> [Role: Client] {
      var people: [Role: Client] = [:]
      for role in roles {
        guard let code = code(of: role, stand) else { continue }
        let yesterday = town.clock.now.day.adding(-1)
        people[role] = try await town.person(role, at: code, until: endedYesterday ? yesterday : nil)
      }
      return people
    }
    return Cast(
      own: try await people(.own), otherVillage: try await people(.otherVillage),
      otherTown: try await people(.otherTown), otherCounty: try await people(.otherCounty),
      ended: try await people(.own, endedYesterday: true))
  }

  private func status(_ client: Client, _ door: Door, _ address: String, api: Bool = false) async throws -> HTTPAnswer {
    let path = api ? "/api/v1" + address : address
    return door.method == .get ? try await client.get(path) : try await client.post(path)
  }

  private func passes(_ answer: HTTPAnswer) -> Bool {
    ![401, 403].contains(answer.status) && !answer.location.hasPrefix("/sign-in?back=")
  }

  @Test func everyRouteStandsInTheTable() async throws {
    let routes = Set(allSlices.flatMap(\.routes).map { "\($0.method.rawValue) \($0.path)" })
    let known = Set(doors.map { "\($0.method.rawValue) \($0.path)" })
    #expect(routes.subtracting(known).isEmpty, "nobody wrote down who may call these")
    #expect(known.subtracting(routes).isEmpty, "these are gone")
    #expect(known.count == doors.count)
  }

  @Test func everyRoleReachesItsOwnAddressesAlone() async throws {
    try await TestTown.run(on: .sqlite) { town in try await check(town, roles: Role.allCases) }
  }

  @Test(.enabled(if: Backend.all.contains(.postgres)))
  func theDoorIsTheSameOnPostgreSQL() async throws {
    try await TestTown.run(on: .postgres) { town in
      try await check(town, roles: [.registerKeeper, .collector, .disciplineReader, .administrator, .countyOfficer])
    }
  }

  private func check(_ home: TestTown, roles: [Role]) async throws {
    let town = try await withAnotherCounty(home)
    let concern = try await town.concern(name: "张三", phone: "19900001234").id.description
    let matter = try await town.matter().description
    let people = try await cast(in: town, roles: roles)
    let apiOnly = Set(town.program.routes.filter { $0.mount == .api }.map(\.path))
    for door in doors where door.path != "/sign-out" {
      let address = door.address(concern: concern, matter: matter)
      let isAPI = apiOnly.contains(door.path)
      for role in roles {
        let client = try required(people.own[role])
        let answer = try await status(client, door, address, api: isAPI)
        #expect(
          passes(answer) == door.expects(role), "\(role) \(door.method.rawValue) \(address): \(answer.status)")
        #expect(answer.status < 500, "\(role) \(door.method.rawValue) \(address)")
        try await checkElsewhere(role, door, address, api: isAPI, people)
      }
    }
  }

  /// Whoever passes at home is refused with the same role of another village, town or county, or one that has ended.
  private func checkElsewhere(_ role: Role, _ door: Door, _ address: String, api: Bool, _ people: Cast) async throws {
    guard door.expects(role) else { return }
    var strangers: [(String, Client?)] = []
    switch door.who {
    case .anybody, .signedIn: return
    case .roles:
      strangers = [
        ("other village", people.otherVillage[role]), ("other town", people.otherTown[role]),
        ("other county", people.otherCounty[role]),
      ]
    case .wherever: break
    }
    for (what, client) in strangers + [("ended", people.ended[role])] {
      guard let client else { continue }
      let answer = try await status(client, door, address, api: api)
      #expect(answer.status == 403, "\(role) (\(what)) \(door.method.rawValue) \(address): \(answer.status)")
    }
  }

  @Test(arguments: Backend.all) func nobodyIsLedToTheSignInPageOrToldToSignIn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let concern = try await town.concern().id.description
      let matter = try await town.matter().description
      for door in doors {
        let address = door.address(concern: concern, matter: matter)
        let mount = try required(
          town.program.routes.first { $0.path == door.path && $0.method == door.method }?.mount)
        if mount != .api {
          let page = try await status(town.resident, door, address)
          if case .anybody = door.who {
            #expect(passes(page), "\(door.method.rawValue) \(address): \(page.status)")
          } else {
            #expect(page.status == 303 && page.location.hasPrefix("/sign-in?back="), "\(address): \(page.status)")
          }
        }
        if mount != .page {
          let answer = try await status(town.resident, door, address, api: true)
          if case .anybody = door.who {
            #expect(passes(answer), "\(door.method.rawValue) \(address): \(answer.status)")
          } else {
            #expect(answer.status == 401, "\(door.method.rawValue) /api/v1\(address): \(answer.status)")
          }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func aGroupsCollectorEntersWithItsKindAndSeesItsOwn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let collector = try await town.person(.collector, at: TestTown.qinghe + "02", body: SourceKind.police.rawValue)
      _ = try await town.concern("别人录的事")
      let entered = try await collector.api(
        "/v/\(TestTown.qinghe)/concerns", ["text": "晒场的灯坏了", "channel": "homeVisit", "source_kind": "resident"])
      #expect(entered.status == 201, "\(entered.text)")
      let mine = try await collector.get("/api/v1/v/\(TestTown.qinghe)/mine")
      #expect(mine.items.compactMap { $0["words"] as? String } == ["晒场的灯坏了"])
      let kinds = try await town.program.app.database.read { tx in
        try tx.rows("SELECT source_kind FROM concern WHERE text = '晒场的灯坏了'").map { try $0.text("source_kind") }
      }
      #expect(kinds == [SourceKind.police.rawValue])
    }
  }
}

extension Door {
  /// Whether the role is expected to pass at its own place.
  func expects(_ role: Role) -> Bool {
    switch who {
    case .anybody, .signedIn: true
    case .roles(let roles), .wherever(let roles): roles.contains(role)
    }
  }
}
