import Values

/// The words of the page of wordings.
enum WordingStrings {
  static let wordings = Text(zh: "答复范本", en: "Templates")
  static let one = Text(zh: "一条范本", en: "One template")
  static let lead = Text(
    zh: "告诉居民的话都在这里。改成您镇里的说法，改完马上用。", en: "What residents are told. Change it to your own words; it is used at once.")
  static let own = Text(zh: "本镇的说法", en: "The town's own")
  static let shipped = Text(zh: "出厂的说法", en: "As shipped")
  static let braces = Text(zh: "会自动填上的", en: "Filled in by itself")
  static let zh = Text(zh: "中文", en: "Chinese")
  static let en = Text(zh: "英文", en: "English")
  static let emptyHint = Text(zh: "中英文都空着，就用出厂的说法", en: "Both left empty, the shipped words are used")
  static let emptyEnglishHint = Text(zh: "只空英文，英文页面也显示中文", en: "Left empty alone, English pages show the Chinese")
  static let look = Text(zh: "看看效果", en: "Preview")
  static let preview = Text(zh: "效果", en: "How it reads")
  /// What the preview fills in.
  static let examples: [String: Text] = [
    "village": Text(zh: "石桥村", en: "Shiqiao"), "number": Text(same: "20481637"),
    "class": MatterClass.community.name, "lead": Text(zh: "村（居）委会", en: "the village committee"),
    "due": Text(zh: "10月13日 周二", en: "Tue 13 Oct"),
    "reason": Text(zh: "灯泡坏了，已经换好", en: "the bulb was broken and is replaced"),
    "phone": Text(same: "0830-1234567"),
    "text": Text(zh: "20481637 办完了：灯泡已经换好。", en: "20481637 is closed: the bulb is replaced."),
    "link": Text(same: "https://example.org/r/…"), "off": Text(same: "https://example.org/n/…"),
    "count": Text(same: "3"),
  ]
  static let save = Text(zh: "保存范本", en: "Save the template")

  static func heading(_ kind: WordingKey.Kind) -> Text {
    switch kind {
    case .told: Text(zh: "查询页上的话", en: "On the tracking page")
    case .called: Text(zh: "打电话时说的话", en: "Said on the telephone")
    case .answer: Text(zh: "温和答复", en: "Kind answers")
    case .refusal: Text(zh: "不予纳入的答复", en: "Answers when not taken up")
    case .message: Text(zh: "发出去的消息", en: "Messages that go out")
    }
  }

  static func ofClass(_ name: Text) -> Text { Text(zh: "\(name.zh)（通用）", en: "\(name.en) (general)") }

  static func unknown(_ name: String, _ known: [String]) -> Text {
    let list = known.map { "{\($0)}" }.joined(separator: " ")
    return Text(zh: "不认识 {\(name)}，可以用：\(list)", en: "{\(name)} is unknown; these may be used: \(list)")
  }

  /// What stands in place of the braces.
  static func meaning(_ placeholder: String) -> Text {
    switch placeholder {
    case "village": Text(zh: "村名", en: "village")
    case "number": Text(zh: "编号", en: "number")
    case "class": Text(zh: "类别", en: "class")
    case "lead": Text(zh: "牵头单位", en: "lead body")
    case "due": Text(zh: "最迟日期", en: "last day")
    case "reason": Text(zh: "原因", en: "reason")
    case "phone": Text(zh: "电话", en: "telephone")
    case "text": Text(zh: "要说的话", en: "the news itself")
    case "link": Text(zh: "查询网址", en: "address of the tracking page")
    case "off": Text(zh: "确认或退订的网址", en: "address to confirm or stop")
    case "count": Text(zh: "条数", en: "how many")
    default: Text(same: placeholder)
    }
  }

  /// The moment at which a template is used.
  static func step(_ name: String) -> Text { steps[name] ?? Text(same: name) }

  /// Which message it is.
  static func message(_ key: String) -> Text { messages[key] ?? Text(same: key) }

