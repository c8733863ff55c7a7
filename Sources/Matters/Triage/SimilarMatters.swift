import Governance
import Store
import TriageEngine
import Values
import Web

/// Finds open matters of a village that look like a new text (D5). An index in memory for each village, built when it is
/// first asked for, or in the background after a start, and kept fresh by the village's events. Bounded: see `mostPairs`.
package actor SimilarMatters {
  /// Villages kept at once; the one not asked for longest leaves.
  package static let mostVillages = 2000
  /// Matters kept of a village, the newest.
  package static let mostItems = 100_000
  /// Pairs of characters kept of all villages together, six bytes each at most: 75 MB. A matter has forty to eighty.
  package static let mostPairs = 12_000_000

  private var villages: [VillageKey: VillageMatters] = [:]
  private var lastAsked: [VillageKey: Int] = [:]
  private var sizes: [VillageKey: VillageMatters.Size] = [:]
  private var pairs = 0
  private var asked = 0

  package init() {}

  /// The open matters like the text, best first, at most five, each with why. `leaf` is the text's likely category.
  /// None where suggestions are turned off. Matters merged into others are not among them, nor any that the caller may not show: the caller narrows further
  /// what strangers see.
  package func similar(
    to text: String, leaf: String?, lat: Double?, lon: Double?, in key: VillageKey, app: App
  ) async throws -> [(MatterRow, SimilarityFinding)] {
    guard try await app.database.read({ tx in try tx.suggests(in: key) }) else { return [] }
    let item = SimilarItem(
      id: 0, signature: Signature(of: text), leaf: leaf, latitude: lat, longitude: lon, day: app.clock().day.number)
    let village = village(key)
    let (matches, size) = try await village.matches(for: item, in: app.database)
    note(size, of: key)
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
  /// to a village does not wait for it. Done again and again, it looks only at towns where something happened.
  package func warmUp(_ app: App) async throws {
    let (keys, events) = try await app.database.read { tx in
      (try tx.busiestVillages(limit: Self.mostVillages), try tx.lastEvents())
    }
    for key in keys {
      if let known = sizes[key], known.seen >= events[key.town] ?? 0 { continue }
      if sizes[key] == nil, pairs > Self.mostPairs * 2 / 3 { continue }
      note(try await village(key).warmUp(in: app.database), of: key)
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

  private func note(_ size: VillageMatters.Size, of key: VillageKey) {
    pairs += size.pairs - (sizes[key]?.pairs ?? 0)
    sizes[key] = size
  }

  private func leaveOldest(but key: VillageKey) {
    while villages.count > Self.mostVillages || pairs > Self.mostPairs {
      let others = lastAsked.filter { $0.key != key }
      guard let oldest = others.min(by: { $0.value < $1.value })?.key else { return }
      pairs -= sizes[oldest]?.pairs ?? 0
      (villages[oldest], lastAsked[oldest], sizes[oldest]) = (nil, nil, nil)
    }
  }
}

/// The one index of the program.
package let similarMatters = SimilarMatters()

/// One village's index. Its own actor, so that villages do not wait for each other.
private actor VillageMatters {
  /// How much is kept, and the last event that is in it.
  struct Size: Sendable {
    let pairs: Int
    let seen: Int64
  }

  private let key: VillageKey
  private var index = SimilarIndex(capacity: SimilarMatters.mostItems, mostPairs: SimilarMatters.mostPairs)
  /// The last event that the index knows; nil before it is built.
  private var seen: Int64?
  private var reading: Task<Void, any Error>?

  /// Matters, and events, that are read at once.
  private static let page = 500
  /// Ids that are read at once.
  private static let idPage = 5000
  /// While a village with more matters than these is being read, what is there already is answered with.
  private static let enough = 4000

  init(key: VillageKey) { self.key = key }

  func matches(for item: SimilarItem, in database: Database) async throws -> ([SimilarIndex.Match], Size) {
    try await refresh(from: database)
    return (index.similar(to: item), size)
  }

  /// Reads what there is to read; gives how much is here.
  func warmUp(in database: Database) async throws -> Size {
    try await refresh(from: database)
    return size
  }

  private var size: Size { Size(pairs: index.pairCount, seen: seen ?? 0) }

  private func refresh(from database: Database) async throws {
    // Whoever comes while somebody reads waits for that reading, unless it is long.
    if let reading {
      if seen == nil, index.size >= Self.enough { return }
      return try await reading.value
    }
    let task = Task { try await self.read(from: database) }
    reading = task
    defer { reading = nil }
    try await task.value
  }

  private func read(from database: Database) async throws {
    if let seen { return try await readEvents(after: seen, from: database) }
    let (key, page) = (key, Self.page)
    // What happens while the matters are read is read once more, as events.
    let last = try await database.read { try $0.lastEvent(town: key.town) }
    index = SimilarIndex(capacity: SimilarMatters.mostItems, mostPairs: SimilarMatters.mostPairs)
    for some in try await newestOpen(in: database).chunks(of: page) {
      for item in try await database.read({ try $0.similarItems(of: Array(some), in: key) }) { index.add(item) }
    }
    seen = last
  }

  /// The open matters that have room here, by id.
  private func newestOpen(in database: Database) async throws -> [ID<Matter>] {
    let (key, page) = (key, Self.idPage)
    var open: [ID<Matter>] = []
    for matterClass in MatterClass.allCases {
      for state in MatterState.states(of: matterClass) where state.isOpen {
        var found: [ID<Matter>] = []
        repeat {
          let last = found.last
          found = try await database.read { tx in
            try tx.matterIDs(matterClass, state, in: key, after: last, limit: page)
          }
          open += found
        } while found.count == page
      }
    }
    return Array(open.sorted().suffix(SimilarMatters.mostItems))
  }

  private func readEvents(after first: Int64, from database: Database) async throws {
    let (key, page) = (key, Self.page)
    var last = first
    while true {
      let after = last
      let changes = try await database.read { try Changes($0, in: key, after: after, limit: page) }
      for id in changes.gone { index.remove(id) }
      for item in changes.items { index.add(item) }
      (last, seen) = (changes.last, changes.last)
      if changes.isAll { return }
    }
  }
}

/// What some events changed: items to put, ids to take out.
private struct Changes: Sendable {
  let items: [SimilarItem]
  let gone: [Int64]
  let last: Int64
  /// Whether there are no further events.
  let isAll: Bool

  /// Made while reading, off the actor: cutting the texts takes time.
  init(_ tx: Transaction, in key: VillageKey, after seen: Int64, limit: Int) throws {
    let touched = try tx.mattersTouched(in: key, after: seen, limit: limit)
    items = try touched.ids.chunks(of: 500).flatMap { try tx.similarItems(of: Array($0), in: key) }
    let kept = Set(items.map(\.id))
    gone = touched.ids.map(\.value).filter { !kept.contains($0) }
    (last, isAll) = (touched.last, touched.isAll)
  }
}
