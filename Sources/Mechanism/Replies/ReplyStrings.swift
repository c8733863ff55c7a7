import Values

/// The words of the pages of reply templates.
enum ReplyStrings {
  static let title = Text(zh: "部门答复范本", en: "Reply templates of offices")
  static let lead = Text(
    zh: "经办人写答复时选用的范本，按类目分。自己类目没有的，用大类的，再没有用通用的。改完马上用。",
    en:
      "What handlers choose from when they reply, by category. Without one of its own, a category uses its group's, then "
      + "the general ones. A change is used at once.")
  static let fromWordings = Text(
    zh: "科室、站所答复大事用的范本，按类目分", en: "What offices begin their replies with, by category")
  static let ofCode = Text(zh: "一个类目的答复范本", en: "Reply templates of a category")
  static let one = Text(zh: "一条答复范本", en: "One reply template")
  static let general = Text(zh: "通用", en: "General")
  static let generalMeta = Text(zh: "开头、结尾和三种结果，哪个类目都能用", en: "Beginning, end and three outcomes, for every category")
  static let leaves = Text(zh: "类目", en: "Categories")
  static let own = Text(zh: "本镇的", en: "The town's own")
  static let add = Text(zh: "再加一条", en: "Add another")
  static let write = Text(zh: "给这个类目单写一条", en: "Write one for this category")
  static let shipped = Text(zh: "出厂的", en: "As shipped")
  static let braces = Text(zh: "自动填上的", en: "Filled in by itself")
  static let blanks = Text(zh: "请经办人填的", en: "For the handler to fill in")
  static let blanksHint = Text(
    zh: "写在【】里，例如【日期】【做了什么】。没填完的答复交不出去。",
    en: "Written in 【 】: 【date】, 【what was done】. A reply with one left cannot be sent.")
  static let zh = Text(zh: "中文", en: "Chinese")
  static let en = Text(zh: "英文", en: "English")
  static let enHint = Text(zh: "空着就用中文的", en: "Left empty, the Chinese words are used")
  static let save = Text(zh: "保存范本", en: "Save the template")
  static let look = Text(zh: "看看效果", en: "Preview")
  static let preview = Text(zh: "效果", en: "How it reads")
  static let reset = Text(zh: "改回出厂的", en: "Back to the shipped one")
  static let remove = Text(zh: "删掉这一条", en: "Remove this one")
  static let resetParameter = Text(zh: "1：改回出厂的，或删掉镇里加的", en: "1: back to the shipped one, or remove the town's")
  static let resetAgain = Text(zh: "再点一次就改回出厂的", en: "Tap again: back to the shipped one")
  static let removeAgain = Text(zh: "再点一次就删掉", en: "Tap again: remove")
  static let versions = Text(zh: "改过几次", en: "Changes")
  static let seen = Text(zh: "打开时的版本", en: "The version that was seen")
  static let backToShipped = Text(zh: "改回出厂的，或删掉", en: "Back to the shipped one, or removed")
  static let unclosed = Text(
    zh: "有一个“【”后面没有“】”，或者里面超过 80 个字", en: "A “【” without its “】”, or with more than 80 characters inside")

  static func name(_ part: ReplyPart) -> Text {
    switch part {
    case .opening: Text(zh: "开头（每个答复都有）", en: "Beginning of every reply")
    case .closing: Text(zh: "结尾（每个答复都有）", en: "End of every reply")
    case .solved: Text(zh: "已解决", en: "Solved")
    case .explained: Text(zh: "已解释说明", en: "Explained")
    case .notPossible: Text(zh: "不能办", en: "Not possible")
    }
  }
  /// "已解决 2" for a further one.
  static func name(_ key: ReplyKey) -> Text {
    name(key.part) + Text(same: key.number == 1 ? "" : " \(key.number)")
  }
  static func uses(_ name: Text) -> Text { Text(zh: "用“\(name.zh)”的", en: "uses those of “\(name.en)”") }
  static func count(_ leaves: Int) -> Text { Text(zh: "\(leaves) 个类目", en: "\(leaves) categories") }
  static func changed(_ count: Int) -> Text { Text(zh: "本镇改过 \(count) 条", en: "\(count) of the town's own") }
  static func version(_ number: Int) -> Text { Text(zh: "第 \(number) 次", en: "Change \(number)") }
  static func unknown(_ name: String) -> Text {
    let list = ReplyValue.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
    return Text(zh: "不认识 {\(name)}，可以用：\(list)", en: "{\(name)} is unknown; these may be used: \(list)")
  }

  /// What stands in place of the braces; also the blank where there is no value.
  static func meaning(_ value: ReplyValue) -> Text {
    switch value {
    case .salutation: Text(zh: "称呼", en: "greeting")
    case .title: Text(zh: "事项名称", en: "title")
    case .number: Text(zh: "编号", en: "number")
    case .village: Text(zh: "村名", en: "village")
    case .place: Text(zh: "地点", en: "place")
    case .received: Text(zh: "收到日期", en: "day of receipt")
    case .office: Text(zh: "承办单位", en: "office")
    case .phone: Text(zh: "电话", en: "telephone")
    case .due: Text(zh: "截止日期", en: "last day")
    case .today: Text(zh: "今天的日期", en: "today")
    case .basis: Text(zh: "依据", en: "basis")
    }
  }

  /// What the preview fills in.
  static let examples: [ReplyValue: Text] = [
    .salutation: Text(zh: "您好", en: "Good day"), .title: Text(zh: "三组停水", en: "No water in group 3"),
    .number: Text(same: "石桥村-2026-0024"), .village: Text(zh: "石桥村", en: "Shiqiao"),
    .place: Text(zh: "石桥村三组", en: "Shiqiao, group 3"), .received: Text(zh: "10月13日", en: "13 Oct"),
    .office: Text(zh: "水务站", en: "Water Station"), .phone: Text(same: "0830-1234567"),
    .due: Text(zh: "10月20日", en: "20 Oct"), .today: Text(zh: "10月16日", en: "16 Oct"),
    .basis: Text(zh: "《城市供水条例》", en: "Urban Water Supply Regulations"),
  ]
}
