import Values

/// The words of the page on Open311.
enum SettingStrings {
  static let title = Text(zh: "Open311 接口", en: "Open311")
  static let lead = Text(
    zh: "别家的手机应用和网站照 Open311 GeoReport v2 的写法，可以替居民反映，也可以看公开的事项。",
    en: "Apps and sites of other makers report for residents and read released matters by Open311 GeoReport v2.")
  static let summary = Text(zh: "Open311 的地址和设置", en: "Addresses and setting of Open311")
  static let saveSummary = Text(zh: "设定没有令牌的应用能不能反映", en: "Set whether apps without a key may report")
  static let anonymousParameter = Text(
    zh: "1：谁都可以反映；0：只收带令牌的", en: "1: anybody may report; 0: with a key alone")
  static let choose = Text(zh: "请选一个", en: "Please choose one")
  static let saved = Text(zh: "存好了，马上起作用。", en: "Saved; it holds from now on.")
  static let save = Text(zh: "保存", en: "Save")
  static let jurisdiction = Text(zh: "本镇的代码", en: "This town's code")
  static let endpoint = Text(zh: "接口地址", en: "Address")
  static let discovery = Text(zh: "说明文件", en: "Discovery")
  static let who = Text(zh: "谁可以用应用反映", en: "Who may report by an app")
  static let anybody = Text(zh: "谁都可以", en: "Anybody")
  static let anybodyHint = Text(
    zh: "和网页上的“我要反映”一样，不要账号，次数有限。", en: "As with the report page: no account, and only so many an hour.")
  static let keyed = Text(zh: "只收带令牌的", en: "With a key alone")
  static let keyedHint = Text(
    zh: "应用要有工作人员在“账号”页领的程序令牌（api_key），令牌里有“录入诉求”。",
    en: "The app needs an API token of staff (api_key) that may enter concerns.")
  static let given = Text(zh: "给出去的只有这些", en: "What is given out")
  static let rules = [
    Text(
      zh: "已经公开的大事和小事，和村的公开页写的一样：题目、地点的说法、状态、谁办、最迟哪天、公开的答复和照片。",
      en:
        "Released government and community matters as on the village's page: title, place in words, state, who, by when, reply, photos."
    ),
    Text(
      zh: "不给：没有公开的、只公布件数的、谁反映的、联系方式、经纬度。",
      en: "Not: what is not released, what is public as a count alone, who reported, contacts, coordinates."),
    Text(
      zh: "反映的人得到一个令牌，凭它看办到哪一步；反映干部的照样密封。",
      en: "Who reports gets a token to follow it; what concerns staff is sealed as always."),
    Text(zh: "附来的图片网址只记成文字，我们从不打开。", en: "Addresses of pictures are kept as text; we never open them."),
  ]
}
