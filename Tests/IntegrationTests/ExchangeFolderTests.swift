import Documents
import Foundation
import Mechanism
import Testing
import Values
import Web

@testable import Exchange
@testable import WorkOrders
@testable import sanshi

/// Orders and answers by files in a folder of this machine (plan B3).
@Suite struct ExchangeFolderTests {
  private let rounds = FolderRounds(catalogues)

  private func scene(_ town: TestTown, _ more: [String: Any] = [:]) async throws -> (ExchangeScene, FolderSide) {
    let fields: [String: Any] = ["way": "folder", "folder": "county/water", "format": "json"]
    let scene = try await ExchangeScene.make(town, byFile: true, more: fields.merging(more) { $1 })
    return (scene, FolderSide(folder: "\(town.folder)/exchange/\(TestTown.town)/county/water"))
  }

  private func visit(_ town: TestTown) async throws { try await rounds.visit(.folder, town.program.app) }

  @Test(arguments: Backend.all) func ordersGoOutAndAnswersComeInByThemselves(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      #expect(try await scene.last()["state"] as? String == "waiting")
      try await visit(town)
      let orders = try other.orders()
      let key = try await scene.key()
      #expect(orders.count == 1 && orders.first?["id"] as? String == key)
      #expect(other.names(.outgoing).allSatisfy { $0.hasPrefix("sanshi-") && $0.hasSuffix(".json") })
      #expect(try await scene.last()["state"] as? String == "sent")
      // Nothing new, no new file.
      try await visit(town)
      #expect(other.names(.outgoing).count == 1)
      try other.answer([["order": key, "status": "10", "number": "G-7"]], as: "一.json")
      try await visit(town)
      #expect(try await scene.orderRow().state == .accepted)
      #expect(other.names(.incoming).isEmpty && other.names(.done).count == 2 && other.names(.refused).isEmpty)
      let report = try other.report(.done, of: "一.json")
      #expect(report["taken"] as? Int == 1 && (report["refused"] as? [Any])?.isEmpty == true)
      // The same file again, under another name: answered as before, and nothing changes.
      try other.answer([["order": key, "status": "10", "number": "G-7"]], as: "二.json")
      try await visit(town)
      let again = try other.report(.done, of: "二.json")
      #expect(again["first_as"] as? String == "一.json" && again["taken"] as? Int == 1, "\(again)")
      let page = try await scene.admin.get(scene.path)
      #expect(page.status == 200 && page.text.contains("一.json") && page.text.contains("现在试一试"))
    }
  }

  @Test(arguments: Backend.all) func refusedRowsAreNamed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      try await visit(town)
      let key = try await scene.key()
      try other.answer(
        [["order": key, "status": "10"], ["order": key, "status": "77"], ["order": "x", "status": "10"]], as: "a.json")
      try other.lay(Data("{\"other\": 1}".utf8), as: "b.json")
      try other.lay(Data("not ours".utf8), as: "c.txt")
      try await visit(town)
      #expect(try await scene.orderRow().state == .accepted)
      let report = try other.report(.refused, of: "a.json")
      #expect((report["refused"] as? [[String: Any]])?.compactMap { $0["row"] as? Int } == [2, 3], "\(report)")
      #expect("\(report)".contains("77"))
      #expect(try other.report(.refused, of: "b.json")["refused"] as? [[String: Any]] != nil)
      #expect(other.names(.incoming) == ["c.txt"] && other.names(.done).isEmpty)
      let page = try await scene.admin.get(scene.path)
      #expect(page.text.contains("第 2 行") && page.text.contains("整个文件"))
      // The table of words is set right, and the same file is given again.
      var fields = ExchangeScene.fields(nil)
      (fields["way"], fields["folder"], fields["format"]) = ("folder", "county/water", "json")
      fields["mapping"] = ExchangeScene.mapping + "\nstate,77,received"
      #expect(try await scene.admin.api(scene.path, fields).status == 200)
      try other.answer([["order": key, "status": "10"], ["order": key, "status": "77"]], as: "a.json")
      try await visit(town)
      #expect(try other.report(.done, of: "a.json")["already"] as? Int == 1)
    }
  }

  @Test(arguments: Backend.all) func aHalfWrittenFileIsLeftAloneUntilItIsWhole(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      try await visit(town)
      let rows = [["order": try await scene.key(), "status": "10"]]
      let whole = try JSONSerialization.data(withJSONObject: ["answers": rows])
      try other.lay(whole.dropLast(9), as: "a.json")
      try other.lay(Data("PK\u{3}\u{4} begun".utf8), as: "b.xlsx")
      try other.lay(whole, as: ".hidden.json")
      for _ in 0..<2 {
        try await visit(town)
        town.clock.advance(minutes: 4)
      }
      #expect(other.names(.incoming) == [".hidden.json", "a.json", "b.xlsx"])
      #expect(try await scene.orderRow().state == .handedOver)
      try other.lay(whole, as: "a.json")
      town.clock.advance(minutes: 4)
      try await visit(town)
      #expect(try await scene.orderRow().state == .accepted)
      #expect(other.names(.incoming) == [".hidden.json"] && other.names(.refused).count == 2, "b.xlsx never ended")
    }
  }

  @Test(arguments: Backend.all) func whateverEndsTheWorkerNothingIsLostOrTakenTwice(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      let app = town.program.app
      let id = try required(ID<ConnectorRecord>(scene.connector))
      let connector = try await app.database.read { tx in try tx.connector(id) }
      let trays = try required(try await connector.trays(app))
      try await trays.prepare()
      // Ended between the renaming and the commit.
      let begun = try await app.write { w in try w.beginBatch(of: id, publicURL: "", catalogues: catalogues) }
      guard case .begun(let batch) = begun else { return #expect(Bool(false), "nothing begun") }
      try await trays.put(batch.bytes, as: batch.name, in: .outgoing)
      #expect(other.names(.outgoing) == [batch.name])
      try await visit(town)
      #expect(other.names(.outgoing) == [batch.name], "the same name again")
      let message = try await scene.last()
      #expect(message["state"] as? String == "sent" && message["repeats"] as? Int == 1, "\(message)")
      // Ended after the rows were taken, before the file was written down.
      let key = try await scene.key()
      let bytes = try other.answer([["order": key, "status": "10"]], as: "a.json")
      _ = try await importAnswers(
        Array(bytes), name: "a.json", from: id, town: connector.town, app: app, catalogues: catalogues)
      try await visit(town)
      #expect(try other.report(.done, of: "a.json")["already"] as? Int == 1)
      // Ended before the file was moved away.
      try other.lay(bytes, as: "a.json")
      try await visit(town)
      #expect(other.names(.incoming).isEmpty && other.names(.done).count == 2)
      let steps = try await app.database.read { tx in
        try tx.count("SELECT COUNT(*) AS n FROM order_step WHERE work_order = \(scene.order) AND step = 'accept'")
      }
      #expect(steps == 1)
    }
  }

  @Test(arguments: Backend.all) func noLinkLeadsOutOfTheFolder(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      try await visit(town)
      let key = try await scene.key()
      let outside = FolderSide(folder: town.folder + "/outside")
      for tray in Tray.allCases {
        try FileManager.default.createDirectory(atPath: outside.path(tray), withIntermediateDirectories: true)
      }
      try outside.answer([["order": key, "status": "10"]], as: "a.json")
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: other.path(.incoming, "a.json"), withDestinationPath: outside.path(.incoming, "a.json"))
      try files.createDirectory(atPath: other.path(.incoming, "b.json"), withIntermediateDirectories: true)
      try await visit(town)
      #expect(try await scene.orderRow().state == .handedOver)
      #expect(other.names(.incoming) == ["a.json", "b.json"])
      // A tray that is a link is no tray.
      try files.removeItem(atPath: other.path(.incoming))
      try files.createSymbolicLink(
        atPath: "\(other.folder)/in", withDestinationPath: outside.folder + "/in")
      try await visit(town)
      #expect(try await scene.orderRow().state == .handedOver && outside.names(.incoming) == ["a.json"])
      let page = try await scene.admin.get(scene.path)
      #expect(page.text.contains("没有“in”这个文件夹"), "\(page.text.suffix(300))")
      try files.removeItem(atPath: "\(other.folder)/in")
      let mended = try await scene.admin.api("\(scene.path)/trial", [:])
      #expect(mended.status == 200 && mended.json["fault"] == nil, "\(mended.text)")
    }
  }

  @Test(arguments: Backend.all) func aFolderThatFailsRestsAndTellsWhy(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town)
      // A file stands where the folder belongs.
      let place = "\(town.folder)/exchange/\(TestTown.town)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: place + "/county"))
      var pauses: [Int64] = []
      for _ in 0..<3 {
        try await visit(town)
        let json = try await scene.admin.get("/api/v1\(scene.path)").json
        let rest = try required(Instant(iso: json["paused_until"] as? String ?? ""))
        pauses.append((rest.milliseconds - town.clock.now.milliseconds) / 1000)
        try await visit(town)
        town.clock.advance(minutes: 3)
      }
      #expect(pauses == [30, 60, 120])
      #expect(try await scene.last()["state"] as? String == "waiting")
      try FileManager.default.removeItem(atPath: place + "/county")
      let trial = try await scene.admin.api("\(scene.path)/trial", [:])
      #expect(trial.json["orders"] as? Int == 1, "\(trial.text)")
      #expect(try other.orders().count == 1)
      let large = other.path(.incoming, "a.json")
      #expect(FileManager.default.createFile(atPath: large, contents: nil))
      #expect(truncate(large, off_t(answerFileLimit + 1)) == 0)
      try await visit(town)
      #expect("\(try other.report(.refused, of: "a.json"))".contains("16 MB"))
    }
  }

  @Test(arguments: Backend.all) func theWorkbookGoesOutToo(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (scene, other) = try await scene(town, ["format": "xlsx"])
      try await visit(town)
      let name = try required(other.names(.outgoing).first)
      var table: [[String]] = []
      try XlsxReader(Array(try other.bytes(.outgoing, name))).rows { table.append($0) }
      #expect(name.hasSuffix(".xlsx") && table.count == 2 && table[0].contains("办到哪一步"))
      // Taken back: the recall goes out as another file, once.
      try await scene.step(scene.keeper, "takeBack", ["text": "地点写错了，先收回。"])
      try await visit(town)
      try await visit(town)
      #expect(other.names(.outgoing).count == 2)
      #expect(try await scene.last()["kind"] as? String == "recalled")
      // Two systems may not share a folder, one above it or one in it.
      for folder in ["county/water", "county", "county/water/in"] {
        var fields = ExchangeScene.fields(nil)
        (fields["way"], fields["folder"]) = ("folder", folder)
        let answer = try await scene.admin.api("/t/\(TestTown.town)/exchange", fields)
        #expect(answer.status == 422 && answer.text.contains("另一个系统"), "\(folder) \(answer.text)")
      }
      #expect(try await scene.admin.post("\(scene.path)/closure").status == 303)
      try await visit(town)
      #expect(other.names(.outgoing).count == 2)
    }
  }
}
