import Seeds
import Values

/// The words of the public pages of a village.
enum PublicStrings {
  static let report = Text(zh: "我要反映", en: "Report a problem")
  static let lookup = Text(zh: "查进度", en: "Follow up a report")
  static let address = Text(zh: "地址", en: "Address")
  static let phone = Text(zh: "电话", en: "Telephone")
  static let settings = Text(zh: "设置这个村的页面", en: "Set up this village's page")

  static let police = Text(zh: "报警", en: "Police")
  static let fire = Text(zh: "火警", en: "Fire")
  static let ambulance = Text(zh: "急救", en: "Ambulance")

  // MARK: The village page

  static let villageSummary = Text(
    zh: "村的公开页：公开的事项、件数、联系方式", en: "The village's public page: released matters, counts, contact")
  static let released = Text(zh: "大家的事办到哪一步", en: "How far things are")
  static let releasedLead = Text(
    zh: "这里只写已经公开的事，不写是谁反映的。", en: "Only what was released stands here, never who reported it.")
  static let nothingReleased = Text(zh: "还没有公开的事项。", en: "Nothing has been released yet.")
  static func all(_ matterClass: MatterClass) -> Text {
    Text(zh: "看全部公开的\(matterClass.name.zh)", en: "All released \(matterClass.name.en.lowercased())s")
  }
  static let counts = Text(zh: "一共有多少件", en: "How many there are")
  static let countsNote = Text(
    zh: "件数包括没有公开的。少于 5 件写“<5”，免得认出是谁。",
    en: "Counts include what is not released. Fewer than 5 are written “<5”, so that nobody can be recognised.")
  static let countsByList = Text(zh: "三张清单的件数", en: "By list")
  static let kind = Text(zh: "清单", en: "List")
  static let open = Text(zh: "正在办", en: "Open")
  static let closed = Text(zh: "已办结", en: "Closed")
  static let hidden = Text(zh: "只公布件数的大事和小事", en: "Matters of which only the count is public")
  static let hiddenNote = Text(
    zh: "关系到个人的事不公开内容。每样少于 5 件（包括没有）都写“<5”。",
    en: "What concerns single persons is not published. Fewer than 5 of a kind, also none, are written “<5”.")
  static let hiddenKind = Text(zh: "哪一类", en: "Kind")
  static let count = Text(zh: "件数", en: "Count")
  static let searchReleased = Text(zh: "在公开的事项里找", en: "Search what was released")
  static let searchExample = Text(zh: "路灯", en: "street light")
  static let forTheCurious = Text(zh: "给懂技术的人：订阅、核对记录", en: "For the technically minded: feeds, checking the records")
  static let feeds = Text(zh: "订阅公开的事项", en: "Follow what is released")
  static func recordCheck(after seq: Int64) -> Text {
    Text(zh: "记录校验码（全镇第 \(seq) 条记录之后）：", en: "Check code of the records (after record \(seq) of the town): ")
  }
  static let whatIsRecordCheck = Text(zh: "这是什么？", en: "What is this?")

  // MARK: Lists

  static let openSummary = Text(zh: "一类公开的事项", en: "Released matters of a class")
  static let searchSummary = Text(zh: "查找公开的事项", en: "Search released matters")
  static let stateMeaning = Text(zh: "状态", en: "State")
  static let afterMeaning = Text(zh: "从哪一件之后开始", en: "The matter after which the page begins")
  static let limitMeaning = Text(zh: "每页件数，最多 200", en: "Matters a page, at most 200")
  static let queryMeaning = Text(zh: "要找的字", en: "Words to be found")
  static let allStates = Text(zh: "全部", en: "All")
  static func title(_ matterClass: MatterClass) -> Text {
    Text(zh: "公开的\(matterClass.name.zh)", en: "Released \(matterClass.name.en.lowercased())s")
  }
  static let searchTitle = Text(zh: "找公开的事项", en: "Search released matters")
  static func notFound(_ text: String) -> Text {
    Text(
      zh: "公开的事项里没有“\(text)”。没有公开不等于没有在办。",
      en: "Nothing released has “\(text)”. What is not released may still be dealt with.")
  }
  static let noneInState = Text(zh: "没有这种状态的事项。", en: "There are none in this state.")
  static func since(_ day: Text) -> Text { Text(zh: "\(day.zh)起", en: "since \(day.en)") }
  static func people(_ reporters: Int) -> Text {
    Text(zh: "\(reporters) 人反映", en: "reported by \(reporters)")
  }
  static func count(of reporters: Int) -> Text { Text(zh: "\(reporters) 人", en: "\(reporters)") }
  static func joined(_ joins: Int) -> Text {
    Text(zh: "另有 \(joins) 人点了“我也遇到”", en: "\(joins) more tapped “me too”")
  }
  static let privateTitle = Text(zh: "私事只公布件数", en: "Private matters: counts only")
  static let privateWhy = Text(
    zh: "私事由自己作主，村里帮忙。内容谁都看不到，这里只写有多少件。",
    en: "People decide their private matters themselves and the village helps. Only their number stands here.")

  // MARK: One matter

  static let matterSummary = Text(zh: "一件公开的事项", en: "A released matter")
  static let place = Text(zh: "地点", en: "Place")
  static let who = Text(zh: "由谁负责", en: "Who is responsible")
  static func who(_ lead: String, _ others: [String]) -> Text {
    if others.isEmpty { return bodyName(lead) }
    let (first, with) = (bodyName(lead), bodyNames(others))
    return Text(zh: "\(first.zh)牵头，\(with.zh)一起办", en: "\(first.en), with \(with.en)")
  }
  static let category = Text(zh: "哪一类", en: "Category")
  static let reporters = Text(zh: "多少人反映", en: "Reported by")
  static let firstReported = Text(zh: "最早反映", en: "First reported")
  static let basis = Text(zh: "依据", en: "Legal basis")
  static let reply = Text(zh: "答复", en: "Answer")
  static let photos = Text(zh: "照片", en: "Photos")
  static func photo(_ number: Int) -> Text { Text(zh: "第 \(number) 张照片", en: "Photo \(number)") }
  static let steps = Text(zh: "办到哪一步", en: "What was done when")
  static let reportedStep = Text(zh: "第一次有人反映", en: "Reported for the first time")
  static let releasedStep = Text(zh: "公开到这里", en: "Released on this page")
  static let meToo = Text(zh: "我也遇到", en: "Me too")
  static let meTooHint = Text(
    zh: "点一下就加上您一个，不用写，也不用留名字。", en: "One tap adds you; no need to write or to leave a name.")
  static let objection = Text(zh: "没办好，或者还有别的情况？再反映一次。", en: "Not solved, or is there more? Report it.")
  static let toVillage = Text(zh: "回到村的页面", en: "Back to the village's page")

  // MARK: Feeds

  static let jsonFeedSummary = Text(zh: "公开的事项，JSON Feed 1.1", en: "Released matters as JSON Feed 1.1")
  static let rssFeedSummary = Text(zh: "公开的事项，RSS 2.0", en: "Released matters as RSS 2.0")
  static func feedTitle(_ village: Text) -> Text {
    Text(zh: "\(village.zh)公开的事项", en: "\(village.en): released matters")
  }
}
