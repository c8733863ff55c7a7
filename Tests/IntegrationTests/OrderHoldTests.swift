import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import Connect
@testable import WorkOrders
@testable import sanshi

/// What is open in an order is lost by no step, and nothing waits for ever.
@Suite struct OrderHoldTests {
  private static let building = "规划建设办"
  private static let reply = "三组水管爆裂已于十一月十八日更换，现在水压正常，停水的三户都已通水。还有疑问请找水务站王师傅。"

  private struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let address: String
    let keeper: Client
    let handler: Client
    let head: Client
    let officer: Client

    func json() async throws -> [String: Any] { try await officer.get("/api/v1" + address).json }
    func state() async throws -> String { try await json()["state"] as? String ?? "" }
    func steps(of who: Client) async throws -> [String] {
      try await who.get("/api/v1" + address).json["steps"] as? [String] ?? []
    }

    func token() async throws -> String {
      let key = try town.key()
      return try await town.program.app.database.read { tx in
        let concern = try required(try tx.concerns(ofRoot: matter, in: key).first).concern
        return town.program.app.ledger.token(for: "concern \(concern.id)")
      }
    }

    func work(aLook: Int = 200) async throws { try await orderWork(catalogues, aLook: aLook).run(town.program.app) }

    func bell(_ who: Client) async throws -> [String] {
      try await Outbox().run(town.program.app)
      return try await who.get("/api/v1/notices").items.compactMap { ($0["text"] as? [String: String])?["zh"] }
    }
  }

  private func scene(_ town: TestTown, accepted: Bool = true) async throws -> Scene {
    let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    let scene = Scene(
      town: town, matter: matter, address: try await town.handOver(matter, by: keeper, ["office": body]),
      keeper: keeper,
      handler: try await town.person(.departmentHandler, at: TestTown.town, body: body),
      head: try await town.person(.departmentHead, at: TestTown.town, body: body),
      officer: try await town.person(.townOfficer, at: TestTown.town))
    if accepted { try await scene.step(scene.handler, "accept") }
    return scene
  }

  /// Days later everybody has to sign in anew.
  private func later(_ scene: Scene, days: Int) async throws -> Scene {
    let town = scene.town
    town.clock.advance(minutes: days * 24 * 60)
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    return Scene(
      town: town, matter: scene.matter, address: scene.address, keeper: try await town.keeper(),
      handler: try await town.person(.departmentHandler, at: TestTown.town, body: body),
      head: try await town.person(.departmentHead, at: TestTown.town, body: body),
      officer: try await town.person(.townOfficer, at: TestTown.town))
  }

  private static let toBuilding = ["office": building, "basis": "《城市供水条例》", "text": "由建设办统一处理。"]

  @Test(arguments: Backend.all) func anotherOfficeBeginsWithARunningClock(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      var scene = try await scene(town)
      #expect(try await scene.json()["due_at"] != nil)
      try await scene.step(scene.head, "freeze", ["text": "等鉴定。"])
      #expect(try await scene.json()["due_at"] == nil)
      scene = try await later(scene, days: 3)
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      let same = try await scene.step(
        scene.officer, "reassign",
        ["office": try required(Catalogue.shipped.duty("GM0902")).lead, "basis": "《条例》", "text": "还是你们。"], expects: 409)
      #expect(same.text.contains("本来就在这个单位"))
      #expect(try await scene.state() == "frozen")
      try await scene.step(scene.officer, "reassign", Self.toBuilding)
      try await scene.step(other, "accept")
      let json = try await scene.json()
      #expect(json["due_at"] != nil && json["light"] as? String != nil)
      #expect((json["counted"] as? [String: String])?["zh"]?.contains("暂停办理") ?? false, "\(json["counted"] ?? "")")
      #expect(json["state"] as? String == "accepted")
    }
  }

  @Test(arguments: Backend.all) func whatIsTakenBackWhileItStandsStillRunsAgain(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      try await scene.step(scene.head, "freeze", ["text": "等鉴定。"])
      try await scene.step(scene.officer, "takeBack", ["text": "重新安排。"])
      let made = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/matters/\(scene.matter)/orders", Self.toBuilding)
      #expect(made.status == 201, "\(made.text)")
      let order = try required(made.json["id"] as? String)
      let taken = try await other.api("/v/\(TestTown.qinghe)/orders/\(order)/steps", ["step": "accept"])
      #expect(taken.status == 200 && taken.json["due_at"] != nil, "\(taken.text)")
      let open = try await town.program.app.database.read { tx in
        try tx.rows("SELECT * FROM work_order WHERE state = 'takenBack'").map(OrderRow.init).map { try $0.open }
      }
      #expect(open == [OpenParts()])
    }
  }

  @Test(arguments: Backend.all) func freezingLosesNoQuestion(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "askReporter", ["text": "停水的是哪几户？"])
      try await scene.step(scene.head, "freeze", ["text": "等鉴定。"])
      #expect(try await town.resident.get("/r/\(scene.token())").text.contains("请在下面“补充”里回答"))
      try await scene.step(scene.head, "unfreeze", ["text": "鉴定来了。"])
      #expect(try await scene.state() == "askingReporter")
      try await scene.step(scene.head, "freeze", ["text": "再等。"])
      // The reply comes while it is frozen: the question ends, the order stays frozen.
      town.clock.advance(minutes: 60)
      let token = try await scene.token()
      #expect(try await town.resident.post("/r/\(token)/additions", [("text", "张家"), ("kind", "added")]).status == 303)
      try await scene.work()
      #expect(try await scene.state() == "frozen")
      #expect(try await !town.resident.get("/r/\(token)").text.contains("请在下面“补充”里回答"))
      try await scene.step(scene.handler, "reporterReplied", expects: 409)
      try await scene.step(scene.head, "unfreeze", ["text": "接着办。"])
      #expect(try await scene.state() == "accepted")
    }
  }

  @Test(arguments: Backend.all) func helpersFinishWhateverElseHappens(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let helper = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      try await scene.step(scene.handler, "callCoHandlers", ["office": Self.building, "text": "请看路面。"])
      try await scene.step(scene.handler, "askReporter", ["text": "停水的是哪几户？"])
      try await scene.step(helper, "recordProgress", ["text": "已到现场。"])
      try await scene.step(scene.keeper, "reporterReplied")
      #expect(try await scene.state() == "awaitingCoHandlers")
      try await scene.step(scene.handler, "askExtension", ["text": "管材要从县里调", "amount": 2])
      try await scene.step(helper, "recordProgress", ["text": "正在回填。"])
      try await scene.step(scene.head, "freeze", ["text": "等管材。"])
      try await scene.step(scene.head, "unfreeze", ["text": "管材到了。"])
      #expect(try await scene.state() == "extensionAsked")
      try await scene.step(scene.head, "approveExtension")
      #expect(try await scene.state() == "awaitingCoHandlers")
      try await scene.step(helper, "coHandlersDone", ["text": "路面已回填。"])
      #expect(try await scene.state() == "accepted")
      try await scene.step(scene.handler, "coHandlersDone", ["text": "没有了"], expects: 409)
    }
  }

  @Test(arguments: Backend.all) func theTownDecidesForASingleHead(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.head, "askExtension", ["text": "管材要从县里调", "amount": 2])
      let own = try await scene.step(scene.head, "approveExtension", expects: 409)
      #expect(own.text.contains("镇办公室"))
      #expect(try await !scene.steps(of: scene.head).contains("approveExtension"))
      #expect(try await scene.bell(scene.officer).first?.contains("申请延期") ?? false)
      func desk(_ who: Client) async throws -> [String] {
        try await who.get("/api/v1/home").items.filter { $0["kind"] as? String == "extensionAsked" }
          .compactMap { $0["href"] as? String }
      }
      #expect(try await desk(scene.officer) == [scene.address])
      #expect(try await desk(scene.head) == [])
      #expect(try await scene.steps(of: scene.officer).contains("approveExtension"))
      // A second head is there: it is the head's again.
      let body = try required(Catalogue.shipped.duty("GM0902")).lead
      let second = try await town.person(.departmentHead, at: TestTown.town, body: body)
      #expect(try await desk(scene.officer) == [])
      #expect(try await desk(second) == [scene.address])
      try await scene.step(scene.officer, "approveExtension", expects: 409)
      try await scene.step(second, "approveExtension")
    }
  }

  @Test(arguments: Backend.all) func askingAgainStopsTheClockNoMore(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      var scene = try await scene(town)
      for round in 0..<3 {
        try await scene.step(scene.handler, "askReporter", ["text": "第\(round)问：停水的是哪几户？"])
        let json = try await scene.json()
        #expect((json["remaining"] as? [String: String])?["zh"]?.contains("暂停") == (round == 0), "\(json)")
        scene = try await later(scene, days: 16)
        try await scene.work()
        #expect(try await scene.state() == "accepted")
        let page = try await scene.handler.get(scene.address + "?step=askReporter").text
        #expect(page.contains("再问不停表"))
      }
    }
  }

  @Test(arguments: Backend.all) func anAnswerIsRatedUrgedAndStands(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      var scene = try await scene(town)
      let token = try await scene.token()
      try await scene.step(scene.handler, "answer", ["text": Self.reply, "outcome": "solved"])
      try await scene.step(scene.officer, "urge", ["text": "请办结。"])
      let no = try await town.resident.api("/r/\(token)/rating", ["solved": "no", "satisfied": 1, "words": "又停水了"])
      #expect(no.status == 200, "\(no.text)")
      #expect(try await scene.state() == "reopened")
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "answer", ["text": Self.reply, "outcome": "solved"])
      scene = try await later(scene, days: 10)
      try await scene.work()
      #expect(try await scene.state() == "answered")
      scene = try await later(scene, days: 15)
      try await scene.work()
      #expect(try await scene.state() == "closed")
      let row = try await town.row(scene.matter)
      #expect(row.state == .closed && row.workOrder == nil)
    }
  }

  @Test(arguments: Backend.all) func whatNobodyTakesUpTurnsRedAndIsToldOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      var scene = try await scene(town, accepted: false)
      let list = "/api/v1/t/\(TestTown.town)/orders"
      #expect(try await scene.officer.get(list + "?light=red").items.isEmpty)
      scene = try await later(scene, days: 4)
      #expect(try await scene.json()["light"] as? String == "red")
      #expect(try await scene.officer.get(list + "?light=red").items.count == 1)
      #expect(try await scene.officer.get("/t/\(TestTown.town)/orders").text.contains("未按时签收"))
      #expect(try await scene.officer.get(scene.address).text.contains("未按时签收"))
      let board = try await scene.officer.get(list + "/board")
      let figures = board.items.first?["figures"] as? [String: Any]
      #expect(figures?["overdue"] as? Int == 1, "\(board.text.prefix(300))")
      for _ in 0..<2 { try await scene.work() }
      #expect(try await scene.bell(scene.head).filter { $0.contains("应在") }.count == 1)
      #expect(try await scene.bell(scene.keeper).filter { $0.contains("还没有人接手") }.count == 1)
      try await scene.step(scene.handler, "accept")
      #expect(try await scene.json()["light"] as? String != "red")
    }
  }

  @Test(arguments: Backend.all) func aWithdrawalIsToldAndClosesAsSuch(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let token = try await scene.token()
      try await scene.step(scene.handler, "closeWithdrawn", ["text": "不用办了。"], expects: 409)
      try await scene.step(scene.handler, "askReporter", ["text": "停水的是哪几户？"])
      #expect(try await town.resident.post("/r/\(token)/withdrawal").status == 303)
      #expect(try await scene.bell(scene.handler).first?.contains("都撤回了") ?? false)
      #expect(try await scene.state() == "accepted", "nobody is waited for")
      #expect(try await scene.handler.get(scene.address).text.contains("没有人等答复"))
      let asked = try await scene.step(scene.handler, "askReporter", ["text": "在吗？"], expects: 409)
      #expect(asked.text.contains("没有人可以问"))
      let steps = try await scene.steps(of: scene.handler)
      #expect(!steps.contains("askReporter") && steps.contains("closeWithdrawn"))
      try await scene.step(scene.handler, "closeWithdrawn", ["text": "反映人说已自己修好。"])
      let row = try await town.row(scene.matter)
      #expect(row.state == .closed && row.workOrder == nil)
    }
  }

  /// More questions than one look reads: each reply is found in the same run.
  @Test(arguments: Backend.all) func everyReplyIsFoundInOneRun(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      var scenes: [Scene] = []
      for _ in 0..<3 { scenes.append(try await scene(town)) }
      for scene in scenes { try await scene.step(scene.handler, "askReporter", ["text": "停水的是哪几户？"]) }
      town.clock.advance(minutes: 60)
      for scene in scenes.dropFirst() {
        let added = [("text", "张家"), ("kind", "added")]
        #expect(try await town.resident.post("/r/\(scene.token())/additions", added).status == 303)
      }
      try await scenes[0].work(aLook: 1)
      for (scene, state) in zip(scenes, ["askingReporter", "accepted", "accepted"]) {
        #expect(try await scene.state() == state)
      }
      scenes[0] = try await later(scenes[0], days: 16)
      try await scenes[0].work(aLook: 1)
      #expect(try await scenes[0].state() == "accepted")
    }
  }

  /// Who gave no version wants the step on the order as it is, whatever somebody or the recounting of clocks did meanwhile.
  @Test(arguments: Backend.all) func threeStepsAtOnceAreAllTaken(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      for round in 1...5 {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 1...3 {
            group.addTask {
              try await scene.step(scene.handler, "recordProgress", ["text": "第\(round)天第\(number)处已派人查看。"])
            }
          }
          try await group.waitForAll()
        }
      }
      let history = try await scene.json()["history"] as? [[String: Any]] ?? []
      #expect(history.count { $0["step"] as? String == "recordProgress" } == 15)
    }
  }
}
