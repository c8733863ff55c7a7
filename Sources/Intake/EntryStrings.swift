import Governance
import Values
import Web

/// The words of entering a concern for somebody else.
enum EntryStrings {
  static let enter = Text(zh: "录入诉求", en: "Enter a concern")
  static let enterSummary = Text(zh: "录入一条诉求", en: "Enter a concern for a reporter")
  static let lead = Text(
    zh: "别人当面、打电话或写纸条说的事，在这里替他记下来。", en: "Write down here what somebody said, rang about or handed in.")
  static let save = Text(zh: "保存", en: "Save")
  static let saveAndNext = Text(zh: "保存并录下一条", en: "Save and enter the next")
  static let keys = Text(
    zh: "只用键盘：Tab 到下一项，按字母选渠道，Ctrl+Enter 保存。",
    en: "By keyboard alone: Tab to the next field, a letter chooses the channel, Ctrl+Enter saves.")
  static func saved(_ number: String) -> Text { Text(zh: "已保存，编号 \(number)", en: "Saved, number \(number)") }

  // MARK: Fields
  static let text = Text(zh: "反映的是什么事", en: "What it is about")
  static let textHint = Text(
    zh: "尽量照原话写，写清在哪里、多久了。不要写身份证号。", en: "In their own words: where, since when. No identity numbers.")
  static let textMissing = Text(zh: "请写下反映的是什么事", en: "Please write what it is about")
  static func textTooLong(_ most: Int) -> Text { Text(zh: "最多 \(most) 个字", en: "At most \(most) characters") }
  static let channel = Text(zh: "怎么来的（渠道）", en: "How it came (channel)")
  static let channelMissing = Text(zh: "请选渠道", en: "Please choose the channel")
  static let choose = Text(zh: "请选择", en: "Please choose")
  static let direction = Text(zh: "走出去还是请进来", en: "Going out or inviting in")
  static let directionHint = Text(
    zh: "纸条、聊天群、邮件等才要选，别的由渠道定。", en: "Only for slips, chat groups, e-mail and the like; other channels tell it.")
  static let byChannel = Text(zh: "按渠道", en: "By the channel")
  static let reportedDay = Text(zh: "哪天反映的", en: "Day it was reported")
  static let dayInFuture = Text(zh: "日期还没到，请选今天或以前", en: "This day is still to come; choose today or earlier")
  static let sourceKind = Text(zh: "谁收集的", en: "Who brought it")
  static let reporterName = Text(zh: "反映人称呼", en: "Reporter's name")
  static let reporterHint = Text(zh: "不愿留名也可以。", en: "May stay anonymous.")
  static let reporterPhone = Text(zh: "反映人电话", en: "Reporter's telephone")
  static let reportingUnit = Text(zh: "反映单位", en: "Reporting unit")
  static let group = Text(zh: "哪个组", en: "Group")
  static let groupMissing = Text(zh: "请选一个组", en: "Choose a group")
  static let landmark = Text(zh: "附近的地标", en: "Landmark nearby")
  static let placeText = Text(zh: "具体位置", en: "Where exactly")
  static let placeExample = Text(zh: "小学门口往东第二盏路灯", en: "the second lamp east of the school gate")
  static let coordinateSystem = Text(zh: "坐标系：wgs84 或 gcj02", en: "Coordinate system: wgs84 or gcj02")
  static let notSaid = Text(zh: "没有说", en: "Not said")
  static let urgency = Text(zh: "紧急程度", en: "Urgency")
  static let byEngine = Text(zh: "按内容判断", en: "By the words")
  static let urgencyHint = Text(zh: "程序按内容判断，您可以提高，不能降低。", en: "Judged by the words; you may raise it, not lower it.")
  static let noSuchUrgency = Text(zh: "请写 U0、U1、U2 或 U3", en: "Please give U0, U1, U2 or U3")
  static let stance = Text(zh: "对这件事的态度", en: "Attitude to the matter")
  static let noStance = Text(zh: "没有表态", en: "None said")
  static func stance(_ stance: Entry.Stance) -> Text {
    switch stance {
    case .support: Text(zh: "赞成", en: "In favour")
    case .oppose: Text(zh: "反对", en: "Against")
    }
  }
  static let photos = Text(zh: "照片", en: "Photos")
  static let aboutStaff = Text(zh: "涉及在这里工作的人", en: "It is about somebody who works here")
  static let aboutStaffHint = Text(
    zh: "会密封转给镇里有权处理的人，村里的人看不到。",
    en: "It goes sealed to the person in charge at the town; nobody in the village sees it.")
  static let child = Text(zh: "涉及孩子", en: "A child is concerned")
  static let childAge = Text(zh: "孩子几岁", en: "The child's age")
  static let childHint = Text(
    zh: "不满 14 岁要父母或监护人同意。孩子受到伤害时不用等，马上打 110。",
    en: "Under 14 a parent or guardian must agree. If a child is being harmed do not wait: call 110.")
  static let guardianAgrees = Text(zh: "监护人已同意", en: "A guardian agrees")
  static let noticeRead = Text(zh: "已当面读过个人信息告知", en: "The privacy notice was read aloud")
  static let noticeHint = Text(
    zh: "入户走访时留下称呼或电话，要先读给对方听。", en: "On home visits, before a name or telephone is written down.")
  static let noticeMissing = Text(
    zh: "入户走访留下称呼或电话，请先读告知再勾选", en: "On a home visit please read the notice aloud first, then tick this")
  static let notice = Text(zh: "看告知内容", en: "Show the notice")

