import Governance
import Mechanism
import Store
import Values
import Web

extension Transaction {
  /// A concern of the village; `NotFound` for a sealed one, which no village sees.
  package func concern(_ id: ID<Concern>, in key: VillageKey) throws -> ConcernRow {
    let row = try row(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND sealed = 0 AND id = \(id)
      """)
    guard let row else { throw NotFound() }
    return try ConcernRow(row)
  }

  /// Concerns of the village in a state (nil: any), newest first. Index: concern_state, concern_village.
  package func concerns(
    in key: VillageKey, state: ConcernState?, before last: ID<Concern>?, limit: Int
  ) throws -> [ConcernRow] {
    let inState: SQL = state.map { "AND state = \($0.rawValue)" } ?? ""
    return try rows(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND village = \(key.village) AND sealed = 0 \(inState) AND id < \(last ?? .max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(ConcernRow.init)
  }

  /// The concern of a tracking link's token, sealed or not: only its reporter has the token.
  package func concern(token: String) throws -> ConcernRow {
    guard let row = try row("SELECT * FROM concern WHERE track = \(Secrets.sha256(token))") else { throw NotFound() }
    return try ConcernRow(row)
  }

  /// The concern that a link for one purpose names.
  /// - Throws: `NotFound` when the link is none of ours.
  package func concern(secret text: String, for purpose: String, _ ledger: Ledger) throws -> ConcernRow {
    guard let secret = PurposeSecret<Concern>(text, for: purpose, ledger),
      let row = try row("SELECT * FROM concern WHERE id = \(secret.id)")
    else { throw NotFound() }
    return try ConcernRow(row)
  }

  /// The sealed concerns of a town, for its discipline reader. Index: concern_sealed.
  package func sealedConcerns(town: ID<Place>, before last: ID<Concern>?, limit: Int) throws -> [ConcernRow] {
    try rows(
      """
      SELECT * FROM concern WHERE town = \(town) AND sealed = 1 AND id < \(last ?? .max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(ConcernRow.init)
  }

  /// The sealed concerns of a town of which nobody has noted anything since their reporter last wrote, newest first, at
  /// most `limit`. Indexes: concern_sealed, concern_addition_concern.
  func sealedWaiting(town: ID<Place>, limit: Int) throws -> [ConcernRow] {
    try rows(
      """
      SELECT c.* FROM concern c
      WHERE c.town = \(town) AND c.sealed = 1 AND c.state = 'sealed' AND NOT EXISTS (
        SELECT 1 FROM concern_addition a WHERE a.town = c.town AND a.concern = c.id AND a.account IS NOT NULL
          AND a.id > COALESCE((SELECT MAX(b.id) FROM concern_addition b
            WHERE b.town = c.town AND b.concern = c.id AND b.account IS NULL), 0))
      ORDER BY c.id DESC LIMIT \(limit)
      """
    ).map(ConcernRow.init)
  }

  /// The concerns of a matter with all merged into it, oldest first, with the part each keeps ("" = all of it).
  package func concerns(ofRoot root: ID<Matter>, in key: VillageKey) throws -> [(
    concern: ConcernRow, part: String, matter: ID<Matter>
  )] {
    // `CROSS JOIN` keeps the order of the tables: from the few matters of a root.
    try rows(
      """
      SELECT c.*, mc.part AS part, mc.matter AS of_matter FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c
      WHERE m.town = \(key.town) AND m.root = \(root) AND mc.town = m.town AND mc.matter = m.id AND c.id = mc.concern
        AND c.sealed = 0
      ORDER BY c.id LIMIT 500
      """
    ).map { (try ConcernRow($0), try $0.text("part"), try $0.id("of_matter")) }
  }

  /// The photos of a concern or matter: id, hash, whether released.
  package func photos(concern: ID<Concern>? = nil, matter: ID<Matter>? = nil, in key: VillageKey) throws -> [PhotoRow] {
    let of: SQL = concern.map { "concern = \($0)" } ?? "matter = \(matter ?? .min)"
    return try rows("SELECT * FROM photo WHERE town = \(key.town) AND \(of) ORDER BY id LIMIT 50").map(PhotoRow.init)
  }

  /// What was added later, oldest first.
  package func additions(to concern: ID<Concern>, town: ID<Place>) throws -> [Row] {
    try rows("SELECT * FROM concern_addition WHERE town = \(town) AND concern = \(concern) ORDER BY id LIMIT 100")
  }

  /// The lines the reporter was told, oldest first.
  package func told(_ concern: ID<Concern>, town: ID<Place>) throws -> [Row] {
    try rows("SELECT * FROM outbox WHERE town = \(town) AND concern = \(concern) ORDER BY id LIMIT 200")
  }
}

/// A photo: of a concern or of a matter's progress.
package struct PhotoRow: Sendable {
  package let id: Int64
  package let file: String
  package let concern: ID<Concern>?
  package let matter: ID<Matter>?
  package let isReleased: Bool

  init(_ row: Row) throws {
    id = try row.int64("id")
    file = try row.text("file")
    concern = row.optionalID("concern")
    matter = row.optionalID("matter")
    isReleased = row.optionalInt64("released_at") != nil
  }
}

/// A change of a concern's state: step by the table of `Governance`, version, counters.
extension Write {
  /// Takes a step of a concern; gives the new state. Throws the refusal of the table, or that somebody changed it.
  @discardableResult package func take(_ step: ConcernStep, on concern: ConcernRow) throws -> ConcernState {
    let next = try state(after: step, in: concern.state)
    // Back to triage with its first date, counted by the calendar of today.
    let comesBack = next == .received && concern.state != .received
    let acceptBy = comesBack ? concern.acceptBy(try tx.workCalendar()) : concern.acceptBy
    let changed = try tx.run(
      """
      UPDATE concern SET state = \(next.rawValue), accept_by = \(acceptBy), version = version + 1
      WHERE id = \(concern.id) AND version = \(concern.version)
      """)
    guard changed == 1 else { throw RowChanged(otherwise: MattersWords.changedMeanwhile) }
    if next != concern.state, !concern.isSealed {
      count("concern.\(concern.state.rawValue)", town: concern.key.town, village: concern.key.village, by: -1)
      if next != .sealed { count("concern.\(next.rawValue)", town: concern.key.town, village: concern.key.village) }
    }
    return next
  }
}
