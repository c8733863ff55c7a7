import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Who decides an order, what is counted and not chosen, and what those concerned are told of it.
@Suite struct OrderDecisionTests {
  private static let water = "水务站"
  private static let building = "规划建设办"

  private struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let address: String
    let keeper: Client
    let handler: Client
    let officer: Client

    func json(_ who: Client? = nil) async throws -> [String: Any] {
      try await (who ?? officer).get("/api/v1" + address).json
    }
    func state() async throws -> String { try await json()["state"] as? String ?? "" }
  }

  private func scene(_ town: TestTown, _ fields: [String: Any] = ["office": water]) async throws -> Scene {
    let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    return Scene(
      town: town, matter: matter, address: try await town.handOver(matter, by: keeper, fields), keeper: keeper,
      handler: try await town.person(.departmentHandler, at: TestTown.town, body: Self.water),
      officer: try await town.person(.townOfficer, at: TestTown.town))
  }

  private func texts(_ town: TestTown, of key: String) async throws -> [String] {
    try await town.program.app.database.read { tx in
      try tx.rows("SELECT text_zh FROM outbox WHERE text_zh LIKE \("%\(key)%")").map { try $0.text("text_zh") }
    }
  }

  @Test(arguments: Backend.all) func whatTheTownDecidedIsUndoneByTheTownAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "returnOnce", ["text": "这段是小区内管道，归规划建设办。"])
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      try await scene.step(
        scene.keeper, "handOver", ["office": Self.building, "basis": "《城镇供水条例》", "text": "请办"])
      try await scene.step(other, "returnOnce", ["text": "水管归水务站。"])
      try await scene.step(scene.officer, "decideDispute", ["office": Self.water, "text": "归水务站。"])
      for step in ["takeBack", "passUp", "answerOnSpot"] {
        let refused = try await scene.step(
          scene.keeper, step, ["text": "水管已经换好，现在有水了。", "outcome": "solved"], expects: 409)
        #expect(refused.json["type"] as? String == "urn:sanshi:problem:townHasDecided", "\(refused.text)")
      }
      #expect(try await scene.json(scene.keeper)["steps"] as? [String] == ["recordProgress"])
      // The town may think again; the office it names then has been judged by nobody.
      try await scene.step(
        scene.officer, "reassign", ["office": "派出所", "basis": "《治安管理处罚法》", "text": "请派出所办。"])
      let police = try await town.person(.departmentHandler, at: TestTown.town, body: "派出所")
      try await scene.step(police, "returnOnce", ["text": "不是治安的事。"])
      #expect(try await scene.state() == "disputed")
    }
  }

  @Test(arguments: Backend.all) func whetherItIsTheSecondTimeIsCounted(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "returnAgain", ["text": "不归我们。"])
      #expect(try await scene.state() == "returned")
      try await scene.step(
        scene.keeper, "handOver", ["office": Self.building, "basis": "《城镇供水条例》", "text": "请办"])
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: Self.building)
      try await scene.step(other, "accept")
      try await scene.step(
        other, "answer", ["text": "三组水管爆裂已更换，现在水压正常，停水的三户都已通水。", "outcome": "solved"])
      try await scene.step(scene.keeper, "reopenAbove", ["text": "又漏了。"])
      let json = try await scene.json()
      #expect(json["state"] as? String == "reopened" && json["office"] as? String == Self.building)
    }
  }

  @Test(arguments: Backend.all) func aRefusedStepSaysWhoMayTakeIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      for (who, step) in [(scene.handler, "urge"), (scene.handler, "reassign"), (scene.keeper, "decideDispute")] {
        let refused = try await scene.step(
          who, step, ["text": "请快办。", "office": Self.building, "basis": "《条例》"], expects: 409)
        #expect(refused.text.contains("wayOut") || refused.text.contains("镇办公室") || refused.text.contains("现在"))
      }
      let nothing = try await scene.step(
        scene.handler, "answerSupervision", ["text": "正在办。"], expects: 409)
      #expect(nothing.json["type"] as? String == "urn:sanshi:problem:notSupervised", "\(nothing.text)")
      try await scene.step(scene.handler, "accept")
      let own = try await scene.step(
        scene.handler, "callCoHandlers", ["office": Self.water, "text": "请协办。"], expects: 422)
      #expect(own.text.contains("自己的单位"))
      // What is offered instead can be done: nobody was asked, nobody helps.
      try await scene.step(scene.handler, "askReporter", ["text": "是几号楼？"])
      let refused = try await scene.step(scene.handler, "accept", expects: 409)
      #expect(refused.text.contains("反映人已补充") && !refused.text.contains("协办完成"), "\(refused.text)")
    }
  }

  @Test(arguments: Backend.all) func theTownDecidesWhileTheOnlyHeadIsAway(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await town.person(.departmentHead, at: TestTown.town, body: Self.water)
      let (away, deputy) = try await town.program.app.database.read { tx in
        let members = try tx.officeMembers(of: try required(town.places[TestTown.town]).id, on: town.clock.now.day)
        func one(_ isHead: Bool) throws -> String {
          try required(members.first { $0.isHead == isHead }).account.description
        }
        return (try one(true), try one(false))
      }
      let today = town.clock.now.day
      let absence = ["account": away, "from": today.iso, "until": today.adding(3).iso, "deputy": deputy]
      #expect(try await admin.api("/t/\(TestTown.town)/absences", absence).status == 201)
      let twice = try await admin.api("/t/\(TestTown.town)/absences", absence)
      #expect(twice.status == 422 && twice.text.contains("\"from\""), "\(twice.text)")
      let over = try await admin.api(
        "/t/\(TestTown.town)/absences",
        ["account": deputy, "from": today.adding(-9).iso, "until": today.adding(-1).iso, "deputy": ""])
      #expect(over.status == 422 && over.text.contains("\"until\""), "\(over.text)")
      let each = try await admin.api(
        "/t/\(TestTown.town)/absences",
        ["account": deputy, "from": today.iso, "until": today.iso, "deputy": away])
      #expect(each.status == 422 && each.text.contains("\"deputy\""), "\(each.text)")
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "askExtension", ["amount": "1", "text": "等配件。"])
      try await scene.step(scene.handler, "approveExtension", expects: 409)
      let desk = try await scene.officer.get("/api/v1/home").items.compactMap { $0["kind"] as? String }
      #expect(desk.contains("extensionAsked"))
      try await scene.step(scene.officer, "approveExtension")
      #expect(try await scene.state() == "accepted")
    }
  }

  /// An office that never had it is not praised for the answer.
  @Test(arguments: Backend.all) func anAnswerAtTheCounterIsTheCentres(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(
        scene.keeper, "answerOnSpot", ["text": "三组水管爆裂已更换，现在水压正常，停水的三户都已通水。", "outcome": "solved"])
      let json = try await scene.json()
      #expect(json["office"] as? String == "" && json["state"] as? String == "answered")
      let counted = try await town.program.app.database.read { tx in
        try tx.rows("SELECT * FROM answer_tally WHERE office = \(Self.water)").count
      }
      #expect(counted == 0)
    }
  }

  @Test(arguments: Backend.all) func theReporterIsToldThatTheClockWaits(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "askReporter", ["text": "是几号楼的水表？"])
      let told = try await texts(town, of: "是几号楼")
      #expect(!told.isEmpty && told.allSatisfy { $0.contains("不计办理时间，最迟等到") }, "\(told)")
      // A reply that speaks of what was asked and said later is no reply to another question.
      try await scene.step(scene.handler, "reporterReplied", ["text": "五栋。"])
      try await scene.step(
        scene.handler, "answer", ["text": "五号楼水表后面的阀门换了，现在能拧开，请放心使用。", "outcome": "solved"])
    }
  }

  @Test(arguments: Backend.all) func aCentreSeesWhatItHasInHand(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town, ["office": "centre"])
      let (village, above) = (
        try await town.person(.serviceCentre, at: TestTown.qinghe),
        try await town.person(.serviceCentre, at: TestTown.town)
      )
      func hand(_ who: Client) async throws -> [String] {
        try await who.get("/api/v1/home").items.filter { $0["kind"] as? String == "order" }
          .compactMap { $0["title"] as? String }
      }
      #expect(try await hand(village) == ["三组水管爆了停水"])
      #expect(try await hand(above) == [])
      #expect(try await hand(town.person(.serviceCentre, at: TestTown.willow)) == [])
      try await scene.step(scene.keeper, "passUp", ["text": "要镇里协调。"])
      #expect(try await hand(village) == [])
      #expect(try await hand(above) == ["三组水管爆了停水"])
      let deadlines = try await above.get("/api/v1/deadlines")
      #expect(deadlines.text.contains("三组水管爆了停水"))
      try await scene.step(above, "handOver", ["office": Self.water, "text": "请办"])
      #expect(try await hand(above) == [])
    }
  }

  /// A village without a centre of its own: its keeper can act on what comes down.
  @Test(arguments: Backend.all) func whatIsPassedDownIsInTheKeepersHands(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town, ["office": "centre", "level": "town"])
      let centre = try await town.person(.serviceCentre, at: TestTown.town)
      #expect(try await scene.json(scene.keeper)["steps"] as? [String] == [])
      try await scene.step(centre, "passDown", ["text": "请村里先看。"])
      let steps = try await scene.json(scene.keeper)["steps"] as? [String] ?? []
      #expect(Set(steps).isSuperset(of: ["passUp", "answerOnSpot"]), "\(steps)")
      try await scene.step(
        scene.keeper, "answerOnSpot", ["text": "三组水管爆裂已更换，现在水压正常，停水的三户都已通水。", "outcome": "solved"])
    }
  }

  @Test(arguments: Backend.all) func standingClocksHaveNoLight(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      let list = "/api/v1/t/\(TestTown.town)/orders"
      #expect(try await scene.officer.get(list + "?light=paused").items.isEmpty)
      try await scene.step(scene.handler, "askReporter", ["text": "是几号楼？"])
      for query in ["?light=paused", "?state=askingReporter", "?light=paused&state=askingReporter"] {
        let items = try await scene.officer.get(list + query).items
        #expect(items.count == 1 && items.first?["light"] as? String == nil, "\(query)")
      }
      for query in ["?light=green", "?light=amber", "?light=red", "?light=paused&state=accepted"] {
        #expect(try await scene.officer.get(list + query).items.isEmpty, "\(query)")
      }
      #expect(try await scene.officer.get("/t/\(TestTown.town)/orders?light=paused").text.contains("暂停计时"))
    }
  }

  /// A report on an office is on no desk and in no calendar of the offices that take part in such matters.
  @Test(arguments: Backend.all) func aReportOnAnOfficeStandsOnNoOthersDesk(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let duty = try required(Catalogue.shipped.duty("GM1003"))
      let helper = try required(duty.coHandlers.first)
      _ = try await town.matter(leaf: "GM1003", title: "乱罚款的事")
      for body in duty.coHandlers {
        let other = try await town.person(.departmentHead, at: TestTown.town, body: body)
        for path in ["/api/v1/home", "/api/v1/deadlines", "/home", "/deadlines"] {
          #expect(try await !other.get(path).text.contains("乱罚款的事"), "\(body) \(path)")
        }
      }
      #expect(!helper.isEmpty)
      let lead = try await town.person(.departmentHandler, at: TestTown.town, body: duty.lead)
      #expect(try await lead.get("/api/v1/home").text.contains("乱罚款的事"))
    }
  }
}
