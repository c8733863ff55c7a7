import Documents
import Foundation
import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Exchange
@testable import WorkOrders
@testable import sanshi

/// Contact data, settings, and the file for systems without an interface.
@Suite struct ExchangeFileTests {
  private static let reply = "三组水管爆裂已于十一月十八日更换，现在水压正常，停水的三户都已通水。还有疑问请找水务站王师傅。"

  private func orders(_ scene: ExchangeScene) async throws -> [[String: Any]] {
    let file = try await scene.admin.api("\(scene.path)/orders.json", [:])
    #expect(file.status == 200, "\(file.text.prefix(300))")
    return file.json["orders"] as? [[String: Any]] ?? []
  }

  private func upload(_ scene: ExchangeScene, _ bytes: Data, name: String) async throws -> HTTPAnswer {
    try await scene.admin.upload(
      "/api/v1\(scene.path)/answers", [], files: [("file", name, "application/octet-stream", bytes)])
  }

  @Test(arguments: Backend.all) func ordersGoAndComeByFileOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town, byFile: true)
      try await scene.send()
      #expect(scene.other.messages.isEmpty)
      #expect(try await scene.last()["state"] as? String == "inFile")
      let first = try await orders(scene)
      let key = try required(first.first?["id"] as? String)
      let queued = try await scene.key()
      #expect(first.count == 1 && key == queued)
      #expect(try await scene.last()["state"] as? String == "sent")
      #expect(try await orders(scene).count == 1)
      let answers: [[String: Any]] = [
        ["order": key, "status": "10", "number": "G-7"], ["order": key, "status": ""],
        ["order": key, "status": "40", "text": "好", "outcome": "办好了"], ["order": "x", "status": "10"],
      ]
      let data = try JSONSerialization.data(withJSONObject: ["answers": answers])
      let taken = try await upload(scene, data, name: "answers.json")
      #expect(taken.json["taken"] as? Int == 1, "\(taken.text)")
      #expect((taken.json["refused"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [3, 4])
      #expect(try await scene.orderRow().state == .accepted)
      #expect(try await scene.last()["their_number"] as? String == "G-7")
      let again = try await upload(scene, data, name: "answers.json")
      #expect(again.json["taken"] as? Int == 0 && again.json["already"] as? Int == 1, "\(again.text)")
    }
  }

  @Test(arguments: Backend.all) func theWorkbookComesBackFilledIn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town, byFile: true)
      let file = try await scene.admin.post("\(scene.path)/orders.xlsx")
      #expect(file.status == 200 && file.headers["content-type"]?.contains("spreadsheetml") == true)
      var table: [[String]] = []
      try XlsxReader(Array(file.body)).rows { table.append($0) }
      #expect(table.count == 2 && table[0].contains("办到哪一步") && table[1].contains("供水问题"))
      var row = table[1] + Array(repeating: "", count: table[0].count - table[1].count)
      func fill(_ column: String, _ value: String) throws { row[try required(table[0].firstIndex(of: column))] = value }
      try fill("办到哪一步", "10")
      try fill("贵方工单号", "G-8")
      let columns = table[0].map { Documents.Column($0) }
      let sheet = Sheet(
        name: "回", columns: columns, rows: [row.map { Cell.text($0) }], page: PageLines(unit: "", language: .zh))
      let bytes = Data(try Workbook(sheets: [sheet]).xlsx())
      let page = try await scene.admin.upload("\(scene.path)/answers", [], files: [("file", "回.xlsx", "", bytes)])
      #expect(page.status == 200 && page.text.contains("收下 1 条"), "\(page.text.suffix(400))")
      #expect(try await scene.orderRow().state == .accepted)
      #expect(try await scene.last()["their_number"] as? String == "G-8")
      for (name, bytes) in [("a.xlsx", Data("PK no".utf8)), ("a.json", Data("{}".utf8)), ("a.txt", Data([0xFF]))] {
        let refused = try await upload(scene, bytes, name: name)
        #expect(refused.status == 422 && refused.text.contains("file"), "\(name) \(refused.text)")
      }
      #expect(try await scene.admin.post("\(scene.path)/answers").status == 422)
    }
  }

  @Test(arguments: Backend.all) func theCommandsWriteAndTakeFiles(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town, byFile: true)
      let (folder, database) = (town.folder, town.program.configuration.database)
      let common = ["--town", TestTown.town, "--data", folder, "--database", database]
      let out = try ExchangeCommand.Out.parse(common + ["--out", "\(folder)/orders.json"])
      try await out.run()
      let data = try required(FileManager.default.contents(atPath: "\(folder)/orders.json"))
      let object = try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]]
      let key = try required(object?["orders"]?.first?["id"] as? String)
      #expect(try await scene.key() == key)
      let answers = try JSONSerialization.data(withJSONObject: [["order": key, "status": "10"]])
      try answers.write(to: URL(fileURLWithPath: "\(folder)/answers.json"))
      let back = try ExchangeCommand.In.parse(common + ["--system", "县群工系统", "\(folder)/answers.json"])
      try await back.run()
      try await back.run()
      #expect(try await scene.orderRow().state == .accepted)
      let wrong = try ExchangeCommand.In.parse(common + ["--system", "别的", "\(folder)/answers.json"])
      await #expect(throws: (any Error).self) { try await wrong.run() }
      let text = try ExchangeCommand.Out.parse(common + ["--out", "\(folder)/orders.txt"])
      await #expect(throws: (any Error).self) { try await text.run() }
    }
  }

  @Test(arguments: Backend.all) func whatReachesTheCountyGoesThere(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      let matter = try await town.matter(leaf: "GM0902", title: "全镇都停水了")
      let made = try await scene.keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": ""])
      let order = try required(made.json["id"] as? String)
      let path = "/v/\(TestTown.qinghe)/orders/\(order)/steps"
      let centre = try await town.person(.serviceCentre, at: TestTown.town)
      #expect(try await scene.keeper.api(path, ["step": "passUp", "text": "村里办不了"]).status == 200)
      try await scene.queue()
      #expect(try await scene.messages().count == 1)
      #expect(try await centre.api(path, ["step": "passUp", "text": "镇里办不了"]).status == 200)
      try await scene.queue()
      try await scene.send()
      #expect(try await scene.messages().count == 2)
      #expect(try required(scene.other.messages.last?.body)["level"] as? String == "county")
      let told = try await scene.told("1", "10")
      #expect(told.json["state"] as? String == "accepted")
    }
  }

  @Test(arguments: Backend.all) func contactDataGoOnlyWithPurposeAndReceiver(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      try await scene.send()
      let phones = try await town.program.app.database.read { tx in
        try tx.rows("SELECT phone FROM person").map { try $0.text("phone") }
      }
      let silent = try required(scene.other.sink.taken.last?.body)
      #expect(!phones.isEmpty && !phones.contains { silent.contains($0) } && !silent.contains("contacts"))
      var fields = ExchangeScene.fields(scene.other)
      fields["field"] = ["phone"]
      let unsaid = try await scene.admin.api(scene.path, fields)
      #expect(unsaid.status == 422 && unsaid.text.contains("purpose") && unsaid.text.contains("receiver"))
      (fields["purpose"], fields["receiver"], fields["key"]) = ("上门前联系反映人", "试验县水务局", nil)
      #expect(try await scene.admin.api(scene.path, fields).status == 200)
      try await scene.told("1", "20", ["text": "请写清楚是哪一段。"])
      town.clock.advance(minutes: 5)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      try await scene.step(officer, "reassign", ["office": ExchangeScene.office, "text": "三组路口。"])
      try await scene.send()
      let disclosure = try required(scene.other.messages.last?.body["disclosure"] as? [String: Any])
      let contacts = try required(disclosure["contacts"] as? [[String: Any]])
      #expect(Set(contacts.compactMap { $0["phone"] as? String }) == Set(phones))
      #expect(contacts.allSatisfy { $0["name"] == nil } && disclosure["receiver"] as? String == "试验县水务局")
      let events = try await town.count(
        "SELECT COUNT(*) AS n FROM event WHERE kind = 'exchangeContacts' AND note = 'phone'")
      #expect(events == 1)
    }
  }

  @Test(arguments: Backend.all) func settingsAreCheckedAndKeysNeverShown(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town)
      for (field, value) in [
        ("name", ""), ("url", "ftp://example.org"), ("key", "short"), ("level", "village"),
        ("mapping", "category\t水\tXX01"),
        ("field", "address"), ("authorities", "none"),
      ] {
        var fields = ExchangeScene.fields(scene.other)
        fields[field] = value
        let answer = try await scene.admin.api("/t/\(TestTown.town)/exchange", fields)
        #expect(answer.status == 422 && answer.text.contains("\"\(field)\""), "\(field): \(answer.text)")
      }
      var fields = ExchangeScene.fields(scene.other)
      (fields["url"], fields["allows_private"]) = ("https://127.0.0.1/orders", nil)
      #expect(try await scene.admin.api("/t/\(TestTown.town)/exchange", fields).text.contains("内网"))
      (fields["office"], fields["level"]) = (nil, nil)
      #expect(try await scene.admin.api("/t/\(TestTown.town)/exchange", fields).status == 422)
      for path in ["/t/\(TestTown.town)/exchange", scene.path, "/api/v1\(scene.path)"] {
        let answer = try await scene.admin.get(path)
        #expect(answer.status == 200 && !answer.text.contains(OtherSystem.key), "\(path)")
      }
      let stored = try await town.program.app.database.read { tx in
        try tx.rows("SELECT secret FROM exchange_connector").map { try $0.text("secret") }
      }
      #expect(stored.allSatisfy { !$0.contains(OtherSystem.key) && !$0.isEmpty })
      let stranger = try await town.person(.administrator, at: TestTown.otherTown)
      #expect(try await stranger.get("/t/\(TestTown.otherTown)/exchange/\(scene.connector)").status == 404)
      // Once it is removed, nothing goes out and nothing comes in.
      let key = try await scene.key()
      #expect(try await scene.admin.post("\(scene.path)/closure").status == 303)
      try await scene.send()
      #expect(scene.other.messages.isEmpty)
      #expect(try await scene.told("1", "10", order: key, expects: 404).status == 404)
    }
  }
}
