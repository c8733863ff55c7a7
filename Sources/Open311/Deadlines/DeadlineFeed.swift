import Store
import Values
import Web

/// The address of a person's calendar: whose, and in which language. Its secret is kept by its digest alone.
struct DeadlineFeed: Sendable {
  let account: ID<Account>
  let language: Language
  let madeAt: Instant

  fileprivate init(_ row: Row) throws {
    account = try row.id("id")
    language = Language(rawValue: try row.text("language")) ?? .zh
    madeAt = try row.instant("made_at")
  }
}

extension Transaction {
  /// The feed of a secret; nil for one that is none or was withdrawn.
  func deadlineFeed(secret: String) throws -> DeadlineFeed? {
    try row("SELECT * FROM deadline_feed WHERE secret = \(Secrets.sha256(secret))").map(DeadlineFeed.init)
  }

  /// The feed of an account; nil while it has none.
  func deadlineFeed(of account: ID<Account>) throws -> DeadlineFeed? {
    try row("SELECT * FROM deadline_feed WHERE id = \(account) AND secret IS NOT NULL").map(DeadlineFeed.init)
  }
}

extension Write {
  /// Gives the calendar of an account a new address; the one before ends. Event `deadlineFeedMade`.
  func makeDeadlineFeed(of account: ID<Account>, town: ID<Place>?, digest: String, language: Language) throws {
    try tx.run(
      """
      INSERT INTO deadline_feed (id, town, secret, language, made_at)
      VALUES (\(account), \(town?.value ?? 0), \(digest), \(language.rawValue), \(now))
      ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, language = excluded.language,
        made_at = excluded.made_at
      """)
    try record("deadlineFeedMade", Touched(feedEntity, account), town: town)
  }

  /// Ends the address. Event `deadlineFeedEnded`.
  /// - Throws: `NotFound` when there is none.
  func endDeadlineFeed(of account: ID<Account>, town: ID<Place>?) throws {
    let changed = try tx.run(
      "UPDATE deadline_feed SET secret = NULL WHERE id = \(account) AND secret IS NOT NULL")
    guard changed == 1 else { throw NotFound() }
    try record("deadlineFeedEnded", Touched(feedEntity, account), town: town)
  }
}
