import Store
import Values
import Web

package let keeperTermEntity = Entity("keeper_term")

/// Somebody keeps the three registers of a village from a day until a day (plan: 明确专人).
package struct KeeperTerm: Term, Sendable, Hashable {
  package let id: Int64
  package let village: ID<Place>
  /// Nil for somebody without an account.
  package let account: ID<Account>?
  package let name: String
  package let from: Day
  /// The last day; nil: no end. A day before `from` says that another was named before the term began.
  package let until: Day?
  /// Who named them.
  package let namedBy: ID<Account>?
  package let madeAt: Instant

  init(
    id: Int64, village: ID<Place>, account: ID<Account>?, name: String, from: Day, until: Day?,
    namedBy: ID<Account>? = nil, madeAt: Instant
  ) {
    (self.id, self.village, self.account, self.name) = (id, village, account, name)
    (self.from, self.until, self.namedBy, self.madeAt) = (from, until, namedBy, madeAt)
  }

  init(_ row: Row) throws {
    (id, village, account) = try (row.int64("id"), row.id("village"), row.optionalID("account"))
    (name, from, until) = try (row.text("name"), row.day("from_day"), row.optionalDay("until_day"))
    (namedBy, madeAt) = try (row.optionalID("named_by"), row.instant("made_at"))
  }

  /// Whether it was replaced before it began.
  package var isVoid: Bool { until.map { $0 < from } ?? false }
}

/// Where terms overlap the earlier one ends: the last days that known terms get when a new one begins on `from`, and the
/// last day of the new one, which ends before a later one begins.
func overlaps(of terms: [KeeperTerm], from: Day, until: Day?) -> (ends: [(id: Int64, until: Day)], until: Day?) {
  let known = terms.filter { !$0.isVoid }
  let next = known.map(\.from).filter { $0 > from }.min()
  let own = [until, next?.adding(-1)].compactMap(\.self).min()
  let ends = known.filter { $0.holds(on: from) }
  return (ends.map { ($0.id, from.adding(-1)) }, own)
}

extension Transaction {
  /// The keeper of a village on a day; nil when nobody was named. Index: keeper_term_village.
  package func keeper(of key: VillageKey, on day: Day) throws -> KeeperTerm? {
    try row(
      """
      SELECT * FROM keeper_term
      WHERE town = \(key.town) AND village = \(key.village) AND from_day <= \(day)
        AND COALESCE(until_day, \(day)) >= \(day)
      ORDER BY from_day DESC, id DESC LIMIT 1
      """
    ).map(KeeperTerm.init)
  }

  /// The keepers of all villages of a town on a day.
  func keepers(ofTown town: ID<Place>, on day: Day) throws -> [ID<Place>: KeeperTerm] {
    let terms = try rows(
      """
      SELECT * FROM keeper_term
      WHERE town = \(town) AND from_day <= \(day) AND COALESCE(until_day, \(day)) >= \(day) ORDER BY id
      """
    ).map(KeeperTerm.init)
    return Dictionary(terms.map { ($0.village, $0) }, uniquingKeysWith: { _, later in later })
  }

  /// All terms of a village, the latest first, at most 200. Index: keeper_term_village.
  package func keeperTerms(of key: VillageKey) throws -> [KeeperTerm] {
    try rows(
      """
      SELECT * FROM keeper_term WHERE town = \(key.town) AND village = \(key.village)
      ORDER BY from_day DESC, id DESC LIMIT 200
      """
    ).map(KeeperTerm.init)
  }
}
