import Governance
import People
import Store
import TriageEngine
import Values
import Web

extension Write {
  /// Inserts a matter with its counter and search entry; concerns are linked by `link`.
  func insert(_ matter: MatterRow) throws {
    try tx.run(
      """
      INSERT INTO matter (id, town, village, number, title, class, leaf, lead, co, path, basis, basis_mark, reason,
        limit_days, state, urgency, opened_at, due_at, closed_at, shown_urgency, shown_opened_at, shown_due_at, concerns,
        reporters, joins, supporters, opposers, group_place, place_text, lat, lon, channel, reply, root, public_title,
        public_place, is_history, version)
      VALUES (\(matter.id), \(matter.key.town), \(matter.key.village), \(matter.number), \(matter.title),
        \(matter.routing.matterClass), \(matter.routing.leaf), \(matter.routing.lead), \(matter.routing.co.joined(separator: ",")),
        \(matter.routing.path), \(matter.routing.basis), \(matter.routing.basisMark), \(matter.routing.reason),
        \(matter.routing.limitDays), \(matter.state.rawValue), \(matter.routing.urgency), \(matter.openedAt),
        \(matter.dueAt), \(matter.closedAt), \(matter.shownUrgency), \(matter.shownOpenedAt), \(matter.shownDueAt),
        0, 0, 0, 0, 0, \(matter.group), \(matter.placeText), \(matter.latitude), \(matter.longitude), \(matter.channel),
        \(matter.reply), \(matter.root), '', '', \(matter.isHistory), 1)
      """)
    count(matter.counter, town: matter.key.town, village: matter.key.village)
  }

  /// Stores a changed matter: what of it changed, its version, the counters by the difference, the tags of the search.
  /// Throws `changedMeanwhile` when somebody else stored it since it was read.
  @discardableResult package func save(_ new: MatterRow, was old: MatterRow) throws -> Touched {
    let changed = try tx.run(
      """
      UPDATE matter SET \(SQL.changes(new.columns, from: old.columns)) version = version + 1
      WHERE id = \(new.id) AND version = \(old.version)
      """)
    guard changed == 1 else { throw RowChanged(otherwise: MattersWords.changedMeanwhile) }
    if new.counter != old.counter || (new.mergedInto == nil) != (old.mergedInto == nil) {
      if old.mergedInto == nil { count(old.counter, town: old.key.town, village: old.key.village, by: -1) }
      if new.mergedInto == nil { count(new.counter, town: new.key.town, village: new.key.village) }
    }
    if new.tagged != old.tagged { try SearchIndex.matters.retag(new.id, tags: new.tags, in: tx) }
    try updatePublicIndex(new, was: old)
    return Touched(matterEntity, new.id)
  }

  private func updatePublicIndex(_ new: MatterRow, was old: MatterRow) throws {
    let (isPublic, wasPublic) = (new.isPublic, old.isPublic)
    if isPublic,
      !wasPublic || new.publicTitle != old.publicTitle || new.publicPlace != old.publicPlace || new.tagged != old.tagged
    {
      let tokens = SearchTokens.bigrams(of: new.publicTitle + "\n" + new.publicPlace)
      try SearchIndex.released.put(new.id, tokens: tokens, tags: new.tags, in: tx)
    } else if wasPublic, !isPublic {
      try SearchIndex.released.remove(new.id, in: tx)
    }
    let step = (isPublic ? 1 : 0) - (wasPublic ? 1 : 0)
    count("released", town: new.key.town, village: new.key.village, by: step)
  }

  /// Links a concern to a matter and counts it.
  func link(_ concern: ID<Concern>, to matter: ID<Matter>, part: String, in key: VillageKey) throws -> Touched? {
    let id = ids.next(StoredFile.self)
    let isNew = try tx.run(
      """
      INSERT INTO matter_concern (id, town, village, matter, concern, part, linked_at)
      VALUES (\(id), \(key.town), \(key.village), \(matter), \(concern), \(part), \(now)) ON CONFLICT DO NOTHING
      """)
    return isNew == 1 ? Touched(matterConcernEntity, id) : nil
  }

