import Foundation
import Governance
import Matters
import Mechanism
import People
import Store
import Testing
import Values

@testable import Connect
@testable import WorkOrders
@testable import sanshi

/// What offices are told of their orders, under the bell and by the way that each person chose.
@Suite struct OrderNewsTests {
  private static let water = "水务站"
  private static let building = "规划建设办"

  private struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let address: String
    let keeper: Client
    let handler: Client

    /// The texts under the bell, the newest first.
    func bell(_ who: Client) async throws -> [String] {
      try await Outbox().run(town.program.app)
      return try await who.get("/api/v1/notices").items.compactMap { ($0["text"] as? [String: String])?["zh"] }
    }
  }

  private func scene(_ town: TestTown, leaf: String = "GM0902", about: String = "") async throws -> Scene {
    let matter = try await town.matter(leaf: leaf, title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let body = try required(Catalogue.shipped.duty(leaf)).lead
    let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
    let made = try await keeper.api(
      "/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": body, "about": about, "basis": "《条例》"])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let order = try required(made.json["id"] as? String)
    return Scene(
      town: town, matter: matter, address: "/v/\(TestTown.qinghe)/orders/\(order)", keeper: keeper, handler: handler)
  }

  @Test(arguments: Backend.all) func anOfficeIsToldOfItsNewOrderAndNobodyElse(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      let yesterday = town.clock.now.day.adding(-1)
      let ended = try await town.person(
        .departmentHandler, at: TestTown.town, body: Self.water, from: yesterday.adding(-9), until: yesterday)
      let scene = try await scene(town)
      let told = try await scene.bell(scene.handler)
      #expect(told.count == 1 && told.first?.contains("签收") ?? false, "\(told)")
      for _ in 0..<2 { #expect(try await scene.bell(scene.handler) == told) }
      #expect(try await scene.bell(other).isEmpty)
      #expect(try await scene.bell(ended).isEmpty)
      #expect(try await town.count("SELECT COUNT(*) AS n FROM order_news") == 0)
      let notice = try required(try await scene.handler.get("/api/v1/notices").items.first)
      #expect(notice["href"] as? String == scene.address && notice["unread"] as? Bool == true)
    }
  }

  @Test(arguments: Backend.all) func returnsGoToWhoHandedOverThenToTheTown(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      try await scene.step(scene.handler, "returnOnce", ["text": "归规划建设办。"])
      #expect(try await scene.bell(scene.keeper).first?.contains("退回了") ?? false)
      // It does not go back without a word: another office, or the town decides.
      let again = ["office": Self.water, "basis": "《条例》", "text": "请办"]
      try await scene.step(scene.keeper, "handOver", again, expects: 409)
      let page = try await scene.keeper.get(scene.address + "?step=handOver").text
      #expect(page.contains("已退回过，不再列出") && !page.contains("<option value=\"\(Self.water)\""))
      #expect(page.contains("归规划建设办。"))
      try await scene.step(scene.keeper, "handOver", ["office": Self.building, "basis": "《条例》", "text": "请办"])
      #expect(try await scene.bell(other).count == 1)
      try await scene.step(other, "returnOnce", ["text": "水管归水务站。"])
      #expect(try await scene.bell(officer).first?.contains("第二次退回") ?? false)
      #expect(try await scene.bell(scene.handler).first?.contains("等镇里裁定") ?? false)
      try await scene.step(officer, "decideDispute", ["office": Self.water, "text": "归水务站。"])
      #expect(try await scene.bell(scene.handler).first?.contains("不能再退") ?? false)
      #expect(try await scene.bell(other).first?.contains("由水务站办") ?? false)
    }
  }

  @Test(arguments: Backend.all) func takingBackDoesNotForgetTheReturn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "returnOnce", ["text": "归规划建设办。"])
      try await scene.step(scene.keeper, "takeBack", ["text": "重新安排。"])
      let path = "/v/\(TestTown.qinghe)/matters/\(scene.matter)/orders"
      let refused = try await scene.keeper.api(path, ["office": Self.water])
      #expect(refused.status == 409 && refused.text.contains("退回过"), "\(refused.text)")
      let made = try await scene.keeper.api(path, ["office": Self.building, "basis": "《条例》"])
      #expect(made.status == 201, "\(made.text)")
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      let id = try required(made.json["id"] as? String)
      let returned = try await other.api(
        "/v/\(TestTown.qinghe)/orders/\(id)/steps", ["step": "returnOnce", "text": "归水务站。"])
      #expect(returned.json["state"] as? String == "disputed", "\(returned.text)")
    }
  }

  @Test(arguments: Backend.all) func headsHandlersHelpersAndDeputiesHearOfTheirs(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let head = try await town.person(.departmentHead, at: TestTown.town, body: Self.water)
      let helper = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "callCoHandlers", ["office": Self.building, "text": "请看路面。"])
      #expect(try await scene.bell(helper).first?.contains("协办") ?? false)
      try await scene.step(helper, "coHandlersDone", ["text": "已回填。"])
      try await scene.step(scene.handler, "askExtension", ["text": "管材要从县里调", "amount": 2])
      #expect(try await scene.bell(head).first?.contains("申请延期") ?? false)
      // Whoever asked is not told of it.
      #expect(try await scene.bell(scene.handler).allSatisfy { !$0.contains("申请延期") })
      try await scene.step(head, "approveExtension")
      #expect(try await scene.bell(scene.handler).first?.contains("延期批准了") ?? false)
      try await scene.step(officer, "urge", ["text": "抓紧。"])
      try await scene.step(officer, "supervise", ["text": "请书面答复。"])
      let told = try await scene.bell(scene.handler)
      #expect(told.first?.hasPrefix("督办") ?? false)
      #expect(told.dropFirst().first?.hasPrefix("催办") ?? false)
    }
  }

  @Test(arguments: Backend.all) func decisionsWaitOnTheDeskOfWhoDecides(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      func desk(_ who: Client) async throws -> [String] {
        let items = try await who.get("/api/v1/home").items
        return items.map { "\($0["kind"] ?? "") \($0["href"] ?? "")" }.filter { !$0.hasPrefix("matter ") }
      }
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let head = try await town.person(.departmentHead, at: TestTown.town, body: Self.building)
      let (first, second) = (try await scene(town), try await scene(town))
      try await first.step(first.handler, "accept")
      try await first.step(first.handler, "askExtension", ["text": "管材要从县里调", "amount": 2])
      // The water station has no head: the town office decides.
      #expect(try await desk(officer) == ["extensionAsked " + first.address])
      let ownHead = try await town.person(.departmentHead, at: TestTown.town, body: Self.water)
      #expect(try await desk(officer).isEmpty)
      #expect(try await desk(ownHead) == ["extensionAsked " + first.address])
      #expect(try await desk(head).isEmpty)
      try await second.step(second.handler, "returnOnce", ["text": "归规划建设办。"])
      try await second.step(
        second.keeper, "handOver", ["office": Self.building, "basis": "《条例》", "text": "请办"])
      try await second.step(head, "returnOnce", ["text": "归水务站。"])
      #expect(try await desk(officer) == ["dispute " + second.address])
      let page = try await officer.get("/home").text
      #expect(page.contains("第二次退回，请裁定") && page.contains(second.address))
      try await second.step(officer, "decideDispute", ["office": Self.water, "text": "归水务站。"])
      #expect(try await desk(officer).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func aReportOnAnOfficeIsNotToldToIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let about = try await town.person(.departmentHandler, at: TestTown.town, body: "社会事务办")
      let scene = try await scene(town, leaf: "GM1001", about: "社会事务办")
      #expect(try await scene.bell(scene.handler).count == 1)
      #expect(try await scene.bell(about).isEmpty)
      // Somebody of that office who also works in the one in charge hears nothing either.
      let both = try await town.program.app.write { w in
        let place = try required(town.places[TestTown.town])
        let lead = try required(Catalogue.shipped.duty("GM1001")).lead
        let account = try w.openAccount(
          NewAccount(place: place.id, login: "both", name: "两职"),
          roles: [lead, "社会事务办"].map {
            NewRole(role: .departmentHandler, place: place.id, body: $0, from: w.now.day.adding(-30))
          })
        try w.setPassword(of: account, hash: "never asked for")
        return account
      }
      #expect(try await scene.bell(try await town.signedIn(both)).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func eachIsToldTheWayTheyChoseAndOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let sink = try Sink()
      let transport = try await admin.api(
        "/t/\(TestTown.town)/notices/transports",
        [
          "kind": "sms", "name": "短信", "is_on": "1", "url": "http://127.0.0.1:\(sink.port)/send", "form": "json",
          "template": #"{"mobile":"{phone}","content":"{text}","id":"{key}"}"#, "signing_key": "k",
          "allows_private": "1",
        ])
      #expect(transport.status == 201, "\(transport.text)")
      let phones = ["13800000001": Self.water, "13800000002": Self.building]
      try await town.program.app.write { w in
        let place = try required(town.places[TestTown.town])
        for (phone, body) in phones {
          let account = try w.openAccount(
            NewAccount(place: place.id, login: "s" + phone, name: "短信", phone: phone),
            roles: [NewRole(role: .departmentHandler, place: place.id, body: body, from: w.now.day.adding(-30))])
          var preference = NoticePreference(account: account)
          (preference.channel, preference.quiet) = (.sms, .none)
          try w.setPreference(preference, town: place.id)
        }
      }
      _ = try await scene(town)
      for _ in 0..<3 { try await Outbox().run(town.program.app) }
      #expect(sink.taken.count { $0.body.contains("13800000001") } == 1, "\(sink.taken.map(\.body))")
      #expect(!sink.taken.contains { $0.body.contains("13800000002") })
    }
  }
}
