import Values

enum SetupStrings {
  static let title = Text(zh: "第一次使用", en: "First run")
  static let lead = Text(
    zh: "填好这一页就可以用了。以后都能在“管理”里改。", en: "Fill in this page once; all of it can be changed later under Admin.")
  static let code = Text(zh: "启动码", en: "Setup code")
  static let codeHint = Text(zh: "程序启动时显示在控制台上，只能用一次。", en: "Shown on the console at the start; it works once.")
  static let places = Text(zh: "县、镇、村", en: "County, town, villages")
  static let countyName = Text(zh: "县（区）名称", en: "Name of the county")
  static let countyCode = Text(zh: "县（区）代码", en: "Code of the county")
  static let townName = Text(zh: "镇（乡、街道）名称", en: "Name of the town")
  static let townCode = Text(zh: "镇（乡、街道）代码", en: "Code of the town")
  static let villages = Text(zh: "村和社区", en: "Villages and urban communities")
  static let account = Text(zh: "第一个账号", en: "The first account")
  static let accountLead = Text(
    zh: "这个账号是镇和县的管理员，可以再添加别的账号。", en: "It administers the town and the county, and can add others.")
  static let passwordAgain = Text(
    zh: "请再输一次密码，其他内容都还在。至少 10 个字符。", en: "Please type the password again; all else is kept. At least 10 characters.")
  static let begin = Text(zh: "开始使用", en: "Begin")
  static let sameCode = Text(zh: "镇和县的代码不能一样", en: "Town and county need different codes")
  static let townCodeLong = Text(
    zh: "镇的代码最多 12 位，后面要接村的编号", en: "A town's code has at most 12 letters, since the villages' numbers follow it")
  static let wrongCode = Text(zh: "启动码不对，请照控制台上的抄", en: "This is not the code; please copy it from the console")
}
