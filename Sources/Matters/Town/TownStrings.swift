import Values

/// The words of the overviews of a town and a county, and of the navigation.
enum TownStrings {
  static let title = Text(zh: "全镇情况", en: "Town overview")
  static let lead = Text(
    zh: "各村三类事项、等着分流的诉求和超期的事项。", en: "Matters by class and state, concerns that wait, what is overdue.")
  static let villages = Text(zh: "各村", en: "Villages")
  static let village = Text(zh: "村（社区）", en: "Village")
  static let waiting = Text(zh: "待分流", en: "To triage")
  static let appeals = Text(zh: "申诉中", en: "Appeals")
  static let overdue = Text(zh: "超期", en: "Overdue")
  static let open = Text(zh: "在办", en: "Open")
  static let answered = Text(zh: "已答复", en: "Answered")
  static let closed = Text(zh: "已办结", en: "Closed")
  static let sum = Text(zh: "合计", en: "Total")
  static let noVillages = Text(zh: "这个镇还没有村或社区。", en: "This town has no village yet.")
  static let chart = Text(zh: "各村在办事项", en: "Open matters by village")

  static let countyTitle = Text(zh: "全县情况", en: "County overview")
  static let towns = Text(zh: "各镇", en: "Towns")
  static let town = Text(zh: "镇（街道）", en: "Town")
  static let noTowns = Text(zh: "这个县还没有镇。", en: "This county has no town yet.")

  static let home = Text(zh: "待办", en: "To do")
  static let concerns = Text(zh: "诉求", en: "Concerns")
  static let matters = Text(zh: "事项", en: "Matters")
  static let calls = Text(zh: "电话告知", en: "Calls")
  static let events = Text(zh: "操作记录", en: "Events")

  // Above the columns of the table: twelve of them stand side by side on a desk.
  static let openShort = Text(zh: "在办", en: "open")
  static let answeredShort = Text(zh: "答复", en: "answered")
  static let closedShort = Text(zh: "办结", en: "closed")

  /// "大事在办"
  static func column(_ matterClass: MatterClass, _ what: Text) -> Text {
    let english =
      switch matterClass {
      case .government: "Gov."
      case .community: "Com."
      case .personal: "Private"
      }
    return Text(zh: "\(matterClass.name.zh)\(what.zh)", en: "\(english) \(what.en)")
  }
}
