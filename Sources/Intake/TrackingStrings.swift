import Values

/// The words of following a report.
extension ReportingStrings {
  static func trackTitle(_ number: String) -> Text { Text(zh: "您的反映 \(number)", en: "Your report \(number)") }
  static func thanks(_ number: String) -> Text {
    Text(zh: "谢谢，我们已收到，编号 \(number)。", en: "Thank you, we have it: number \(number).")
  }
  static let saveThisPage = Text(
    zh: "请把这一页存下来：收藏、截图，或者用另一部手机扫下面的码。以后进度都在这里看。",
    en: "Please keep this page: bookmark it, take a picture of it, or scan the code below. Progress appears here.")
  static let addedThanks = Text(zh: "收到了，谢谢您的补充。", en: "We have it; thank you for adding this.")
  /// The end of a day is told as the day alone.
  static func settledBy(_ by: Instant) -> Text {
    let clock = by.clock == "23:59" ? "" : " " + by.clock
    return Text(
      zh: "最迟 \(by.day.spoken.zh)\(clock) 分清由谁负责，写在这里。",
      en: "By \(by.day.spoken.en)\(clock) it will say here who is responsible.")
  }
  static let responsible = Text(zh: "谁负责", en: "Responsible")
  static let answerBy = Text(zh: "最迟答复", en: "Answer by")
  static let answer = Text(zh: "答复", en: "Answer")
  static func partOfYours(_ part: String) -> Text { Text(zh: "您写的：\(part)", en: "You wrote: \(part)") }
  static let notRight = Text(
    zh: "没办好？在下面写明哪里没办好，15 个工作日内可以要求重新办理。",
    en: "Not right? Say below what is not right; within 15 working days it may be reopened.")
  static let villageOffice = Text(zh: "村（居）委会的电话", en: "the village committee")
  static let whatHappened = Text(zh: "告诉过您的", en: "What you were told")
  static let you = Text(zh: "您", en: "You")
  static func addedWords(_ kind: AddedLine.Kind, _ text: String) -> Text {
    kind == .corrected
      ? Text(zh: "更正：\(text)", en: "Corrected: \(text)") : Text(zh: "补充：\(text)", en: "Added: \(text)")
  }
  static let add = Text(zh: "补充或更正", en: "Add or correct")
  static let addText = Text(zh: "要补充或更正的内容", en: "What to add or correct")
  static let addMissing = Text(zh: "请写一句要补充或更正的内容", en: "Please write what to add or correct")
  static let addKind = Text(zh: "这是", en: "This is")
  static let kindAdded = Text(zh: "新的情况", en: "Something new")
  static let kindCorrected = Text(zh: "前面写错了，更正", en: "A correction of what I wrote")
  static let addSend = Text(zh: "发给村里", en: "Send it")
  static let addSendSealed = Text(zh: "发给镇里负责的人", en: "Send it to the person in charge at the town")
  static let inCharge = Text(zh: "镇里负责的人", en: "The person in charge at the town")
  static let appeal = Text(zh: "不同意？可以申诉", en: "You disagree? You may appeal")
  static let appealHint = Text(
    zh: "由另一位工作人员重新看，5 个工作日内答复您。", en: "Another person looks again and answers within 5 working days.")
  static let appealText = Text(zh: "为什么应当办", en: "Why it should be taken up")
  static let appealMissing = Text(zh: "请写一句为什么应当办", en: "Please say in a sentence why it should be taken up")
  static let appealSend = Text(zh: "提交申诉", en: "Send the appeal")
  static let withdraw = Text(zh: "撤回这条反映", en: "Withdraw this report")
  static func withdrawQuestion(_ number: String) -> Text {
    Text(zh: "撤回编号 \(number) 的反映？", en: "Withdraw report \(number)?")
  }
  static let withdrawMeaning = Text(
    zh: "撤回以后，我们不再为您办这件事；别人也反映过的，还会继续办。以后想说，随时可以再反映。",
    en:
      "After this we no longer deal with it for you; what others reported as well goes on. You may report again any time."
  )
  static let withdrawMeaningSealed = Text(
    zh: "撤回以后，收到它的部门会看到您已撤回；您写的内容他们仍看得到，是否继续查由他们依法决定。村里的人始终看不到。",
    en:
      "The office that has it will see that you withdrew it. It still has your words, and decides by law whether to go "
      + "on. The village never sees it."
  )
  static let withdrawNow = Text(zh: "撤回", en: "Withdraw")
  static let keepIt = Text(zh: "不撤回，回到进度页", en: "Keep it and go back")
  static let howToTell = Text(zh: "有消息怎么告诉我", en: "How I am told the news")
  static let keep = Text(zh: "怎么再回到这里", en: "How to come back here")
  static let qrLabel = Text(zh: "这一页的二维码", en: "QR code of this page")
  static func numberOpensNothing(_ number: String) -> Text {
    Text(
      zh: "编号 \(number) 可以在电话里报。谁有这一页的地址，谁就能看到内容，请不要转发。",
      en:
        "The number \(number) is for the telephone. Whoever has the address of this page can read it; please do not pass it on."
    )
  }
  static let sealedNumber = Text(
    zh: "这条是密封的：凭编号查不到，打电话也问不到，只有这一页看得到。谁有这一页的地址，谁就能看到内容，请不要转发。",
    en:
      "This one is sealed: its number finds nothing, on the telephone neither; only this page shows it. Whoever has the address of this page can read it; please do not pass it on."
  )
  static let callUs = Text(zh: "也可以打电话问：", en: "Or call: ")

  // MARK: Looking up by number

  static let lookup = Text(zh: "凭编号查进度", en: "Look up a report")
  static let lookupLead = Text(
    zh: "填编号和您留的电话后四位。这里只显示办到哪一步。",
    en: "Give the number and the last four digits of the telephone you left. Only the state is shown.")
  static let number = Text(zh: "编号", en: "Number")
  static let numberExample = Text(same: "20481637")
  static let numberForm = Text(zh: "编号是 8 位数字", en: "The number has 8 digits")
  static let phoneTail = Text(zh: "电话后四位", en: "Last four digits of the telephone")
  static let tailForm = Text(zh: "请填电话的最后 4 位数字", en: "Please give the last 4 digits of the telephone")
  static let nothingFound = Text(
    zh: "没有找到对得上的编号和电话，请再看一下。没留电话的，请用收到的网址或二维码。",
    en: "No number and telephone match; please check them. If you left no telephone, use the address or code you got.")
  static let lookupSend = Text(zh: "查进度", en: "Look it up")
  static let lookupSummary = Text(
    zh: "凭编号和电话后四位查办到哪一步", en: "The state by number and the last four digits of the telephone")

  // MARK: What the routes do

  static let trackSummary = Text(zh: "反映的进度（凭收到的地址）", en: "A report's progress, by the address its reporter got")
  static let addSummary = Text(zh: "补充或更正反映", en: "Add to a report or correct it")
  static let withdrawPageSummary = Text(zh: "撤回反映：先看一下会怎样", en: "Withdrawing a report: what it means")
  static let withdrawSummary = Text(zh: "撤回反映", en: "Withdraw a report")
  static let appealSummary = Text(zh: "对不予纳入申诉", en: "Appeal against “not taken up”")
}
