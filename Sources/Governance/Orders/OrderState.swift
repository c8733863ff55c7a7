import Values

/// Where a work order (工单) stands. Who may do what next is in `OrderMoves.swift`.
package enum OrderState: String, Sendable, Codable, CaseIterable {
  /// Handed to an office that has not accepted it yet.
  case handedOver
  /// Sent back once: whoever handed it over finds another office.
  case returned
  /// Sent back twice: the town office decides, and its decision is final.
  case disputed
  case accepted
  case askingReporter, awaitingCoHandlers, extensionAsked, frozen
  case answered, closed
  /// Not solved: the same office takes it up again.
  case reopened
  /// Recalled by those who handed it over, or without object since its matter was merged or withdrawn.
  case takenBack

  /// Somebody still has to do something.
  package var isOpen: Bool { self != .closed && self != .takenBack }

  /// An office has accepted it and works on it.
  package static let working: Set<OrderState> = [
    .accepted, .askingReporter, .awaitingCoHandlers, .extensionAsked, .frozen,
  ]

  /// Nobody has accepted it yet.
  package static let waiting: Set<OrderState> = [.handedOver, .returned, .disputed]

  /// How its matter stands.
  package var matterState: MatterState {
    switch self {
    case .answered: .answered
    case .closed: .closed
    default: .inProgress
    }
  }

  /// The word on office pages.
  package var name: Text {
    switch self {
    case .handedOver: Text(zh: "待签收", en: "Handed over")
    case .returned: Text(zh: "已退回", en: "Returned")
    case .disputed: Text(zh: "待镇里裁定", en: "For the town to decide")
    case .accepted: Text(zh: "办理中", en: "Accepted")
    case .askingReporter: Text(zh: "待反映人补充", en: "Asking the reporter")
    case .awaitingCoHandlers: Text(zh: "待协办", en: "Waiting for co-handlers")
    case .extensionAsked: Text(zh: "延期待批", en: "Extension asked for")
    case .frozen: Text(zh: "已暂停", en: "Frozen")
    case .answered: Text(zh: "已答复", en: "Answered")
    case .closed: Text(zh: "已办结", en: "Closed")
    case .reopened: Text(zh: "重新办理", en: "Reopened")
    case .takenBack: Text(zh: "已收回", en: "Taken back")
    }
  }

  /// What the reporter reads on the tracking page.
  package var plain: Text {
    switch self {
    case .handedOver: Text(zh: "已交给负责的单位，等他们接手。", en: "It went to the office in charge, which has yet to accept it.")
    case .returned:
      Text(zh: "那个单位说不归他们管，我们正在另找单位。", en: "That office says it is not theirs; we are finding the right one.")
    case .disputed: Text(zh: "归谁管还没定，镇里马上定下来。", en: "Whose it is, the town decides shortly.")
    case .accepted: Text(zh: "负责的单位已接手，正在办。", en: "The office in charge has accepted it and works on it.")
    case .askingReporter: Text(zh: "有个问题要请您补充，问题写在下面。", en: "There is a question for you; it is written below.")
    case .awaitingCoHandlers: Text(zh: "正在和别的单位一起办。", en: "Other offices are helping with it.")
    case .extensionAsked: Text(zh: "办的单位说需要多一点时间，正等负责人定。", en: "The office asked for more time; its head decides.")
    case .frozen: Text(zh: "暂时停下来，原因写在下面。", en: "It stands still for now; the reason is below.")
    case .answered: Text(zh: "已经答复您，答复写在下面。", en: "You have been answered; the answer is below.")
    case .closed: Text(zh: "办完了。请告诉我们办得好不好。", en: "It is done. Please tell us how well.")
    case .reopened: Text(zh: "您说没解决，原来的单位重新办。", en: "You said it is not solved; the same office takes it up again.")
    case .takenBack: Text(zh: "这件事我们收回来重新安排。", en: "We took it back to arrange it anew.")
    }
  }
}

/// Who answers the reporter's questions now (首接负责): whoever received the concern first, until an office has accepted it.
package func answersQuestions(in state: OrderState) -> OrderActor {
  OrderState.waiting.contains(state) || state == .takenBack ? .firstReceiver : .office
}
