import Values

extension ScopeReason {
  /// The reason on office pages.
  package var name: Text {
    switch self {
    case .litigation: Text(zh: "已进入诉讼、仲裁或复议", en: "In court, arbitration or review")
    case .petition: Text(zh: "已由信访受理", en: "Taken up as a petition")
    case .discipline: Text(zh: "涉及公职人员违纪违法", en: "About an official's misconduct")
    case .infoRequest: Text(zh: "政府信息公开申请", en: "Request for government information")
    case .stateSecret: Text(zh: "涉及国家秘密或商业秘密", en: "State or commercial secret")
    case .otherPrivacy: Text(zh: "泄露他人隐私", en: "Exposes another's privacy")
    case .advertising: Text(zh: "广告推销", en: "Advertising")
    case .abuse: Text(zh: "只有辱骂或威胁", en: "Only insults or threats")
    case .noContent: Text(zh: "看不出事情或地点", en: "No matter or place to be found")
    case .outsideArea: Text(zh: "不属本地管", en: "Outside this area")
    case .answeredBefore: Text(zh: "已答复且没有新情况", en: "Answered before, nothing new")
    case .unlawful: Text(zh: "要求不合法", en: "Asks for something unlawful")
    case .emergencyOnly: Text(zh: "属紧急报警求助", en: "For the emergency services")
    case .thanks: Text(zh: "表扬感谢", en: "Praise or thanks")
    }
  }

  /// What the reporter is told, to begin with; the clerk adds names, numbers and articles (codebook §2).
  package var answer: Text {
    switch self {
    case .litigation:
      Text(
        zh: "这件事已在法院、仲裁或行政复议中，请按那边的程序走。需要法律援助，可以找司法所。",
        en:
          "This is before a court, an arbitrator or a review body and goes on there. The justice office gives legal aid."
      )
    case .petition:
      Text(
        zh: "这件事信访已经受理，我们不重复办理。请按信访编号查询进度。",
        en: "This is already dealt with as a petition, so we do not handle it twice. Please follow it by that number.")
    case .discipline:
      Text(
        zh: "您反映的情况已密封转交纪检，被反映的人和单位看不到。",
        en: "Your report went sealed to discipline inspection. Those it is about cannot see it.")
    case .infoRequest:
      Text(
        zh: "您要的文件需要按政府信息公开申请。我们告诉您怎么填表，收到申请后 20 个工作日内答复。",
        en: "This document is given on a request for government information. We show you the form; "
          + "it is answered in 20 working days.")
    case .stateSecret:
      Text(
        zh: "内容可能涉及秘密，我们没有保存原文，已告知保密部门。请不要再转发。",
        en: "This may be secret. We did not keep the text and told the secrecy office. Please do not pass it on.")
    case .otherPrivacy:
      Text(
        zh: "内容写了别人的隐私，我们已遮住。请只写事情本身，我们再看。",
        en: "It tells private things about others, which we hid. Write only what the matter is and we look again.")
    default: shortAnswer
    }
  }

  private var shortAnswer: Text {
    switch self {
    case .advertising: Text(zh: "这里只收要解决的事，不发广告。", en: "This place is for matters to be solved, not for advertising.")
    case .abuse:
      Text(
        zh: "我们没有看到要办的事。请告诉我们发生了什么，我们愿意帮忙。",
        en: "We found no matter in it. Tell us what happened and we will gladly help.")
    case .noContent:
      Text(
        zh: "我们还不清楚是什么事、在哪里。补上这两点，随时可以再来。",
        en: "We could not tell what it is or where. Add that and come back at any time.")
    case .outsideArea:
      Text(
        zh: "这件事不归我们这里管。负责的单位和电话写在下面，您同意的话我们帮您转过去。",
        en: "This is not ours to decide. The right office and its telephone are below; we pass it on if you agree.")
    case .answeredBefore:
      Text(
        zh: "这件事以前答复过，答复在下面。有新情况请告诉我们，我们重新办。",
        en: "This was answered before; the answer is below. Tell us what is new and we take it up again.")
    case .unlawful:
      Text(zh: "这个要求不合法，我们不能办。依据写在下面。", en: "The law does not allow this, so we cannot do it. The basis is below.")
    case .emergencyOnly:
      Text(
        zh: "这是紧急情况，请马上拨打 110、119 或 120。我们已记录并通知值班员。",
        en: "This is an emergency: call 110, 119 or 120 now. We kept a record and told the duty officer.")
    case .thanks: Text(zh: "谢谢您的肯定，我们会转告。", en: "Thank you for your kind words; we pass them on.")
    default: name
    }
  }
}

extension ScopeReason {
  /// Whether the words are taken away with the refusal: what is secret is not stored in clear (codebook §2).
  package var erasesText: Bool { self == .stateSecret }
}
