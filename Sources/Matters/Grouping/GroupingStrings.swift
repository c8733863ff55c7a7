import Governance
import TriageEngine
import Values

/// The words of bulk grouping: its pages, and what people are told.
enum GroupingStrings {
  static let title = Text(zh: "成批归并", en: "Grouping")
  static let lead = Text(
    zh: "把等着分流的诉求里说同一件事的放在一起，您看过再一起确认。没有您点头，什么都不会变。",
    en:
      "Puts the waiting concerns that say the same together, for you to confirm at once. Nothing changes before you do."
  )
  static let begin = Text(zh: "开始归并", en: "Start grouping")
  static let beginAgain = Text(zh: "重新归并", en: "Group again")
  static let earlier = Text(zh: "以前的归并", en: "Earlier groupings")
  static let none = Text(zh: "还没有归并过。", en: "Nothing was grouped yet.")
  static let oneSummary = Text(zh: "一次成批归并和它提出的事项", en: "One grouping with the matters that it proposes")
  static let progress = Text(zh: "归并做到哪里了", en: "How far a grouping is")
  static let show = Text(zh: "看哪些", en: "Show")
  static let all = Text(zh: "全部", en: "All")
  static let groups = Text(zh: "件事", en: "matters")
  static let proposed = Text(zh: "提出的事项", en: "Proposed matters")
  static let failed = Text(
    zh: "这次没有做成。诉求都还在，请再试一次；还是不行，请告诉管理员。",
    en:
      "This did not work. All concerns are still there: please try again, and tell the administrator if it fails again."
  )

  static let noLeaf = Text(zh: "看不出属于哪一类", en: "the category could not be told")
  static let alike = Text(zh: "说法相近", en: "worded alike")
  static let sameAs = Text(zh: "和办理中的事项像是同一件", en: "Looks like a matter that is open already")
  static let why = Text(zh: "为什么是一件事", en: "Why this is one matter")
  static let confirm = Text(zh: "确认这一件", en: "Confirm")
  static let confirmJoin = Text(zh: "确认归到这件", en: "Confirm and join")
  static let look = Text(zh: "看一看，改一改", en: "Look and change")
  static let dismiss = Text(zh: "不这样归并", en: "Do not group these")
  static let dismissNote = Text(
    zh: "这几条诉求照旧等着分流，一条一条来。", en: "These concerns go on waiting and are sorted one by one.")
  static let undo = Text(zh: "撤销", en: "Undo")
  static let undoNote = Text(
    zh: "撤销以后，诉求回到等着分流，日期按第一次反映算；立的事项取消，编号不再使用；反映人会收到通知。",
    en: "The concerns wait again with their first date; the matter is gone and its number is not used again; reporters "
      + "are told.")
  static let members = Text(zh: "放在一起的诉求", en: "The concerns of this matter")
  static let membersHint = Text(
    zh: "不是这件事的，把勾去掉，它照旧等着分流。", en: "Untick what does not belong here; it goes on waiting.")
  static let otherTitle = Text(zh: "以上不对时", en: "If this is not right")
  /// What the confidence of a proposed group is about: its category, not whether its concerns are one matter.
  static func category(_ confidence: Confidence) -> Text {
    Text(zh: "类目：", en: "Category: ") + confidence.name
  }
  static let confirmed = Text(zh: "已确认", en: "Confirmed")
  static let dismissed = Text(zh: "没有归并", en: "Not grouped")
  static let handled = Text(zh: "已另外处理", en: "dealt with elsewhere")
  static let target = Text(zh: "归到", en: "Goes to")
  static let newMatter = Text(zh: "立为新事项", en: "A new matter")
  static let reasonHint = Text(zh: "改了类目才要写", en: "Only if you choose another category")
  static let chosen = Text(zh: "表单里是否列出了诉求（1）", en: "1: the form lists the concerns")
  static let concernIDs = Text(zh: "放在一起的诉求；不写就是全部", en: "The concerns to put together; all when left out")
  static let targetMeaning = Text(
    zh: "new，或事项的编码；不写就按建议", en: "“new”, or the id of a matter; as proposed when left out")

