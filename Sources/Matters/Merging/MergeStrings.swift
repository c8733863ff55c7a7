import Values

/// The words of merging.
enum MergeStrings {
  static let title = Text(zh: "合并重复事项", en: "Merge duplicates")
  static let lead = Text(
    zh: "勾选和这件是同一件事的事项，合并进来。每一位反映人都会保留、只算一次，并收到告知；随时可以原样撤销。",
    en: "Tick what is the same matter. Every reporter is kept, counted once and told; it can be undone exactly.")
  static let kept = Text(zh: "留下的这一件", en: "The one that is kept")
  static let search = Text(zh: "再找别的", en: "Look for others")
  static let merged = Text(zh: "合并进来的事项", en: "Matters to be merged in")
  static let mergedMeaning = Text(zh: "事项编号，1 到 50 件", en: "Ids of matters, 1 to 50")
  static let withItself = Text(
    zh: "一件事项不能和它自己合并，请选另外的事项", en: "A matter is not merged with itself; please choose others")
  static let twice = Text(zh: "同一件事项选了两次", en: "One matter was chosen twice")
  static let none = Text(zh: "没有找到像是同一件的事项。可以换个词再找。", en: "Nothing looks like the same matter. Try other words.")
  static let reason = Text(zh: "为什么是同一件", en: "Why they are the same")
  static let reasonExample = Text(zh: "同一盏灯，同一天坏的", en: "The same lamp, the same day")
  static let submit = Text(zh: "合并", en: "Merge")
  static let undo = Text(zh: "撤销合并", en: "Undo a merge")
  static let undoReason = Text(zh: "不是同一件事", en: "Not the same matter")
  static let sameLeaf = Text(zh: "同一类目", en: "Same category")
  static let found = Text(zh: "搜索找到", en: "Found by your words")

  /// How sure it is that two matters are one, for a score of 0…1.
  static func likeness(_ score: Double) -> Text {
    if score >= 0.9 { return Text(zh: "很可能是同一件", en: "Likely the same") }
    return score >= 0.7
      ? Text(zh: "可能是同一件", en: "Possibly the same") : Text(zh: "说不准是不是同一件", en: "Unsure whether it is the same")
  }
}
