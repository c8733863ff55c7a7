import Documents
import Governance
import Values

/// The words of work orders.
enum OrderStrings {
  static let title = Text(zh: "工单", en: "Work orders")
  static let one = Text(zh: "工单", en: "Work order")
  static let townLead = Text(zh: "交给各单位办的事，快到期的在前。", en: "What the offices have in hand, the nearest deadline first.")
  static let villageLead = Text(zh: "本村交给镇里、县里办的事。", en: "What this village handed to the town and the county.")
  static let handOverTitle = Text(zh: "交办", en: "Hand over")
  static let takeStep = Text(zh: "办一步", en: "Take a step")
  static let next = Text(zh: "下一步", en: "Next step")
  static let otherSteps = Text(zh: "也可以", en: "Other steps")
  static let nothingToDo = Text(zh: "现在没有要您办的。", en: "There is nothing for you to do now.")
  static let facts = Text(zh: "谁来办，哪天前", en: "Who, and by when")
  static let office = Text(zh: "承办单位", en: "Office in charge")
  static let leadBody = Text(zh: "责任目录里的单位", en: "Office in the catalogue")
  static let newOffice = Text(zh: "交给哪个单位", en: "To which office")
  static let helpers = Text(zh: "协办单位", en: "Co-handling offices")
  static let helped = Text(zh: "已协办", en: "Have helped")
  static let callWhom = Text(zh: "请哪些单位协办", en: "Whom to call in")
  static let kind = Text(zh: "难易", en: "Kind")
  static let kindHint = Text(
    zh: "责任目录写了时限的，按目录的算；紧急危险的按小时算。", en: "A limit in the catalogue counts first; for danger, hours count.")
  static let level = Text(zh: "从哪一级起", en: "From which level")
  static let basis = Text(zh: "依据", en: "Basis")
  static let basisHint = Text(
    zh: "责任目录里有的不用填；换单位或目录里没有的，写明哪部法律、哪条规定。",
    en: "Not needed where the catalogue has it; otherwise name the law or rule.")
  static let noBasis = Text(zh: "目录里没有依据，要在下面写", en: "The catalogue has none: give it below")
  static let about = Text(zh: "反映的是哪个单位", en: "Which office it is about")
  static let aboutWhen = Text(zh: "知道反映的是哪个单位？点开勾上", en: "Is it known which office it is about? Open and tick it")
  static let aboutHint = Text(zh: "被反映的单位看不到这件工单。", en: "The office complained of never sees this order.")
  static let spokespersons = Text(zh: "集体来访的，来了几名代表", en: "Spokespersons, if a group came")
  static let spokespersonsHint = Text(zh: "一个人来的不用填。", en: "Leave empty if one person came.")
  static let note = Text(zh: "给承办单位的话", en: "A note to the office")
  static let keepAtCentre = Text(zh: "先由服务中心办", en: "The service centre keeps it")
  static let anyCentre = Text(zh: "服务中心", en: "Service centres")
  static let acceptBy = Text(zh: "签收期限", en: "To be accepted by")
  static let limit = Text(zh: "时限", en: "Limit")
  static func dueThen(_ due: Instant) -> Text {
    Text(
      zh: "截止 \(due.day.spoken.zh)（按答复时的放假安排）", en: "due \(due.day.spoken.en) (by the calendar when it was answered)")
  }
  static let counted = Text(zh: "办理期限怎么算", en: "How the limit is counted")
  static let questionsTo = Text(zh: "反映人有问题找", en: "Questions of the reporter go to")
  static let matter = Text(zh: "事项", en: "Matter")
  static let matters = Text(zh: "事项", en: "Matters")
  static let asked = Text(zh: "反映的是什么", en: "What was asked")
  static let reply = Text(zh: "答复", en: "Reply")
  static let history = Text(zh: "经过", en: "History")
  static let byItself = Text(zh: "到时自动", en: "By time alone")
  static let byReporter = Text(zh: "反映人", en: "The reporter")
  static let byStaff = Text(zh: "工作人员代记", en: "Written down by staff")
  static let later = Text(zh: "反映人后来说的", en: "What reporters said later")
  static let sinceReceived = Text(zh: "事项的期限（从收到那天算起）", en: "Limit of the matter, from its receipt")
  static let restsMerged = Text(
    zh: "这件事项已合并到别的事项，工单先停在这里，请到合并后的事项去办。",
    en: "Its matter is merged into another: this order rests; work on the matter it was merged into.")
  static let allWithdrew = Text(
    zh: "反映人都撤回了，没有人等答复。事情还在的，继续办；不用办的，请「因撤回办结」。",
    en:
      "All reporters have withdrawn; nobody waits for an answer. If it still matters, go on; if not, close it as withdrawn."
  )
  static let supervisedNow = Text(zh: "镇里督办这件工单，请写答复。", en: "The town supervises this order: please answer in writing.")
  static let state = Text(zh: "状态", en: "State")
  static let light = Text(zh: "红黄绿灯", en: "Light")
  static let village = Text(zh: "村（社区）", en: "Village")
  static let leaf = Text(zh: "类目", en: "Category")
  static let age = Text(zh: "交办多久了", en: "Handed over for")
  static let closedOnes = Text(zh: "看办完的", en: "Show finished ones")
  static let all = Text(zh: "全部", en: "All")
  static let none = Text(zh: "现在没有在办的工单。", en: "No order is open now.")
  static let noneSuch = Text(zh: "没有这样的工单。", en: "No such order.")
  static let paused = Text(zh: "暂停计时", en: "Clock stands still")
  static let toHelp = Text(zh: "请我们协办的", en: "Where we were called in")
  static let step = Text(zh: "哪一步", en: "Which step")
  static let words = Text(zh: "写清楚", en: "In words")
  static let why = Text(zh: "原因", en: "Reason")
  static let reason = Text(zh: "为什么不能办", en: "Why it is not possible")
  static let outcome = Text(zh: "结果", en: "Outcome")
  static let amount = Text(zh: "延长多少", en: "How much longer")
  static let longer = Text(zh: "申请延长", en: "Asked for")
  static let photos = Text(zh: "照片", en: "Photos")
  static let photosHint = Text(zh: "最多 9 张，会去掉拍摄地点", en: "At most 9; the place of the camera is removed")
  static let version = Text(zh: "打开时的版本", en: "The version that was seen")
  static let questionLabel = Text(zh: "问反映人什么", en: "The question")
  static let progressLabel = Text(zh: "办到哪一步了", en: "What was done")
  static let lastWords = Text(zh: "最后说一句（不写就用答复）", en: "Last words (the reply if empty)")
  static let ifNotPossible = Text(zh: "不能办的，写原因和依据", en: "If it is not possible: reason and basis")
  static let confirmReply = Text(zh: "我看过了，这就是对这件事的答复", en: "I have read it: this does answer the question")
  static let officeMissing = Text(zh: "请选单位", en: "Please choose an office")
  static let ownOffice = Text(zh: "这就是您自己的单位，请选别的单位", en: "This is your own office; please choose another")
  static let hasReturned = Text(zh: "（已退回过）", en: " (sent it back)")
  static func sentBack(_ offices: Text) -> Text {
    Text(
      zh: "\(offices.zh)已退回过，不再列出。认为就该它办的，请镇办公室改派。",
      en:
        "Sent back by, and not listed again: \(offices.en). If you hold that it is theirs, ask the town to re-assign it."
    )
  }
  static let lastStep = Text(zh: "最近一步", en: "What happened last")
  static let oneOffice = Text(zh: "只能交给一个单位", en: "It goes to one office alone")
  static let aboutNobody = Text(
    zh: "只有反映单位或干部工作的事才填这一项", en: "Only reports on how offices or officials work name whom they are about")
  static let complainedOf = Text(zh: "反映的就是这个单位，不能请它协办", en: "The report is about this office; it is not called in")
  static let acceptHint = Text(
    zh: "签收以后由您单位答复反映人。不归您单位管的，请退回。",
    en: "From then on your office answers the reporter. If it is not yours, return it.")
  static let returnHint = Text(zh: "签收期限内可以退回一次，写明应该归谁管。", en: "Once, within the time to accept; say whose it is.")
  static let returnAgainHint = Text(
    zh: "这件已退回过一次，再退由镇里裁定，裁定后不能再退。", en: "It came back once: now the town decides, finally.")
  static let askHint = Text(
    zh: "反映人会收到问题；等待时不计时，一件工单合起来最多 10 个工作日。",
    en: "The reporter gets the question; the clock stands still, at most 10 working days for all questions of an order."
  )
  static let askAgainHint = Text(
    zh: "反映人会收到问题；这件工单等反映人已满 10 个工作日，再问不停表，请抓紧。",
    en: "The reporter gets the question; this order has waited 10 working days for its reporter, so the clock runs on.")
  static let withdrawnHint = Text(
    zh: "反映人都撤回了，写一句情况就办结，不再答复。", en: "All reporters withdrew: say how it stands, and it is closed without a reply.")
  static let extensionHint = Text(
    zh: "只能延一次，到期前申请，负责人批准后告诉反映人。", en: "Once, before the limit; the head approves and the reporter is told.")
  static let callHint = Text(zh: "吹哨：请别的单位一起办。答复仍由您单位负责。", en: "Other offices help; the reply stays yours.")
  static let decideHint = Text(zh: "裁定是最后的，那个单位不能再退。", en: "The decision is final: that office cannot return it.")
  static let freezeHint = Text(zh: "不计时，反映人会看到原因。", en: "The clock stands still; the reporter reads why.")
  static let onSpotHint = Text(zh: "窗口当场办完的，直接答复。", en: "Done at the counter: answer at once.")
  static let withOffice = Text(zh: "在哪个单位办", en: "Which office has it")
  static let answerBelow = Text(zh: "请在下面“补充”里回答。", en: "Please answer below under “Add”.")
  static let handIt = Text(zh: "交给负责的单位", en: "Hand it to the office in charge")
  static let panelLead = Text(zh: "还没有交办。", en: "It is not handed over yet.")
  static let seeOrder = Text(zh: "看工单", en: "See the order")
  static let columns: [(Text, Column.Kind)] = [
    (Text(zh: "编号", en: "Number"), .text), (matter, .text), (village, .text), (office, .text), (state, .text),
    (Text(zh: "交办日期", en: "Handed over"), .date), (Text(zh: "截止日期", en: "Due"), .date), (light, .text),
    (Text(zh: "答复日期", en: "Answered"), .date),
  ]

