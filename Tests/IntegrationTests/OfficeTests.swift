import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Offices: made from the duty catalogue, their hours, absences with deputies, dissolving with open orders; answer times.
@Suite struct OfficeTests {
  private static let water = "水务站"

  @Test(arguments: Backend.all) func theCataloguesOfficesAreAddedAtOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let added = try await admin.api("/t/\(TestTown.town)/offices/missing", [:])
      let count = try required(added.json["added"] as? Int)
      #expect(count == Set(Catalogue.shipped.leaves(in: .government).map(\.lead)).count)
      #expect(try await admin.api("/t/\(TestTown.town)/offices/missing", [:]).json["added"] as? Int == 0)
      let page = try await admin.get("/t/\(TestTown.town)/offices")
      #expect(page.text.contains("规划建设办") && page.text.contains("8:30–17:30"))
      let unnamed = try await admin.post("/t/\(TestTown.town)/offices", [("kind", "station")])
      #expect(unnamed.status == 422 && unnamed.text.contains("<a href=\"#field-name_zh\">名称：请填写这一项</a>"))
      let twice = try await admin.api("/t/\(TestTown.town)/offices", ["name_zh": Self.water])
      #expect(twice.status == 422 && twice.text.contains("name_zh"))
      for (opens, closes) in [("25:00", "17:30"), ("9", "17:30"), ("17:30", "08:30")] {
        let wrong = try await admin.api(
          "/t/\(TestTown.town)/offices", ["name_zh": "夜班站", "opens": opens, "closes": closes])
        #expect(wrong.status == 422, "\(opens) \(closes)")
      }
    }
  }

  /// The plan's eleven kinds of government matters have an office, a limit and a basis; GM12 is the town's own addition.
  @Test func everyKindOfThePlanHasItsOffice() throws {
    let catalogue = Catalogue.shipped
    let tops = catalogue.tops.filter { $0.matterClass == .government }.map(\.code)
    #expect(tops.count == 12 && tops.contains("GM12"))
    for top in tops {
      let leaves = catalogue.leaves(of: top)
      #expect(!leaves.isEmpty)
      for leaf in leaves { #expect(!leaf.lead.isEmpty && leaf.days > 0, "\(leaf.code)") }
      #expect(leaves.contains { $0.basis != nil }, "\(top)")
    }
  }

  private func order(_ town: TestTown) async throws -> (keeper: Client, address: String) {
    let matter = try await town.matter(leaf: "GM0902", title: "水管爆了停水")
    let keeper = try await town.keeper()
    let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": Self.water])
    return (keeper, "/v/\(TestTown.qinghe)/orders/\(try required(made.json["id"] as? String))")
  }

  @Test(arguments: Backend.all) func aDissolvedOfficeLeavesItsOrdersToItsSuccessor(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await admin.api("/t/\(TestTown.town)/offices/missing", [:])
      let (keeper, address) = try await order(town)
      let offices =
        try JSONSerialization.jsonObject(
          with: try await admin.get("/api/v1/t/\(TestTown.town)/offices").body) as? [[String: Any]]
      let water = try required(offices?.first { $0["name_zh"] as? String == Self.water })
      #expect(water["open_orders"] as? Int == 1)
      let path = "/t/\(TestTown.town)/offices/\(try required(water["id"] as? String))/dissolution"
      let alone = try await admin.api(path, [:])
      #expect(alone.status == 422 && alone.text.contains("successor"))
      #expect(try await admin.api(path, ["successor": Self.water]).status == 422)
      let heir = ["successor": "规划建设办"]
      #expect(try await admin.api(path, heir).status == 200)
      let due = try await keeper.get("/api/v1" + address).json
      #expect(due["office"] as? String == "规划建设办")
      #expect(try await admin.api(path, heir).status == 409)
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: "规划建设办")
      #expect(try await handler.api(address + "/steps", ["step": "accept"]).status == 200)
      // Nothing new goes to the dissolved one.
      let matter = try await town.matter(leaf: "GM0902", title: "又停水")
      let late = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": Self.water])
      #expect(late.status == 422 && late.text.contains("规划建设办"))
    }
  }

  /// What a resident is told before sending is about offices that exist.
  @Test(arguments: Backend.all) func residentsAreNotSentToADissolvedOffice(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await admin.api("/t/\(TestTown.town)/offices/missing", [:])
      let offices =
        try JSONSerialization.jsonObject(
          with: try await admin.get("/api/v1/t/\(TestTown.town)/offices").body) as? [[String: Any]]
      let water = try required(offices?.first { $0["name_zh"] as? String == Self.water })
      let page = "/t/\(TestTown.town)/offices/\(try required(water["id"] as? String))"
      func preview() async throws -> String {
        try await town.resident.post("/v/\(TestTown.qinghe)/report", [("text", "自来水管爆了，停水三天")]).text
      }
      #expect(try await preview().contains(Self.water))
      let nobody = try await admin.post(page + "/dissolution", [])
      #expect(nobody.status == 422 && nobody.text.contains("责任目录里还有它的事，请选接手的单位"))
      #expect(try await preview().contains(Self.water))
      let whole = try await admin.post(page + "/dissolution", [("successor", "规划建设办")])
      #expect(whole.status == 303)
      let told = try await preview()
      #expect(told.contains("规划建设办") && !told.contains(Self.water))
    }
  }

  @Test(arguments: Backend.all) func theDeputyOfAnAbsentHeadApproves(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let (_, address) = try await order(town)
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      let second = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      _ = try await town.person(.departmentHead, at: TestTown.town, body: Self.water)
      func step(_ who: Client, _ fields: [String: Any]) async throws -> Int {
        try await who.api(address + "/steps", fields).status
      }
      #expect(try await step(handler, ["step": "accept"]) == 200)
      #expect(try await step(handler, ["step": "askExtension", "text": "等材料", "amount": 1]) == 200)
      #expect(try await step(second, ["step": "approveExtension"]) == 409)
      let (head, deputy) = try await town.program.app.database.read { tx in
        let members = try tx.officeMembers(of: try required(town.places[TestTown.town]).id, on: town.clock.now.day)
        let handlers = members.filter { !$0.isHead }.map(\.account).sorted()
        return (try required(members.first(where: \.isHead)).account, try required(handlers.last))
      }
      let today = town.clock.now.day.iso
      let path = "/t/\(TestTown.town)/absences"
      let backwards = try await admin.api(
        path, ["account": head.description, "from": today, "until": "2026-11-01", "deputy": deputy.description])
      #expect(backwards.status == 422 && backwards.text.contains("until"))
      let entered = try await admin.api(
        path, ["account": head.description, "from": today, "until": today, "deputy": deputy.description])
      #expect(entered.status == 201, "\(entered.text)")
      #expect(try await admin.get("/t/\(TestTown.town)/offices").text.contains("代办"))
      #expect(try await step(second, ["step": "approveExtension"]) == 200)
    }
  }

  @Test(arguments: Backend.all) func answerTimesOfFewCasesAreHidden(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      for number in 0..<5 {
        let (_, address) = try await order(town)
        _ = try await handler.api(address + "/steps", ["step": "accept"])
        let reply = "停水的水管已经换好，三组全部恢复供水，水压正常。第\(number)处已复查，有疑问请找水务站。"
        let answered = try await handler.api(
          address + "/steps", ["step": "answer", "text": reply, "outcome": "solved"])
        #expect(answered.status == 200, "\(answered.text)")
        let body = try await town.resident.get("/api/v1/t/\(TestTown.town)/open/answers").body
        let figures = try required(try JSONSerialization.jsonObject(with: body) as? [[String: Any]])
        #expect(figures.count == 1 && (figures[0]["cases"] as? Int) == (number < 4 ? nil : 5))
      }
      #expect(try await town.resident.get("/t/\(TestTown.town)/open/answers").text.contains("100%"))
    }
  }
}
