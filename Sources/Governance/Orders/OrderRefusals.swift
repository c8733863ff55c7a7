import Values

extension Refusal {
  static let orderToOfficeConcerned = Refusal(
    rule: "orderToOfficeConcerned",
    reason: Text(zh: "这件事反映的就是这个单位，不能交给它办。", en: "The report is about this very office; it is not handed to it."),
    wayOut: Text(zh: "请交给它的上级或纪检。", en: "Hand it to the office above, or to discipline inspection."))

  static let orderWithoutDuty = Refusal(
    rule: "orderWithoutDuty",
    reason: Text(zh: "没有写明这个单位的职责依据，不能交办。", en: "No duty of this office with its basis is cited for the matter."),
    wayOut: Text(
      zh: "请写明这个单位的职责依据（哪部法规、哪个文件），或者选责任目录里管这类事的单位。",
      en:
        "Write the basis of its duty (which law or document), or choose an office whose duty the catalogue says it is.")
  )

  static let orderDutyEnded = Refusal(
    rule: "orderDutyEnded",
    reason: Text(zh: "这个单位的这项职责现在不生效。", en: "This duty of the office does not hold today."),
    wayOut: Text(zh: "请选现在负责的单位。", en: "Choose the office that has the duty now."))

  package static let orderBackToReturner = Refusal(
    rule: "orderBackToReturner",
    reason: Text(
      zh: "这个单位已退回过这件事，不能又交给它。", en: "This office has sent the matter back; it is not handed to it again."),
    wayOut: Text(
      zh: "请另选单位，或先由服务中心办；认为就该它办的，请镇办公室改派，镇里定了它不能再退。",
      en:
        "Choose another office, or let the service centre keep it. If you hold that it is theirs after all, ask the town office to re-assign it: that is final."
    ))

  static let returnAfterDecision = Refusal(
    rule: "returnAfterDecision",
    reason: Text(
      zh: "这件工单镇里已裁定由您单位办，不能再退。", en: "The town has decided that this order is yours; it cannot be returned."),
    wayOut: Text(zh: "请签收办理；需要别的单位帮忙，可以请协办。", en: "Please accept it; other offices can be called in to help."))

  static let townHasDecided = Refusal(
    rule: "townHasDecided",
    reason: Text(
      zh: "这件工单镇里已裁定由这个单位办，不能收回、转走或代它答复。",
      en: "The town has decided that this order is that office's; it is not taken back, passed on or answered for it."),
    wayOut: Text(zh: "请找镇办公室，由它改派。", en: "Ask the town office, which can re-assign it."))

  static let returnTooLate = Refusal(
    rule: "returnTooLate",
    reason: Text(zh: "退回的时间已过，只能在签收期限内退回。", en: "The time to return it is over; it ends with the time to accept."),
    wayOut: Text(zh: "请先签收；确实不归您单位管的，请镇里改派。", en: "Accept it; if it is not yours, ask the town to re-assign it."))

  static let returnWithoutReason = Refusal(
    rule: "returnWithoutReason",
    reason: Text(zh: "退回要写明原因。", en: "A return needs its reason."),
    wayOut: Text(zh: "请写明为什么不归您单位管、应该归谁管。", en: "Write why it is not yours and whose it is."))

  static let passedOverLevels = Refusal(
    rule: "passedOverLevels",
    reason: Text(zh: "村、镇、县要一级一级地转。", en: "Orders go one level at a time: village, town, county."),
    wayOut: Text(zh: "请先转给上一级或下一级。", en: "Pass it to the next level."))

  static let passedWithoutReason = Refusal(
    rule: "passedWithoutReason",
    reason: Text(zh: "上报或下派要写明原因。", en: "Passing it up or down needs a reason."),
    wayOut: Text(zh: "请写明本级为什么办不了、要对方办什么。", en: "Write why this level cannot do it and what the other is to do."))

  static let extensionWithoutReason = Refusal(
    rule: "extensionWithoutReason",
    reason: Text(zh: "延期要写明原因，反映人会看到。", en: "An extension needs its reason; the reporter reads it."),
    wayOut: Text(zh: "请写明卡在哪里、到哪天能办完。", en: "Write what holds it up and when it will be done."))

  static let extensionOnce = Refusal(
    rule: "extensionOnce",
    reason: Text(zh: "这件工单已延期过一次，不能再延。", en: "This order has been extended once; there is no second time."),
    wayOut: Text(zh: "请按期答复，写明现在办到哪一步、下一步怎么办。", en: "Answer in time: say how far it is and what comes next."))

