import Values

/// The words of the front page.
enum FrontStrings {
  static let title = Text(zh: "您在哪个村（社区）？", en: "Which village are you in?")
  static let lead = Text(
    zh: "选好以后，可以反映一件事，也可以看大家的事办到哪一步。",
    en: "Choose it, then report a problem or see how far things are.")
  static let summary = Text(zh: "首页：选村（社区）", en: "The front page: choose a village")
  static let villagesSummary = Text(zh: "所有的村（社区）", en: "All villages and urban communities")
  static let search = Text(zh: "按名字找", en: "Search by name")
  static let searchExample = Text(zh: "青山", en: "Qingshan")
  static let townCode = Text(zh: "镇的代码", en: "The code of a town")
  static let chooseTown = Text(zh: "先选镇（街道）", en: "First choose the town")
  static let all = Text(zh: "看全部", en: "Show all")
  static let signIn = Text(zh: "工作人员登录", en: "Staff sign in")
  static let home = Text(zh: "我的工作台", en: "My work")
  static let noVillages = Text(zh: "这里还没有村（社区）。管理员添加以后就会出现。", en: "There are no villages yet. They appear once added.")

  static func nothingFound(_ search: String) -> Text {
    search.isEmpty
      ? Text(zh: "这个镇下面没有找到村（社区）。", en: "No village was found in this town.")
      : Text(zh: "没有名字里带“\(search)”的村（社区），换个字试试。", en: "No village has “\(search)” in its name; try another word.")
  }
  static func found(_ count: Int, cut: Bool) -> Text {
    cut
      ? Text(
        zh: "找到很多，先列出 \(count) 个，多写一个字会更准。",
        en: "There are many; these are \(count) of them. One more letter narrows it.")
      : Text(zh: "找到 \(count) 个", en: "\(count) found")
  }
}
