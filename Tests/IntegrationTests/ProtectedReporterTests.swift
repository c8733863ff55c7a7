import Foundation
import Governance
import Matters
import Mechanism
import Testing
import Values

@testable import sanshi

/// Who knows the reporters of violence and of reports on offices (信访工作条例 30).
@Suite struct ProtectedReporterTests {
  private static let phone = "19912345678"
  private var v: String { "/v/\(TestTown.qinghe)" }

  private func reported(_ leaf: String, in town: TestTown) async throws -> (ID<Concern>, ID<Matter>) {
    let (key, duty) = (try town.key(), try required(Catalogue.shipped.duty(leaf)))
    let filed = try await town.concern("要保护的事 \(leaf)", name: "苏某某", phone: Self.phone)
    let matters = try await town.program.app.write { w in
      let part = TriagePart(.new(title: "要保护的事 \(leaf)", Routing(duty: duty)))
      return try w.triage(try w.tx.concern(filed.id, in: key), into: [part], villageName: "清河村")
    }
    return (filed.id, try required(matters.first))
  }

  @Test(
    arguments: [
      ("GM1001", false), ("GM1002", false), ("GM1003", false), ("GM0505", true), ("GM0902", true),
    ], Backend.all)
  func theCommitteeKnowsThemAsFarAsItIsNotComplainedAbout(
    _ row: (leaf: String, committeeKnows: Bool), on backend: Backend
  ) async throws {
    try await TestTown.run(on: backend) { town in
      let (concern, matter) = try await reported(row.leaf, in: town)
      let people = [
        (try await town.keeper(), true),
        (try await town.person(.villageCommittee, at: TestTown.qinghe), row.committeeKnows),
      ]
      for (client, knows) in people {
        let looks = [
          "\(v)/concerns/\(concern)/contact", "\(v)/matters/\(matter)/reporters",
          "\(v)/registers/government/annex/\(matter)/contacts",
        ]
        for look in looks {
          let answer = try await client.api(look, [:])
          #expect(answer.status == (knows ? 200 : 403), "\(look): \(answer.status)")
          #expect(answer.text.contains(Self.phone) == knows && answer.text.contains("苏某某") == knows, "\(look)")
        }
        for list in ["\(v)/registers/government", "\(v)/matters/\(matter)", "\(v)/concerns/\(concern)"] {
          let page = try await client.get(list)
          #expect(page.status == 200 && page.text.contains("苏**") == knows, "\(list)")
        }
        let file = try await client.post("\(v)/registers/government/export.csv/contacts")
        #expect(file.status == 200 && file.text.contains(Self.phone) == knows, "\(file.status)")
      }
    }
  }

  @Test(arguments: Backend.all) func aSealedConcernIsWithdrawnUnderItsSeal(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let sent = try await town.resident.api(
        "\(v)/report", ["text": "会计的账对不上，琉璃瓦钱不见了", "about_staff": "1", "confirmed": "1"])
      let url = try required(sent.json["tracking_url"] as? String)
      let token = try required(url.components(separatedBy: "/r/").last)
      let question = try await town.resident.get("/r/\(token)/withdrawal")
      #expect(question.text.contains("收到它的部门会看到您已撤回"))
      #expect(try await town.resident.post("/r/\(token)/withdrawal").status == 303)
      let page = try await town.resident.get("/r/\(token)")
      #expect(page.text.contains("您已撤回") && !page.text.contains("name=\"text\""), "nothing can be added any more")
      #expect(try await town.resident.post("/r/\(token)/withdrawal").status == 409)

      let reader = try await town.person(.disciplineReader, at: TestTown.town)
      let list = try await reader.get("/t/\(TestTown.town)/sealed")
      #expect(list.text.contains("琉璃瓦") && list.text.contains("已密封转交，已撤回"))
      for role in [Role.registerKeeper, .villageCommittee] {
        let client = try await town.person(role, at: TestTown.qinghe)
        for state in ["withdrawn", "sealed", "sealedWithdrawn", "received"] {
          let concerns = try await client.get("\(v)/concerns?state=\(state)")
          #expect(!concerns.text.contains("琉璃瓦"), "\(role) \(state)")
        }
      }
    }
  }

  @Test(arguments: [
    ("亲戚借了我两万块，三年不还怎么办？", "private", "村（居）委会"), ("三组到晒场那段路还是泥巴路，想硬化。", "community", nil),
  ])
  func whoGetsItIsToldWithItsClass(text: String, expected: String, lead: String?) async throws {
    try await TestTown.run(on: .sqlite) { town in
      let answer = try await town.resident.api("\(v)/report/suggestions", ["text": text])
      let likely = try required(answer.json["likely"] as? [String: Any])
      #expect(likely["class"] as? String == expected)
      if let lead { #expect(likely["lead"] as? String == lead) }
      let preview = try await town.resident.post("\(v)/report", [("text", text)])
      #expect(preview.text.contains("<strong>这多半是自己家的事") == (expected == "private"), "\(preview.status)")
    }
  }
}
