import Governance
import Values

/// The words of exchanging orders with the systems of other authorities.
enum ExchangeStrings {
  static let title = Text(zh: "对接外部系统", en: "Other systems")
  static let lead = Text(
    zh: "县里的群工系统、上级平台：交给他们的工单自动发过去，他们办到哪一步自动记回来。没有接口的，用文件夹、SFTP 或者文件来回。",
    en:
      "Systems of the county and other authorities: orders that are theirs go out by themselves, and what they do comes back. Without an interface, by folder, SFTP or file."
  )
  static let none = Text(zh: "还没有对接。", en: "None yet.")
  static let new = Text(zh: "添加一个系统", en: "Add a system")
  static let one = Text(zh: "一个外部系统", en: "One system")
  static let save = Text(zh: "保存", en: "Save")
  static let saved = Text(zh: "存好了。从现在起交给他们的工单会发过去。", en: "Saved. Orders handed to them from now on go out.")
  static let formLead = Text(
    zh: "从设好的时候起，交给下面这些单位的工单会告诉这个系统；它回的话按工单的规矩办一步。",
    en: "From now on orders of the offices below are told to this system; what it answers takes the steps of the order."
  )
  static let noPublicURL = Text(
    zh: "还没有告诉程序外面用什么网址打开它，对方不知道往哪里回。启动前请设 SANSHI_PUBLIC_URL。",
    en: "The program does not know its own address, so the other side cannot answer. Set SANSHI_PUBLIC_URL first.")
  static let close = Text(zh: "不再对接", en: "Remove it")
  static let closeSure = Text(zh: "真的不再对接了？等着发的也不发了。", en: "Really remove it? What waits is not sent.")

  static let goesByFile = Text(zh: "用文件", en: "By file")
  static let goesByWeb = Text(zh: "自动发", en: "By itself")

  // Fields.
  static let name = Text(zh: "系统的名字", en: "Name of the system")
  static let nameExample = Text(zh: "县群工系统", en: "County system")
  static let url = Text(zh: "接口网址", en: "Address of the interface")
  static let urlHint = Text(
    zh: "对方给的，以 https:// 开头", en: "Begins with https://")
  static let key = Text(zh: "签名密钥", en: "Signing key")
  static let keyHint = Text(
    zh: "和对方约定，至少 16 个字。来往的内容都用它签名（HMAC-SHA-256）",
    en: "Agreed with them, 16 characters or more; signs both ways (HMAC-SHA-256)")
  static let keyKept = Text(zh: "（空着不变）", en: " (left empty it stays)")
  static let keyShort = Text(zh: "密钥至少 16 个字", en: "The key has 16 characters or more")
  static let whose = Text(zh: "哪些工单发过去", en: "Which orders go there")
  static let levels = Text(zh: "到了这一级服务中心的", en: "Those of the service centre of")
  static let levelsHint = Text(zh: "服务中心和单位里，至少选一个", en: "Choose at least one service centre or office")
  static func centre(_ level: PlaceLevel) -> Text {
    switch level {
    case .county: Text(zh: "县服务中心", en: "County centre")
    case .town: Text(zh: "镇服务中心", en: "Town centre")
    case .village, .group: Text(zh: "村服务站", en: "Village centre")
    }
  }
  static let offices = Text(zh: "交给这些单位的", en: "Those of these offices")
  static let chooseOffices = Text(zh: "选单位", en: "Choose offices")
  static let whoseMissing = Text(zh: "请至少选一个单位或者一级服务中心", en: "Please choose an office or a level")
  static let noLevel = Text(zh: "只能选县或镇", en: "Please choose county or town")
  static let mapping = Text(zh: "类目、状态、结果对照", en: "Their words and ours")
  static let words = Text(zh: "叫法", en: "Words")
  static let mappingHint = Text(
    zh:
      "每行三格，用制表符或逗号隔开：类目（或状态、结果）、对方的叫法、我们的代码。状态的代码：received、accepted、returned、progress、answered、closed；结果：solved、explained、notPossible。",
    en:
      "A line each, with tabs or commas: category (or state, outcome), their word, our code. States: received, accepted, returned, progress, answered, closed. Outcomes: solved, explained, notPossible."
  )
  static let mappingExample = Text(zh: "类目，供水问题，GM0902", en: "category,Water,GM0902")
  static func mappingLine(_ line: Int) -> Text {
    Text(
      zh: "第 \(line) 行要有三格：类目（或状态、结果）、对方的叫法、我们的代码", en: "Line \(line): category, state or outcome; their word; our code"
    )
  }
  static func noSuch(_ kind: Mapping.Kind, _ ours: String, line: Int) -> Text {
    switch kind {
    case .category: Text(zh: "第 \(line) 行：目录里没有“\(ours)”", en: "Line \(line): the catalogue has no “\(ours)”")
    case .state: Text(zh: "第 \(line) 行：没有“\(ours)”这个状态", en: "Line \(line): there is no state “\(ours)”")
    case .outcome: Text(zh: "第 \(line) 行：没有“\(ours)”这个结果", en: "Line \(line): there is no outcome “\(ours)”")
    }
  }
  static let disclosure = Text(zh: "给不给联系方式", en: "Contact data")
  static let disclosureLead = Text(
    zh: "不勾就不给：原话里的电话、证件号、反映人的名字也会遮住。要给，请写明为什么、给谁；靠本人同意处理的，先取得单独同意（个人信息保护法第二十三条）。受保护的反映人始终不给。",
    en:
      "Nothing is given unless ticked; numbers and the reporter's name are masked in the words too. Say why and to whom; where it rests on consent, get separate consent first (PIPL 23). Protected reporters are never named."
  )
  static let fields = Text(zh: "给哪几样", en: "What is given")
  static let noField = Text(zh: "只能给姓名、电话", en: "Please choose name or telephone")
  static let purpose = Text(zh: "为什么要给", en: "Purpose")
  static let purposeHint = Text(
    zh: "上面勾了就要写。像：办理人员上门前联系反映人", en: "Required when one is ticked above. Such as: to call before a visit")
  static let purposeMissing = Text(zh: "给联系方式要写明为什么", en: "Say for which purpose contact data are given")
  static let receiver = Text(zh: "给谁", en: "Receiver")
  static let receiverHint = Text(
    zh: "上面勾了就要写。接收单位的全称", en: "Required when one is ticked above. The full name of the authority")
  static let receiverMissing = Text(zh: "给联系方式要写明给谁", en: "Say who receives contact data")
}

extension ContactField {
  var name: Text {
    switch self {
    case .name: Text(zh: "姓名", en: "Name")
    case .phone: Text(zh: "电话", en: "Telephone")
    }
  }
}
