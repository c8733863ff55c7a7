import Governance
import Values

/// The words of the page of a matter.
enum MatterStrings {
  static let matter = Text(zh: "事项", en: "Matter")
  static let facts = Text(zh: "由谁负责", en: "Who is responsible")
  static let lead = Text(zh: "负责", en: "Responsible")
  static let co = Text(zh: "协同", en: "With")
  static let path = Text(zh: "办理路径", en: "Path")
  static let limit = Text(zh: "办理时限", en: "Limit")
  static let leaf = Text(zh: "类目", en: "Category")
  static let basis = Text(zh: "依据", en: "Basis")
  static let noBasis = Text(zh: "没有写明依据", en: "No basis is given")
  static let reason = Text(zh: "为什么这样分", en: "Why")
  static let place = Text(zh: "地点", en: "Place")
  static let due = Text(zh: "最迟答复", en: "Answer due")
  static let history = Text(zh: "从旧登记簿录入，不计时限", en: "From an old register; no clock runs")
  static let catalogueChanged = Text(
    zh: "责任目录后来改过，这里是分流时的内容。", en: "The catalogue has changed since; this is as it was triaged.")

  static let joins = Text(zh: "网页上“我也遇到”", en: "“Me too” on the web")
  static let support = Text(zh: "赞成", en: "In favour")
  static let oppose = Text(zh: "反对", en: "Against")

  static let said = Text(zh: "大家怎么说", en: "What people said")
  static let noWords = Text(zh: "原文只给有权的人看。", en: "The words are shown to those entitled only.")
  static let whole = Text(zh: "看全文", en: "The whole text")
  static let anonymous = Text(zh: "没有留联系方式", en: "No contact given")
  static let withdrawn = Text(zh: "已撤回", en: "Withdrawn")
  static let openContacts = Text(zh: "查看联系方式", en: "Show contact details")
  static let contactsLogged = Text(zh: "每次查看都会记录。", en: "Each look is recorded.")
  static let contacts = Text(zh: "反映人联系方式", en: "Contact details of the reporters")
  static let contactsLead = Text(
    zh: "只用来办这件事和告知结果，不要给别人看，更不能给另一方看。",
    en: "For this matter and its result alone. Never show them to others, least of all to the other side.")
  static let protected = Text(
    zh: "这类事项要保护反映人，联系方式只给登记人看。",
    en: "Reporters of such matters are protected; only the keeper sees contacts.")
  static let noContacts = Text(zh: "没有人留下联系方式。", en: "Nobody left contact details.")
  static let backToMatter = Text(zh: "回到事项", en: "Back to the matter")
  static let photos = Text(zh: "照片", en: "Photos")
  static let timeline = Text(zh: "经过", en: "History")
  static let nobody = Text(zh: "系统", en: "The program")
  static let reply = Text(zh: "答复", en: "Answer")

  static let act = Text(zh: "下一步", en: "Next step")
  static let text = Text(zh: "写给反映人的话", en: "What the reporters are told")
  static let textHint = Text(
    zh: "会原样告诉每一位反映人。写好后按下面的一个按钮。", en: "Every reporter is told this. Then press one button below.")
  static let kindAnswerHint = Text(
    zh: "已按范本写好开头，请改成合适的话。会原样告诉反映人。", en: "Begun from the template; make it fit. The reporter is told this.")
  static let photosHint = Text(zh: "最多 9 张，会去掉拍摄地点", en: "At most 9; the place of the camera is removed")
  static let version = Text(zh: "打开时的版本", en: "The version that was seen")
  static let withdrawnMeaning = Text(zh: "1 = 反映人都已撤回", en: "1 = all reporters withdrew")
  static let closeAgain = Text(zh: "再点一次就办结", en: "Tap again to close")
  static let other = Text(zh: "其他操作", en: "Other actions")
  static let nothingToDo = Text(zh: "这件事项现在没有您要做的步骤。", en: "There is no step for you now.")
  static let release = Text(zh: "公开发布", en: "Release to the public")

  static let mergedHere = Text(zh: "合并进来的事项", en: "Matters merged into this one")
  static let undo = Text(zh: "撤销合并", en: "Undo the merge")
  static let undoAgain = Text(zh: "再点一次就撤销", en: "Tap again to undo")
  static let before = Text(zh: "原来", en: "Before")
  static let after = Text(zh: "现在", en: "After")
  static let field = Text(zh: "内容", en: "What")
  static let difference = Text(zh: "改了什么", en: "What changed")
  static let released = Text(zh: "公开发布", en: "Released to the public")
  static let takenBack = Text(zh: "收回公开发布", en: "Taken back from the public")

