import Values

/// The words of the list of matters.
enum MatterListStrings {
  static let title = Text(zh: "事项", en: "Matters")
  static let any = Text(zh: "不限", en: "Any")
  static let matterClass = Text(zh: "分类", en: "Class")
  static let state = Text(zh: "状态", en: "State")
  static let leaf = Text(zh: "类目", en: "Category")
  static let lead = Text(zh: "负责单位", en: "Responsible")
  static let group = Text(zh: "小组", en: "Group")
  static let channel = Text(zh: "渠道", en: "Channel")
  static let from = Text(zh: "从哪天起", en: "From")
  static let to = Text(zh: "到哪天止", en: "To")
  static let searchExample = Text(zh: "路灯、编号、地点", en: "street lamp, number, place")
  static let oneCharacter = Text(
    zh: "只写一个字时，只找得到单独成词的那个字；写两个字以上找得全。",
    en: "A single Chinese character finds only texts where it stands alone; two or more find all.")
  static let none = Text(
    zh: "还没有事项。诉求分流以后，事项会出现在这里。", en: "No matters yet. They appear here once concerns are triaged.")
  static let noneFound = Text(zh: "没有符合条件的事项。", en: "No matter fits these filters.")
  static let showAll = Text(zh: "看全部事项", en: "Show all matters")
  static let newConcern = Text(zh: "录入诉求", en: "Enter a concern")
  static let choose = Text(zh: "挑选同类事项", en: "Choose matters of one kind")
  static let chooseLead = Text(
    zh: "勾选同一类目、不同地方的事项，归为同类：登记簿里并成一行，一起办理，各自保留。",
    en: "Tick matters of one category in different places: one row in the register, decided together, each kept.")
  static let stopChoosing = Text(zh: "不选了", en: "Stop choosing")
  static let isFamily = Text(zh: "同类", en: "Family")
  static let urgent = Text(zh: "紧急", en: "Urgent")
  static let periodBackwards = Text(zh: "止期要在起期之后", en: "The last day must not lie before the first")

  static func people(_ count: Int) -> Text {
    Text(zh: "\(count) 人反映", en: count == 1 ? "1 reporter" : "\(count) reporters")
  }
  static func since(_ day: Day) -> Text { Text(zh: "\(day.spoken.zh)起", en: "since \(day.spoken.en)") }
}
