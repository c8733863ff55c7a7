import Governance
import Store
import Values
import Web

/// How long a new reader of sealed concerns stands on the desks of those who read them already.
private let newsDays = 30

/// What of guarded roles waits for somebody: proposals for who confirms them; new discipline readers for those of the town
/// who were there before.
let guardedRoleDesk: DeskSource = { tx, person, now in
  var items: [DeskItem] = []
  var seen: Set<ID<Place>> = []
  for post in person.posts where post.holds(on: now.day) && seen.insert(post.place.id).inserted {
    let confirms = person.may(.confirmRole, at: post.place, on: now.day)
    let reads = person.may(.readSealed, at: post.place, on: now.day)
    guard confirms || reads, let place = try tx.place(post.place.id) else { continue }
    for proposal in try tx.roleProposals(at: place, limit: mostOnDesk) {
      if confirms, proposal.isOpen, proposal.proposer != person.account, proposal.account.id != person.account {
        items.append(DeskItem(.roleProposed, proposal, at: proposal.madeAt))
      }
      if reads, proposal.isGranted, proposal.role.role == .disciplineReader, proposal.account.id != person.account,
        let at = proposal.decidedAt, now < at.adding(days: newsDays)
      {
        items.append(DeskItem(.newReader, proposal, at: at))
      }
    }
  }
  return items
}

extension DeskItem {
  fileprivate init(_ kind: Kind, _ proposal: RoleProposal, at: Instant) {
    self.init(
      kind: kind, id: proposal.id.value, title: "\(proposal.account.name) \(proposal.account.login)", number: "",
      village: proposal.role.role.name + Text(same: " ") + proposal.place.name, matterClass: nil, urgency: .normal,
      openedAt: at, dueAt: nil, href: Link.roleProposals(proposal.place.code) + "#\(proposal.id)")
  }
}
