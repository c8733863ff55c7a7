import Governance
import People
import Store
import Values
import Web

/// What is counted of a village, or of a town with all its villages.
struct PlaceCounts: Sendable {
  /// The counters by name: "matter.government.inProgress", "concern.received".
  var counters: [String: Int] = [:]
  /// Open matters whose answer is late; counted up to `mostOverdue` a village.
  var overdue = 0
  /// A village had more overdue than were counted.
  var isCapped = false

  static let mostOverdue = 100

  func count(_ matterClass: MatterClass, _ state: MatterState) -> Int {
    max(0, counters["matter.\(matterClass.rawValue).\(state.rawValue)"] ?? 0)
  }
  func count(_ state: ConcernState) -> Int { max(0, counters["concern.\(state.rawValue)"] ?? 0) }

  /// Being worked on: neither answered nor closed.
  func open(_ matterClass: MatterClass) -> Int {
    MatterState.allCases.filter { $0.isOpen && $0 != .answered }.map { count(matterClass, $0) }.reduce(0, +)
  }
  var open: Int { MatterClass.allCases.map(open).reduce(0, +) }
  func all(_ state: MatterState) -> Int { MatterClass.allCases.map { count($0, state) }.reduce(0, +) }
  var waiting: Int { count(.received) }

  /// The overdue as a page shows them: "105", or "99+" where not all were counted.
  var overdueShown: String { isCapped ? "\(overdue - 1)+" : String(overdue) }

  static func + (left: PlaceCounts, right: PlaceCounts) -> PlaceCounts {
    PlaceCounts(
      counters: left.counters.merging(right.counters, uniquingKeysWith: +), overdue: left.overdue + right.overdue,
      isCapped: left.isCapped || right.isCapped)
  }
}

extension Transaction {
  /// The villages of a town in order of their codes, each with its counts. Counters, and one look at `matter_due` each.
  func villageCounts(ofTown town: ID<Place>, now: Instant) throws -> [(place: PlaceRow, counts: PlaceCounts)] {
    let counters = try counters(town: town)
    return try villages(of: town).map { village in
      let key = VillageKey(town: town, village: village.id)
      let overdue = try overdue(in: key, now: now)
      return (
        village,
        PlaceCounts(
          counters: counters[village.id] ?? [:], overdue: overdue, isCapped: overdue == PlaceCounts.mostOverdue)
      )
    }
  }

  /// The towns of a county, each with the sum of its villages; those after `last`, at most `limit` + 1.
  func townCounts(
    ofCounty county: ID<Place>, after last: ID<Place>?, limit: Int, now: Instant
  ) throws -> [(place: PlaceRow, counts: PlaceCounts)] {
    try children(of: county, after: last, limit: limit).filter { $0.level == .town }.map { town in
      let sum = try villageCounts(ofTown: town.id, now: now).reduce(PlaceCounts()) { $0 + $1.counts }
      return (town, sum)
    }
  }

  /// Open matters whose answer is late, at most `PlaceCounts.mostOverdue`. Index: matter_due.
  func overdue(in key: VillageKey, now: Instant) throws -> Int {
    try rows(
      """
      SELECT id FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND merged_into IS NULL AND closed_at IS NULL
        AND shown_due_at IS NOT NULL AND shown_due_at < \(now) AND state <> \(MatterState.answered.rawValue)
      ORDER BY shown_due_at, id LIMIT \(PlaceCounts.mostOverdue)
      """
    ).count
  }
}

/// The counts of one place in JSON.
struct PlaceCountsJSON: Encodable, Sendable {
  let code: String
  let name: Text
  /// By class, then by state.
  let matters: [String: [String: Int]]
  let concernsWaiting: Int
  let appeals: Int
  /// At most 100 a village.
  let overdue: Int

  init(_ place: PlaceRow, _ counts: PlaceCounts) {
    (code, name) = (place.code, place.name)
    matters = Self.byClass { counts.count($0, $1) }
    (concernsWaiting, appeals, overdue) = (counts.waiting, counts.count(.appealed), counts.overdue)
  }

  private static func byClass(_ count: (MatterClass, MatterState) -> Int) -> [String: [String: Int]] {
    Dictionary(
      uniqueKeysWithValues: MatterClass.allCases.map { matterClass in
        let states = MatterState.states(of: matterClass).subtracting([.merged])
        return (
          matterClass.rawValue, Dictionary(uniqueKeysWithValues: states.map { ($0.rawValue, count(matterClass, $0)) })
        )
      })
  }

  private init() {
    (code, name) = ("511502100201", Text(zh: "青山村", en: "Qingshan"))
    (matters, concernsWaiting, appeals, overdue) = (Self.byClass { $1 == .closed ? 8 : 3 }, 2, 0, 1)
  }

  static let sample = PlaceCountsJSON()
}
