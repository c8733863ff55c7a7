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
