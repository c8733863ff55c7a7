import Values

extension Refusal {
  /// The way out where a concern may not go to a matter that is there.
  static let asNewMatter = Text(zh: "请把这条诉求立为新事项。", en: "Make this concern a matter of its own.")

  static let mergeWithItself = Refusal(
    rule: "mergeWithItself",
    reason: Text(zh: "要合并的事项少于两件，或同一件选了两次。", en: "There are fewer than two matters, or one was chosen twice."),
    wayOut: Text(zh: "请选两件以上不同的事项。", en: "Choose two or more different matters."))

  static let mergeAcrossVillages = Refusal(
    rule: "mergeAcrossVillages",
    reason: Text(zh: "这些事项不在同一个村。", en: "These matters are not of one village."),
    wayOut: Text(zh: "不同地方的同一种事，请归为同类事项。", en: "Put matters of one kind in different places into a family."))

  static let mergeProtected = Refusal(
    rule: "mergeProtected",
    reason: Text(
      zh: "举报和涉及暴力的事项不能合并，以免泄露反映人。",
      en: "Reports against persons and matters of violence are not merged, to protect the reporters."),
    wayOut: Text(zh: "请分别办理。", en: "Deal with each by itself."))

  static let mergePersonalBenefit = Refusal(
    rule: "mergePersonalBenefit",
    reason: Text(zh: "个人待遇类事项一户一件，不能合并。", en: "Matters of a person's own benefit are never merged."),
    wayOut: Text(zh: "请分别办理。", en: "Deal with each by itself."))

  static let mergeAcrossClasses = Refusal(
    rule: "mergeAcrossClasses",
    reason: Text(zh: "这些事项不是同一类（大事、小事、私事）。", en: "These matters are not of one class."),
    wayOut: Text(zh: "请先改类并写明理由，再合并。", en: "Reclassify first, with the reason, then merge."))

  static let mergeAlreadyMerged = Refusal(
    rule: "mergeAlreadyMerged",
    reason: Text(zh: "其中一件已经合并到别的事项。", en: "One of them is already merged into another matter."),
    wayOut: Text(zh: "请选它合并到的那一件，或先撤销合并。", en: "Choose the matter it was merged into, or undo that merge first."))

  static func mergeLongClosed(_ limit: Int) -> Refusal {
    Refusal(
      rule: "mergeLongClosed",
      reason: Text(
        zh: "其中一件办结已超过 \(limit) 个工作日。", en: "One of them was closed more than \(limit) working days ago."),
      wayOut: Text(zh: "请作为新事项办理，并写明以前办过。", en: "Deal with it as a new matter and note the earlier one."))
  }
}
