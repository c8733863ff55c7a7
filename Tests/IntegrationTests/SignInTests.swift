import Foundation
import Governance
import Store
import Testing
import Values
import Web

@testable import People
@testable import sanshi

@Suite struct SignInTests {
  private static let password = "correct horse 电池 77"

  private func account(
    _ town: TestTown, login: String, password: String? = SignInTests.password, isDemonstration: Bool = false
  ) async throws -> ID<Account> {
    let place = try required(town.places[TestTown.qinghe])
    let hash = try password.map { try Secrets.passwordHash($0) }
    return try await town.program.app.write { w in
      let account = try w.openAccount(
        NewAccount(
          place: try required(place.town), login: login, name: "测试", isDemonstration: isDemonstration),
        roles: [NewRole(role: .registerKeeper, place: place.id, from: w.now.day)])
      if let hash { try w.setPassword(of: account, hash: hash) }
      return account
    }
  }

  private func signIn(_ client: Client, _ login: String, _ password: String, back: String = "") async throws
    -> HTTPAnswer
  { try await client.post("/sign-in", [("login", login), ("password", password), ("back", back)]) }

  private func isIn(_ client: Client) async throws -> Bool { try await client.get("/home").status == 200 }

  @Test(arguments: Backend.all) func aRightPasswordSignsInAndSigningOutEndsIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await account(town, login: "keeper1")
      let client = Client(port: town.port)
      let wrong = try await signIn(client, "keeper1", "nonsense")
      #expect(wrong.status == 422 && wrong.text.contains("keeper1"))
      #expect(try await !isIn(client))
      let right = try await signIn(client, "Keeper1", Self.password, back: "/v/\(TestTown.qinghe)/matters")
      #expect(right.status == 303 && right.location == "/v/\(TestTown.qinghe)/matters")
      let cookie = right.headers["set-cookie"] ?? ""
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "\(cookie)")
      #expect(try await isIn(client))
      let csrf = try required(try await client.get("/account").text.firstMatch(of: /name="csrf" value="([^"]+)"/))
      #expect(try await client.post("/sign-out", [("csrf", String(csrf.output.1))]).status == 303)
      #expect(try await !isIn(client))
    }
  }

  @Test(arguments: Backend.all, ["//evil.example", "https://evil.example", "/\\evil.example"])
  func theWayBackLeadsToNoOtherHost(on backend: Backend, back: String) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await account(town, login: "keeper1")
      let answer = try await signIn(Client(port: town.port), "keeper1", Self.password, back: back)
      #expect(answer.status == 303 && answer.location == "/home")
    }
  }

  @Test(arguments: Backend.all) func theEighthFailureLocksForAQuarterOfAnHour(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await account(town, login: "keeper1")
      _ = try await account(town, login: "keeper2")
      for number in 1...8 {
        #expect(try await signIn(Client(port: town.port), "keeper1", "wrong \(number)").status == 422)
      }
      let client = Client(port: town.port)
      #expect(try await signIn(client, "keeper1", Self.password).status == 422)
      #expect(try await !isIn(client))
      // Somebody else at the same address is not locked out.
      #expect(try await signIn(Client(port: town.port), "keeper2", Self.password).status == 303)
      town.clock.advance(minutes: 16)
      #expect(try await signIn(client, "keeper1", Self.password).status == 303)
      #expect(try await isIn(client))
    }
  }

  @Test(arguments: Backend.all) func anUnknownLoginIsAnsweredLikeAKnownOne(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await account(town, login: "keeper1")
      var said: [[String]] = [[], []]
      for _ in 1...9 {
        for (index, login) in ["keeper1", "nobody1"].enumerated() {
          let answer = try await signIn(Client(port: town.port), login, "wrong")
          let words = [SignInStrings.wrong, SignInStrings.locked].map { answer.text.contains($0.zh) }
          said[index].append("\(answer.status) \(words)")
        }
      }
      #expect(said[0] == said[1])
      #expect(Set(said[0]).count == 2, "wrong, then locked: \(said[0])")
    }
  }

  @Test(arguments: Backend.all) func aPaperCodeOpensOnceAndLeadsToAPassword(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let id = try await account(town, login: "keeper1", password: nil)
      let code = try PaperCode()
      try await town.program.app.write { w in try w.issuePaperCode(to: id, hash: code.hash) }
      let client = Client(port: town.port)
      // As people type it.
      let typed = code.shown.uppercased().replacingOccurrences(of: "-", with: " ")
      let used = try await signIn(client, "keeper1", typed)
      #expect(used.status == 303 && used.location == "/account")
      // Until a password is set there is nothing else to do.
      #expect(try await client.get("/v/\(TestTown.qinghe)/matters").status == 403)
      let csrf = try required(try await client.get("/account").text.firstMatch(of: /name="csrf" value="([^"]+)"/))
      let set = try await client.post(
        "/account/password",
        [("csrf", String(csrf.output.1)), ("password", Self.password), ("again", Self.password)])
      #expect(set.status == 303, "\(set.text.suffix(800))")
      #expect(try await client.get("/v/\(TestTown.qinghe)/matters").status == 200)
      #expect(try await signIn(Client(port: town.port), "keeper1", code.shown).status == 422, "used once")
      #expect(try await signIn(Client(port: town.port), "keeper1", Self.password).status == 303)
    }
  }

  @Test(arguments: Backend.all) func aPaperCodeRunsOut(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let id = try await account(town, login: "keeper1", password: nil)
      let code = try PaperCode()
      try await town.program.app.write { w in try w.issuePaperCode(to: id, hash: code.hash) }
      town.clock.advance(minutes: 7 * 1440 + 1)
      #expect(try await signIn(Client(port: town.port), "keeper1", code.shown).status == 422)
    }
  }

  @Test(arguments: Backend.all) func aDemonstrationAccountIsRefusedWhereOthersCanReachIt(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend, isLoopback: false) { town in
      let id = try await account(town, login: "demo1", isDemonstration: true)
      _ = try await account(town, login: "keeper1")
      let refused = try await signIn(Client(port: town.port), "demo1", Self.password)
      #expect(refused.status == 409, "\(refused.status)")
      #expect(try await !isIn(try await town.signedIn(id)), "a session from before does not help")
      #expect(try await signIn(Client(port: town.port), "keeper1", Self.password).status == 303)
    }
    try await TestTown.run(on: backend) { town in
      _ = try await account(town, login: "demo1", isDemonstration: true)
      #expect(try await signIn(Client(port: town.port), "demo1", Self.password).status == 303)
    }
  }

  @Test(arguments: Backend.all) func aSessionEndsWhenIdleAndAfterAWeek(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (idle, busy) = try await (town.keeper(), town.keeper())
      for _ in 1...3 {
        town.clock.advance(minutes: 4 * 60)
        #expect(try await isIn(busy))
      }
      #expect(try await !isIn(idle))
      for _ in 1...42 {
        town.clock.advance(minutes: 4 * 60)
        _ = try await isIn(busy)
      }
      #expect(try await !isIn(busy))
    }
  }

  @Test(arguments: Backend.all) func aNewPasswordEndsTheOtherSessions(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let id = try await account(town, login: "keeper1")
      let (here, elsewhere) = try await (town.signedIn(id), town.signedIn(id))
      let new = "another 好长的密码 88"
      let changed = try await here.post(
        "/account/password", [("old", Self.password), ("password", new), ("again", new)])
      #expect(changed.status == 303, "\(changed.text.suffix(800))")
      #expect(try await isIn(here))
      #expect(try await !isIn(elsewhere))
    }
  }
}
