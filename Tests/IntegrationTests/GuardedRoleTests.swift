import Foundation
import Governance
import People
import Store
import Testing
import Values
import Web

@testable import sanshi

/// Nobody lets himself read what is sealed: the administrator proposes, a second person confirms (decision 0021).
@Suite struct GuardedRoleTests {
  private let admin = "/admin/\(TestTown.town)"

  /// An account of the town with these roles, and a client of it.
  private func account(
    _ roles: [(Role, String)], in town: TestTown
  ) async throws -> (id: ID<Account>, client: Client) {
    let home = try required(town.places[TestTown.town])
    let places = try roles.map { ($0.0, try required(town.places[$0.1]).id) }
    let id = try await town.program.app.write { w in
      let id = try w.openAccount(
        NewAccount(place: home.id, login: "g" + Secrets.token(bits: 60), name: "李某"),
        roles: places.map { NewRole(role: $0.0, place: $0.1, from: w.now.day.adding(-1)) })
      try w.setPassword(of: id, hash: "never asked for")
      return id
    }
    return (id, try await town.signedIn(id))
  }

  private func give(
    _ role: Role, to id: ID<Account>, by client: Client, at place: String = TestTown.town
  ) async throws -> HTTPAnswer {
    try await client.api("\(admin)/accounts/\(id)/roles", ["role": role.rawValue, "place": place])
  }

  @Test(arguments: Backend.all, [Role.disciplineReader, .auditor])
  func theAdministratorIsNeverHisOwnReader(on backend: Backend, role: Role) async throws {
    try await TestTown.run(on: backend) { town in
      let (id, client) = try await account([(.administrator, TestTown.town)], in: town)
      let answer = try await give(role, to: id, by: client)
      #expect(answer.status == 422 && answer.text.contains("role"), "\(answer.text)")
      #expect(try await client.get("/t/\(TestTown.town)/sealed").status == 403)
    }
  }

  @Test(arguments: Backend.all)
  func villageAccountsAreNoReadersAndReadersNoVillageAccounts(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let administrator = try await town.person(.administrator, at: TestTown.town)
      let (keeper, _) = try await account([(.registerKeeper, TestTown.qinghe)], in: town)
      #expect(try await give(.disciplineReader, to: keeper, by: administrator).status == 422)
      let (reader, _) = try await account([(.disciplineReader, TestTown.town)], in: town)
      for (role, place) in [(Role.registerKeeper, TestTown.qinghe), (.administrator, TestTown.town)] {
        let answer = try await give(role, to: reader, by: administrator, at: place)
        #expect(answer.status == 422, "\(role): \(answer.text)")
      }
      // Not by a list either.
      let list = try await administrator.post(
        "\(admin)/account-list",
        [("lines", "both.roles,王某,,登记人,\(TestTown.qinghe)\nboth.roles,王某,,纪检收件人,\(TestTown.town)")])
      #expect(list.status == 422)
    }
  }

  @Test(arguments: Backend.all) func theTownLeaderConfirms(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await town.concern("村主任贪污", sealed: true)
      let administrator = try await town.person(.administrator, at: TestTown.town)
      let leader = try await town.person(.townLeader, at: TestTown.town)
      let before = try await town.person(.disciplineReader, at: TestTown.town)
      let (id, client) = try await account([], in: town)
      let answer = try await give(.disciplineReader, to: id, by: administrator)
      #expect(answer.status == 201 && answer.json["awaits_confirmation"] as? Bool == true, "\(answer.text)")
      #expect(try await client.get("/t/\(TestTown.town)/sealed").status == 403, "it does not hold yet")
      #expect(try await give(.disciplineReader, to: id, by: administrator).status == 422, "proposed once")
      let desk = try await leader.get("/api/v1/home").json["items"] as? [[String: Any]] ?? []
      let item = try required(desk.first { $0["kind"] as? String == "roleProposed" })
      let proposal = try required(item["id"] as? String)
      let decision = "\(admin)/role-proposals/\(proposal)/decision"
      #expect(try await administrator.api(decision, ["decision": "confirm"]).status == 403)
      #expect(try await leader.api(decision, ["decision": "perhaps"]).status == 422)
      let confirmed = try await leader.api(decision, ["decision": "confirm"])
      #expect(confirmed.status == 200 && confirmed.json["state"] as? String == "confirmed", "\(confirmed.text)")
      #expect(try await client.get("/t/\(TestTown.town)/sealed").status == 200)
      // Those who read before are told.
      let told = try await before.get("/api/v1/home").json["items"] as? [[String: Any]] ?? []
      #expect(told.contains { $0["kind"] as? String == "newReader" }, "\(told)")
      let kinds = try await town.program.app.database.read { tx in
        try tx.rows("SELECT kind FROM event WHERE subject = 'role_proposal' ORDER BY seq").map { try $0.text("kind") }
      }
      #expect(kinds == ["roleProposed", "roleConfirmed"])
      #expect(try await leader.api(decision, ["decision": "confirm"]).status == 409)
    }
  }

  @Test(arguments: Backend.all) func nobodyConfirmsWhatHeProposedOrWouldGet(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (own, both) = try await account([(.administrator, TestTown.town), (.townLeader, TestTown.town)], in: town)
      let (id, _) = try await account([(.townLeader, TestTown.town)], in: town)
      #expect(try await give(.auditor, to: own, by: both).status == 422)
      _ = try await give(.auditor, to: id, by: both)
      let proposals = try await both.get("/api/v1\(admin)/role-proposals").items
      let decision = "\(admin)/role-proposals/\(try required(proposals.first?["id"] as? String))/decision"
      for client in [both, try await town.signedIn(id)] {
        #expect(try await client.api(decision, ["decision": "confirm"]).status == 409)
      }
      let declined = try await town.person(.countyOfficer, at: TestTown.county).api(decision, ["decision": "decline"])
      #expect(declined.json["state"] as? String == "declined", "\(declined.text)")
      #expect(try await both.get("\(admin)/role-proposals").status == 200)
    }
  }
}
