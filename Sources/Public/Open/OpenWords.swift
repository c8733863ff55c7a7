import Governance
import Values
import Web

extension MatterState {
  /// The state for anybody, in a sentence.
  package var publicWords: Text {
    switch self {
    case .pending: Text(zh: "已经收到，正在分清由谁负责。", en: "It has been received; who is responsible is being settled.")
    case .inProgress: Text(zh: "正在办。", en: "It is being dealt with.")
    case .awaitingDeliberation: Text(zh: "等大家一起商量。", en: "It waits for people to talk it over together.")
    case .inPublication: Text(zh: "商量的结果正在公示，有不同意见请提出来。", en: "The result is published now; say so if you object.")
    case .answered: Text(zh: "已经答复，还没有办结。", en: "It has been answered and is not closed yet.")
    case .closed: Text(zh: "已经办结。", en: "It is done.")
    case .merged: Text(zh: "和同一件事合在一起办。", en: "It is dealt with together with the same matter.")
    }
  }

  var publicTone: Tone {
    switch self {
    case .pending, .awaitingDeliberation, .inPublication: .amber
    case .inProgress: .active
    case .answered: .green
    case .closed, .merged: .neutral
    }
  }
}

extension MatterClass {
  /// Who is responsible for a matter of the class, in a sentence.
  var meaning: Text {
    switch self {
    case .government: Text(zh: "政府部门负责办", en: "A government office deals with it")
    case .community: Text(zh: "大家一起商量着办", en: "Residents settle it together")
    case .personal: Text(zh: "自己作主，村里帮忙。只公布件数", en: "People decide for themselves, the village helps. Counts only")
    }
  }
}

extension MatterStep {
  /// What happened, for anybody.
  var publicWords: Text {
    switch self {
    case .answer: Text(zh: "作了答复", en: "Answered")
    case .close, .closeWithdrawn: Text(zh: "办结", en: "Closed")
    case .reopen: Text(zh: "重新办理", en: "Reopened")
    case .startDeliberation: Text(zh: "交给大家商量", en: "Put to people to talk over")
    case .startPublication: Text(zh: "开始公示商量的结果", en: "The result was published")
    case .carryOut: Text(zh: "开始落实", en: "Carrying out began")
    default: name
    }
  }
}

extension Day {
  /// "10月13日 周二", with the year where it is not this one: "2025年10月13日 周一".
  func spoken(in year: Int) -> Text {
    if self.year == year { return spoken }
    return Text(zh: "\(self.year)年\(spoken.zh)", en: "\(spoken.en) \(self.year)")
  }
}
