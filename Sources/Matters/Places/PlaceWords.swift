import Values

/// The words of the lists of places.
enum PlaceWords {
  static let villages = Text(zh: "各村", en: "Villages")
  static let villagesLead = Text(zh: "这个镇的村和社区，点进去看。", en: "The villages of this town, each with what you may open.")
  static let towns = Text(zh: "各镇", en: "Towns")
  static let townsLead = Text(zh: "这个县的镇，点进去看各村。", en: "The towns of this county, each leading to its villages.")
  static let openMatters = Text(zh: "在办事项", en: "Open matters")
  static let overdue = Text(zh: "超期", en: "Overdue")
  static let waiting = Text(zh: "待分流诉求", en: "Concerns to triage")
  static let registers = Text(zh: "登记簿", en: "Registers")
  static let events = Text(zh: "操作记录", en: "Events")
  static let entering = Text(zh: "录入", en: "Entering")
  static let enter = Text(zh: "录入诉求", en: "Enter a concern")
  static let own = Text(zh: "我录入的", en: "My entries")
  static let see = Text(zh: "查看", en: "Open")
  static let all = Text(zh: "全部的村", en: "All villages")

  static let groupMatters = Text(zh: "本组的事项", en: "Matters of the group")
  static let groupLead = Text(
    zh: "只看不改。私事和要保护反映人的事不在这里。",
    en: "For reading. Private matters and those that protect who spoke are not here.")
  static let noGroupMatters = Text(zh: "这个组还没有事项。", en: "This group has no matter yet.")
  static let groupMatter = Text(zh: "本组的一件事项", en: "A matter of the group")
  static let groupMatterLead = Text(
    zh: "反映人是谁、怎么联系，这里不显示。", en: "Who reported it and how to reach them is not shown here.")
  static let progress = Text(zh: "办理进展", en: "Progress")
  static let noProgress = Text(zh: "还没有进展记录。", en: "No progress is recorded yet.")
  static let reported = Text(zh: "最早反映", en: "First reported")
  static let closed = Text(zh: "办结", en: "Closed")
}
