import Governance
import Seeds
import Values

/// What reporters and clerks are told by the use cases of concerns and matters.
package enum MattersWords {
  package static let changedMeanwhile = Refusal(
    rule: "changedMeanwhile",
    reason: Text(zh: "您打开之后，有人改过这一条。", en: "Somebody changed this after you opened it."),
    wayOut: Text(
      zh: "请返回看看新的内容，再决定要不要改。您写的还在上一页。",
      en: "Go back to see what is new, then decide again; what you typed is on the page before."))

  static func received(village: Text, number: String, by: Instant, sealed: Bool) -> Text {
    if sealed {
      return Text(
        zh: "我们已收到，编号 \(number)。已密封转给镇里有权处理的人，村里的人看不到。",
        en:
          "We have it, number \(number). It went sealed to the person in charge at the town; nobody in the village sees it."
      )
    }
    return Text(
      zh: "\(village.zh)已收到，编号 \(number)。最迟 \(by.day.spoken.zh) 分清由谁负责并告诉您。",
      en:
        "\(village.en) has it, number \(number). By \(by.day.spoken.en) at the latest you will hear who is responsible."
    )
  }

  /// What the reporter of words about staff, added to the concern of `number`, is told.
  static func sealedApart(_ number: String) -> Text {
    Text(
      zh: "您给诉求 \(number) 补充的话涉及在这里工作的人，已另立一条，单独密封。"
        + "原来的诉求照常办，上面看不到这些话。请另存这个页面的链接。",
      en: "What you added to concern \(number) is about somebody who works here. It is now a sealed concern "
        + "of its own. The first one goes on and does not show these words. Please keep the link of this page too.")
  }
  static let dangerAdded = Text(zh: "后来补充的话里有危险", en: "What was added later speaks of danger")

  static func triaged(_ matter: MatterRow, sameAsOthers: Bool) -> Text {
    let due = matter.dueAt?.day.spoken
    let together =
      sameAsOthers
      ? Text(zh: "和别人反映的是同一件事，合在一起办。", en: " It is the same as others reported and is dealt with together.")
      : Text(same: "")
    let base: Text =
      switch matter.routing.matterClass {
      case .government:
        Text(
          zh: "您反映的事属于大事，由\(matter.routing.lead)办理\(due.map { "，最迟 \($0.zh) 答复" } ?? "")。",
          en:
            "This is a government matter. Responsible: \(bodyName(matter.routing.lead).en)\(due.map { "; answer by \($0.en)" } ?? "")."
        )
      case .community:
        Text(
          zh: "您反映的事属于小事，由\(matter.routing.lead)牵头，大家一起商量着办\(due.map { "，最迟 \($0.zh) 有办法" } ?? "")。",
          en:
            "This is a community matter; residents decide together. In the lead: \(bodyName(matter.routing.lead).en)\(due.map { "; a plan by \($0.en)" } ?? "")."
        )
      case .personal:
        Text(
          zh: "您反映的事属于私事，由自己作主，村里帮忙\(due.map { "，最迟 \($0.zh) 给您回话" } ?? "")。",
          en:
            "This is a private matter: you decide, the village helps\(due.map { " and calls back by \($0.en)" } ?? "")."
        )
      }
    return base + together
  }

  /// What the clerk says on the telephone, after the same words as on the page.
  static func call(_ text: Text) -> Text {
    Text(
      zh: "您好，这里是村（居）委会。" + text.zh + "您看还有什么要补充的吗？",
      en: "Hello, this is the village committee. " + text.en + " Is there anything to add?")
  }

  static func refused(_ answer: String) -> Text {
    Text(zh: "这件事我们没有纳入：\(answer) 不同意可以在这里申诉。", en: "We did not take this up: \(answer) You may appeal here.")
  }
  static let appealReceived = Text(
    zh: "您的申诉已收到，由另一位工作人员在 5 个工作日内重新看。",
    en: "We have your appeal; another person looks at it again within 5 working days.")
  static func appealDecided(granted: Bool, answer: String) -> Text {
    granted
      ? Text(
        zh: "申诉成立，我们重新办理，日期按第一次反映算。\(answer)",
        en: "Your appeal was granted; we take it up from the first date. \(answer)")
      : Text(zh: "申诉没有成立：\(answer)", en: "Your appeal was not granted: \(answer)")
  }
  static let merged = Text(
    zh: "您反映的事和别人反映的是同一件，已合在一起办，结果一样会告诉您。",
    en: "Others reported the same; it is dealt with together and you will hear the result as well.")
  static let mergeUndone = Text(zh: "您反映的事现在单独办理。", en: "Your matter is dealt with on its own again.")
  static func progress(_ text: String) -> Text { Text(zh: "有新进展：\(text)", en: "Progress: \(text)") }
  static func answered(_ text: String) -> Text { Text(zh: "答复：\(text)", en: "Answer: \(text)") }
  static func closed(_ text: String) -> Text {
    Text(
      zh: "已办结：\(text) 要是没办好，15 个工作日内可以要求重新办理。",
      en: "Done: \(text) If it is not, you may ask within 15 working days to reopen it.")
  }
  static func reopened(_ text: String) -> Text { Text(zh: "重新办理：\(text)", en: "Reopened: \(text)") }
  static let reopenedByReporter = Text(
    zh: "有人说还没有解决，这件事重新办理。", en: "Somebody says that it is not solved; it is being dealt with again.")
  static let withdrawn = Text(zh: "您已撤回这条反映。", en: "You withdrew this concern.")
}
