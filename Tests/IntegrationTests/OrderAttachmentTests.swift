import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Papers that an office puts to its steps: kept, shown to those who deal with the order and to nobody else.
@Suite struct OrderAttachmentTests {
  private struct Scene: OrderScene {
    let town: TestTown
    let matter: ID<Matter>
    let order: String
    let keeper: Client
    let handler: Client
    var address: String { "/v/\(TestTown.qinghe)/orders/\(order)" }

    func attach(_ fields: [(String, String)], _ files: [(name: String, bytes: Data)]) async throws -> HTTPAnswer {
      try await handler.upload(
        address + "/steps", fields, files: files.map { ("files", $0.name, "application/octet-stream", $0.bytes) })
    }

    /// The papers of the order, newest step first.
    func papers(_ who: Client) async throws -> [[String: Any]] {
      let history = try await who.get("/api/v1" + address).json["history"] as? [[String: Any]] ?? []
      return history.flatMap { $0["files"] as? [[String: Any]] ?? [] }
    }
  }

  private static let pdf = Data("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

  private func scene(_ town: TestTown) async throws -> Scene {
    let matter = try await town.matter(leaf: "GM0902", reporters: 2, title: "三组水管爆了停水")
    let keeper = try await town.keeper()
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    let handler = try await town.person(.departmentHandler, at: TestTown.town, body: body)
    let made = try await keeper.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": body])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let scene = Scene(
      town: town, matter: matter, order: try required(made.json["id"] as? String), keeper: keeper, handler: handler)
    try await scene.step(handler, "accept")
    return scene
  }

  private func verify(_ town: TestTown) async throws -> [String] {
    let program = town.program
    let rows = try await program.app.ledger.verify(
      program.app.database, entities: program.slices.flatMap(\.entities),
      invariants: program.slices.flatMap(\.invariants), heads: [])
    return try await rows.faults + FileCheck.faults(program)
  }

  @Test(arguments: Backend.all) func papersComeWithAStepAndAreReadByThoseWhoDealWithIt(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let sent = try await scene.attach(
        [("step", "recordProgress"), ("text", "管子已经挖出来了")],
        [("../施工图.pdf", Self.pdf), ("记录.txt", Data("换管 3 米".utf8))])
      #expect(sent.status == 303, "\(sent.text.suffix(600))")
      let papers = try await scene.papers(scene.handler)
      #expect(papers.compactMap { $0["name"] as? String } == ["施工图.pdf", "记录.txt"])
      #expect(papers.first?["bytes"] as? Int == Self.pdf.count)
      let id = try required(papers.first?["id"] as? String)
      let read = try await scene.keeper.get(scene.address + "/files/\(id)")
      #expect(read.status == 200 && read.body == Self.pdf)
      #expect(read.headers["content-type"] == "application/pdf")
      #expect(read.headers["content-disposition"]?.hasPrefix("attachment") ?? false)
      #expect(read.headers["x-content-type-options"] == "nosniff")
      #expect(try await scene.handler.get(scene.address).text.contains("施工图.pdf"))
      // Another office, another village's keeper, a reader without the words, a resident: none of them.
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "派出所")
      let auditor = try await town.person(.auditor, at: TestTown.town)
      for stranger in [other, auditor, town.resident] {
        #expect(try await stranger.get("/api/v1" + scene.address + "/files/\(id)").status >= 401)
      }
      #expect(try await scene.papers(auditor).isEmpty)
      #expect(try await !auditor.get(scene.address).text.contains("施工图"))
      #expect(try await verify(town) == [])
    }
  }

  @Test(arguments: Backend.all) func nothingIsWrittenWhenOneOfThemIsNotTaken(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let program = Data([0x4D, 0x5A, 0, 1, 2])
      let sent = try await scene.attach(
        [("step", "recordProgress"), ("text", "管子已经挖出来了")], [("图.pdf", Self.pdf), ("工具.exe", program)])
      #expect(sent.status == 422)
      #expect(sent.text.contains("工具.exe") && sent.text.contains("PDF") && sent.text.contains("管子已经挖出来了"))
      let many = try await scene.attach(
        [("step", "recordProgress"), ("text", "多传几个")], (1...10).map { ("\($0).pdf", Self.pdf) })
      #expect(many.status == 422 && many.text.contains("一次最多 9 个附件"))
      let empty = try await scene.attach(
        [("step", "recordProgress"), ("text", "空的")], [("空.pdf", Data())])
      #expect(empty.status == 422 && empty.text.contains("空.pdf"))
      let elsewhere = try await scene.attach([("step", "askReporter"), ("text", "漏在哪里？")], [("图.pdf", Self.pdf)])
      #expect(elsewhere.status == 422)
      #expect(try await scene.papers(scene.handler).isEmpty)
      let order = try await scene.handler.get("/api/v1" + scene.address)
      #expect(order.json["state"] as? String == "accepted")
    }
  }

  @Test(arguments: Backend.all) func whoAttachedItTakesItAwayWhileTheOrderIsOpen(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      _ = try await scene.attach([("step", "recordProgress"), ("text", "传错了一个")], [("别人的.pdf", Self.pdf)])
      let id = try required(try await scene.papers(scene.handler).first?["id"] as? String)
      let remove = scene.address + "/files/\(id)/remove"
      #expect(try await scene.keeper.api(remove, [:]).status == 409)
      #expect(try await scene.papers(scene.handler).count == 1)
      let removed = try await scene.handler.api(remove, [:])
      #expect(removed.status == 200, "\(removed.text.prefix(300))")
      #expect(try await scene.papers(scene.handler).isEmpty)
      #expect(try await scene.handler.get("/api/v1" + scene.address + "/files/\(id)").status == 404)
      #expect(try await scene.handler.api(remove, [:]).status == 404)
      _ = try await scene.attach(
        [
          ("step", "answer"), ("outcome", "solved"),
          ("text", "三组爆了的水管已经换好，停水的三户都来水了。还有疑问请找水务站王师傅。"),
        ], [("验收单.pdf", Self.pdf)])
      try await scene.step(scene.handler, "close")
      let kept = try required(try await scene.papers(scene.handler).first?["id"] as? String)
      #expect(try await scene.handler.api(scene.address + "/files/\(kept)/remove", [:]).status == 409)
      #expect(try await scene.papers(scene.handler).count == 1)
      #expect(try await verify(town) == [])
    }
  }

  @Test(arguments: Backend.all) func verifyNamesALostOrChangedFile(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      _ = try await scene.attach(
        [("step", "recordProgress"), ("text", "记两个")], [("一.pdf", Self.pdf), ("二.txt", Data("二号".utf8))])
      #expect(try await verify(town) == [])
      let hashes = [Secrets.sha256(Array(Self.pdf)), Secrets.sha256(Array("二号".utf8))]
      let paths = hashes.map { "\(town.program.app.files.folder)/\($0.prefix(2))/\($0)" }
      try FileManager.default.removeItem(atPath: paths[0])
      try Data("三号".utf8).write(to: URL(fileURLWithPath: paths[1]))
      let faults = try await verify(town)
      #expect(faults.count == 2)
      #expect(faults.contains { $0.contains("order_attachment") && $0.contains("lost") })
      #expect(faults.contains { $0.contains("order_attachment") && $0.contains("changed") })
    }
  }
}
