import Values

/// The words of the pages on which people read notices and choose how to get them.
extension ConnectStrings {
  static let notices = Text(zh: "通知", en: "Notices")
  static let noticesLead = Text(zh: "轮到您办的新事。", en: "What is new for you to do.")
  static let noNotices = Text(zh: "没有通知。", en: "No notices.")
  static let toHome = Text(zh: "回到工作台", en: "Back to your desk")
  static let unread = Text(zh: "新", en: "New")
  static let seeAll = Text(zh: "都看过了", en: "Mark all as read")
  static let lastNotice = Text(zh: "看到哪一条", en: "Up to which one")
  static let preferences = Text(zh: "怎么通知我", en: "How I am told")
  static let noTown = Refusal(
    rule: "noTownForNotices", reason: Text(zh: "您在镇村没有任职。", en: "You hold no role in a town or village."),
    wayOut: Text(zh: "通知只发给镇村的工作人员。", en: "Notices go to the staff of towns and villages alone."))
  static let accountPhone = Text(zh: "发到您账号上的手机", en: "To the mobile number of your account")
  static let digest = Text(zh: "每天汇总成一条，几点发", en: "All as one message a day, at what time")
  static let digestHint = Text(zh: "空着就来一件通知一件", en: "Left empty, each comes by itself")

  static let channel = Text(zh: "用什么方式", en: "Which way")
  static let byPage = Text(zh: "只在网页上看", en: "On the page alone")
  static let bySMS = Text(zh: "短信", en: "Text message")
  static let byMail = Text(zh: "电子邮件", en: "Mail")
  static let mail = Text(zh: "邮箱", en: "Mail address")
  static let mailHint = Text(zh: "选了电子邮件才要填", en: "Only for mail")
  static let language = Text(zh: "用哪种语言", en: "In which language")
  static let chinese = Text(zh: "中文", en: "Chinese")
  static let english = Text(zh: "英文", en: "English")
  static let quietFrom = Text(zh: "几点以后别打扰", en: "No messages from")
  static let quietUntil = Text(zh: "到几点", en: "until")
  static let bothHours = Text(zh: "两个时间都要填，或者都空着", en: "Give both times or neither")

  // The reporter.
  static let choice = Text(zh: "有消息怎么告诉您", en: "How to tell you the news")
  static let choiceLead = Text(
    zh: "查询页上一直都有。想让我们主动告诉您，就选一种方式。", en: "It always stands on your tracking page. Choose a way if you want to be told."
  )
  static let toTrack = Text(zh: "查询页", en: "Tracking page")
  static let onlyDuty = Text(zh: "只要结果，别的不用告诉我", en: "The results only, no other news")
  static let onlyDutyHint = Text(
    zh: "收不收进来、答复、办结这几样一定会告诉您", en: "Whether it is taken up, the answer and the end are always told")
  static let noSMS = Text(
    zh: "您没有留手机号，或者镇里还不能发短信", en: "You left no mobile number, or the town sends no text messages yet")
  static let noMail = Text(zh: "镇里还不能发邮件", en: "The town sends no mail yet")

  static let noWay = Text(
    zh: "现在还没有别的方式：您没有留手机号，或者镇里还不能发短信和邮件。有消息都写在查询页上。",
    en:
      "There is no other way yet: you left no mobile number, or the town sends no text messages and no mail. All news stands on your tracking page."
  )
  static let seeTrack = Text(zh: "看查询页", en: "Open the tracking page")

  static let offTitle = Text(zh: "消息设置", en: "Your messages")
  static let offLead = Text(
    zh: "您收到的消息里有这一页。别人拿不到这个网址。", en: "The message that you got led here; nobody else has this address.")
  static let sentTo = Text(zh: "发到", en: "Sent to")
  static let nowhere = Text(
    zh: "现在没有消息发给您，不用退订。办得怎么样，请看查询页。",
    en: "No messages are sent to you now, so there is nothing to stop. Your tracking page tells how it stands.")
  static let news = Text(zh: "告诉哪些", en: "What is told")
  static let newsAll = Text(zh: "每一步", en: "Every step")
  static let newsDuty = Text(zh: "只有结果", en: "Results only")
  static let isConfirmed = Text(
    zh: "已经确认是您本人的，消息里会带上查询网址。", en: "Confirmed as yours; messages carry the address of your tracking page.")
  static let confirmQuestion = Text(zh: "这是您的吗？", en: "Is this yours?")
  static let confirmMeaning = Text(
    zh: "确认以后，消息里才带查询网址，每天也不再只限三条。要是您没有反映过什么，别确认，按下面的按钮退订。",
    en:
      "Once you confirm, messages carry your tracking page and are no longer limited to three a day. If you have told us nothing, do not confirm; stop them below."
  )
  static let confirm = Text(zh: "是我的", en: "It is mine")
  static let stopQuestion = Text(zh: "不想收了？", en: "No more messages?")
  static let stopMeaning = Text(
    zh: "退订以后，只告诉结果：收不收进来、答复、办结。", en: "Then only results are told: whether it is taken up, the answer, the end.")
  static let stop = Text(zh: "退订一般消息", en: "Stop other messages")
  static let stopped = Text(zh: "一般消息已经退订。", en: "Other messages are stopped.")

  // The slip.
  static let slip = Text(zh: "告知单", en: "Notice on paper")
  static let number = Text(zh: "编号", en: "Number")
  static let day = Text(zh: "日期", en: "Date")
  /// With the year, since paper is kept.
  static func onPaper(_ day: Day) -> Text {
    Text(zh: "\(day.year)年\(day.spoken.zh)", en: "\(day.spoken.en) \(day.year)")
  }
  static let weTellYou = Text(zh: "告诉您", en: "We tell you")
  static let slipQR = Text(zh: "查询页的二维码", en: "QR code of the tracking page")
  static let slipHow = Text(
    zh: "扫一扫就能看到办得怎么样。也可以拿着这张纸来村里问。",
    en: "Scan it to see how far it has come, or bring this paper to the village office.")
  static let slipPrint = Text(zh: "用浏览器的打印功能打印这一页。", en: "Print this page with your browser.")
}
