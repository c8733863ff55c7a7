import Foundation
import Testing
import Values
import Web

@testable import Matters
@testable import Store
@testable import sanshi

extension GroupingTests {
  /// What waits, and what a concern and a matter have, apart from versions.
  struct Standing: Equatable {
    let concerns: [String]
    let matters: [String]
    let counters: [String: Int]
    let links: Int

    init(_ tx: Transaction, _ key: VillageKey) throws {
      concerns = try tx.rows("SELECT * FROM concern ORDER BY id").map { try Self.text($0) }
      matters = try tx.rows("SELECT * FROM matter ORDER BY id").map { try Self.text($0) }
      counters = try tx.counters(in: key).filter { !$0.key.hasPrefix("serial.") && $0.value != 0 }
      links = try tx.count("SELECT COUNT(*) AS n FROM matter_concern")
    }

    private static func text(_ row: Row) throws -> String {
      zip(row.columns.names, row.values).filter { $0.0 != "version" }.map { "\($0)=\($1)" }.sorted()
        .joined(separator: " ")
    }
  }

  struct Bench {
    let town: TestTown
    let keeper: Client
    let key: VillageKey
    var path: String { "/v/\(TestTown.qinghe)/groupings" }

    init(_ town: TestTown) async throws {
      (self.town, keeper, key) = (town, try await town.keeper(), try town.key())
    }

    func fill() async throws {
      for (text, phone) in GroupingTests.backlog {
        _ = try await town.concern(text, name: phone.isEmpty ? "" : "甲", phone: phone)
        town.clock.advance(minutes: 1)
      }
    }

    func work() async throws { try await groupingWork.run(town.program.app) }

    /// Begins a grouping and has it computed; gives its address.
    func grouped() async throws -> String {
      let answer = try await keeper.api(path, [:])
      #expect(answer.status == 201, "\(answer.text)")
      try await work()
      return "\(path)/\(try required(answer.json["id"] as? String))"
    }

    func groups(_ address: String, _ show: String = "") async throws -> [[String: Any]] {
      try await keeper.get("/api/v1\(address)?limit=200&show=\(show)").items
    }

    /// A filled backlog with its first grouping.
    static func grouped(in town: TestTown) async throws -> (Bench, grouping: String) {
      let bench = try await Bench(town)
      try await bench.fill()
      return (bench, try await bench.grouped())
    }

    /// The first group on its page, and its address.
    func first(of grouping: String) async throws -> (group: [String: Any], address: String) {
      let group = try required(try await groups(grouping).first)
      return (group, try address(of: group, in: grouping))
    }

    func address(of group: [String: Any], in grouping: String) throws -> String {
      "\(grouping)/groups/\(try required(group["id"] as? String))"
    }

    func standing() async throws -> Standing {
      let key = key
      return try await town.program.app.database.read { tx in try Standing(tx, key) }
    }

    func waiting() async throws -> Int {
      let key = key
      return try await town.program.app.database.read { tx in try tx.concernsWaiting(in: key, limit: 100).count }
    }
  }
}
