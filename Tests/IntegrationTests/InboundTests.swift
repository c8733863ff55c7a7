import Foundation
import Governance
import Matters
import Store
import Testing
import Values
import Web

@testable import Connect
@testable import sanshi

/// Letters and other systems' hand-ins that become concerns.
@Suite struct InboundTests {
  private static let mailboxFields = [
    "address": "town@jia.example", "host": "127.0.0.1", "port": "1143", "security": "starttls", "user": "town",
    "password": "a word", "allows_private": "1", "is_on": "1",
  ]

  private func administrator(_ town: TestTown) async throws -> Client {
    try await town.person(.administrator, at: TestTown.town)
  }

  /// A mailbox and an outgoing mail as an administrator sets them; gives the desk where its letters are taken.
  private func desk(_ town: TestTown, _ admin: Client) async throws -> LetterDesk {
    var fields = Self.mailboxFields
    fields["default_village"] = "\(try town.key(TestTown.willow).village)"
    let set = try await admin.api("/t/\(TestTown.town)/inbound", fields)
    #expect(set.status == 200, "\(set.text)")
    let mail = try await admin.api(
      "/t/\(TestTown.town)/notices/transports",
      [
        "kind": "mail", "name": "甲镇", "host": "127.0.0.1", "port": "2525", "security": "starttls",
        "from": "town@jia.example", "allows_private": "1", "is_on": "1",
      ])
    #expect(mail.status == 201, "\(mail.text)")
    let id = try town.key().town
    let mailbox = try await town.program.app.database.read { tx in try tx.mailbox(of: id) }
    return try await LetterDesk(town.program.app, try required(mailbox), validity: 1)
  }

  private func letter(
    _ body: String, subject: String = "反映", from: String = "李四 <li@example.org>", key: String, more: [String] = []
  ) -> [UInt8] {
    let head =
      ["From: \(from)", "To: town@jia.example", "Subject: \(subject)", "Message-ID: <\(key)@example.org>"] + more
    return Array((head + ["Content-Type: text/plain; charset=utf-8", "", body]).joined(separator: "\r\n").utf8)
  }

  private func rows(_ town: TestTown, _ sql: SQL) async throws -> [Row] {
    try await town.program.app.database.read { tx in try tx.rows(sql) }
  }

