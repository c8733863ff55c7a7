import Foundation
import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Matters
@testable import sanshi

/// Key matters are marked by people with a reason; hard ones show by themselves.
@Suite struct KeyMatterTests {
  private func address(_ matter: ID<Matter>, _ end: String = "") -> String {
    "/v/\(TestTown.qinghe)/matters/\(matter)/key-mark\(end)"
  }

  private func listed(_ list: String, as client: Client) async throws -> [(id: String, reasons: [String])] {
    let answer = try await client.get("/api/v1/v/\(TestTown.qinghe)/hot")
    return try required(answer.json[list] as? [[String: Any]]).map { row in
      let matter = try required(row["matter"] as? [String: Any])
      let reasons = try required(row["reasons"] as? [[String: Any]]).compactMap { $0["zh"] as? String }
      return (try required(matter["id"] as? String), reasons)
    }
  }

  @Test(arguments: Backend.all) func aMatterIsMarkedAndUnmarkedWithReasons(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let lamp = try await town.matter()
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      for bad in ["", "打 19912345678", String(repeating: "长", count: 201)] {
        let answer = try await committee.post(address(lamp), [("reason", bad)])
        #expect(answer.status == 422 && answer.text.components(separatedBy: "class=\"error-summary\"").count == 2)
      }
      #expect(try await town.keeper().post(address(lamp), [("reason", "要紧")]).status == 403)
      #expect(try await committee.post(address(lamp, "/end"), [("reason", "要紧")]).status == 409)
      let marked = try await committee.post(address(lamp), [("reason", "汛期前要修好")])
      #expect(marked.status == 303, "\(marked.text.prefix(300))")
      #expect(try await committee.post(address(lamp), [("reason", "再来一次")]).status == 409)
      #expect(try await listed("key", as: committee).map(\.reasons) == [["汛期前要修好"]])
      let page = try await committee.get("/v/\(TestTown.qinghe)/matters/\(lamp)")
      for words in ["汛期前要修好", "列为重点", "取消重点"] { #expect(page.text.contains(words), "\(words)") }
      let list = try await committee.get("/v/\(TestTown.qinghe)/hot?show=key")
      #expect(list.text.contains("汛期前要修好"))
      let ended = try await committee.post(address(lamp, "/end"), [("reason", "已经修好")])
      #expect(ended.status == 303, "\(ended.text.prefix(300))")
      #expect(try await listed("key", as: committee).isEmpty)
      #expect(try await committee.get("/v/\(TestTown.qinghe)/matters/\(lamp)").text.contains("已经修好"))
      #expect(try await committee.post(address(lamp), [("reason", "又坏了")]).status == 303)
    }
  }

  @Test(arguments: Backend.all) func whatTheTownMarkedTheVillageCannotEnd(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let lamp = try await town.matter()
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      let leader = try await town.person(.townLeader, at: TestTown.town)
      #expect(try await leader.post(address(lamp), [("reason", "镇里督办")]).status == 303)
      let refused = try await committee.post(address(lamp, "/end"), [("reason", "不用了")])
      #expect(refused.status == 409 && refused.text.contains("由镇里取消"), "\(refused.status)")
      #expect(try await leader.post(address(lamp, "/end"), [("reason", "办好了")]).status == 303)
      let events = try await town.program.app.database.read { tx in
        try tx.rows("SELECT kind FROM event WHERE kind LIKE 'matter_%key' ORDER BY seq").map { try $0.text("kind") }
      }
      #expect(events == ["matter_marked_key", "matter_unmarked_key"])
    }
  }

  @Test(arguments: Backend.all) func theMarkGoesWithAMerge(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (kept, merged) = (try await town.matter(), try await town.matter())
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      #expect(try await committee.post(address(merged), [("reason", "要紧")]).status == 303)
      let keeper = try await town.keeper()
      let answer = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(kept)/merges", [("merged", merged.description), ("reason", "同一件")])
      #expect(answer.status == 303, "\(answer.text.prefix(300))")
      #expect(try await listed("key", as: committee).map(\.id) == [kept.description])
      #expect(try await committee.post(address(merged, "/end"), [("reason", "并了")]).status == 409)
      #expect(try await committee.post(address(kept), [("reason", "再列")]).status == 409)
      #expect(try await committee.post(address(kept, "/end"), [("reason", "办好了")]).status == 303)
      #expect(try await listed("key", as: committee).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func whatIsLateReopenedOrHandedOnTwiceIsHard(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let key = try town.key()
      let (plain, reopened, moved) = (try await town.matter(), try await town.matter(), try await town.matter())
      let keeper = try await town.keeper()
      #expect(try await listed("hard", as: keeper).isEmpty)
      try await town.program.app.write { w in
        try w.enter(.close("修好了", withdrawn: false), on: reopened, in: key)
        try w.enter(.reopen("又坏了"), on: reopened, in: key)
        var routing = try w.tx.matter(moved, in: key).routing
        for lead in ["规划建设办", "村（居）委会"] {
          routing.lead = lead
          try w.reclassify(moved, to: routing, in: key)
        }
      }
      var hard = try await listed("hard", as: keeper)
      #expect(Set(hard.map(\.id)) == [reopened.description, moved.description])
      #expect(Set(hard.flatMap(\.reasons)) == ["办结后又重新办理 1 次", "换过 2 次责任主体"])
      let page = try await keeper.get("/v/\(TestTown.qinghe)/matters/\(reopened)")
      #expect(page.text.contains("难点") && page.text.contains("办结后又重新办理 1 次"))

      town.clock.advance(minutes: 60 * 24 * 90)
      // The session has run out meanwhile.
      let later = try await town.keeper()
      hard = try await listed("hard", as: later)
      #expect(hard.count == 3 && hard.last?.id == plain.description)
      #expect(hard.allSatisfy { $0.reasons.first?.contains("超期") == true })
      try await town.program.app.write { w in
        try w.enter(.close("都好了", withdrawn: false), on: plain, in: key)
      }
      #expect(try await listed("hard", as: later).count == 2)
    }
  }
}
