import Governance
import Testing
import Values

private func matter(
  _ id: Int64, village: Int64 = 11, class matterClass: MatterClass = .government, leaf: String = "GM0902",
  state: MatterState = .inProgress, closed: String? = nil, whistle: Bool = false
) -> MergeCandidate {
  MergeCandidate(
    id: id, village: village, matterClass: matterClass, leaf: leaf, state: state, closed: closed.map(day),
    isWhistleBlowing: whistle)
}

struct MergeRuleTests {
  private func rule(_ matters: [MergeCandidate], on today: String = "2026-03-23") -> String? {
    mergeRefusal(of: matters, on: day(today), calendar: calendar, limit: 15)?.rule
  }

  @Test func twoOfOneVillageAndClassMerge() {
    #expect(rule([matter(1), matter(2)]) == nil)
    #expect(rule([matter(1), matter(2, leaf: "GM0907"), matter(3)]) == nil)
    #expect(rule([matter(1, class: .personal, leaf: "PM0301"), matter(2, class: .personal, leaf: "PM0301")]) == nil)
  }

  @Test func oneAloneOrTwiceDoesNot() {
    #expect(rule([]) == "mergeWithItself")
    #expect(rule([matter(1)]) == "mergeWithItself")
    #expect(rule([matter(1), matter(2), matter(1)]) == "mergeWithItself")
  }

  @Test func acrossVillagesOrClassesDoesNot() {
    #expect(rule([matter(1), matter(2, village: 12)]) == "mergeAcrossVillages")
    #expect(rule([matter(1), matter(2, class: .community, leaf: "CM0302")]) == "mergeAcrossClasses")
  }

  @Test(
    arguments: [
      ("GM0402", "mergePersonalBenefit"), ("GM0701", "mergePersonalBenefit"), ("GM0702", "mergePersonalBenefit"),
      ("GM0703", "mergePersonalBenefit"), ("GM0705", "mergePersonalBenefit"), ("GM0802", "mergePersonalBenefit"),
      ("GM0505", "mergeProtected"), ("GM1002", "mergeProtected"), ("GM0401", nil), ("GM0801", nil), ("GM0506", nil),
    ] as [(String, String?)])
  func leaves(leaf: String, expected: String?) {
    #expect(rule([matter(1, leaf: leaf), matter(2, leaf: leaf)]) == expected)
    #expect(rule([matter(1), matter(2, leaf: leaf)]) == expected)
  }

  @Test func whistleBlowingDoesNot() {
    #expect(rule([matter(1), matter(2, leaf: "GM1001", whistle: true)]) == "mergeProtected")
    #expect(rule([matter(1), matter(2, leaf: "GM1001")]) == nil)
  }

  /// Closed Mon 2026-03-02: 03-23 is the 15th working day after.
  @Test func closedMattersForFifteenWorkingDays() {
    let matters = [matter(1), matter(2, state: .closed, closed: "2026-03-02")]
    #expect(rule(matters, on: "2026-03-23") == nil)
    #expect(rule(matters, on: "2026-03-24") == "mergeLongClosed")
    #expect(rule([matter(1), matter(2, state: .closed)]) == "mergeLongClosed")
    #expect(rule([matter(1), matter(2, state: .merged)]) == "mergeAlreadyMerged")
  }

  @Test func joinedTakesEarliestHighestShortest() throws {
    let members = [
      MergeMember(openedAt: moment("2026-03-03 10:00"), urgency: .danger, due: moment("2026-03-20 10:00")),
      MergeMember(openedAt: moment("2026-03-02 10:00"), urgency: .normal, due: nil),
      MergeMember(openedAt: moment("2026-03-04 10:00"), urgency: .soon, due: moment("2026-03-10 10:00")),
    ]
    for order in [members, members.reversed()] {
      let view = try #require(joined(order))
      #expect(view.openedAt == moment("2026-03-02 10:00"))
      #expect(view.urgency == .danger)
      #expect(view.due == moment("2026-03-10 10:00"))
    }
    #expect(joined([]) == nil)
    #expect(joined([members[1]]) == members[1])
  }
}

struct JoinableLeafTests {
  @Test(arguments: [
    ("GM0902", MatterClass.government, true, false), ("GM0905", .government, true, false),
    ("CM0302", .community, true, false), ("GM0803", .government, true, false), ("GM0704", .government, true, false),
    ("GM0701", .government, false, true), ("GM0505", .government, false, true), ("GM0706", .government, false, true),
    ("GM0603", .government, false, true), ("GM0802", .government, false, true), ("GM1002", .government, false, true),
    ("PM0201", .personal, false, true), ("PM0301", .personal, false, true), ("", .government, false, true),
  ])
  func leaf(_ leaf: String, class matterClass: MatterClass, joinable: Bool, countOnly: Bool) {
    #expect(isJoinable(leaf: leaf) == joinable)
    #expect(isCountOnly(leaf: leaf, class: matterClass) == countOnly)
  }

  @Test func aPrivateMatterIsACountWhateverItsLeaf() {
    #expect(isCountOnly(leaf: "GM0902", class: .personal))
  }

  @Test func whatIsNeverMergedIsNeverSuggested() {
    #expect(personalBenefitLeaves.union(protectedLeaves).allSatisfy { !isJoinable(leaf: $0) })
  }

  @Test(arguments: [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (1200, "1200"), (-1, "0")])
  func smallCounts(count: Int, expected: String) { #expect(publicCount(count) == expected) }
}
