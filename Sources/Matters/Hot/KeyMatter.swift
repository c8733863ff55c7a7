import Store
import Values
import Web

/// Matters that a village committee or the town marked as key (重点), each mark with its reason; live while not ended.
let keyMatterMigrations: [Migration] = [
  Migration(
    "0040-key-matters",
    [
      """
      CREATE TABLE key_matter (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT NOT NULL,
        of_town BIGINT NOT NULL, at BIGINT NOT NULL, account BIGINT, reason TEXT NOT NULL, ended_at BIGINT,
        ended_by BIGINT, end_reason TEXT NOT NULL)
      """,
      "CREATE UNIQUE INDEX key_matter_one ON key_matter (town, matter) WHERE ended_at IS NULL",
      "CREATE INDEX key_matter_village ON key_matter (town, village, id) WHERE ended_at IS NULL",
      "CREATE INDEX key_matter_town ON key_matter (town, id) WHERE ended_at IS NULL",
      // What makes a matter hard, and who joined when.
      "CREATE INDEX progress_reopened ON progress (town, village, id) WHERE kind = 'reopen'",
      "CREATE INDEX progress_reopened_town ON progress (town, id) WHERE kind = 'reopen'",
      "CREATE INDEX decision_reclassified ON decision (town, village, id) WHERE kind = 'reclassified'",
      "CREATE INDEX decision_reclassified_town ON decision (town, id) WHERE kind = 'reclassified'",
      "CREATE INDEX matter_join_village ON matter_join (town, village, id)",
      "CREATE INDEX matter_join_town ON matter_join (town, id)",
    ])
]

let keyMatterEntity = Entity("key_matter")

/// What an id of a mark points at.
enum KeyMark {}

/// A live mark of a matter as key.
struct KeyMatterRow: Sendable {
  let id: ID<KeyMark>
  let matter: ID<Matter>
  /// Marked by the town; else by the village's committee.
  let isOfTown: Bool
  let at: Instant
  let account: ID<Account>?
  let reason: String

  init(_ row: Row) throws {
    (id, matter, isOfTown) = try (row.id("id"), row.id("matter"), row.bool("of_town"))
    (at, account, reason) = try (row.instant("at"), row.optionalID("account"), row.text("reason"))
  }
}

extension Transaction {
  /// The live marks of a matter and of all merged into it, newest first. Indexes: matter_root, key_matter_one.
  func keyMarks(ofRoot root: ID<Matter>, town: ID<Place>) throws -> [KeyMatterRow] {
    try rows(
      """
      SELECT k.* FROM matter m CROSS JOIN key_matter k
      WHERE m.town = \(town) AND m.root = \(root) AND k.town = m.town AND k.matter = m.id AND k.ended_at IS NULL
      ORDER BY k.id DESC LIMIT 200
      """
    ).map(KeyMatterRow.init)
  }

  /// The roots among `roots` that have a live mark, or of which a member has. Indexes: matter_root, key_matter_one.
  func marked(_ roots: [ID<Matter>], town: ID<Place>) throws -> Set<ID<Matter>> {
    let rows = try rows(
      """
      SELECT DISTINCT m.root AS root FROM matter m CROSS JOIN key_matter k
      WHERE m.town = \(town) AND m.root IN (\(values: roots)) AND k.town = m.town AND k.matter = m.id
        AND k.ended_at IS NULL
      """)
    return Set(try rows.map { try $0.id("root") })
  }

  /// The live marks of a place, newest first, each with the matter where it is dealt with now; at most `limit`.
  /// Indexes: key_matter_village, key_matter_town.
  func keyMatters(at place: HotPlace, limit: Int) throws -> [(mark: KeyMatterRow, matter: MatterRow)] {
    let marks = try rows(
      """
      SELECT k.* FROM key_matter k
      WHERE k.town = \(place.town) \(place.narrowed("k")) AND k.ended_at IS NULL ORDER BY k.id DESC LIMIT \(limit)
      """
    ).map(KeyMatterRow.init)
    let matters = try roots(of: marks.map(\.matter), town: place.town)
    var seen: Set<ID<Matter>> = []
    return marks.compactMap { mark in
      guard let matter = matters[mark.matter], seen.insert(matter.id).inserted else { return nil }
      return (mark, matter)
    }
  }

  /// For each of the matters the one into which it was merged, or itself.
  func roots(of ids: [ID<Matter>], town: ID<Place>) throws -> [ID<Matter>: MatterRow] {
    var found: [ID<Matter>: MatterRow] = [:]
    for part in Array(Set(ids)).chunks(of: 200).map(Array.init) {
      let rows = try rows(
        """
        SELECT r.*, m.id AS member FROM matter m JOIN matter r ON r.id = m.root
        WHERE m.town = \(town) AND m.id IN (\(values: part))
        """)
      for row in rows { found[try row.id("member")] = try MatterRow(row) }
    }
    return found
  }
}
