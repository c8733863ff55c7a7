import Values

enum SignInStrings {
  static let signIn = Text(zh: "登录", en: "Sign in")
  static let lead = Text(
    zh: "这里是村、镇工作人员登录的地方。反映事情不用登录。", en: "For people who work here. Reporting something needs no account.")
  static let signOut = Text(zh: "退出登录", en: "Sign out")
  static let login = Text(zh: "账号", en: "Login")
  static let password = Text(zh: "密码", en: "Password")
  static let passwordHint = Text(
    zh: "第一次登录，或者忘了密码：填管理员给您的纸条上的登录码。",
    en: "First time, or password forgotten: the code on paper from your administrator.")
  static let wrong = Text(zh: "账号或密码不对，请再试一次", en: "The login or the password is not right; please try again")
  static let locked = Text(
    zh: "密码错了很多次。请过 15 分钟再试，或者请管理员给您一个登录码。",
    en: "The password was wrong many times. Please try again in 15 minutes, or ask your administrator for a code.")
  static let preferences = Text(zh: "语言和大字", en: "Language and large text")

  static let account = Text(zh: "我的账号", en: "My account")
  static let roles = Text(zh: "我的任职", en: "My roles")
  static let noRoles = Text(zh: "现在没有任职。请联系管理员。", en: "You hold no role now. Please ask your administrator.")
  static let changePassword = Text(zh: "修改密码", en: "Change the password")
  static let setPasswordFirst = Text(
    zh: "请先设一个密码，以后就用它登录。", en: "Please set a password first; you will sign in with it from now on.")
  static let oldPassword = Text(zh: "现在的密码", en: "Password now")
  static let oldWrong = Text(zh: "现在的密码不对", en: "This is not your password now")
  static let newPassword = Text(zh: "新密码", en: "New password")
  static let newAgain = Text(zh: "再输一次新密码", en: "New password again")
  static let notSame = Text(zh: "两次输的不一样", en: "The two are not the same")
  static let newHint = Text(zh: "至少 10 个字符。一句好记的话就很好。", en: "At least 10 characters; a sentence you remember is good.")
  static let savePassword = Text(zh: "保存密码", en: "Save the password")
  static let passwordSaved = Text(
    zh: "新密码已保存。其他设备上的登录已退出。", en: "The new password is saved. You are signed out on other devices.")

  static let language = Text(zh: "语言", en: "Language")
  static let largeText = Text(zh: "大字", en: "Large text")
  static let save = Text(zh: "保存", en: "Save")

  static let signIns = Text(zh: "登录中的设备", en: "Where you are signed in")
  static let signedInAt = Text(zh: "登录时间", en: "Since")
  static let lastSeen = Text(zh: "最近使用", en: "Last used")
  static let networkAddress = Text(zh: "网络地址", en: "Network address")
  static let action = Text(zh: "操作", en: "Action")
  static let thisOne = Text(zh: "就是这台", en: "This one")
  static let end = Text(zh: "退出这台", en: "Sign out there")

  static let deadlines = Text(zh: "期限日历", en: "Deadlines in your calendar")
  static let deadlinesLead = Text(
    zh: "等着您的事什么时候到期，可以放进手机或电脑的日历。", en: "When what waits for you is due, in the calendar of your phone or computer.")
  static let toDeadlines = Text(zh: "看期限", en: "See the deadlines")
  static let tokens = Text(zh: "接口令牌", en: "API tokens")
  static let tokensLead = Text(
    zh: "让别的程序替您读写。只给它用得着的权限。", en: "Let another program act for you, with no more than it needs.")
  static let tokenName = Text(zh: "用在哪里", en: "What for")
  static let capabilities = Text(zh: "可以做什么", en: "What it may do")
  static let until = Text(zh: "用到哪天", en: "Last day")
  static let untilHint = Text(zh: "最长一年", en: "A year at most")
  static let makeToken = Text(zh: "生成令牌", en: "Make a token")
  static let noTokens = Text(zh: "还没有令牌。", en: "There are no tokens yet.")
  static let revoke = Text(zh: "停用", en: "End")
  static let ended = Text(zh: "已停用", en: "Ended")
  static let tokenMade = Text(zh: "令牌已生成", en: "The token is made")
  static let tokenOnce = Text(zh: "只显示这一次，请现在就抄到要用的程序里。", en: "It is shown this once. Copy it into the program now.")
  static let chooseCapability = Text(zh: "请至少选一项", en: "Please choose one at least")
  static let notYourCapability = Text(zh: "只能选您自己有的权限", en: "Only what you may do yourself can be given")
  static let tokenTooLong = Text(zh: "请选今天到一年以内的一天", en: "Please choose a day from today to a year from now")
  static let backToAccount = Text(zh: "回到我的账号", en: "Back to my account")

  static let demonstrationOnly = Refusal(
    rule: "demonstrationAccount",
    reason: Text(zh: "演示账号只能在本机使用。", en: "Demonstration accounts work on this machine alone."),
    wayOut: Text(zh: "请用正式账号登录。", en: "Please sign in with a real account."))
}
