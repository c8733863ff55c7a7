import Governance
import Testing
import Values

struct ChildRuleTests {
  enum Answer { case proceed, consent, police }

  /// rules.md, case 50.
  @Test(arguments: [
    (Int?.some(12), false, Urgency.normal, false, Answer.consent), (12, true, .normal, false, .proceed),
    (13, false, .normal, false, .consent), (14, false, .normal, false, .proceed),
    (nil, false, .normal, false, .proceed),
    (12, false, .soon, false, .consent), (12, false, .danger, false, .proceed), (12, false, .life, false, .proceed),
    (12, false, .normal, true, .police), (12, true, .danger, true, .police), (17, false, .danger, true, .police),
    (18, false, .danger, true, .proceed), (nil, false, .danger, true, .police),
  ])
  func intake(age: Int?, consent: Bool, urgency: Urgency, harm: Bool, expected: Answer) {
    let found: Answer =
      switch intakeGuard(age: age, hasParentConsent: consent, urgency: urgency, isHarm: harm) {
      case .proceed: .proceed
      case .needsConsent: .consent
      case .policePath: .police
      }
    #expect(found == expected)
  }

  @Test func theRefusalNamesTheNumber() {
    guard
      case .needsConsent(let refusal) = intakeGuard(age: 12, hasParentConsent: false, urgency: .normal, isHarm: false)
    else {
      Issue.record("no refusal")
      return
    }
    #expect(refusal.rule == "childWithoutConsent")
    #expect(refusal.wayOut.zh.contains("110"))
  }
}
