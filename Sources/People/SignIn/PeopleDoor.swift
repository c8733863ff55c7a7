import Governance
import Store
import Values
import Web

/// The door of the program: who calls, and which place is meant.
package struct PeopleDoor: Door {
  let database: Database
  let allowsDemonstration: Bool
  let cache = PlaceCache()

  /// - Parameter allowsDemonstration: whether demonstration accounts are let in: only on this machine alone.
  package init(database: Database, allowsDemonstration: Bool = true) {
    (self.database, self.allowsDemonstration) = (database, allowsDemonstration)
  }

  /// A bearer that is none never falls back to the session: who sends one is checked by it alone.
  package func person<Known: Sendable>(
    session: String?, bearer: String?, now: Instant,
    besides: @escaping @Sendable (Transaction, SignedIn) throws -> Known
  ) async throws -> (person: SignedIn, known: Known)? {
    if let bearer {
      let digest = Secrets.sha256(bearer)
      return try await database.read { tx in
        try person(token: digest, now: now, in: tx).map { ($0, try besides(tx, $0)) }
      }
    }
    guard let session else { return nil }
    let digest = Secrets.sha256(session)
    let found = try await database.read { tx -> (person: SignedIn, known: Known, seenAt: Instant)? in
      guard let (signIn, account) = try tx.signIn(digest: digest, now: now),
        allowsDemonstration || !account.isDemonstration
      else { return nil }
      // After a paper code there is nothing to do but to set a password.
      let posts = account.hasPassword ? try tx.posts(of: account.id, on: now.day) : []
      let person = account.signedIn(posts: posts, csrf: signIn.csrf)
      return (person, try besides(tx, person), signIn.seenAt)
    }
    guard let found else { return nil }
    if found.seenAt < now.adding(minutes: -1) {
      try await database.write { try $0.sawSignIn(digest: digest, at: now) }
    }
    return (found.person, found.known)
  }

  private func person(token digest: String, now: Instant, in tx: Transaction) throws -> SignedIn? {
    guard let (capabilities, account) = try tx.token(digest: digest, now: now), account.hasPassword,
      allowsDemonstration || !account.isDemonstration
    else { return nil }
    return account.signedIn(
      posts: try tx.posts(of: account.id, on: now.day), csrf: nil, tokenCapabilities: capabilities)
  }

  func person(of id: ID<Account>, now: Instant) async throws -> SignedIn? {
    let allowsDemonstration = self.allowsDemonstration
    return try await database.read { tx in
      guard let account = try tx.account(id), account.hasPassword, account.closedAt == nil, !account.isLocked(at: now),
        allowsDemonstration || !account.isDemonstration
      else { return nil }
      return account.signedIn(posts: try tx.posts(of: id, on: now.day), csrf: nil)
    }
  }

  package func place(code: String) async throws -> PlaceInfo? {
    if let known = cache.place(code: code) { return known }
    guard placeCodeError(code) == nil else { return nil }
    guard let place = try await database.read({ try $0.place(code: code)?.info }) else { return nil }
    cache.keep(place)
    return place
  }
}

extension AccountRow {
  fileprivate func signedIn(posts: [Post], csrf: String?, tokenCapabilities: Set<Capability>? = nil) -> SignedIn {
    SignedIn(account: id, login: login, name: name, posts: posts, csrf: csrf, tokenCapabilities: tokenCapabilities)
  }
}

extension Transaction {
  fileprivate func posts(of account: ID<Account>, on day: Day) throws -> [Post] {
    try memberships(of: account, on: day).map {
      Post(role: $0.role, place: $0.place.info, body: $0.body, from: $0.from, until: $0.until)
    }
  }
}

extension Request {
  /// After a change of places, so that the next page shows it.
  func forgetPlaces() { (app.door as? PeopleDoor)?.cache.forgetAll() }
}
