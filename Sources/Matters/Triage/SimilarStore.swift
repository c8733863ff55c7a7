import Governance
import Store
import TriageEngine
import Values
import Web

/// What the index of similar matters reads.
extension Transaction {
  /// The villages with the most open matters, by their counters.
  func busiestVillages(limit: Int) throws -> [VillageKey] {
    let open = MatterClass.allCases.flatMap { matterClass in
      MatterState.states(of: matterClass).filter(\.isOpen).map { "matter.\(matterClass.rawValue).\($0.rawValue)" }
    }
    return try rows(
      """
      SELECT town, village, SUM(n) AS open FROM counter WHERE name IN (\(values: open.sorted()))
      GROUP BY town, village HAVING SUM(n) > 0 ORDER BY open DESC LIMIT \(limit)
      """
    ).map { VillageKey(town: try $0.id("town"), village: try $0.id("village")) }
  }

  /// The newest event of a town: what is read now includes it.
  func lastEvent(town: ID<Place>) throws -> Int64 {
    try row("SELECT seq FROM chain WHERE town = \(town)")?.int64("seq") ?? 0
  }

  /// The newest event of each town.
  func lastEvents() throws -> [ID<Place>: Int64] {
    let heads = try rows("SELECT town, seq FROM chain").map { (try $0.id("town") as ID<Place>, try $0.int64("seq")) }
    return Dictionary(heads, uniquingKeysWith: max)
  }

  /// The matters of the village that the next `limit` events after `seq` touched, with the newest of these events, and
  /// whether there are no more. Index: the key of `event` (town, seq).
  func mattersTouched(
    in key: VillageKey, after seq: Int64, limit: Int
  ) throws -> (ids: [ID<Matter>], last: Int64, isAll: Bool) {
    let found = try rows(
      "SELECT seq, village, touched FROM event WHERE town = \(key.town) AND seq > \(seq) ORDER BY seq LIMIT \(limit)")
    let touched = found.filter { $0.optionalInt64("village") == key.village.value }.flatMap { row in
      (row.optionalText("touched") ?? "").split(separator: " ").compactMap { part -> ID<Matter>? in
        let fields = part.split(separator: ":")
        return fields.count > 1 && fields[0] == matterEntity.table ? ID(String(fields[1])) : nil
      }
    }
    return (Array(Set(touched)).sorted(), try found.last?.int64("seq") ?? seq, found.count < limit)
  }

  /// The village's matters of a class and state that are merged nowhere, by id, after `id`, at most `limit`.
  /// Index: matter_state.
  func matterIDs(
    _ matterClass: MatterClass, _ state: MatterState, in key: VillageKey, after id: ID<Matter>?, limit: Int
  ) throws -> [ID<Matter>] {
    try rows(
      """
      SELECT id FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND class = \(matterClass) AND state = \(state.rawValue)
        AND merged_into IS NULL AND id > \(id?.value ?? 0)
      ORDER BY id LIMIT \(limit)
      """
    ).map { try $0.id("id") }
  }

  /// Those of the matters that are open and merged nowhere, as the index keeps them, by id. At most 500.
  func similarItems(of ids: [ID<Matter>], in key: VillageKey) throws -> [SimilarItem] {
    let open = try matters(ids, in: key).filter { $0.mergedInto == nil && $0.state.isOpen }
    return try similarItems(of: open.sorted { $0.id < $1.id }, in: key)
  }

  /// What makes each matter comparable: its title and the words of its concerns, category, point and last day.
  private func similarItems(of matters: [MatterRow], in key: VillageKey) throws -> [SimilarItem] {
    var words: [ID<Matter>: (text: String, day: Day)] = [:]
    for some in matters.chunks(of: 500) {
      let said = try rows(
        """
        SELECT m.root AS root, c.text AS text, c.place_text AS place_text, c.received_at AS received_at
        FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c
        WHERE m.town = \(key.town) AND m.root IN (\(values: some.map(\.id))) AND mc.town = m.town AND mc.matter = m.id
          AND c.id = mc.concern AND c.sealed = 0 AND c.state <> \(ConcernState.withdrawn.rawValue)
        """)
      for row in said {
        let root: ID<Matter> = try row.id("root")
        let before = words[root]
        let day = try row.instant("received_at").day
        // The first texts are enough: a signature keeps so many pairs and no more.
        let isFull = before.map { $0.text.utf8.count > 6000 } ?? false
        let text = isFull ? "" : "\n" + (try row.text("text")) + "\n" + (try row.text("place_text"))
        words[root] = ((before?.text ?? "") + text, max(before?.day ?? day, day))
      }
    }
    return matters.map { matter in
      let said = words[matter.id]
      return SimilarItem(
        id: matter.id.value,
        signature: Signature(of: matter.title + "\n" + matter.placeText + (said?.text ?? "")),
        leaf: matter.routing.leaf, latitude: matter.latitude, longitude: matter.longitude,
        day: (said?.day ?? matter.openedAt.day).number)
    }
  }
}