  /// Counts anew what a root shows of its concerns and members: reporters once each, attitudes apart, the earliest date,
  /// the highest urgency, the shortest limit. Gives the rows changed.
  /// `CROSS JOIN` keeps the order of the tables: from the few matters of a root, never through all links of the town.
  @discardableResult func recount(_ root: ID<Matter>, in key: VillageKey) throws -> Touched {
    let old = try tx.matter(root, in: key)
    var new = old
    let sums = try tx.row(
      """
      SELECT COUNT(DISTINCT c.id) AS concerns, MIN(c.reported_day) AS first_day,
        COUNT(DISTINCT c.person) + COUNT(DISTINCT CASE WHEN c.person IS NULL THEN c.id END) AS reporters,
        COUNT(DISTINCT CASE WHEN c.stance = 'oppose' THEN c.id END) AS opposers,
        COUNT(DISTINCT CASE WHEN c.stance = 'support' THEN c.id END) AS supporters
      FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c
      WHERE m.town = \(key.town) AND m.root = \(root) AND mc.town = m.town AND mc.matter = m.id AND c.id = mc.concern
        AND c.state <> 'withdrawn' AND c.sealed = 0
      """)
    new.concerns = sums?.optionalInt("concerns") ?? 0
    new.reporters = sums?.optionalInt("reporters") ?? 0
    new.opposers = sums?.optionalInt("opposers") ?? 0
    new.supporters = sums?.optionalInt("supporters") ?? 0
    new.joins = try tx.count(
      """
      SELECT COUNT(DISTINCT j.device) AS n FROM matter m CROSS JOIN matter_join j
      WHERE m.town = \(key.town) AND m.root = \(root) AND j.town = m.town AND j.matter = m.id
      """)
    let members = try tx.rows("SELECT * FROM matter WHERE town = \(key.town) AND root = \(root)").map(MatterRow.init)
    let view = joined(members.map { MergeMember(openedAt: $0.openedAt, urgency: $0.routing.urgency, due: $0.dueAt) })
    if let view {
      (new.shownOpenedAt, new.shownUrgency) = (view.openedAt, view.urgency)
      new.shownDueAt = old.dueAt == nil ? nil : view.due
    }
    new.firstDay = sums?.optionalDay("first_day").flatMap { $0 == new.shownOpenedAt.day ? nil : $0 }
    let listed = IDs.key(of: root, on: new.shownDay)
    new.listed = listed == root ? nil : listed
    new.mergedLimit = members.first { $0.dueAt == new.shownDueAt }.flatMap { $0.id == root ? nil : $0.ownLimitDays }
    return try save(new, was: old)
  }

  /// Puts the words of a root and all its concerns into the search.
  func index(_ root: ID<Matter>, in key: VillageKey) throws {
    let matter = try tx.matter(root, in: key)
    let texts = try tx.concerns(ofRoot: root, in: key).map { $0.concern.text + "\n" + $0.concern.placeText }
    let tokens = SearchTokens.bigrams(
      of: ([matter.title, matter.placeText, matter.number] + texts).joined(separator: "\n"))
    try SearchIndex.matters.put(root, tokens: tokens, tags: matter.tags, in: tx)
  }

  /// Records a decision with the values before and after; gives its row.
  func decide(
    _ kind: String, matter: ID<Matter>?, concern: ID<Concern>? = nil, in key: VillageKey, before: String = "",
    after: String = "", reason: String
  ) throws -> Touched {
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO decision (id, town, village, matter, concern, at, account, kind, before, after, reason)
      VALUES (\(id), \(key.town), \(key.village), \(matter), \(concern), \(now), \(actor), \(kind), \(before), \(after),
        \(reason))
      """)
    return Touched(decisionEntity, id)
  }

  /// The next number of the village in this year: "village–year–serial", never reused.
  func nextNumber(in key: VillageKey, villageName: String) throws -> String {
    let year = now.day.year
    let serial = try next("serial.\(year)", town: key.town, village: key.village)
    return "\(villageName)-\(year)-\(serial.padded(4))"
  }
}

extension MatterRow {
  /// What of it may change.
  fileprivate var columns: ColumnValues {
    [
      "title": title, "class": routing.matterClass, "leaf": routing.leaf, "lead": routing.lead,
      "co": routing.co.joined(separator: ","), "path": routing.path, "basis": routing.basis,
      "basis_mark": routing.basisMark, "reason": routing.reason, "limit_days": routing.limitDays,
      "urgency": routing.urgency, "state": state.rawValue, "due_at": dueAt, "closed_at": closedAt,
      "shown_urgency": shownUrgency, "shown_opened_at": shownOpenedAt, "shown_due_at": shownDueAt,
      "first_day": firstDay, "listed": listed, "merged_limit": mergedLimit, "concerns": concerns,
      "reporters": reporters, "joins": joins, "supporters": supporters, "opposers": opposers, "group_place": group,
      "place_text": placeText,
      "lat": latitude, "lon": longitude, "reply": reply, "merged_into": mergedInto, "root": root, "family": family,
      "public_title": publicTitle, "public_place": publicPlace, "released_at": releasedAt, "work_order": workOrder,
    ]
  }

  /// The counter this matter stands in while it is not merged into another.
  var counter: String { "matter.\(routing.matterClass.rawValue).\(state.rawValue)" }

  var isPublic: Bool { releasedAt != nil && mergedInto == nil }

  /// What its tags are made of; making them takes longer than the rest of a change.
  fileprivate var tagged: [String] {
    filters + [routing.matterClass.rawValue, isMoved ? "moved" : "", mergedInto == nil ? "" : "merged"]
  }

  private var filters: [String] {
    let own = [
      "s\(state.rawValue)", "k\(routing.leaf)", "k\(routing.leaf.prefix(4))", "b\(routing.lead)", "c\(channel)",
    ]
    return own + (group.map { ["g\($0)"] } ?? [])
  }

  /// What the search narrows by: state, leaf, top category, lead body, channel, group.
  var tags: [String] {
    if mergedInto != nil { return ["merged"] }
    let tags = SearchTags.all(filters, class: routing.matterClass, village: key.village)
    return isMoved ? tags + [SearchTags.moved(in: key.village)] : tags
  }
}

extension MatterRow {
  /// The working days that its own urgency and category give it.
  fileprivate var ownLimitDays: Int {
    DefaultLimits.product.limitDays(leafDays: routing.limitDays, urgency: routing.urgency)
  }
}
