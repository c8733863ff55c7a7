import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import sanshi

/// What holds for every write: the token of the session, where it comes from, keys, versions.
@Suite struct RequestTests {
  private var v: String { "/v/\(TestTown.qinghe)" }
  private var entry: [String: Any] { ["text": "桥栏杆断了", "channel": "walkIn"] }

  private func concerns(_ town: TestTown) async throws -> Int {
    try await town.count("SELECT COUNT(*) AS n FROM concern")
  }

  // MARK: Keys

  @Test(arguments: Backend.all) func theSameKeyGivesTheFirstAnswerAgain(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, other) = try await (town.keeper(), town.keeper())
      let key = ["Idempotency-Key": "abc-1"]
      let first = try await keeper.api("\(v)/concerns", entry, headers: key)
      let again = try await keeper.api("\(v)/concerns", entry, headers: key)
      #expect(first.status == 201 && again.status == 201)
      #expect(first.text == again.text)
      #expect(try await concerns(town) == 1)
      // Another content under the key is an error; another person's key is another key.
      let changed = try await keeper.api("\(v)/concerns", ["text": "别的事", "channel": "walkIn"], headers: key)
      #expect(changed.status == 422 && changed.text.contains("Idempotency-Key"), "\(changed.text)")
      #expect(try await other.api("\(v)/concerns", entry, headers: key).status == 201)
      #expect(try await concerns(town) == 2)
    }
  }

  @Test(arguments: Backend.all) func aDoubleClickIsOneConcern(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let fields = [("text", "桥栏杆断了"), ("channel", "walkIn"), ("form_key", "k1")]
      let answers = try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
        for _ in 0..<6 { group.addTask { try await keeper.post("\(v)/concerns", fields) } }
        return try await group.reduce(into: [HTTPAnswer]()) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.status == 303 })
      #expect(Set(answers.map(\.location)).count == 1)
      #expect(try await concerns(town) == 1)
    }
  }

  // MARK: Versions

  @Test(arguments: Backend.all) func aProgramNamesTheVersionItSaw(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, matter) = try await (town.keeper(), town.matter())
      let tag = try required(try await keeper.get("/api/v1\(v)/matters/\(matter)").headers["etag"])
      let one = try await keeper.api("\(v)/matters/\(matter)/progress", ["text": "去看了"], headers: ["If-Match": tag])
      #expect(one.status == 200, "\(one.text)")
      let stale = try await keeper.api(
        "\(v)/matters/\(matter)/progress", ["text": "又去看了"], headers: ["If-Match": tag])
      #expect(stale.status == 412, "\(stale.text)")
      #expect(stale.headers["content-type"] == "application/problem+json")
      let fresh = try required(try await keeper.get("/api/v1\(v)/matters/\(matter)").headers["etag"])
      #expect(fresh != tag)
      let other = try await keeper.api(
        "\(v)/matters/\(matter)/progress", ["text": "又去看了"], headers: ["If-Match": fresh])
      #expect(other.status == 200)
    }
  }

  @Test(arguments: Backend.all) func listsHaveATagOfTheirContent(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      _ = try await town.concern("第一件")
      let path = "/api/v1\(v)/concerns"
      let (first, again) = try await (keeper.get(path), keeper.get(path))
      let tag = try required(first.headers["etag"])
      #expect(again.headers["etag"] == tag)
      let unchanged = try await keeper.get(path, headers: ["If-None-Match": tag])
      #expect(unchanged.status == 304 && unchanged.body.isEmpty, "\(unchanged.status)")
      _ = try await town.concern("第二件")
      let changed = try await keeper.get(path, headers: ["If-None-Match": tag])
      #expect(changed.status == 200 && changed.headers["etag"] != tag)
    }
  }

  // MARK: Where it comes from

  @Test(arguments: Backend.all) func aWriteWithoutTheSessionsTokenIsRefused(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let thief = keeper.withToken("wrong")
      let page = try await thief.post("\(v)/concerns", [("text", "桥栏杆断了"), ("channel", "walkIn")])
      #expect(page.status == 422 && page.text.contains("桥栏杆断了"), "the form comes back filled")
      #expect(try await thief.api("\(v)/concerns", entry).status == 422)
      #expect(try await keeper.withToken("").api("\(v)/concerns", entry).status == 422)
      #expect(try await concerns(town) == 0)
    }
  }

  @Test(arguments: Backend.all) func aWriteFromAnotherSiteIsRefused(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let foreign = [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"]]
      for headers in foreign {
        let answer = try await keeper.api("\(v)/concerns", entry, headers: headers)
        #expect(answer.status == 403, "\(headers)")
        let report = try await town.resident.api(
          "\(v)/report", ["text": "路灯坏了", "confirmed": "1"], headers: headers)
        #expect(report.status == 403, "\(headers)")
      }
      #expect(try await concerns(town) == 0)
      let own = ["Origin": "http://127.0.0.1:\(town.port)", "Sec-Fetch-Site": "same-origin"]
      #expect(try await keeper.api("\(v)/concerns", entry, headers: own).status == 201)
    }
  }

  @Test(arguments: Backend.all) func aTokenOfTheAPINeedsNoFormAndMayNoMoreThanItWasGiven(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let until = town.clock.now.day.adding(30).iso
      let made = try await keeper.post(
        "/account/tokens", [("name", "登记小程序"), ("capabilities", "enter_concern"), ("until", until)])
      let secret = try required(made.text.firstMatch(of: /sanshi_[0-9a-z]+/)).output
      let program = Client(port: town.port, bearer: String(secret))
      #expect(try await program.api("\(v)/concerns", entry).status == 201)
      #expect(try await program.get("/api/v1\(v)/concerns").status == 403, "it was not given read_concerns")
      #expect(try await program.post("/account/password", [("password", "new")]).status == 403)
      town.clock.advance(minutes: 32 * 1440)
      #expect(try await program.api("\(v)/concerns", entry).status == 401)
      #expect(try await Client(port: town.port, bearer: "sanshi_none").api("\(v)/concerns", entry).status == 401)
    }
  }

  @Test(arguments: Backend.all) func everyAnswerBearsTheHeadersOfSafety(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      for path in ["/", v, "/sign-in", "/nowhere", "/api/v1\(v)", "/assets/css/all.css"] {
        let headers = try await town.resident.get(path).headers
        let policy = headers["content-security-policy"] ?? ""
        #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "\(path)")
        #expect(headers["x-content-type-options"] == "nosniff" && headers["x-frame-options"] == "DENY", "\(path)")
      }
    }
  }
}