  static func spokenFor(_ count: Int) -> String { "集体来访，代表 \(count) 人。" }
  static let notHere = Text(zh: "这一步不在这里办", en: "This step is not taken here")
  static let noGroup = Text(zh: "请从村、镇、县里选", en: "Please choose village, town or county")
  static func again(_ verb: Text) -> Text {
    Text(zh: "再点一次就\(verb.zh)", en: "Tap again: \(verb.en)")
  }
  static func reporters(_ count: Int) -> Text {
    Text(
      zh: "\(count) 人反映；办的每一步都会告诉每个人，互相看不到。",
      en: "Reported by \(count). Each is told every step; none sees the others.")
  }
  static func centre(_ level: PlaceLevel) -> Text {
    switch level {
    case .county: Text(zh: "县服务中心", en: "County service centre")
    case .town: Text(zh: "镇服务中心", en: "Town service centre")
    case .village, .group: Text(zh: "村（社区）服务中心", en: "Village service centre")
    }
  }
  /// Whether a service centre stands where a matter names who leads.
  static func isCentre(_ lead: String) -> Bool { PlaceLevel.allCases.contains { centre($0).zh == lead } }
  static func unit(_ unit: Limit.Unit) -> Text {
    switch unit {
    case .workingDays: Text(zh: "多少个工作日", en: "Working days")
    case .days: Text(zh: "多少天", en: "Days")
    case .hours: Text(zh: "多少小时", en: "Hours")
    case .minutes: Text(zh: "多少分钟", en: "Minutes")
    }
  }
  static func wordsMissing(_ step: OrderStep) -> Text {
    step.wordsLabel + Text(zh: "：请写一句", en: ": please write a sentence")
  }
  static func unknownVillage(_ asked: String) -> Text {
    Text(
      zh: "镇里没有“\(asked)”这个村（社区），请写村代码",
      en: "The town has no village “\(asked)”; give the village's code")
  }
  static func unknownOffice(_ name: String) -> Text {
    Text(
      zh: "镇里和县里没有“\(name)”这个单位，请写单位列表里的名称或编号，多个用逗号分开",
      en: "Neither the town nor its county has an office “\(name)”; give names or ids of its list, apart by commas")
  }
  static func dissolved(_ successor: String) -> Text {
    Text(
      zh: "这个单位已撤销" + (successor.isEmpty ? "，请选别的单位" : "，现在是“\(successor)”"),
      en: "This office is dissolved" + (successor.isEmpty ? "; choose another" : "; it is “\(successor)” now"))
  }
  static func because(_ reason: String, _ basis: String) -> String {
    [reason.isEmpty ? "" : "原因：\(reason)", basis.isEmpty ? "" : "依据：\(basis)"].filter { !$0.isEmpty }
      .joined(separator: "；")
  }

