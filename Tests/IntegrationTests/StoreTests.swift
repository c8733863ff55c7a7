import Foundation
import Store
import Testing
import Values
import Web

@testable import sanshi

@Suite struct StoreTests {
  @Test(arguments: Backend.all) func copiesThatBeginTogetherChangeTheSchemaOnce(on backend: Backend) async throws {
    let folder = NSTemporaryDirectory() + "sanshi-migrate-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let url = try await backend.freshDatabase(in: folder)
    let migrations = allSlices.flatMap(\.migrations)
    let copies = try (0..<8).map { _ in try Database(url: url) }
    let applied = try await withThrowingTaskGroup(of: [String].self) { group in
      for copy in copies { group.addTask { try await copy.migrate(migrations) } }
      return try await group.reduce(into: [String]()) { $0 += $1 }
    }
    let stored = try await copies[0].read { tx in
      try tx.rows("SELECT id FROM migration ORDER BY id").map { try $0.text("id") }
    }
    #expect(applied.count == migrations.count + 2, "the store has two of its own")
    #expect(applied.sorted() == stored, "each by one copy")
    for copy in copies { await copy.close() }
  }

  @Test(arguments: Backend.all) func aFailedTransactionLeavesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      await #expect(throws: NotFound.self) {
        try await database.write { tx in
          try tx.run("INSERT INTO lease (name, holder, until) VALUES ('x', '', 0)")
          throw NotFound()
        }
      }
      let left = try await database.read { tx in try tx.row("SELECT name FROM lease WHERE name = 'x'") }
      #expect(left == nil)
    }
  }

  @Test(arguments: Backend.all) func transactionsThatCommitTogetherDoNotMixTheirFates(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      let results = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<60 {
          group.addTask {
            do {
              return try await database.write { tx in
                try tx.run("INSERT INTO lease (name, holder, until) VALUES (\("l\(number)"), '', 0)")
                if number.isMultiple(of: 3) { throw NotFound() }
                return true
              }
            } catch { return false }
          }
        }
        return await group.reduce(into: 0) { count, isDone in count += isDone ? 1 : 0 }
      }
      #expect(results == 40)
      let left = try await database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM lease") }
      #expect(left == 40)
    }
  }

  @Test(arguments: Backend.all) func twoCharacterWordsAreFoundWithinTheirScope(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await town.program.app.database.write { tx in
        try SearchIndex.matters.put(ID(5), tokens: ["夜间", "间施", "施工"], tags: ["v1", "sopen"], in: tx)
        try SearchIndex.matters.put(ID(6), tokens: ["夜间", "间噪"], tags: ["v2", "sopen"], in: tx)
      }
      func found(_ tokens: [String], _ tags: [String]) async throws -> [Int64] {
        try await town.program.app.database.read { tx in
          try SearchIndex.matters.find(tokens, tags: tags, before: nil, limit: 10, in: tx).map(\.value)
        }
      }
      #expect(try await found(["夜间"], []) == [6, 5])
      #expect(try await found(["夜间"], ["v1"]) == [5])
      #expect(try await found(["夜间", "施工"], ["v2"]) == [])
      try await town.program.app.database.write { tx in
        try SearchIndex.matters.retag(ID(5), tags: ["v1", "sclosed"], in: tx)
        try SearchIndex.matters.remove(ID(6), in: tx)
      }
      #expect(try await found(["夜间"], ["sclosed"]) == [5])
      #expect(try await found(["夜间"], ["sopen"]) == [])
    }
  }

  @Test(arguments: Backend.all) func whatWasSentAndFailsLeavesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      await #expect(throws: DatabaseError.self) {
        try await database.write { tx in
          for number in 0..<200 {
            try tx.send("INSERT INTO lease (name, holder, until) VALUES (\("s\(number)"), '', 0)")
          }
          try tx.send("INSERT INTO lease (name, holder, until) VALUES ('s7', '', 0)")
        }
      }
      #expect(try await database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM lease WHERE holder = ''") } == 0)
      try await database.write { tx in
        for number in 0..<200 { try tx.send("INSERT INTO lease (name, holder, until) VALUES (\("s\(number)"), '', 0)") }
        #expect(
          try tx.count("SELECT COUNT(*) AS n FROM lease WHERE holder = ''") == 200, "what was sent is seen at once")
      }
      #expect(
        try await database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM lease WHERE holder = ''") } == 200)
    }
  }

  @Test(arguments: Backend.all) func connectionsThatWereCutAreMadeAnew(on backend: Backend) async throws {
    guard backend == .postgres else { return }
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      for round in 0..<3 {
        let cut = try await database.write { tx in
          try tx.count(
            """
            SELECT COUNT(pg_terminate_backend(pid)) AS n FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
        }
        #expect(cut > 0 || round > 0, "those that were not used since are not made anew yet")
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<20 {
            group.addTask {
              try await database.write { tx in
                try tx.send("INSERT INTO lease (name, holder, until) VALUES (\("c\(round) \(number)"), 'cut', 0)")
              }
            }
          }
          try await group.waitForAll()
        }
      }
      #expect(
        try await database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM lease WHERE holder = 'cut'") } == 60)
    }
  }
}
