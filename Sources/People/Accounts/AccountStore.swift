import Governance
import Store
import Values
import Web

extension Transaction {
  package func account(_ id: ID<Account>) throws -> AccountRow? {
    try row("SELECT * FROM account WHERE id = \(id)").map(AccountRow.init)
  }

  /// - Parameter login: in lower case.
  package func account(login: String) throws -> AccountRow? {
    try row("SELECT * FROM account WHERE login = \(login)").map(AccountRow.init)
  }

  /// The accounts of a county or town by login whose login begins with `prefix`: those after `last`, `limit` + 1 at
  /// most. Index: account_place.
  func accounts(of place: ID<Place>, prefix: String, after last: String, limit: Int) throws -> [AccountRow] {
    // After every login that begins with the prefix: logins have at most 32 letters, z being the last.
    let end = prefix + String(repeating: "z", count: 33)
    return try rows(
      """
      SELECT * FROM account
      WHERE place = \(place) AND login > \(last) AND login >= \(prefix) AND login <= \(end)
      ORDER BY login LIMIT \(limit + 1)
      """
    ).map(AccountRow.init)
  }

  func secrets(login: String) throws -> AccountSecrets? {
    try row("SELECT * FROM account WHERE login = \(login)").map(Self.secrets)
  }

  func secrets(of id: ID<Account>) throws -> AccountSecrets? {
    try row("SELECT * FROM account WHERE id = \(id)").map(Self.secrets)
  }

  private static func secrets(_ row: Row) throws -> AccountSecrets {
    AccountSecrets(
      account: try AccountRow(row), password: row.optionalText("password"), paperCode: row.optionalText("paper_code"))
  }

  func insertAccount(_ new: NewAccount, id: ID<Account>, town: ID<Place>?, at now: Instant) throws {
    try run(
      """
      INSERT INTO account (id, town, place, login, name, phone, password, failures, large, is_demonstration, made_at)
      VALUES (\(id), \(town?.value ?? 0), \(new.place), \(new.login), \(new.name), \(new.phone), \(new.passwordHash),
        0, 0, \(new.isDemonstration), \(now))
      """)
  }

  /// A new password ends locks and paper codes.
  func setPassword(_ hash: String, of id: ID<Account>) throws {
    try run(
      """
      UPDATE account SET password = \(hash), paper_code = NULL, paper_code_until = NULL, failures = 0,
        locked_until = NULL WHERE id = \(id)
      """)
  }

  func setPaperCode(_ hash: String, until: Instant, of id: ID<Account>) throws {
    try run(
      """
      UPDATE account SET paper_code = \(hash), paper_code_until = \(until), failures = 0, locked_until = NULL
      WHERE id = \(id)
      """)
  }

  /// A used paper code takes the old password with it.
  func usePaperCode(of id: ID<Account>) throws {
    try run("UPDATE account SET password = NULL, paper_code = NULL, paper_code_until = NULL WHERE id = \(id)")
  }

  func closeAccount(_ id: ID<Account>, at now: Instant) throws {
    try run("UPDATE account SET closed_at = \(now), paper_code = NULL, paper_code_until = NULL WHERE id = \(id)")
  }

  func setPreferences(language: Language?, largeText: Bool?, of id: ID<Account>) throws {
    if let language { try run("UPDATE account SET language = \(language.rawValue) WHERE id = \(id)") }
    if let largeText { try run("UPDATE account SET large = \(largeText) WHERE id = \(id)") }
  }
}
