import Governance
import Values

/// The words of "not taken up", appeals, additions and withdrawals.
enum RefusalStrings {
  static let title = Text(zh: "不予纳入", en: "Not taken up")
  static let lead = Text(
    zh: "只有下面这些理由可以不纳入；反映人会收到答复，可以申诉。",
    en: "Only for one of these reasons; the reporter is answered and may appeal.")
  static let reason = Text(zh: "理由", en: "Reason")
  static let choose = Text(zh: "请选一个理由", en: "Please choose a reason")
  static let detail = Text(zh: "要告诉反映人的具体内容", en: "What the reporter needs to know")
  static let detailHint = Text(
    zh: "该找的单位和电话、编号、以前的答复或法律名称，填进答复里{reason}的地方",
    en: "The right office and its telephone, a number, the earlier answer or the law; it goes where {reason} stands")
  static let needsDetail = Text(
    zh: "这个理由要写具体内容：单位和电话、编号、以前的答复或法律名称",
    en: "This reason needs it: office and telephone, number, earlier answer or law")
  static let answer = Text(zh: "给反映人的答复", en: "The answer to the reporter")
  static let answerHint = Text(zh: "空着就用这个理由的标准答复", en: "Left empty, the standard answer of the reason is sent")
  static let refuse = Text(zh: "不予纳入并答复", en: "Do not take up, and answer")
  static let seal = Text(
    zh: "涉及公职人员违纪违法的会密封转交，村里不再看得到。", en: "Misconduct goes sealed to the town; the village no longer sees it.")
  static let summary = Text(zh: "不予纳入一条诉求并答复", en: "Do not take a concern up, with the answer")
  static let open = Text(zh: "这条不该纳入？", en: "Not to be taken up?")
  static let refusedWith = Text(zh: "答复", en: "Answer given")

  static let appeal = Text(zh: "申诉", en: "Appeal")
  static let appealText = Text(zh: "反映人怎么说", en: "What the reporter says")
  static let decideSummary = Text(zh: "决定第一次申诉", en: "Decide a first appeal")
  static let decideSecondSummary = Text(zh: "决定第二次申诉", en: "Decide a second appeal")
  static let secondPage = Text(zh: "第二次申诉", en: "Second appeal")
  static let secondPageSummary = Text(zh: "第二次申诉的经过", en: "A second appeal and what went before")
  static let decision = Text(zh: "怎么决定", en: "Decision")
  static let grant = Text(zh: "申诉成立", en: "Grant it")
  static let grantHint = Text(zh: "重新分流，日期按第一次反映算", en: "Back to triage with its first date")
  static let uphold = Text(zh: "维持不予纳入", en: "Uphold the refusal")
  static let upholdHint = Text(zh: "说明理由；反映人还可以再向镇里申诉一次", en: "Say why; the reporter may still ask the town")
  static let upholdLast = Text(zh: "说明理由；这是最后一次，不能再申诉", en: "Say why; this is final")
  static let decideAppeal = Text(zh: "对这次申诉作决定", en: "Decide this appeal")
  static let chooseDecision = Text(zh: "请选申诉成立或维持", en: "Please choose to grant or to uphold")
  static let decide = Text(zh: "决定并答复", en: "Decide and answer")
  static let otherPerson = Text(
    zh: "申诉由没有参与过前面决定的人来定。", en: "An appeal is decided by somebody who took no part in the earlier decision.")
  static let townDecides = Text(zh: "这是第二次申诉，由镇里决定。", en: "This is a second appeal; the town decides it.")
  static let goDecide = Text(zh: "去决定", en: "Decide it")
  static let granted = Text(zh: "成立", en: "granted")
  static let upheld = Text(zh: "没有成立", en: "not granted")
  static let wrongRound = Refusal(
    rule: "appealRound",
    reason: Text(
      zh: "第一次申诉由村（居）委会决定，第二次由镇里决定。",
      en: "The village committee decides the first appeal, the town the second."),
    wayOut: Text(zh: "请交给有权的人来定。", en: "Leave it to whoever may decide this one."))

  static let additionTitle = Text(zh: "补充或更正", en: "Add or correct")
  static let additionKind = Text(zh: "是什么", en: "Kind")
  static let added = Text(zh: "补充", en: "Added")
  static let corrected = Text(zh: "更正", en: "Corrected")
  static let additionText = Text(zh: "反映人又说了什么，或哪里记错了", en: "What the reporter added, or what was wrong")
  static let add = Text(zh: "记下来", en: "Write it down")
  static let additionSummary = Text(zh: "给诉求补充或更正", en: "Add to a concern or correct it")

  static let withdrawTitle = Text(zh: "反映人要撤回", en: "The reporter withdraws it")
  static let withdrawReason = Text(zh: "谁、什么时候、怎么说的", en: "Who said so, when and how")
  static let withdraw = Text(zh: "代为撤回", en: "Withdraw it for the reporter")
  static let withdrawConfirm = Text(zh: "再点一次就撤回", en: "Tap again to withdraw")
  static let withdrawSummary = Text(zh: "代反映人撤回诉求", en: "Withdraw a concern for its reporter")

  static func round(_ number: Int) -> Text {
    number == 1 ? Text(zh: "第一次申诉", en: "First appeal") : Text(zh: "第二次申诉", en: "Second appeal")
  }
  static func answerBy(_ day: Day) -> Text {
    Text(zh: "最迟 \(day.spoken.zh) 答复", en: "to be answered by \(day.spoken.en)")
  }
}
