import Documents
import Values

/// Messages, what they tell, and files.
extension ExchangeStrings {
  static let messages = Text(zh: "发出和收到的", en: "Messages")
  static let messagesLead = Text(
    zh: "每一条发没发成、试了几次、对方的编号和办到哪一步。",
    en: "For each: whether it went, how often tried, their number and how far they are.")
  static let noMessages = Text(
    zh: "还没有来往。交给这个系统的工单和对方的回话，会列在这里。",
    en: "None yet. Orders that go there, and what is answered, will be listed here.")
  static let which = Text(zh: "哪件事", en: "Which order")
  static let kind = Text(zh: "说什么", en: "What it says")
  static let state = Text(zh: "状态", en: "State")
  static let anyState = Text(zh: "全部", en: "All")
  static let attempts = Text(zh: "试了几次", en: "Attempts")
  static let theirs = Text(zh: "对方进度", en: "Theirs")
  static let answer = Text(zh: "对方怎么回", en: "Their answer")
  static let made = Text(zh: "什么时候", en: "When")
  static let retry = Text(zh: "再发一次", en: "Send again")
  static let told = Text(zh: "对方发来的（最近 50 条）", en: "What they told (the last 50)")
  static let ourAnswer = Text(zh: "我们怎么回", en: "Our answer")
  static let takenIt = Text(zh: "收下了", en: "Taken")
  static func next(_ at: Instant) -> Text { Text(zh: "\(at.clock) 再试", en: "next try at \(at.clock)") }
  static func mayRepeat(_ count: Int) -> Text {
    Text(zh: "程序中断过，可能发了 \(count + 1) 次，编号相同", en: "may have gone \(count + 1) times under the same key")
  }
  static let onlyFailed = Refusal(
    rule: "onlyFailedAgain", reason: Text(zh: "这条没有失败。", en: "This one has not failed."),
    wayOut: Text(zh: "等着发的会自己发。", en: "What waits goes out by itself."))

  // What comes back.
  static let callbackSummary = Text(zh: "外部系统告诉办到哪一步", en: "Another system tells what became of an order")
  static let callbackHere = Text(zh: "对方往这里回", en: "Their answers go to")
  static let callbackID = Text(zh: "对方给这次通知的编号", en: "Their key of this call")
  static let callbackOrder = Text(zh: "我们发去的编号（id）", en: "The id that we sent")
  static let callbackStatus = Text(zh: "办到哪一步", en: "How far it is")
  static let theirNumber = Text(zh: "对方的工单号", en: "Their number")
  static let callbackText = Text(zh: "进展、退回原因或答复", en: "Progress, reason of the return, or reply")
  static let callbackOutcome = Text(zh: "结果（答复时）", en: "Outcome, with a reply")
  static let callbackReason = Text(zh: "不能办的原因", en: "Why it is not possible")
  static let callbackBasis = Text(zh: "不能办的依据", en: "The rule it rests on")
  static let callbackConfirmed = Text(zh: "1：看过，这就是对这件事的答复", en: "1: the reply was checked and does answer it")
  static let callbackLate = Text(zh: "通知的时间和现在差了五分钟以上", en: "The time of the call is more than five minutes off")
  static func unknownStatus(_ word: String) -> Text {
    Text(zh: "没有“\(word)”这个状态，请在对照表里加上", en: "“\(word)” is no state we know; add it to the mapping")
  }
  static func unknownOutcome(_ word: String) -> Text {
    Text(zh: "没有“\(word)”这个结果，请在对照表里加上", en: "“\(word)” is no outcome we know; add it to the mapping")
  }
  static let idUsed = Text(zh: "这个编号已经用于另外的内容", en: "This key was used for other content")
  static let notTheirs = Refusal(
    rule: "exchangeNotTheirs",
    reason: Text(zh: "这件工单已经不在你们那里办。", en: "This order is no longer worked on in your system."),
    wayOut: Text(zh: "请等我们重新交办，用新发去的编号。", en: "Wait until it is handed over anew, and use the id of that message."))
  /// What a step lacks, as one refusal.
  static func lacking(_ errors: FieldErrors) -> Refusal {
    let reasons = errors.all.map { Text(zh: "\($0.field)：\($0.message.zh)", en: "\($0.field): \($0.message.en)") }
    return Refusal(
      rule: "exchangeLacking",
      reason: Text(zh: reasons.map(\.zh).joined(separator: "；"), en: reasons.map(\.en).joined(separator: "; ")),
      wayOut: Text(zh: "请改好，换一个编号再发。", en: "Please correct it and send it under another key."))
  }