  static let extensionTooLate = Refusal(
    rule: "extensionTooLate",
    reason: Text(zh: "办理期限已过，不能再延期。", en: "The limit is over; it can no longer be extended."),
    wayOut: Text(zh: "请尽快答复，并向反映人说明为什么晚了。", en: "Answer soon and tell the reporter why it is late."))

  static func extensionTooLong(_ most: Limit) -> Refusal {
    Refusal(
      rule: "extensionTooLong",
      reason: Text(zh: "最多只能延 \(most.name.zh)。", en: "It can be extended by \(most.name.en) at most."),
      wayOut: Text(zh: "请改短；还是办不完的，按期先答复进展。", en: "Ask for less; if that is not enough, answer in time how far it is."))
  }

  static let extensionBySamePerson = Refusal(
    rule: "extensionBySamePerson",
    reason: Text(zh: "自己申请的延期，不能自己批。", en: "Nobody approves an extension that he asked for."),
    wayOut: Text(
      zh: "请让单位的另一位负责人批；只有一位负责人的，由镇办公室批。",
      en: "Let another head of the office decide; where there is none, the town office does."))

  static let extensionIsTheHeads = Refusal(
    rule: "orderActor",
    reason: Text(zh: "这个延期不由您来批。", en: "This extension is not yours to decide."),
    wayOut: Text(zh: "请承办单位的负责人批。", en: "The head of the office in charge decides."))

  static let reassignedToSameOffice = Refusal(
    rule: "reassignedToSameOffice",
    reason: Text(zh: "这件工单本来就在这个单位。", en: "This office has the order already."),
    wayOut: Text(zh: "要改派，请选别的单位；要快办，请催办或督办。", en: "Choose another office; to speed it up, urge or supervise."))

  static let nothingAsked = Refusal(
    rule: "nothingAsked",
    reason: Text(zh: "现在没有等反映人回答的问题。", en: "No question waits for the reporter now."),
    wayOut: Text(zh: "反映人说了新情况的，请记录进展。", en: "If the reporter said something new, record it as progress."))

  package static let notSupervised = Refusal(
    rule: "notSupervised",
    reason: Text(zh: "这件工单现在没有督办要答复。", en: "No leader wants an account of this order now."),
    wayOut: Text(zh: "办到哪一步，请记录进展。", en: "Record how far it is as progress."))

  static let nobodyHelps = Refusal(
    rule: "nobodyHelps",
    reason: Text(zh: "现在没有要等的协办单位。", en: "No office called in is waited for now."),
    wayOut: Text(zh: "请接着办；还要别的单位帮忙的，请再请协办。", en: "Go on; call in an office if you need its help."))

  static let nobodyToAsk = Refusal(
    rule: "nobodyToAsk",
    reason: Text(zh: "反映人都撤回了，没有人可以问。", en: "All reporters have withdrawn: there is nobody to ask."),
    wayOut: Text(
      zh: "事情还在的，请接着办；不用办的，请「因撤回办结」。", en: "If it still matters, go on; if not, close it as withdrawn."))

  static let reportersStay = Refusal(
    rule: "reportersRemain",
    reason: Text(zh: "还有反映人没有撤回。", en: "Not all reporters have withdrawn."),
    wayOut: Text(zh: "请答复他们，再办结。", en: "Please answer them, then close it."))

  static let ratedBefore = Refusal(
    rule: "ratedBefore",
    reason: Text(zh: "这次办理您已经评价过了。", en: "You have rated this already."),
    wayOut: Text(zh: "没解决的，可以要求重新办理，办完再评价一次。", en: "If it is not solved, ask to reopen it; after that you rate again."))

  static let reopenWithoutReason = Refusal(
    rule: "reopenWithoutReason",
    reason: Text(zh: "请说一句还有什么没解决。", en: "Please say what is still not solved."),
    wayOut: Text(zh: "一句话就行，例如「修了两天又坏了」。", en: "One sentence will do, such as “it broke again after two days”."))

  /// Bears the name that all such refusals have: a program that sent `If-Match` gets 412.
  static let orderChangedMeanwhile = Refusal(
    rule: "changedMeanwhile",
    reason: Text(zh: "您打开以后，别人已经改过这件工单。", en: "Somebody else has changed this order since you opened it."),
    wayOut: Text(zh: "请先看现在的内容；您写的还在，可以补充后再交。", en: "Read it as it is now; your words are kept and can be added."))
}
