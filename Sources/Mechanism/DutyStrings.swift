import Values

/// The words of the duty catalogue.
enum DutyStrings {
  static let catalogue = Text(zh: "责任目录", en: "Duty catalogue")
  static let about = Text(
    zh: "每一类事由谁牵头、走哪条路、几天答复、凭什么。",
    en: "For every kind of matter: who leads, by which path, in how many days, on what basis.")
  static let name = Text(zh: "名称", en: "Name")
  static let nameZh = Text(zh: "中文名称", en: "Chinese name")
  static let nameEn = Text(zh: "英文名称", en: "English name")
  static let nameEnHint = Text(zh: "不填就用中文名称", en: "Left empty, the Chinese name is used")
  static let matterClass = Text(zh: "类别", en: "Class")
  static let lead = Text(zh: "牵头", en: "Leads")
  static let coHandlers = Text(zh: "协办", en: "Acts with it")
  static let keywordsHint = Text(
    zh: "几个之间用空格、逗号、顿号或分号分开", en: "Divide several by spaces, commas or semicolons")
  static let listHint = Text(zh: "几个之间用逗号分开", en: "Divide several by commas")
  static let path = Text(zh: "走哪条路", en: "Path")
  static let days = Text(zh: "时限（工作日）", en: "Limit in working days")
  static let keywords = Text(zh: "关键词", en: "Keywords")
  static let example = Text(zh: "居民会怎么说", en: "As a resident would say it")
  static let basis = Text(zh: "依据", en: "Basis")
  static let basisZh = Text(zh: "依据（中文）", en: "Basis in Chinese")
  static let basisEn = Text(zh: "依据（英文）", en: "Basis in English")
  static let basisHint = Text(
    zh: "写法律名称；看过原文的才写第几条。没有依据就空着。",
    en: "Name the law; give an article only if you saw the text. Leave empty if there is none.")
  static let basisMark = Text(zh: "依据的把握", en: "How sure the basis is")
  static let publicBasis = Text(zh: "对外只写", en: "Residents see")
  static let use = Text(zh: "使用", en: "Use")
  static let inUse = Text(zh: "在用", en: "In use")
  static let retired = Text(zh: "停用", en: "Out of use")
  static let retire = Text(zh: "停用这一项", en: "Take this entry out of use")
  static let retireHint = Text(zh: "新的事项不再用它，以前的照旧", en: "New matters no longer use it; earlier ones keep it")
  static let fromDay = Text(zh: "从哪天起", en: "From which day")
  static let fromDayHint = Text(zh: "今天或以后", en: "Today or later")
  static let reason = Text(zh: "为什么改", en: "Why")
  static let reasonHint = Text(zh: "村里会看到这句话", en: "The villages see this")
  static let none = Text(zh: "无", en: "None")
  static let code = Text(zh: "编码", en: "Code")
  static let holdsFrom = Text(zh: "起用", en: "In force from")
  static let version = Text(zh: "版本", en: "Version")
  static let field = Text(zh: "项目", en: "Field")
  static let before = Text(zh: "原来", en: "Before")
  static let after = Text(zh: "现在", en: "Now")
  /// Over a narrow column.
  static let daysShort = Text(zh: "工作日", en: "Days")
  static let becomes = Text(zh: "改为", en: "Becomes")
  static let asShipped = Text(zh: "出厂版本", en: "As shipped")
  static let changed = Text(zh: "本镇改过", en: "Changed by the town")
  static let added = Text(zh: "本镇新增", en: "Added by the town")
  static let versions = Text(zh: "历次版本", en: "Versions")
  static let noVersions = Text(zh: "本镇没有改过，用的是出厂版本。", en: "The town has changed nothing; the shipped version holds.")
  static let fromShipped = Text(zh: "和出厂版本哪里不同", en: "Difference from the shipped version")
  static let edit = Text(zh: "修改这一项", en: "Change this entry")
  static let save = Text(zh: "保存为新版本", en: "Save as a new version")
  static let add = Text(zh: "新增一项", en: "Add an entry")
  static let addLong = Text(zh: "在这一类新增一项", en: "Add an entry here")
  static let saveNew = Text(zh: "新增到目录", en: "Add to the catalogue")
  static let all = Text(zh: "全部", en: "All")
  static let filterText = Text(zh: "名称、关键词、单位", en: "Name, keyword, body")
  static let onlyChanged = Text(zh: "只看本镇改过的", en: "Changed by the town only")
  static let nothingFound = Text(zh: "没有合适的条目，换个词试试。", en: "No entry fits; try another word.")
  static let villageChanged = Text(zh: "镇里改过的", en: "What the town changed")
  static let villageUnchanged = Text(
    zh: "镇里没有改过，全部用出厂版本。", en: "The town has changed nothing; everything is as shipped.")
  static let checkAgainst2026 = Text(
    zh: "这部法 2026 年 1 月 1 日起有新文本，条款还没有对过。请先核对新文本再引用条款，对外只写法律名称。",
    en: "This law has a new text since 1 January 2026 and the articles have not been compared. Check against the 2026 "
      + "text before citing articles; towards the public give the law's name only.")
  static let stillToBeChecked = Text(
    zh: "这条依据还没有请法律人员核对，对外只写法律名称。",
    en: "A lawyer has yet to check this basis; towards the public give the law's name only.")
  static func basisMarked(_ mark: Text) -> Text { Text(zh: "依据：\(mark.zh)", en: "Basis: \(mark.en.lowercased())") }
  static let noBasis = Text(zh: "这一项没有写依据。", en: "This entry has no basis on record.")

