import Foundation
import Governance
import Mechanism
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
  private func expectNoScan(
    _ town: TestTown, _ what: String, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws {
    let plans = Plans()
    try await town.program.app.database.read { tx in try body(Transaction(Explaining(tx.connection, plans))) }
    #expect(!plans.all.isEmpty, "\(what) read nothing")
    #expect(plans.scans.isEmpty, "\(what): \(plans.scans)")
  }

  private func fill(_ town: TestTown) async throws {
    for _ in 0..<10 { _ = try await town.matter(reporters: 2) }
    for number in 0..<180 { _ = try await town.concern("第\(number)件事", phone: "199\(10_000_000 + number)") }
  }

  @Test func aScanWouldBeFound() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let plans = Plans()
      try await town.program.app.database.read { tx in
        let explaining = Transaction(Explaining(tx.connection, plans))
        _ = try explaining.rows("SELECT * FROM concern c WHERE c.place_text = 'x'")
        _ = try explaining.rows("SELECT * FROM matter WHERE lead = 'x' ORDER BY id")
        _ = try explaining.rows("SELECT * FROM place WHERE id = 1")
      }
      #expect(plans.scans.count == 2, "\(plans.scans)")
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
      filters["lead", default: .init()].lead = "村（居）委会"
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
        _ = try tx.departmentMatters(of: "村（居）委会", town: key.town, limit: 51)
        _ = try tx.matterIDs(.government, .inProgress, in: key, after: nil, limit: 500)
        _ = try tx.oldestCallWaiting()
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
        _ = try tx.protectedLeaves(of: row)
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
      filters["lead", default: .init()].lead = "村（居）委会"
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
