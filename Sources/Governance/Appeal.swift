import Values

/// Who decides the `number`th appeal (1, 2) against "not taken up": the village committee, then the town.
/// Nil for any further one.
package func decider(ofAppeal number: Int) -> Capability? {
  switch number {
  case 1: .decideAppeal
  case 2: .decideSecondAppeal
  default: nil
  }
}

/// Why an appeal may not be made after `earlier` ones were decided; nil when it may.
package func appealRefusal(earlier: Int) -> Refusal? {
  guard decider(ofAppeal: earlier + 1) == nil else { return nil }
  return Refusal(
    rule: "appealsUsedUp",
    reason: Text(zh: "村和镇都已看过这件申诉。", en: "The village and the town have both decided this appeal."),
    wayOut: Text(zh: "有新的情况，请再反映一次。", en: "If there is something new, please report it again."))
}

/// Why this person may not decide the appeal: whoever refused or decided before does not decide again.
package func appealRefusal<Person>(decidedBefore: Set<ID<Person>>, decider: ID<Person>) -> Refusal? {
  guard decidedBefore.contains(decider) else { return nil }
  return Refusal(
    rule: "appealBySamePerson",
    reason: Text(zh: "您以前决定过这件事，申诉要由另一个人决定。", en: "You decided this before; another person decides the appeal."),
    wayOut: Text(zh: "请转给另一位有权的人。", en: "Please pass it to another person with this right."))
}

/// Why a concern may not be refused for this reason once appeals of it were granted; nil when it may (decision 0026).
/// Whoever granted an appeal has judged its ground: it does not count again. After the town's word, the last there is,
/// the village refuses no more, since no appeal would be left. Misconduct is handed over sealed all the same: that takes
/// nothing from the reporter.
/// - Parameters:
///   - earlier: the reason of the refusal before.
///   - granted: which of its appeals were granted: 1, 2.
package func refusalAfterAppeal(for reason: ScopeReason, earlier: ScopeReason?, granted: Set<Int>) -> Refusal? {
  if reason == .discipline { return nil }
  if granted.contains(where: { decider(ofAppeal: $0 + 1) == nil }) {
    return Refusal(
      rule: "refusalAfterTown",
      reason: Text(
        zh: "镇里已经认定申诉成立，村里不能再不予纳入。",
        en: "The town has granted the appeal; the village may not refuse it again."),
      wayOut: Text(
        zh: "请分流办理；有不清楚的，请找作出决定的镇里同志。",
        en: "Please triage it; where something is unclear, ask whoever decided it at the town."))
  }
  guard !granted.isEmpty, reason == earlier else { return nil }
  return Refusal(
    rule: "refusalAfterAppeal",
    reason: Text(
      zh: "申诉成立了，不能用同一个理由再不予纳入。",
      en: "The appeal was granted; the same reason cannot be used again."),
    wayOut: Text(
      zh: "请分流办理；有不清楚的，请找决定申诉的同志。",
      en: "Please triage it; where something is unclear, ask whoever decided the appeal."))
}

/// Why the village may not withdraw a concern for its reporter; nil when it may. After the town's word the reporter alone
/// does (decision 0026).
package func withdrawalForReporterRefusal(granted: Set<Int>) -> Refusal? {
  guard granted.contains(where: { decider(ofAppeal: $0 + 1) == nil }) else { return nil }
  return Refusal(
    rule: "withdrawalAfterTown",
    reason: Text(
      zh: "镇里已经认定申诉成立，不能由村里代反映人撤回。",
      en: "The town has granted the appeal; the village does not withdraw it for the reporter."),
    wayOut: Text(
      zh: "请反映人在自己的进度页撤回；不撤回的，请分流办理。",
      en: "The reporter can withdraw it on the tracking page; otherwise please triage it."))
}