  static let reportersRemain = Refusal(
    rule: "reportersRemain", reason: Text(zh: "还有反映人没有撤回。", en: "Not all reporters have withdrawn."),
    wayOut: Text(zh: "请先答复，再办结。", en: "Answer them first, then close."))

  static func concernCount(_ count: Int) -> Text {
    Text(zh: "\(count) 条诉求", en: count == 1 ? "1 concern" : "\(count) concerns")
  }
  static func tooManyPhotos(_ most: Int) -> Text {
    Text(zh: "一次最多 \(most) 张照片", en: "At most \(most) photos at once")
  }
  static func mergedInto(_ number: String) -> Text {
    Text(zh: "这件事项已合并到 \(number)，在那里办理。", en: "This matter was merged into \(number) and is dealt with there.")
  }
  static func seeKept(_ title: String) -> Text { Text(zh: "去看“\(title)”", en: "Go to “\(title)”") }
  static func elsewhere(_ number: String) -> Text { Text(zh: "在 \(number) 办理", en: "done on \(number)") }
  static func mergedOn(_ day: Day) -> Text { Text(zh: "\(day.spoken.zh)合并", en: "merged \(day.spoken.en)") }
  static func inFamily(_ title: String) -> Text { Text(zh: "属于同类“\(title)”", en: "In the family “\(title)”") }
  static func photo(_ number: Int) -> Text { Text(zh: "第 \(number) 张照片", en: "Photo \(number)") }
  /// "10月13日 周二（5 个工作日）".
  static func dueWithin(_ day: Text, _ limit: String) -> Text {
    Text(zh: "\(day.zh)（\(limit)）", en: "\(day.en) (\(limit))")
  }
  static func days(_ count: Int) -> Text {
    Text(zh: "\(count) 个工作日", en: count == 1 ? "1 working day" : "\(count) working days")
  }

  /// The line of a matter whose due date moved with the holidays.
  static let holidaysChanged = "holidaysChanged"

  /// What a line of progress says beside its words.
  static func progress(_ kind: String) -> Text {
    switch MatterStep(rawValue: kind) {
    case .recordProgress: Text(zh: "进展", en: "Progress")
    case .answer: Text(zh: "答复", en: "Answered")
    case .close: Text(zh: "办结", en: "Closed")
    case .closeWithdrawn: Text(zh: "因撤回办结", en: "Closed as withdrawn")
    case .reopen: Text(zh: "重新办理", en: "Reopened")
    case .startDeliberation: Text(zh: "提交协商", en: "Sent to deliberation")
    case .startPublication: Text(zh: "开始公示", en: "Publication began")
    case .carryOut: Text(zh: "开始落实", en: "Carrying out began")
    case nil where kind == holidaysChanged:
      Text(zh: "放假安排改了，期限重算", en: "The holidays changed; the limit was counted anew")
    default: Text(same: kind)
    }
  }

  /// What a decision was.
  static func decision(_ kind: String) -> Text {
    switch kind {
    case "triaged": Text(zh: "分流", en: "Triaged")
    case "joined": Text(zh: "并入一条诉求", en: "Took in a concern")
    case "reclassified": Text(zh: "改类", en: "Reclassified")
    case "merged": Text(zh: "合并到别的事项", en: "Merged into another")
    case "took_in": Text(zh: "合并进一件事项", en: "Took in a matter")
    case "merge_undone": Text(zh: "撤销合并，单独办理", en: "Merge undone, on its own again")
    case "grouping_undone": Text(zh: "撤销归并，退回一条诉求", en: "Grouping undone; a concern left")
    case "marked_key": Text(zh: "列为重点", en: "Marked as key")
    case "unmarked_key": Text(zh: "取消重点", en: "Mark as key taken back")
    case "gave_back": Text(zh: "撤销合并，分出一件", en: "Gave a merged matter back")
    default: Text(same: kind)
    }
  }

  /// A field of the values before and after a decision.
  static func decided(_ field: String) -> Text {
    switch field {
    case "class": Text(zh: "分类", en: "Class")
    case "leaf": leaf
    case "lead": lead
    case "co": co
    case "path": path
    case "limit_days": limit
    case "urgency": Text(zh: "紧急程度", en: "Urgency")
    case "basis": basis
    case "kept": Text(zh: "合并到", en: "Merged into")
    case "merged": Text(zh: "合并的事项", en: "Merged matter")
    default: Text(same: field)
    }
  }
}
