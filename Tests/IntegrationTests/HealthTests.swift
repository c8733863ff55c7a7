import Foundation
import Matters
import Testing
import Values
import Web

@testable import sanshi

@Suite struct HealthTests {
  private func waiting(_ town: TestTown) async throws -> Int {
    let answer = try await town.resident.get("/health")
    #expect(answer.status == 200 && answer.json["status"] as? String == "ok", "\(answer.text)")
    let known: Set = ["status", "database", "disk_free_mb", "oldest_waiting_seconds"]
    #expect(Set(answer.json.keys) == known, "no town is named")
    let metrics = try await town.resident.get("/metrics").text
    let seconds = try required(answer.json["oldest_waiting_seconds"] as? Int)
    #expect(metrics.contains("sanshi_oldest_waiting_seconds \(seconds)\n"), "\(metrics)")
    return seconds
  }

  private func tell(_ town: TestTown, _ concern: ID<Concern>, in code: String, key name: String, calls: Bool)
    async throws
  {
    let key = try town.key(code)
    try await town.program.app.write { w in
      try w.tell(
        concern, town: key.town, village: key.village, key: name, Text(same: "已办"),
        call: calls ? Text(same: "请告诉他已办") : nil)
    }
  }

  @Test(arguments: Backend.all) func healthTellsHowLongTheOldestCallWaits(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      #expect(try await waiting(town) == 0)
      let concern = try await town.concern(phone: "19900001234").id
      try await tell(town, concern, in: TestTown.qinghe, key: "answered", calls: false)
      town.clock.advance(minutes: 3)
      #expect(try await waiting(town) == 0, "what stands on the tracking page alone waits for nobody")
      try await tell(town, concern, in: TestTown.qinghe, key: "answered", calls: true)
      town.clock.advance(minutes: 2)
      let other = try await town.concern(in: TestTown.riverside, phone: "19900001235").id
      try await tell(town, other, in: TestTown.riverside, key: "answered", calls: true)
      town.clock.advance(minutes: 5)
      #expect(try await waiting(town) == 7 * 60)
      // Called: the other village's is the oldest now.
      let keeper = try await town.keeper()
      let line = try required(try await keeper.get("/api/v1/v/\(TestTown.qinghe)/calls").items.first?["id"])
      #expect(try await keeper.post("/v/\(TestTown.qinghe)/calls/\(line)").status == 303)
      #expect(try await waiting(town) == 5 * 60)
      // What no call list shows any more waits for nobody.
      try await tell(town, other, in: TestTown.riverside, key: "notTakenUp", calls: true)
      try await town.program.app.database.write { tx in
        _ = try tx.run("UPDATE outbox SET called_at = made_at WHERE key = 'answered'")
      }
      #expect(try await waiting(town) == 0)
    }
  }
}
