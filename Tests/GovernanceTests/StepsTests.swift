import Governance
import Testing
import Values

struct ConcernStepsTests {
  @Test func everyStateIsReachedAndNoStepLeadsNowhere() {
    var (reached, waiting): (Set<ConcernState>, [ConcernState]) = ([.received], [.received])
    while let state = waiting.popLast() {
      for step in steps(in: state) {
        guard let next = step.transitions[state], reached.insert(next).inserted else { continue }
        waiting.append(next)
      }
    }
    #expect(reached == Set(ConcernState.allCases))
    #expect(ConcernStep.allCases.allSatisfy { !$0.transitions.isEmpty })
  }

  @Test(arguments: [
    (ConcernStep.triage, ConcernState.received, ConcernState?.some(.triaged)),
    (.triage, .triaged, nil), (.triage, .notTakenUp, nil), (.triage, .sealed, nil), (.triage, .withdrawn, nil),
    (.refuse, .received, .notTakenUp), (.refuse, .triaged, nil),
    (.appeal, .notTakenUp, .appealed), (.appeal, .received, nil), (.appeal, .appealed, nil),
    (.upholdRefusal, .appealed, .notTakenUp), (.upholdRefusal, .notTakenUp, nil),
    (.grantAppeal, .appealed, .received), (.grantAppeal, .received, nil),
    (.withdraw, .received, .withdrawn), (.withdraw, .triaged, .withdrawn), (.withdraw, .withdrawn, nil),
    (.withdraw, .sealed, .sealedWithdrawn), (.withdraw, .sealedWithdrawn, nil), (.reopen, .sealedWithdrawn, nil),
    (.addInformation, .sealedWithdrawn, nil),
    (.reopen, .withdrawn, .received), (.reopen, .notTakenUp, .received), (.reopen, .received, nil),
    (.split, .received, .triaged), (.split, .triaged, .triaged), (.split, .notTakenUp, nil),
    (.correct, .received, .received), (.correct, .withdrawn, nil),
    (.addInformation, .sealed, .sealed), (.addInformation, .withdrawn, nil),
    (.undoGrouping, .triaged, .received), (.undoGrouping, .received, nil), (.undoGrouping, .withdrawn, nil),
    (.undoGrouping, .sealed, nil), (.undoGrouping, .notTakenUp, nil),
    (.transferSealed, .received, .sealed), (.transferSealed, .triaged, .sealed), (.transferSealed, .sealed, nil),
  ])
  func step(_ step: ConcernStep, from state: ConcernState, to expected: ConcernState?) {
    #expect((try? Governance.state(after: step, in: state)) == expected)
    #expect((refusal(of: step, in: state) == nil) == (expected != nil))
  }

  @Test func aSealedConcernNeverComesBackToTheVillage() {
    var (reached, waiting): (Set<ConcernState>, [ConcernState]) = ([.sealed], [.sealed])
    while let state = waiting.popLast() {
      for step in steps(in: state) {
        guard let next = step.transitions[state], reached.insert(next).inserted else { continue }
        waiting.append(next)
      }
    }
    #expect(reached == [.sealed, .sealedWithdrawn])
  }

  @Test func aRefusalSaysWhatIsPossible() throws {
    let found = try #require(refusal(of: .appeal, in: .received))
    #expect(found.rule == "concernStep")
    #expect(found.reason.zh.contains("已收到"))
    #expect(found.wayOut.zh.contains("分流"))
  }
}

