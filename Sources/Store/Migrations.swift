import Values

/// A numbered change of the schema; never edited after release. `CREATE` statements in the common subset of both
/// databases: BIGINT, TEXT, DOUBLE PRECISION.
package struct Migration: Sendable {
  /// "0001-places": sorts in order of making.
  package let id: String
  package let statements: [String]

  package init(_ id: String, _ statements: [String]) { (self.id, self.statements) = (id, statements) }
}

extension Database {
  /// Applies those that are missing, in the order of their ids, each in one transaction; gives the ids applied.
  /// Copies of the server that begin at the same time take turns, and each id is applied by one of them.
  package func migrate(_ migrations: [Migration]) async throws -> [String] {
    try await write { tx in
      try Self.takeTurn(tx)
      try tx.run("CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY)")
    }
    var applied: [String] = []
    for migration in (migrations + [Self.storeMigration, Self.sealedAnswers]).sorted(by: { $0.id < $1.id }) {
      let isNew = try await write { tx in
        try Self.takeTurn(tx)
        guard try tx.run("INSERT INTO migration (id) VALUES (\(migration.id)) ON CONFLICT DO NOTHING") == 1 else {
          return false
        }
        for statement in migration.statements { try tx.run(SQL(unchecked: Self.fitted(statement, to: tx.dialect))) }
        if migration.id == Self.storeMigration.id { try SearchIndex.create(in: tx) }
        return true
      }
      if isNew { applied.append(migration.id) }
    }
    return applied
  }

  /// Waits until no other copy changes the schema, up to the end of this transaction. SQLite has one writer anyway; on
  /// PostgreSQL even `CREATE TABLE IF NOT EXISTS` fails when another transaction creates the same table.
  private static func takeTurn(_ tx: Transaction) throws {
    guard tx.dialect == .postgres else { return }
    _ = try tx.rows("SELECT pg_advisory_xact_lock(\(schemaLock))")
  }

  /// The number that all copies of the program lock by: any that nothing else uses.
  private static let schemaLock: Int64 = 0x5361_6E73_6869

  /// On SQLite a key of one number is the order of the table itself, and any other key stands in the table's own tree,
  /// not in a second one beside it: less to write, and one step less to read.
  static func fitted(_ statement: String, to dialect: Dialect) -> String {
    guard dialect == .sqlite, statement.hasPrefix("CREATE TABLE") else { return statement }
    let own = statement.replacing("BIGINT PRIMARY KEY", with: "INTEGER PRIMARY KEY")
    return own.contains("PRIMARY KEY (") || own.contains("TEXT PRIMARY KEY") ? own + " WITHOUT ROWID" : own
  }

  /// Answers that stand there unsealed go: whoever sends such a write again within the day writes anew.
  private static let sealedAnswers = Migration("0002-sealed-answers", ["DELETE FROM submission"])

  /// What `Store` itself keeps: the event chains, the outbox, leases, answers to repeated requests.
  private static let storeMigration = Migration(
    "0001-store",
    [
      "CREATE TABLE chain (town BIGINT PRIMARY KEY, seq BIGINT NOT NULL, hash TEXT NOT NULL)",
      """
      CREATE TABLE event (
        town BIGINT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, actor BIGINT, village BIGINT,
        kind TEXT NOT NULL, subject TEXT NOT NULL, subject_id BIGINT NOT NULL, note TEXT NOT NULL,
        touched TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (town, seq))
      """,
      "CREATE INDEX event_subject ON event (town, subject, subject_id, seq)",
      """
      CREATE TABLE event_row (
        town BIGINT NOT NULL, entity TEXT NOT NULL, row_id BIGINT NOT NULL, seq BIGINT NOT NULL,
        salt TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (town, entity, row_id, seq))
      """,
      """
      CREATE TABLE outbox (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL,
        key TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL, call_zh TEXT NOT NULL,
        made_at BIGINT NOT NULL, called_at BIGINT, called_by BIGINT, wants_call BIGINT NOT NULL)
      """,
      "CREATE INDEX outbox_concern ON outbox (town, concern, id)",
      "CREATE INDEX outbox_call ON outbox (town, village, wants_call, id)",
      "CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until BIGINT NOT NULL)",
      """
      CREATE TABLE submission (
        key TEXT PRIMARY KEY, at BIGINT NOT NULL, answer TEXT NOT NULL)
      """,
      "CREATE INDEX submission_at ON submission (at)",
      "CREATE TABLE counter (town BIGINT NOT NULL, village BIGINT NOT NULL, name TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (town, village, name))",
      "CREATE TABLE setting (town BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (town, name))",
    ])
}
