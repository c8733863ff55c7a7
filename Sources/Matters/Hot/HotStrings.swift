import Governance
import Seeds
import Store
import TriageEngine
import Values

/// The words of the pages of hot, key and hard matters.
enum HotStrings {
  static let title = Text(zh: "热点、重点、难点", en: "Hot, key and hard matters")
  static let nav = Text(zh: "热点难点", en: "Hot matters")
  static let lead = Text(
    zh: "大家最近说得最多的事、村镇定下的重点、还卡着的难点。", en: "What people speak of most, what is marked as key, and what is stuck.")
  static let keyAndHard = Text(zh: "重点和难点", en: "Key or hard")
  static let hot = Text(zh: "热点", en: "Hot")
  static let key = Text(zh: "重点", en: "Key")
  static let hard = Text(zh: "难点", en: "Hard")
  static let grouping = Text(zh: "怎么归并", en: "Grouped by")
  static let byMatter = Text(zh: "按事项", en: "By matter")
  static let byKind = Text(zh: "按类目", en: "By category")
  static let period = Text(zh: "看哪段时间", en: "Period")
  static let from = MatterListStrings.from
  static let to = MatterListStrings.to
  static let tooLong = Text(zh: "最多选 366 天", en: "At most 366 days")
  static let show = Text(zh: "hot、key 或 hard", en: "hot, key or hard")
  static let was = Text(
    zh: "表单打开时的那段时间；没有改而填了日期，就按日期", en: "The period when the form was opened: unchanged, the days win")
  static let score = Text(zh: "热度", en: "Heat")
  static let explained = Text(zh: "热度是怎么算的", en: "How the heat was added up")
  static let points = Text(zh: "分", en: "Points")
  static let part = Text(zh: "看什么", en: "What counts")
  static let says = Text(zh: "这段时间", en: "In this period")
  static let ownWords = Text(zh: "说法：", en: "In their words: ")
  static let totals = Text(zh: "收到的诉求", en: "Concerns received")
  static let noHot = Text(
    zh: "这段时间没有两次以上反映的事项。换一段时间看看。", en: "Nothing was reported twice in this period. Try another.")
  static let noKey = Text(
    zh: "还没有列为重点的事项。村（居）委会和镇里可以在事项页上列。",
    en: "No key matters yet. The village committee and the town mark them on the page of a matter.")
  static let noHard = Text(
    zh: "没有难点：没有超期的、重新办理过的、换过两次责任主体的。", en: "No hard matters: none late, reopened or handed on twice.")
  static let hotHint = Text(
    zh: "反映或附和两次以上才列出；只算已分流的诉求，撤回的、密封的不算。热度是参考，先办哪件由人来定。",
    en:
      "From two reports or joins on; triaged concerns alone, none withdrawn or sealed. The heat is a hint: people decide what comes first."
  )
  static let hardHint = Text(
    zh: "超期、重新办理过、换过两次以上责任主体的，只要还没办结，就在这里。",
    en: "Open matters that are late, were reopened, or went to another body twice or more.")
  static let keyHint = Text(
    zh: "由村（居）委会或镇里列为重点，每件都写明理由。", en: "Marked by the village committee or the town, each with its reason.")
  static let mark = Text(zh: "列为重点", en: "Mark as key")
  static let unmark = Text(zh: "取消重点", en: "Take the mark back")
  static let reason = Text(zh: "为什么列为重点", en: "Why it is key")
  static let reasonExample = Text(
    zh: "汛期前必须修好，关系三个组的安全", en: "must be mended before the floods; three groups depend on it")
  static let unmarkReason = Text(zh: "为什么取消", en: "Why the mark goes")
  static let unmarkExample = Text(zh: "已经修好，转为日常管护", en: "mended; now in daily care")
  static let rank = Text(zh: "名次", en: "Rank")
  static let matter = Text(zh: "事项", en: "Matter")
  static let number = Text(zh: "编号", en: "Number")
  static let village = Text(zh: "村（社区）", en: "Village")
  static let reporters = Text(zh: "反映人数", en: "Reporters")
  static let reports = Text(zh: "反映次数", en: "Reports")
  static let past = Text(zh: "前一段次数", en: "Reports before")
  static let groups = Text(zh: "涉及小组", en: "Groups")
  static let villages = Text(zh: "涉及村数", en: "Villages")
  static let joined = Text(zh: "附和或支持", en: "Joined or in favour")
  static let against = Text(zh: "反对", en: "Against")
  static let why = Text(zh: "理由", en: "Why")
  static let description = Text(zh: "大家的说法", en: "In people's words")
  static let markedOn = Text(zh: "列为重点的日期", en: "Marked on")
  static let markedByWhom = Text(zh: "谁列的", en: "Marked by")
  static let due = Text(zh: "最迟答复", en: "Answer by")
  static let byTown = Text(zh: "镇里", en: "the town")
  static let byVillage = Text(zh: "村（居）委会", en: "the village committee")
  static let separator = Text(zh: "；", en: "; ")

