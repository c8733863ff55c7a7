import Governance
import Store
import Values
import Web

extension Write {
  /// What an administrator does who gives a role: most hold at once; one that needs a second person is proposed. Gives the
  /// membership, or nil where it waits.
  /// - Throws: `FieldErrors` as `giveRole`.
  func giveOrPropose(_ new: NewRole, to account: ID<Account>) throws -> ID<Membership>? {
    guard new.role.needsConfirmation else { return try giveRole(new, to: account) }
    try propose(new, to: account)
    return nil
  }

  /// Puts a role to the second person. Event `roleProposed`.
  /// - Throws: `FieldErrors` of `role` for oneself, or what is proposed already, and those of `giveRole`.
  private func propose(_ new: NewRole, to account: ID<Account>) throws {
    let place = try checkRole(new, of: account)
    if account == actor { throw FieldErrors("role", GuardedRoleStrings.notToYourself) }
    let waits = try tx.openRoleProposals(for: account).contains { $0.role.role == new.role && $0.place.id == new.place }
    if waits { throw FieldErrors("role", GuardedRoleStrings.proposedAlready) }
    let id = ids.next(RoleProposal.self)
    try tx.run(
      """
      INSERT INTO role_proposal (id, town, account, place, role, body, from_day, until_day, proposed_by, made_at, granted)
      VALUES (\(id), \(place.town?.value ?? 0), \(account), \(new.place), \(new.role.rawValue), \(new.body), \(new.from),
        \(new.until), \(actor), \(now), \(false))
      """)
    try record(
      "roleProposed", Touched(roleProposalEntity, id), town: place.town,
      note: "\(account) \(new.role.rawValue) \(place.code) \(new.from.iso) \(new.until?.iso ?? "-")")
  }

  /// The second person gives the role, from today at the earliest, or declines. Events `roleGiven` and `roleConfirmed`, or
  /// `roleDeclined`.
  /// - Throws: `Refusal` for whoever proposed it or would get it, and for what was decided before.
  func decide(_ id: ID<RoleProposal>, at place: PlaceRow, isGranted: Bool) throws {
    let proposal = try tx.roleProposal(id, at: place)
    guard proposal.isOpen else { throw GuardedRoleStrings.decidedBefore }
    if isGranted, let actor, actor == proposal.proposer || actor == proposal.account.id {
      throw GuardedRoleStrings.secondPerson
    }
    try tx.run(
      """
      UPDATE role_proposal SET decided_by = \(actor), decided_at = \(now), granted = \(isGranted) WHERE id = \(id)
      """)
    if isGranted {
      let role = proposal.role
      try giveRole(
        NewRole(
          role: role.role, place: role.place, body: role.body, from: max(role.from, now.day), until: role.until),
        to: proposal.account.id)
    }
    try record(
      isGranted ? "roleConfirmed" : "roleDeclined", Touched(roleProposalEntity, id), town: place.town,
      note: "\(proposal.account.id) \(proposal.role.role.rawValue) \(place.code)")
  }
}
