import Values

/// Where a concern stands. The allowed steps are in `Steps.swift`.
package enum ConcernState: String, Sendable, Codable, CaseIterable {
  case received
  /// It belongs to a matter (or, split, to several); how it goes on is the matter's state.
  case triaged
  case notTakenUp, appealed, withdrawn
  /// Handed to discipline inspection; only the town's discipline reader sees it (codebook §2).
  case sealed
  /// Sealed, then withdrawn by its reporter: it stays sealed, and its reader sees both.
  case sealedWithdrawn

  /// The word on office pages.
  package var name: Text {
    switch self {
    case .received: Text(zh: "已收到", en: "Received")
    case .triaged: Text(zh: "已分流", en: "Triaged")
    case .notTakenUp: Text(zh: "不予纳入", en: "Not taken up")
    case .appealed: Text(zh: "申诉中", en: "Under appeal")
    case .withdrawn: Text(zh: "已撤回", en: "Withdrawn")
    case .sealed: Text(zh: "已密封转交", en: "Handed over sealed")
    case .sealedWithdrawn: Text(zh: "已密封转交，已撤回", en: "Handed over sealed, withdrawn")
    }
  }

  /// What the reporter reads on the tracking page.
  package var plain: Text {
    switch self {
    case .received: Text(zh: "我们已收到，还没有分流。", en: "We have received it and have not sorted it yet.")
    case .triaged: Text(zh: "已经分清由谁负责。", en: "It is settled who is responsible.")
    case .notTakenUp:
      Text(
        zh: "这件事我们这里不能办，原因写在下面。不同意可以申诉。",
        en: "We cannot take this up; the reason is below. You may appeal.")
    case .appealed:
      Text(zh: "您的申诉已收到，由另一位工作人员重新看。", en: "We have your appeal; another person is looking at it again.")
    case .withdrawn: Text(zh: "您已撤回。想继续办，可以再告诉我们。", en: "You withdrew it. You may come back to it.")
    case .sealed:
      Text(
        zh: "已密封转交有权处理的部门，村里的人看不到。",
        en: "It was handed over sealed to the office in charge; nobody in the village can see it.")
    case .sealedWithdrawn:
      Text(
        zh: "您已撤回。收到它的部门仍看得到您写的和已撤回这一点，村里的人始终看不到。",
        en:
          "You withdrew it. The office that has it still sees your words and that you withdrew them; the village never "
          + "does.")
    }
  }
}
