import Governance
import Values

/// The words of the triage screen: suggestions and the form.
enum TriageStrings {
  static let suggestions = Text(zh: "建议", en: "Suggestions")
  static let urgencyTitle = Text(zh: "紧急程度", en: "Urgency")
  static let scopeTitle = Text(zh: "可能不予纳入", en: "Perhaps not to be taken up")
  static let inScope = Text(zh: "可以纳入", en: "In scope")
  static let inScopeReason = Text(zh: "没有发现不予纳入的情况", en: "no ground for “not taken up” was found")
  static let staffTitle = Text(zh: "可能涉及在这里工作的人", en: "Perhaps about somebody who works here")
  static let staffNote = Text(
    zh: "这类诉求要密封转交：选“不予纳入”里的“涉及公职人员违纪违法”，转交后村里看不到。",
    en: "Such a concern is handed over sealed: choose “about an official's misconduct” under “not taken up”. "
      + "The village no longer sees it then.")
  static let noUrgency = Text(zh: "没有看到危险的话", en: "No words of danger were found")
  static let noLeaf = Text(zh: "看不出属于哪一类，请您来选。", en: "The category could not be told; please choose.")
  static let enteredUrgency = Text(zh: "录入时定的", en: "As it was entered")
  static let ruleAndBasis = Text(zh: "规则和依据", en: "Rule and basis")
  static let change = Text(zh: "改一改", en: "Change it")
  static let take = Text(zh: "用这个", en: "Take it")
  static let taken = Text(zh: "已选用", en: "Taken")
  static let leads = Text(zh: "牵头", en: "Leads")
  static let acts = Text(zh: "协办", en: "Acts with it")
  static let path = Text(zh: "办理路径", en: "Path")
  static func pathOfOther(_ matterClass: MatterClass) -> Text {
    Text(
      zh: "\(matterClass.name.zh)不走这条路，请选别的或“按类目”",
      en: "A \(matterClass.name.en.lowercased()) does not go this way; choose another or “as the category says”")
  }
  static let basis = Text(zh: "依据", en: "Basis")
  static let noBasis = Text(zh: "目录里没有写依据", en: "The catalogue gives no basis")
  static let similarTitle = Text(zh: "看起来是同一件事", en: "Looks like the same matter")
  static let noSimilar = Text(zh: "没有找到相近的事项。", en: "No similar open matter was found.")
  static let joinThis = Text(zh: "归到这件", en: "Join this one")
  static let splitTitle = Text(zh: "可能是几件事", en: "Perhaps several matters")
  static let splitTake = Text(zh: "按建议拆成几件", en: "Split as suggested")
  static let splitAgain = Text(zh: "再拆出一件", en: "Split off another matter")
  static let splitNote = Text(
    zh: "从这条诉求里再分出一件，写下属于它的那几句话。", en: "Split off one more matter and keep the sentences that belong to it.")
  static let details = Text(zh: "依据、三事和办理路径", en: "Basis, class and path")