struct MatterStepsTests {
  @Test(arguments: MatterClass.allCases)
  func everyStateIsReachedAndNoStepLeadsOutside(_ matterClass: MatterClass) throws {
    var (reached, waiting): (Set<MatterState>, [MatterState]) = ([.pending], [.pending])
    while let state = waiting.popLast() {
      for step in steps(in: state, of: matterClass) {
        let next = try Governance.state(after: step, in: state, class: matterClass)
        if reached.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(reached == MatterState.states(of: matterClass))
    for step in MatterStep.allCases {
      let transitions = step.transitions(of: matterClass)
      #expect(MatterState.states(of: matterClass).isSuperset(of: transitions.keys))
    }
  }

  /// From any state a matter can still come to its close.
  @Test(arguments: MatterClass.allCases) func everyStateLeadsToTheClose(_ matterClass: MatterClass) {
    for start in MatterState.states(of: matterClass) {
      var (reached, waiting): (Set<MatterState>, [MatterState]) = ([start], [start])
      while let state = waiting.popLast() {
        for step in steps(in: state, of: matterClass) where step != .closeWithdrawn {
          guard let next = step.transitions(of: matterClass)[state], reached.insert(next).inserted else { continue }
          waiting.append(next)
        }
      }
      #expect(reached.contains(.closed), "\(start)")
    }
  }

  @Test(arguments: [
    (MatterStep.confirm, MatterState.pending, MatterClass.government, MatterState?.some(.inProgress)),
    (.confirm, .inProgress, .government, nil),
    (.recordProgress, .pending, .government, nil), (.recordProgress, .inProgress, .government, .inProgress),
    (.recordProgress, .closed, .government, nil),
    (.answer, .inProgress, .government, .answered), (.answer, .pending, .personal, nil),
    (.answer, .inPublication, .community, nil), (.answer, .awaitingDeliberation, .community, .answered),
    (.close, .answered, .government, .closed), (.close, .inProgress, .government, nil),
    (.close, .inProgress, .personal, nil), (.close, .answered, .personal, .closed),
    (.close, .inProgress, .community, .closed), (.close, .inPublication, .community, nil),
    (.closeWithdrawn, .pending, .personal, .closed), (.closeWithdrawn, .closed, .personal, nil),
    (.reopen, .closed, .government, .inProgress), (.reopen, .answered, .government, .inProgress),
    (.reopen, .merged, .government, nil),
    (.reclassify, .pending, .community, .pending), (.reclassify, .awaitingDeliberation, .community, .inProgress),
    (.reclassify, .closed, .community, nil), (.reclassify, .merged, .community, nil),
    (.merge, .closed, .community, .merged), (.merge, .merged, .community, nil),
    (.startDeliberation, .inProgress, .community, .awaitingDeliberation),
    (.startDeliberation, .inProgress, .government, nil), (.startDeliberation, .inProgress, .personal, nil),
    (.startPublication, .awaitingDeliberation, .community, .inPublication),
    (.startPublication, .pending, .community, nil), (.startPublication, .inProgress, .government, nil),
    (.carryOut, .inPublication, .community, .inProgress), (.carryOut, .inProgress, .community, nil),
  ])
  func step(_ step: MatterStep, from state: MatterState, class matterClass: MatterClass, to expected: MatterState?) {
    #expect((try? Governance.state(after: step, in: state, class: matterClass)) == expected)
    #expect((refusal(of: step, in: state, class: matterClass) == nil) == (expected != nil))
  }

  @Test(arguments: [
    (MatterState.answered, MatterClass.government, MatterState.answered),
    (.closed, .government, .closed), (.pending, .personal, .pending),
    (.awaitingDeliberation, .community, .awaitingDeliberation),
    // The state is none of the class, or not known.
    (.awaitingDeliberation, .government, .inProgress), (.merged, .government, .inProgress),
  ])
  func undoingAMerge(before: MatterState, class matterClass: MatterClass, expected: MatterState) throws {
    #expect(try state(after: .undoMerge, in: .merged, class: matterClass, before: before) == expected)
    #expect(refusal(of: .undoMerge, in: before == .merged ? .pending : before, class: matterClass) != nil)
  }

  @Test func aStepOfAnotherClassSaysSo() throws {
    let found = try #require(refusal(of: .startPublication, in: .inProgress, class: .government))
    #expect(found.reason.zh == "大事没有「开始公示」这一步。")
    #expect(found.wayOut.en.contains("Answer"))
  }

  @Test(arguments: [
    // Closed Mon 2026-03-02: the 15th working day after is Mon 03-23.
    ("2026-03-02", "2026-03-02", 15, true), ("2026-03-02", "2026-03-23", 15, true),
    ("2026-03-02", "2026-03-24", 15, false), ("2026-03-02", "2026-03-03", 0, false),
    ("2026-09-30", "2026-10-07", 1, true), ("2026-09-30", "2026-10-08", 1, true),
    ("2026-09-30", "2026-10-09", 1, false),
  ])
  func reopening(closed: String, today: String, limit: Int, isAllowed: Bool) {
    let refusal = reopenRefusal(closed: day(closed), today: day(today), calendar: calendar, limit: limit)
    #expect((refusal == nil) == isAllowed)
  }

  @Test func wordsAreDistinctAndPlain() {
    #expect(Set(MatterState.allCases.map(\.name)).count == MatterState.allCases.count)
    #expect(Set(MatterState.allCases.map(\.plain)).count == MatterState.allCases.count)
    #expect(Set(MatterStep.allCases.map(\.name)).count == MatterStep.allCases.count)
    #expect(Set(ConcernState.allCases.map(\.name)).count == ConcernState.allCases.count)
    #expect(Set(ConcernState.allCases.map(\.plain)).count == ConcernState.allCases.count)
    #expect(Set(ConcernStep.allCases.map(\.name)).count == ConcernStep.allCases.count)
  }
}

struct AppealTests {
  @Test(arguments: [(1, Capability?.some(.decideAppeal)), (2, .decideSecondAppeal), (3, nil), (0, nil)])
  func decider(number: Int, expected: Capability?) { #expect(Governance.decider(ofAppeal: number) == expected) }

  @Test func atMostTwo() {
    #expect(appealRefusal(earlier: 0) == nil)
    #expect(appealRefusal(earlier: 1) == nil)
    #expect(appealRefusal(earlier: 2)?.rule == "appealsUsedUp")
  }

  @Test func theRefuserDoesNotDecide() {
    let (refuser, other) = (ID<Capability>(1), ID<Capability>(2))
    #expect(appealRefusal(decidedBefore: [refuser], decider: refuser)?.rule == "appealBySamePerson")
    #expect(appealRefusal(decidedBefore: [refuser], decider: other) == nil)
  }

  @Test(
    arguments: [
      (.noContent, nil, [], nil),
      (.noContent, .noContent, [], nil),
      (.noContent, .noContent, [1], "refusalAfterAppeal"), (.advertising, .noContent, [1], nil),
      (.noContent, .noContent, [2], "refusalAfterTown"), (.advertising, .noContent, [2], "refusalAfterTown"),
      (.advertising, .noContent, [1, 2], "refusalAfterTown"), (.stateSecret, .noContent, [2], "refusalAfterTown"),
      (.discipline, .noContent, [1], nil), (.discipline, .discipline, [2], nil),
    ] as [(ScopeReason, ScopeReason?, Set<Int>, String?)])
  func whatWasGrantedIsNotRefusedAgain(reason: ScopeReason, earlier: ScopeReason?, granted: Set<Int>, rule: String?) {
    let refusal = refusalAfterAppeal(for: reason, earlier: earlier, granted: granted)
    #expect(refusal?.rule == rule)
    #expect(refusal.map { $0.wayOut.zh.contains("分流") && $0.wayOut.en.contains("triage") } ?? true)
  }
}
