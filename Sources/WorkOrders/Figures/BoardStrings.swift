import Values

/// The words of the board of all open orders.
enum BoardStrings {
  static let title = Text(zh: "工单总览", en: "All orders at a glance")
  static let lead = Text(
    zh: "没办完的工单都在这里，点数字看是哪些。", en: "All open orders. Choose a figure to see which they are.")
  static let by = Text(zh: "按什么看", en: "By what")
  static let allOffices = Text(zh: "看全部单位", en: "All offices")
  static let list = Text(zh: "看清单", en: "See the list")
  static let open = Text(zh: "在办", en: "Open")
  static let sum = Text(zh: "合计", en: "Total")
  static let handlers = Text(zh: "每人手上有多少", en: "Who has how much in hand")
  static let handler = Text(zh: "经办人", en: "Handler")
  static let nobody = Text(zh: "还没有人经办", en: "Nobody yet")
  static let atLeast = Text(
    zh: "带“+”的超过 1000 件，只数了其中 1000 件。", en: "A figure with “+” counts 1,000 of more than 1,000 orders.")

  static func name(_ tab: BoardTab) -> Text {
    switch tab {
    case .office: Text(zh: "按单位", en: "By office")
    case .village: Text(zh: "按村（社区）", en: "By village")
    case .category: Text(zh: "按类目", en: "By category")
    }
  }

  static func column(_ tab: BoardTab) -> Text {
    switch tab {
    case .office: OrderStrings.office
    case .village: OrderStrings.village
    case .category: OrderStrings.leaf
    }
  }
}
