import Governance
import Store
import TriageEngine
import Values
import Web

/// Finds open matters of a village that look like a new text (D5). An index in memory for each village, built when it is
/// first asked for and kept fresh by the village's events. Bounded: see `mostVillages` and `mostItems`.
package actor SimilarMatters {
  /// Villages kept at once; the one not asked for longest leaves.
  package static let mostVillages = 64
  /// Matters kept of a village (the newest), and of all villages together three times as many.
  package static let mostItems = 20_000

  private var villages: [VillageKey: VillageMatters] = [:]
  private var lastAsked: [VillageKey: Int] = [:]
  private var sizes: [VillageKey: Int] = [:]
  private var asked = 0

  package init() {}

  /// The open matters like the text, best first, at most five, each with why. `leaf` is the text's likely category.
  /// Matters merged into others are not among them, nor any that the caller may not show: the caller narrows further
  /// what strangers see.
  package func similar(
    to text: String, leaf: String?, lat: Double?, lon: Double?, in key: VillageKey, app: App
  ) async throws -> [(MatterRow, SimilarityFinding)] {
    let item = SimilarItem(
      id: 0, signature: Signature(of: text), leaf: leaf, latitude: lat, longitude: lon, day: app.clock().day.number)
    let village = village(key)
    let (matches, size) = try await village.matches(for: item, in: app.database)
    sizes[key] = size
    leaveOldest(but: key)
    let ids = matches.map { ID<Matter>($0.id) }
    guard !ids.isEmpty else { return [] }
    let rows = try await app.database.read { tx in try tx.matters(ids, in: key) }
    let open = Dictionary(
      rows.filter { $0.mergedInto == nil && $0.state.isOpen }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return matches.compactMap { match in open[ID(match.id)].map { ($0, match.finding) } }
  }

  /// Builds the indexes of the villages with the most open matters, until there is no room for more: whoever comes first
  /// to a village does not wait for it. Done again and again, it reads only what is new.
  package func warmUp(_ app: App) async throws {
    for key in try await app.database.read({ try $0.busiestVillages(limit: Self.mostVillages) }) {
      if sizes[key] == nil, sizes.values.reduce(0, +) > 2 * Self.mostItems { continue }
      sizes[key] = try await village(key).warmUp(in: app.database)
      await Task.yield()
    }
  }

  /// Whether the index of the village is in memory.
  package func isWarm(_ key: VillageKey) -> Bool { sizes[key] != nil }

  private func village(_ key: VillageKey) -> VillageMatters {
    asked += 1
    lastAsked[key] = asked
    if let known = villages[key] { return known }
    let fresh = VillageMatters(key: key)
    villages[key] = fresh
    return fresh
  }

  private func leaveOldest(but key: VillageKey) {
    while villages.count > Self.mostVillages || sizes.values.reduce(0, +) > 3 * Self.mostItems {
      let others = lastAsked.filter { $0.key != key }
      guard let oldest = others.min(by: { $0.value < $1.value })?.key else { return }
      (villages[oldest], lastAsked[oldest], sizes[oldest]) = (nil, nil, nil)
    }
  }
}

/// The one index of the program.
package let similarMatters = SimilarMatters()

/// One village's index. Its own actor, so that villages do not wait for each other.
private actor VillageMatters {
  private let key: VillageKey
  private var index = SimilarIndex(capacity: SimilarMatters.mostItems)
  /// The last event that the index knows; nil before it is built.
  private var seen: Int64?
  private var reading: Task<Changes, any Error>?

  /// More events than this since the last look: everything is read anew.
  private static let mostEvents = 2000

  init(key: VillageKey) { self.key = key }

  func matches(for item: SimilarItem, in database: Database) async throws -> ([SimilarIndex.Match], Int) {
    try await refresh(from: database)
    return (index.similar(to: item), index.size)
  }

  /// Reads what there is to read; gives how many matters are here.
  func warmUp(in database: Database) async throws -> Int {
    try await refresh(from: database)
    return index.size
  }

  private func refresh(from database: Database) async throws {
    // Whoever comes while somebody reads waits for that reading.
    if let reading {
      _ = try await reading.value
      return
    }
    let (key, seen) = (key, seen)
    let task = Task { try await Changes.read(in: key, after: seen, from: database, mostEvents: Self.mostEvents) }
    reading = task
    defer { reading = nil }
    let changes = try await task.value
    if changes.isWhole { index = SimilarIndex(capacity: SimilarMatters.mostItems) }
    for id in changes.gone { index.remove(id) }
    for item in changes.items { index.add(item) }
    self.seen = changes.last
  }
}

/// What is new since the last look: items to put, ids to take out.
private struct Changes: Sendable {
  let items: [SimilarItem]
  let gone: [Int64]
  let last: Int64
  /// All open matters, instead of what was there before.
  let isWhole: Bool

  /// Off the actor: cutting the texts takes time.
  static func read(
    in key: VillageKey, after seen: Int64?, from database: Database, mostEvents: Int
  ) async throws -> Changes {
    try await database.read { tx in
      if let seen, let touched = try tx.mattersTouched(in: key, after: seen, limit: mostEvents) {
        let rows = try touched.ids.chunks(of: 500).flatMap { try tx.matters(Array($0), in: key) }
        let open = rows.filter { $0.mergedInto == nil && $0.state.isOpen }
        let kept = Set(open.map(\.id))
        return Changes(
          items: try tx.similarItems(of: open.sorted { $0.id < $1.id }, in: key),
          gone: touched.ids.filter { !kept.contains($0) }.map(\.value), last: touched.last, isWhole: false)
      }
      let last = try tx.lastEvent(town: key.town)
      let open = try tx.openMatters(in: key, limit: SimilarMatters.mostItems)
      return Changes(
        items: try tx.similarItems(of: open.reversed(), in: key), gone: [], last: last, isWhole: true)
    }
  }
}
