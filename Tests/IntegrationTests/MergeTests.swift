import Governance
import Matters
import Store
import Testing
import Values
import Web

@testable import sanshi

/// A generator that gives the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite struct MergeTests {
  /// What a matter has, apart from when and by whom.
  struct State: Equatable {
    let concerns: Int
    let reporters: Int
    let matterClass: MatterClass
    let leaf: String
    let limit: Int
    let state: MatterState
    let hasDue: Bool

    init(_ row: MatterRow) {
      (concerns, reporters) = (row.concerns, row.reporters)
      (matterClass, leaf, limit) = (row.routing.matterClass, row.routing.leaf, row.routing.limitDays)
      (state, hasDue) = (row.state, row.shownDueAt != nil)
    }
  }

  enum Happening: CaseIterable { case newReporter, progress, answer, reclassify, withdrawFirst, withdrawSecond }

  @Test(arguments: Backend.all, [UInt64](1...12))
  func undoingAMergeGivesBackWhatWouldHaveBeen(on backend: Backend, seed: UInt64) async throws {
    try await TestTown.run(on: backend) { town in
      var random = Seeded(seed)
      let (a, b) = try await (town.matter(reporters: 2), town.matter(reporters: 3))
      // The same two matters in a world where nobody merges.
      let (freeA, freeB) = try await (town.matter(reporters: 2), town.matter(reporters: 3))
      let key = try town.key()
      let merge = try await town.program.app.write { w in try w.merge([b], into: a, in: key, reason: "同一件事") }
      #expect(try await town.row(a).concerns == 5)
      #expect(try await town.row(a).reporters == 5)
      var done: Set<Happening> = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        guard let next = Happening.allCases.randomElement(using: &random), done.insert(next).inserted else { continue }
        try await happen(next, merged: (a, b), free: (freeA, freeB), in: town)
      }
      _ = try await town.program.app.write { w in try w.undoMerge(try required(merge.first), in: key, reason: "两处") }
      for (one, other) in [(a, freeA), (b, freeB)] {
        #expect(try await State(town.row(one)) == State(town.row(other)), "seed \(seed), \(done)")
      }
      #expect(try await town.row(b).mergedInto == nil)
    }
  }

  private func happen(
    _ what: Happening, merged: (ID<Matter>, ID<Matter>), free: (ID<Matter>, ID<Matter>), in town: TestTown
  ) async throws {
    for (first, second) in [merged, free] {
      let key = try town.key()
      switch what {
      case .newReporter:
        let filed = try await town.concern("路口还是黑的", name: "新来的", phone: "1990001\(Int.random(in: 1000...9999))")
        _ = try await town.program.app.write { w in
          try w.triage(try w.tx.concern(filed.id, in: key), into: [TriagePart(.existing(first))], villageName: "清河村")
        }
      case .progress: try await town.program.app.write { w in try w.enter(.progress("看过了"), on: first, in: key) }
      case .answer: try await town.program.app.write { w in try w.enter(.answer("下周换灯"), on: first, in: key) }
      case .reclassify:
        try await town.program.app.write { w in
          var routing = try w.tx.matter(first, in: key).routing
          (routing.matterClass, routing.leaf, routing.limitDays) = (.government, "GM0905", 5)
          try w.reclassify(first, to: routing, in: key)
        }
      case .withdrawFirst, .withdrawSecond:
        let matter = what == .withdrawFirst ? first : second
        try await town.program.app.write { w in
          let row = try w.tx.row(
            "SELECT concern FROM matter_concern WHERE town = \(key.town) AND matter = \(matter) ORDER BY id LIMIT 1")
          let concern = try w.tx.concern(try required(row).id("concern"), in: key)
          try w.withdraw(concern)
        }
      }
    }
  }

  @Test(arguments: Backend.all)
  func aMergedMatterShowsTheEarliestDateTheHighestUrgencyAndTheShortestLimit(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let a = try await town.matter(leaf: "GM0905")
      town.clock.advance(minutes: 2 * 1440)
      let b = try await town.matter(leaf: "GM0905")
      let key = try town.key()
      let first = try await town.row(a)
      _ = try await town.program.app.write { w in try w.merge([a], into: b, in: key, reason: "同一盏灯") }
      let kept = try await town.row(b)
      #expect(kept.shownOpenedAt == first.openedAt)
      #expect(kept.shownDueAt == first.dueAt)
      #expect(try await town.row(a).shownState == .merged)
    }
  }

  @Test(arguments: Backend.all) func mattersOfDifferentClassesDoNotMerge(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (a, b) = try await (town.matter(leaf: "CM0302"), town.matter(leaf: "GM0905"))
      let key = try town.key()
      await #expect(throws: Refusal.self) {
        _ = try await town.program.app.write { w in try w.merge([b], into: a, in: key, reason: "") }
      }
      #expect(try await town.row(b).mergedInto == nil)
    }
  }

  @Test(arguments: Backend.all) func everyReporterOfAMergedMatterIsTold(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (a, b) = try await (town.matter(reporters: 2), town.matter(reporters: 3))
      let key = try town.key()
      try await town.program.app.write { w in
        try w.merge([b], into: a, in: key, reason: "同一件事")
        try w.enter(.answer("明天换灯"), on: a, in: key)
      }
      let told = try await town.count("SELECT COUNT(*) AS n FROM outbox WHERE town = \(key.town) AND key = 'answered'")
      #expect(told == 5)
    }
  }
}