  @Test(arguments: Backend.all)
  func aLetterBecomesAConcernOnceAndItsSenderIsAnswered(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await administrator(town)
      let desk = try await desk(town, admin)
      let bytes = letter("清河村三组的路灯坏了\r\n-- \r\n李四", subject: "路灯", key: "a")
      #expect(try await desk.take(bytes, uid: 1) == .taken)
      #expect(try await desk.take(bytes, uid: 1) == nil)
      #expect(try await desk.take(bytes, uid: 7) == nil)
      let concerns = try await rows(town, "SELECT * FROM concern")
      let concern = try required(concerns.first)
      #expect(concerns.count == 1)
      #expect(try concern.text("text") == "路灯\n清河村三组的路灯坏了" && concern.text("channel") == "email")
      #expect(try concern.id("village", as: Place.self) == town.key().village)
      _ = try await Outbox().spread(town.program.app)
      let answers = try await rows(town, "SELECT * FROM delivery WHERE concern IS NOT NULL AND account IS NULL")
      #expect(answers.count == 1, "one answer, and no second letter that says the same")
      #expect(try answers[0].text("address") == "li@example.org" && answers[0].text("answers") == "a@example.org")
      #expect(try answers[0].text("subject").contains(concern.text("number")))
      let choice = try required(try await rows(town, "SELECT * FROM notice_choice").first)
      #expect(try choice.text("mail") == "li@example.org")
      let list = try await admin.get("/api/v1/t/\(TestTown.town)/inbound").items
      #expect(list.count == 1 && list.first?["sender"] as? String == "l***@example.org")
      #expect(list.first?["number"] as? String == (try concern.text("number")))
      let mailbox = try required(try await rows(town, "SELECT last_uid FROM mailbox").first)
      #expect(try mailbox.int64("last_uid") == 7)
    }
  }

  @Test(arguments: Backend.all)
  func aReplyFromTheSameAddressIsAdded(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let desk = try await desk(town, try await administrator(town))
      #expect(try await desk.take(letter("路灯坏了", key: "a"), uid: 1) == .taken)
      let delivery = try required(
        try await rows(town, "SELECT id FROM delivery WHERE step = 'mailTaken'").first)
      let id = try delivery.int64("id")
      let known = target("li@example.org", town.program.app.ledger)
      _ = try await town.program.app.database.write { tx in
        try tx.run("UPDATE delivery SET target = \(known), state = 'sent' WHERE id = \(id)")
      }
      let answers = ["In-Reply-To: <sanshi-\(id)@jia.example>"]
      #expect(
        try await desk.take(letter("还有一盏\r\n\r\n> 旧的", subject: "Re: 路灯", key: "b", more: answers), uid: 2) == .added)
      let added = try await rows(town, "SELECT text FROM concern_addition")
      #expect(try added.map { try $0.text("text") } == ["还有一盏"])
      // Somebody else who knows the key writes of something else.
      let other = letter("我的事", from: "wang@example.org", key: "c", more: answers)
      #expect(try await desk.take(other, uid: 3) == .taken)
      #expect(try await rows(town, "SELECT target FROM confirmed_address").count == 1)
    }
  }

  @Test(arguments: Backend.all)
  func aReplyThatAccusesStaffIsSealedByItself(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let desk = try await desk(town, try await administrator(town))
      #expect(try await desk.take(letter("三组的低保名单没有公示", key: "a"), uid: 1) == .taken)
      let id = try required(try await rows(town, "SELECT id FROM delivery WHERE step = 'mailTaken'").first).int64("id")
      let known = target("li@example.org", town.program.app.ledger)
      _ = try await town.program.app.database.write { tx in
        try tx.run("UPDATE delivery SET target = \(known), state = 'sent' WHERE id = \(id)")
      }
      let answers = ["In-Reply-To: <sanshi-\(id)@jia.example>"]
      let more = letter("村主任贪污低保款", subject: "Re: 名单", key: "b", more: answers)
      #expect(try await desk.take(more, uid: 2) == .taken)
      #expect(try await rows(town, "SELECT id FROM concern_addition").isEmpty)
      #expect(try await rows(town, "SELECT id FROM concern WHERE sealed = 1 AND text LIKE '%贪污%'").count == 1)
      let danger = letter("电线着火了", subject: "Re: 名单", key: "c", more: answers)
      #expect(try await desk.take(danger, uid: 3) == .added)
      #expect(try await rows(town, "SELECT id FROM alarm").count == 1)
    }
  }

  @Test(arguments: Backend.all)
  func loopsAreWrittenDownAndNotAnswered(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await administrator(town)
      let desk = try await desk(town, admin)
      let cases: [(String, [UInt8])] = [
        ("automatic", letter("我不在", key: "1", more: ["Auto-Submitted: auto-replied"])),
        ("list", letter("通知", key: "2", more: ["List-Id: <l.example.org>"])),
        ("ownLoop", letter("转回来", key: "3", more: ["X-Loop: town@jia.example"])),
        ("ownSender", letter("自己", from: "town@jia.example", key: "4")),
        ("report", letter("退信", from: "MAILER-DAEMON@example.org", key: "5")),
        ("noText", letter("", subject: "", key: "6")), ("unreadable", Array("nonsense".utf8)),
        ("tooLarge", [UInt8](repeating: 66, count: ReceivedLetter.mostBytes + 1)),
      ]
      for (number, each) in cases.enumerated() {
        #expect(try await desk.take(each.1, uid: Int64(number)) == .refused, "\(each.0)")
      }
      let list = try await admin.get("/api/v1/t/\(TestTown.town)/inbound?outcome=refused").items
      #expect(list.reversed().compactMap { $0["reason"] as? String } == cases.map(\.0))
      #expect(try await rows(town, "SELECT id FROM concern").isEmpty)
      #expect(try await rows(town, "SELECT id FROM delivery").isEmpty)
      let page = try await admin.get("/t/\(TestTown.town)/inbound")
      #expect(page.status == 200 && page.text.contains("邮件列表的信") && !page.text.contains("li@example.org"))
    }
  }

  @Test(arguments: Backend.all)
  func theSixthLetterOfADayWaitsForTomorrow(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let desk = try await desk(town, try await administrator(town))
      for number in 1...5 {
        #expect(try await desk.take(letter("第 \(number) 件事", key: "\(number)"), uid: Int64(number)) == .taken)
      }
      #expect(try await desk.take(letter("第六件事", from: "LI@example.org", key: "6"), uid: 6) == .refused)
      #expect(try await desk.take(letter("别人的事", from: "w@example.org", key: "7"), uid: 7) == .taken)
    }
  }

  @Test(arguments: Backend.all)
  func whatAccusesStaffIsSealedAndWhatIsDangerRaisesAnAlarm(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await administrator(town)
      let desk = try await desk(town, admin)
      #expect(try await desk.take(letter("清河村村主任贪污低保款", key: "s"), uid: 1) == .taken)
      let sealed = try required(try await rows(town, "SELECT * FROM concern WHERE sealed = 1").first)
      let answer = try required(try await rows(town, "SELECT * FROM delivery WHERE step = 'mailTaken'").first)
      #expect(try !answer.text("body").contains("清河村") && !answer.text("body").contains("密封"))
      #expect(try await rows(town, "SELECT id FROM notice_choice").isEmpty, "the address is not kept")
      let item = try required(try await admin.get("/api/v1/t/\(TestTown.town)/inbound").items.first)
      #expect(item["number"] as? String == "" && sealed.optionalInt64("sealed") == 1)
      #expect(try await desk.take(letter("柳树村王家着火了，有人被困", key: "d"), uid: 2) == .taken)
      #expect(try await rows(town, "SELECT id FROM alarm").count == 1)
    }
  }

  @Test(arguments: Backend.all)
  func aLongLetterLosesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let desk = try await desk(town, try await administrator(town))
      let body = (0..<1200).map { "第\($0)句话说路灯" }.joined()
      #expect(try await desk.take(letter(body, subject: "", key: "l"), uid: 1) == .taken)
      let first = try required(try await rows(town, "SELECT text FROM concern").first).text("text")
      let rest = try await rows(town, "SELECT text FROM concern_addition ORDER BY id").map { try $0.text("text") }
      #expect(first + rest.joined() == body && first.count == 5000)
    }
  }

  @Test(arguments: Backend.all)
  func aMailboxIsCheckedAndADeadOneTellsItsFault(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await administrator(town)
      var fields = Self.mailboxFields
      #expect(try await admin.api("/t/\(TestTown.town)/inbound", fields).status == 422, "no village")
      fields["default_village"] = "\(try town.key(TestTown.riverside).village)"
      #expect(try await admin.api("/t/\(TestTown.town)/inbound", fields).status == 422, "another town's village")
      fields["default_village"] = "\(try town.key().village)"
      (fields["allows_private"], fields["port"]) = ("", "1")
      let refused = try await admin.api("/t/\(TestTown.town)/inbound", fields)
      #expect(refused.status == 422 && refused.text.contains("host"))
      fields["allows_private"] = "1"
      #expect(try await admin.api("/t/\(TestTown.town)/inbound", fields).status == 200)
      let read = try await admin.api("/t/\(TestTown.town)/inbound/reading", [:])
      #expect(read.status == 200 && !((read.json["fault"] as? String) ?? "").isEmpty, "\(read.text)")
      #expect(try await admin.get("/t/\(TestTown.town)/inbound").text.contains("没收成"))
      let stored = try required(try await rows(town, "SELECT secret, setup FROM mailbox").first)
      #expect(try !stored.text("secret").contains("a word") && !stored.text("setup").contains("a word"))
    }
  }

  // MARK: Other systems

  private func send(
    _ town: TestTown, _ hook: String, _ json: String, key: String = "0123456789abcdef", late: Int64 = 0
  ) async throws -> HTTPAnswer {
    let body = Array(json.utf8)
    let seconds = town.clock.now.milliseconds / 1000 - late
    return try await town.resident.send(
      "POST", "/api/v1/inbound/\(hook)",
      [
        "Content-Type": "application/json", "X-Sanshi-Time": "\(seconds)",
        "X-Sanshi-Signature": hookSignature(body, at: seconds, signingKey: key),
      ], Data(body))
  }

  @Test(arguments: Backend.all)
  func anotherSystemHandsInWithItsOwnFields(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await administrator(town)
      let made = try await admin.api(
        "/t/\(TestTown.town)/inbound/hooks",
        [
          "name": "12345", "signing_key": "0123456789abcdef", "channel": "hotline", "is_on": "1",
          "default_village": "\(try town.key().village)", "map_text": "data.title + data.content", "map_id": "data.no",
          "map_phone": "data.tel", "map_village": "data.area", "villages": "城西 = \(TestTown.willow)",
        ])
      #expect(made.status == 201, "\(made.text)")
      let hook = try required(made.json["id"] as? String)
      let json = #"{"data":{"no":"A1","title":"路灯","content":"三组的路灯坏了","tel":"13800138000","area":"城西"}}"#
      let first = try await send(town, hook, json)
      #expect(first.status == 201 && first.json["taken"] as? Bool == true, "\(first.text)")
      // The same sending, and the same number sent anew.
      for late in [Int64(0), 5] {
        let again = try await send(town, hook, json, late: late)
        #expect(again.status == 200 && again.json["taken"] as? Bool == false)
        #expect(again.json["number"] as? String == first.json["number"] as? String)
      }
      let concerns = try await rows(town, "SELECT * FROM concern")
      #expect(concerns.count == 1)
      #expect(try concerns[0].text("channel") == "hotline" && concerns[0].text("text") == "路灯\n三组的路灯坏了")
      #expect(try concerns[0].id("village", as: Place.self) == town.key(TestTown.willow).village)
      #expect(try await send(town, hook, json, key: "another key of 16").status == 403)
      #expect(try await send(town, hook, json, late: 3600).status == 422)
      #expect(try await send(town, hook, "[").status == 422)
      #expect(try await send(town, hook, #"{"data":{"no":"A2","content":"x","area":"城东"}}"#).status == 422)
      #expect(try await send(town, hook, #"{"data":{"no":"A3"}}"#).status == 422)
      let sealed = try await send(town, hook, #"{"data":{"no":"A4","content":"村主任贪污低保款"}}"#)
      #expect(sealed.status == 201 && sealed.json["number"] == nil && sealed.json["tracking_url"] == nil)
      let refused = try await admin.get("/api/v1/t/\(TestTown.town)/inbound?outcome=refused").items
      #expect(refused.count == 2 && refused.allSatisfy { $0["source"] as? String == "12345" })
      #expect(try await admin.api("/t/\(TestTown.town)/inbound/hooks/\(hook)/closure", [:]).status == 200)
      #expect(try await send(town, hook, json).status == 404)
    }
  }
}
