import Values

/// The words of the call list.
enum CallStrings {
  static let title = Text(zh: "电话告知", en: "Calls to make")
  static let lead = Text(zh: "先打等得最久的，打完勾掉。", en: "Whoever has waited longest comes first; tick each one off.")
  static let summary = Text(zh: "还要打的电话", en: "The calls still to be made")
  static let none = Text(zh: "都告诉到了，没有要打的电话。", en: "Everybody has been told: no calls to make.")
  static let showNumbers = Text(zh: "显示姓名电话", en: "Show names and numbers")
  static let showNote = Text(zh: "今天内有效，会记下是谁看的。", en: "For today; who looked is recorded.")
  static let showSummary = Text(zh: "当天显示电话名单上的姓名电话（记录在案）", en: "Show the list's contact data for today (recorded)")
  static let shown = Text(zh: "今天的查看已记录。", en: "Today's look is recorded.")
  static let noPhone = Text(zh: "没有留电话，请当面告诉", en: "No telephone: tell them in person")
  static let say = Text(zh: "这样说", en: "What to say")
  static let paper = Text(zh: "打印告知单", en: "Print it")
  static let done = Text(zh: "已告知", en: "Told")
  static let doneSummary = Text(zh: "勾掉一个电话", en: "Tick a call off")
  static let toHome = Text(zh: "回到工作台", en: "Back to your desk")
}
