import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Offices that a report complains of, offices that are dissolved with work in hand, and what an order keeps from others.
@Suite struct AccusedOfficeTests {
  private static let accused = "综合行政执法队"
  private static let water = "水务站"

  private struct Made {
    let matter: ID<Matter>
    let answer: HTTPAnswer
    var order: String { answer.json["id"] as? String ?? "" }
    var address: String { "/v/\(TestTown.qinghe)/orders/\(order)" }
  }

  private func hand(
    _ town: TestTown, by keeper: Client, leaf: String, title: String = "执法人员态度粗暴", _ fields: [String: Any]
  ) async throws -> Made {
    let matter = try await town.matter(leaf: leaf, title: title)
    return Made(
      matter: matter, answer: try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", fields))
  }

  private func offices(_ admin: Client) async throws -> [String: String] {
    _ = try await admin.api("/t/\(TestTown.town)/offices/missing", [:])
    let body = try await admin.get("/api/v1/t/\(TestTown.town)/offices").body
    let list = try required(try JSONSerialization.jsonObject(with: body) as? [[String: Any]])
    return Dictionary(
      list.compactMap { one in
        guard let name = one["name_zh"] as? String, let id = one["id"] as? String else { return nil }
        return (name, id)
      }
    ) { first, _ in first }
  }

  /// Several names with commas of either script, or an id: each is known as an office and never gets the order.
  @Test(arguments: Backend.all) func aListOfTheAccusedHidesTheOrderFromEach(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let ids = try await offices(admin)
      let keeper = try await town.keeper()
      let named = "\(Self.accused),派出所"
      for about in [named, "\(Self.accused)，派出所", " \(Self.accused) 、派出所", ids[Self.accused] ?? Self.accused] {
        let made = try await hand(
          town, by: keeper, leaf: "GM1003", ["office": Self.accused, "about": about, "basis": "《信访工作条例》"])
        #expect(made.answer.status == 409, "\(about): \(made.answer.text)")
      }
      let misspelt = try await hand(
        town, by: keeper, leaf: "GM1003", ["office": "司法所", "about": "综合执法对", "basis": "《信访工作条例》"])
      #expect(misspelt.answer.status == 422 && misspelt.answer.text.contains("about"))
      #expect(misspelt.answer.text.contains("综合执法对"))
      let other = try await hand(town, by: keeper, leaf: "GM0902", ["office": Self.water, "about": Self.accused])
      #expect(other.answer.status == 422 && other.answer.text.contains("about"))
      let made = try await hand(
        town, by: keeper, leaf: "GM1003", ["office": "司法所", "about": named, "basis": "《信访工作条例》"])
      #expect(made.answer.status == 201, "\(made.answer.text)")
      let own = try await town.person(.departmentHandler, at: TestTown.town, body: Self.accused)
      #expect(try await own.get("/api/v1" + made.address).status == 404)
      // Kept at the service centre, the matter has no lead who is accused.
      let kept = try await hand(
        town, by: keeper, leaf: "GM1003", ["office": "centre", "about": Catalogue.shipped.duty("GM1003")?.lead ?? ""])
      #expect(kept.answer.status == 201, "\(kept.answer.text)")
      #expect(try await town.row(kept.matter).routing.lead != Catalogue.shipped.duty("GM1003")?.lead)
    }
  }

