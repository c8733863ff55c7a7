import Foundation
import Synchronization
import Testing
import Values

@testable import Store
@testable import sanshi

@Suite struct TransactionTests {
  struct Taken: Error {}

  @Test(arguments: Backend.all) func aRowChangedInBetweenIsReadAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      let attempts = Mutex(0)
      func change(passing: Int) async throws -> Int {
        attempts.withLock { $0 = 0 }
        return try await database.write { tx in
          let attempt = attempts.withLock {
            $0 += 1
            return $0
          }
          try tx.run("INSERT INTO lease (name, holder, until) VALUES (\("r\(passing)"), 'changed', 0)")
          if attempt < passing { throw RowChanged(otherwise: Taken()) }
          return attempt
        }
      }
      #expect(try await change(passing: 1) == 1)
      // SQLite has one writer at a time: what changed was read before, and reading it again would not help.
      if backend == .sqlite {
        await #expect(throws: Taken.self) { try await change(passing: 2) }
      } else {
        #expect(try await change(passing: 2) == 2)
        await #expect(throws: Taken.self) { try await change(passing: 99) }
        #expect(attempts.withLock { $0 } == 4)
      }
      let kept = try await database.read { tx in
        try tx.count("SELECT COUNT(*) AS n FROM lease WHERE holder = 'changed'")
      }
      #expect(kept == (backend == .sqlite ? 1 : 2), "an attempt that did not pass leaves nothing")
    }
  }

  @Test(arguments: Backend.all) func countersAreWrittenOnceAtTheEnd(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (app, place) = (town.program.app, ID<Place>(7))
      let numbers = try await app.write { w in
        w.count("tested", town: place, village: place, by: 3)
        w.count("tested", town: place, village: place, by: -1)
        w.count("untouched", town: place, village: place, by: 1)
        w.count("untouched", town: place, village: place, by: -1)
        return try (0..<3).map { _ in try w.next("numbered", town: place, village: place) }
      }
      #expect(numbers == [1, 2, 3])
      await #expect(throws: Taken.self) {
        try await app.write { w in
          w.count("tested", town: place, village: place, by: 5)
          throw Taken()
        }
      }
      let kept = try await app.database.read { tx in
        try tx.rows("SELECT name, n FROM counter WHERE town = 7 ORDER BY name").map {
          "\(try $0.text("name")) \(try $0.int("n"))"
        }
      }
      #expect(kept == ["numbered 3", "tested 2"])
    }
  }

  @Test(arguments: Backend.all) func whatLastsIsAskedOnceUntilItIsWritten(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await town.program.app.database.write { tx in
        let setting: SQL = "SELECT value FROM setting WHERE town = 7 AND name = 'tested'"
        func value() throws -> String? { try tx.lastingRow(setting)?.text("value") }
        #expect(try value() == nil)
        try tx.run("INSERT INTO setting (town, name, value) VALUES (7, 'tested', 'a')")
        #expect(try value() == "a")
        try tx.send("UPDATE setting SET value = 'b' WHERE town = 7 AND name = 'tested'")
        #expect(try value() == "b")
        _ = try tx.row("UPDATE setting SET value = 'c' WHERE town = 7 AND name = 'tested' RETURNING value")
        #expect(try value() == "c")
        try tx.run("INSERT INTO lease (name, holder, until) VALUES ('other', '', 0)")
        #expect(try value() == "c")
        try tx.run("DELETE FROM setting WHERE town = 7")
        #expect(try value() == nil)
      }
    }
  }

  @Test(arguments: Backend.all) func severalThatLastAreKeptUntilOneIsWritten(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await town.program.app.database.write { tx in
        func of(_ name: String) -> SQL { "SELECT value FROM setting WHERE town = 7 AND name = \(name)" }
        func values(_ names: String...) throws -> [String?] {
          try tx.lastingRowsOfEach(names.map(of)).map { try $0.first?.text("value") }
        }
        try tx.run("INSERT INTO setting (town, name, value) VALUES (7, 'a', 'first'), (7, 'b', 'second')")
        #expect(try tx.lastingRow(of("b"))?.text("value") == "second")
        #expect(try values("a", "b", "none", "a") == ["first", "second", nil, "first"])
        try tx.run("UPDATE setting SET value = 'third' WHERE town = 7 AND name = 'a'")
        #expect(try values("b", "a") == ["second", "third"])
        try tx.run("DELETE FROM setting WHERE town = 7")
        #expect(try values("a", "b") == [nil, nil])
      }
    }
  }

  @Test func aStatementTellsTheTableThatItWrites() {
    let statements: [(SQL, Substring?)] = [
      ("SELECT * FROM office", nil), ("INSERT INTO office (id) VALUES (1)", "office"),
      ("\n  UPDATE office\n  SET id = 1", "office"), ("DELETE FROM office WHERE id = \(1)", "office"),
      ("WITH a AS (SELECT 1) SELECT * FROM a", nil), ("INSERT INTO membership(id) VALUES (1)", "membership"),
    ]
    for (statement, table) in statements { #expect(statement.writtenTable == table, "\(statement.questionMarks)") }
  }

  @Test func onlyChangedColumnsAreNamed() {
    let old: ColumnValues = ["a": 1, "b": "x", "c": Int?.none, "d": Int?.some(4)]
    let same: ColumnValues = ["a": 1, "b": "x", "c": Int?.none, "d": 4]
    let new: ColumnValues = ["a": 1, "b": "y", "c": 3, "d": Int?.none]
    #expect(SQL.changes(same, from: old).questionMarks == "")
    let changes = SQL.changes(new, from: old)
    #expect(changes.questionMarks == "b = ?, c = ?, d = ?, ")
    #expect(changes.values == [.text("y"), .integer(3), .null])
  }

  @Test(arguments: Backend.all) func tagsComeAndGoWithoutTheWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let database = town.program.app.database
      func found(_ tokens: [String], _ tags: [String]) async throws -> Int {
        try await database.read { tx in
          try SearchIndex.matters.find(tokens, tags: tags, before: nil, limit: 10, in: tx).count
        }
      }
      let states = ["open", "answered", "closed", "open", "closed"]
      try await database.write { tx in
        try SearchIndex.matters.put(ID(8), tokens: ["路灯", "灯坏"], tags: ["v1", "open"], in: tx)
      }
      for state in states {
        try await database.write { tx in try SearchIndex.matters.retag(ID(8), tags: ["v1", state], in: tx) }
        for each in Set(states) { #expect(try await found(["路灯"], ["v1", each]) == (each == state ? 1 : 0)) }
      }
      try await database.write { tx in
        try SearchIndex.matters.put(ID(8), tokens: ["路灯", "灯好"], tags: ["v1", "closed"], in: tx)
      }
      #expect(try await found(["灯好"], ["closed"]) == 1)
      #expect(try await found(["灯坏"], []) == 0)
      try await database.write { tx in try SearchIndex.matters.remove(ID(8), in: tx) }
      for (tokens, tags) in [(["路灯"], []), ([], ["v1"]), (["灯好"], ["closed"]), (["灯坏"], ["open"])] {
        #expect(try await found(tokens, tags) == 0)
      }
    }
  }

  /// More pages than the log of SQLite may hold, carried by another connection while the writer goes on.
  @Test func whatALongLogHeldIsInTheDatabase() async throws {
    let folder = NSTemporaryDirectory() + "sanshi-log-" + Secrets.token(bits: 64)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let url = "sqlite:\(folder)/log.sqlite"
    let database = try Database(url: url)
    _ = try await database.write { tx in try tx.run("CREATE TABLE page (id BIGINT PRIMARY KEY, text TEXT NOT NULL)") }
    let text = String(repeating: "页", count: 40_000)
    for id in 0..<250 {
      _ = try await database.write { tx in try tx.run("INSERT INTO page (id, text) VALUES (\(id), \(text))") }
    }
    await database.close()
    let left = try? FileManager.default.attributesOfItem(atPath: folder + "/log.sqlite-wal")[.size] as? Int
    #expect(left ?? 0 == 0, "the last to close carries the rest")
    let again = try Database(url: url)
    let kept = try await again.read { tx in
      try tx.row("SELECT COUNT(*) AS n, SUM(LENGTH(text)) AS letters FROM page").map {
        (try $0.int("n"), try $0.int("letters"))
      }
    }
    #expect(kept?.0 == 250)
    #expect(kept?.1 == 250 * 40_000)
    await again.close()
  }
}
