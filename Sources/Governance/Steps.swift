import Values

/// What can happen to a concern.
package enum ConcernStep: String, Sendable, Codable, CaseIterable {
  case triage, refuse, appeal, upholdRefusal
  /// Back to triage with its first date.
  case grantAppeal
  case withdraw, reopen
  /// Into several matters, each with its sentences.
  case split
  case correct, addInformation, transferSealed
  /// Back to waiting with its first date: only where `undoGroupingRefusal` has nothing against it.
  case undoGrouping
}

/// What can happen to a matter.
package enum MatterStep: String, Sendable, Codable, CaseIterable {
  /// Class, category, responsible body and basis are confirmed by a person.
  case confirm
  case recordProgress, answer, close
  /// Every reporter withdrew: nobody is left to be answered.
  case closeWithdrawn
  /// Within the limit only: `reopenRefusal`.
  case reopen
  case reclassify
  /// Into another matter; the kept one takes no step.
  case merge
  case undoMerge
  /// Community matters only.
  case startDeliberation, startPublication, carryOut

  /// Whether the step is taken on the work order alone while the matter is handed over.
  package var isHeldByOrder: Bool { [.answer, .close, .closeWithdrawn, .reopen, .reclassify].contains(self) }
}

// The table: each step, the states from which it may be taken, and the state it leads to.

extension ConcernStep {
  /// State before → state after.
  package var transitions: [ConcernState: ConcernState] {
    switch self {
    case .triage: [.received: .triaged]
    case .split: [.received: .triaged, .triaged: .triaged]
    case .refuse: [.received: .notTakenUp]
    case .appeal: [.notTakenUp: .appealed]
    case .upholdRefusal: [.appealed: .notTakenUp]
    case .grantAppeal: [.appealed: .received]
    case .withdraw:
      [.received: .withdrawn, .triaged: .withdrawn, .appealed: .withdrawn, .sealed: .sealedWithdrawn]
    case .reopen: [.notTakenUp: .received, .withdrawn: .received]
    case .correct: staying(in: [.received, .triaged, .notTakenUp, .appealed, .sealed])
    case .addInformation: staying(in: [.received, .triaged, .notTakenUp, .appealed, .sealed])
    case .transferSealed: leading([.received, .triaged, .notTakenUp, .appealed], to: .sealed)
    case .undoGrouping: [.triaged: .received]
    }
  }
}

extension MatterStep {
  /// State before → state after, for a matter of the class; empty when the class has no such step.
  /// `undoMerge` leads back to the state before the merge, `inProgress` only where that is not known.
  package func transitions(of matterClass: MatterClass) -> [MatterState: MatterState] {
    let isCommunity = matterClass == .community
    let talking: Set<MatterState> = isCommunity ? [.awaitingDeliberation, .inPublication] : []
    let working = talking.union([.inProgress, .answered])
    switch self {
    case .confirm: return [.pending: .inProgress]
    case .recordProgress: return staying(in: working)
    case .answer: return leading(working.subtracting([.inPublication]), to: .answered)
    case .close: return leading(isCommunity ? [.inProgress, .answered] : [.answered], to: .closed)
    case .closeWithdrawn: return leading(working.union([.pending]), to: .closed)
    case .reopen: return [.closed: .inProgress, .answered: .inProgress]
    case .reclassify: return leading(working, to: .inProgress).merging([.pending: .pending]) { old, _ in old }
    case .merge: return leading(working.union([.pending, .closed]), to: .merged)
    case .undoMerge: return [.merged: .inProgress]
    case .startDeliberation:
      return isCommunity ? leading([.inProgress, .inPublication], to: .awaitingDeliberation) : [:]
    case .startPublication:
      return isCommunity ? leading([.inProgress, .awaitingDeliberation], to: .inPublication) : [:]
    case .carryOut: return leading(talking, to: .inProgress)
    }
  }
}

private func leading<State: Hashable>(_ from: Set<State>, to state: State) -> [State: State] {
  Dictionary(from.map { ($0, state) }) { first, _ in first }
}

private func staying<State: Hashable>(in states: Set<State>) -> [State: State] {
  Dictionary(states.map { ($0, $0) }) { first, _ in first }
}

/// The steps a concern may take now, in the order of the table.
package func steps(in state: ConcernState) -> [ConcernStep] {
  ConcernStep.allCases.filter { $0.transitions[state] != nil }
}

/// The steps a matter may take now, in the order of the table.
package func steps(in state: MatterState, of matterClass: MatterClass) -> [MatterStep] {
  MatterStep.allCases.filter { $0.transitions(of: matterClass)[state] != nil }
}

/// Why the concern may not take the step; nil when it may.
package func refusal(of step: ConcernStep, in state: ConcernState) -> Refusal? {
  guard step.transitions[state] == nil else { return nil }
  return Refusal(
    rule: "concernStep",
    reason: Text(
      zh: "这条诉求「\(state.name.zh)」，现在不能「\(step.name.zh)」。",
      en: "This concern is “\(state.name.en)”; “\(step.name.en)” is not possible now."),
    wayOut: wayOut(by: steps(in: state).map(\.name)))
}

/// Why the matter may not take the step; nil when it may.
package func refusal(of step: MatterStep, in state: MatterState, class matterClass: MatterClass) -> Refusal? {
  let transitions = step.transitions(of: matterClass)
  guard transitions[state] == nil else { return nil }
  let reason =
    transitions.isEmpty
    ? Text(
      zh: "\(matterClass.name.zh)没有「\(step.name.zh)」这一步。",
      en: "“\(step.name.en)” is not a step of a \(matterClass.name.en.lowercased()).")
    : Text(
      zh: "这件事项「\(state.name.zh)」，现在不能「\(step.name.zh)」。",
      en: "This matter is “\(state.name.en)”; “\(step.name.en)” is not possible now.")
  return Refusal(
    rule: "matterStep", reason: reason, wayOut: wayOut(by: steps(in: state, of: matterClass).map(\.name)))
}

private func wayOut(by possible: [Text]) -> Text {
  guard !possible.isEmpty else { return Text(zh: "这里已经没有下一步。", en: "There is no further step from here.") }
  return Text(
    zh: "现在可以：\(possible.map(\.zh).joined(separator: "、"))。",
    en: "Possible now: \(possible.map(\.en).joined(separator: ", ")).")
}

/// The concern's state after the step. Throws the refusal when the step is not allowed.
package func state(after step: ConcernStep, in state: ConcernState) throws(Refusal) -> ConcernState {
  if let refusal = refusal(of: step, in: state) { throw refusal }
  return step.transitions[state] ?? state
}

/// The matter's state after the step. Throws the refusal when the step is not allowed.
/// `before` is the state the matter had, or would have by now, unmerged; only `undoMerge` uses it.
package func state(
  after step: MatterStep, in state: MatterState, class matterClass: MatterClass, before: MatterState? = nil
) throws(Refusal) -> MatterState {
  if let refusal = refusal(of: step, in: state, class: matterClass) { throw refusal }
  if step == .undoMerge, let before, before != .merged, MatterState.states(of: matterClass).contains(before) {
    return before
  }
  return step.transitions(of: matterClass)[state] ?? state
}
