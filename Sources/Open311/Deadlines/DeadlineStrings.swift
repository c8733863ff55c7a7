import Matters
import Values
import Web

/// The words of the deadlines and their calendar.
enum DeadlineStrings {
  static let title = Text(zh: "期限", en: "Deadlines")
  static let lead = Text(zh: "等着您办的事，最先到期的在前。", en: "What waits for you, what is due first on top.")
  static let summary = Text(zh: "等着我办的事什么时候到期", en: "When what waits for me is due")
  static let makeSummary = Text(zh: "领一个日历地址，旧的作废", en: "Make an address for a calendar; the one before ends")
  static let endSummary = Text(zh: "撤销日历地址", en: "Withdraw the address of the calendar")
  static let feedSummary = Text(zh: "一个人的期限，给日历用（iCalendar）", en: "A person's deadlines for a calendar (iCalendar)")
  static let nothing = Text(zh: "现在没有要到期的事。", en: "Nothing is due now.")
  static let toHome = Text(zh: "去工作台", en: "To your desk")

  static let calendarTitle = Text(zh: "放进自己的日历", en: "In your own calendar")
  static let calendarLead = Text(
    zh: "领一个只属于您的地址，加到手机或电脑的日历里，期限就自己出现，办完就消失。",
    en:
      "Take an address of your own and add it to the calendar of your phone or computer: deadlines appear by themselves and go when they are dealt with."
  )
  static func since(_ day: Day) -> Text {
    Text(zh: "您在 \(day.spoken.zh) 领过一个地址，还在用。", en: "You took an address on \(day.spoken.en); it works.")
  }
  static let make = Text(zh: "领一个日历地址", en: "Make an address")
  static let renew = Text(zh: "换一个地址", en: "Make a new address")
  static let renewConfirm = Text(zh: "旧地址马上失效，再按一次就换", en: "The old address ends at once; press again to go on")
  static let end = Text(zh: "撤销地址", en: "Withdraw the address")
  static let endConfirm = Text(
    zh: "日历里的期限不再更新，再按一次就撤销", en: "Your calendar gets no more deadlines; press again to go on")
  static let warning = Text(
    zh: "知道这个地址的人都能看到这些题目和期限，别给别人。给错了就换一个。",
    en: "Whoever knows the address sees these titles and deadlines. Give it to nobody; if you did, make a new one.")

  static let made = Text(zh: "日历地址领好了", en: "The address of your calendar")
  static let once = Text(zh: "地址只显示这一次，请现在就加到日历里。", en: "It is shown this once; please add it to your calendar now.")
  static let how = [
    Text(
      zh: "苹果手机：设置 → 日历 → 账户 → 添加账户 → 其他 → 添加已订阅的日历。",
      en: "iPhone: Settings, Calendar, Accounts, Add account, Other, Add subscribed calendar."),
    Text(
      zh: "别的手机和电脑：在日历里找“订阅”或“从网址添加”。",
      en: "Other phones and computers: look for “subscribe” or “add from address” in the calendar."),
    Text(
      zh: "贴上这个地址，保存。日历过一段时间自己更新。",
      en: "Paste the address and save. The calendar brings itself up to date from time to time."),
  ]
  static let back = Text(zh: "回到期限", en: "Back to the deadlines")

  static let calendar = Text(zh: "三事通期限", en: "Sanshi deadlines")
  static func kind(_ kind: DeskItem.Kind) -> Text {
    switch kind {
    case .concern: Text(zh: "诉求要分流", en: "Concern to triage")
    case .appeal: Text(zh: "申诉要决定", en: "Appeal to decide")
    case .matter: Text(zh: "事项要答复", en: "Matter to answer")
    case .dispute: Text(zh: "退回要裁定", en: "Return to decide")
    case .order: Text(zh: "工单要办", en: "Order to work on")
    case .extensionAsked: Text(zh: "延期要批", en: "Extension to decide")
    case .roleProposed: Text(zh: "任职要确认", en: "Role to confirm")
    case .sealed: Text(zh: "密封件", en: "Sealed concern")
    case .newReader: Text(zh: "新的密封件收件人", en: "New reader of sealed concerns")
    }
  }
  static func summary(_ kind: DeskItem.Kind, _ title: String) -> Text {
    Text(zh: self.kind(kind).zh + "：" + title, en: self.kind(kind).en + ": " + title)
  }
  static func detail(_ number: String, _ village: Text) -> Text {
    Text(zh: "\(village.zh)，编号 \(number)", en: "\(village.en), number \(number)")
  }
}