  private static let messages: [String: Text] = [
    "sms": Text(zh: "给反映人的短信", en: "Text message to a reporter"),
    "mail_subject": Text(zh: "给反映人的邮件：标题", en: "Mail to a reporter: subject"),
    "mail": Text(zh: "给反映人的邮件：正文", en: "Mail to a reporter: text"),
    "staff_received": Text(zh: "给工作人员：新诉求", en: "To staff: a new concern"),
    "staff_appeal": Text(zh: "给工作人员：申诉", en: "To staff: an appeal"),
    "staff_second_appeal": Text(zh: "给镇里：第二次申诉", en: "To the town: a second appeal"),
    "staff_withdrawn": Text(zh: "给工作人员：撤回", en: "To staff: withdrawn"),
    "staff_sealed": Text(zh: "给管密件的人：密件", en: "To the reader of sealed papers"),
    "staff_order_handed": Text(zh: "给单位：新工单", en: "To an office: a new order"),
    "staff_order_reassigned": Text(zh: "给单位：改派来的工单", en: "To an office: re-assigned to it"),
    "staff_order_gone": Text(zh: "给单位：工单不再由它办", en: "To an office: no longer its order"),
    "staff_order_returned": Text(zh: "给交办的人：工单退回来了", en: "To who handed over: it came back"),
    "staff_order_second_return": Text(zh: "给镇里：第二次退回，请裁定", en: "To the town: a second return to decide"),
    "staff_order_disputed": Text(zh: "给退回过的单位：等镇里裁定", en: "To an office that returned it: the town decides"),
    "staff_order_decided": Text(zh: "给单位：裁定由它办", en: "To an office: decided to be its"),
    "staff_order_decided_other": Text(zh: "给退回过的单位：裁定结果", en: "To an office that returned it: the decision"),
    "staff_order_reopened": Text(zh: "给单位：反映人说没解决", en: "To an office: not solved, reopened"),
    "staff_order_reopened_above": Text(zh: "给上一级中心：第二次没解决", en: "To the centre above: not solved again"),
    "staff_order_goes_on": Text(zh: "给单位：等反映人结束，接着办", en: "To an office: the wait for the reporter is over"),
    "staff_order_help": Text(zh: "给单位：请它协办", en: "To an office: called in to help"),
    "staff_order_helped": Text(zh: "给单位：协办完成", en: "To an office: the help is done"),
    "staff_order_extension": Text(zh: "给负责人：有人申请延期", en: "To a head: an extension asked for"),
    "staff_order_extended": Text(zh: "给经办人：延期批准了", en: "To a handler: extension approved"),
    "staff_order_not_extended": Text(zh: "给经办人：延期没批", en: "To a handler: extension refused"),
    "staff_order_late": Text(zh: "给负责人：工单没有按时签收", en: "To a head: an order not accepted in time"),
    "staff_order_late_receiver": Text(zh: "给交办的人：工单没有按时签收", en: "To who handed over: not accepted in time"),
    "staff_order_withdrawn": Text(zh: "给单位：反映人都撤回了", en: "To an office: all reporters withdrew"),
    "staff_order_withdrawn_help": Text(zh: "给协办单位：反映人都撤回了", en: "To a helping office: all reporters withdrew"),
    "staff_order_urged": Text(zh: "给单位：催办", en: "To an office: urged"),
    "staff_order_supervised": Text(zh: "给单位：督办", en: "To an office: supervised"),
    "staff_subject": Text(zh: "给工作人员的邮件：标题", en: "Mail to staff: subject"),
    "digest_subject": Text(zh: "汇总邮件：标题", en: "Digest: subject"),
    "digest": Text(zh: "汇总：正文", en: "Digest: text"),
    "test_subject": Text(zh: "测试消息：标题", en: "Test message: subject"),
    "test": Text(zh: "测试消息：正文", en: "Test message: text"),
  ]

  private static let steps: [String: Text] = [
    "received": Text(zh: "收到", en: "Received"),
    "triaged_government": Text(zh: "分为大事", en: "Triaged as a government matter"),
    "triaged_community": Text(zh: "分为小事", en: "Triaged as a community matter"),
    "triaged_private": Text(zh: "分为私事", en: "Triaged as a private matter"),
    "notTakenUp": Text(zh: "不予纳入", en: "Not taken up"),
    "appealReceived": Text(zh: "收到申诉", en: "Appeal received"),
    "appealGranted": Text(zh: "申诉成功", en: "Appeal granted"),
    "appealUpheld": Text(zh: "申诉后维持", en: "Appeal not granted"),
    "merged": Text(zh: "合并", en: "Merged"),
    "mergeUndone": Text(zh: "撤销合并", en: "Merge undone"),
    "reclassified": Text(zh: "改类", en: "Reclassified"),
    "progress": Text(zh: "有进展", en: "Progress"),
    "answered": Text(zh: "答复", en: "Answered"),
    "closed": Text(zh: "办结", en: "Closed"),
    "reopened": Text(zh: "重新办", en: "Reopened"),
    "split": Text(zh: "拆分", en: "Split"),
    "sealedReceived": Text(zh: "收到密件", en: "Sealed concern received"),
    "withdrawn": Text(zh: "撤回", en: "Withdrawn"),
  ]
}
