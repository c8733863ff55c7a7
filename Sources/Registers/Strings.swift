import Values

/// The words of the registers, on the screen and on paper.
enum RegisterStrings {
  static let registers = Text(zh: "清单", en: "Registers")
  static let registersTitle = Text(zh: "三事清单登记簿", en: "Matter registers")
  static let register = Text(zh: "一本清单登记簿", en: "One register")
  static let shownRegister = Text(zh: "带联系方式的登记簿", en: "A register with contacts")
  static let printed = Text(zh: "打印登记簿", en: "Register for paper")
  static let print = Text(zh: "打印", en: "Print")
  static let shownPrinted = Text(zh: "带联系方式的打印件", en: "A register for paper, with contacts")
  static func withContacts(_ verb: Text) -> Text {
    Text(zh: "\(verb.zh)（含联系方式）", en: "\(verb.en) with contacts")
  }
  static let townTitle = Text(zh: "各村清单", en: "Registers of all villages")
  static let village = Text(zh: "村（社区）", en: "Village")
  static let state = Text(zh: "状态", en: "State")
  static let all = Text(zh: "全部", en: "All")
  static let open = Text(zh: "未办结", en: "Open")
  static let total = Text(zh: "合计", en: "Total")
  static let noVillages = Text(
    zh: "镇里还没有村。管理员添加之后会列在这里。", en: "No villages yet. Those an administrator adds appear here.")
  static let empty = Text(
    zh: "这本登记簿还是空的。诉求确认分流之后会列在这里。", en: "Nothing here yet. Concerns appear once they are triaged.")
  static let seeConcerns = Text(zh: "看待分流的诉求", en: "See the concerns to triage")
  static let nothingFound = Text(zh: "没有符合这些条件的事项。", en: "No matter fits these filters.")
  static let clear = Text(zh: "去掉条件", en: "Clear the filters")
  static let sideBySide = Text(zh: "三本登记簿的件数", en: "The three registers in numbers")

  static func classRegister(_ matterClass: MatterClass) -> Text {
    Text(zh: matterClass.name.zh + "清单", en: "Register of \(matterClass.name.en.lowercased())s")
  }
  /// "青山村大事清单登记簿".
  static func paperTitle(_ village: Text, _ matterClass: MatterClass) -> Text {
    Text(
      zh: village.zh + matterClass.name.zh + "清单登记簿",
      en: "\(village.en): register of \(matterClass.name.en.lowercased())s")
  }
  static func openOf(_ count: Int) -> Text { Text(zh: "\(count) 件未办结", en: "\(count) open") }
  static func matters(_ count: Int) -> Text { Text(zh: "\(count) 件", en: count == 1 ? "1 matter" : "\(count) matters") }
  static func people(_ count: Int) -> Text { Text(zh: "\(count) 人", en: count == 1 ? "1 person" : "\(count) people") }

  // Keeper.
  static let keeper = Text(zh: "登记人", en: "Register keeper")
  static let noKeeper = Text(zh: "未指定", en: "not named")
  static func kept(by name: String) -> Text { Text(zh: "登记人：\(name)", en: "Keeper: \(name)") }

  // Filters.
  static let search = Text(zh: "查找事项", en: "Search the matters")
  static let category = Text(zh: "类别", en: "Category")
  static let lead = Text(zh: "责任单位", en: "Responsible body")
  static let group = Text(zh: "组", en: "Group")
  static let channel = Text(zh: "渠道", en: "Channel")
  static let from = Text(zh: "从", en: "From")
  static let to = Text(zh: "到", en: "To")
  static let more = Text(zh: "更多列和显示方式", en: "More columns and layout")
  static let columns = Text(zh: "另外显示", en: "Show as well")
  static let sort = Text(zh: "排序", en: "Order")
  static let newest = Text(zh: "从新到旧", en: "Newest first")
  static let oldest = Text(zh: "从旧到新", en: "Oldest first")
  static let density = Text(zh: "行距", en: "Row height")
  static let roomy = Text(zh: "宽松", en: "Roomy")
  static let compact = Text(zh: "紧凑", en: "Compact")
  static let unfold = Text(zh: "同类事项逐件列出", en: "List each matter of a family")
  static let notACategory = Text(zh: "没有这个类别", en: "There is no such category")
  static let periodTurned = Text(zh: "结束日期不能早于开始日期", en: "The last day is before the first")
  static let noWords = Text(
    zh: "请写字或数字，至少两个字最好找", en: "Please give letters or digits; two characters or more find best")
  static let textNewest = Text(zh: "按文字查找时只能从新到旧排", en: "A search by text is shown newest first")
  static func unknownColumn(_ known: [String]) -> Text {
    Text(
      zh: "没有这一列，可选：\(known.joined(separator: "、"))", en: "No such column; choose of: \(known.joined(separator: ", "))")
  }

