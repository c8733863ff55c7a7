import Foundation
import Values

/// The words of the layout and the components.
package enum WebStrings {
  package static let product = Text(zh: "三事通", en: "Sanshi")
  package static let footer = Text(zh: "三事分流 · 民事民议", en: "Every concern, the right hands")
  package static let privacy = Text(zh: "个人信息怎么用", en: "How we use your data")
  package static let api = Text(zh: "开放接口", en: "API")
  static func notices(unread: Int) -> Text {
    if unread == 0 { return Text(zh: "通知", en: "Notices") }
    let count = unread > 99 ? "99+" : "\(unread)"
    return Text(zh: "通知，\(count) 条未读", en: "Notices, \(count) unread")
  }
  package static let skip = Text(zh: "跳到正文", en: "Skip to the content")
  package static let navigation = Text(zh: "主导航", en: "Main navigation")
  package static let crumbs = Text(zh: "当前位置", en: "Where you are")
  package static let pages = Text(zh: "翻页", en: "Pages")
  package static let more = Text(zh: "更多", en: "More")
  package static let largeText = Text(zh: "大字", en: "Large")
  package static let signIn = Text(zh: "登录", en: "Sign in")
  package static let signOut = Text(zh: "退出", en: "Sign out")
  package static let nextPage = Text(zh: "下一页", en: "Next page")
  package static let firstPage = Text(zh: "回到第一页", en: "Back to the first page")
  package static let search = Text(zh: "查找", en: "Search")
  package static let searchTooShort = Text(zh: "请写至少两个字再查找", en: "Please give at least two characters to search for")
  static let sections = Text(zh: "这一页有哪些", en: "On this page")
  package static let applyFilter = Text(zh: "筛选", en: "Filter")
  package static let optional = Text(zh: "可不填", en: "optional")
  package static let example = Text(zh: "例如：", en: "For example: ")
  package static let why = Text(zh: "为什么", en: "Why")
  package static let asTable = Text(zh: "看表格", en: "As a table")
  package static let chartLabel = Text(zh: "项目", en: "Item")
  package static let chartValue = Text(zh: "数量", en: "Number")
  package static let notTakenUp = Text(zh: "不予纳入", en: "Not taken up")
  package static let emergencyTitle = Text(zh: "人有危险，先打电话", en: "Somebody in danger? Call first")
  package static let stillLacks = Text(zh: "还差：", en: "Still missing:")
  package static let mayLeave = Text(
    zh: "可以先离开这一页，做完会留在这里。", en: "You may leave this page; the result will be here.")
  package static let latitude = Text(zh: "纬度（北纬）", en: "Latitude (north)")
  package static let longitude = Text(zh: "经度（东经）", en: "Longitude (east)")
  package static let mapByNumbers = Text(zh: "直接填经纬度", en: "Enter the coordinates")
  package static let printUnit = Text(zh: "单位：", en: "Unit: ")
  package static let printPeriod = Text(zh: "时间：", en: "Period: ")
  package static let printKeeper = Text(zh: "登记人：", en: "Kept by: ")
  package static let printSignatures = [
    Text(zh: "登记人签字：", en: "Keeper: "), Text(zh: "审核人签字：", en: "Checked by: "),
    Text(zh: "日期：", en: "Date: "),
  ]

  package static func filters(inUse count: Int) -> Text {
    count == 0
      ? Text(zh: "更多条件", en: "More filters")
      : Text(zh: "更多条件（已用 \(count) 个）", en: "More filters (\(count) in use)")
  }

  /// A language in its own words.
  package static func languageName(_ language: Language) -> String { language == .zh ? "中文" : "English" }

  static let colon = Text(zh: "：", en: ": ")
  package static func errorTitle(_ count: Int) -> Text {
    Text(
      zh: "还有 \(count) 处要补充或改一下",
      en: count == 1 ? "One thing needs your attention" : "\(count) things need your attention")
  }

  package static func stepState(_ state: LadderStep.State) -> Text {
    switch state {
    case .done: Text(zh: "已完成", en: "done")
    case .now: Text(zh: "现在", en: "now")
    case .later: Text(zh: "之后", en: "later")
    }
  }

  /// Words that scripts show; "{n}" and the like are filled in there.
  static let scripts: [String: Text] = [
    "draftKept": Text(zh: "没写完也不要紧，内容已存在这台设备上", en: "Kept on this device in case you are interrupted"),
    "draftRestored": Text(zh: "这是您上次没写完的内容", en: "This is what you wrote last time"),
    "draftDiscard": Text(zh: "不要了，重新写", en: "Start again"),
    "photoAdd": Text(zh: "拍照或选照片", en: "Take or choose photos"),
    "fileAdd": Text(zh: "从这台设备里选", en: "Choose from this device"),
    "photoRemove": Text(zh: "去掉第 {n} 张照片", en: "Remove photo {n}"),
    "photoShrinking": Text(zh: "正在缩小照片…", en: "Making the photos smaller…"),
    "photoReady": Text(zh: "{n} 张照片，共 {size}", en: "{n} photos, {size}"),
    "dictate": Text(zh: "说话输入", en: "Speak"),
    "dictating": Text(zh: "正在听，点一下结束", en: "Listening; tap to stop"),
    "confirmAgain": Text(zh: "再点一次", en: "Tap again"),
    "sending": Text(zh: "正在提交…", en: "Sending…"),
    "emergency": emergencyTitle,
    "emergencyNote": Text(zh: "打完电话再写也不迟。", en: "You can write here afterwards."),
    "similar": Text(zh: "这些事已有人反映", en: "Others have reported this"),
    "similarCount": Text(zh: "{n} 人反映", en: "reported by {n}"),
    "similarJoin": Text(zh: "我也遇到", en: "Me too"),
    "likely": Text(zh: "大概由{lead}来办，{due}前答复您。", en: "Likely responsible: {lead}. A reply by {due}."),
    "likelyPrivate": Text(
      zh: "这多半是自己家的事，{lead}会帮您想办法，{due}前答复您。",
      en: "This is likely your family's own affair; {lead} will help you find a way and reply by {due}."),
    "alarm": Text(zh: "{n} 件紧急事项还没人接手", en: "{n} urgent matters wait for somebody"),
    "alarmTake": Text(zh: "我来处理", en: "I will take it"),
    "alarmQuiet": Text(zh: "关掉声音", en: "Sound off"),
    "alarmOffline": Text(zh: "连不上服务器，紧急事项可能收不到", en: "No connection: urgent matters may not arrive"),
    "mapHere": Text(zh: "用我现在的位置", en: "Use where I am"),
    "mapLabel": Text(zh: "地图：点一下标出地点", en: "Map: tap to mark the place"),
    "mapMarked": Text(zh: "已标出：北纬 {lat}，东经 {lon}", en: "Marked: {lat} north, {lon} east"),
    "progressDone": Text(zh: "做完了", en: "Done"),
    "progressFailed": Text(zh: "没做成，请看说明", en: "It did not work; see the notes"),
  ]
}

/// The words of scripts as JSON, for the `data-words` of the body; made once.
func scriptWords(_ l: Language) -> String { l == .zh ? scriptWordsZh : scriptWordsEn }

private let scriptWordsZh = encodedWords(.zh)
private let scriptWordsEn = encodedWords(.en)

private func encodedWords(_ l: Language) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let words = WebStrings.scripts.mapValues { $0(l) }
  guard let data = try? encoder.encode(words) else { return "{}" }
  return String(decoding: data, as: UTF8.self)
}
