import Governance
import Store
import Values
import Web

/// A sign-in that lasts: a browser and its token.
struct SignInRow: Sendable {
  /// The SHA-256 of the token.
  let digest: String
  let csrf: String
  let madeAt: Instant
  let seenAt: Instant
  let address: String

  /// How the account page names it: it opens nothing.
  var name: String { String(digest.prefix(16)) }
}

/// How long a sign-in lasts: 8 hours after the last call, 7 days in all.
enum SignInLife {
  static let idleMinutes = 8 * 60
  static let days = 7
}

extension Transaction {
  /// The sign-in of a token that still lasts, with its account; nil also when the account is closed or locked.
  func signIn(digest: String, now: Instant) throws -> (signIn: SignInRow, account: AccountRow)? {
    guard let row = try row("SELECT * FROM session WHERE token = \(digest)") else { return nil }
    let signIn = try Self.signInRow(row)
    guard now < signIn.seenAt.adding(minutes: SignInLife.idleMinutes),
      now < signIn.madeAt.adding(days: SignInLife.days),
      let account = try account(row.id("account")), account.closedAt == nil, !account.isLocked(at: now)
    else { return nil }
    return (signIn, account)
  }

  /// Those that still last, newest first. Index: session_account.
  func signIns(of account: ID<Account>, now: Instant) throws -> [SignInRow] {
    try rows("SELECT * FROM session WHERE account = \(account)").map(Self.signInRow)
      .filter {
        now < $0.seenAt.adding(minutes: SignInLife.idleMinutes) && now < $0.madeAt.adding(days: SignInLife.days)
      }
      .sorted { $0.seenAt > $1.seenAt }
  }

  private static func signInRow(_ row: Row) throws -> SignInRow {
    SignInRow(
      digest: try row.text("token"), csrf: try row.text("csrf"), madeAt: try row.instant("made_at"),
      seenAt: try row.instant("seen_at"), address: try row.text("address"))
  }

  func insertSignIn(digest: String, csrf: String, account: ID<Account>, address: String, at now: Instant) throws {
    try run(
      """
      INSERT INTO session (token, account, csrf, made_at, seen_at, address)
      VALUES (\(digest), \(account), \(csrf), \(now), \(now), \(address))
      """)
  }

  /// Notes the last call, at most once a minute.
  func sawSignIn(digest: String, at now: Instant) throws {
    try run("UPDATE session SET seen_at = \(now) WHERE token = \(digest) AND seen_at < \(now.adding(minutes: -1))")
  }

  func endSignIn(of account: ID<Account>, csrf: String) throws {
    try run("DELETE FROM session WHERE account = \(account) AND csrf = \(csrf)")
  }

  func endSignIn(of account: ID<Account>, digest: String) throws {
    try run("DELETE FROM session WHERE account = \(account) AND token = \(digest)")
  }

  /// Ends all of an account's but the one with this token of forms.
  func endSignIns(of account: ID<Account>, butCSRF csrf: String? = nil) throws {
    try run("DELETE FROM session WHERE account = \(account) AND csrf <> \(csrf ?? "")")
  }

  func deleteEndedSignIns(now: Instant) throws {
    try run(
      """
      DELETE FROM session
      WHERE seen_at < \(now.adding(minutes: -SignInLife.idleMinutes)) OR made_at < \(now.adding(days: -SignInLife.days))
      """)
  }

  /// One more failure; gives how many there are now.
  func countFailure(of account: ID<Account>) throws -> Int {
    try count("UPDATE account SET failures = failures + 1 WHERE id = \(account) RETURNING failures")
  }

  func lock(_ account: ID<Account>, until: Instant) throws {
    try run("UPDATE account SET failures = 0, locked_until = \(until) WHERE id = \(account)")
  }

  func forgetFailures(of account: ID<Account>) throws {
    try run("UPDATE account SET failures = 0, locked_until = NULL WHERE id = \(account)")
  }
}
