import Foundation
import Governance
import Matters
import Store
import Testing
import Values
import Web

@testable import Connect
@testable import sanshi

/// From the outbox to the other side and back, with a gateway on this machine.
@Suite struct NoticeTests {
  private static let phone = "13800138000"

  /// Sets a gateway for text messages up as an administrator does; gives its id.
  private func gateway(
    _ town: TestTown, _ admin: Client, port: Int, honours: Bool = false, key: String = "k1"
  ) async throws -> String {
    let answer = try await admin.api(
      "/t/\(TestTown.town)/notices/transports",
      [
        "kind": "sms", "name": "短信", "is_on": "1", "url": "http://127.0.0.1:\(port)/send", "form": "json",
        "template": #"{"mobile":"{phone}","content":"{text}","id":"{key}"}"#, "signing_key": key,
        "allows_private": "1", "honours_keys": honours ? "1" : "",
      ])
    #expect(answer.status == 201, "\(answer.text)")
    return try required(answer.json["id"] as? String)
  }

  private func deliveries(_ admin: Client, _ state: String = "") async throws -> [[String: Any]] {
    try await admin.get("/api/v1/t/\(TestTown.town)/notices/deliveries?limit=200&state=\(state)").items
  }

  private func administrator(_ town: TestTown) async throws -> Client {
    try await town.person(.administrator, at: TestTown.town)
  }

  private func contents(_ sink: Sink) -> [(to: String, text: String, id: String)] {
    sink.taken.compactMap { taken in
      let json = (try? JSONSerialization.jsonObject(with: Data(taken.body.utf8))) as? [String: String]
      return json.map { ($0["mobile"] ?? "", $0["content"] ?? "", $0["id"] ?? "") }
    }
  }

