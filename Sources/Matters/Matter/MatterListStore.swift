import Store
import Values
import Web

extension Transaction {
  /// Matters of a village that are not merged into another, by day of first report, newest first: those before `last`,
  /// at most `limit`. Indexes: matter_village, matter_register, matter_state, matter_leaf; else the search index.
  func matters(
    in key: VillageKey, where filter: MatterFilter, before last: ID<Matter>?, limit: Int
  ) throws -> [MatterRow] {
    let end = min(filter.endID, last ?? .max)
    switch filter.route {
    case .search:
      if !filter.text.isEmpty, filter.tokens.isEmpty { return [] }
      return try matters(found(filter, in: key, before: end, limit: limit), in: key)
    case .village where filter.matterClass == nil:
      return try listed(in: key, "", from: filter.firstID, before: end, limit: limit)
    case .village:
      return try byClass(filter, in: key, "", before: end, limit: limit)
    case .state(let state):
      return try byClass(filter, in: key, "AND state = \(state.rawValue)", before: end, limit: limit)
    case .leaf(let leaf):
      return try byClass(filter, in: key, "AND leaf = \(leaf)", before: end, limit: limit)
    }
  }

  /// Tags tell filters of one class: without one asked for, each class is looked through and the newest are kept.
  private func found(
    _ filter: MatterFilter, in key: VillageKey, before end: ID<Matter>, limit: Int
  ) throws -> [ID<Matter>] {
    let filters = filter.tags
    let asked =
      filter.matterClass == nil && filters.isEmpty
      ? [[SearchTags.of(key.village)]]
      : (filter.matterClass.map { [$0] } ?? MatterClass.allCases).map {
        SearchTags.asked(filters, class: $0, village: key.village)
      }
    let ids = try asked.flatMap { tags in
      try SearchIndex.matters.find(
        filter.tokens, tags: tags, from: filter.firstID, before: end, limit: limit, in: self)
    }
    return Array(ids.sorted(by: >).prefix(limit))
  }

  /// The indexes begin with the class: without one asked for, each class is read by its index and the newest are kept.
  private func byClass(
    _ filter: MatterFilter, in key: VillageKey, _ narrowed: SQL, before end: ID<Matter>, limit: Int
  ) throws -> [MatterRow] {
    let classes = filter.matterClass.map { [$0] } ?? MatterClass.allCases
    let found = try classes.flatMap { matterClass in
      try listed(
        in: key, "AND class = \(matterClass) \(narrowed)", from: filter.firstID, before: end, limit: limit)
    }
    return Array(found.sorted { $0.id > $1.id }.prefix(limit))
  }

  private func listed(
    in key: VillageKey, _ narrowed: SQL, from first: ID<Matter>, before end: ID<Matter>, limit: Int
  ) throws -> [MatterRow] {
    try rows(
      """
      SELECT * FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND merged_into IS NULL \(narrowed)
        AND id >= \(first) AND id < \(end)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(MatterRow.init)
  }

  /// The names of accounts, for "who" in histories.
  package func names(ofAccounts ids: some Sequence<ID<Account>>) throws -> [ID<Account>: String] {
    var names: [ID<Account>: String] = [:]
    for part in Array(Set(ids)).chunks(of: 200) {
      for row in try rows("SELECT id, name FROM account WHERE id IN (\(values: Array(part)))") {
        names[try row.id("id")] = try row.text("name")
      }
    }
    return names
  }
}
