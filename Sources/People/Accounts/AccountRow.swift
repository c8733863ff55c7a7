import Governance
import Store
import Values

/// An account as it is stored, without its secrets.
package struct AccountRow: Sendable, Hashable {
  package let id: ID<Account>
  /// Nil for an account of a county.
  package let town: ID<Place>?
  /// The county or town whose administrator looks after it.
  package let place: ID<Place>
  package let login: String
  package let name: String
  package let phone: String
  package let hasPassword: Bool
  /// Until when a paper code can be used; nil when none is out.
  package let paperCodeUntil: Instant?
  package let lockedUntil: Instant?
  package let language: Language?
  package let largeText: Bool
  package let isDemonstration: Bool
  package let closedAt: Instant?

  init(_ row: Row) throws {
    id = try row.id("id")
    let town = try row.int64("town")
    self.town = town == 0 ? nil : ID(town)
    (place, login, name, phone) = try (row.id("place"), row.text("login"), row.text("name"), row.text("phone"))
    hasPassword = row.optionalText("password") != nil
    paperCodeUntil = row.optionalInstant("paper_code_until")
    lockedUntil = row.optionalInstant("locked_until")
    language = row.optionalText("language").flatMap(Language.init)
    largeText = try row.bool("large")
    isDemonstration = try row.bool("is_demonstration")
    closedAt = row.optionalInstant("closed_at")
  }

  package func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }
}

/// An account with the digests of its password and paper code (Argon2id), for signing in alone.
struct AccountSecrets: Sendable {
  let account: AccountRow
  let password: String?
  let paperCode: String?
}

/// A role of an account at a place (任职) as it is stored.
package struct MembershipRow: Term, Sendable, Hashable {
  package let id: ID<Membership>
  package let account: ID<Account>
  package let place: PlaceRow
  package let role: Role
  /// The department of a handler or head; the `SourceKind` of a collector; nil otherwise.
  package let body: String?
  package let from: Day
  /// The last day.
  package let until: Day?

  /// Whether there is a day on which both it and a role of these days hold.
  func overlaps(from otherFrom: Day, until otherUntil: Day?) -> Bool {
    let end = until ?? Day(number: .max)
    let otherEnd = otherUntil ?? Day(number: .max)
    return from <= end && from <= otherEnd && otherFrom <= end
  }
}
