import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// A matter of the government on its way: handed over, accepted, asked, helped, extended, answered, rated, reopened.
@Suite struct OrderTests {
  private static let reply = "三组水管爆裂已于十一月十八日更换，现在水压正常，停水的三户都已通水。还有疑问请找水务站王师傅。"

  /// A matter about water with three reporters, and its order at the water station.
  struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let order: String
    let keeper: Client
    let handler: Client
    let head: Client
    var address: String { "/v/\(TestTown.qinghe)/orders/\(order)" }

    func state() async throws -> OrderState {
      let (key, id) = (try town.key(), try required(ID<Order>(order)))
      return try await town.program.app.database.read { tx in try tx.order(id, in: key).state }
    }
  }

  private func scene(_ town: TestTown, reporters: Int = 1) async throws -> Scene {
    let matter = try await town.matter(leaf: "GM0902", reporters: reporters, title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
    let head = try await town.person(.departmentHead, at: TestTown.town, body: body)
    let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": body])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let order = try required(made.json["id"] as? String)
    return Scene(town: town, matter: matter, order: order, keeper: keeper, handler: handler, head: head)
  }

  /// What reporters were told of an order's steps, by key, with how often.
  private func told(_ town: TestTown) async throws -> [String: Int] {
    try await town.program.app.database.read { tx in
      let rows = try tx.rows("SELECT key, COUNT(*) AS n FROM outbox GROUP BY key")
      return Dictionary(try rows.map { (try $0.text("key"), try $0.int("n")) }) { first, _ in first }
    }
  }

  private func token(_ scene: Scene) async throws -> String {
    let key = try scene.town.key()
    return try await scene.town.program.app.database.read { tx in
      let concern = try required(try tx.concerns(ofRoot: scene.matter, in: key).first).concern
      return scene.town.program.app.ledger.token(for: "concern \(concern.id)")
    }
  }

  @Test(arguments: Backend.all) func anOrderTravelsFromTheVillageToTheSatisfiedReporter(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town, reporters: 3)
      #expect(try await town.row(scene.matter).workOrder != nil)
      let inbox = try await scene.handler.get("/api/v1/t/\(TestTown.town)/orders")
      #expect(inbox.items.compactMap { $0["id"] as? String } == [scene.order])
      // The matter is handled by its order alone.
      let direct = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/matters/\(scene.matter)/answer", ["text": "已修好"])
      #expect(direct.status == 409 && direct.text.contains("工单"))
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "recordProgress", ["text": "已到现场关阀，正在换管。"])
      try await scene.step(scene.handler, "callCoHandlers", ["office": "规划建设办", "text": "请一起看路面开挖。"])
      let helper = try await town.person(.departmentHandler, at: TestTown.town, body: "规划建设办")
      let help = try await helper.get("/t/\(TestTown.town)/orders")
      #expect(help.text.contains("请我们协办的") && help.text.contains("三组水管爆了停水"))
      try await scene.step(helper, "coHandlersDone", ["text": "路面已回填。"])
      #expect(try await scene.state() == .accepted)
      try await scene.step(scene.handler, "answer", ["text": Self.reply, "outcome": "solved"])
      #expect(try await town.row(scene.matter).state == .answered)
      try await scene.step(scene.handler, "close")
      let row = try await town.row(scene.matter)
      #expect(row.state == .closed && row.workOrder == nil && row.reply == Self.reply)
      // Each of the three is told each step, once.
      let told = try await told(town)
      for key in ["order_handOver", "order_accept", "progress", "answered", "order_closed"] {
        #expect(told[key] == 3, "\(key)")
      }

      let token = try await token(scene)
      let tracking = try await town.resident.get("/r/\(token)")
      #expect(tracking.text.contains("办得怎么样"))
      let rated = try await town.resident.api("/r/\(token)/rating", ["solved": "yes", "satisfied": 5, "reached": "1"])
      #expect(rated.status == 200, "\(rated.text)")
      let again = try await town.resident.api("/r/\(token)/rating", ["solved": "yes", "satisfied": 5])
      #expect(again.status == 409)
      #expect(try await scene.state() == .closed)
    }
  }

  @Test(arguments: Backend.all) func notSolvedGoesBackToTheOfficeAndThenToTheOneAbove(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let token = try await token(scene)
      for round in 0..<2 {
        if round == 0 { try await scene.step(scene.handler, "accept") }
        try await scene.step(scene.handler, "answer", ["text": Self.reply, "outcome": "solved"])
        try await scene.step(scene.handler, "close")
        let unsaid = try await town.resident.api("/r/\(token)/rating", ["solved": "no", "satisfied": 1])
        #expect(unsaid.status == 422 && unsaid.text.contains("words"))
        let no = try await town.resident.api(
          "/r/\(token)/rating", ["solved": "no", "satisfied": 1, "words": "修了两天又停水"])
        #expect(no.status == 200, "\(no.text)")
        let state = try await scene.state()
        #expect(state == (round == 0 ? .reopened : .handedOver))
        if round == 0 { try await scene.step(scene.handler, "accept") }
      }
      let json = try await scene.keeper.get("/api/v1" + scene.address).json
      #expect(json["office"] as? String == "" && json["level"] as? String == "town")
      #expect(try await town.row(scene.matter).state == .inProgress)
      // The centre of the town has it now.
      let centre = try await town.person(.serviceCentre, at: TestTown.town)
      try await scene.step(centre, "accept")
      try await scene.step(
        centre, "answer", ["text": Self.reply + "这次由镇里督促换了整段水管。", "outcome": "solved"])
    }
  }

  @Test(arguments: Backend.all) func aSecondReturnIsDecidedByTheTownFinally(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "returnOnce", ["text": "  "], expects: 422)
      try await scene.step(scene.handler, "returnOnce", ["text": "这段是小区内管道，归规划建设办。"])
      #expect(try await scene.state() == .returned)
      let body = "规划建设办"
      let uncited = try await scene.step(scene.keeper, "handOver", ["office": "派出所", "text": "请办"], expects: 409)
      #expect(uncited.text.contains("依据"))
      try await scene.step(
        scene.keeper, "handOver", ["office": body, "basis": "《城镇供水条例》", "text": "请办"])
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: body)
      // The first office no longer sees it.
      #expect(try await scene.handler.get("/api/v1" + scene.address).status == 404)
      try await scene.step(other, "returnOnce", ["text": "水管归水务站。"])
      #expect(try await scene.state() == .disputed)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let water = try required(Catalogue.shipped.duty("GM0902")).lead
      try await scene.step(scene.keeper, "decideDispute", ["office": water, "text": "归水务站"], expects: 409)
      try await scene.step(officer, "decideDispute", ["office": water, "text": "归水务站。"])
      let refused = try await scene.step(scene.handler, "returnOnce", ["text": "还是不归我们。"], expects: 409)
      #expect(refused.text.contains("裁定"))
      try await scene.step(scene.handler, "accept")
    }
  }

  @Test(arguments: Backend.all) func theClockStandsStillWhileTheReporterIsAsked(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      let before = try await town.row(scene.matter).dueAt
      try await scene.step(scene.handler, "askReporter", ["text": "停水的是哪几户？"])
      let token = try await token(scene)
      #expect(try await town.resident.get("/r/\(token)").text.contains("停水的是哪几户"))
      town.clock.advance(minutes: 2 * 24 * 60)
      let work = orderWork(catalogues)
      try await work.run(town.program.app)
      #expect(try await scene.state() == .askingReporter)
      let added = try await town.resident.post("/r/\(token)/additions", [("text", "张家、李家两户"), ("kind", "added")])
      #expect(added.status == 303)
      try await work.run(town.program.app)
      #expect(try await scene.state() == .accepted)
      let after = try required(try await town.row(scene.matter).dueAt)
      #expect(after > (try required(before)))
      // Nobody replies: after ten working days the office goes on.
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: "水务站")
      try await scene.step(handler, "askReporter", ["text": "水表在哪里？"])
      town.clock.advance(minutes: 16 * 24 * 60)
      try await work.run(town.program.app)
      #expect(try await scene.state() == .accepted)
    }
  }

  @Test(arguments: Backend.all) func anExtensionIsAskedOnceAndApprovedByTheHeadOrTheDeputy(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town, reporters: 2)
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "askExtension", ["text": "材料没到"], expects: 422)
      try await scene.step(scene.handler, "askExtension", ["text": "材料没到", "amount": 90], expects: 409)
      try await scene.step(scene.handler, "askExtension", ["text": "管材要从县里调", "amount": 2])
      try await scene.step(scene.handler, "approveExtension", expects: 409)
      let before = try required(try await town.row(scene.matter).dueAt)
      try await scene.step(scene.head, "approveExtension")
      let after = try required(try await town.row(scene.matter).dueAt)
      #expect(after > before)
      #expect(try await told(town)["order_extended"] == 2)
      let again = try await scene.step(
        scene.handler, "askExtension", ["text": "还要两天", "amount": 2], expects: 409)
      #expect(again.text.contains("延期过一次"))
    }
  }

  @Test(arguments: Backend.all) func aReplyThatMissesTheQuestionComesBack(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      for (text, word) in [
        ("", "答复还没有写"), ("好的", "太短"), ("您反映的停水问题，我们 {哪天} 去现场看过，水管已经修好了，请您放心使用。", "还没有填"),
        ("低保申请材料已经收到，正在审核家庭收入情况，审核结果会在公示栏张贴，请耐心等待通知。", "好像"),
      ] {
        let answer = try await scene.step(
          scene.handler, "answer", ["text": text, "outcome": "solved"], expects: 422)
        #expect(answer.text.contains(word) || answer.text.contains("没有提到"), "\(text): \(answer.text)")
      }
      let impossible = try await scene.step(
        scene.handler, "answer", ["text": Self.reply, "outcome": "notPossible"], expects: 422)
      #expect(impossible.text.contains("\"reason\""))
      // The page keeps what was typed.
      let page = try await scene.handler.post(
        scene.address + "/steps", [("step", "answer"), ("text", "好的，知道"), ("outcome", "explained")])
      #expect(page.status == 422 && page.text.contains("好的，知道"))
      // Two answer at once: the second is told.
      let version = try required(try await scene.handler.get("/api/v1" + scene.address).json["version"] as? Int)
      let fields: [String: Any] = ["text": Self.reply, "outcome": "solved", "version": version]
      try await scene.step(scene.handler, "answer", fields)
      let late = try await scene.step(scene.head, "answer", fields, expects: 409)
      #expect(late.text.contains("已经改过"))
      // A program that names the version in If-Match is told so in HTTP's own way, and changes nothing.
      let path = scene.address + "/steps"
      let stale = try await scene.head.api(
        path, ["step": "close"], headers: ["If-Match": "\"v\(version)\""])
      #expect(stale.status == 412 && stale.headers["content-type"] == "application/problem+json")
      #expect(stale.json["type"] as? String == "urn:sanshi:problem:changedMeanwhile", "\(stale.text)")
      #expect(try await scene.state() == .answered)
      let tag = try required(try await scene.head.get("/api/v1" + scene.address).headers["etag"])
      let closed = try await scene.head.api(path, ["step": "close"], headers: ["If-Match": tag])
      #expect(closed.status == 200, "\(closed.text)")
      // Sent twice from a page: the second press is told in words, on the page.
      let twice = try await scene.head.post(path, [("step", "close"), ("version", "\(version)")])
      #expect(twice.status == 409 && twice.text.contains("别人已经改过这件工单"))
    }
  }

  @Test(arguments: Backend.all) func aReportOnAnOfficeNeverReachesIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(leaf: "GM1001", title: "窗口人员办事推诿")
      let keeper = try await town.keeper()
      let lead = try required(Catalogue.shipped.duty("GM1001")).lead
      let path = "/v/\(TestTown.qinghe)/matters/\(matter)/orders"
      let concerned = try await keeper.api(path, ["office": "社会事务办", "about": "社会事务办", "basis": "《条例》"])
      #expect(concerned.status == 409)
      let made = try await keeper.api(path, ["office": lead, "about": "社会事务办", "basis": "《信访工作条例》"])
      #expect(made.status == 201, "\(made.text)")
      let order = try required(made.json["id"] as? String)
      let about = try await town.person(.departmentHandler, at: TestTown.town, body: "社会事务办")
      #expect(try await about.get("/api/v1/v/\(TestTown.qinghe)/orders/\(order)").status == 404)
      let list = try await about.get("/t/\(TestTown.town)/orders")
      #expect(list.status == 200 && !list.text.contains("推诿"))
      let step = try await about.api("/v/\(TestTown.qinghe)/orders/\(order)/steps", ["step": "accept"])
      #expect(step.status == 404)
    }
  }

  @Test(arguments: Backend.all) func whoeverHasNoBusinessIsRefused(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let wrongOffice = try await town.person(.departmentHandler, at: TestTown.town, body: "司法所")
      #expect(try await wrongOffice.get("/api/v1" + scene.address).status == 404)
      let otherTown = try await town.person(.departmentHandler, at: TestTown.otherTown, body: "水务站")
      #expect(try await otherTown.get("/api/v1" + scene.address).status == 403)
      let neighbour = try await town.keeper(TestTown.willow)
      #expect(try await neighbour.get("/api/v1" + scene.address).status == 403)
      let forged = try await neighbour.api(
        "/v/\(TestTown.willow)/orders/\(scene.order)/steps", ["step": "takeBack", "text": "收回"])
      #expect(forged.status == 404)
      // Who supervises the village reads the order, without the residents' words.
      let supervisor = try await town.person(.supervisor, at: TestTown.qinghe)
      let page = try await supervisor.get(scene.address)
      #expect(page.status == 200 && !page.text.contains("第0位"))
      let nothing = try await supervisor.api(scene.address + "/steps", ["step": "accept"])
      #expect(nothing.status == 409)
      // Community matters are not handed over, and nothing twice.
      let lamp = try await town.matter()
      let community = try await scene.keeper.api("/v/\(TestTown.qinghe)/matters/\(lamp)/orders", ["office": "水务站"])
      #expect(community.status == 409)
      let twice = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/matters/\(scene.matter)/orders", ["office": "水务站"])
      #expect(twice.status == 409)
    }
  }

  @Test(arguments: Backend.all) func whatIsTakenBackIsHandedOverAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.keeper, "takeBack", ["text": "交错了"])
      #expect(try await town.row(scene.matter).workOrder == nil)
      #expect(try await town.row(scene.matter).state == .inProgress)
      let made = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/matters/\(scene.matter)/orders", ["office": ""])
      #expect(made.status == 201, "\(made.text)")
      let order = try required(made.json["id"] as? String)
      // The village's own centre keeps it: passed up to the town, a level at a time.
      let up = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/orders/\(order)/steps", ["step": "passUp", "text": "村里办不了"])
      #expect(up.status == 200 && up.json["level"] as? String == "town", "\(up.text)")
      let centre = try await town.person(.serviceCentre, at: TestTown.town)
      let spot = try await centre.api(
        "/v/\(TestTown.qinghe)/orders/\(order)/steps",
        ["step": "answerOnSpot", "text": Self.reply, "outcome": "solved"])
      #expect(spot.status == 200, "\(spot.text)")
    }
  }
}
