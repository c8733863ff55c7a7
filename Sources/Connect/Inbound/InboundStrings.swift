import Values
import Web

/// The words of what comes in.
enum InboundStrings {
  static let title = Text(zh: "收信和接入", en: "Incoming mail and hooks")
  static let lead = Text(
    zh: "居民发到镇里邮箱的信，别的系统转来的事，都在这里变成诉求，和网页上反映的一样办。",
    en:
      "Letters to the town's mailbox and what other systems hand in become concerns here, treated like those of the report form."
  )
  static let summary = Text(zh: "收进来的信和事", en: "What came in by letter and from other systems")

  // The mailbox.
  static let mailbox = Text(zh: "收信的邮箱", en: "Mailbox")
  static let mailboxLead = Text(
    zh: "程序每分钟看一次新信。信件留在邮箱里，只会标成已读。",
    en: "The program looks for new letters every minute. They stay in the mailbox and are only marked as read.")
  static let saveMailbox = Text(zh: "设定收信的邮箱", en: "Set the mailbox")
  static let host = Text(zh: "收信服务器（IMAP）", en: "Mail server (IMAP)")
  static let notAHost = Text(zh: "请写服务器的名字，像 imap.example.org", en: "Please give a server such as imap.example.org")
  static let tls = Text(zh: "TLS（常用端口 993）", en: "TLS (usually port 993)")
  static let starttls = Text(zh: "STARTTLS（常用端口 143）", en: "STARTTLS (usually port 143)")
  static let address = Text(zh: "邮箱地址", en: "Mail address")
  static func addressHint(_ code: String) -> Text {
    Text(
      zh: "居民往这里写信。邮箱支持加号地址时，“名字+\(code)@…”的信直接到那个村。",
      en:
        "Residents write to it. Where the mailbox knows plus addresses, a letter to name+\(code)@… goes to that village."
    )
  }
  static let village = Text(zh: "没写明是哪个村的，先给", en: "Where letters that name no village go")
  static let villageHint = Text(
    zh: "信里写了村名的，自己就到那个村；没写的，由这个村的清单登记员先看。",
    en: "A letter that names a village goes there; any other is first seen by this village's keeper.")
  static let chooseVillage = Text(zh: "请选一个村", en: "Choose a village")
  static let readsOld = Text(zh: "邮箱里原有的信也收", en: "Also take the letters that lie there already")
  static let more = Text(zh: "内网、证书和旧信", en: "Private networks, certificates and old letters")
  static let readNow = Text(zh: "马上收一次", en: "Read now")
  static let lastRead = Text(zh: "上次收信", en: "Last read")
  static let never = Text(zh: "还没有收过", en: "Not yet")
  static let busy = Text(zh: "正在收信，请过一会儿再看。", en: "Letters are being read; please look again in a while.")
  static func readResult(taken: String, added: String, refused: String) -> Text {
    Text(
      zh: "收好了：新诉求 \(taken) 件，补充 \(added) 件，没收 \(refused) 件。",
      en: "Done: \(taken) new concerns, \(added) additions, \(refused) not taken.")
  }
  static func fault(_ words: String) -> Text { Text(zh: "没收成：\(words)", en: "Reading failed: \(words)") }
  static let privateAddress = Text(zh: "这个地址在内网里", en: "the address is private")
  static let noAnswer = Text(
    zh: "还没有设发信的邮件，所以来信的人收不到回信。", en: "No outgoing mail is set up, so senders get no answer.")

  // Answers.
  static func arrived(isAddition: Bool) -> Text {
    isAddition
      ? Text(zh: "您补充的情况收到了。", en: "What you added has arrived.")
      : Text(zh: "您的来信收到了。", en: "Your letter has arrived.")
  }
  /// "" when nothing speaks of danger.
  static func danger(_ numbers: [Web.EmergencyNumber]) -> Text {
    guard !numbers.isEmpty else { return Text(same: "") }
    let zh = numbers.map { "\($0.number)（\($0.name.zh)）" }.joined(separator: "、")
    let en = numbers.map { "\($0.number) (\($0.name.en))" }.joined(separator: ", ")
    return Text(
      zh: "如果有人正处在危险中，请马上打 \(zh)，不要等我们。",
      en: "If somebody is in danger, ring \(en) at once; do not wait for us. ")
  }

  // What came in.
  static let list = Text(zh: "收进来的", en: "What came in")
  static let listLead = Text(
    zh: "最新的在上面，留 90 天。没收的请到邮箱里看原信。",
    en: "Newest first; kept for 90 days. What was not taken can be read in the mailbox itself.")
  static let nothing = Text(
    zh: "还没有收到什么。来信和别的系统转来的事会列在这里。", en: "Nothing yet. Letters and what other systems hand in will stand here.")
  static let nothingSuch = Text(zh: "没有这样的。", en: "None of this kind.")
  static let outcome = Text(zh: "结果", en: "Outcome")
  static let any = Text(zh: "全部", en: "All")
  static let after = Text(zh: "从哪一条往后", en: "After which one")
  static let source = Text(zh: "从哪里来", en: "From")
  static let letter = Text(zh: "来信", en: "Letter")
  static let sender = Text(zh: "谁寄的", en: "Sender")
  static let reason = Text(zh: "为什么", en: "Why")
  static let numberOrReason = Text(zh: "编号或原因", en: "Number or reason")
  static let when = Text(zh: "时间", en: "When")
  static let number = Text(zh: "编号", en: "Number")

