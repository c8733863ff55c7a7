import Governance
import Matters
import Store
import Values
import Web

/// Which rows of which register, in which order.
struct RegisterSelection: Sendable {
  let key: VillageKey
  let matterClass: MatterClass
  var filter = RegisterFilter()
  var isOldestFirst = false
  /// One row a family; a search by text shows each matter itself.
  var isFolded = true
  /// Beginnings of codes whose matters the reader is not shown.
  var hidden: [String] = []

  var folds: Bool { isFolded && filter.text.isEmpty }

  /// The ids of its matters in its order, by one index of the table; without the text, and without those that are listed
  /// by another key than their id.
  func keys(after: ID<Matter>?, limit: Int) -> SQL {
    ids(by: "m.id", after: after, limit: limit, where: "m.listed IS NULL")
  }

  /// The ids of those, in the same order. Index: matter_listed.
  func movedKeys(after: ID<Matter>?, limit: Int) -> SQL {
    ids(by: "m.listed", after: after, limit: limit, where: "m.listed IS NOT NULL")
  }

  private func ids(by key: SQL, after: ID<Matter>?, limit: Int, where more: SQL) -> SQL {
    let order: SQL =
      isOldestFirst
      ? "AND \(key) > \(after ?? .min) ORDER BY \(key)" : "AND \(key) < \(after ?? .max) ORDER BY \(key) DESC"
    return "SELECT m.id AS id FROM matter m WHERE \(condition(by: key)) AND \(more) \(order) LIMIT \(limit)"
  }

  /// Whether a key comes before another in its order.
  func isBefore(_ one: ID<Matter>, _ other: ID<Matter>) -> Bool { isOldestFirst ? one < other : one > other }

  /// The condition on `matter m`, but for the text. `key`: what carries the day.
  fileprivate func condition(by key: SQL = "COALESCE(m.listed, m.id)") -> SQL {
    let (from, before) = filter.borders
    var condition: SQL = """
      m.town = \(self.key.town) AND m.village = \(self.key.village) AND m.class = \(matterClass) AND m.merged_into IS NULL
      """
    if filter.from != nil { condition = "\(condition) AND \(key) >= \(from)" }
    if filter.to != nil { condition = "\(condition) AND \(key) < \(before)" }
    if let state = filter.state { condition = "\(condition) AND m.state = \(state.rawValue)" }
    if filter.category.count == 4 { condition = "\(condition) AND substr(m.leaf, 1, 4) = \(filter.category)" }
    if filter.category.count == 6 { condition = "\(condition) AND m.leaf = \(filter.category)" }
    if !filter.lead.isEmpty { condition = "\(condition) AND m.lead = \(filter.lead)" }
    if let group = filter.group { condition = "\(condition) AND m.group_place = \(group)" }
    for leaf in hidden { condition = "\(condition) AND m.leaf NOT LIKE \(leaf + "%")" }
    if let channel = filter.channel { condition = "\(condition) AND m.channel = \(channel.rawValue)" }
    return condition
  }
}

extension RegisterSelection {
  /// The tags of the search that its rows bear.
  fileprivate var tags: [String] { SearchTags.asked(filter.tags, class: matterClass, village: key.village) }

  fileprivate func holds(_ matter: MatterRow) -> Bool {
    matter.mergedInto == nil && matter.routing.matterClass == matterClass
  }
}

/// The earliest reporter of a row, as stored; empty where nothing was left or it was erased.
struct FirstReporter: Sendable, Hashable {
  let unit: String
  let name: String
  let phone: String
  /// Each person once, each anonymous concern once, without withdrawn ones.
  let reporters: Int
}

/// A family on a page: how many of its matters fit the filter, and the key of the one that stands for it.
struct FamilyOnPage: Sendable {
  let title: String
  let count: Int
  let newest: ID<Matter>
  let oldest: ID<Matter>
}

extension Transaction {
  /// The next matters of a register in its order: of one index of the table (matter_register, matter_state, matter_top,
  /// matter_leaf, matter_lead, matter_group, matter_channel), or by the tags of the search; among them, where they belong,
  /// the few whose first day is not that of their id.
  func registerMatters(_ selection: RegisterSelection, after: ID<Matter>?, limit: Int) throws -> [MatterRow] {
    let isTagged = selection.filter.usesTags && !selection.isOldestFirst
    let usual =
      try isTagged
      ? tagged(selection, before: after, limit: limit)
      : matters(rows(selection.keys(after: after, limit: limit)).map { try $0.id("id") }, in: selection.key)
    let moved =
      try isTagged
      ? movedTagged(selection, before: after, limit: limit)
      : matters(rows(selection.movedKeys(after: after, limit: limit)).map { try $0.id("id") }, in: selection.key)
    let all = (usual + moved).sorted { selection.isBefore($0.listKey, $1.listKey) }
    return Array(all.prefix(limit))
  }

