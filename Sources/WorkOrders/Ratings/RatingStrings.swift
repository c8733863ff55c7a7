import Values

/// The words of ratings and follow-up calls.
enum RatingStrings {
  static let title = Text(zh: "办得怎么样", en: "How was it done")
  static let lead = Text(
    zh: "事情办完了，请说说办得好不好。每次办完只评一次。", en: "The work is done: please say how well. You rate once for each closing.")
  static let solved = Text(zh: "解决了吗", en: "Is it solved")
  static let satisfied = Text(zh: "满意吗", en: "Are you satisfied")
  static let reached = Text(zh: "有人和我联系过", en: "Somebody spoke with me")
  static let reachedThem = Text(zh: "有人和反映人联系过", en: "Somebody spoke with the reporter")
  static let theirWords = Text(zh: "反映人说的话", en: "What the reporter said")
  static let theirWordsHint = Text(
    zh: "没解决的，写上还差什么，会重新办。", en: "If it is not solved, write what is missing; it will be taken up again.")
  static let whichReporter = Text(zh: "请选择", en: "Please choose")
  static func answer(of office: String) -> Text {
    Text(zh: "\(office)的答复", en: "Answer of: \(office)")
  }
  static let words = Text(zh: "想说的话", en: "In your words")
  static let wordsHint = Text(
    zh: "没解决的，请说还差什么，我们会重新办。", en: "If it is not solved, say what is missing; it will be taken up again.")
  static let whatIsNot = Text(zh: "请说一句还有什么没解决", en: "Please say what is not solved")
  static let send = Text(zh: "提交评价", en: "Send your rating")
  static let enter = Text(zh: "登记评价", en: "Enter the rating")
  static let thanks = Text(zh: "谢谢，记下了。", en: "Thank you, it is noted.")
  static let tooLate = Text(
    zh: "评价记下了。办结已超过可以重新办理的期限，这件事不再重开；还没解决的，请再反映一次。",
    en: "Your rating is noted. It is too late to take this up again; if it is still not solved, please report it anew.")
  static let ownCounts = Text(zh: "反映人后来自己评了，以自己评的为准", en: "The reporter rated later; that counts")
  static let nothing = Text(
    zh: "现在没有要评价的事。办结以后，可以在这里评一次。",
    en: "There is nothing to rate now. When the work is done, you can rate it here.")
  static let toLookup = Text(zh: "凭编号查进度", en: "Follow it by its number")
  static let toTrack = Text(zh: "回到进度页", en: "Back to the tracking page")
  static let toOrder = Text(zh: "回到工单", en: "Back to the order")
  static let callTitle = Text(zh: "登记回访", en: "Enter a follow-up")
  static let callLead = Text(
    zh: "打电话问过、或收到纸质评价的，替反映人登记。每人每次办完只登一次。", en: "For a reporter who was rung or sent a paper: once for each closing.")
  static let concern = Text(zh: "哪位反映人", en: "Whose concern")
  static let channel = Text(zh: "怎样得来的", en: "How it came")
  static let phoneOrPaper = Text(zh: "请选电话或纸质", en: "Please choose telephone or paper")
  static let nobodyLeft = Text(zh: "没有要回访的了。", en: "Nobody is left to be asked.")
  static let said = Text(zh: "反映人的评价", en: "What reporters said")
  static func level(_ level: Int) -> Text {
    switch level {
    case 5: Text(zh: "很满意", en: "Very satisfied")
    case 4: Text(zh: "满意", en: "Satisfied")
    case 3: Text(zh: "一般", en: "So-so")
    case 2: Text(zh: "不满意", en: "Dissatisfied")
    default: Text(zh: "很不满意", en: "Very dissatisfied")
    }
  }

  static let nothingClosed = Refusal(
    rule: "nothingToRate", reason: Text(zh: "现在没有要评价的事。", en: "There is nothing to rate now."),
    wayOut: Text(
      zh: "办完以后再来评价；已评过的，没解决可以在进度页补充。",
      en: "Come back when it is done; if you have rated, add on the tracking page what is missing."))
}
