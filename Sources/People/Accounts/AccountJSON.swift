import Governance
import Values
import Web

struct AccountJSON: Encodable, Sendable {
  let id: ID<Account>
  let login: String
  let name: String
  let hasPassword: Bool
  let closedAt: Instant?

  init(_ account: AccountRow) {
    (id, login, name) = (account.id, account.login, account.name)
    (hasPassword, closedAt) = (account.hasPassword, account.closedAt)
  }

  private init() { (id, login, name, hasPassword, closedAt) = (ID(1), "", "", true, Instant(milliseconds: 0)) }
  static let sample = AccountJSON()
}

struct MembershipJSON: Encodable, Sendable {
  /// Nil while it waits to be confirmed.
  let id: ID<Membership>?
  let role: Role
  let place: String
  let body: String?
  let from: Day
  let until: Day?
  /// A second person has to confirm it before it holds.
  let awaitsConfirmation: Bool

  init(awaiting new: NewRole, place: String) {
    (id, role, self.place) = (nil, new.role, place)
    (body, from, until, awaitsConfirmation) = (new.body, new.from, new.until, true)
  }

  init(_ membership: MembershipRow) {
    awaitsConfirmation = false
    (id, role, place) = (membership.id, membership.role, membership.place.code)
    (body, from, until) = (membership.body, membership.from, membership.until)
  }

  private init() {
    (id, role, place, body) = (ID(1), .registerKeeper, "", "")
    (from, until, awaitsConfirmation) = (Day(number: 0), Day(number: 0), false)
  }
  static let sample = MembershipJSON()
}

struct AccountDetailJSON: Encodable, Sendable {
  let account: AccountJSON
  let roles: [MembershipJSON]
  static let sample = AccountDetailJSON(account: .sample, roles: [.sample])
}

struct PaperCodeJSON: Encodable, Sendable {
  let login: String
  let code: String
  let until: Instant
  static let sample = PaperCodeJSON(login: "", code: "", until: Instant(milliseconds: 0))
}

struct ImportJSON: Encodable, Sendable {
  let added: Int
  static let sample = ImportJSON(added: 0)
}
