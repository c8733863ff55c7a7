import Governance
import Matters
import Store
import TriageEngine
import Values
import Web

/// A page of released matters, and the key after which the next begins.
struct OpenPage: Sendable {
  let matters: [OpenMatter]
  let next: String?

  /// Of up to `limit` + 1 rows read. What may be shown as a count only is left out; the key is that of the last row.
  init(_ rows: [Row], limit: Int) throws {
    matters = try rows.prefix(limit).compactMap(OpenMatter.init)
    next = rows.count > limit ? try rows[limit - 1].id("id", as: Matter.self).description : nil
  }

  init(_ matters: [OpenMatter], next: String?) { (self.matters, self.next) = (matters, next) }
  static let empty = OpenPage([], next: nil)
}

/// The classes whose matters are released one by one.
let openClasses: [MatterClass] = [.government, .community]

extension Transaction {
  /// What a village has released of a class, by day of first report, newest first: those before `last`.
  /// Index: matter_released.
  func released(
    _ matterClass: MatterClass, in key: VillageKey, before last: ID<Matter>?, limit: Int
  ) throws -> OpenPage {
    try OpenPage(rows(Self.released(matterClass, in: key, before: last, limit: limit + 1)), limit: limit)
  }

  /// The latest released matters of each class that is released one by one, in one statement. Index: matter_released.
  func latestReleased(in key: VillageKey, limit: Int) throws -> [MatterClass: [OpenMatter]] {
    let first = Self.released(.government, in: key, before: nil, limit: limit)
    let second = Self.released(.community, in: key, before: nil, limit: limit)
    let found = try rows("SELECT * FROM (\(first)) AS g UNION ALL SELECT * FROM (\(second)) AS c")
    let matters = try found.compactMap(OpenMatter.init).sorted { $0.id > $1.id }
    return Dictionary(grouping: matters, by: \.matterClass)
  }

  /// Those of a class in one state. By the tags of the search index, then by id.
  func released(
    _ matterClass: MatterClass, state: MatterState, in key: VillageKey, before last: ID<Matter>?, limit: Int
  ) throws -> OpenPage {
    let tags = SearchTags.asked(["s\(state.rawValue)"], class: matterClass, village: key.village)
    return try found([], tags: tags, in: key, before: last, limit: limit)
  }

  /// Those whose public title or place has all words. A text without letters finds nothing.
  func released(matching text: String, in key: VillageKey, before last: ID<Matter>?, limit: Int) throws -> OpenPage {
    let tokens = SearchTokens.searchTokens(text)
    guard !tokens.isEmpty else { return .empty }
    return try found(tokens, tags: [SearchTags.of(key.village)], in: key, before: last, limit: limit)
  }

  private func found(
    _ tokens: [String], tags: [String], in key: VillageKey, before last: ID<Matter>?, limit: Int
  ) throws -> OpenPage {
    let ids = try SearchIndex.released.find(tokens, tags: tags, before: last, limit: limit + 1, in: self)
    guard !ids.isEmpty else { return .empty }
    let shown = Array(ids.prefix(limit))
    let found = try rows(
      """
      SELECT \(OpenMatter.columns) FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND id IN (\(values: shown))
        AND released_at IS NOT NULL AND merged_into IS NULL
      ORDER BY id DESC
      """)
    return OpenPage(
      try found.compactMap(OpenMatter.init), next: ids.count > limit ? shown.last?.description : nil)
  }

  /// A released matter; of one that was merged, the released one that took it in. Nil when there is none.
  func releasedMatter(_ id: ID<Matter>, in key: VillageKey) throws -> OpenMatter? {
    let columns = OpenMatter.columns
    let row = try row(
      """
      SELECT \(columns) FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND released_at IS NOT NULL AND merged_into IS NULL
        AND id = (SELECT root FROM matter WHERE id = \(id) AND town = \(key.town) AND village = \(key.village))
      """)
    return try row.flatMap(OpenMatter.init)
  }

  /// The steps of a matter that are told to anybody, newest first, without their words. Index: progress_matter.
  func openSteps(of matter: ID<Matter>, in key: VillageKey) throws -> [OpenStep] {
    try rows(
      """
      SELECT kind, at FROM progress
      WHERE town = \(key.town) AND matter = \(matter) AND kind IN (\(values: OpenStep.kinds.map(\.rawValue)))
      ORDER BY id DESC LIMIT 50
      """
    ).map { OpenStep(step: try $0.choice("kind"), at: try $0.instant("at")) }
  }

  /// The released photos of a matter with all merged into it. Indexes: matter_root, photo_matter.
  func releasedPhotos(of root: ID<Matter>, in key: VillageKey) throws -> [Int64] {
    try rows(
      """
      SELECT id FROM photo
      WHERE town = \(key.town) AND matter IN (SELECT id FROM matter WHERE town = \(key.town) AND root = \(root))
        AND released_at IS NOT NULL
      ORDER BY id LIMIT 30
      """
    ).map { try $0.int64("id") }
  }

  private static func released(
    _ matterClass: MatterClass, in key: VillageKey, before last: ID<Matter>?, limit: Int
  ) -> SQL {
    """
    SELECT \(OpenMatter.columns) FROM matter
    WHERE town = \(key.town) AND village = \(key.village) AND class = \(matterClass)
      AND released_at IS NOT NULL AND merged_into IS NULL AND id < \(last ?? .max)
    ORDER BY id DESC LIMIT \(limit)
    """
  }
}

/// A step of a matter that anybody may see: what and when, not by whom nor in which words.
package struct OpenStep: Sendable {
  /// Progress within the offices is left out.
  package static let kinds: [MatterStep] = [
    .answer, .close, .closeWithdrawn, .reopen, .startDeliberation, .startPublication, .carryOut,
  ]

  let step: MatterStep
  let at: Instant
}
