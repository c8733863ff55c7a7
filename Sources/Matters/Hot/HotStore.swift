import Governance
import Store
import TriageEngine
import Values
import Web

/// What one row of the ranking stands for.
enum HotGrouping: String, Sendable, CaseIterable {
  /// A matter with all merged into it; matters of one family together.
  case matter
  /// All matters of one category.
  case kind

  /// `r` is the matter where it is dealt with.
  var sql: SQL {
    switch self {
    case .matter: "CAST(COALESCE(r.family, r.id) AS TEXT)"
    case .kind: "r.leaf"
    }
  }
}

/// What was counted of one group, before it is ranked.
struct HotCount: Sendable {
  /// The id of a matter or family, or the code of a category.
  let name: String
  let matterClass: MatterClass
  let leaf: String
  var group: HotGroup
  /// Reports by bar, the time before first.
  var trend: [Int] = []
}

extension Transaction {
  /// What was reported at a place within the period, by group: at most `HotBoard.mostCounted` groups by reports, and as
  /// many by joins. Read by the ids of the period's concerns alone.
  /// Indexes: concern_village, concern_sealed, matter_concern_concern; matter_join_village, matter_join_town.
  func hotCounts(at place: HotPlace, in period: HotPeriod, by grouping: HotGrouping) throws -> [HotCount] {
    let (ids, isTown) = (period.ids(period.days), place.village == nil)
    let places: SQL = isTown ? "COUNT(DISTINCT c.village)" : "COUNT(DISTINCT c.group_place)"
    var counts = try rows(
      """
      SELECT \(grouping.sql) AS name, MIN(r.class) AS class, MIN(r.leaf) AS leaf, MAX(r.id) AS id,
        COUNT(DISTINCT c.id) AS reports, \(places) AS places, MAX(c.urgency) AS urgency,
        COUNT(DISTINCT c.person) + COUNT(DISTINCT CASE WHEN c.person IS NULL THEN c.id END) AS reporters,
        COUNT(DISTINCT CASE WHEN c.stance = 'support' THEN c.id END) AS supporters,
        COUNT(DISTINCT CASE WHEN c.stance = 'oppose' THEN c.id END) AS opposers
      \(spoken(at: place, from: ids.first, end: ids.end))
      GROUP BY 1 ORDER BY reports DESC, id LIMIT \(HotBoard.mostCounted)
      """
    ).map(HotCount.init)
    try addJoins(to: &counts, at: place, in: period, by: grouping)
    try addTrends(to: &counts, at: place, in: period, by: grouping)
    return counts
  }

  /// The concerns of a span of ids with the matter of each and the one it is merged into. `CROSS JOIN` keeps the order of
  /// the tables: from the concerns of the period, never through all matters.
  private func spoken(at place: HotPlace, from first: ID<Concern>, end: ID<Concern>) -> SQL {
    """
    FROM concern c CROSS JOIN matter_concern mc CROSS JOIN matter m CROSS JOIN matter r
    WHERE c.town = \(place.town) \(place.narrowed("c")) AND c.sealed = 0 AND c.id >= \(first) AND c.id < \(end)
      AND c.state <> 'withdrawn' AND mc.town = c.town AND mc.concern = c.id AND m.id = mc.matter AND r.id = m.root
    """
  }