  /// By the search, those that are listed by their id: full, unless there are no more.
  private func tagged(_ selection: RegisterSelection, before: ID<Matter>?, limit: Int) throws -> [MatterRow] {
    let (from, end) = selection.filter.borders
    var found: [MatterRow] = []
    var last = min(before ?? .max, end)
    while found.count < limit {
      let ids = try SearchIndex.matters.find(
        selection.filter.tokens, tags: selection.tags, from: from, before: last, limit: limit, in: self)
      found += try matters(ids, in: selection.key).filter { selection.holds($0) && !$0.isMoved }
      guard ids.count == limit, let next = ids.last else { break }
      last = next
    }
    return Array(found.prefix(limit))
  }

  /// By the search, those that are listed by another key: few, and all of them found at once.
  private func movedTagged(_ selection: RegisterSelection, before: ID<Matter>?, limit: Int) throws -> [MatterRow] {
    let (from, end) = selection.filter.borders
    let ids = try SearchIndex.matters.find(
      selection.filter.tokens, tags: selection.tags + [SearchTags.moved(in: selection.key.village)], before: nil,
      limit: 1000, in: self)
    let found = try matters(ids, in: selection.key).filter { matter in
      selection.holds(matter) && matter.isMoved && matter.listKey >= from
        && matter.listKey < min(before ?? .max, end)
    }
    return Array(found.sorted { $0.listKey > $1.listKey }.prefix(limit))
  }

  /// The families with more than one matter that fits the filter. Index: matter_family.
  func families(_ ids: Set<Int64>, in selection: RegisterSelection) throws -> [Int64: FamilyOnPage] {
    guard !ids.isEmpty else { return [:] }
    let found = try rows(
      """
      SELECT f.id AS id, f.title AS title, x.n AS n, x.newest AS newest, x.oldest AS oldest
      FROM (
        SELECT m.family AS family, COUNT(*) AS n, MAX(COALESCE(m.listed, m.id)) AS newest,
          MIN(COALESCE(m.listed, m.id)) AS oldest FROM matter m
        WHERE \(selection.condition()) AND m.family IN (\(values: ids.sorted())) GROUP BY m.family
      ) x JOIN family f ON f.id = x.family
      WHERE x.n > 1
      """)
    var families: [Int64: FamilyOnPage] = [:]
    for row in found {
      families[try row.int64("id")] = FamilyOnPage(
        title: try row.text("title"), count: try row.int("n"), newest: try row.id("newest"),
        oldest: try row.id("oldest"))
    }
    return families
  }

  /// The matters of families that fit the filter, newest first, at most 500. Index: matter_family.
  func familyMembers(_ ids: [Int64], in selection: RegisterSelection) throws -> [MatterRow] {
    guard !ids.isEmpty else { return [] }
    let found = try rows(
      """
      SELECT m.id AS id FROM matter m
      WHERE \(selection.condition()) AND m.family IN (\(values: ids.sorted())) ORDER BY COALESCE(m.listed, m.id) DESC LIMIT 500
      """)
    return try matters(found.map { try $0.id("id") }, in: selection.key).sorted { $0.listKey > $1.listKey }
  }

  /// The earliest reporter of each row, by the family where rows are folded, by the matter otherwise: one statement for
  /// a page. Sealed and withdrawn concerns do not count.
  func firstReporters(_ roots: [ID<Matter>], folded: Bool, in key: VillageKey) throws -> [Int64: FirstReporter] {
    guard !roots.isEmpty else { return [:] }
    let fold: SQL = folded ? "COALESCE(r.family, r.id)" : "r.id"
    let found = try rows(
      """
      SELECT f.fold AS fold, f.reporters AS reporters, c.reporting_unit AS unit, p.name AS name, p.phone AS phone
      FROM (
        SELECT \(fold) AS fold, MIN(c.id) AS concern,
          COUNT(DISTINCT c.person) + COUNT(DISTINCT CASE WHEN c.person IS NULL THEN c.id END) AS reporters
        FROM matter r CROSS JOIN matter m CROSS JOIN matter_concern mc CROSS JOIN concern c
        WHERE r.town = \(key.town) AND r.village = \(key.village) AND r.id IN (\(values: roots))
          AND m.town = r.town AND m.root = r.id AND mc.town = m.town AND mc.matter = m.id AND c.id = mc.concern
          AND c.sealed = 0 AND c.state <> 'withdrawn'
        GROUP BY \(fold)
      ) f
      JOIN concern c ON c.id = f.concern
      LEFT JOIN person p ON p.id = c.person AND p.erased_at IS NULL
      """)
    var reporters: [Int64: FirstReporter] = [:]
    for row in found {
      reporters[try row.int64("fold")] = FirstReporter(
        unit: try row.text("unit"), name: row.optionalText("name") ?? "", phone: row.optionalText("phone") ?? "",
        reporters: try row.int("reporters"))
    }
    return reporters
  }

  /// The last event of the town's chain, for the foot of a printed register.
  func chainHead(of town: ID<Place>) throws -> (seq: Int, hash: String)? {
    try row("SELECT seq, hash FROM chain WHERE town = \(town) AND seq > 0").map {
      (try $0.int("seq"), try $0.text("hash"))
    }
  }
}
