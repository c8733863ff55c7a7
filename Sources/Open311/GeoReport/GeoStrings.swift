import Values
import Web

/// The words of GeoReport: descriptions, errors, what an app shows to who reports.
enum GeoStrings {
  // MARK: What the addresses do

  static let servicesSummary = Text(zh: "Open311：可以反映哪些事", en: "Open311: what can be reported")
  static let serviceSummary = Text(
    zh: "Open311：反映一类事时问些什么；地址以 .json 或 .xml 结尾",
    en: "Open311: what is asked of one kind; the path ends in .json or .xml")
  static let requestsSummary = Text(
    zh: "Open311：公开的事项，新的在前；不写日期是最近 90 天，最多 1000 件",
    en: "Open311: released matters, newest first; the last 90 days without dates, at most 1,000")
  static let requestSummary = Text(
    zh: "Open311：一件公开的事项，或者凭反映的令牌看办到哪一步；地址以 .json 或 .xml 结尾",
    en: "Open311: one released matter, or by a report's token how far it is; the path ends in .json or .xml")
  static let tokenSummary = Text(
    zh: "Open311：凭令牌取事项编号；没有公开以前就是令牌本身；地址以 .json 或 .xml 结尾",
    en:
      "Open311: the id of a report by its token, the token itself until it is released; the path ends in .json or .xml")
  static let reportSummary = Text(
    zh: "Open311：反映一件事；回的是令牌，请保存", en: "Open311: report something; the answer is a token, keep it")
  static let discoverySummary = Text(zh: "Open311：服务在哪里", en: "Open311: where the service stands")

  // MARK: Parameters

  static let jurisdictionMeaning = Text(
    zh: "镇（街道）的代码；只有一个镇时可以不写", en: "Code of the town; not needed where there is one alone")
  static let idsMeaning = Text(
    zh: "事项编号，几个用逗号隔开；写了它别的条件都不算", en: "Ids, divided by commas; then no other filter counts")
  static let codesMeaning = Text(zh: "类别代码，几个用逗号隔开", en: "Service codes, divided by commas")
  static let startMeaning = Text(
    zh: "最早的反映时间，W3C 格式，如 2026-11-01T00:00:00Z", en: "Earliest time of the report, W3C form: 2026-11-01T00:00:00Z")
  static let endMeaning = Text(
    zh: "最晚的反映时间；和最早的相差不超过 90 天", en: "Latest time of the report, at most 90 days after the earliest")
  static let statusMeaning = Text(zh: "open（在办）、closed（办结），或两个都写", en: "open, closed, or both divided by a comma")
  static let pageMeaning = Text(zh: "第几页，从 1 起", en: "Page, from 1")
  static let pageSizeMeaning = Text(zh: "每页几件，最多 1000", en: "Requests a page, at most 1,000")
  static let serviceCodeMeaning = Text(zh: "类别代码，见 services", en: "A code of GET services")
  static let descriptionMeaning = Text(zh: "什么事，最多 5000 字", en: "What it is about, at most 5,000 characters")
  static let addressMeaning = Text(zh: "在哪里，最多 200 字", en: "Where, in words, at most 200 characters")
  static let addressIDMeaning = Text(
    zh: "组的代码或地标的编号，见 services/代码 的 place",
    en: "Code of a group or number of a landmark: the values of “place” in GET services/CODE")
  static let firstName = Text(zh: "名", en: "First name")
  static let lastName = Text(zh: "姓", en: "Last name")
  static let phone = Text(zh: "电话", en: "Telephone")
  static let emailMeaning = Text(
    zh: "电子邮件：镇里开了邮件的，有消息发到这里", en: "Mail address: where the town sends mail, news goes there")
  static let deviceMeaning = Text(zh: "设备编号：收下但不保存", en: "Number of the device: taken, never kept")
  static let accountMeaning = Text(zh: "您那边的账号：原样带回，不保存", en: "Your account of the person: given back, never kept")
  static let mediaMeaning = Text(
    zh: "照片的网址：只作为文字记下，从不打开", en: "Address of a picture: kept as text, never opened")
  static let keyMeaning = Text(
    zh: "工作人员在“账号”页领的程序令牌（要有“录入诉求”）；镇里允许不署名时可以不写",
    en: "An API token of a person who may enter concerns; not needed where the town takes reports from anybody")

  // MARK: Services

  static func handling(_ lead: Text, days: Int) -> Text {
    Text(
      zh: "由\(lead.zh)办理，\(days) 个工作日内答复。",
      en: "\(lead.en) deals with it and answers within \(days) working day\(days == 1 ? "" : "s").")
  }
  static func example(_ example: String) -> Text { Text(zh: "例如：\(example)", en: "For example: \(example)") }
  static let emergency = Text(
    zh: "有人正处在危险中，请先打 110、119、120 或 122，再来反映。",
    en: "If somebody is in danger now, ring 110, 119, 120 or 122 first, then report.")
  static let emergencyHint = Text(
    zh: "警察 110，火警和救援 119，急救 120，交通事故 122", en: "Police 110, fire and rescue 119, ambulance 120, traffic accidents 122")
  static let village = Text(zh: "哪个村（社区）", en: "Which village or community")
  static let villageHint = Text(
    zh: "经纬度落在有村界图的村里，或写了 address_id，就可以不选。",
    en: "Not needed where lat and long lie in a village with an outline, or address_id is given.")
  static let place = Text(zh: "哪个组或地标", en: "Which group or landmark")
  static let placeHint = Text(zh: "这里的 key 也可以写在 address_id。", en: "Its key may be sent as address_id as well.")
  static let aboutStaff = Text(zh: "是不是反映干部或工作人员", en: "Is it about an official or staff?")
  static let aboutStaffHint = Text(
    zh: "选“是”，密封转给镇里有权处理的人，村里看不到。", en: "With “yes” it goes sealed to the town; nobody in the village sees it.")
  static let yes = Text(zh: "是", en: "Yes")
  static let no = Text(zh: "不是", en: "No")

  // MARK: After a report

  static func filed(_ numbers: [Web.EmergencyNumber], track: String) -> Text {
    guard !numbers.isEmpty else { return Text(zh: "已收到。", en: "Received. ") + follow(track) }
    let (zh, en) = (
      numbers.map { "\($0.number)（\($0.name.zh)）" }.joined(separator: "、"),
      numbers.map { "\($0.number) (\($0.name.en))" }.joined(separator: ", ")
    )
    return Text(
      zh: "如果有人正处在危险中，请马上打 \(zh)，不要等我们。已收到。",
      en: "If somebody is in danger, ring \(en) at once; do not wait for us. Received. ") + follow(track)
  }
  static func follow(_ address: String) -> Text {
    Text(zh: "办到哪一步，看这里：\(address)", en: "How far it is stands here: \(address)")
  }
  /// Kept with the concern, in the offices' language.
  static func serviceNote(_ name: String, _ code: String) -> String { "Open311 里选的类别：\(name)（\(code)）" }
  static func mediaNote(_ address: String) -> String { "附的网址（没有打开过）：\(address)" }

  // MARK: Discovery

  static func contact(_ base: String) -> Text {
    Text(zh: "各镇（街道）的电话见 \(base)/", en: "Telephone numbers of the towns: \(base)/")
  }
  static func keyService(_ base: String) -> Text {
    Text(
      zh: "api_key 是工作人员在 \(base)/account 领的程序令牌；允许不署名的镇不用。",
      en:
        "An api_key is an API token that staff take at \(base)/account; towns that take reports from anybody need none."
    )
  }
}
