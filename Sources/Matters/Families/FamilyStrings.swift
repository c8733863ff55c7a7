import Values

/// The words of families (同类事项).
enum FamilyStrings {
  static let family = Text(zh: "同类事项", en: "Family of matters")
  static let members = Text(zh: "同类的事项", en: "Matters of one kind")
  static let title = Text(zh: "怎么称呼", en: "Name of the family")
  static let titleExample = Text(zh: "路灯不亮", en: "Street lamps out")
  static let make = Text(zh: "归为同类", en: "Make a family")
  static let lead = Text(
    zh: "这些事项是同一种事、不同地方。在这里一次办理，每一件都会记下，每一位反映人都会告诉。",
    en: "One kind of matter in different places. What you do here is done on each, and every reporter is told.")
  static let decideTogether = Text(zh: "一起办理", en: "Decide together")
  static let onlyOpen = Text(zh: "已办结的不再变动。", en: "Closed ones are left as they are.")
  static let text = Text(zh: "写给反映人的话", en: "What the reporters are told")
  static let addMember = Text(zh: "加入一件", en: "Add a matter")
  static let candidates = Text(zh: "同一类目、还没归类的", en: "Of the same category, in no family yet")
  static let add = Text(zh: "加入同类", en: "Put into the family")
  static let remove = Text(zh: "移出", en: "Take out")
  static let removed = Text(zh: "移出同类", en: "Take out of the family")
  static let change = Text(zh: "放进或移出同类", en: "Put into a family or take out")
  static let suggestion = Text(zh: "村里还有同一类目的事项", en: "Other open matters of this category in the village")
  static let none = Text(zh: "这一类里已没有事项。", en: "No matter is left in this family.")
  static let ids = Text(zh: "事项编号，2 到 200 件", en: "Ids of matters, 2 to 200")
  static let familyID = Text(zh: "同类的编号，空着就是移出", en: "Id of the family; empty takes the matter out")
  static let version = Text(zh: "打开时的版本", en: "The version that was seen")
  static let reclassify = Text(zh: "一起改类", en: "Reclassify all")

  static let noneOpen = Text(zh: "这一类里没有还在办的事项。", en: "No matter of this family is open.")
  static let noneOpenWay = Text(zh: "要重新办理，请到那一件事项里去。", en: "To reopen one, go to that matter.")

  static func count(_ count: Int) -> Text {
    Text(zh: "\(count) 件", en: count == 1 ? "1 matter" : "\(count) matters")
  }
  static func ofMember(_ number: String, _ reason: Text) -> Text {
    Text(zh: "\(number):\(reason.zh)", en: "\(number): \(reason.en)")
  }
}
