import Values

extension OrderStep {
  /// The verb on the button.
  package var name: Text {
    switch self {
    case .handOver: Text(zh: "交办", en: "Hand over")
    case .accept: Text(zh: "签收", en: "Accept")
    case .returnOnce: Text(zh: "退回", en: "Return")
    case .returnAgain: Text(zh: "再次退回，请镇里裁定", en: "Return again, for the town to decide")
    case .decideDispute: Text(zh: "裁定由谁办", en: "Decide whose it is")
    case .passUp: Text(zh: "上报", en: "Pass up")
    case .passDown: Text(zh: "下派", en: "Pass down")
    case .takeBack: Text(zh: "收回", en: "Take back")
    case .answerOnSpot: Text(zh: "当场办结", en: "Answer on the spot")
    case .askReporter: Text(zh: "请反映人补充", en: "Ask the reporter")
    case .reporterReplied: Text(zh: "反映人已补充", en: "The reporter replied")
    case .askingEnds: Text(zh: "补充时间已到", en: "The time to reply is over")
    case .callCoHandlers: Text(zh: "请协办单位", en: "Call in co-handlers")
    case .coHandlersDone: Text(zh: "协办完成", en: "Co-handlers are done")
    case .recordProgress: Text(zh: "记录进展", en: "Record progress")
    case .askExtension: Text(zh: "申请延期", en: "Ask for an extension")
    case .approveExtension: Text(zh: "批准延期", en: "Approve the extension")
    case .refuseExtension: Text(zh: "不批准延期", en: "Refuse the extension")
    case .freeze: Text(zh: "暂停办理", en: "Freeze")
    case .unfreeze: Text(zh: "恢复办理", en: "Go on")
    case .answer: Text(zh: "答复", en: "Answer")
    case .close: Text(zh: "办结", en: "Close")
    case .closeWithdrawn: Text(zh: "因撤回办结", en: "Close as withdrawn")
    case .rate: Text(zh: "评价", en: "Rate")
    case .reopen: Text(zh: "没解决，重新办", en: "Not solved: reopen")
    case .reopenAbove: Text(zh: "还没解决，交上一级办", en: "Still not solved: to the office above")
    case .urge: Text(zh: "催办", en: "Urge")
    case .supervise: Text(zh: "督办", en: "Supervise")
    case .answerSupervision: Text(zh: "答复督办", en: "Answer the supervision")
    case .reassign: Text(zh: "改派", en: "Re-assign")
    case .holidaysChanged: Text(zh: "放假安排改了", en: "The holidays changed")
    case .acceptanceOver: Text(zh: "签收期限已过", en: "The time to accept is over")
    case .answerStands: Text(zh: "答复后没有人说没解决，到时办结", en: "Nobody objected to the answer: closed by time")
    case .reportersWithdrew: Text(zh: "反映人都撤回了", en: "All reporters withdrew")
    }
  }
}
