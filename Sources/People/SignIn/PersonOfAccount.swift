import Store
import Values
import Web

extension Request {
  /// The person of an account with the posts of today, as if signed in, for what a secret of their own opens (a
  /// calendar); nil when the account is closed or locked, never had a password, or is a demonstration's where none is
  /// let in.
  package func person(of account: ID<Account>) async throws -> SignedIn? {
    guard let door = app.door as? PeopleDoor else { return nil }
    return try await door.person(of: account, now: now)
  }

  /// The person in a browser: not a program with an API token, which cannot make or end secrets of the account.
  /// - Throws: `NotAllowed`.
  package func personInBrowser() throws -> ID<Account> { try ownAccount() }
}
