import Governance
import Store
import Values

/// Rows of `api_token`.
package let tokenEntity = Entity("api_token")

/// An API token without its secret.
struct TokenRow: Sendable {
  let id: Int64
  let account: ID<Account>
  let name: String
  let capabilities: Set<Capability>
  /// The last day on which it works.
  let until: Day
  let revokedAt: Instant?

  func works(on day: Day) -> Bool { revokedAt == nil && day <= until }
}

extension Transaction {
  /// What the token of a secret that works may do, with its account; nil also when the account is closed or locked.
  func token(digest: String, now: Instant) throws -> (capabilities: Set<Capability>, account: AccountRow)? {
    let found = try row(
      """
      SELECT a.*, t.capabilities FROM api_token t JOIN account a ON a.id = t.account
      WHERE t.token = \(digest) AND t.revoked_at IS NULL AND t.until_day >= \(now.day) AND a.closed_at IS NULL
      """)
    guard let found else { return nil }
    let account = try AccountRow(found)
    return account.isLocked(at: now) ? nil : (try Self.capabilities(found), account)
  }

  /// Newest first, at most 100. Index: api_token_account.
  func tokens(of account: ID<Account>) throws -> [TokenRow] {
    try rows("SELECT * FROM api_token WHERE account = \(account) ORDER BY id DESC LIMIT 100").map(Self.tokenRow)
  }

  private static func tokenRow(_ row: Row) throws -> TokenRow {
    TokenRow(
      id: try row.int64("id"), account: try row.id("account"), name: try row.text("name"),
      capabilities: try capabilities(row), until: try row.day("until_day"),
      revokedAt: row.optionalInstant("revoked_at"))
  }

  private static func capabilities(_ row: Row) throws -> Set<Capability> {
    Set(try row.text("capabilities").split(separator: " ").compactMap { Capability(rawValue: String($0)) })
  }
}

extension Write {
  /// Keeps a new API token by the SHA-256 of its secret. Event `tokenMade`.
  func makeToken(_ new: NewToken, of id: ID<Account>, digest: String) throws -> Int64 {
    let account = try existingAccount(id)
    let token = ids.next(Account.self).value
    try tx.run(
      """
      INSERT INTO api_token (id, town, account, name, token, capabilities, until_day, made_at)
      VALUES (\(token), \(account.town?.value ?? 0), \(id), \(new.name), \(digest),
        \(new.capabilities.map(\.rawValue).sorted().joined(separator: " ")), \(new.until), \(now))
      """)
    try record("tokenMade", Touched(tokenEntity, token), town: account.town, note: "\(id) \(new.until.iso)")
    return token
  }

  /// Ends an API token of the account at once. Event `tokenRevoked`.
  func revokeToken(_ token: Int64, of id: ID<Account>) throws {
    let account = try existingAccount(id)
    let changed = try tx.run(
      "UPDATE api_token SET revoked_at = \(now) WHERE id = \(token) AND account = \(id) AND revoked_at IS NULL")
    guard changed == 1 else { throw NotFound() }
    try record("tokenRevoked", Touched(tokenEntity, token), town: account.town, note: "\(id)")
  }
}