  // What reporters read.

  static func handedTo(_ order: OrderRow) -> Text {
    Text(
      zh: "已交给\(order.officeName(.zh))，等他们签收。",
      en: "It went to the \(order.officeName(.en)), which has yet to accept it.")
  }
  /// How an order stands, for its reporters: by name where a service centre has it.
  static func plain(_ order: OrderRow) -> Text {
    guard order.isWithCentre else { return order.state.plain }
    switch order.state {
    case .handedOver: return handedTo(order)
    case .accepted:
      return Text(
        zh: "\(order.officeName(.zh))已接手，正在办。", en: "The \(order.officeName(.en)) has accepted it and works on it.")
    default: return order.state.plain
    }
  }
  static func question(_ words: String, waitsUntil day: Day?) -> Text {
    let question = Text(zh: "办的单位想问您：\(words)", en: "The office asks you: \(words)")
    guard let day else { return question }
    return question
      + Text(
        zh: "（等您补充的时候不计办理时间，最迟等到 \(day.spoken.zh)，答复的日子跟着往后移）",
        en:
          " (While the office waits for you the time for its answer stands still, until \(day.spoken.en) at the latest; "
          + "the day of the answer moves with it.)")
  }
  static func extended(until due: Instant?, reason: String) -> Text {
    Text(
      zh: "需要多一点时间" + (due.map { "，改到 \($0.day.spoken.zh) 前答复" } ?? "") + "。原因：\(reason)",
      en: "More time is needed" + (due.map { "; the answer comes by \($0.day.spoken.en)" } ?? "")
        + ". Reason: \(reason)")
  }
  static func withReason(_ text: Text, _ words: String) -> Text {
    text + Text(zh: "原因：\(words)", en: " Reason: \(words)")
  }

  static let noGovernmentMatter = Refusal(
    rule: "noGovernmentMatter",
    reason: Text(zh: "只有分流为大事、还没有办结的事项才能交办。", en: "Only an open government matter is handed over."),
    wayOut: Text(zh: "请先分流或改类。", en: "Sort it first, or change its class."))
  static let notOnSpot = Refusal(
    rule: "notOnSpot",
    reason: Text(
      zh: "反映干部作风和村级财务的事，村里不能自己当场办结。",
      en: "A report on officials or the village's accounts is not closed by the village itself."),
    wayOut: Text(zh: "请上报镇里，或交给责任目录里的单位。", en: "Pass it up to the town, or hand it to the office in the catalogue."))
  static let noFurtherLevel = Refusal(
    rule: "noFurtherLevel", reason: Text(zh: "已经是最上（下）一级。", en: "There is no further level."),
    wayOut: Text(zh: "请在本级办理，或交给有职责的单位。", en: "Deal with it here or hand it to the office with the duty."))
}
