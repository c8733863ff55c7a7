import Foundation
import Testing
import Values
import Web

@testable import sanshi

@Suite struct RateLimitTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  /// A browser that has been here before: it keeps its cookie.
  private func device(_ town: TestTown) async throws -> Client {
    let client = Client(port: town.port)
    _ = try await client.get("\(v)/report")
    return client
  }

  @Test(arguments: Backend.all) func oneDeviceIsSlowedDownAndKeepsItsWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let client = try await device(town)
      var statuses: [Int] = []
      for number in 1...11 {
        let answer = try await client.post("\(v)/report", [("text", "第\(number)件:路灯坏了"), ("confirmed", "1")])
        statuses.append(answer.status)
        if answer.status == 429 { #expect(answer.text.contains("第\(number)件:路灯坏了"), "what was typed is lost") }
      }
      #expect(statuses.prefix(10).allSatisfy { $0 == 303 } && statuses.last == 429, "\(statuses)")
      let program = try await client.api("\(v)/report", ["text": "路灯坏了", "confirmed": "1"])
      #expect(program.status == 429 && program.headers["content-type"] == "application/problem+json")
      // It may again when time has passed.
      town.clock.advance(minutes: 61)
      #expect(try await client.post("\(v)/report", [("text", "路灯坏了"), ("confirmed", "1")]).status == 303)
    }
  }

  @Test(arguments: Backend.all) func fiftyDevicesBehindOneAddressAreNotLockedOut(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      for number in 1...50 {
        let client = try await device(town)
        for _ in 1...2 {
          let answer = try await client.api("\(v)/report", ["text": "第\(number)家停水了", "confirmed": "1"])
          #expect(answer.status == 201, "device \(number): \(answer.status)")
        }
      }
    }
  }

  @Test(arguments: Backend.all) func guessingTheTailOfATelephoneIsSlow(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await town.concern(phone: "19900001234")
      var statuses: [Int] = []
      // Each guess from a fresh browser: the number itself is limited.
      for tail in 0..<7 {
        let fields = [("number", filed.number), ("phone_tail", String(format: "%04d", tail))]
        statuses.append(try await town.resident.post("/lookup", fields).status)
      }
      #expect(statuses == [422, 422, 422, 422, 422, 429, 429])
      town.clock.advance(minutes: 61)
      let right = try await town.resident.post("/lookup", [("number", filed.number), ("phone_tail", "1234")])
      #expect(right.status == 200)
      // The state and nothing else.
      #expect(!right.text.contains("路灯") && !right.text.contains("/r/"))
    }
  }

  @Test(arguments: Backend.all) func joiningIsCountedOnceADeviceAndLimited(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (matter, key) = (try await town.matter(), try town.key())
      try await town.program.app.write { w in
        try w.release(matter, title: "三组路灯不亮", place: "三组", isPublic: true, in: key)
      }
      let client = try await device(town)
      for _ in 1...3 { _ = try await client.post("\(v)/matters/\(matter)/joins") }
      #expect(try await town.row(matter).joins == 1)
      #expect(try await town.row(matter).reporters == 1, "a tap is no reporter")
      var statuses: [Int] = []
      for _ in 1...7 { statuses.append(try await town.resident.post("\(v)/matters/\(matter)/joins").status) }
      #expect(statuses.contains(429), "programs without cookies are few a day: \(statuses)")
    }
  }
}
