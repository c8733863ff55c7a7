import Foundation
import Governance
import Matters
import Mechanism
import Seeds
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Words that all reporters are told name none of them.
@Suite struct NamedReporterTests {
  private static let name = "欧阳小桥"
  private static let phone = "19955501234"

  /// A matter with two reporters, one of them with name and telephone.
  private func matter(_ town: TestTown, leaf: String) async throws -> ID<Matter> {
    let matter = try await town.matter(leaf: leaf, title: "三组水管爆了停水")
    let key = try town.key()
    let second = try await town.concern("三组停水了", name: Self.name, phone: Self.phone).id
    let village = try required(town.places[TestTown.qinghe]).name.zh
    _ = try await town.program.app.write { w in
      try w.triage(try w.tx.concern(second, in: key), into: [TriagePart(.existing(matter))], villageName: village)
    }
    return matter
  }

  private func told(_ town: TestTown) async throws -> String {
    try await town.program.app.database.read { tx in
      try tx.rows("SELECT text_zh FROM outbox").map { try $0.text("text_zh") }.joined(separator: "\n")
    }
  }

  @Test(arguments: Backend.all) func anOfficesWordsNameNoReporter(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await matter(town, leaf: "GM0902")
      let body = try required(Catalogue.shipped.duty("GM0902")).lead
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
      let made = try await town.keeper().api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": body])
      let steps = "/v/\(TestTown.qinghe)/orders/\(try required(made.json["id"] as? String))/steps"
      #expect(try await handler.api(steps, ["step": "accept"]).status == 200)
      for (step, text) in [
        ("recordProgress", "已和欧阳小桥联系。"), ("askReporter", "请欧阳 小桥说明在哪一户。"),
        ("answer", "三组水管已更换，恢复供水，水压正常，已电话告知 199-5550-1234。"),
        ("askExtension", "等欧阳小桥开门。"),
      ] {
        let fields = ["step": step, "text": text, "outcome": "solved", "amount": "1"]
        let refused = try await handler.api(steps, fields)
        #expect(refused.status == 409, "\(step): \(refused.text)")
        #expect(refused.json["type"] as? String == "urn:sanshi:problem:namesReporter")
        let detail = refused.json["detail"] as? String ?? ""
        #expect(detail.contains(Self.name) || detail.contains(Self.phone), "\(detail)")
        // The page says what to take out and keeps what was typed.
        let page = try await handler.post(steps, fields.map { ($0.key, $0.value) })
        #expect(page.status == 409 && page.text.contains("请去掉") && page.text.contains(text), "\(step)")
      }
      let fine = try await handler.api(
        steps,
        ["step": "answer", "text": "三组水管已更换，恢复供水，水压正常，已电话告知反映人，有疑问请找水务站。", "outcome": "solved"])
      #expect(fine.status == 200, "\(fine.text)")
      let said = try await told(town)
      #expect(said.contains("已更换") && !said.contains(Self.name) && !said.contains("5550"))
    }
  }

  @Test(arguments: Backend.all) func theVillagesWordsNameNoReporter(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await matter(town, leaf: "CM0302")
      let keeper = try await town.person([.registerKeeper, .villageCommittee], at: TestTown.qinghe)
      let path = "/v/\(TestTown.qinghe)/matters/\(matter)/progress"
      let refused = try await keeper.api(path, ["text": "已到欧阳小桥家看过"])
      #expect(refused.status == 409 && refused.text.contains(Self.name), "\(refused.text)")
      #expect(try await keeper.api(path, ["text": "已到现场看过"]).status < 300)
      #expect(try await !told(town).contains(Self.name))
    }
  }

  /// What a reporter says to have it reopened is not told to the others, and is not refused.
  @Test(arguments: Backend.all) func aReporterMayNameOneself(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await matter(town, leaf: "CM0302")
      let key = try town.key()
      try await town.program.app.write { w in
        try w.enter(.answer("已修好"), on: matter, in: key)
        try w.enter(.close("已修好", withdrawn: false), on: matter, in: key)
        try w.enter(.reopen("我是欧阳小桥，又坏了"), on: matter, in: key, byOrder: true)
      }
      #expect(try await !told(town).contains(Self.name))
    }
  }
}
