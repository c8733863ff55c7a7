import Foundation
import Governance
import Matters
import Store
import Testing
import Values
import Web

@testable import sanshi

@Suite struct BackupTests {
  /// A picture of one point.
  private static let png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="

  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "sanshi-backup-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// A town with a concern that has a photo, a matter, and heads written outside the database.
  private func fill(_ town: TestTown) async throws -> ID<Concern> {
    let png = try required(Data(base64Encoded: Self.png))
    let sent = try await town.resident.upload(
      "/v/\(TestTown.qinghe)/report",
      [("text", "桥栏杆断了"), ("confirmed", "1"), ("name", "张三"), ("phone", "19900001234")],
      files: [("photos", "桥.png", "image/png", png)])
    #expect(sent.status == 303, "\(sent.text.suffix(800))")
    _ = try await town.matter(reporters: 2)
    try await Heads(folder: town.folder).write(from: town.program.app.database)
    return try await town.program.app.database.read { tx in
      try required(try tx.row("SELECT id FROM concern WHERE text = '桥栏杆断了'")).id("id")
    }
  }

  private func verification(_ program: Program) async throws -> Verification {
    try await program.app.ledger.verify(
      program.app.database, entities: program.slices.flatMap(\.entities),
      invariants: program.slices.flatMap(\.invariants), heads: try Heads(folder: program.configuration.folder).read())
  }

  @Test(arguments: Backend.all) func whatIsRestoredIsWholeWithItsFiles(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let concern = try await fill(town)
      let target = try folder()
      defer { try? FileManager.default.removeItem(atPath: target) }
      let file = target + ".tar"
      defer { try? FileManager.default.removeItem(atPath: file) }
      try await BackupFile.make(town.program.app, at: file)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o600, "others on the machine cannot read it")
      // What happens after the backup is not in it.
      _ = try await town.concern("备份以后的事")
      let configuration = Configuration(
        folder: target, database: try await backend.freshDatabase(in: target), publicURL: nil, trustedProxies: [])
      try BackupFile.restore(configuration, from: file)
      let restored = try await Program.open(configuration, clock: { town.clock.now })
      let (key, result) = (try town.key(), try await verification(restored))
      #expect(result.faults.isEmpty, "\(result.faults)")
      #expect(result.heads.contains { $0.hasPrefix("\(key.town)\t") })
      let (before, after, photos) = try await restored.app.database.read { tx in
        (
          try tx.count("SELECT COUNT(*) AS n FROM concern"), try tx.matters(of: concern, in: key).count,
          try tx.photos(concern: concern, in: key)
        )
      }
      #expect(before == 3 && after == 0)
      let photo = try required(photos.first)
      #expect(restored.app.files.get(photo.file)?.isEmpty == false)
      #expect(restored.app.files.get(photo.file) == town.program.app.files.get(photo.file))
      // The key of the chain came along: the reporter's link still opens.
      let token = restored.app.ledger.token(for: "concern \(concern)")
      let found = try await restored.app.database.read { tx in try tx.concern(token: token).id }
      #expect(found == concern)
      await restored.app.database.close()
    }
  }

  @Test func nothingIsRestoredOverSomethingElse() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let file = town.folder + "-backup.tar"
      defer { try? FileManager.default.removeItem(atPath: file) }
      try await BackupFile.make(town.program.app, at: file)
      #expect(throws: (any Error).self) { try BackupFile.restore(town.program.configuration, from: file) }
      try await town.verify()
    }
  }

  @Test func theNewestFourteenAreKept() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for day in 1...20 {
      let name = "sanshi-2026-11-\(day < 10 ? "0" : "")\(day).tar"
      _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data())
    }
    _ = FileManager.default.createFile(atPath: "\(folder)/own.tar", contents: Data())
    try BackupFile.keep(last: 14, in: folder)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(left.count == 15 && left.contains("own.tar") && left.contains("sanshi-2026-11-20.tar"))
    #expect(!left.contains("sanshi-2026-11-06.tar") && left.contains("sanshi-2026-11-07.tar"))
  }
}
