import Values

extension ConcernStep {
  /// The verb on the button.
  package var name: Text {
    switch self {
    case .triage: Text(zh: "分流", en: "Triage")
    case .refuse: Text(zh: "不予纳入", en: "Do not take up")
    case .appeal: Text(zh: "申诉", en: "Appeal")
    case .upholdRefusal: Text(zh: "维持不予纳入", en: "Uphold the refusal")
    case .grantAppeal: Text(zh: "申诉成立，重新分流", en: "Grant the appeal")
    case .withdraw: Text(zh: "撤回", en: "Withdraw")
    case .reopen: Text(zh: "重新受理", en: "Take up again")
    case .split: Text(zh: "拆分", en: "Split")
    case .correct: Text(zh: "更正", en: "Correct")
    case .addInformation: Text(zh: "补充情况", en: "Add information")
    case .transferSealed: Text(zh: "密封转交", en: "Hand over sealed")
    case .undoGrouping: Text(zh: "撤销归并", en: "Undo the grouping")
    }
  }
}

extension MatterStep {
  /// The verb on the button.
  package var name: Text {
    switch self {
    case .confirm: Text(zh: "确认分流", en: "Confirm the triage")
    case .recordProgress: Text(zh: "记录进展", en: "Record progress")
    case .answer: Text(zh: "答复", en: "Answer")
    case .close: Text(zh: "办结", en: "Close")
    case .closeWithdrawn: Text(zh: "因撤回办结", en: "Close as withdrawn")
    case .reopen: Text(zh: "重新办理", en: "Reopen")
    case .reclassify: Text(zh: "改类", en: "Reclassify")
    case .merge: Text(zh: "合并", en: "Merge")
    case .undoMerge: Text(zh: "撤销合并", en: "Undo the merge")
    case .startDeliberation: Text(zh: "提交协商", en: "Send to deliberation")
    case .startPublication: Text(zh: "开始公示", en: "Start publication")
    case .carryOut: Text(zh: "开始落实", en: "Carry out")
    }
  }
}
