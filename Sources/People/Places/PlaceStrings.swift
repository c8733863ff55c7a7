import Values

enum PlaceStrings {
  static let admin = Text(zh: "管理", en: "Admin")
  static let places = Text(zh: "镇村组", en: "Places")
  static let accounts = Text(zh: "账号", en: "Accounts")
  static let importPeople = Text(zh: "成批添加人员", en: "Add many people")
  static let code = Text(zh: "代码", en: "Code")
  static let codeHint = Text(
    zh: "4 到 15 位数字或字母。有国家统计用区划代码的，就用它。", en: "4 to 15 digits or letters; the official division code if there is one.")
  static let level = Text(zh: "层级", en: "Level")
  static let nameZh = Text(zh: "名称", en: "Name in Chinese")
  static let nameEn = Text(zh: "英文名称", en: "Name in English")
  static let name = Text(zh: "名称", en: "Name")
  static let phone = Text(zh: "联系电话", en: "Telephone")
  static let address = Text(zh: "办公地址", en: "Office address")
  static let state = Text(zh: "状态", en: "State")
  static let open = Text(zh: "在用", en: "Open")
  static let closed = Text(zh: "已停用", en: "Closed")
  static let addOne = Text(zh: "添加一个", en: "Add one")
  static let addMany = Text(zh: "粘贴名单添加", en: "Add a pasted list")
  static let add = Text(zh: "添加", en: "Add")
  static let save = Text(zh: "保存", en: "Save")
  static let change = Text(zh: "修改名称和联系方式", en: "Change names and contact")
  static let close = Text(zh: "停用", en: "Close this place")
  static let closeAgain = Text(
    zh: "停用后不能再添加，原有内容还能查看", en: "Nothing can be added afterwards; what is there stays readable")
  static let lines = Text(zh: "名单", en: "List")
  static let linesHint = Text(
    zh: "每行一个：名称，有代码的写上代码，也可以再写英文名称，中间用空格、制表符或逗号分开；可以从表格复制，带表头、序号都行。没写代码的自动编上。",
    en:
      "One a line: a name, its code if there is one, and an English name if you like, divided by tabs or commas. Paste from a table with header and numbering if you like. Missing codes are made."
  )
  static let file = Text(zh: "或者选一个文本文件", en: "Or choose a text file")
  static let fileHint = Text(zh: "TXT、CSV 或 TSV", en: "TXT, CSV or TSV")
  static let none = Text(zh: "这里还没有下一级的地方。", en: "There are no places below this one yet.")
  static let holders = Text(zh: "在这里任职的人", en: "Roles held here")
  static let noHolders = Text(zh: "还没有人在这里任职。", en: "Nobody holds a role here yet.")

  static let badCode = Text(zh: "代码是 4 到 15 位数字或字母", en: "A code has 4 to 15 digits or letters")
  static let noFit = Text(zh: "这一级不能放在这个地方下面", en: "A place of this level cannot stand under this one")
  static let parentClosed = Text(zh: "上级地方已停用", en: "The place above is closed")
  static let codeTwice = Text(zh: "名单里代码重复", en: "the code stands in the list twice")
  static let codesOnALine = Text(zh: "一行里有几个代码，请一行写一个地方", en: "there are several codes; please write one place a line")
  static let noName = Text(zh: "没有写名称", en: "the name is missing")
  static func notAName(_ name: String) -> Text {
    Text(
      zh: "“\(name)”不是名称，请只写名称，不带逗号、引号和空格",
      en: "“\(name)” is no name; please write it without commas, quotation marks and spaces")
  }
  static func notRead(_ words: String) -> Text {
    Text(
      zh: "看不懂“\(words)”：名称后面可以写代码和英文名称，几个地方请一行写一个",
      en: "“\(words)” cannot be read: after a name come its code and an English name; please write one place a line")
  }
  static let codeNeeded = Text(zh: "请写上代码", en: "please give a code")
  static let notText = Text(zh: "这个文件里不是文字，请另存为文本或 CSV", en: "This file holds no text; please save it as text or CSV")
  static let nameTooLong = Text(zh: "名称太长", en: "the name is too long")
  static let tooManyLines = Text(zh: "一次最多 2000 行", en: "At most 2,000 lines at once")
  static func codeTaken(_ code: String) -> Text {
    Text(zh: "代码 \(code) 已经有了", en: "The code \(code) is in use already")
  }
  static func nameTaken(_ name: String) -> Text {
    Text(
      zh: "这个镇已经有叫“\(name)”的村（社区），事项编号以村名开头，请用不同的名称",
      en:
        "The town has a village or community called “\(name)”: numbers of matters begin with the name, so choose another"
    )
  }
  static func line(_ number: Int, _ text: Text) -> Text {
    Text(zh: "第 \(number) 行：\(text.zh)", en: "Line \(number): \(text.en)")
  }

  static let isClosed = Refusal(
    rule: "placeClosed", reason: Text(zh: "这个地方已经停用。", en: "This place is closed already."),
    wayOut: Text(zh: "不用再做什么。", en: "There is nothing more to do."))
  static let hasOpenPlaces = Refusal(
    rule: "placeHasOpenPlaces", reason: Text(zh: "下面还有在用的地方。", en: "There are open places below."),
    wayOut: Text(zh: "请先停用下一级。", en: "Close those first."))
}
