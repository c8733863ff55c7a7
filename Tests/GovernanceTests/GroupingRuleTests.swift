import Governance
import Testing
import Values

struct GroupingRuleTests {
  @Test(arguments: [
    (Urgency.normal, false, false, true, GroupDoubt?.none), (.soon, false, false, true, nil),
    (.normal, false, false, false, .unsure), (.normal, false, true, true, .several),
    (.normal, true, true, true, .outOfScope), (.danger, true, true, false, .urgent),
    (.life, false, false, true, .urgent),
  ])
  func onlyWhatIsSureIsConfirmedUnseen(
    _ urgency: Urgency, outOfScope: Bool, several: Bool, sure: Bool, expected: GroupDoubt?
  ) {
    let facts = GroupFacts(urgency: urgency, isOutOfScope: outOfScope, holdsSeveral: several, isSure: sure)
    #expect(facts.doubt == expected)
  }

  @Test(arguments: ["GM0402", "GM0505", "GM1001", "GM1002"]) func whatIsPersonalOrProtectedStaysAlone(leaf: String) {
    #expect(staysAlone(leaf: leaf))
    #expect(!staysAlone(leaf: "CM0302"))
  }

  @Test(arguments: [
    (true, true, MatterState.inProgress, 0, String?.none), (true, false, .inProgress, 0, "groupWorkedOn"),
    (false, false, .inProgress, 0, nil), (false, true, .answered, 0, "groupAnswered"),
    (false, false, .closed, 0, "groupAnswered"), (true, true, .inProgress, 1, "groupConcernsMoved"),
    (false, false, .awaitingDeliberation, 2, "groupConcernsMoved"),
  ])
  func undoing(isMade: Bool, isUntouched: Bool, state: MatterState, moved: Int, rule: String?) {
    let matter = GroupedMatter(number: "清河村-2026-0001", isMade: isMade, isUntouched: isUntouched, state: state)
    let refusal = undoGroupingRefusal(of: matter, moved: Array(repeating: "12345678", count: moved))
    #expect(refusal?.rule == rule)
    if let refusal { #expect(!refusal.wayOut.zh.isEmpty && refusal.reason.zh != refusal.reason.en) }
  }

  @Test func aConcernGoesBackOnlyFromTriaged() {
    for state in ConcernState.allCases {
      #expect(ConcernStep.undoGrouping.transitions[state] == (state == .triaged ? .received : nil))
    }
  }
}