  // Files.
  static let byFile = Text(zh: "用文件来回", en: "By file")
  static let fileHow = Text(zh: "下载工单，交回办理情况", en: "Orders out, answers back in")
  static let fileLead = Text(
    zh: "下载的文件里有还归他们办的工单。对方填好“办到哪一步”等几格交回来；同一行交几次只算一次。",
    en: "The file holds the orders that are theirs. They fill in the last columns; the same row counts once.")
  static let ordersSheet = Text(zh: "对接工单", en: "Orders")
  static func download(_ format: OrderFileFormat) -> Text {
    switch format {
    case .xlsx: TableFormat.xlsx.download
    case .json: Text(zh: "下载 JSON", en: "Download JSON")
    }
  }
  static let answersFile = Text(zh: "对方填好的文件", en: "The file they filled in")
  static let answersHint = Text(zh: "XLSX 或 JSON，最多 16 MB", en: "XLSX or JSON, 16 MB at most")
  static let takeAnswers = Text(zh: "收回办理情况", en: "Take the answers")
  static let notAnAnswerFile = Text(
    zh: "看不出这是办理情况：要有“编号”和“办到哪一步”两列，或者 JSON 的 answers 列表",
    en: "This holds no answers: the columns “Key” and “Status”, or a JSON list “answers”")
  static func tooManyRows(_ most: Int) -> Text { Text(zh: "最多 \(most) 行", en: "At most \(most) rows") }
  static let noSuchOrder = Text(zh: "没有把这件工单交给过这个系统", en: "This order was never handed to that system")
  static func result(_ result: AnswerResult) -> Text {
    Text(
      zh: "收下 \(result.taken) 条，以前收过 \(result.already) 条，没收 \(result.refused.count) 条。",
      en: "Taken: \(result.taken); taken before: \(result.already); refused: \(result.refused.count).")
  }
  static func refusedLine(_ line: Int, _ reason: Text) -> Text {
    Text(zh: "第 \(line) 行：\(reason.zh)", en: "Row \(line): \(reason.en)")
  }
  static func column(_ column: FileColumn) -> Text {
    switch column {
    case .order: Text(zh: "编号", en: "Key")
    case .kind: Text(zh: "交办或收回", en: "Handed or recalled")
    case .number: Text(zh: "事项编号", en: "Matter number")
    case .title: Text(zh: "标题", en: "Title")
    case .words: Text(zh: "反映的内容", en: "What was reported")
    case .village: Text(zh: "村（社区）", en: "Village")
    case .place: Text(zh: "地点", en: "Place")
    case .category: Text(zh: "贵方类目", en: "Your category")
    case .leaf: Text(zh: "我方类目", en: "Our category")
    case .office: Text(zh: "承办单位", en: "Office in charge")
    case .urgency: Text(zh: "紧急程度", en: "Urgency")
    case .due: Text(zh: "办理期限", en: "Due day")
    case .contacts: Text(zh: "联系人", en: "Contacts")
    case .theirNumber: Text(zh: "贵方工单号", en: "Your number")
    case .status: Text(zh: "办到哪一步", en: "Status")
    case .text: Text(zh: "进展或答复", en: "Progress or reply")
    case .outcome: Text(zh: "结果", en: "Outcome")
    case .reason: Text(zh: "不能办的原因", en: "Reason")
    case .basis: Text(zh: "不能办的依据", en: "Basis")
    case .id: Text(zh: "这次通知的号", en: "Key of this answer")
    }
  }
}

extension MessageKind {
  var name: Text {
    switch self {
    case .handed: Text(zh: "交办", en: "Handed over")
    case .recalled: Text(zh: "收回", en: "Recalled")
    }
  }
}

extension MessageState {
  var name: Text {
    switch self {
    case .waiting: Text(zh: "等着发", en: "Waiting")
    case .inFile: Text(zh: "等着下载", en: "To be downloaded")
    case .sent: Text(zh: "对方有了", en: "They have it")
    case .failed: Text(zh: "没发成", en: "Failed")
    case .dropped: Text(zh: "不发了", en: "Not sent")
    }
  }
}

extension CallbackStatus {
  var name: Text {
    switch self {
    case .received: Text(zh: "收到了", en: "Received")
    case .accepted: Text(zh: "已签收", en: "Accepted")
    case .returned: Text(zh: "退回", en: "Returned")
    case .progress: Text(zh: "有进展", en: "Progress")
    case .answered: Text(zh: "已答复", en: "Answered")
    case .closed: Text(zh: "已办结", en: "Closed")
    }
  }
}
