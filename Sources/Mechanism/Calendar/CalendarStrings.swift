import Governance
import Values

/// The words of the page of the work calendar.
package enum CalendarStrings {
  static let title = Text(zh: "放假安排", en: "Work calendar")
  static let lead = Text(
    zh: "哪天放假、哪天调休上班，各镇共用一份，期限按它算。改了以后，没办完的事的期限自动重算。",
    en:
      "Days off and make-up days, one list for all towns; limits are counted by it. After a change, running limits are counted anew."
  )
  static let daysOff = Text(zh: "放假", en: "Days off")
  static let makeUp = Text(zh: "调休上班", en: "Make-up days")
  static let none = Text(zh: "没有", en: "none")
  static let source = Text(zh: "依据", en: "Source")
  static let sourceHint = Text(
    zh: "国务院办公厅通知的名称或文号", en: "The name or number of the notice of the State Council's General Office")
  static let entered = Text(zh: "录入", en: "Entered")
  static let year = Text(zh: "年份", en: "Year")
  static let list = Text(zh: "放假和调休的日子", en: "Days off and make-up days")
  static let listHint = Text(
    zh: "一行一段：2027-02-05..2027-02-11 放假；2027-02-14 上班。也可以从表格粘贴。以 # 开头的行不算。",
    en:
      "One span a line: 2027-02-05..2027-02-11 off; 2027-02-14 work. Pasting from a table works too. Lines with # do not count."
  )
  static let file = Text(zh: "或者选一个文件", en: "Or choose a file")
  static let fileHint = Text(
    zh: "文本、CSV 或 TSV，写法相同；上面填了就用上面的", en: "Text, CSV or TSV, written alike; what is typed above comes first")
  static let enter = Text(zh: "录入或修改一年", en: "Enter or change a year")
  static let look = Text(zh: "看看会改什么", en: "See what changes")
  static let save = Text(zh: "保存放假安排", en: "Save the calendar")
  static let one = Text(zh: "录入一年的放假安排", en: "Enter a year of the calendar")
  static let checkFirst = Text(zh: "保存前请核对", en: "Please check before saving")
  static let checkLead = Text(
    zh: "保存以后对所有乡镇生效，没办完的工单和事项、没受理的诉求、没答复的申诉，期限马上重算，变了会告诉反映人。",
    en:
      "It holds for all towns once saved; limits of open orders and matters, of concerns not yet accepted and appeals not yet answered are counted anew, and reporters are told of a new date."
  )
  static let changes = Text(zh: "会改的日子", en: "What changes")
  static let confirms = Text(
    zh: "没有哪天会变。保存后这一年不再是暂算的。", en: "No day changes. Once saved, the year is no longer provisional.")
  static let same = Text(zh: "和现在的一样，不用保存。", en: "The same as now; there is nothing to save.")
  static let changeAgain = Text(zh: "再改一改", en: "Change it again")
  static let change = Text(zh: "改这一年", en: "Change this year")
  static let last = Text(zh: "上次改动", en: "The last change")
  static let version = Text(zh: "看到的版本", en: "The version seen")
  static let preview = Text(zh: "只看会改什么，不保存", en: "Show what changes, do not save")

  static func heading(_ year: Int) -> Text { Text(zh: "\(year) 年", en: "\(year)") }
  static func enterIt(_ year: Int) -> Text { Text(zh: "录入 \(year) 年", en: "Enter \(year)") }

  static let changedMeanwhile = Refusal(
    rule: "changedMeanwhile", reason: Text(zh: "刚才有人改过这一年。", en: "Somebody has just changed this year."),
    wayOut: Text(zh: "请重新打开这一页，再改一次。", en: "Please open the page again and change it once more."))
  static let nothingChanged = Refusal(
    rule: "nothingChanged", reason: Text(zh: "和现在的放假安排一样。", en: "It is the same as the calendar now."),
    wayOut: Text(zh: "不用保存。", en: "There is nothing to save."))

  /// "放假 33 天，上班 248 天".
  static func days(off: Int, worked: Int) -> Text {
    Text(
      zh: "放假 \(off) 天（含周末），全年上班 \(worked) 天", en: "\(off) days off with weekends; \(worked) working days in the year")
  }

  static func by(_ name: String, on day: Day) -> Text {
    let who = name.isEmpty ? "" : " " + name
    return Text(zh: "\(day.year)年\(day.spoken.zh)\(who)", en: "\(day.spoken.en) \(day.year)\(who)")
  }

  static func progress(_ progress: CalendarProgress) -> Text {
    let count = progress.changed
    let words =
      switch progress.clocks {
      case .orders: Text(zh: "改了 \(count) 个工单的期限", en: "Work orders with a new due date: \(count)")
      case .matters: Text(zh: "改了 \(count) 件事项的期限", en: "Matters with a new due date: \(count)")
      case .concerns: Text(zh: "改了 \(count) 条诉求的受理期限", en: "Concerns to be accepted by another day: \(count)")
      case .appeals: Text(zh: "改了 \(count) 件申诉的答复期限", en: "Appeals to be answered by another day: \(count)")
      }
    return progress.isDone ? words : words + Text(zh: "，还在重算", en: ", still counting")
  }

  /// What the reporters are told.
  package static func dueMoved(from before: Day, to after: Day) -> Text {
    Text(
      zh: "放假安排改了，最迟答复您的日子从\(before.spoken.zh)改为\(after.spoken.zh)。",
      en: "The holidays changed: you will be answered by \(after.spoken.en) instead of \(before.spoken.en).")
  }

  /// What the reporter of a concern is told that nobody has accepted yet.
  package static func acceptMoved(from before: Day, to after: Day) -> Text {
    Text(
      zh: "放假安排改了，最迟分清由谁负责的日子从\(before.spoken.zh)改为\(after.spoken.zh)。",
      en:
        "The holidays changed: you will hear who is responsible by \(after.spoken.en) instead of \(before.spoken.en).")
  }

  /// What is told to whoever appealed.
  package static func appealMoved(from before: Day, to after: Day) -> Text {
    Text(
      zh: "放假安排改了，最迟答复您申诉的日子从\(before.spoken.zh)改为\(after.spoken.zh)。",
      en: "The holidays changed: your appeal will be answered by \(after.spoken.en) instead of \(before.spoken.en).")
  }

  /// "10月1日至7日", "1 Oct to 7 Oct".
  static func span(_ days: ClosedRange<Day>) -> Text {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return plain(first) }
    let end = first.month == last.month ? "\(last.dayOfMonth)日" : plain(last).zh
    return Text(zh: "\(plain(first).zh)至\(end)", en: "\(plain(first).en) to \(plain(last).en)")
  }

  private static func plain(_ day: Day) -> Text {
    Text(zh: "\(day.month)月\(day.dayOfMonth)日", en: String(day.spoken.en.dropFirst(4)))
  }
}

/// What is known of a year.
enum CalendarState: String, Sendable, Encodable {
  case shipped, entered, provisional

  var name: Text {
    switch self {
    case .shipped: Text(zh: "随程序提供", en: "Shipped")
    case .entered: Text(zh: "已录入", en: "Entered")
    case .provisional: Text(zh: "暂算", en: "Provisional")
    }
  }
}
