import Governance
import Mechanism
import Store
import Testing
import Values
import Web

@testable import Registers

@Suite struct KeeperTests {
  private func term(_ id: Int64, _ from: String, _ until: String?) -> KeeperTerm {
    KeeperTerm(
      id: id, village: ID(1), account: nil, name: "甲", from: day(from), until: until.map(day),
      madeAt: Instant(milliseconds: 0))
  }

  @Test func theEarlierOfTwoOverlappingTermsEnds() {
    let known = [term(1, "2026-01-01", nil), term(2, "2025-01-01", "2025-12-31")]
    let later = overlaps(of: known, from: day("2026-06-01"), until: nil)
    #expect(later.ends.map(\.id) == [1])
    #expect(later.ends.map(\.until) == [day("2026-05-31")])
    #expect(later.until == nil)
    // A term that begins before a known one ends when that begins.
    let before = overlaps(of: known, from: day("2025-06-01"), until: nil)
    #expect(before.ends.map(\.id) == [2])
    #expect(before.until == day("2025-12-31"))
    // From the same day on the known one never begins.
    let same = overlaps(of: known, from: day("2026-01-01"), until: day("2026-02-01"))
    #expect(same.ends.map(\.until) == [day("2025-12-31")])
    #expect(same.until == day("2026-02-01"))
    // The day after an end is no overlap.
    #expect(overlaps(of: [term(1, "2026-01-01", "2026-01-31")], from: day("2026-02-01"), until: nil).ends.isEmpty)
  }

  @Test func theKeeperOfADayIsKnownAndTheChainHolds() async throws {
    try await World.run { world in
      let key = world.key
      _ = try await world.app.write { w in
        try w.nameKeeper(NewKeeper(name: "王秀兰", from: day("2026-01-01")), in: key)
        try w.nameKeeper(NewKeeper(name: "赵国庆", from: day("2026-06-01"), until: day("2026-12-31")), in: key)
      }
      func keeper(_ text: String) async throws -> String? {
        try await world.app.database.read { tx in try tx.keeper(of: key, on: day(text))?.name }
      }
      #expect(try await keeper("2025-12-31") == nil)
      #expect(try await keeper("2026-05-31") == "王秀兰")
      #expect(try await keeper("2026-06-01") == "赵国庆")
      #expect(try await keeper("2027-01-01") == nil)
      let verified = try await world.app.ledger.verify(
        world.app.database, entities: [keeperTermEntity],
        invariants: registers(Mechanism.catalogues).invariants, heads: [])
      #expect(verified.faults.isEmpty)
    }
  }

  @Test func anAccountOfElsewhereIsNoKeeperHere() async throws {
    try await World.run { world in
      let key = world.key
      await #expect(throws: FieldErrors.self) {
        try await world.app.write { w in
          _ = try w.nameKeeper(NewKeeper(account: ID(7), from: day("2026-01-01")), in: key)
        }
      }
    }
  }
}
