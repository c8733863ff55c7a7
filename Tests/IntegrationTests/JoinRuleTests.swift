import Foundation
import Governance
import Matters
import Testing
import Values

@testable import sanshi

/// A concern joins a matter that is there only where two such matters might be merged (codebook §7).
@Suite struct JoinRuleTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  @Test(arguments: Backend.all, ["GM0505", "GM0701", "GM1001", "GM1002"])
  func nobodyElsesConcernJoinsAMatterThatStaysAlone(on backend: Backend, leaf: String) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(leaf: leaf, title: "他家的那件事")
      let row = try await town.row(matter)
      let keeper = try await town.keeper()
      let filed = try await town.concern("他家的那件事，我家也是", name: "李四", phone: "19900005678")
      for (field, value) in [("target", "\(matter)"), ("number", row.number)] {
        let answer = try await keeper.api("\(v)/concerns/\(filed.id)/triage", [field: value])
        #expect(answer.status == 422, "\(answer.text)")
        #expect(answer.text.contains(field) && answer.text.contains("立为新事项"), "\(answer.text)")
      }
      let form = try await keeper.post("\(v)/concerns/\(filed.id)/triage", [("target", "\(matter)")])
      #expect(form.status == 422 && form.text.contains("立为新事项"))
      #expect(try await town.row(matter).concerns == 1)
      // The page offers none that would be refused.
      let page = try await keeper.get("\(v)/concerns/\(filed.id)")
      #expect(!page.text.contains("target=\(matter)") && !page.text.contains("value=\"\(matter)\""))
      let split = try await keeper.api(
        "\(v)/concerns/\(filed.id)/triage",
        [
          "parts": "2", "leaf": "CM0302", "title": "路灯", "words": "他家的那件事", "reason": "两件", "target_2": "\(matter)",
          "words_2": "我家也是",
        ])
      #expect(split.status == 422 && split.text.contains("target_2"), "\(split.text)")
      let key = try town.key()
      await #expect(throws: Refusal.self) {
        _ = try await town.program.app.write { w in
          try w.triage(try w.tx.concern(filed.id, in: key), into: [TriagePart(.existing(matter))], villageName: "清河村")
        }
      }
    }
  }

  @Test(arguments: Backend.all) func othersStillJoin(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(leaf: "GM0905", title: "三组路口路灯不亮")
      let keeper = try await town.keeper()
      let filed = try await town.concern("三组路口路灯不亮")
      let page = try await keeper.get("\(v)/concerns/\(filed.id)")
      #expect(page.text.contains("value=\"\(matter)\""))
      let answer = try await keeper.api("\(v)/concerns/\(filed.id)/triage", ["target": "\(matter)"])
      #expect(answer.status == 201, "\(answer.text)")
      #expect(try await town.row(matter).concerns == 2)
    }
  }
}
