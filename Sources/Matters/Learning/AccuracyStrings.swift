import Governance
import Values

/// The words of the page that tells how often suggestions were right, and of the switch.
package enum AccuracyStrings {
  static let title = Text(zh: "建议准不准", en: "Accuracy")
  static let summary = Text(zh: "系统的建议有多少被采用", en: "How often suggestions were taken")
  static let lead = Text(
    zh: "最近十二个月，系统建议的和大家决定的有多少一样。每次分流、改类、不予纳入都算一次。",
    en:
      "How often, in the last twelve months, people decided what was suggested. Each triage, refusal and later change counts."
  )
  static let none = Text(
    zh: "还没有决定可以比较。分流几条诉求以后，这里会显示建议准不准。",
    en: "Nothing to compare yet. Once some concerns are triaged, this page shows how often suggestions were right.")
  static let off = Text(
    zh: "本村关掉了自动建议，这里只有以前的数字。", en: "Suggestions are turned off in this village; these are earlier figures.")

  static let decisions = Text(zh: "决定", en: "Decisions")
  static let agreed = Text(zh: "和建议一样", en: "As suggested")
  static let urgencySame = Text(zh: "紧急程度一样", en: "Same urgency")
  static let inUse = Text(zh: "在用版本", en: "Version in use")
  static func urgencyNote(higher: Int, lower: Int) -> Text {
    Text(zh: "调高 \(higher) 次，调低 \(lower) 次", en: "raised \(higher), lowered \(lower)")
  }
  static func version(_ number: Int) -> Text {
    number == 0 ? Text(zh: "出厂", en: "As shipped") : Text(zh: "第 \(number) 版", en: "Version \(number)")
  }

  static func versionShort(_ number: Int) -> Text {
    number == 0 ? Text(zh: "出厂", en: "Shipped") : Text(zh: "第 \(number) 版", en: "No. \(number)")
  }
  static let versionTitle = Text(zh: "版本", en: "Version")

  static let byMonth = Text(zh: "每月有多少建议被采用", en: "Suggestions taken, by month")
  static func month(_ month: Int, decisions: Int) -> Text {
    let (year, number) = (month / 100, month % 100)
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let name = names.indices.contains(number - 1) ? names[number - 1] : ""
    return Text(
      zh: "\(year)年\(number)月，\(decisions) 次决定",
      en: "\(name) \(year), \(decisions) decision\(decisions == 1 ? "" : "s")")
  }

  static let byCategory = Text(zh: "建议的类目，照办了多少", en: "By suggested category")
  static let byCategoryLead = Text(
    zh: "改得最多的排在前面：这几类请自己多看两眼。", en: "Those changed most stand first: look twice at these.")
  static func fewCategories(_ count: Int) -> Text {
    Text(
      zh: "不到 5 次的 \(count) 类，还说明不了什么", en: "\(count) categories with fewer than 5 each, which mean little yet")
  }
  static let noneOften = Text(zh: "还没有哪一类建议过 5 次。", en: "No category has been suggested five times yet.")
  static let category = Text(zh: "建议的类目", en: "Suggested")
  static let times = Text(zh: "次数", en: "Times")
  static let taken = Text(zh: "采用", en: "Taken")
  static let share = Text(zh: "比例", en: "Share")
  static let tooFew = Text(zh: "还太少", en: "too few")

  static let confusions = Text(zh: "最常改成什么", en: "What was decided instead")
  static let confusionsLead = Text(
    zh: "系统建议的和大家决定的不一样，次数多的在前。", en: "Where people decided otherwise, the most frequent first.")
  static let decided = Text(zh: "决定成", en: "Decided")
  static let noConfusion = Text(zh: "还没有人改过建议。", en: "Nobody has changed a suggestion yet.")

  static let calibration = Text(zh: "说有八成把握，真有八成吗", en: "Does 80 % mean 8 times in 10?")
  static let calibrationLead = Text(
    zh: "左边是系统说的把握，右边是实际采用的比例。差不多，就说明百分数可以信。",
    en:
      "On the left what the suggestions claimed, on the right how often they were taken. Close together, the percentages can be trusted."
  )
  static let claimed = Text(zh: "系统说的把握", en: "Claimed")
  static let judgement = Text(zh: "结论", en: "So it was")
  static let fits = Text(zh: "说得准", en: "right")
  static let tooBold = Text(zh: "说高了", en: "too sure")
  static let tooShy = Text(zh: "说低了", en: "too modest")

  static let versions = Text(zh: "学过几次", en: "What was learnt, and when")
  static let versionsLead = Text(
    zh: "镇里每积累 20 个新决定，系统就在后台学一次，再拿留着没学的决定来考。考得不如正在用的，就不换上。",
    en:
      "After every 20 new decisions of the town the program learns from them and is tested on decisions kept aside. A version that does worse than the one in use is not taken."
  )
  static let madeAt = Text(zh: "日期", en: "Date")
  static let learntFrom = Text(zh: "学了多少决定", en: "Learnt from")
  static let test = Text(zh: "考试：对了几个", en: "Test: right")
  static func test(right: Int, of all: Int, before: Int) -> Text {
    Text(zh: "\(all) 个里对 \(right) 个，换之前 \(before) 个", en: "\(right) of \(all), before \(before)")
  }
  static let practice = Text(zh: "用的时候采用", en: "Taken in use")
  static let state = Text(zh: "状态", en: "State")
  static let current = Text(zh: "正在用", en: "in use")
  static let earlier = Text(zh: "用过", en: "earlier")
  static let notTaken = Text(zh: "没换上", en: "not taken")
  static let nothing = Text(zh: "没有", en: "none")

  // The switch, and what stands where nothing is suggested.
  package static let switchTitle = Text(zh: "自动建议", en: "Suggestions")
  package static let switchLead = Text(
    zh: "系统读诉求后给出类目、相似事项等建议，由人决定。管理员可以在本村关掉。关掉后，危险提醒和涉及工作人员的密封照旧。",
    en:
      "The program reads concerns and suggests categories and similar matters; people decide. An administrator may turn this off here. Warnings of danger, and the sealing of accusations against staff, stay on."
  )
  package static let isOn = Text(zh: "现在：开着", en: "Now: on")
  package static let isOffNow = Text(zh: "现在：关着", en: "Now: off")
  package static let turnOff = Text(zh: "在本村关掉建议", en: "Turn suggestions off here")
  package static let turnOn = Text(zh: "在本村打开建议", en: "Turn suggestions on here")
  package static let askAdministrator = Text(zh: "要开关，请找镇管理员。", en: "To change this, ask the town's administrator.")
  package static let switchSummary = Text(zh: "开关本村的自动建议", en: "Turn a village's suggestions on or off")
  package static let onParameter = Text(zh: "1 打开，0 关掉", en: "1 on, 0 off")
  package static let chooseOn = Text(zh: "请填 1 或 0", en: "Please send 1 or 0")
  package static let offHere = Text(
    zh: "本村关掉了自动建议，请您自己判断。", en: "Suggestions are turned off in this village: please judge for yourself.")
  package static let offForReporter = Text(
    zh: "本村由工作人员人工分流，这里不预先提示由谁办理。",
    en: "In this village staff sort each report themselves, so nothing is suggested here.")
}
