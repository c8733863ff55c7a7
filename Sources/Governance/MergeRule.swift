import Values

/// What the rule must know of a matter that is to be merged.
package struct MergeCandidate: Sendable, Hashable {
  package let id: Int64
  package let village: Int64
  package let matterClass: MatterClass
  /// Code of the catalogue: "GM0902".
  package let leaf: String
  package let state: MatterState
  /// The day it was closed, when it is.
  package let closed: Day?
  /// Reports a person or an office (信访 30; codebook §7).
  package let isWhistleBlowing: Bool

  package init(
    id: Int64, village: Int64, matterClass: MatterClass, leaf: String, state: MatterState, closed: Day? = nil,
    isWhistleBlowing: Bool = false
  ) {
    (self.id, self.village, self.matterClass, self.leaf) = (id, village, matterClass, leaf)
    (self.state, self.closed, self.isWhistleBlowing) = (state, closed, isWhistleBlowing)
  }
}

/// Leaves of a person's own benefit: two families' wishes are never one matter (codebook §7).
package let personalBenefitLeaves: Set<String> = ["GM0402", "GM0701", "GM0702", "GM0703", "GM0705", "GM0802"]
/// Leaves of violence and of reports against persons.
package let protectedLeaves: Set<String> = ["GM0505", "GM1002"]

/// Why these matters may not be merged into one; nil when they may. A matter counts as recently closed up to and with
/// the `limit`th working day after (default `DefaultLimits.reopen`).
package func mergeRefusal(
  of matters: [MergeCandidate], on today: Day, calendar: WorkCalendar,
  limit: Int = DefaultLimits.product.reopen.amount
) -> Refusal? {
  guard matters.count > 1, Set(matters.map(\.id)).count == matters.count else { return .mergeWithItself }
  guard Set(matters.map(\.village)).count == 1 else { return .mergeAcrossVillages }
  if matters.contains(where: { $0.isWhistleBlowing || protectedLeaves.contains($0.leaf) }) { return .mergeProtected }
  if matters.contains(where: { personalBenefitLeaves.contains($0.leaf) }) { return .mergePersonalBenefit }
  guard Set(matters.map(\.matterClass)).count == 1 else { return .mergeAcrossClasses }
  if matters.contains(where: { $0.state == .merged }) { return .mergeAlreadyMerged }
  let isLongClosed = matters.contains { matter in
    matter.closed.map { calendar.workingDays(from: $0, to: today) > limit } ?? (matter.state == .closed)
  }
  return isLongClosed ? .mergeLongClosed(limit) : nil
}

/// Why one more concern may not go to the matter; nil when it may. The rule of merging, as if the concern were a matter
/// of its own of the same class: what is never merged takes in nobody else's concern either. A matter that is merged into
/// another still takes in what belongs to it.
package func joinRefusal(of matter: MergeCandidate, on today: Day, calendar: WorkCalendar) -> Refusal? {
  let open = MergeCandidate(
    id: matter.id, village: matter.village, matterClass: matter.matterClass, leaf: matter.leaf,
    state: matter.state == .merged ? .inProgress : matter.state, closed: matter.closed,
    isWhistleBlowing: matter.isWhistleBlowing)
  let concern = MergeCandidate(
    id: matter.id + 1, village: matter.village, matterClass: matter.matterClass, leaf: "", state: .inProgress)
  guard let refusal = mergeRefusal(of: [open, concern], on: today, calendar: calendar) else { return nil }
  return Refusal(rule: refusal.rule, reason: refusal.reason, wayOut: Refusal.asNewMatter)
}

/// What a merged matter takes from its members.
package struct MergeMember: Sendable, Hashable {
  package let openedAt: Instant
  package let urgency: Urgency
  /// Nil when no clock runs: history taken from an old register.
  package let due: Instant?

  package init(openedAt: Instant, urgency: Urgency, due: Instant?) {
    (self.openedAt, self.urgency, self.due) = (openedAt, urgency, due)
  }
}

/// The joined view: earliest date, highest urgency, shortest limit (codebook §7). Nil without members.
package func joined(_ members: [MergeMember]) -> MergeMember? {
  guard let opened = members.map(\.openedAt).min(), let urgency = members.map(\.urgency).max() else { return nil }
  return MergeMember(openedAt: opened, urgency: urgency, due: members.compactMap(\.due).min())
}