  static let confirmAll = Text(zh: "一起确认", en: "Confirm together")
  static let confirmAllTitle = Text(zh: "一起确认有把握的", en: "Confirm the sure ones together")
  static let undoAll = Text(zh: "撤销这次成批归并", en: "Undo this grouping")
  static let willHappen = Text(zh: "会发生什么", en: "What will happen")
  static let stays = Text(zh: "不会动的", en: "What stays as it is")
  static let canUndo = Text(
    zh: "确认以后 \(GroupingRun.keptDays) 天内可以撤销，一件一件或整批都行。",
    en: "For \(GroupingRun.keptDays) days it can be undone, one by one or all together.")
  static let eachTold = Text(
    zh: "每位反映人都会在进度页上看到由谁办、哪天前答复；留了电话的会进电话单。",
    en: "Every reporter sees on their page who deals with it and by when; those with a telephone come on the call list."
  )
  static let back = Text(zh: "先不，回去看看", en: "Not yet: back")
  static let noneHere = Text(zh: "这里没有了。", en: "Nothing here.")
  static let isOld = Text(
    zh: "这次归并已满 \(GroupingRun.keptDays) 天，提出的事项已清除。确认过的照常办理。",
    en: "This grouping is more than \(GroupingRun.keptDays) days old and its proposal was deleted; what was confirmed "
      + "stays.")

  static func running(_ state: GroupingRun.State) -> Text {
    switch state {
    case .confirming: Text(zh: "正在一件一件确认", en: "Confirming one after the other")
    case .undoing: Text(zh: "正在一件一件撤销", en: "Undoing one after the other")
    default: Text(zh: "正在看哪些是同一件事", en: "Finding out which are the same")
    }
  }

  static func waiting(_ count: Int) -> Text {
    Text(
      zh: "现在有 \(count) 条诉求等着分流" + (count > GroupingRun.mostConcerns ? "，一次归并 \(GroupingRun.mostConcerns) 条。" : "。"),
      en: "\(concerns(count).en) \(count == 1 ? "waits" : "wait")"
        + (count > GroupingRun.mostConcerns ? "; \(GroupingRun.mostConcerns) are grouped at once." : "."))
  }

  static func summary(_ run: GroupingRun) -> Text {
    Text(zh: "\(run.concerns) 条诉求", en: concerns(run.concerns).en)
  }

  static func concerns(_ count: Int) -> Text {
    Text(zh: "\(count) 条诉求", en: count == 1 ? "1 concern" : "\(count) concerns")
  }

  static func matters(_ count: Int) -> Text {
    Text(zh: "\(count) 件事", en: count == 1 ? "1 matter" : "\(count) matters")
  }

  static func leftOut(_ count: Int) -> Text {
    Text(
      zh: "有 \(count) 条可能涉及在这里工作的人，没有放进来，请逐条看。",
      en: "\(concerns(count).en) may be about somebody who works here and \(count == 1 ? "was" : "were") left out: "
        + "please look at each.")
  }

  static func scope(_ reason: ScopeReason) -> Text {
    Text(
      zh: "其中可能有不予纳入的：\(reason.name.zh)。要答复反映人，请打开那一条诉求。",
      en: "Some of it may not be taken up: \(reason.name.en). To answer the reporter, open that concern.")
  }

  static func confirmCount(_ count: Int) -> Text {
    Text(zh: "一起确认有把握的 \(count) 件", en: "Confirm the \(count) sure one\(count == 1 ? "" : "s") together")
  }

  static func willMake(_ groups: Int, _ concerns: Int) -> Text {
    Text(
      zh: "\(concerns) 条诉求归成 \(groups) 件事项，按建议的类目进登记簿，或归到已经在办的同一件事。",
      en:
        "\(Self.concerns(concerns).en) become \(matters(groups).en) in the registers under the proposed categories, or "
        + "join the open matter that is the same.")
  }

  static func staysWaiting(_ doubt: GroupDoubt, _ count: Int) -> Text {
    Text(zh: "\(count) 件：\(doubt.name.zh)", en: "\(matters(count).en): \(doubt.name.en)")
  }

  static func willUndo(_ groups: Int, _ concerns: Int) -> Text {
    Text(
      zh: "确认过的 \(groups) 件（\(concerns) 条诉求）都撤销。归并以后又办过的，会留下并写明原因。",
      en:
        "All \(matters(groups).en) that were confirmed (\(Self.concerns(concerns).en)) are undone. What was worked on "
        + "since stays, with the reason.")
  }

  static func joins(_ number: String, _ title: String) -> Text {
    Text(zh: "归到 \(number)《\(title)》", en: "Joins \(number) “\(title)”")
  }

