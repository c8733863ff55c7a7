import Foundation
import Governance
import Mechanism
import Synchronization
import Testing
import Values
import Web

@testable import Matters
@testable import Public
@testable import Registers
@testable import Store
@testable import sanshi

/// SQLite tells how it reads: nothing that grows is read as a whole.
@Suite struct QueryPlanTests {
  /// A connection that asks for the plan of each statement before it runs it.
  private final class Explaining: Connection {
    let inner: any Connection
    let plans = Mutex<[(sql: String, step: String)]>([])
    init(_ inner: any Connection) { self.inner = inner }

    var dialect: Dialect { inner.dialect }

    func rows(_ sql: SQL) throws -> [Row] {
      try explain(sql)
      return try inner.rows(sql)
    }

    func run(_ sql: SQL) throws -> Int {
      try explain(sql)
      return try inner.run(sql)
    }

    private func explain(_ sql: SQL) throws {
      for row in try inner.rows("EXPLAIN QUERY PLAN \(sql)") {
        let step = try row.text("detail")
        plans.withLock { $0.append((sql.questionMarks, step)) }
      }
    }
  }

  /// Steps that read a whole table which grows: by its name or by what the statement calls it.
  private static func scans(_ plans: [(sql: String, step: String)]) -> [String] {
    let grown = [
      "concern", "matter", "event", "outbox", "person", "matter_concern", "event_row", "photo", "alarm", "decision",
    ]
    return plans.compactMap { sql, step in
      guard step.hasPrefix("SCAN ") else { return nil }
      let name = step.split(separator: " ")[1]
      let isAlias = grown.contains { sql.contains("FROM \($0) \(name)") || sql.contains("JOIN \($0) \(name)") }
      // Only indexes that hold no more than what waits (partial ones) may be read from end to end.
      let isOfWaiting = step.contains("alarm_waiting") || step.contains("alarm_open")
      return (grown.contains(String(name)) || isAlias) && !isOfWaiting ? "\(step): \(sql)" : nil
    }
  }

