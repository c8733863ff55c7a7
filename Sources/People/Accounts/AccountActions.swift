import Governance
import Store
import Values
import Web

/// Rows of `account`: an event vouches for all but what signing in and the person's own wishes change.
package let accountEntity = Entity("account", except: ["failures", "locked_until", "language", "large"])
/// Rows of `membership`.
package let membershipEntity = Entity("membership")

extension Write {
  /// Opens an account with its first roles. Events `accountOpened`, `roleGiven`.
  /// - Throws: `FieldErrors` of `login` and of the roles' fields.
  @discardableResult package func openAccount(_ new: NewAccount, roles: [NewRole] = []) throws -> ID<Account> {
    var errors = FieldErrors()
    if let error = loginError(new.login) { errors.add("login", error) }
    if try tx.account(login: new.login) != nil { errors.add("login", AccountStrings.loginTaken) }
    if new.name.isEmpty { errors.add("name", WebWords.missing) }
    for role in roles {
      for error in try role.errors(at: existingPlace(role.place)).all { errors.add(error.field, error.message) }
    }
    guard errors.isEmpty else { throw errors }
    let id = ids.next(Account.self)
    let town = try existingPlace(new.place).town
    try tx.insertAccount(new, id: id, town: town, at: now)
    try record("accountOpened", Touched(accountEntity, id), town: town)
    for role in roles { try giveRole(role, to: id) }
    return id
  }

  /// Gives a role at a place. Event `roleGiven` in the chain of the place's town.
  /// - Throws: `FieldErrors` of `role` (not at this level, or held already), `body`, `until`.
  @discardableResult package func giveRole(_ new: NewRole, to account: ID<Account>) throws -> ID<Membership> {
    let place = try checkRole(new, of: account)
    let id = ids.next(Membership.self)
    try tx.insertMembership(new, id: id, account: account, town: place.town, at: now)
    try record(
      "roleGiven", Touched(membershipEntity, id), town: place.town, village: place.village,
      note: "\(account) \(new.role.rawValue) \(place.code) \(new.from.iso) \(new.until?.iso ?? "-")")
    return id
  }

  /// Whether the account may have the role; gives its place.
  /// - Throws: `FieldErrors` of `role` (not at this level, held already, not beside another of the same days), `body`,
  ///   `until`.
  func checkRole(_ new: NewRole, of account: ID<Account>) throws -> PlaceRow {
    let place = try existingPlace(new.place)
    var errors = new.errors(at: place)
    let beside = try tx.memberships(of: account).filter { $0.overlaps(from: new.from, until: new.until) }
    let held = beside.contains { $0.role == new.role && $0.place.id == new.place && $0.body == new.body }
    if held { errors.add("role", AccountStrings.roleHeld) }
    let wanted = HeldRole(new.role, at: place.level.forRoles)
    if let other = beside.first(where: { areIncompatible(wanted, HeldRole($0.role, at: $0.place.level.forRoles)) }) {
      errors.add("role", GuardedRoleStrings.incompatible(new.role, with: other.role))
    }
    guard errors.isEmpty else { throw errors }
    guard try existingAccount(account).closedAt == nil else { throw AccountStrings.isClosed }
    return place
  }

  /// Ends a role: `lastDay` is the last day on which it holds; nil ends it at once. Event `roleEnded`.
  /// - Throws: `Refusal` when nobody else would administer the place; `FieldErrors` of `until` when it has ended before.
  package func endRole(_ id: ID<Membership>, lastDay: Day? = nil) throws {
    guard let membership = try tx.membership(id) else { throw NotFound() }
    let last = lastDay ?? now.day.adding(-1)
    if let until = membership.until, until < now.day || until < last {
      throw FieldErrors("until", AccountStrings.endedBefore)
    }
    try keepAnAdministrator(without: membership)
    try tx.setLastDay(last, of: id)
    try record(
      "roleEnded", Touched(membershipEntity, id), town: membership.place.town, village: membership.place.village,
      note: "\(membership.account) \(membership.role.rawValue) \(membership.place.code) \(last.iso)")
  }

  /// Closes an account: its roles end, its sign-ins and API tokens too. Events `roleEnded`, `accountClosed`.
  package func closeAccount(_ id: ID<Account>) throws {
    let account = try existingAccount(id)
    guard account.closedAt == nil else { throw AccountStrings.isClosed }
    for membership in try tx.memberships(of: id) where !membership.hasEnded(by: now.day) {
      try endRole(membership.id)
    }
    for token in try tx.tokens(of: id) where token.revokedAt == nil { try revokeToken(token.id, of: id) }
    try tx.endSignIns(of: id)
    try tx.closeAccount(id, at: now)
    try record("accountClosed", Touched(accountEntity, id), town: account.town)
  }

  /// Sets a password by its Argon2id digest, which is made before the transaction. Event `passwordSet`.
  package func setPassword(of id: ID<Account>, hash: String) throws {
    try tx.setPassword(hash, of: id)
    try record("passwordSet", Touched(accountEntity, id), town: existingAccount(id).town)
  }

  /// Gives out a paper code by its digest (`PaperCode`), valid for 7 days. Event `paperCodeIssued`.
  package func issuePaperCode(to id: ID<Account>, hash: String) throws {
    let account = try existingAccount(id)
    guard account.closedAt == nil else { throw AccountStrings.isClosed }
    try tx.setPaperCode(hash, until: now.adding(days: PaperCode.days), of: id)
    try record("paperCodeIssued", Touched(accountEntity, id), town: account.town)
  }

  func existingAccount(_ id: ID<Account>) throws -> AccountRow {
    guard let account = try tx.account(id) else { throw NotFound() }
    return account
  }

  private func keepAnAdministrator(without membership: MembershipRow) throws {
    guard membership.role == .administrator, membership.holds(on: now.day) else { return }
    guard try tx.hasOtherAdministrator(of: membership.place, than: membership.account, on: now.day) else {
      throw AccountStrings.lastAdministrator
    }
  }
}
