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
  static let save = Text(zh: "保存范本", en: "Save the template")

  static func heading(_ kind: WordingKey.Kind) -> Text {
    switch kind {
    case .told: Text(zh: "查询页上的话", en: "On the tracking page")
    case .called: Text(zh: "打电话时说的话", en: "Said on the telephone")
    case .answer: Text(zh: "温和答复", en: "Kind answers")
    case .refusal: Text(zh: "不予纳入的答复", en: "Answers when not taken up")
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
    default: Text(same: placeholder)
    }
  }

  /// The moment at which a template is used.
  static func step(_ name: String) -> Text { steps[name] ?? Text(same: name) }

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
