import Values

/// The words of naming the register keeper.
enum KeeperStrings {
  static let title = Text(zh: "登记人", en: "Register keeper")
  static let naming = Text(zh: "指定登记人", en: "Name the register keeper")
  static let lead = Text(
    zh: "三本清单登记簿由专人登记。打印的登记簿上写当天的登记人。",
    en: "One person keeps the three registers. A printed register bears the keeper of its day.")
  static let change = Text(zh: "指定或更换", en: "name or change")
  static let now = Text(zh: "现在的登记人", en: "Keeper today")
  static let nobodyYet = Text(zh: "还没有指定登记人。在下面指定一位。", en: "No keeper is named yet. Name one below.")
  static let account = Text(zh: "账号", en: "Account")
  static let accountHint = Text(
    zh: "在本村任登记人的账号；没有账号的只写姓名。",
    en: "Accounts that hold the keeper's role here; for somebody without one give the name alone.")
  static let withoutAccount = Text(zh: "没有账号", en: "Without account")
  static let name = Text(zh: "姓名", en: "Name")
  static let nameHint = Text(zh: "印在登记簿上的姓名；选了账号可不填。", en: "As printed on the register; not needed with an account.")
  static let from = Text(zh: "从哪天起", en: "From")
  static let until = Text(zh: "到哪天止", en: "Until")
  static let untilHint = Text(
    zh: "不填就一直到下一位接手。原来的登记人到前一天为止。", en: "Empty: until the next takes over. The one before ends the day before.")
  static let history = Text(zh: "历任登记人", en: "Keepers so far")
  static let noEnd = Text(zh: "至今", en: "no end")
  static let void = Text(zh: "没有开始就换了人", en: "replaced before it began")
  static let whoMissing = Text(zh: "请选一个账号，或者写姓名", en: "Please choose an account or give a name")
  static let untilBeforeFrom = Text(zh: "结束日期不能早于开始日期", en: "The last day is before the first")
  static let notHere = Text(zh: "这个账号不是本村的登记人", en: "This account does not keep this village's registers")
}
