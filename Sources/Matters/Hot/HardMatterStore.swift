import Governance
import Store
import Values
import Web

/// A matter that is hard now, and why.
struct HardMatter: Sendable {
  let matter: MatterRow
  let reasons: [HardReason]
}

/// The place of a page of hot matters: a village, or a town with all its villages.
struct HotPlace: Sendable, Hashable {
  let town: ID<Place>
  /// Nil for a whole town.
  let village: ID<Place>?

  /// The condition on the village of a table; empty for a town.
  func narrowed(_ table: String) -> SQL {
    guard let village else { return "" }
    return SQL(unchecked: "AND \(table).village = ") + "\(village)"
  }
}

extension Transaction {
  /// The hard matters of a place (难点): most reasons first, then by the limit that passed first; at most `limit`.
  /// Looks at the matters that are late the longest and at those reopened or handed on last.
  func hardMatters(at place: HotPlace, villages: [ID<Place>], now: Instant, limit: Int) throws -> [HardMatter] {
    let most = place.village == nil ? 20 : limit
    let late = try villages.flatMap { try lateMatters(in: VillageKey(town: place.town, village: $0), now, limit: most) }
    let touched = try reopened(at: place) + handedOn(at: place)
    let roots = try roots(of: late + touched, town: place.town)
    let open = Dictionary(roots.values.filter(\.state.isOpen).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let facts = try hardFacts(of: Array(open.values))
    let hard = open.values.compactMap { matter -> HardMatter? in
      let reasons = facts[matter.id].map { hardReasons($0, at: now) } ?? []
      return reasons.isEmpty ? nil : HardMatter(matter: matter, reasons: reasons)
    }
    return Array(hard.sorted(by: HardMatter.isHarder).prefix(limit))
  }

  /// Index: matter_due.
  private func lateMatters(in key: VillageKey, _ now: Instant, limit: Int) throws -> [ID<Matter>] {
    try rows(
      """
      SELECT id FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND merged_into IS NULL AND closed_at IS NULL
        AND shown_due_at IS NOT NULL AND shown_due_at < \(now) AND state <> \(MatterState.answered.rawValue)
      ORDER BY shown_due_at, id LIMIT \(limit)
      """
    ).map { try $0.id("id") }
  }

  /// The matters reopened last. Indexes: progress_reopened, progress_reopened_town.
  private func reopened(at place: HotPlace) throws -> [ID<Matter>] {
    try rows(
      """
      SELECT p.matter AS matter FROM progress p
      WHERE p.town = \(place.town) \(place.narrowed("p")) AND p.kind = 'reopen' ORDER BY p.id DESC LIMIT 200
      """
    ).map { try $0.id("matter") }
  }

  /// The matters reclassified last. Indexes: decision_reclassified, decision_reclassified_town.
  private func handedOn(at place: HotPlace) throws -> [ID<Matter>] {
    try rows(
      """
      SELECT d.matter AS matter FROM decision d
      WHERE d.town = \(place.town) \(place.narrowed("d")) AND d.kind = 'reclassified' ORDER BY d.id DESC LIMIT 200
      """
    ).compactMap { $0.optionalID("matter") }
  }

  /// What is looked at of each matter, with all merged into it. Indexes: matter_root, progress_matter, decision_matter.
  func hardFacts(of matters: [MatterRow]) throws -> [ID<Matter>: HardFacts] {
    var (reopened, handedOn): ([ID<Matter>: Int], [ID<Matter>: Int]) = ([:], [:])
    guard let town = matters.first?.key.town else { return [:] }
    for part in matters.map(\.id).chunks(of: 200).map(Array.init) {
      for row in try rows(
        """
        SELECT m.root AS root, COUNT(*) AS n FROM matter m CROSS JOIN progress p
        WHERE m.town = \(town) AND m.root IN (\(values: part)) AND p.town = m.town AND p.matter = m.id
          AND p.kind = 'reopen'
        GROUP BY m.root
        """)
      { reopened[try row.id("root")] = try row.int("n") }
      for row in try rows(
        """
        SELECT m.root AS root, d.* FROM matter m CROSS JOIN decision d
        WHERE m.town = \(town) AND m.root IN (\(values: part)) AND d.town = m.town AND d.matter = m.id
          AND d.kind = 'reclassified'
        """)
      { if try DecisionRow(row).handsOn { handedOn[try row.id("root"), default: 0] += 1 } }
    }
    return Dictionary(
      matters.map { matter in
        let due = matter.awaitsAnswer ? matter.shownDueAt : nil
        return (
          matter.id,
          HardFacts(
            isOpen: matter.shownState.isOpen, due: due, reopened: reopened[matter.id] ?? 0,
            handedOn: handedOn[matter.id] ?? 0)
        )
      }, uniquingKeysWith: { one, _ in one })
  }
}

extension HardMatter {
  /// More reasons first, then the limit that passed first, then the older matter.
  static func isHarder(_ one: HardMatter, _ other: HardMatter) -> Bool {
    func rank(_ hard: HardMatter) -> (Int, Int64, Int64) {
      (-hard.reasons.count, hard.matter.shownDueAt?.milliseconds ?? .max, hard.matter.id.value)
    }
    return rank(one) < rank(other)
  }
}
