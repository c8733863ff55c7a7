import Governance
import Store
import Values
import Web

/// An account as its administrator sees it.
struct AccountAdminView: Sendable {
  let account: AccountRow
  let memberships: [MembershipRow]
  /// Roles that wait to be confirmed.
  let proposals: [RoleProposal]
}

/// A role that an administrator gives by a form: `role`, `place` (a code), `body`, `from`, `until`.
struct RoleForm: Sendable {
  let role: Role
  let placeCode: String
  let body: String?
  let from: Day
  let until: Day?

  /// Nil with errors added when something is wrong.
  init?(_ form: Form, now: Instant, _ errors: inout FieldErrors) {
    let before = errors.all.count
    let role = form.choice("role", as: Role.self, &errors)
    if role == nil, form["role"].isEmpty { errors.add("role", WebWords.missing) }
    let place = form.required("place", max: 15, &errors)
    let body = form.text("body", max: 60, &errors)
    let from = form.day("from", now: now, &errors) ?? now.day
    var until: Day?
    if !form["until"].isEmpty {
      until = Day(iso: form["until"])
      if until == nil { errors.add("until", WebWords.notADay) }
    }
    guard errors.all.count == before, let role, let place else { return nil }
    (self.role, placeCode, self.body, self.from) = (role, place, roleBody(body, of: role), from)
    self.until = until
  }

  func newRole(at place: PlaceRow) -> NewRole {
    NewRole(role: role, place: place.id, body: body, from: from, until: until)
  }
}

extension Request {
  /// The account of the address, if the administered county or town looks after it.
  func administeredAccount() async throws -> AccountAdminView {
    let (place, id) = (try administered(), try id("account", as: Account.self))
    return try await app.database.read { tx in
      guard let account = try tx.account(id), account.place == place.id else { throw NotFound() }
      return AccountAdminView(
        account: account, memberships: try tx.memberships(of: id), proposals: try tx.openRoleProposals(for: id))
    }
  }

  /// A place at which this administrator may give roles.
  func placeForRole(code: String) async throws -> PlaceRow {
    guard let place = try await app.database.read({ try $0.place(code: code) }) else {
      throw FieldErrors("place", AccountStrings.noSuchPlace)
    }
    guard may(.manageAccounts, at: place.info) else { throw FieldErrors("place", AccountStrings.placeNotYours) }
    return place
  }

  /// Whoever holds a role elsewhere is not let in or shut out by this administrator alone.
  /// - Throws: `Refusal`.
  func requireAllRoles(_ view: AccountAdminView) throws {
    for membership in view.memberships where !membership.hasEnded(by: now.day) {
      guard may(.manageAccounts, at: membership.place.info) else { throw AccountStrings.holdsElsewhere }
    }
  }
}
