import Foundation
import Governance
import Matters
import Store
import Testing
import Values
import Web

@testable import Connect
@testable import sanshi

/// What grows with the messages, in and out, is found by an index, on both databases: whole requests and whole turns of
/// the work in the background.
@Suite struct ConnectPlanTests {
  private static let notices = "/t/\(TestTown.town)/notices"
  private static let inbound = "/t/\(TestTown.town)/inbound"

  private func administrator(_ town: TestTown) async throws -> Client {
    try await town.person(.administrator, at: TestTown.town)
  }

  private func transport(_ admin: Client, _ fields: [String: String]) async throws -> String {
    let made = try await admin.api(
      "\(Self.notices)/transports",
      fields.merging(["allows_private": "1", "is_on": "1"]) { first, _ in first })
    #expect(made.status == 201, "\(made.text)")
    return try required(made.json["id"] as? String)
  }

  private func gateway(_ admin: Client, _ sink: Sink) async throws -> String {
    try await transport(
      admin,
      [
        "kind": "sms", "name": "短信", "url": "http://127.0.0.1:\(sink.port)/send", "form": "json",
        "template": #"{"mobile":"{phone}","content":"{text}","id":"{key}"}"#, "signing_key": "k1",
      ])
  }

  private func mail(_ admin: Client) async throws -> String {
    try await transport(
      admin,
      ["kind": "mail", "name": "甲镇", "host": "127.0.0.1", "port": "1", "security": "starttls", "from": "t@jia.example"])
  }

  private func read(_ path: String, as client: Client) async throws {
    for address in [path, "/api/v1" + path] {
      let answer = try await client.get(address)
      #expect(answer.status == 200, "\(address): \(answer.status) \(answer.text.prefix(200))")
    }
  }

  private func forget(_ town: TestTown) async throws {
    town.clock.advance(minutes: 200 * 24 * 60)
    try await forgetOldNotices(town.program.app)
    try await forgetOldInbound(town.program.app)
  }