  @Test(arguments: Backend.all) func aStepNamesOneOfficeThatIsThere(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let made = try await hand(town, by: keeper, leaf: "GM0902", ["office": "centre"])
      #expect(made.answer.status == 201)
      let centre = try await town.person(.serviceCentre, at: TestTown.qinghe)
      for office in ["水务站，规划建设办", "水务占"] {
        let answer = try await centre.api(
          made.address + "/steps", ["step": "handOver", "office": office, "basis": "《条例》", "text": "请办"])
        #expect(answer.status == 422 && answer.text.contains("\"office\""), "\(answer.text)")
      }
    }
  }

  /// Its orders and its calls for help go on; what is about the successor goes to the town office.
  @Test(arguments: Backend.all) func aDissolvedOfficeLeavesItsWorkWhereItMayGo(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let ids = try await offices(admin)
      let keeper = try await town.keeper()
      let (heir, old) = ("规划建设办", "社会事务办")
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      let helped = try await hand(town, by: keeper, leaf: "GM0902", title: "水管爆了", ["office": Self.water])
      #expect(try await handler.api(helped.address + "/steps", ["step": "accept"]).status == 200)
      let call = try await handler.api(
        helped.address + "/steps", ["step": "callCoHandlers", "office": old, "text": "请一起看"])
      #expect(call.status == 200, "\(call.text)")
      let basis = ["office": old, "basis": "《信访工作条例》"]
      let usual = try await hand(town, by: keeper, leaf: "GM1003", basis.merging(["about": Self.accused]) { $1 })
      let about = try await hand(town, by: keeper, leaf: "GM1003", basis.merging(["about": heir]) { $1 })
      #expect(usual.answer.status == 201 && about.answer.status == 201, "\(about.answer.text)")
      let its = try await town.person(.departmentHandler, at: TestTown.town, body: old)
      #expect(try await its.api(usual.address + "/steps", ["step": "accept"]).status == 200)
      town.clock.advance(minutes: 3 * 24 * 60)
      let path = "/t/\(TestTown.town)/offices/\(try required(ids[old]))/dissolution"
      let later = try await town.person(.administrator, at: TestTown.town)
      let done = try await later.api(path, ["successor": heir])
      #expect(done.status == 200, "\(done.text)")
      let counts = try required(done.json["dissolution"] as? [String: Any])
      #expect(counts["moved"] as? Int == 2 && counts["to_town_office"] as? Int == 1, "\(counts)")
      #expect(counts["duties"] as? Int ?? 0 > 0)
      let new = try await town.person(.departmentHandler, at: TestTown.town, body: heir)
      #expect(try await new.get("/api/v1" + helped.address).status == 200)
      #expect(try await new.get("/api/v1" + about.address).status == 404)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      #expect(try await officer.get("/api/v1" + about.address).json["state"] as? String == "disputed")
      #expect(try await town.row(usual.matter).routing.lead == heir)
      let returned = try await new.api(usual.address + "/steps", ["step": "returnOnce", "text": "这件归司法所。"])
      #expect(returned.status == 200, "\(returned.text)")
    }
  }

  /// A helper of the catalogue that nobody called in, and an office that has not accepted, write nothing on the matter.
  @Test(arguments: Backend.all) func anOfficeWritesByItsOrderAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let made = try await hand(town, by: keeper, leaf: "GM0902", title: "水管爆了", ["office": Self.water])
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      let path = "/v/\(TestTown.qinghe)/matters/\(made.matter)"
      let written = try await handler.api(path + "/progress", ["text": "去看过了"])
      #expect(written.status == 409 && written.text.contains("工单"), "\(written.text)")
      let steps = try await handler.get("/api/v1" + path).json["steps"] as? [String] ?? []
      #expect(!steps.contains("recordProgress") && !steps.contains("answer") && !steps.contains("close"))
    }
  }

  /// A danger is taken up before it is due; passed up, the reporter reads which centre has it.
  @Test(arguments: Backend.all) func acceptedBeforeItIsDueAndNamedWhoHasIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let made = try await hand(
        town, by: keeper, leaf: "GM0902", title: "井盖没了", ["office": "centre", "kind": "danger"])
      let order = try await town.program.app.database.read { tx in
        try tx.order(try required(ID<Order>(made.order)), in: try town.key())
      }
      #expect(order.acceptBy <= (try required(order.dueAt)))
      let up = try await keeper.api(made.address + "/steps", ["step": "passUp", "text": "村里办不了"])
      #expect(up.status == 200, "\(up.text)")
      let token = try await town.program.app.database.read { tx in
        let concern = try required(try tx.concerns(ofRoot: made.matter, in: try town.key()).first).concern
        return town.program.app.ledger.token(for: "concern \(concern.id)")
      }
      let page = try await town.resident.get("/r/\(token)").text
      #expect(page.contains("已交给镇服务中心") && !page.contains("已交给负责的单位"))
      #expect(try await town.row(made.matter).routing.lead == "镇服务中心")
    }
  }

  /// A clerk's call does not take the reporter's own word away; said too late, "not solved" stays a rating.
  @Test(arguments: Backend.all) func theReportersOwnRatingCounts(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let made = try await hand(town, by: keeper, leaf: "GM0902", title: "水管爆了停水", ["office": Self.water])
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: Self.water)
      let reply = "停水的水管已经换好，三组全部恢复供水，水压正常，有疑问请找水务站。"
      for step in [["step": "accept"], ["step": "answer", "text": reply, "outcome": "solved"], ["step": "close"]] {
        let answer = try await handler.api(made.address + "/steps", step)
        #expect(answer.status == 200, "\(answer.text)")
      }
      let (concern, token) = try await town.program.app.database.read { tx in
        let concern = try required(try tx.concerns(ofRoot: made.matter, in: try town.key()).first).concern
        return (concern.id, town.program.app.ledger.token(for: "concern \(concern.id)"))
      }
      let call: [String: Any] = [
        "concern": concern.description, "channel": "phone", "solved": "yes", "satisfied": 4,
      ]
      #expect(try await keeper.api(made.address + "/ratings", call).status == 200)
      #expect(try await keeper.api(made.address + "/ratings", call).status == 409)
      town.clock.advance(minutes: 40 * 24 * 60)
      let own: [String: Any] = ["solved": "no", "satisfied": 1, "words": "还是没水"]
      let rated = try await town.resident.api("/r/\(token)/rating", own)
      #expect(rated.status == 200 && rated.json["state"] as? String == "closed", "\(rated.text)")
      #expect(rated.text.contains("不再重开"))
      #expect(try await town.resident.api("/r/\(token)/rating", own).status == 409)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let page = try await officer.get(made.address).text
      #expect(page.contains("还是没水") && page.contains("以自己评的为准"))
    }
  }

  @Test(arguments: Backend.all) func absencesAndWordingsForPrograms(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      for path in ["/absences", "/wordings", "/wordings/received"] {
        let answer = try await admin.get("/api/v1/t/\(TestTown.town)" + path)
        #expect(answer.status == 200 && answer.headers["content-type"]?.contains("json") == true, "\(path)")
      }
    }
  }
}
