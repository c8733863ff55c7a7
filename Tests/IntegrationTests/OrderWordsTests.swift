import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// What an order says to whom: an office reads what reporters add, reporters read nothing of each other; and the way from the
/// village over the town's centre to an office.
@Suite struct OrderWordsTests {
  private struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let order: String
    let keeper: Client
    let handler: Client
    let body: String
    var address: String { "/v/\(TestTown.qinghe)/orders/\(order)" }

    /// The tracking tokens of the reporters.
    func tokens() async throws -> [String] {
      let key = try town.key()
      return try await town.program.app.database.read { tx in
        try tx.concerns(ofRoot: matter, in: key).map { town.program.app.ledger.token(for: "concern \($0.concern.id)") }
      }
    }
  }

  private func scene(_ town: TestTown, office: String? = nil) async throws -> Scene {
    let matter = try await town.matter(leaf: "GM0902", reporters: 2, title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
    let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": office ?? body])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let order = try required(made.json["id"] as? String)
    return Scene(town: town, matter: matter, order: order, keeper: keeper, handler: handler, body: body)
  }

  @Test(arguments: Backend.all) func theOfficeReadsWhatTheReporterAnswers(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      try await scene.step(scene.handler, "askReporter", ["text": "水从哪里漏出来的？"])
      let token = try required(try await scene.tokens().first)
      let added = try await town.resident.post("/r/\(token)/additions", [("text", "漏在王家门口"), ("kind", "added")])
      #expect(added.status == 303)
      let order = try await scene.handler.get("/api/v1" + scene.address)
      #expect((order.json["later"] as? [[String: Any]])?.compactMap { $0["text"] as? String } == ["漏在王家门口"])
      #expect((order.json["asked"] as? [Any])?.count == 2)
      #expect(try await scene.handler.get(scene.address).text.contains("漏在王家门口"))
      // Another office sees nothing of it, and neither does the other reporter.
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "派出所")
      #expect(try await other.get("/api/v1" + scene.address).status == 404)
      let second = try required(try await scene.tokens().last)
      #expect(try await !town.resident.get("/r/\(second)").text.contains("王家门口"))
    }
  }

  @Test(arguments: Backend.all) func whatOneReporterSaysToReopenIsNotToldToTheOthers(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      try await scene.step(
        scene.handler, "answer",
        ["text": "三组爆了的水管已经换好，停水的三户都来水了。还有疑问请找水务站王师傅。", "outcome": "solved"])
      try await scene.step(scene.handler, "close")
      let tokens = try await scene.tokens()
      let rated = try await town.resident.post(
        "/r/\(tokens[0])/rating", [("solved", "no"), ("satisfied", "2"), ("words", "我家李四的院坝还没有水")])
      #expect(rated.status == 303, "\(rated.text.prefix(300))")
      let other = try await town.resident.get("/r/\(tokens[1])").text
      #expect(!other.contains("李四") && other.contains("重新办理"))
      #expect(try await scene.handler.get(scene.address).text.contains("我家李四的院坝还没有水"))
    }
  }

  @Test(arguments: Backend.all) func aCentreHandsOnToTheOffice(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town, office: "")
      let centre = try await town.person(.serviceCentre, at: TestTown.town)
      try await scene.step(scene.keeper, "passUp", ["text": "村里没有水表钥匙，请镇里办"])
      let order = try await centre.get("/api/v1" + scene.address)
      #expect((order.json["steps"] as? [String])?.contains("handOver") ?? false)
      try await scene.step(centre, "accept")
      let unknown = try await scene.step(centre, "handOver", ["office": "不存在的单位", "basis": "《供水条例》"], expects: 422)
      #expect(unknown.text.contains("不存在的单位"))
      let handed = try await scene.step(centre, "handOver", ["office": scene.body])
      #expect(handed.json["office"] as? String == scene.body && handed.json["state"] as? String == "handedOver")
      // Now it is the office's: the centre does not pass it up from under its hands.
      let accepted = try await scene.step(scene.handler, "accept")
      #expect((accepted.json["steps"] as? [String])?.contains("answer") ?? false)
      try await scene.step(centre, "passUp", ["text": "再往上报"], expects: 409)
      try await scene.step(centre, "handOver", ["office": scene.body], expects: 409)
      try await scene.step(scene.handler, "callCoHandlers", ["office": "没有的单位", "text": "请来"], expects: 422)
      try await scene.step(scene.handler, "callCoHandlers", ["office": "派出所", "text": "请来维持交通"])
      let helper = try await town.person(.departmentHandler, at: TestTown.town, body: "派出所")
      try await scene.step(helper, "coHandlersDone", ["text": "交通已疏导"])
      let history = try await scene.handler.get("/api/v1" + scene.address).json["history"] as? [[String: Any]]
      #expect(history?.last { $0["step"] as? String == "coHandlersDone" }?["from"] as? String == "派出所")
    }
  }

  /// A message's link to rate opens the rating and nothing else.
  @Test(arguments: Backend.all) func theLinkToRateIsForRatingAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.handler, "accept")
      let key = try town.key()
      let concern = try await town.program.app.database.read { tx in
        try required(try tx.concerns(ofRoot: scene.matter, in: key).first).concern.id
      }
      let ledger = town.program.app.ledger
      let secret = PurposeSecret.rating(concern, ledger).text
      #expect(try await town.resident.get("/rating/\(secret)").text.contains("现在没有要评价的事"))
      try await scene.step(
        scene.handler, "answer",
        ["text": "三组爆了的水管已经换好，停水的三户都来水了。还有疑问请找水务站王师傅。", "outcome": "explained"])
      #expect(try await !town.resident.get("/rating/\(secret)").text.contains("现在没有要评价的事"))
      try await scene.step(scene.handler, "close")
      let page = try await town.resident.get("/rating/\(secret)").text
      #expect(page.contains("水管已经换好") && !page.contains("/r/"))
      for wrong in [secret + "0", PurposeSecret.notices(concern, ledger).text, "\(concern)-" + "a", "1-x"] {
        #expect(try await town.resident.get("/rating/\(wrong)").status == 404)
        #expect(
          try await town.resident.post("/rating/\(wrong)", [("solved", "yes"), ("satisfied", "5")]).status == 404)
      }
      #expect(try await town.resident.get("/r/\(secret)").status == 404)
      let unsaid = try await town.resident.post("/rating/\(secret)", [("solved", "no"), ("satisfied", "1")])
      #expect(unsaid.status == 422)
      let rated = try await town.resident.post("/rating/\(secret)", [("solved", "yes"), ("satisfied", "5")])
      #expect(rated.status == 303)
      let again = try await town.resident.api("/rating/\(secret)", ["solved": "yes", "satisfied": 5])
      #expect(again.status == 409)
    }
  }

  @Test(arguments: Backend.all) func stepsKeepToTheirOwnDoors(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      // A program that may only read takes no step.
      let until = town.clock.now.day.adding(30).iso
      let made = try await scene.handler.post(
        "/account/tokens", [("name", "应用"), ("capabilities", "read_matters"), ("until", until)])
      let key = String(try required(made.text.firstMatch(of: /sanshi_[0-9a-z]+/)).output)
      try await scene.step(Client(port: town.port, bearer: key), "accept", expects: 403)
      // Ratings are written where they are asked for.
      let rated = try await scene.step(scene.keeper, "rate", expects: 422)
      #expect(rated.text.contains("step"))
      // Taken back and handed over anew: the old order stays where it is.
      try await scene.step(scene.keeper, "takeBack", ["text": "重新安排"])
      let path = "/v/\(TestTown.qinghe)/matters/\(scene.matter)/orders"
      let grouped = try await scene.keeper.api(path, ["office": scene.body, "level": "group"])
      #expect(grouped.status == 422 && grouped.text.contains("level"))
      #expect(try await scene.keeper.api(path, ["office": scene.body]).status == 201)
      try await scene.step(scene.keeper, "handOver", ["office": scene.body], expects: 409)
      try await town.verify()
    }
  }

  @Test(arguments: Backend.all) func whatWasTakenBackGoesOutAgain(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      try await scene.step(scene.keeper, "takeBack", ["text": "重新安排"])
      try await scene.step(scene.keeper, "handOver", ["office": scene.body])
      #expect(try await town.row(scene.matter).workOrder != nil)
      try await town.verify()
    }
  }

  /// An extension is for one start: reopened, there is a new one.
  @Test(arguments: Backend.all) func afterReopeningAnExtensionMayBeAskedAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let head = try await town.person(.departmentHead, at: TestTown.town, body: scene.body)
      let reply: [String: Any] = [
        "text": "三组爆了的水管已经换好，停水的三户都来水了。还有疑问请找水务站王师傅。", "outcome": "solved",
      ]
      for _ in 0..<2 {
        try await scene.step(scene.handler, "accept")
        try await scene.step(scene.handler, "askExtension", ["text": "管材要从县里调", "amount": 1])
        try await scene.step(head, "approveExtension")
        try await scene.step(scene.handler, "askExtension", ["text": "再延一次", "amount": 1], expects: 409)
        try await scene.step(scene.handler, "answer", reply)
        try await scene.step(scene.handler, "close")
        let token = try required(try await scene.tokens().first)
        let state = try await town.resident.get("/r/\(token)").text
        guard !state.contains("重新办理") else { return }
        let rated = try await town.resident.post(
          "/r/\(token)/rating", [("solved", "no"), ("satisfied", "2"), ("words", "又停水了")])
        #expect(rated.status == 303)
      }
    }
  }

  /// Case 54.
  @Test func aGroupIsSpokenForByFiveAtMost() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let matter = try await town.matter(leaf: "GM0902", title: "三组的人来访")
      let (keeper, body) = (try await town.keeper(), try required(Catalogue.shipped.duty("GM0902")).lead)
      let address = "/v/\(TestTown.qinghe)/matters/\(matter)/orders"
      let six = try await keeper.api(address, ["office": body, "kind": "petition", "spokespersons": "6"])
      #expect(six.status == 409 && six.text.contains("tooManySpokespersons"))
      let five = try await keeper.api(address, ["office": body, "kind": "petition", "spokespersons": "5"])
      #expect(five.status == 201)
      let order = try required(five.json["id"] as? String)
      #expect(try await keeper.get("/v/\(TestTown.qinghe)/orders/\(order)").text.contains("代表 5 人"))
    }
  }
}
