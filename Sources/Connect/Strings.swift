import Values

/// The words of notices and their sending.
enum ConnectStrings {
  static let product = Text(zh: "三事通", en: "Sanshi")

  // The administrator's pages.
  static let sending = Text(zh: "通知发送", en: "Sending notices")
  static let sendingLead = Text(
    zh: "该告诉居民和同事的话，从这里发出去。每一条都记着发没发成、对方怎么回的。",
    en:
      "What residents and colleagues are told goes out from here. For each message it is kept whether it went and what came back."
  )
  static let waiting = Text(zh: "等着发", en: "Waiting")
  static let failed = Text(zh: "没发成", en: "Failed")
  static let transports = Text(zh: "用什么发", en: "Ways of sending")
  static let noTransports = Text(
    zh: "还没有设。没设的时候，消息都在查询页和电话名单上。",
    en: "None yet. Until then all news stands on the tracking page and the list of calls.")
  static let newTransport = Text(zh: "添加一种", en: "Add one")
  static let oneTransport = Text(zh: "一种发送方式", en: "One way of sending")
  static let kind = Text(zh: "哪一种", en: "Which kind")
  static let noPublicURL = Text(
    zh: "还没有告诉程序外面用什么网址打开它，所以消息里没有查询和退订的链接。启动前请设 SANSHI_PUBLIC_URL。",
    en:
      "The program does not know by which address people reach it, so messages carry no links to track or stop. Set SANSHI_PUBLIC_URL before starting it."
  )
  static let toWordings = Text(zh: "改消息里的话", en: "Change the words of messages")
  static func newOf(_ kind: Text) -> Text { Text(zh: "添加：\(kind.zh)", en: "Add: \(kind.en)") }
  static func hint(_ kind: TransportKind) -> Text {
    switch kind {
    case .mail: Text(zh: "用镇里的邮箱发邮件，全程加密。", en: "Sends from a mailbox of the town, encrypted all the way.")
    case .sms:
      Text(
        zh: "通过短信公司的网上接口发。照对方给的说明填。", en: "Sends over the gateway of a telephone company; fill in what its manual says."
      )
    case .wecom, .dingtalk, .feishu:
      Text(
        zh: "把新诉求、申诉的提醒发到工作群。只有村名和编号，没有姓名、电话和原话。",
        en: "Tells a group of staff of new concerns and appeals: the village and number, no names, telephones or words."
      )
    }
  }
  static let savedNowTest = Text(zh: "存好了。发一条测试消息看看通不通。", en: "Saved. Send a test message to see whether it works.")
  static let saved = Text(zh: "存好了。", en: "Saved.")
  static let save = Text(zh: "保存", en: "Save")
  static let closeTransport = Text(zh: "不再用它", en: "Remove it")
  static let closeSure = Text(zh: "真的不再用了？等着发的也不发了。", en: "Really remove it? What waits is not sent.")
  static let test = Text(zh: "试一试", en: "Try it")
  static let sendTest = Text(zh: "发测试消息", en: "Send a test message")
  static let testTo = Text(zh: "发给谁（群机器人不用填）", en: "To whom (nothing for a group robot)")
  static let testMail = Text(zh: "发到哪个邮箱", en: "To which mail address")
  static let testPhone = Text(zh: "发到哪个手机", en: "To which mobile number")
  static let notAMobile = Text(zh: "请写 11 位手机号", en: "Please give an 11-digit mobile number")

  // Fields.
  static let name = Text(zh: "名字", en: "Name")
  static let sender = Text(zh: "发件人显示的名字", en: "Name of the sender")
  static let host = Text(zh: "发信服务器（SMTP）", en: "Outgoing mail server (SMTP)")
  static let port = Text(zh: "端口", en: "Port")
  static let security = Text(zh: "加密方式", en: "Encryption")
  static let starttls = Text(zh: "STARTTLS（常用端口 587）", en: "STARTTLS (usually port 587)")
  static let tls = Text(zh: "TLS（常用端口 465）", en: "TLS (usually port 465)")
  static let from = Text(zh: "发件邮箱", en: "Address of the sender")
  static let user = Text(zh: "用户名", en: "User")
  static let password = Text(zh: "密码或授权码", en: "Password")
  static let url = Text(zh: "接口网址", en: "Address of the gateway")
  static let form = Text(zh: "内容格式", en: "Form of the content")
  static let formFields = Text(zh: "表单", en: "Form fields")
  static let template = Text(zh: "发给接口的内容", en: "What is sent to the gateway")
  static let templateHint = Text(
    zh: "{phone} 换成手机号，{text} 换成短信内容，{key} 换成这条的编号，{time} 换成时间（秒）",
    en: "{phone} becomes the number, {text} the message, {key} its own key, {time} the time in seconds")
  static let success = Text(zh: "发成时回答里有", en: "What the answer holds when it went well")
  static let successHint = Text(
    zh: "像 \"code\":0。空着就只看状态码是不是 200 到 299", en: "Such as \"code\":0. Left empty, any status from 200 to 299 will do")
  static let signingKey = Text(zh: "签名密钥", en: "Signing key")
  static let signingHint = Text(
    zh: "发出的内容和对方的送达回执都用它签名（HMAC-SHA-256）",
    en: "Signs what is sent and the gateway's receipts (HMAC-SHA-256)")
  static let header = Text(zh: "另加一行请求头", en: "One more header")
  static let headerHint = Text(zh: "像 Authorization: Bearer …", en: "Such as Authorization: Bearer …")
  static let honoursKeys = Text(zh: "对方认得编号，同一编号只发一次", en: "The gateway knows keys and sends each once")
  static let honoursHint = Text(
    zh: "认得的话可以发得快得多；不确定就别勾", en: "Then much more can be sent at once; leave it if you are not sure")
  static let receipts = Text(zh: "送达回执发到", en: "Receipts go to")
  static let webhook = Text(zh: "机器人的 Webhook 地址", en: "Webhook address of the robot")
  static let webhookHint = Text(
    zh: "在群里添加机器人时给的整条地址，不要告诉别人", en: "The whole address that the group gave; keep it to yourself")
  static let robotSecret = Text(zh: "加签密钥", en: "Signing secret")
  static let robotSecretHint = Text(zh: "群里选了“加签”或“签名校验”才有", en: "Only where the group asks for signatures")
  static let robotVillage = Text(zh: "发哪里的消息", en: "News of which place")
  static let wholeTown = Text(zh: "全镇", en: "The whole town")
  static let keptAsIs = Text(zh: "（空着不变）", en: " (left empty it stays)")
  static let keptSecret = Text(zh: "（空着不变，写一个 - 就去掉）", en: " (left empty it stays; - takes it away)")

  // What is wrong with them.
  static let notOfTheTown = Text(zh: "镇里没有这个村", en: "The town has no such village")
  static let notAHost = Text(zh: "请写服务器的名字，像 smtp.example.org", en: "Please give a server such as smtp.example.org")
  static let notAHeader = Text(zh: "每行写一个请求头，名字和内容之间用英文冒号", en: "Please give one line such as Name: value")
  static let templateLacks = Text(zh: "内容里要有 {phone} 和 {text}", en: "It must hold {phone} and {text}")
  static let templateNoJSON = Text(zh: "这不是完整的 JSON", en: "This is not whole JSON")
  static func rate(_ link: String) -> Text {
    Text(zh: "办得怎么样，请点这里评价：\(link)", en: " Please say how well it was done: \(link)")
  }
}
