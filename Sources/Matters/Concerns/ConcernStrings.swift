import Governance
import Values

/// The words of concerns: their list and the page of one.
enum ConcernStrings {
  static let title = Text(zh: "诉求", en: "Concerns")
  static let lead = Text(zh: "居民说的每一句话都在这里，分清由谁负责。", en: "What people said, to be sorted by who is responsible.")
  static let state = Text(zh: "状态", en: "State")
  static let any = Text(zh: "不限", en: "Any")
  static let listSummary = Text(zh: "一个村的诉求", en: "The concerns of a village")
  static let oneSummary = Text(zh: "一条诉求和三事分流的建议", en: "One concern with what is suggested for its triage")
  static let none = Text(zh: "还没有诉求。居民反映或您录入以后，会出现在这里。", en: "No concerns yet. What people tell you appears here.")
  static let noneInState = Text(zh: "没有这种状态的诉求。", en: "No concern is in this state.")
  static let noneReceived = Text(zh: "都分清了，没有等着分流的诉求。", en: "All sorted: no concern waits for triage.")
  static let enter = Text(zh: "录入诉求", en: "Enter a concern")
  static let showAll = Text(zh: "看全部诉求", en: "Show all concerns")

  static let erasedShort = Text(zh: "（原文已按保密规定清除）", en: "(words erased: secret)")
  package static let erased = Text(
    zh: "这条诉求涉及国家秘密或商业秘密，原文、补充和照片已按规定清除，不再保存。编号和答复还在。",
    en: "This concern held secret material: its words, additions and photos were erased and are kept no more. "
      + "Number and answer remain.")
  static let words = Text(zh: "原话", en: "In their words")
  static let origin = Text(zh: "来历", en: "Where it comes from")
  static let place = Text(zh: "地点", en: "Place")
  static let point = Text(zh: "坐标", en: "Coordinates")
  static let number = Text(zh: "编号", en: "Number")
  static let channel = Text(zh: "渠道", en: "Channel")
  static let source = Text(zh: "谁说的", en: "Said by")
  static let unit = Text(zh: "反映单位", en: "Reporting unit")
  static let reported = Text(zh: "反映日期", en: "Reported on")
  static let received = Text(zh: "收到时间", en: "Received")
  static let acceptBy = Text(zh: "最迟受理", en: "Accept by")
  static let enteredBy = Text(zh: "录入人", en: "Entered by")
  static let reporter = Text(zh: "反映人", en: "Reporter")
  static let anonymous = Text(zh: "没有留姓名和电话", en: "Left neither name nor telephone")
  static let showContact = Text(zh: "看姓名电话", en: "Show name and telephone")
  static let contactNote = Text(zh: "看一次记一次。", en: "Each look is recorded.")
  static let contactShown = Text(zh: "已记录您这次查看。", en: "This look has been recorded.")
  static let contactSummary = Text(zh: "查看反映人的姓名电话（记录在案）", en: "Show the reporter's contact data (recorded)")
  static let attitude = Text(zh: "态度", en: "Attitude")
  static let supports = Text(zh: "赞成", en: "In favour")
  static let opposes = Text(zh: "反对", en: "Against")
  static let photos = Text(zh: "照片", en: "Photos")
  static let photo = Text(zh: "诉求的照片", en: "A photo of the concern")
  static let later = Text(zh: "后来补充的", en: "Added later")
  static let noLater = Text(zh: "还没有补充。", en: "Nothing was added.")
  static let told = Text(zh: "告诉过反映人的", en: "What the reporter was told")
  static let called = Text(zh: "已打电话", en: "called")
  static let notCalled = Text(zh: "电话还没打", en: "not called yet")
  static let history = Text(zh: "办理经过", en: "History")
  static let matters = Text(zh: "归到的事项", en: "The matters it belongs to")
  static let part = Text(zh: "这一件里的话", en: "Words of this part")
  static let queue = Text(zh: "等着分流", en: "Waiting for triage")
  static let next = Text(zh: "下一条", en: "Next one")
  static let queueEmpty = Text(zh: "没有别的了。", en: "Nothing else waits.")
  static let isHistory = Text(zh: "旧登记簿导入，不计时限", en: "From an old register; no clock runs")
  static let byReporter = Text(zh: "反映人", en: "Reporter")
  static let staff = Text(zh: "工作人员", en: "Staff")
  static let reason = Text(zh: "理由", en: "Reason")
  static let readOnly = Text(
    zh: "您可以看，分流由登记人或村（居）委会来做。", en: "You may read this; the keeper or the committee sorts it.")

  static func heading(_ number: String) -> Text { Text(zh: "诉求 \(number)", en: "Concern \(number)") }
  static func addition(_ kind: String) -> Text {
    switch kind {
    case "corrected": Text(zh: "更正", en: "Corrected")
    case "asked": Text(zh: "问回去", en: "Asked back")
    case "imported_reply": Text(zh: "旧登记簿上写的", en: "What the old register says")
    default: Text(zh: "补充", en: "Added")
    }
  }

  /// What a decision did, for the history.
  static func decision(_ kind: String) -> Text {
    switch kind {
    case "triaged": Text(zh: "分流，立为新事项", en: "Sorted into a new matter")
    case "joined": Text(zh: "归到已有事项", en: "Joined to an open matter")
    case "refused": Text(zh: "不予纳入", en: "Not taken up")
    case "appeal_granted": Text(zh: "申诉成立，重新分流", en: "Appeal granted; back to triage")
    case "appeal_upheld": Text(zh: "维持不予纳入", en: "Refusal upheld")
    case "withdrawn": Text(zh: "代反映人撤回", en: "Withdrawn for the reporter")
    case "grouping_undone": Text(zh: "撤销归并，重新分流", en: "Grouping undone; back to triage")
    case "urgency_raised": Text(zh: "紧急程度调高", en: "Urgency raised")
    case "urgency_lowered": Text(zh: "紧急程度调低", en: "Urgency lowered")
    default: Text(zh: "决定", en: "Decision")
    }
  }

  static func waiting(_ count: Int) -> Text {
    Text(zh: "还有 \(count) 条等着分流", en: count == 1 ? "1 more waits" : "\(count) more wait")
  }
}
