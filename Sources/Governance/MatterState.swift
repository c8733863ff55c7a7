import Values

/// Where a matter stands. The allowed steps are in `Steps.swift`.
package enum MatterState: String, Sendable, Codable, CaseIterable {
  /// Its class and who is responsible are not confirmed yet.
  case pending
  case inProgress
  /// Community matters only.
  case awaitingDeliberation, inPublication
  case answered, closed
  /// Merged into another matter, to which it points.
  case merged

  /// Still to be dealt with: neither closed nor merged into another.
  package var isOpen: Bool { self != .closed && self != .merged }

  /// The states a matter of the class can be in.
  package static func states(of matterClass: MatterClass) -> Set<MatterState> {
    let all = Set(allCases)
    return matterClass == .community ? all : all.subtracting([.awaitingDeliberation, .inPublication])
  }

  /// The word on office pages.
  package var name: Text {
    switch self {
    case .pending: Text(zh: "待分流", en: "To be triaged")
    case .inProgress: Text(zh: "办理中", en: "In progress")
    case .awaitingDeliberation: Text(zh: "待协商", en: "Awaiting deliberation")
    case .inPublication: Text(zh: "公示中", en: "In publication")
    case .answered: Text(zh: "已答复", en: "Answered")
    case .closed: Text(zh: "已办结", en: "Closed")
    case .merged: Text(zh: "已合并", en: "Merged")
    }
  }

  /// What a resident reads.
  package var plain: Text {
    switch self {
    case .pending: Text(zh: "我们已收到，还没有分流。", en: "We have received it and have not sorted it yet.")
    case .inProgress: Text(zh: "正在办。有进展会写在这里。", en: "It is being dealt with. Progress will appear here.")
    case .awaitingDeliberation: Text(zh: "等大家一起商量。", en: "It waits for people to talk it over together.")
    case .inPublication:
      Text(zh: "商量的结果正在公示，有不同意见请提出来。", en: "The result is published now; say so if you object.")
    case .answered: Text(zh: "已经答复您。", en: "You have been answered.")
    case .closed: Text(zh: "已经办完。没办好可以要求重新办理。", en: "It is done. If it is not, you may ask to reopen it.")
    case .merged: Text(zh: "和同一件事合在一起办。", en: "It is dealt with together with the same matter.")
    }
  }
}