  // Contacts.
  static let showContacts = Text(zh: "显示联系方式", en: "Show the contacts")
  static let hideContacts = Text(zh: "遮住联系方式", en: "Mask the contacts")
  static let contactsShown = Text(
    zh: "这一页的联系方式没有遮住，这次查看已经记下。看完请遮住。",
    en: "The contacts on this page are not masked, and that you saw them is on record.")
  static let anonymous = Text(zh: "未留姓名", en: "Unnamed")
  static let protected = Text(zh: "反映人受保护", en: "Reporter protected")
  static let annex = Text(zh: "反映人名单", en: "List of reporters")
  static func andOthers(_ name: String, _ count: Int) -> Text {
    Text(zh: "\(name)等\(count)人", en: "\(name) and \(count - 1) more")
  }

  // Families.
  static func family(_ title: String, _ count: Int) -> Text {
    Text(zh: "\(title)（\(count)处）", en: "\(title) (\(count) places)")
  }
  static func onlyFirst(_ shown: Int, of count: Int) -> Text {
    Text(zh: "这里列出 \(shown) 处，共 \(count) 处", en: "\(shown) of \(count) shown")
  }

  // Paper.
  static func period(_ from: String, _ to: String) -> Text { Text(zh: "\(from) 至 \(to)", en: "\(from) to \(to)") }
  static func until(_ day: String) -> Text { Text(zh: "截至 \(day)", en: "up to \(day)") }
  static func since(_ day: String, today: String) -> Text { period(day, today) }
  static func cut(_ most: Int) -> Text {
    Text(
      zh: "只打印了 \(most) 行。请选较短的时间段，分几次打印。",
      en: "Only \(most) rows are printed. Please choose shorter periods and print them one by one.")
  }
  static let printHow = Text(
    zh: "用浏览器的打印功能，纸张选 A4 横向。", en: "Use your browser's print command; paper A4, landscape.")
  static let backToRegister = Text(zh: "回到登记簿", en: "Back to the register")
  static func chainHead(_ seq: Int, _ hash: String) -> Text {
    Text(zh: "本镇记录校验码（第 \(seq) 条）：\(hash)", en: "Check value of the town's records (event \(seq)): \(hash)")
  }

  static func phoneLeft(_ number: String) -> Refusal {
    Refusal(
      rule: "phoneInRegister",
      reason: Text(
        zh: "\(number) 里还有完整的电话号码，不能导出。", en: "\(number) still holds a whole telephone number and is not exported."),
      wayOut: Text(
        zh: "请由登记人导出含联系方式的登记簿，或先改这件事项的文字。",
        en: "Let the register keeper download it with contacts, or change the matter's words first."))
  }

  // Annex.
  static func annexTitle(_ number: String) -> Text {
    Text(zh: "\(number) 反映人名单", en: "Reporters of \(number)")
  }
  static let shownAnnex = Text(zh: "带联系方式的反映人名单", en: "The list of reporters with contacts")
  static let annexLogged = Text(
    zh: "这份名单含联系方式，这次查看已经记下。", en: "This list holds contacts, and that you saw it is on record.")
  static let order = Text(zh: "序号", en: "No.")
  static let unit = Text(zh: "反映单位", en: "Reporting unit")
  static let name = Text(zh: "姓名", en: "Name")
  static let phone = Text(zh: "电话", en: "Telephone")
  static let source = Text(zh: "身份", en: "Kind of source")
  static let concernNumber = Text(zh: "诉求编号", en: "Concern")
  static let stance = Text(zh: "态度", en: "Stance")
  static let support = Text(zh: "赞成", en: "For")
  static let oppose = Text(zh: "反对", en: "Against")
  static let nobody = Text(zh: "反映人都已撤回。", en: "All reporters have withdrawn.")
  static func firstReporters(_ count: Int) -> Text {
    Text(zh: "这里列出最早的 \(count) 条。", en: "The first \(count) are listed.")
  }
}