  static func numberRetired(_ number: String) -> Text {
    Text(zh: "已撤销。编号“\(number)”不再使用。", en: "Undone. The number “\(number)” is not used again.")
  }

  static func theirWords(_ count: Int) -> Text {
    Text(zh: "看原话（\(count) 条）", en: count == 1 ? "In their words" : "In their words (\(count))")
  }

  static func more(_ count: Int) -> Text { Text(zh: "其余 \(count) 条", en: "\(count) more") }

  static let waitsAgain = Text(
    zh: "前面说的由谁负责撤销了，我们重新分清，日期按第一次反映算。",
    en: "What we said about who is responsible was undone; we sort it again, counting from the first date.")
}

/// Refusals of bulk grouping.
extension GroupingStrings {
  static let nothingWaits = Refusal(
    rule: "nothingWaits", reason: Text(zh: "没有等着分流的诉求。", en: "No concern waits for triage."),
    wayOut: Text(zh: "有了新的诉求再来。", en: "Come back when there are new ones."))
  static let newerGrouping = Refusal(
    rule: "newerGrouping", reason: Text(zh: "后来又归并过一次，这一次已经旧了。", en: "A later grouping was made; this one is old."),
    wayOut: Text(zh: "请在最新的一次里确认。", en: "Confirm in the newest one."))
  static let decidedBefore = Refusal(
    rule: "groupDecided", reason: Text(zh: "这一件已经定过了。", en: "This one was decided before."),
    wayOut: Text(zh: "要改，请先撤销。", en: "Undo it first if you want to change it."))
  static let undoneBefore = Refusal(
    rule: "groupNotConfirmed", reason: Text(zh: "没有可以撤销的。", en: "There is nothing to undo."),
    wayOut: Text(zh: "请看一看现在是什么样。", en: "Look at how it stands now."))
  static let nothingSure = Refusal(
    rule: "nothingSure", reason: Text(zh: "没有可以一起确认的。", en: "There is nothing to confirm together."),
    wayOut: Text(zh: "请一件一件看过再确认。", en: "Look at each and confirm it by itself."))
  static let turnedOff = Refusal(
    rule: "suggestionsOff", reason: Text(zh: "本村关掉了自动建议。", en: "Suggestions are turned off in this village."),
    wayOut: Text(
      zh: "请逐条分流，或请镇管理员打开建议。", en: "Sort the concerns one by one, or ask the town's administrator to turn them on."))
  static let isRunning = Refusal(
    rule: "groupingRunning", reason: Text(zh: "这次归并正在进行。", en: "This grouping is at work."),
    wayOut: Text(zh: "请等它做完。", en: "Wait until it is done."))
  static let nothingLeft = Refusal(
    rule: "groupStale", reason: Text(zh: "这一组的诉求已经变了。", en: "The concerns of this group have changed."),
    wayOut: Text(zh: "请重新归并，或到诉求里逐条分流。", en: "Group again, or sort the concerns one by one."))

  static func doneMeanwhile(_ numbers: [String]) -> Refusal {
    Refusal(
      rule: "groupStale",
      reason: Text(
        zh: "归并以后，诉求 \(numbers.joined(separator: "、")) 已经另外处理或有了补充。",
        en: "Since the grouping concern \(numbers.joined(separator: ", ")) was dealt with elsewhere or added to."),
      wayOut: Text(zh: "请打开这一组，看过剩下的再确认。", en: "Open this group, look at what is left and confirm that."))
  }

  static func cannotConfirm(_ reason: Text) -> Refusal {
    Refusal(
      rule: "groupNeedsChoice", reason: reason + Text(zh: "。", en: "."),
      wayOut: Text(zh: "请打开这一组选好再确认。", en: "Open this group, choose, and confirm it."))
  }

  static func cannotUndo(_ number: String) -> Refusal {
    Refusal(
      rule: "groupConcernsMoved",
      reason: Text(
        zh: "“\(number)”里有一条诉求已经不在本村能看到的范围。", en: "A concern of “\(number)” is no longer seen by the village."),
      wayOut: Text(zh: "请打开这件事项，逐条处理。", en: "Open the matter and deal with each by itself."))
  }

  static let chooseOne = Text(zh: "至少留一条诉求", en: "Keep at least one concern")
  static let notOfThisGroup = Text(
    zh: "有的诉求不在这一组里，请刷新再选", en: "Some of these concerns are not in this group; reload and choose again")
}