  /// With a letter before it, by which a keyboard finds it in the list.
  static func lettered(_ channel: Channel) -> Text {
    let letter =
      switch channel {
      case .web: "W"
      case .homeVisit: "H"
      case .questionnaire: "Q"
      case .courtyardMeeting: "Y"
      case .activity: "A"
      case .walkIn: "I"
      case .phone: "P"
      case .hotline: "L"
      case .paperSlip: "S"
      case .chatGroup: "C"
      case .email: "E"
      case .open311: "O"
      case .importFile: "M"
      case .other: "Z"
      }
    return Text(same: letter + " ") + channel.name
  }

  static func lettered(_ kind: SourceKind) -> Text {
    let letter =
      switch kind {
      case .resident: "R"
      case .cadre: "C"
      case .police: "P"
      case .socialWorker: "S"
      case .volunteer: "V"
      case .organisation: "O"
      case .unit: "U"
      }
    return Text(same: letter + " ") + kind.name
  }

  // MARK: The slip
  static let slip = Text(zh: "回执", en: "Slip")
  static let slipSummary = Text(zh: "给反映人的回执", en: "The slip for the reporter")
  static let number = Text(zh: "编号", en: "Number")
  static let village = Text(zh: "村（社区）", en: "Village")
  static let sortedBy = Text(zh: "最迟什么时候告诉您由谁负责", en: "You hear who is responsible by")
  static let qrLabel = Text(zh: "查询二维码", en: "QR code to follow it")
  static let slipHow = Text(
    zh: "扫上面的码，或在浏览器里打开下面的地址，就能看办到哪一步、补充情况、撤回或申诉。请收好，不要给别人看。",
    en: "Scan the code or open the address to follow it, add to it, withdraw or appeal. Keep it to yourself.")
  static let slipPhone = Text(
    zh: "也可以凭编号和电话后四位查询办到哪一步。", en: "The number with the last four digits of your telephone tells the state too.")
  static let sealedNote = Text(
    zh: "这一条已密封转给镇里有权处理的人。请现在就把回执交给反映人，半小时后这里就看不到了。",
    en:
      "This one went sealed to the person in charge at the town. Hand over the slip now; in half an hour it is gone from here."
  )
  static let similar = Text(zh: "这些正在办的事和它相像", en: "Open matters that look like it")
  static let another = Text(zh: "再录一条", en: "Enter another")
  static let toConcern = Text(zh: "看这条诉求", en: "See the concern")
  static let print = Text(zh: "打印回执", en: "Print the slip")
  static let printHint = Text(zh: "按 Ctrl+P 打印回执。", en: "Press Ctrl+P to print the slip.")
  static let numbers = [
    Web.EmergencyNumber(number: "110", name: Text(zh: "报警", en: "Police")),
    Web.EmergencyNumber(number: "119", name: Text(zh: "火警和救援", en: "Fire and rescue")),
    Web.EmergencyNumber(number: "120", name: Text(zh: "急救", en: "Ambulance")),
    Web.EmergencyNumber(number: "122", name: Text(zh: "交通事故", en: "Road accidents")),
  ]
}
