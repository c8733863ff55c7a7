import Governance
import Markup
import Store
import Values
import Web

let roleProposalRoutes: [Route] = [
  .get(
    "/admin/{place}/role-proposals", needs: .can(.readGuardedRoles), GuardedRoleStrings.title,
    gives: Page(items: [RoleProposalJSON.sample], next: nil)
  ) { request in
    let proposals = try await request.roleProposals()
    return try await request.answer(json: Page(items: proposals.map(RoleProposalJSON.init), next: nil)) {
      try roleProposalPage(request, proposals)
    }
  },
  .post(
    "/admin/{place}/role-proposals/{proposal}/decision", needs: .can(.confirmRole), GuardedRoleStrings.decideSummary,
    takes: [Parameter("decision", GuardedRoleStrings.decision, required: true, of: RoleDecision.self)],
    gives: RoleProposalJSON.sample
  ) { request in
    let (place, id) = (try await request.guardedPlace(), try request.id("proposal", as: RoleProposal.self))
    guard let decision = RoleDecision(rawValue: request.form["decision"]) else {
      throw FieldErrors("decision", GuardedRoleStrings.chooseDecision)
    }
    return try await request.write { w in
      try w.decide(id, at: place, isGranted: decision == .confirm)
      return Outcome(
        Link.roleProposals(place.code), json: RoleProposalJSON(try w.tx.roleProposal(id, at: place)))
    }
  },
]

enum RoleDecision: String, CaseIterable, Sendable { case confirm, decline }

/// A proposal for programs.
struct RoleProposalJSON: Encodable, Sendable {
  enum State: String, Encodable, Sendable { case waits, confirmed, declined }
  let id: ID<RoleProposal>
  let account: ID<Account>
  let name: String
  let role: Role
  let from: Day
  let until: Day?
  let proposedBy: ID<Account>?
  let proposedAt: Instant
  let state: State
  let decidedBy: ID<Account>?
  let decidedAt: Instant?

  init(_ proposal: RoleProposal) {
    (id, account, name) = (proposal.id, proposal.account.id, proposal.account.name)
    (role, from, until) = (proposal.role.role, proposal.role.from, proposal.role.until)
    (proposedBy, proposedAt) = (proposal.proposer, proposal.madeAt)
    state = proposal.isOpen ? .waits : proposal.isGranted ? .confirmed : .declined
    (decidedBy, decidedAt) = (proposal.decider, proposal.decidedAt)
  }

  private init() {
    (id, account, name, role) = (ID(1), ID(1), "", .disciplineReader)
    (from, until) = (Day(number: 0), Day(number: 0))
    (proposedBy, proposedAt, state) = (ID(1), Instant(milliseconds: 0), .confirmed)
    (decidedBy, decidedAt) = (ID(1), Instant(milliseconds: 0))
  }
  static let sample = RoleProposalJSON()
}

extension Request {
  /// The county or town of the address.
  fileprivate func guardedPlace() async throws -> PlaceRow {
    let place = try administered()
    guard let row = try await app.database.read({ try $0.place(place.id) }) else { throw NotFound() }
    return row
  }

  fileprivate func roleProposals() async throws -> [RoleProposal] {
    let place = try await guardedPlace()
    return try await app.database.read { tx in try tx.roleProposals(at: place, limit: 100) }
  }
}

private func roleProposalPage(_ request: Request, _ proposals: [RoleProposal]) throws -> HTMLPage {
  let (place, l) = (try request.administered(), request.reader.language)
  return request.page(GuardedRoleStrings.title, wide: true, current: Link.roleProposals(place.code)) {
    pageTitle(GuardedRoleStrings.title, lead: .text(GuardedRoleStrings.lead(l)), l)
    if proposals.isEmpty {
      emptyState(
        GuardedRoleStrings.none,
        action: request.may(.manageAccounts) ? (Link.adminAccounts(place.code), GuardedRoleStrings.toAccounts) : nil, l)
    } else {
      dataTable(
        caption: GuardedRoleStrings.title,
        columns: [
          Column(title: GuardedRoleStrings.who, width: .name, card: .title),
          Column(title: GuardedRoleStrings.role, width: .name), Column(title: GuardedRoleStrings.period),
          Column(title: GuardedRoleStrings.proposed), Column(title: GuardedRoleStrings.outcome),
        ], rows: proposals.map { proposalCells($0, place, request) }, cards: true, l)
    }
  }
}

private func proposalCells(_ proposal: RoleProposal, _ place: PlaceInfo, _ request: Request) -> [HTML] {
  let (role, l) = (proposal.role, request.reader.language)
  return [
    .text("\(proposal.account.name) \(proposal.account.login)"), .text(role.role.name(l)),
    .text(GuardedRoleStrings.period(role.from, role.until)(l)),
    .text("\(proposal.proposerName) \(proposal.madeAt.day.spoken(l))"), outcome(proposal, place, request),
  ]
}

private func outcome(_ proposal: RoleProposal, _ place: PlaceInfo, _ request: Request) -> HTML {
  let l = request.reader.language
  if let at = proposal.decidedAt {
    let words = proposal.isGranted ? GuardedRoleStrings.confirmed : GuardedRoleStrings.declined
    return stateChip(words, tone: proposal.isGranted ? .green : .neutral, l)
      + .text(" \(proposal.deciderName) \(at.day.spoken(l))")
  }
  guard request.may(.confirmRole) else { return stateChip(GuardedRoleStrings.waits, tone: .amber, l) }
  return form(
    action: Link.decideRole(place.code, proposal.id), reader: request.reader, key: Secrets.token(bits: 80),
    errors: nil
  ) {
    actions {
      submitButton(
        GuardedRoleStrings.confirm, name: "decision", value: "confirm", confirm: GuardedRoleStrings.confirmAgain, l)
      submitButton(GuardedRoleStrings.decline, tone: .plain, name: "decision", value: "decline", l)
    }
  }
}