  static func word(_ outcome: InboundOutcome) -> Text {
    switch outcome {
    case .taken: Text(zh: "成了诉求", en: "Became a concern")
    case .added: Text(zh: "补充到诉求", en: "Added to a concern")
    case .refused: Text(zh: "没收", en: "Not taken")
    }
  }

  static func word(_ reason: NotTaken) -> Text {
    switch reason {
    case .automatic: Text(zh: "程序自动回的信", en: "Written by a program")
    case .bulk: Text(zh: "群发的信", en: "Sent to many")
    case .list: Text(zh: "邮件列表的信", en: "From a mailing list")
    case .ownLoop: Text(zh: "我们自己的信又转回来了", en: "Our own letter came back")
    case .ownSender: Text(zh: "从镇里自己的邮箱寄的", en: "Sent from the town's own address")
    case .report: Text(zh: "退信通知", en: "Report on a letter that was not delivered")
    case .tooMany: Text(zh: "同一个邮箱今天超过 \(lettersADay) 封", en: "More than \(lettersADay) today from one address")
    case .noSender: Text(zh: "没有写明谁寄的", en: "Names no sender")
    case .noText: Text(zh: "没有文字", en: "Has no words")
    case .tooLarge: Text(zh: "超过 10 MB", en: "Larger than 10 MB")
    case .unreadable: Text(zh: "格式坏了，读不出", en: "Cannot be read")
    case .notAccepted: Text(zh: "内容不合反映的要求", en: "Not fit for a report")
    }
  }

  // Other systems.
  static let hooks = Text(zh: "别的系统", en: "Other systems")
  static let hooksLead = Text(
    zh: "热线、县里的平台等可以把事直接转进来，一件一个签名的请求。",
    en: "A hotline or a platform of the county hands concerns in, each by one signed request.")
  static let newHook = Text(zh: "添加一个系统", en: "Add a system")
  static let oneHook = Text(zh: "一个接入的系统", en: "A system that hands in")
  static let saveHook = Text(zh: "设定接入的系统", en: "Set a system that hands in")
  static let closeHook = Text(zh: "不再接它", en: "Remove it")
  static let closeSure = Text(zh: "真的不再接了？对方再转来的都不收。", en: "Really remove it? Nothing more is taken from it.")
  static let hookName = Text(zh: "系统的名字", en: "Name of the system")
  static let hookAddress = Text(zh: "请对方发到", en: "They send to")
  static let signed = Text(zh: "怎么签名", en: "How to sign")
  static let signedHow = Text(
    zh: "请求头 X-Sanshi-Time 写秒数，X-Sanshi-Signature 写“秒数、换行、正文”的 HMAC-SHA-256（十六进制）。",
    en:
      "Header X-Sanshi-Time: seconds; X-Sanshi-Signature: HMAC-SHA-256 of seconds, a line end and the body, in hexadecimal."
  )
  static let key = Text(zh: "签名密钥", en: "Signing key")
  static let keyHint = Text(
    zh: "两边写一样的。现在就抄给对方，存好以后不再显示。", en: "The same on both sides. Copy it now; it is not shown again.")
  static func keyTooShort(_ count: Int) -> Text { Text(zh: "至少 \(count) 个字符", en: "At least \(count) characters") }
  static let channel = Text(zh: "记成什么渠道", en: "Counts as which channel")
  static let mapping = Text(zh: "对方的哪一项，是我们的哪一项", en: "Which of their fields is which of ours")
  static let mappingLead = Text(
    zh: "写对方 JSON 里的位置，层和层之间用点，像 data.title；几项合在一起用加号，像 data.title + data.content。没有的空着。",
    en:
      "Give the place in their JSON with dots between, such as data.title; join several by +, such as data.title + data.content. Leave empty what they lack."
  )
  static func field(_ name: String) -> Text {
    switch name {
    case "text": Text(zh: "什么事", en: "What it is about")
    case "id": Text(zh: "对方的编号（同一编号只收一次）", en: "Their number (each is taken once)")
    case "name": Text(zh: "反映人", en: "Name")
    case "phone": Text(zh: "电话", en: "Telephone")
    case "place_text": Text(zh: "地点", en: "Place")
    case "lat": Text(zh: "纬度", en: "Latitude")
    case "lon": Text(zh: "经度", en: "Longitude")
    case "coordinate_system": Text(zh: "坐标系（wgs84、gcj02、bd09）", en: "Coordinate system (wgs84, gcj02, bd09)")
    case "about_staff": Text(zh: "涉及工作人员（1 就密封）", en: "About staff (1 seals it)")
    case "village": Text(zh: "哪个村（代码或名字）", en: "Village (code or name)")
    default: Text(same: name)
    }
  }
  static let rare = Text(zh: "坐标，是不是涉及工作人员", en: "Coordinates, and whether staff are concerned")
  static let villages = Text(zh: "对方叫法和我们的村代码", en: "Their words for villages and our codes")
  static let villagesHint = Text(zh: "一行一个，像：城东片 = 510101", en: "One a line, such as: East side = 510101")
  static let notALine = Text(zh: "每行写成“对方叫法 = 村代码”", en: "Each line is: their word = code")
  static func noSuchCode(_ code: String) -> Text {
    Text(zh: "镇里没有代码是“\(code)”的村", en: "The town has no village with the code \(code)")
  }
  static let hookSummary = Text(zh: "别的系统转来一件事（签名）", en: "Another system hands in a concern (signed)")
  static let notJSON = Text(zh: "正文要是 JSON", en: "The body must be JSON")
}
