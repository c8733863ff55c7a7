import Governance
import Mechanism
import People
import Store
import TriageEngine
import Values
import Web

/// What a page of hot, key and hard matters shows, read in one snapshot.
struct HotBoard: Sendable {
  /// A row of the ranking.
  struct Hot: Sendable {
    let place: HotRanking.Place
    let count: HotCount
    /// Where it is dealt with: for a family its newest, nil for a category.
    let matter: MatterRow?
    let family: FamilyRow?
    /// What it is about in people's own words, where that says more than the title; else "".
    let description: String
    let isKey: Bool
    let hard: [HardReason]
    /// For a category of a town: where it was reported.
    let villages: [HotVillage]
  }
  struct Key: Sendable {
    let mark: KeyMatterRow
    let matter: MatterRow
  }

  let place: HotPlace
  let period: HotPeriod
  let grouping: HotGrouping
  let hot: [Hot]
  let key: [Key]
  let hard: [HardMatter]
  /// Concerns by bar, the time before first.
  let totals: [Int]
  /// What this person may not see listed: how many of each list.
  let hidden: [HotTab: Int]
  /// When it was read.
  let now: Instant
  let catalogue: Catalogue
  let calendar: WorkCalendar
  let villages: [ID<Place>: PlaceRow]

  static let mostShown = 30
  /// Groups that are scored.
  static let mostCounted = 300
  static let mostListed = 100
}

extension Transaction {
  /// - Parameter showsDelicate: whether the person may read what concerns single persons, such as violence, children,
  ///   benefits and reports on offices.
  func hotBoard(
    at place: HotPlace, in period: HotPeriod, by grouping: HotGrouping, showsDelicate: Bool, now: Instant,
    catalogues: Catalogues
  ) throws -> HotBoard {
    let villages = try villages(of: place.town)
    let here = place.village.map { [$0] } ?? villages.map(\.id)
    let counts = try hotCounts(at: place, in: period, by: grouping)
    let talkedOf = counts.filter(\.group.isTalkedOf)
    let shown = talkedOf.filter { showsDelicate || !$0.isDelicate }
    let words = HotStrings.words(period, isTown: place.village == nil)
    let ranked = HotRanking.ranked(shown.map(\.group), words: words, limit: HotBoard.mostShown)
    let byID = Dictionary(shown.map { ($0.group.id, $0) }, uniquingKeysWith: { one, _ in one })
    let key = try keyMatters(at: place, limit: HotBoard.mostListed).map {
      HotBoard.Key(mark: $0.mark, matter: $0.matter)
    }
    let hard = try hardMatters(at: place, villages: here, now: now, limit: HotBoard.mostListed)
    func mayShow(_ matter: MatterRow) -> Bool { showsDelicate || !matter.isDelicate }
    let rows = ranked.compactMap { place in byID[place.group.id].map { (place, $0) } }
    let hidden: [HotTab: Int] = [
      .hot: talkedOf.count - shown.count, .key: key.count { !mayShow($0.matter) },
      .hard: hard.count { !mayShow($0.matter) },
    ]
    return HotBoard(
      place: place, period: period, grouping: grouping,
      hot: grouping == .matter ? try matterRows(rows, place, now) : try kindRows(rows, place, period),
      key: key.filter { mayShow($0.matter) }, hard: hard.filter { mayShow($0.matter) },
      totals: try hotTotals(at: place, in: period), hidden: hidden, now: now,
      catalogue: try catalogues.current(town: place.town, day: now.day, in: self).catalogue,
      calendar: try workCalendar(),
      villages: Dictionary(villages.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }))
  }

  private typealias Ranked = (place: HotRanking.Place, count: HotCount)

  private func matterRows(_ rows: [Ranked], _ place: HotPlace, _ now: Instant) throws -> [HotBoard.Hot] {
    let ids = rows.map { ID<Matter>($0.place.group.id) }
    let matters = try roots(of: ids, town: place.town)
    let roots = matters.values.map(\.id)
    let (keys, facts) = (try marked(roots, town: place.town), try hardFacts(of: Array(matters.values)))
    let families = try families(matters.values.compactMap(\.family), town: place.town)
    let titles = try hotTitles(of: Array(matters.values), town: place.town)
    return rows.compactMap { row in
      guard let matter = matters[ID(row.place.group.id)] else { return nil }
      let family = matter.family.flatMap { families[$0] }
      let line = HotDescription.line(titles: titles[row.count.name] ?? [])
      return HotBoard.Hot(
        place: row.place, count: row.count, matter: matter, family: family,
        description: line == (family?.title ?? matter.title) ? "" : line, isKey: keys.contains(matter.id),
        hard: facts[matter.id].map { hardReasons($0, at: now) } ?? [], villages: [])
    }
  }

  private func kindRows(_ rows: [Ranked], _ place: HotPlace, _ period: HotPeriod) throws -> [HotBoard.Hot] {
    let villages =
      place.village == nil ? try hotVillages(of: rows.map(\.count.leaf), at: place, in: period) : [:]
    return rows.map { row in
      HotBoard.Hot(
        place: row.place, count: row.count, matter: nil, family: nil, description: "", isKey: false, hard: [],
        villages: villages[row.count.leaf] ?? [])
    }
  }

  private func families(_ ids: [Int64], town: ID<Place>) throws -> [Int64: FamilyRow] {
    let rows = try rows("SELECT * FROM family WHERE town = \(town) AND id IN (\(values: Array(Set(ids))))")
    return Dictionary(try rows.map { ($0, try FamilyRow($0)) }.map { ($1.id, $1) }, uniquingKeysWith: { one, _ in one })
  }

  /// The titles of the matters and of all merged or in one family with them, by the name of their group.
  /// Indexes: matter_root, matter_family.
  private func hotTitles(of matters: [MatterRow], town: ID<Place>) throws -> [String: [String]] {
    var titles: [String: [String]] = [:]
    let single = matters.filter { $0.family == nil }.map(\.id)
    for row in try rows(
      "SELECT root, title FROM matter WHERE town = \(town) AND root IN (\(values: single)) ORDER BY id LIMIT 1000")
    { titles[String(try row.int64("root")), default: []].append(try row.text("title")) }
    for row in try rows(
      """
      SELECT family, title FROM matter WHERE town = \(town) AND family IN (\(values: matters.compactMap(\.family)))
      ORDER BY id LIMIT 1000
      """)
    { titles[String(try row.int64("family")), default: []].append(try row.text("title")) }
    return titles
  }
}

extension MatterRow {
  /// Whether it concerns single persons or protects who spoke of it.
  var isDelicate: Bool {
    isCountOnly(leaf: routing.leaf, class: routing.matterClass) || protectsReporters(leaf: routing.leaf)
  }
}

extension HotBoard.Hot {
  func title(_ catalogue: Catalogue) -> Text {
    if let family { return Text(same: family.title) }
    if let matter { return Text(same: matter.title) }
    return catalogue.duty(count.leaf)?.name ?? Text(same: count.leaf)
  }
}
