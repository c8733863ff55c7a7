import Values

/// The words of the desk: what waits for the person who signed in.
enum HomeStrings {
  static let title = Text(zh: "工作台", en: "Your desk")
  static let summary = Text(zh: "等着我办的：诉求、申诉、快到期的事项", en: "What waits for me: concerns, appeals, matters nearly due")
  static let start = Text(zh: "从第一条开始", en: "Begin with the first")
  static let nothing = Text(zh: "都办好了，现在没有等着您的事。", en: "All done: nothing waits for you now.")
  static let waiting = Text(zh: "等着您", en: "Waiting for you")
  static let villages = Text(zh: "各村情况", en: "Your villages")
  static let village = Text(zh: "本村情况", en: "Your village")
  static let links = Text(zh: "可以看的", en: "What you may read")
  static let concern = Text(zh: "诉求", en: "Concern")
  static let appeal = Text(zh: "申诉", en: "Appeal")
  static let matter = Text(zh: "事项", en: "Matter")
  static let dispute = Text(zh: "第二次退回，请裁定", en: "Second return to decide")
  static let roleProposed = Text(zh: "任职请您确认", en: "A role to confirm")
  static let newReader = Text(zh: "新的密封件收件人", en: "Somebody new reads sealed concerns")
  static let orderInHand = Text(zh: "在您这里的工单", en: "Order in your hands")
  static let extensionAsked = Text(zh: "申请延期，请批", en: "Extension to decide")
  static let toTriage = Text(zh: "待分流", en: "To triage")
  static let appeals = Text(zh: "申诉中", en: "Under appeal")
  static let calls = Text(zh: "有电话要打", en: "Calls to make")
  static let matters = Text(zh: "事项", en: "Matters")
  static let concerns = Text(zh: "诉求", en: "Concerns")
  static let registers = Text(zh: "登记簿", en: "Registers")
  static let town = Text(zh: "全镇情况", en: "Town overview")
  static let catalogue = Text(zh: "责任目录", en: "Duty catalogue")
  static let sealed = Text(zh: "密封件", en: "Sealed concerns")
  static let sealedOne = Text(zh: "密封件，还没有人记过处理", en: "Sealed concern, nothing noted yet")
  static let own = Text(zh: "我录入的", en: "My entries")
  static let enter = Text(zh: "录入诉求", en: "Enter a concern")
  static let administration = Text(zh: "管理", en: "Administration")
  static let noPost = Text(
    zh: "您现在没有任职，要办事请联系管理员。", en: "You hold no role now; ask your administrator.")
  static let keys = Text(zh: "键盘：n 去第一条，j、k 上下移动。", en: "Keys: n opens the first, j and k move.")

  static func lead(_ count: Int, isMore: Bool) -> Text {
    Text(
      zh: isMore ? "\(count) 条以上，最急的在前。" : "\(count) 条，最急的在前。",
      en: isMore ? "More than \(count), the most pressing first." : "\(count), the most pressing first.")
  }
}