  static func count(_ tab: Text, _ count: Int) -> Text { tab + Text(same: " \(count)") }

  static func name(_ kind: HotPeriod.Kind) -> Text {
    switch kind {
    case .recent: Text(zh: "最近 30 天", en: "Last 30 days")
    case .month: Text(zh: "本月", en: "This month")
    case .lastMonth: Text(zh: "上月", en: "Last month")
    case .quarter: Text(zh: "本季度", en: "This quarter")
    case .lastQuarter: Text(zh: "上季度", en: "Last quarter")
    case .days: Text(zh: "自选日期", en: "Chosen days")
    }
  }

  static func name(_ kind: HotScore.Kind) -> Text {
    switch kind {
    case .reporters: Text(zh: "多少人反映", en: "How many people")
    case .repeats: Text(zh: "反映多少次", en: "How many reports")
    case .growth: Text(zh: "和以前比", en: "Against before")
    case .breadth: Text(zh: "涉及多少地方", en: "How many places")
    case .urgency: Text(zh: "急不急", en: "How urgent")
    case .support: Text(zh: "附和和支持", en: "Support")
    case .opposition: Text(zh: "反对", en: "Opposition")
    }
  }

  static func days(_ days: ClosedRange<Day>) -> Text {
    let (first, last) = (days.lowerBound, days.upperBound)
    return Text(
      zh: "\(first.year)年\(first.month)月\(first.dayOfMonth)日至\(last.year)年\(last.month)月\(last.dayOfMonth)日",
      en: "\(first.iso) to \(last.iso)")
  }

  /// What the time before is called, and the places.
  static func words(_ period: HotPeriod, isTown: Bool) -> HotWords {
    let before =
      switch period.kind {
      case .recent, .days:
        Text(zh: "之前 \(period.count) 天", en: period.count == 1 ? "the day before" : "the \(period.count) days before")
      case .month: Text(zh: "上月同期", en: "the same days of last month")
      case .lastMonth: Text(zh: "再前一个月", en: "the month before")
      case .quarter: Text(zh: "上季度同期", en: "the same days of last quarter")
      case .lastQuarter: Text(zh: "再前一个季度", en: "the quarter before")
      }
    return HotWords(before: before, places: isTown ? ("个村", "village", "villages") : ("个组", "group", "groups"))
  }

  static func bars(_ values: [Int], before: Int) -> Text {
    let (old, new) = (values.prefix(before), values.dropFirst(before))
    func list(_ values: ArraySlice<Int>, _ divider: String) -> String {
      values.map(String.init).joined(separator: divider)
    }
    return Text(
      zh: "前一段 \(list(old, "、"))；这一段 \(list(new, "、"))",
      en: "before: \(list(old, ", ")); this period: \(list(new, ", "))")
  }
  static func eachBar(_ days: Int, paler before: Text) -> Text {
    Text(
      zh: "每根 \(days) 天，浅色是\(before.zh)",
      en: (days == 1 ? "a bar a day" : "\(days) days a bar") + ", paler: \(before.en)")
  }
  static func sums(now: Int, before: Int, named: Text) -> Text {
    Text(zh: "这段时间 \(now) 件，\(named.zh) \(before) 件", en: "\(now) in this period, \(before) in \(named.en)")
  }
  static let cut = Text(zh: "只列出前 100 件。", en: "The first 100 are listed.")
  static func hidden(_ count: Int) -> Text {
    Text(
      zh: "另有 \(count) 条涉及个人或要保护反映人，按规定不在这里列出。",
      en: "\(count) more concern single persons or protect who spoke, and are not listed here.")
  }
  static func markedBy(isTown: Bool, on day: Day) -> Text {
    isTown
      ? Text(zh: "镇里 \(day.spoken.zh) 列为重点", en: "Marked by the town on \(day.spoken.en)")
      : Text(zh: "村（居）委会 \(day.spoken.zh) 列为重点", en: "Marked by the village committee on \(day.spoken.en)")
  }
  static func reportsIn(_ village: Text, _ count: Int) -> Text {
    Text(zh: "\(village.zh) \(count) 件", en: "\(village.en) \(count)")
  }
}

extension HardReason {
  /// As the light says it: "超期 3 个工作日".
  func words(at now: Instant, _ calendar: WorkCalendar) -> Text {
    switch self {
    case .overdue(let due): lightWords(due: due, now: now, calendar: calendar)
    case .reopened(let times):
      Text(zh: "办结后又重新办理 \(times) 次", en: times == 1 ? "reopened once" : "reopened \(times) times")
    case .handedOn(let times): Text(zh: "换过 \(times) 次责任主体", en: "handed on \(times) times")
    }
  }
}
