import Foundation
import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Exchange
@testable import WorkOrders
@testable import sanshi

/// Orders to the system of another authority and back (plan B3).
@Suite struct ExchangeTests {
  private static let reply = "三组水管爆裂已于十一月十八日更换，现在水压正常，停水的三户都已通水。还有疑问请找水务站王师傅。"

  @Test(arguments: Backend.all) func anOrderGoesOutSignedAndComesBackClosed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      #expect(try await scene.last()["state"] as? String == "waiting")
      try await scene.send()
      let sent = scene.other.messages
      #expect(sent.count == 1 && sent.allSatisfy(\.isSigned))
      let body = try required(sent.first?.body)
      #expect(body["kind"] as? String == "handed" && body["title"] as? String == "三组水管爆了停水")
      #expect((body["number"] as? String)?.contains("清河村") == true && body["due_at"] is String)
      #expect((body["category"] as? [String: Any])?["theirs"] as? String == "供水问题")
      #expect((body["words"] as? [String])?.count == 2 && body["disclosure"] == nil)
      let message = try await scene.last()
      #expect(message["state"] as? String == "sent" && message["their_number"] as? String == "QG-1")
      #expect(message["attempts"] as? Int == 1)
      try await scene.told("1", "10")
      #expect(try await scene.orderRow().state == .accepted)
      try await scene.told("2", "30", ["text": "已到现场关阀，正在换管。"])
      try await scene.told("3", "40", ["text": Self.reply, "outcome": "办好了"])
      #expect(try await town.row(scene.matter).reply == Self.reply)
      let closed = try await scene.told("4", "50")
      #expect(closed.json["state"] as? String == "closed" && closed.json["taken"] as? Bool == true)
      #expect(try await town.row(scene.matter).state == .closed)
      // Nothing more goes out, and the page tells all of it.
      try await scene.queue()
      try await scene.send()
      #expect(scene.other.messages.count == 1)
      let page = try await scene.admin.get("\(scene.path)/messages")
      #expect(page.status == 200 && page.text.contains("QG-1") && page.text.contains("已办结"))
    }
  }

  @Test(arguments: Backend.all) func aBusyBrokenForgetfulSystemGetsItOnceInTheEnd(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      scene.other.moods([.losesAnswer, .busy, .broken, .refusesKnown])
      var waits: [Int64] = []
      for _ in 0..<4 {
        let before = scene.other.messages.count
        let start = town.clock.now
        while scene.other.messages.count == before {
          try await scene.send()
          if scene.other.messages.count == before { town.clock.advance(minutes: 1) }
        }
        waits.append((town.clock.now.milliseconds - start.milliseconds) / 60_000)
      }
      #expect(waits[0] == 0 && waits.dropFirst().allSatisfy { $0 >= 1 }, "\(waits)")
      let ids = Set(scene.other.messages.compactMap { $0.body["id"] as? String })
      #expect(ids.count == 1 && scene.other.orders.count == 1 && scene.other.messages.allSatisfy(\.isSigned))
      let message = try await scene.last()
      #expect(message["state"] as? String == "sent" && message["their_number"] as? String == "QG-1")
      #expect(message["attempts"] as? Int == 4, "\(message)")
    }
  }

  @Test(arguments: Backend.all) func whatIsRefusedIsShownAndSentAgain(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      scene.other.moods([.refuses, .takesLater])
      try await scene.send()
      let failed = try await scene.last()
      #expect(failed["state"] as? String == "failed")
      #expect((failed["answer"] as? String)?.contains("no such category") == true)
      let id = try required(failed["id"] as? String)
      let again = try await scene.admin.api("\(scene.path)/messages/\(id)/retry", [:])
      #expect(again.status == 200, "\(again.text)")
      #expect(try await scene.admin.api("\(scene.path)/messages/\(id)/retry", [:]).status == 409)
      try await scene.send()
      #expect(try await scene.last()["their_number"] as? String == "")
      // The number comes later.
      try await scene.told("n", "received", ["number": "QG-2026-17"])
      #expect(try await scene.last()["their_number"] as? String == "QG-2026-17")
      #expect(try await scene.orderRow().state == .handedOver)
    }
  }

  @Test(arguments: Backend.all) func anAnswerBeforeTheReceiptCountsAndNothingIsSentAgain(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      scene.other.moods([.losesAnswer])
      try await scene.send()
      #expect(try await scene.last()["state"] as? String == "waiting")
      try await scene.told("1", "accepted", ["number": "QG-1"])
      town.clock.advance(minutes: 60)
      try await scene.send()
      #expect(scene.other.messages.count == 1)
      #expect(try await scene.last()["state"] as? String == "sent")
    }
  }

  @Test(arguments: Backend.all) func forgedLateAndRepeatedCallsHaveNoEffect(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      let key = try await scene.key()
      let fields: [String: Any] = ["id": "a", "order": key, "status": "10"]
      let (other, connector) = (scene.other, scene.connector)
      #expect(try await other.tell(town, connector, fields, key: "another key altogether").status == 403)
      #expect(try await other.tell(town, connector, fields, spoiling: true).status == 403)
      #expect(try await town.resident.api("/exchange/\(connector)/callbacks", fields).status == 403)
      #expect(try await other.tell(town, "99", fields).status == 404)
      let old = town.clock.now.adding(seconds: -301)
      let late = try await other.tell(town, connector, fields, at: old)
      #expect(late.status == 422 && late.text.contains("五分钟"))
      #expect(try await other.tell(town, connector, fields, at: town.clock.now.adding(seconds: 301)).status == 422)
      #expect(try await scene.orderRow().state == .handedOver)
      #expect(try await other.tell(town, connector, fields, at: town.clock.now.adding(seconds: -299)).status == 200)
      // The same call again, at once and later: answered, without effect.
      for minutes in [0, 3] {
        town.clock.advance(minutes: minutes)
        let again = try await other.tell(town, connector, fields)
        #expect(again.status == 200 && again.json["taken"] as? Bool == false, "\(again.text)")
      }
      let reused = try await scene.told("a", "30", ["text": "别的内容"], expects: 422)
      #expect(reused.text.contains("id"))
      let steps = try await town.count(
        "SELECT COUNT(*) AS n FROM order_step WHERE work_order = \(scene.order) AND step = 'accept'")
      #expect(steps == 1)
      #expect(try await scene.told("b", "77", expects: 422).text.contains("77"))
      #expect(try await scene.told("c", "10", order: "sanshi-order-99", expects: 404).status == 404)
      #expect(try await scene.told("c", "10", order: "nonsense", expects: 404).status == 404)
      #expect(try await scene.told("", "10", expects: 422).text.contains("id"))
    }
  }

  @Test(arguments: Backend.all) func aStepTheRulesRefuseIsAnsweredWithTheRefusal(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      let early = try await scene.told("1", "40", ["text": Self.reply, "outcome": "办好了"], expects: 409)
      #expect(early.text.contains("待签收"))
      try await scene.told("2", "10")
      // The same call keeps its answer; under another key it is taken.
      #expect(try await scene.told("1", "40", ["text": Self.reply, "outcome": "办好了"], expects: 409).text == early.text)
      let short = try await scene.told("3", "40", ["text": "好的", "outcome": "办好了"], expects: 409)
      #expect(short.text.contains("太短") && short.text.contains("text"))
      let unknown = try await scene.told("4", "40", ["text": Self.reply, "outcome": "好"], expects: 422)
      #expect(unknown.text.contains("outcome"))
      let baseless = try await scene.told("5", "40", ["text": Self.reply, "outcome": "notPossible"], expects: 409)
      #expect(baseless.text.contains("依据"), "\(baseless.text)")
      #expect(try await scene.orderRow().state == .accepted)
      try await scene.told("6", "40", ["text": Self.reply, "outcome": "办好了"])
      #expect(try await scene.orderRow().state == .answered)
    }
  }

  @Test(arguments: Backend.all) func whatTheyReturnComesBackAndGoesOutAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      let first = try await scene.key()
      #expect(try await scene.told("0", "20", expects: 409).text.contains("text"))
      try await scene.told("1", "20", ["text": "这段是小区内管道，不归我们。"])
      let returned = try await scene.orderRow()
      #expect(returned.state == .returned && returned.isWithCentre)
      try await scene.queue()
      #expect(try await scene.messages().count == 1, "they gave it back: nothing is recalled")
      town.clock.advance(minutes: 10)
      // What came back goes there again by the town's word alone.
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      try await scene.step(officer, "reassign", ["office": ExchangeScene.office, "text": "管道已移交，请办。"])
      try await scene.send()
      let second = try await scene.key()
      #expect(second != first && scene.other.orders.count == 2)
      #expect(try await scene.told("2", "10", order: first, expects: 409).text.contains("已经不在"))
      try await scene.told("3", "10")
      #expect(try await scene.orderRow().state == .accepted)
    }
  }

  @Test(arguments: Backend.all) func whatIsTakenBackIsRecalledUnlessItNeverWent(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      let key = try await scene.key()
      try await scene.step(scene.keeper, "takeBack", ["text": "交错了"])
      try await scene.send()
      let body = try required(scene.other.messages.last?.body)
      #expect(body["kind"] as? String == "recalled" && (body["words"] as? [String])?.isEmpty == true)
      #expect(scene.other.messages.count == 2)
      try await scene.told("1", "10", order: key, expects: 409)
      let matter = try await town.matter(leaf: "GM0902", title: "五组没有水")
      let made = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": ExchangeScene.office])
      let order = try required(made.json["id"] as? String)
      try await scene.queue()
      _ = try await scene.keeper.api(
        "/v/\(TestTown.qinghe)/orders/\(order)/steps", ["step": "takeBack", "text": "交错了"])
      try await scene.queue()
      try await scene.send()
      #expect(scene.other.messages.count == 2)
      #expect(try await scene.last()["state"] as? String == "dropped")
    }
  }

  @Test(arguments: Backend.all) func whatClosesWithoutAnAnswerIsRecalled(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      try await scene.told("1", "10")
      let (key, matter) = (try town.key(), scene.matter)
      try await town.program.app.write { w in
        for line in try w.tx.concerns(ofRoot: matter, in: key) { try w.withdraw(line.concern) }
      }
      let officer = try await town.person(.departmentHead, at: TestTown.town, body: ExchangeScene.office)
      try await scene.step(officer, "closeWithdrawn", ["text": "反映人说已自己修好。"])
      try await scene.send()
      #expect(scene.other.messages.last?.body["kind"] as? String == "recalled")
      #expect(scene.other.messages.count == 2)
    }
  }
}
