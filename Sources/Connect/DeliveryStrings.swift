import Governance
import Values

/// The words of deliveries and receipts.
extension ConnectStrings {
  static let deliveries = Text(zh: "发送记录", en: "Deliveries")
  static let deliveriesLead = Text(zh: "最新的在上面，留 90 天。", en: "Newest first; kept for 90 days.")
  static let noDeliveries = Text(zh: "还没有发过。发出去的消息会列在这里。", en: "Nothing has been sent yet. Messages will stand here.")
  static let noneInState = Text(zh: "没有这样的。", en: "None of this kind.")
  static let toTransports = Text(zh: "先设好用什么发", en: "Set up a way of sending")
  static let state = Text(zh: "状态", en: "State")
  static let anyState = Text(zh: "全部", en: "All")
  static let after = Text(zh: "从哪一条往后", en: "After which one")
  static let what = Text(zh: "什么消息", en: "Message")
  static let by = Text(zh: "用什么发", en: "Sent by")
  static let made = Text(zh: "时间", en: "When")
  static let attempts = Text(zh: "试了几次", en: "Attempts")
  static let answer = Text(zh: "对方怎么回的", en: "What came back")
  static let retry = Text(zh: "再发一次", en: "Send again")
  static let gone = Text(zh: "已去掉", en: "Removed")
  static func next(_ at: Instant) -> Text {
    Text(zh: "\(at.day.spoken.zh) \(at.clock) 再发", en: "next on \(at.day.spoken.en) at \(at.clock)")
  }
  static func mayRepeat(_ count: Int) -> Text {
    Text(zh: "程序中断过，可能多发了 \(count) 次", en: "the program was interrupted: may have gone \(count) more times")
  }

  /// What kind of message it is.
  static func step(_ step: String) -> Text { steps[step] ?? orderStep(step) ?? Text(same: step) }

  /// "order_accept" and its like: the steps of work orders have their words in the rules.
  private static func orderStep(_ step: String) -> Text? {
    guard step.hasPrefix("order_") else { return nil }
    return OrderStep(rawValue: String(step.dropFirst(6)))?.name
  }

  private static let steps: [String: Text] = [
    "mailTaken": Text(zh: "回来信", en: "Answer to a letter"),
    "mailAdded": Text(zh: "回补充的来信", en: "Answer to a letter that adds something"),
    "test": Text(zh: "测试消息", en: "Test message"), "digest": Text(zh: "汇总", en: "Digest"),
    "received": Text(zh: "收到", en: "Received"), "triaged": Text(zh: "分流", en: "Triaged"),
    "notTakenUp": Text(zh: "不予纳入", en: "Not taken up"), "appealReceived": Text(zh: "收到申诉", en: "Appeal received"),
    "appealGranted": Text(zh: "申诉成功", en: "Appeal granted"),
    "appealUpheld": Text(zh: "申诉后维持", en: "Appeal not granted"),
    "merged": Text(zh: "合并", en: "Merged"), "mergeUndone": Text(zh: "撤销合并", en: "Merge undone"),
    "reclassified": Text(zh: "改类", en: "Reclassified"), "progress": Text(zh: "进展", en: "Progress"),
    "answered": Text(zh: "答复", en: "Answered"), "closed": Text(zh: "办结", en: "Closed"),
    "order_closed": Text(zh: "办结，请评价", en: "Closed, to be rated"),
    "reopened": Text(zh: "重新办", en: "Reopened"), "split": Text(zh: "拆分", en: "Split"),
    "sealedReceived": Text(zh: "收到密件", en: "Sealed concern received"),
    "sealedNote": Text(zh: "密件的回话", en: "Answer to a sealed concern"),
    "holidaysChanged": Text(zh: "期限改了", en: "Limit changed"),
    "order_holidaysChanged": Text(zh: "期限改了", en: "Limit changed"),
    "withdrawn": Text(zh: "撤回", en: "Withdrawn"),
  ]

  static let onlyFailed = Refusal(
    rule: "onlyFailedAgain", reason: Text(zh: "这条没有失败。", en: "This one has not failed."),
    wayOut: Text(zh: "等着发的会自己发。", en: "What waits goes out by itself."))
  static let retryTooOld = Refusal(
    rule: "newsTooOld", reason: Text(zh: "这条消息是三天以前的。", en: "This news is more than three days old."),
    wayOut: Text(zh: "请打电话或者当面告诉。", en: "Please tell the person by telephone or in person."))

  // Receipts.
  static let receiptSummary = Text(zh: "短信送达回执", en: "Receipt of a text message")
  static let receiptTime = Text(zh: "时间（秒）", en: "Time in seconds")
  static let receiptKey = Text(zh: "消息的编号", en: "The message's key")
  static let receiptState = Text(zh: "delivered 或 failed", en: "Delivered or failed")
  static let receiptSigned = Text(zh: "时间、编号、状态各一行的签名", en: "Signature of time, key and state on a line each")
  static let receiptLate = Text(zh: "回执的时间和现在差了五分钟以上", en: "The receipt's time is more than five minutes off")
}

extension DeliveryState {
  var word: Text {
    switch self {
    case .waiting: Text(zh: "等着发", en: "Waiting")
    case .sent: Text(zh: "已发出", en: "Sent")
    case .received: Text(zh: "已送达", en: "Arrived")
    case .failed: Text(zh: "没发成", en: "Failed")
    case .dropped: Text(zh: "不发了", en: "Not sent")
    }
  }
}

extension Dropped {
  var word: Text {
    switch self {
    case .otherWay: Text(zh: "对方换了方式或没有这个地址了", en: "the person chose another way or has no such address")
    case .tooOld: Text(zh: "过了三天，改看查询页和电话名单", en: "more than three days old; see the tracking page and the calls")
    case .closed: Text(zh: "这种方式去掉了", en: "this way of sending was removed")
    }
  }
}