  @Test(arguments: Backend.all)
  func deliveriesAreFoundByIndex(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      let (sink, admin, app) = (try Sink(), try await administrator(town), town.program.app)
      let gateway = try await gateway(admin, sink)
      let mail = try await mail(admin)
      sink.respond { $0.body.contains("13800000001") ? (400, "bad number") : (200, "{}") }
      for number in 0..<30 { _ = try await town.concern("第\(number)件", phone: "138000000\(10 + number)") }
      _ = try await town.concern("号码错了", phone: "13800000001")
      try await town.expectIndexes("the outbox emptied") {
        try await Outbox().run(app)
        _ = try await app.database.read { tx in try tx.oldestDeliveryWaiting() }
      }
      let all = try await admin.get("/api/v1\(Self.notices)/deliveries?limit=2")
      let next = try required(all.json["next"] as? String)
      let failed = try await admin.get("/api/v1\(Self.notices)/deliveries?state=failed").items
      let id = try required(failed.first?["id"] as? String)
      try await town.expectIndexes("the list of deliveries") {
        for state in [""] + DeliveryState.allCases.map(\.rawValue) {
          try await read("\(Self.notices)/deliveries?limit=2&state=\(state)", as: admin)
          try await read("\(Self.notices)/deliveries?limit=2&state=\(state)&after=\(next)", as: admin)
        }
        try await read(Self.notices, as: admin)
      }
      let key = try required(all.items.last?["key"] as? String)
      let seconds = town.clock.now.milliseconds / 1000
      try await town.expectIndexes("what is done with deliveries") {
        #expect(try await admin.post("\(Self.notices)/deliveries/\(id)/retry").status == 303)
        #expect(
          try await admin.post("\(Self.notices)/transports/\(gateway)/test", [("to", "13800000009")]).status == 303)
        let receipt = try await town.resident.api(
          "/callbacks/receipts/\(gateway)",
          [
            "time": "\(seconds)", "key": key, "state": "delivered",
            "signature": receiptSignature(key: key, state: "delivered", at: seconds, signingKey: "k1"),
          ])
        #expect(receipt.json["taken"] as? Bool == true, "\(receipt.text)")
        #expect(try await admin.post("\(Self.notices)/transports/\(mail)/closure").status == 303)
      }
      try await town.expectIndexes("forgetting") { try await forget(town) }
      #expect(try await app.database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM delivery") } == 0)
    }
  }

  @Test(arguments: Backend.all)
  func noticesAndChoicesAreFoundByIndex(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      let (sink, admin, app) = (try Sink(), try await administrator(town), town.program.app)
      _ = try await gateway(admin, sink)
      _ = try await mail(admin)
      let keeper = try await town.keeper()
      let set = try await keeper.post(
        "/notices/preferences", [("channel", "sms"), ("digest", "17:30"), ("language", "zh-Hans")])
      #expect(set.status == 303, "\(set.text)")
      // Past the use cases, so the chain is not asked.
      _ = try await app.database.write { tx in
        try tx.run("UPDATE account SET phone = '13900139000' WHERE id IN (SELECT id FROM notice_preference)")
      }
      for number in 0..<30 { _ = try await town.concern("第\(number)件") }
      let filed = try await town.concern(phone: "13800138000")
      let secret = PurposeSecret<Concern>.notices(filed.id, app.ledger).text
      try await Outbox().run(app)
      let last = try required(try await keeper.get("/api/v1/notices").items.last?["id"] as? String)
      try await town.expectIndexes("notices in the program") {
        try await read("/notices", as: keeper)
        try await read("/notices?after=\(last)", as: keeper)
        #expect(try await keeper.get("/home").status == 200)
        #expect(try await keeper.post("/notices/seen", [("last", last)]).status == 303)
      }
      try await town.expectIndexes("what a reporter chooses") {
        try await read("/r/\(filed.token)/notices", as: town.resident)
        let choice = try await town.resident.post(
          "/r/\(filed.token)/notices", [("channel", "mail"), ("mail", "li@example.org"), ("language", "zh-Hans")])
        #expect(choice.status == 303, "\(choice.text)")
        #expect(try await town.resident.get("/n/\(secret)").status == 200)
        #expect(try await town.resident.post("/n/\(secret)/stop").status == 303)
      }
      town.clock.set(town.clock.now.day.at(hour: 17, minute: 30))
      try await town.expectIndexes("digests") { try await sendDigests(app) }
      try await town.expectIndexes("forgetting") { try await forget(town) }
      #expect(try await app.database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM notice") } == 0)
    }
  }

  @Test(arguments: Backend.all)
  func whatComesInIsFoundByIndex(on backend: Backend) async throws {
    try await TestTown.run(on: backend, verifying: false) { town in
      let (admin, app, key) = (try await administrator(town), town.program.app, try town.key())
      let set = try await admin.api(
        Self.inbound,
        [
          "address": "town@jia.example", "host": "127.0.0.1", "port": "1", "security": "starttls", "user": "town",
          "password": "a word", "allows_private": "1", "is_on": "1", "default_village": "\(key.village)",
        ])
      #expect(set.status == 200, "\(set.text)")
      _ = try await mail(admin)
      let mailbox = try await app.database.read { tx in try tx.mailbox(of: key.town) }
      let desk = try await LetterDesk(app, try required(mailbox), validity: 1)
      for number in 0..<30 {
        _ = try await desk.take(letter("第\(number)封", key: "f\(number)", from: "a\(number)"), uid: Int64(number))
      }
      try await town.expectIndexes("letters") {
        #expect(try await desk.take(letter("路灯坏了", key: "a"), uid: 41) == .taken)
        #expect(try await desk.take(letter("路灯坏了", key: "a"), uid: 42) == nil)
        #expect(try await desk.take(letter("自己", key: "b", from: "town@jia.example"), uid: 43) == .refused)
        try await readMailboxes(app)
      }
      let hook = try await hook(town, admin)
      try await town.expectIndexes("other systems") {
        for _ in 0..<2 { try await hand(#"{"no":"A1","text":"三组的路灯坏了"}"#, to: hook, town, expecting: [201, 200]) }
        try await hand(#"{"no":"A2"}"#, to: hook, town, expecting: [422])
      }
      let next = try required(try await admin.get("/api/v1\(Self.inbound)?limit=2").json["next"] as? String)
      try await town.expectIndexes("the list of what came in") {
        for outcome in [""] + InboundOutcome.allCases.map(\.rawValue) {
          try await read("\(Self.inbound)?limit=2&outcome=\(outcome)", as: admin)
          try await read("\(Self.inbound)?limit=2&outcome=\(outcome)&after=\(next)", as: admin)
        }
      }
      try await town.expectIndexes("forgetting") { try await forget(town) }
      #expect(try await app.database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM inbound") } == 0)
    }
  }

  private func letter(_ body: String, key: String, from: String = "li") -> [UInt8] {
    let address = from.contains("@") ? from : "\(from)@example.org"
    let head = [
      "From: \(address)", "To: town@jia.example", "Subject: 反映", "Message-ID: <\(key)@example.org>",
      "Content-Type: text/plain; charset=utf-8",
    ]
    return Array((head + ["", body]).joined(separator: "\r\n").utf8)
  }

  private func hook(_ town: TestTown, _ admin: Client) async throws -> String {
    let made = try await admin.api(
      "\(Self.inbound)/hooks",
      [
        "name": "12345", "signing_key": "0123456789abcdef", "channel": "hotline", "is_on": "1",
        "default_village": "\(try town.key().village)", "map_text": "text", "map_id": "no",
      ])
    #expect(made.status == 201, "\(made.text)")
    return try required(made.json["id"] as? String)
  }

  private func hand(_ json: String, to hook: String, _ town: TestTown, expecting: Set<Int>) async throws {
    let (body, seconds) = (Array(json.utf8), town.clock.now.milliseconds / 1000)
    let answer = try await town.resident.send(
      "POST", "/api/v1/inbound/\(hook)",
      [
        "Content-Type": "application/json", "X-Sanshi-Time": "\(seconds)",
        "X-Sanshi-Signature": hookSignature(body, at: seconds, signingKey: "0123456789abcdef"),
      ], Data(body))
    #expect(expecting.contains(answer.status), "\(answer.text)")
  }
}
