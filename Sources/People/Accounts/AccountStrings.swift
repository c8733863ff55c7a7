import Values
import Web

enum AccountStrings {
  static let accounts = Text(zh: "账号", en: "Accounts")
  static let search = Text(zh: "按账号查找", en: "Search by login")
  static let login = Text(zh: "账号", en: "Login")
  static let loginHint = Text(
    zh: "3 到 32 位小写字母、数字，或 . - _ @。姓名拼音就可以。", en: "3 to 32 lower-case letters, digits, or . - _ @")
  static let name = Text(zh: "姓名", en: "Name")
  static let phone = Text(zh: "手机号", en: "Telephone")
  static let role = Text(zh: "任职", en: "Role")
  static let place = Text(zh: "在哪里", en: "Where")
  static let placeCode = Text(zh: "地方代码", en: "Code of the place")
  static let placeCodeHint = Text(zh: "任职的镇、村或组的代码", en: "The code of the town, village or group")
  static let body = Text(zh: "部门或收集人类别", en: "Department, or kind of collector")
  static let bodyHint = Text(
    zh: "经办人和负责人写部门名称；收集人写类别，如“社区民警”。其他任职不填。",
    en: "A department for handlers and heads; for collectors the kind, such as Community police; otherwise nothing.")
  static let from = Text(zh: "从哪天", en: "From")
  static let until = Text(zh: "到哪天", en: "Until")
  static let untilHint = Text(zh: "不填就是没有期限", en: "Empty: without end")
  static let state = Text(zh: "状态", en: "State")
  static let active = Text(zh: "在用", en: "In use")
  static let closed = Text(zh: "已注销", en: "Closed")
  static let locked = Text(zh: "暂时锁定", en: "Locked for now")
  static let noPassword = Text(zh: "还没设密码", en: "No password yet")
  static let codeOut = Text(zh: "登录码已发出", en: "Paper code given out")
  static let demonstration = Text(zh: "演示账号", en: "Demonstration account")
  static let addAccount = Text(zh: "添加账号", en: "Add an account")
  static let add = Text(zh: "添加", en: "Add")
  static let noAccounts = Text(zh: "没有这样的账号。", en: "There is no such account.")
  static let roles = Text(zh: "任职", en: "Roles")
  static let noRoles = Text(zh: "没有任职，登录后什么也做不了。", en: "Without a role the person can do nothing.")
  static let giveRole = Text(zh: "增加任职", en: "Give a role")
  static let endRole = Text(zh: "结束", en: "End")
  static let endAgain = Text(zh: "从现在起不再任职", en: "The role ends now")
  static let noEnd = Text(zh: "没有期限", en: "without end")
  static let action = Text(zh: "操作", en: "Action")
  static let paperCode = Text(zh: "登录码", en: "Paper code")
  static let paperCodeLead = Text(
    zh: "写在纸条上交给本人，第一次登录或忘了密码时用。",
    en: "Written on paper for the person: for the first time, or when the password is forgotten.")
  static let issue = Text(zh: "给一个登录码", en: "Give out a paper code")
  static let codeOnce = Text(
    zh: "只显示这一次，7 天内有效。请抄下来交给本人，以前的登录码作废。",
    en: "Shown this once, valid for 7 days. Hand it to the person; earlier codes are void.")
  static let howToUse = Text(
    zh: "登录时填在密码那一栏，然后自己设一个密码。", en: "It goes into the password field; then the person sets a password.")
  static let backToAccount = Text(zh: "回到账号", en: "Back to the account")
  static let close = Text(zh: "注销账号", en: "Close the account")
  static let closeAgain = Text(zh: "注销后不能再登录，任职全部结束", en: "No more signing in; all roles end")
  static let chooseRole = Text(zh: "请选择", en: "Please choose")

  static let importTitle = Text(zh: "成批添加人员", en: "Add many people")
  static let importLines = Text(zh: "名单", en: "List")
  static let importHint = Text(
    zh: "每行一个任职，用制表符或逗号分开：账号、姓名、手机号、任职、地方代码、部门或类别。可以从表格里直接复制。同一个账号写几行，就有几个任职。",
    en:
      "A role a line, divided by tabs or commas: login, name, telephone, role, code of the place, department or kind. You may copy from a spreadsheet. Several lines of one login give it several roles."
  )
  static let importButton = Text(zh: "全部添加", en: "Add all")
  static let importAllOrNone = Text(
    zh: "有一行不对就都不添加，改好再交一次。", en: "If a line is wrong none is added; put it right and send again.")

  static let badLogin = Text(
    zh: "账号是 3 到 32 位小写字母、数字，或 . - _ @", en: "A login has 3 to 32 lower-case letters, digits, or . - _ @")
  static let loginTaken = Text(zh: "这个账号已经有人用了", en: "This login is in use already")
  static let passwordShort = Text(zh: "密码至少 10 个字符", en: "A password has at least 10 characters")
  static let passwordLong = Text(zh: "密码最多 200 个字符", en: "A password has at most 200 characters")
  static let passwordEasy = Text(zh: "这个密码太好猜，请换一个", en: "This password is easily guessed; please choose another")
  static let collectorKind = Text(
    zh: "请写收集人的类别，如“社区民警”", en: "Please give the kind of collector, such as Community police")
  static let departmentMissing = Text(zh: "请写是哪个部门", en: "Please give the department")
  static let noBody = Text(zh: "这个任职不用填部门", en: "This role takes no department")
  static let untilPast = Text(zh: "请选今天或以后的一天", en: "Please choose today or a later day")
  static let untilBeforeFrom = Text(zh: "结束的日子比开始早", en: "The last day is before the first")
  static let roleHeld = Text(zh: "已经有这个任职", en: "This role is held already")
  static let endedBefore = Text(zh: "这个任职已经结束", en: "This role has ended already")
  static let noSuchRole = Text(zh: "没有这样的任职", en: "There is no such role")
  static let noSuchPlace = Text(zh: "没有这个代码的地方", en: "There is no place with this code")
  static let placeNotYours = Text(zh: "这个地方不归您管理", en: "This place is not yours to manage")
  static let nameMissing = Text(zh: "请写姓名，最多 40 个字", en: "Please give a name of at most 40 characters")
  static let fieldsMissing = Text(
    zh: "至少要有账号、姓名、手机号、任职、地方代码五栏",
    en: "Five fields are needed at least: login, name, telephone, role, code of the place")
  static func roleNotHere(_ level: PlaceInfo.Level) -> Text {
    Text(zh: "这个任职不能设在\(level.name.zh)", en: "This role cannot be held at this level: \(level.name.en)")
  }

  static let isClosed = Refusal(
    rule: "accountClosed", reason: Text(zh: "这个账号已经注销。", en: "This account is closed."),
    wayOut: Text(zh: "需要时请另开一个账号。", en: "Open another account if one is needed."))
  static let lastAdministrator = Refusal(
    rule: "lastAdministrator",
    reason: Text(zh: "这是这里最后一位管理员。", en: "This is the last administrator here."),
    wayOut: Text(zh: "请先请另一个人担任管理员。", en: "Make somebody else an administrator first."))
  static let holdsElsewhere = Refusal(
    rule: "holdsRoleElsewhere",
    reason: Text(zh: "这个账号还在别处任职，那里不归您管理。", en: "This account also holds a role that is not yours to manage."),
    wayOut: Text(zh: "请县管理员来办。", en: "Please ask the county's administrator."))
}
