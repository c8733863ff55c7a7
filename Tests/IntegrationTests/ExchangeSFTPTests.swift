import Foundation
import Mechanism
import Testing
import Values
import Web

@testable import Exchange
@testable import WorkOrders
@testable import sanshi

/// Orders and answers by files on another machine, against a real server of OpenSSH.
@Suite(.enabled(if: SSHServer.isThere, "Debian's openssh-server is missing: scripts/packages test installs it"))
struct ExchangeSFTPTests {
  private let rounds = FolderRounds(catalogues)

  private func trial(_ scene: ExchangeScene) async throws -> [String: Any] {
    let answer = try await scene.admin.api("\(scene.path)/trial", [:])
    #expect(answer.status == 200, "\(answer.text)")
    return answer.json
  }

  @Test(arguments: Backend.all) func ordersGoAndAnswersComeOverSFTP(on backend: Backend) async throws {
    let server = try SSHServer()
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town, byFile: true, more: server.fields())
      let other = FolderSide(folder: server.folder + "/drop")
      // The trays are not there before somebody tries.
      try await rounds.visit(.sftp, town.program.app)
      #expect(try await scene.admin.get(scene.path).text.contains("没有“out”这个文件夹"))
      let first = try await trial(scene)
      #expect(first["orders"] as? Int == 1 && first["fault"] == nil, "\(first)")
      let key = try await scene.key()
      #expect(try other.orders().map { $0["id"] as? String } == [key])
      #expect(other.names(.outgoing).count == 1, "no unfinished file stays: \(other.names(.outgoing))")
      try other.answer([["order": key, "status": "10", "number": "G-7"]], as: "答复 一.json")
      try other.answer([["order": key, "status": "99"]], as: "b.json")
      try other.lay(Data("{\"answers\": [".utf8), as: "c.json")
      try other.lay(Data(count: answerFileLimit + 10), as: "d.json")
      try await rounds.visit(.sftp, town.program.app)
      #expect(try await scene.orderRow().state == .accepted)
      #expect(other.names(.incoming) == ["c.json"])
      #expect(try other.report(.done, of: "答复 一.json")["taken"] as? Int == 1)
      #expect("\(try other.report(.refused, of: "b.json"))".contains("99"))
      #expect("\(try other.report(.refused, of: "d.json"))".contains("16 MB"))
      // No secret is shown or stored plainly.
      for path in [scene.path, "/api/v1\(scene.path)"] {
        #expect(try await !scene.admin.get(path).text.contains("PRIVATE KEY-----\n"))
      }
      let stored = try await town.program.app.database.read { tx in
        try tx.rows("SELECT folder, folder_secret FROM exchange_connector").map {
          (try $0.text("folder"), try $0.text("folder_secret"))
        }
      }
      #expect(stored.allSatisfy { !$0.0.contains("PRIVATE") && !$0.1.contains("PRIVATE") && !$0.1.isEmpty })
    }
  }

  @Test(arguments: Backend.all) func aRepeatedFileTakesThePlaceOfTheFirst(on backend: Backend) async throws {
    let server = try SSHServer()
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(town, byFile: true, more: server.fields())
      let (app, id) = (town.program.app, try required(ID<ConnectorRecord>(scene.connector)))
      let connector = try await app.database.read { tx in try tx.connector(id) }
      let trays = try required(try await connector.trays(app))
      try await trays.prepare()
      let begun = try await app.write { w in try w.beginBatch(of: id, publicURL: "", catalogues: catalogues) }
      guard case .begun(let batch) = begun else { return #expect(Bool(false), "nothing begun") }
      try await trays.put(Array("old".utf8), as: batch.name, in: .outgoing)
      try await rounds.visit(.sftp, app)
      let other = FolderSide(folder: server.folder + "/drop")
      #expect(other.names(.outgoing) == [batch.name])
      #expect(try other.orders().count == 1)
      #expect(try await scene.last()["repeats"] as? Int == 1)
    }
  }

  @Test(arguments: Backend.all) func aMachineThatNeverAnswersDelaysNoOther(on backend: Backend) async throws {
    let (server, silent) = (try SSHServer(), try SilentServer())
    try await TestTown.run(on: backend) { town in
      let (app, rounds) = (town.program.app, FolderRounds(catalogues, patience: 4))
      let scene = try await ExchangeScene.make(town, byFile: true, more: server.fields())
      #expect(try await trial(scene)["orders"] as? Int == 1)
      let made = try await scene.admin.api(
        "/t/\(TestTown.town)/exchange",
        fields(server.fields(["name": "不答话的系统", "port": "\(silent.port)", "office": "派出所"])))
      #expect(made.status == 201, "\(made.text)")
      let hanging = try required((made.json["id"] as? String).flatMap { ID<ConnectorRecord>($0) })
      try await rounds.visit(.sftp, app)
      #expect(try await rounds.visit(hanging, app).busy, "its attempt still waits")
      let key = try await scene.key()
      // While it does, the next round reads what the other machine has meanwhile.
      try FolderSide(folder: server.folder + "/drop").answer([["order": key, "status": "10"]], as: "a.json")
      try await rounds.visit(.sftp, app)
      #expect(try await scene.orderRow().state == .accepted)
      #expect(try await rounds.visit(hanging, app).busy)
      silent.hangUp()
      var ended = FolderResult(busy: true)
      while ended.busy { ended = try await rounds.visit(hanging, app) }
      #expect(ended.fault != nil)
    }
  }

  @Test(arguments: Backend.all) func aStrangerIsToldNothing(on backend: Backend) async throws {
    let (server, stranger) = (try SSHServer(), try SSHServer())
    try await TestTown.run(on: backend) { town in
      let scene = try await ExchangeScene.make(
        town, byFile: true, more: server.fields(["fingerprint": stranger.fingerprint]))
      let fault = "\(try await trial(scene)["fault"] ?? "")"
      #expect(fault.contains("指纹对不上") && fault.contains(server.fingerprint), "\(fault)")
      #expect(FolderSide(folder: server.folder + "/drop").names(.outgoing).isEmpty)
      #expect(try await scene.last()["state"] as? String == "waiting")
      let wrongKey = try await scene.admin.api(scene.path, fields(server.fields(["private_key": stranger.key])))
      #expect(wrongKey.status == 200)
      #expect("\(try await trial(scene)["fault"] ?? "")".contains("不对"))
      let typed = try await scene.admin.api(
        scene.path, fields(server.fields(["private_key": "", "password": "no password of this machine"])))
      #expect(typed.status == 200)
      #expect("\(try await trial(scene)["fault"] ?? "")".contains("不对"))
      // Nothing typed keeps the password; the right key takes its place.
      #expect(try await scene.admin.api(scene.path, fields(server.fields(["private_key": ""]))).status == 200)
      #expect(try await scene.admin.api(scene.path, fields(server.fields())).status == 200)
      #expect(try await trial(scene)["orders"] as? Int == 1)
      // Into a network of one's own only when that is allowed.
      let closed = try await scene.admin.api(scene.path, fields(server.fields(["allows_private": ""])))
      #expect(closed.status == 422 && closed.text.contains("host"))
      let never = try await scene.admin.api(scene.path, fields(server.fields(["fingerprint": ""])))
      #expect(never.status == 422 && never.text.contains("fingerprint"))
    }
  }

  private func fields(_ more: [String: Any]) -> [String: Any] { ExchangeScene.fields(nil).merging(more) { $1 } }

  @Test(arguments: Backend.all) func aDeadMachineHoldsNoOtherUp(on backend: Backend) async throws {
    let server = try SSHServer()
    try await TestTown.run(on: backend) { town in
      let dead = server.fields(["port": String(try SSHServer.freePort())])
      let scene = try await ExchangeScene.make(town, byFile: true, more: dead)
      let made = try await scene.admin.api(
        "/t/\(TestTown.town)/exchange", fields(server.fields(["name": "县平台"])))
      #expect(made.status == 201, "\(made.text)")
      let alive = "/t/\(TestTown.town)/exchange/\(try required(made.json["id"] as? String))"
      #expect(try await scene.admin.api("\(alive)/trial", [:]).json["fault"] == nil)
      let other = FolderSide(folder: server.folder + "/drop")
      try other.lay(Data("[]".utf8), as: "a.json")
      try await rounds.visit(.sftp, town.program.app)
      #expect(other.names(.incoming).isEmpty)
      let json = try await scene.admin.get("/api/v1\(scene.path)").json
      #expect(json["failures"] as? Int == 1 && (json["last_answer"] as? String)?.hasPrefix("unreachable") == true)
      #expect(try await scene.admin.get(scene.path).text.contains("连不上"))
    }
  }
}