  /// "Me too" of the period: devices, each once. Groups that only joins speak of are added.
  private func addJoins(
    to counts: inout [HotCount], at place: HotPlace, in period: HotPeriod, by grouping: HotGrouping
  ) throws {
    let ids = period.ids(period.days)
    let joined = try rows(
      """
      SELECT \(grouping.sql) AS name, MIN(r.class) AS class, MIN(r.leaf) AS leaf, MAX(r.id) AS id, 0 AS reports,
        0 AS places, 0 AS urgency, 0 AS reporters, COUNT(DISTINCT j.device) AS supporters, 0 AS opposers
      FROM matter_join j CROSS JOIN matter m CROSS JOIN matter r
      WHERE j.town = \(place.town) \(place.narrowed("j")) AND j.id >= \(ids.first) AND j.id < \(ids.end)
        AND m.id = j.matter AND r.id = m.root
      GROUP BY 1 ORDER BY supporters DESC, id LIMIT \(HotBoard.mostCounted)
      """
    ).map(HotCount.init)
    let positions = Dictionary(counts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for count in joined {
      if let position = positions[count.name] {
        counts[position].group.supporters += count.group.supporters
      } else {
        counts.append(count)
      }
    }
  }

  /// Reports by bar over the period and the time before, and the sum of the time before.
  private func addTrends(
    to counts: inout [HotCount], at place: HotPlace, in period: HotPeriod, by grouping: HotGrouping
  ) throws {
    let names = counts.map(\.name)
    let (now, before) = (period.ids(period.days), period.ids(period.before))
    var trends: [String: [Int]] = [:]
    for (ids, offset) in [(before, 0), (now, period.bars)] {
      let found = try rows(
        """
        SELECT \(grouping.sql) AS name, (c.id - \(ids.first)) / \(period.barWidth) AS bar, COUNT(DISTINCT c.id) AS n
        \(spoken(at: place, from: ids.first, end: ids.end)) AND \(grouping.sql) IN (\(values: names))
        GROUP BY 1, 2
        """)
      for row in found {
        let bar = offset + min(try row.int("bar"), period.bars - 1)
        let empty = [Int](repeating: 0, count: 2 * period.bars)
        trends[try row.text("name"), default: empty][bar] += try row.int("n")
      }
    }
    for index in counts.indices {
      let trend = trends[counts[index].name] ?? [Int](repeating: 0, count: 2 * period.bars)
      counts[index].trend = trend
      counts[index].group.past = [trend.prefix(period.bars).reduce(0, +)]
    }
  }

  /// All concerns of the place by bar, the time before first; sealed and withdrawn ones are not counted.
  /// Indexes: concern_village, concern_sealed.
  func hotTotals(at place: HotPlace, in period: HotPeriod) throws -> [Int] {
    var totals = [Int](repeating: 0, count: 2 * period.bars)
    for (days, offset) in [(period.before, 0), (period.days, period.bars)] {
      let ids = period.ids(days)
      let found = try rows(
        """
        SELECT (c.id - \(ids.first)) / \(period.barWidth) AS bar, COUNT(*) AS n FROM concern c
        WHERE c.town = \(place.town) \(place.narrowed("c")) AND c.sealed = 0 AND c.id >= \(ids.first)
          AND c.id < \(ids.end) AND c.state <> 'withdrawn'
        GROUP BY 1
        """)
      for row in found { totals[offset + min(try row.int("bar"), period.bars - 1)] += try row.int("n") }
    }
    return totals
  }

  /// In which villages the matters of categories were reported, most first. Index: concern_sealed.
  func hotVillages(of leaves: [String], at place: HotPlace, in period: HotPeriod) throws -> [String: [HotVillage]] {
    let ids = period.ids(period.days)
    var found: [String: [HotVillage]] = [:]
    for row in try rows(
      """
      SELECT r.leaf AS leaf, c.village AS village, COUNT(DISTINCT c.id) AS n
      \(spoken(at: place, from: ids.first, end: ids.end)) AND r.leaf IN (\(values: leaves))
      GROUP BY 1, 2 ORDER BY n DESC, village
      """)
    {
      found[try row.text("leaf"), default: []].append(
        HotVillage(village: try row.id("village"), reports: try row.int("n")))
    }
    return found
  }
}

/// How often a category was reported in one village.
struct HotVillage: Sendable {
  let village: ID<Place>
  let reports: Int
}

extension HotCount {
  init(_ row: Row) throws {
    (name, matterClass, leaf) = try (row.text("name"), row.choice("class"), row.text("leaf"))
    group = HotGroup(
      id: try row.int64("id"), reports: try row.int("reports"), reporters: try row.int("reporters"),
      places: try row.int("places"), urgency: Urgency(rawValue: try row.int("urgency")) ?? .normal,
      supporters: try row.int("supporters"), opposers: try row.int("opposers"))
  }

  /// Whether its matters concern single persons or protect who spoke of them.
  var isDelicate: Bool { isCountOnly(leaf: leaf, class: matterClass) || protectsReporters(leaf: leaf) }
}
