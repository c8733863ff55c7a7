import Foundation
import Governance
import Matters
import Testing
import Values
import Web

@testable import sanshi

@Suite struct SplitTests {
  private var v: String { "/v/\(TestTown.qinghe)" }
  private let first = "养鸡场的粪水流到我家菜地里,很臭"
  private let second = "村口小桥的栏杆断了一截"

  private func fields() -> [(String, String)] {
    [
      ("parts", "2"), ("leaf", "GM0204"), ("title", "养鸡场粪水"), ("words", first), ("reason", "粪水污染"),
      ("leaf_2", "CM0302"), ("title_2", "小桥栏杆"), ("words_2", second), ("reason_2", "村内桥"),
    ]
  }

  @Test(arguments: Backend.all) func eachPartKeepsItsSentences(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await town.concern("\(first)。\(second)。", name: "张三", phone: "19900001234")
      let keeper = try await town.keeper()
      let answer = try await keeper.post("\(v)/concerns/\(filed.id)/triage", fields())
      #expect(answer.status == 303, "\(answer.text.suffix(2000))")
      let parts = try await town.program.app.database.read { tx in
        try tx.rows(
          """
          SELECT mc.part AS part, m.class AS class, m.title AS title FROM matter_concern mc
          JOIN matter m ON m.id = mc.matter WHERE mc.concern = \(filed.id) ORDER BY m.class DESC
          """
        ).map { [try $0.text("part"), try $0.text("class"), try $0.text("title")] }
      }
      #expect(parts == [[first, "government", "养鸡场粪水"], [second, "community", "小桥栏杆"]])
      // The reporter follows both by one link.
      let own = try await town.resident.get("/r/\(filed.token)")
      #expect(own.text.contains(first) && own.text.contains(second))
      let json = try await town.resident.get("/api/v1/r/\(filed.token)").json
      #expect(
        (json["matters"] as? [[String: Any]])?.compactMap { $0["class"] as? String }.sorted() == [
          "community", "government",
        ])
      // Each stands in the register of its class, with the one reporter.
      for name in ["government", "community"] {
        #expect(try await keeper.get("/api/v1\(v)/registers/\(name)").items.count == 1)
      }
    }
  }

  @Test(arguments: Backend.all) func aPartWithoutWordsIsRefusedAndNothingIsLost(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await town.concern("\(first)。\(second)。")
      let keeper = try await town.keeper()
      let sent = fields().map { $0.0 == "words_2" ? ("words_2", "") : $0 }
      let answer = try await keeper.post("\(v)/concerns/\(filed.id)/triage", sent)
      #expect(answer.status == 422 && answer.text.contains("小桥栏杆") && answer.text.contains("养鸡场粪水"))
      let matters = try await town.count("SELECT COUNT(*) AS n FROM matter")
      #expect(matters == 0)
    }
  }

  @Test(arguments: Backend.all) func aSortedConcernMayBeSplitLater(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await town.concern("\(first)。\(second)。")
      let keeper = try await town.keeper()
      let one = try await keeper.post(
        "\(v)/concerns/\(filed.id)/triage", [("leaf", "GM0204"), ("title", "养鸡场粪水"), ("reason", "粪水污染")])
      #expect(one.status == 303, "\(one.text.suffix(1500))")
      let two = try await keeper.post(
        "\(v)/concerns/\(filed.id)/triage",
        [("leaf", "CM0302"), ("title", "小桥栏杆"), ("words", second), ("reason", "村内桥")])
      #expect(two.status == 303, "\(two.text.suffix(1500))")
      let json = try await town.resident.get("/api/v1/r/\(filed.token)").json
      #expect((json["matters"] as? [[String: Any]])?.count == 2)
    }
  }
}
