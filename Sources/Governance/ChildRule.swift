import Values

/// What to do with a concern in which a child's data is entered.
package enum IntakeGuard: Sendable, Hashable {
  case proceed
  /// Ask a parent first.
  case needsConsent(Refusal)
  /// Keep it and tell the police at once; wait for nobody.
  case policePath
}

/// Whether a concern may be entered (rules.md, case 50). Under 14 a parent's consent is needed (PIPL 31), except that
/// harm to a person under 18, or whose age is not known, goes to the police at once (未成年人保护法 11), and danger
/// (U2, U3) waits for no consent (PIPL 13). `age` is in whole years; `isHarm` says that somebody harms the person.
package func intakeGuard(age: Int?, hasParentConsent: Bool, urgency: Urgency, isHarm: Bool) -> IntakeGuard {
  if isHarm, age.map({ $0 < 18 }) ?? true { return .policePath }
  guard let age, age < 14, !hasParentConsent, urgency < .danger else { return .proceed }
  return .needsConsent(
    Refusal(
      rule: "childWithoutConsent",
      reason: Text(
        zh: "孩子不满 14 岁，登记他的信息要先得到父母或监护人同意。",
        en: "The child is under 14: a parent or guardian must agree before the child's data is entered."),
      wayOut: Text(
        zh: "请先问父母并勾选「监护人已同意」，或不写孩子的信息。孩子受到伤害时不用等，马上报警 110。",
        en: "Ask a parent and tick “a guardian agrees”, or leave out the child's data. "
          + "If a child is being harmed do not wait: call 110.")))
}
