import Governance
import Store
import Values
import Web

/// Rows of `role_proposal`.
package let roleProposalEntity = Entity("role_proposal")

/// A role that an administrator wants to give and a second person confirms or declines (decision 0021).
struct RoleProposal: Sendable {
  let id: ID<RoleProposal>
  let account: AccountRow
  let role: NewRole
  let place: PlaceRow
  /// Who proposed it; empty where that was the program.
  let proposer: ID<Account>?
  let proposerName: String
  let madeAt: Instant
  let decider: ID<Account>?
  let deciderName: String
  let decidedAt: Instant?
  let isGranted: Bool

  var isOpen: Bool { decidedAt == nil }
}

let roleProposalMigration = Migration(
  "0090-role-proposals",
  [
    """
    CREATE TABLE role_proposal (
      id BIGINT PRIMARY KEY, town BIGINT NOT NULL, account BIGINT NOT NULL, place BIGINT NOT NULL, role TEXT NOT NULL,
      body TEXT, from_day BIGINT NOT NULL, until_day BIGINT, proposed_by BIGINT, made_at BIGINT NOT NULL,
      decided_by BIGINT, decided_at BIGINT, granted BIGINT NOT NULL)
    """,
    "CREATE INDEX role_proposal_place ON role_proposal (town, place, id)",
    "CREATE INDEX role_proposal_account ON role_proposal (account, id)",
  ])

extension Transaction {
  /// The proposals for a place, newest first, at most `limit`. Index: role_proposal_place.
  func roleProposals(at place: PlaceRow, limit: Int) throws -> [RoleProposal] {
    try rows(
      """
      SELECT * FROM role_proposal WHERE town = \(place.town?.value ?? 0) AND place = \(place.id)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try roleProposal($0, at: place) }
  }

  /// What still waits for an account. Index: role_proposal_account.
  func openRoleProposals(for account: ID<Account>) throws -> [RoleProposal] {
    try rows("SELECT * FROM role_proposal WHERE account = \(account) AND decided_at IS NULL ORDER BY id").compactMap {
      guard let place = try place($0.id("place", as: Place.self)) else { return nil }
      return try roleProposal($0, at: place)
    }
  }

  func roleProposal(_ id: ID<RoleProposal>, at place: PlaceRow) throws -> RoleProposal {
    let row = try row(
      """
      SELECT * FROM role_proposal
      WHERE town = \(place.town?.value ?? 0) AND place = \(place.id) AND id = \(id)
      """)
    guard let row else { throw NotFound() }
    return try roleProposal(row, at: place)
  }

  private func roleProposal(_ row: Row, at place: PlaceRow) throws -> RoleProposal {
    guard let account = try account(try row.id("account")) else { throw NotFound() }
    let (proposer, decider) = (
      row.optionalID("proposed_by", as: Account.self), row.optionalID("decided_by", as: Account.self)
    )
    return RoleProposal(
      id: try row.id("id"), account: account,
      role: NewRole(
        role: try row.choice("role"), place: place.id, body: row.optionalText("body"), from: try row.day("from_day"),
        until: row.optionalDay("until_day")),
      place: place, proposer: proposer, proposerName: try proposer.flatMap { try self.account($0)?.name } ?? "",
      madeAt: try row.instant("made_at"), decider: decider,
      deciderName: try decider.flatMap { try self.account($0)?.name } ?? "",
      decidedAt: row.optionalInstant("decided_at"), isGranted: try row.bool("granted"))
  }
}