  @Test(arguments: Backend.all)
  func aReporterIsToldByTextMessageOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      let filed = try await town.concern(name: "张三", phone: Self.phone)
      for _ in 0..<3 { try await Outbox().run(town.program.app) }
      let sent = contents(sink)
      #expect(sent.map(\.to) == [Self.phone])
      #expect(sent.first?.text.contains(filed.number) ?? false)
      let list = try await deliveries(admin)
      #expect(list.count == 1)
      #expect(list.first?["state"] as? String == "sent")
      #expect(list.first?["key"] as? String == sent.first?.id)
      #expect(list.first?["attempts"] as? Int == 1)
      let taken = try required(sink.taken.first)
      let seconds = try required(taken.headers["x-sanshi-time"].flatMap { Int64($0) })
      let gateway = Gateway(url: "", form: .json, template: "", success: "", signingKey: "k1", header: "")
      #expect(
        taken.headers["x-sanshi-signature"]
          == gateway.signature(key: sent.first?.id ?? "", body: taken.body, at: seconds))
      #expect(taken.headers["idempotency-key"] == sent.first?.id)
      // No address stands in the list that the administrator reads.
      #expect(!(try await admin.get("/t/\(TestTown.town)/notices/deliveries").text.contains(Self.phone)))
    }
  }

  @Test(arguments: Backend.all)
  func aDeadGatewayBlocksNobodyAndLosesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, robots, admin) = (try Sink(), try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      let robot = try await admin.api(
        "/t/\(TestTown.town)/notices/transports",
        [
          "kind": "wecom", "name": "工作群", "is_on": "1", "webhook": "http://127.0.0.1:\(robots.port)/hook?key=k",
          "allows_private": "1",
        ])
      #expect(robot.status == 201, "\(robot.text)")
      robots.answer(200, #"{"errcode":0}"#)
      sink.answer(503)
      for number in 0..<5 { _ = try await town.concern("第\(number)件", phone: "1380000000\(number)") }
      try await Outbox().run(town.program.app)
      #expect(robots.taken.count == 5)
      #expect(robots.taken.allSatisfy { $0.path == "/hook?key=k" && $0.body.contains("清河村") })
      // One attempt, then the transport rests; the others were not even tried.
      #expect(sink.taken.count == 1)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 1)
      town.clock.advance(minutes: 1)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 2)
      sink.answer(200)
      town.clock.advance(minutes: 40)
      try await Outbox().run(town.program.app)
      #expect(Set(contents(sink).map(\.to)).count == 5)
      #expect(try await deliveries(admin, "waiting").isEmpty)
      #expect(try await deliveries(admin, "sent").count == 10)
    }
  }

  @Test(arguments: Backend.all)
  func aRefusedMessageIsGivenUpAndALaterOneTriedAgain(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      sink.answer(400, "bad number")
      _ = try await town.concern("甲", phone: "13800000001")
      try await Outbox().run(town.program.app)
      let failed = try await deliveries(admin, "failed")
      #expect(failed.first?["answer"] as? String == "400 bad number")
      sink.answer(429)
      _ = try await town.concern("乙", phone: "13800000002")
      try await Outbox().run(town.program.app)
      #expect(try await deliveries(admin, "waiting").count == 1)
      sink.answer(200)
      try await Outbox().run(town.program.app)
      #expect(try await deliveries(admin, "waiting").count == 1, "too early")
      town.clock.advance(minutes: 2)
      try await Outbox().run(town.program.app)
      #expect(try await deliveries(admin, "waiting").isEmpty)
      // A person sends the failed one again.
      let id = try required(failed.first?["id"] as? String)
      let path = "/t/\(TestTown.town)/notices/deliveries/\(id)/retry"
      #expect(try await admin.post(path).status == 303)
      try await Outbox().run(town.program.app)
      #expect(try await deliveries(admin, "failed").isEmpty)
      #expect(try await admin.post(path).status == 409)
    }
  }

  @Test(arguments: Backend.all)
  func anUnconfirmedNumberGetsThreeADayAndAConfirmedOneMore(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      var last: FiledConcern?
      for number in 0..<5 { last = try await town.concern("第\(number)件", phone: Self.phone) }
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 3)
      // The next morning come the other two.
      town.clock.advance(minutes: 24 * 60)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 5)
      let secret = PurposeSecret<Concern>.notices(try required(last).id, town.program.app.ledger).text
      #expect(try await town.resident.get("/n/\(secret)").text.contains("138****8000"))
      #expect(try await town.resident.post("/n/\(secret)/confirmation").status == 303)
      for number in 5..<9 { _ = try await town.concern("第\(number)件", phone: Self.phone) }
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 9)
    }
  }

  @Test(arguments: Backend.all)
  func theReporterChoosesAndStops(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      let filed = try await town.concern(phone: Self.phone)
      let secret = PurposeSecret<Concern>.notices(filed.id, town.program.app.ledger).text
      #expect(try await town.resident.post("/n/\(secret)/stop").status == 303)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.isEmpty, "received is no duty")
      let key = try town.key()
      try await town.program.app.write { w in
        try w.refuse(w.tx.concern(filed.id, in: key), reason: .noContent, answer: "看不出是什么事")
      }
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 1, "the decision is")
      // By the tracking link: the page alone.
      let choice = try await town.resident.post("/r/\(filed.token)/notices", [("channel", "page")])
      #expect(choice.status == 303, "\(choice.text)")
      try await town.program.app.write { w in try w.appeal(w.tx.concern(filed.id, in: key), text: "请再看看") }
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 1)
      let mail = try await town.resident.post("/r/\(filed.token)/notices", [("channel", "mail"), ("mail", "li")])
      #expect(mail.status == 422)
      #expect(mail.text.contains("li@example.org"))
      #expect(try await town.resident.get("/n/\(secret)0").status == 404)
      #expect(try await town.resident.get("/r/none/notices").status == 404)
    }
  }

  @Test(arguments: Backend.all)
  func nothingGoesOutInTheQuietHours(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      town.clock.set(town.clock.now.day.at(hour: 22, minute: 0))
      _ = try await town.concern(phone: Self.phone)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.isEmpty)
      town.clock.set(town.clock.now.day.adding(1).at(hour: 7, minute: 59))
      try await Outbox().run(town.program.app)
      #expect(sink.taken.isEmpty)
      town.clock.advance(minutes: 1)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.count == 1)
    }
  }

  @Test(arguments: Backend.all)
  func aSealedConcernTellsNobodyOutside(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      let (keeper, reader) = (try await town.keeper(), try await town.person(.disciplineReader, at: TestTown.town))
      let filed = try await town.concern("组长拿了低保", phone: Self.phone, sealed: true)
      try await Outbox().run(town.program.app)
      #expect(sink.taken.isEmpty)
      #expect(try await keeper.get("/api/v1/notices").items.isEmpty)
      let notice = try required(try await reader.get("/api/v1/notices").items.first)
      #expect("\(notice)".contains(filed.number) == false)
      #expect(notice["href"] as? String == "/t/\(TestTown.town)/sealed/\(filed.id)")
    }
  }

  @Test(arguments: Backend.all)
  func theOfficesReadTheirNoticesAndMarkThem(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (keeper, other) = (try await town.keeper(), try await town.keeper(TestTown.willow))
      let filed = try await town.concern()
      try await Outbox().run(town.program.app)
      let list = try await keeper.get("/api/v1/notices").items
      #expect(list.count == 1)
      #expect(list.first?["unread"] as? Bool == true)
      #expect(list.first?["href"] as? String == "/v/\(TestTown.qinghe)/concerns/\(filed.id)")
      #expect(try await other.get("/api/v1/notices").items.isEmpty)
      #expect(try await keeper.get("/home").text.contains("1 条未读"))
      let id = try required(list.first?["id"] as? String)
      #expect(try await keeper.post("/notices/seen", [("last", id)]).status == 303)
      #expect(!(try await keeper.get("/home").text.contains("条未读")))
      #expect(try await keeper.get("/api/v1/notices").items.first?["unread"] as? Bool == false)
      #expect(try await town.resident.get("/notices").location.hasPrefix("/sign-in"))
    }
  }

  @Test(arguments: Backend.all)
  func aReceiptIsSignedDatedAndTakenOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      let id = try await gateway(town, admin, port: sink.port)
      _ = try await town.concern(phone: Self.phone)
      try await Outbox().run(town.program.app)
      let key = try required(contents(sink).first?.id)
      let seconds = town.clock.now.milliseconds / 1000
      func receipt(_ state: String = "delivered", at time: Int64, signedWith word: String = "k1") async throws
        -> HTTPAnswer
      {
        try await town.resident.api(
          "/callbacks/receipts/\(id)",
          [
            "time": "\(time)", "key": key, "state": state,
            "signature": receiptSignature(key: key, state: state, at: time, signingKey: word),
          ])
      }
      #expect(try await receipt(at: seconds, signedWith: "k2").status == 403)
      #expect(try await receipt(at: seconds - 301).status == 422)
      #expect(try await receipt("stolen", at: seconds).status == 422)
      #expect(try await deliveries(admin, "sent").count == 1)
      #expect(try await receipt(at: seconds - 300).json["taken"] as? Bool == true)
      #expect(try await deliveries(admin, "received").count == 1)
      #expect(try await receipt(at: seconds).json["taken"] as? Bool == false)
      #expect(try await receipt("failed", at: seconds).json["taken"] as? Bool == false)
      #expect(try await deliveries(admin, "received").count == 1)
      #expect(try await town.resident.api("/callbacks/receipts/99", ["key": key]).status == 404)
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:9/x", "https://127.0.0.1/x", "https://10.1.2.3/x", "https://[::1]/x",
    "https://[::ffff:192.168.0.1]/x", "https://localhost/x", "https://169.254.169.254/latest",
  ])
  func privateAddressesAreRefused(address: String) async throws {
    try await TestTown.run(on: .sqlite) { town in
      let admin = try await administrator(town)
      var fields = ["kind": "wecom", "name": "群", "is_on": "1", "webhook": address]
      let answer = try await admin.api("/t/\(TestTown.town)/notices/transports", fields)
      #expect(answer.status == 422, "\(answer.text)")
      fields["allows_private"] = "1"
      #expect(try await admin.api("/t/\(TestTown.town)/notices/transports", fields).status == 201)
    }
  }

  /// Also when the check of the form was passed by: the connection itself is refused, and a redirect is not followed.
  @Test func theConnectionItselfIsChecked() async throws {
    let sink = try Sink()
    func reply(allows: Bool) async -> Reply {
      let exchange = Exchange(
        url: "http://127.0.0.1:\(sink.port)/x", content: .request(headers: [], body: [65]), allowsPrivate: allows)
      return await Carrier().send([exchange], over: 1)[0]
    }
    let refused = await reply(allows: false)
    #expect(refused.isPrivate && refused.fault != nil && sink.taken.isEmpty)
    sink.answer(302)
    let redirected = await reply(allows: true)
    #expect(redirected.status == 302 && sink.taken.map(\.path) == ["/x"])
  }

  @Test func secretsNeverComeBack() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      let id = try await gateway(town, admin, port: sink.port, key: "very-secret-word")
      let path = "/t/\(TestTown.town)/notices/transports/\(id)"
      for text in [try await admin.get(path).text, try await admin.get("/api/v1" + path).text] {
        #expect(!text.contains("very-secret-word"))
      }
      // Saved again without typing it, it stays.
      let saved = try await admin.post(
        path,
        [
          ("name", "短信"), ("is_on", "1"), ("url", "http://127.0.0.1:\(sink.port)/send"), ("form", "json"),
          ("template", #"{"a":"{phone}","b":"{text}"}"#), ("allows_private", "1"),
        ])
      #expect(saved.status == 303, "\(saved.text)")
      let transport = try await town.program.app.database.read { tx in
        try tx.transport(try required(ID<TransportRecord>(id)))
      }
      #expect(try transport.secrets(town.program.app.ledger)["signing_key"] == "very-secret-word")
      #expect(!transport.sealed.contains("very"))
      let other = try await town.person(.administrator, at: TestTown.otherTown)
      #expect(try await other.get("/t/\(TestTown.otherTown)/notices/transports/\(id)").status == 404)
      #expect(try await admin.post(path + "/closure").status == 303)
      #expect(try await admin.get(path).status == 404)
    }
  }

  @Test func badSettingsAreNamed() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let admin = try await administrator(town)
      func fields(_ sent: [String: String]) async throws -> Set<String> {
        let answer = try await admin.api("/t/\(TestTown.town)/notices/transports", sent)
        #expect(answer.status == 422, "\(answer.text)")
        return Set((answer.json["errors"] as? [[String: String]] ?? []).compactMap { $0["field"] })
      }
      #expect(try await fields(["kind": "pigeon"]) == ["kind"])
      #expect(try await fields(["kind": "mail"]) == ["name", "host", "from"])
      #expect(
        try await fields([
          "kind": "mail", "name": "镇", "host": "bad host", "from": "x", "port": "99999", "security": "none",
          "user": "u",
        ]) == ["host", "from", "port", "security", "password"])
      #expect(try await fields(["kind": "sms", "name": "短信"]) == ["url", "template"])
      #expect(
        try await fields([
          "kind": "sms", "name": "短信", "url": "https://a.example/", "template": "{phone}", "header": "x",
        ]) == ["template", "header"])
      #expect(
        try await fields([
          "kind": "sms", "name": "短信", "url": "https://a.example/", "template": #"{"a":{phone},"b":{text}}"#,
        ]) == ["template"])
      #expect(try await fields(["kind": "feishu", "name": "群", "village": "9"]) == ["webhook", "village"])
    }
  }

  @Test(arguments: Backend.all)
  func aDigestBringsAllOfADay(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      let (sink, admin) = (try Sink(), try await administrator(town))
      _ = try await gateway(town, admin, port: sink.port)
      let keeper = try await town.keeper()
      let set = try await keeper.post(
        "/notices/preferences", [("channel", "sms"), ("digest", "17:30"), ("language", "zh-Hans")])
      #expect(set.status == 303, "\(set.text)")
      #expect(try await keeper.post("/notices/preferences", [("channel", "mail")]).status == 422)
      // Past the use cases, so the chain is not asked.
      _ = try await town.program.app.database.write { tx in
        try tx.run("UPDATE account SET phone = '13900139000' WHERE id IN (SELECT id FROM notice_preference)")
      }
      for number in 0..<3 { _ = try await town.concern("第\(number)件") }
      try await Outbox().run(town.program.app)
      try await sendDigests(town.program.app)
      #expect(sink.taken.isEmpty, "not yet")
      town.clock.set(town.clock.now.day.at(hour: 17, minute: 30))
      for _ in 0..<2 {
        try await sendDigests(town.program.app)
        try await Outbox().run(town.program.app)
      }
      #expect(contents(sink).map(\.to) == ["13900139000"])
      #expect(contents(sink).first?.text.contains("3 条新通知") ?? false)
    }
  }
}