  private func expectNoScan(
    _ town: TestTown, _ what: String, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws {
    let plans = try await town.program.app.database.read { tx in
      let connection = Explaining(tx.connection)
      try body(Transaction(connection))
      return connection.plans.withLock { $0 }
    }
    #expect(!plans.isEmpty, "\(what) read nothing")
    let scans = Self.scans(plans)
    #expect(scans.isEmpty, "\(what): \(scans)")
  }

  private func fill(_ town: TestTown) async throws {
    for _ in 0..<10 { _ = try await town.matter(reporters: 2) }
    for number in 0..<180 { _ = try await town.concern("第\(number)件事", phone: "199\(10_000_000 + number)") }
  }

  @Test func aScanWouldBeFound() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let plans = try await town.program.app.database.read { tx in
        let connection = Explaining(tx.connection)
        _ = try Transaction(connection).rows("SELECT * FROM concern c WHERE c.place_text = 'x'")
        return connection.plans.withLock { $0 }
      }
      #expect(Self.scans(plans).count == 1)
    }
  }

  @Test func theListsOfTheOfficeReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      try await fill(town)
      let (key, now) = (try town.key(), town.clock.now)
      for state in [nil] + ConcernState.allCases.map(Optional.some) {
        try await expectNoScan(town, "concerns \(state?.rawValue ?? "")") { tx in
          _ = try tx.concerns(in: key, state: state, before: nil, limit: 51)
        }
      }
      var filters: [String: MatterFilter] = ["all": MatterFilter()]
      filters["class", default: .init()].matterClass = .community
      filters["state", default: .init()].state = .inProgress
      filters["leaf", default: .init()].leaf = "CM0302"
      filters["top", default: .init()].leaf = "CM03"
      filters["lead", default: .init()].lead = "村(居)委会"
      filters["group", default: .init()].group = town.places[TestTown.qinghe + "01"]?.id
      filters["channel", default: .init()].channel = .walkIn
      filters["period", default: .init()].from = now.day.adding(-30)
      filters["text", default: .init()].text = "路灯"
      for (name, filter) in filters {
        try await expectNoScan(town, "matters by \(name)") { tx in
          _ = try tx.matters(in: key, where: filter, before: nil, limit: 51)
        }
      }
      try await expectNoScan(town, "what waits") { tx in
        _ = try tx.concernsWaiting(in: key, limit: 51)
        _ = try tx.mattersDue(in: key, limit: 51)
        _ = try tx.appealsWaiting(round: 1, town: key.town, villages: [key.village], limit: 50)
        _ = try tx.appealsWaiting(round: 2, town: key.town, villages: [key.village], limit: 50)
        _ = try tx.callsWaiting(in: key, after: nil, limit: 51)
        _ = try tx.departmentMatters(of: "村(居)委会", town: key.town, limit: 51)
        _ = try tx.openMatters(in: key, limit: 500)
      }
      try await expectNoScan(town, "alarms and events") { tx in
        _ = try tx.openAlarms(town: key.town, village: key.village)
        _ = try tx.openAlarms(town: key.town, village: nil)
        _ = try tx.hasLateAlarm(at: now)
        _ = try tx.events(in: key, before: nil, limit: 51)
        _ = try tx.sealedConcerns(town: key.town, before: nil, limit: 51)
        _ = try tx.ownEntries(of: ID(1), in: key, before: nil, limit: 51)
        _ = try tx.counters(in: key)
        _ = try tx.counters(town: key.town)
      }
    }
  }

  @Test func whatHangsOnOneThingIsReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      try await fill(town)
      let (key, matter) = (try town.key(), try await town.matter(reporters: 3))
      let concern = try await town.concern()
      try await expectNoScan(town, "a matter and a concern") { tx in
        let row = try tx.matter(matter, in: key)
        _ = try tx.concerns(ofRoot: matter, in: key)
        _ = try tx.decisions(matter: matter, town: key.town)
        _ = try tx.progress(of: matter, town: key.town)
        _ = try tx.photos(matter: matter, in: key)
        _ = try tx.protectsReporters(row)
        _ = try tx.matters(of: concern.id, in: key)
        _ = try tx.concern(token: concern.token)
        _ = try tx.concerns(number: concern.number)
        _ = try tx.told(concern.id, town: key.town)
        _ = try tx.additions(to: concern.id, town: key.town)
        _ = try tx.photos(concern: concern.id, in: key)
        _ = try tx.appeals(of: concern.id, town: key.town)
        _ = try tx.person(phone: "19900001234", town: key.town, village: key.village)
      }
    }
  }

  @Test func theRegistersAndThePublicListsReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      try await fill(town)
      let (key, now) = (try town.key(), town.clock.now)
      var filters: [String: RegisterFilter] = ["all": RegisterFilter()]
      filters["state", default: .init()].state = .inProgress
      filters["leaf", default: .init()].category = "CM0302"
      filters["top", default: .init()].category = "CM03"
      filters["lead", default: .init()].lead = "村(居)委会"
      filters["group", default: .init()].group = town.places[TestTown.qinghe + "01"]?.id
      filters["channel", default: .init()].channel = .walkIn
      filters["period", default: .init()].from = now.day.adding(-30)
      filters["text", default: .init()].text = "路灯"
      for (name, filter) in filters {
        for isOldestFirst in [false, true] where !(isOldestFirst && name == "text") {
          try await expectNoScan(town, "register by \(name)") { tx in
            let selection = RegisterSelection(
              key: key, matterClass: .community, filter: filter, isOldestFirst: isOldestFirst)
            _ = try tx.registerPage(selection, after: nil, limit: 50)
          }
        }
      }
      try await expectNoScan(town, "public lists") { tx in
        _ = try tx.latestReleased(in: key, limit: 5)
        _ = try tx.released(matching: "路灯", in: key, before: nil, limit: 51)
      }
    }
  }
}
