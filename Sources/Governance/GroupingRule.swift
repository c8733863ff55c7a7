import Values

/// What makes a proposed group of concerns one that a person must look at before it becomes a matter (D5).
package enum GroupDoubt: String, Sendable, Codable, CaseIterable {
  /// U2 or U3: somebody acts on it at once, by itself.
  case urgent
  /// Some of it may not be taken up (codebook §2).
  case outOfScope
  /// Some concern of it looks like several matters (codebook §3).
  case several
  /// The category, or that it is one matter, is not sure enough.
  case unsure

  package var name: Text {
    switch self {
    case .urgent: Text(zh: "有危险，先看", en: "danger: look first")
    case .outOfScope: Text(zh: "可能不予纳入", en: "perhaps not to be taken up")
    case .several: Text(zh: "可能是几件事", en: "perhaps several matters")
    case .unsure: Text(zh: "拿不准，请看一看", en: "not sure: please look")
    }
  }
}

/// What is known of a proposed group.
package struct GroupFacts: Sendable, Hashable {
  /// The highest of its concerns.
  package let urgency: Urgency
  package let isOutOfScope: Bool
  package let holdsSeveral: Bool
  /// Whether the category is likely and, where there are several concerns, all are alike.
  package let isSure: Bool

  package init(urgency: Urgency, isOutOfScope: Bool, holdsSeveral: Bool, isSure: Bool) {
    (self.urgency, self.isOutOfScope, self.holdsSeveral, self.isSure) = (urgency, isOutOfScope, holdsSeveral, isSure)
  }

  /// Why it is not confirmed together with others; nil when it may be. The gravest reason alone.
  package var doubt: GroupDoubt? {
    if urgency >= .danger { return .urgent }
    if isOutOfScope { return .outOfScope }
    if holdsSeveral { return .several }
    return isSure ? nil : .unsure
  }
}

/// Whether concerns of a leaf are never put together with others: a person's own benefit, violence, reports against
/// persons (codebook §7).
package func staysAlone(leaf: String) -> Bool {
  personalBenefitLeaves.contains(leaf) || protectedLeaves.contains(leaf) || leaf == "GM1001"
}

/// How a matter stands to which a confirmed group led, as far as undoing must know.
package struct GroupedMatter: Sendable, Hashable {
  package let number: String
  /// Whether the group made it; else its concerns joined a matter that was there.
  package let isMade: Bool
  /// Whether nothing was written on it since the group was confirmed; only matters for one that was made.
  package let isUntouched: Bool
  package let state: MatterState

  package init(number: String, isMade: Bool, isUntouched: Bool, state: MatterState) {
    (self.number, self.isMade, self.isUntouched, self.state) = (number, isMade, isUntouched, state)
  }
}

/// Why a confirmed group cannot be undone; nil when it can. `moved`: numbers of its concerns that were withdrawn,
/// sealed, split or sorted anew since.
package func undoGroupingRefusal(of matter: GroupedMatter, moved: [String]) -> Refusal? {
  if matter.isMade, !matter.isUntouched { return .groupWorkedOn(matter.number) }
  if !matter.isMade, matter.state == .answered || matter.state == .closed { return .groupAnswered(matter.number) }
  return moved.isEmpty ? nil : .groupConcernsMoved(moved)
}

extension Refusal {
  static func groupWorkedOn(_ number: String) -> Refusal {
    Refusal(
      rule: "groupWorkedOn",
      reason: Text(
        zh: "“\(number)”归并以后又有了新的办理记录，不能再撤销。",
        en: "“\(number)” was worked on after the grouping, so that it cannot be undone."),
      wayOut: Text(
        zh: "请打开这件事项：分错了可以改类，放错的诉求可以再拆出一件。",
        en: "Open the matter: reclassify it, or split off what does not belong to it."))
  }

  static func groupAnswered(_ number: String) -> Refusal {
    Refusal(
      rule: "groupAnswered",
      reason: Text(
        zh: "“\(number)”已经答复或办结，反映人都知道了，不能再撤销。",
        en: "“\(number)” has been answered or closed and its reporters know, so that this cannot be undone."),
      wayOut: Text(
        zh: "放错的诉求，请打开它再拆出一件。", en: "Open the concern that does not belong there and split it off."))
  }

  static func groupConcernsMoved(_ numbers: [String]) -> Refusal {
    let (zh, en) = (numbers.joined(separator: "、"), numbers.joined(separator: ", "))
    return Refusal(
      rule: "groupConcernsMoved",
      reason: Text(
        zh: "诉求 \(zh) 归并以后又变了（撤回、拆分或密封）。", en: "Concern \(en) changed since (withdrawn, split or sealed)."),
      wayOut: Text(zh: "请打开这件事项，逐条处理。", en: "Open the matter and deal with each by itself."))
  }
}