  static let formTitle = Text(zh: "您来定", en: "Your decision")
  static let target = Text(zh: "归到", en: "Goes to")
  static let newMatter = Text(zh: "立为新事项", en: "A new matter")
  static let byNumber = Text(zh: "归到别的事项（填编号）", en: "Another matter, by its number")
  static let numberExample = Text(same: "…-2026-0412")
  static let matterTitle = Text(zh: "事项名称", en: "Title of the matter")
  static let matterTitleHint = Text(zh: "登记簿里的写法，不写人名电话", en: "As the register shows it; no names or numbers")
  static let leaf = Text(zh: "类目", en: "Category")
  static let showLeaf = Text(zh: "按所选类目填写", en: "Fill in for it")
  static let chooseLeaf = Text(zh: "请选一个类目", en: "Please choose a category")
  static let noSuchLeaf = Text(zh: "目录里没有这个类目，或已停用", en: "The catalogue has no such category in use")
  static let notChosen = Text(zh: "请选择", en: "Please choose")
  static let matterClass = Text(zh: "三事", en: "Class")
  static let asLeaf = Text(zh: "按类目", en: "As the category says")
  static let limitDays = Text(zh: "时限（工作日）", en: "Working days")
  static let reason = Text(zh: "理由", en: "Reason")
  static let whyOther = Text(
    zh: "您定的和建议不一样，请写一句为什么", en: "You differ from the suggestion; please say why in one sentence")
  static let giveReason = Text(zh: "请写一句为什么这样分", en: "Please say why in one sentence")
  static let words = Text(zh: "属于这一件的话", en: "The words of this part")
  static let partNeedsWords = Text(
    zh: "拆成几件时，请抄下属于这一件的话", en: "When split, each part keeps its sentences: please copy them")
  static let chooseUrgency = Text(zh: "请选 U0 到 U3", en: "Please choose U0 to U3")
  static let urgencyReason = Text(zh: "为什么调低紧急程度", en: "Why the urgency is lowered")
  static let urgencyReasonHint = Text(zh: "不调低就空着", en: "Leave empty unless you lower it")
  static func noSuchBody(_ name: String) -> Text {
    Text(
      zh: "没有“\(name)”这个单位。请写责任目录里的单位、本镇的科室站所，或村里的组织，如“村（居）委会”",
      en: "There is no body “\(name)”. Please give one of the catalogue, an office of the town, or a body of the "
        + "village such as the village committee")
  }
  static let partNotSaid = Text(
    zh: "诉求里没有这句话。请照抄原话（可以只抄一部分）", en: "The concern does not say this; please copy its own words")
  static let noSuchMatter = Text(zh: "本村没有这件事项，请核对", en: "The village has no such matter; please check")
  static let addPart = Text(zh: "再加一件", en: "Add a part")
  static let removePart = Text(zh: "去掉最后一件", en: "Remove the last part")
  static let confirm = Text(zh: "确认分流", en: "Confirm the triage")
  static let confirmNext = Text(zh: "确认分流，看下一条", en: "Confirm, then next")
  static let confirmSplit = Text(zh: "确认拆分", en: "Confirm the split")
  static let parts = Text(zh: "分成几件", en: "Number of parts")
  static let summary = Text(zh: "把一条诉求分流成一件或几件事项", en: "Sort a concern into one or more matters")
  static let nextParameter = Text(zh: "写 1：完成后去下一条", en: "1: go to the next concern afterwards")
  static let shownLeaf = Text(zh: "表单里已填好的类目", en: "The category whose values the form was filled with")

  static func whyLower(_ level: Urgency) -> Text {
    Text(
      zh: "原来是“\(level.name.zh)”，调低要写明理由",
      en: "It was “\(level.name.en)”; lowering it needs a reason")
  }
  static func part(_ number: Int) -> Text { Text(zh: "第 \(number) 件", en: "Part \(number)") }
  static func splitCount(_ count: Int) -> Text { Text(zh: "建议拆成 \(count) 件", en: "Suggested: \(count) matters") }
  static func workingDays(_ days: Int, until day: Day) -> Text {
    Text(
      zh: "\(days) 个工作日，最迟 \(day.spoken.zh)",
      en: "\(days) working day\(days == 1 ? "" : "s"), by \(day.spoken.en)")
  }
  static func dueOn(_ day: Day) -> Text {
    Text(zh: "最迟 \(day.spoken.zh) 答复", en: "answer due \(day.spoken.en)")
  }
  static func led(by body: Text) -> Text { Text(zh: "\(body.zh)牵头", en: "Led by: \(body.en)") }
  static func others(_ count: Int) -> Text {
    Text(zh: "另外 \(count) 种可能", en: count == 1 ? "Another possibility" : "\(count) other possibilities")
  }
  static func percent(_ score: Double) -> Text { Text(same: "\(Int((score * 100).rounded()))%") }
  static func reporters(_ count: Int) -> Text {
    Text(zh: "\(count) 人反映", en: count == 1 ? "1 reporter" : "\(count) reporters")
  }
}