  static let pathOfOtherClass = Text(zh: "这条路不属于选的类别", en: "This path does not belong to the chosen class")
  static let noBars = Text(zh: "只写一个单位", en: "Give one body only")
  static let notBeforeToday = Text(zh: "请填今天或以后的日期", en: "Please give today or a later day")
  static let unknownMark = Text(zh: "请从给出的选项里选一个", en: "Please choose one of those given")
  static let basisWithoutMark = Text(zh: "写了依据，请选一下把握", en: "Please say how sure this basis is")
  static let markWithoutBasis = Text(zh: "请写依据，或选“无”", en: "Please give the basis, or choose \"None\"")

  static func words(max: Int, length: Int) -> Text {
    Text(zh: "最多 \(max) 个，每个最多 \(length) 个字", en: "At most \(max), each of at most \(length) characters")
  }
  static func workingDays(_ days: Int) -> Text {
    Text(zh: "\(days) 个工作日", en: days == 1 ? "1 working day" : "\(days) working days")
  }
  static func list(_ words: [String]) -> Text {
    Text(zh: words.joined(separator: "、"), en: words.joined(separator: ", "))
  }
  static func versionNumber(_ number: Int) -> Text { Text(zh: "第 \(number) 版", en: "Version \(number)") }
  static func from(_ day: Day) -> Text {
    let zh = "\(day.year)年\(day.month)月\(day.dayOfMonth)日"
    return Text(zh: "\(zh)起", en: "from \(day.spoken.en) \(day.year)")
  }
  static let upcoming = Text(zh: "将要改的", en: "What will change")
  /// "2026年12月1日起改为", over what changes.
  static func begins(_ day: Day, isNew: Bool, isRetired: Bool) -> Text {
    let what: Text =
      if isRetired {
        Text(zh: "停用", en: "out of use")
      } else if isNew {
        Text(zh: "新增", en: "new")
      } else {
        Text(zh: "改为", en: "changed")
      }
    return Text(zh: from(day).zh + what.zh, en: "\(what.en) \(from(day).en)")
  }
  static func addUnder(_ top: Text) -> Text { Text(zh: "在“\(top.zh)”下新增", en: "Add under \(top.en)") }
  static func change(_ name: Text) -> Text { Text(zh: "修改“\(name.zh)”", en: "Change \(name.en)") }

  static let changedMeanwhile = Refusal(
    rule: "changedMeanwhile",
    reason: Text(zh: "您打开这一页以后，别人又改了这一项。", en: "Somebody changed this entry after you opened the page."),
    wayOut: Text(zh: "请重新打开看看现在的内容，再改一次。", en: "Open it again, look at what stands there now, and change that."))
  static let nothingChanged = Refusal(
    rule: "nothingChanged",
    reason: Text(zh: "和现在的版本一模一样，没有可保存的。", en: "This is the same as the present version."),
    wayOut: Text(zh: "改了哪一项再保存。", en: "Change something, then save."))
  static let noMoreNumbers = Refusal(
    rule: "noMoreNumbers",
    reason: Text(zh: "这一类下面本镇最多新增 19 项，已经用完了。", en: "A town may add 19 entries here, and has."),
    wayOut: Text(zh: "请修改一个不再需要的条目。", en: "Change an entry that is no longer needed."))
}
