import Values

/// The words of offices, their hours and their people.
enum OfficeStrings {
  static let title = Text(zh: "办公室和站所", en: "Offices")
  static let lead = Text(
    zh: "镇里办事的办公室、站所和中心：谁负责、什么时候上班、管哪些事。责任目录和派单按这里的名称走。",
    en:
      "The offices, stations and centres of the town: who heads them, their hours, their duties. The catalogue and the orders use these names."
  )
  static let one = Text(zh: "办公室", en: "Office")
  static let new = Text(zh: "增加一个单位", en: "Add an office")
  static let missing = Text(zh: "责任目录里提到、这里还没有的", en: "Named in the duty catalogue, not here yet")
  static let addAll = Text(zh: "全部加进来", en: "Add them all")
  static let none = Text(zh: "还没有办公室。", en: "There are no offices yet.")
  static let nameZh = Text(zh: "名称", en: "Name in Chinese")
  static let nameHint = Text(zh: "和责任目录里写的一样，以后不能改。", en: "As in the duty catalogue; it cannot be changed later.")
  static let nameEn = Text(zh: "英文名称", en: "Name in English")
  static let kind = Text(zh: "类别", en: "Kind")
  static let opens = Text(zh: "上班", en: "Opens")
  static let closes = Text(zh: "下班", en: "Closes")
  static let hoursHint = Text(
    zh: "下班以后来的，算下一个工作日收到。", en: "What comes after closing counts as received on the next working day.")
  static let hours = Text(zh: "上班时间", en: "Duty hours")
  static let phone = Text(zh: "电话", en: "Telephone")
  static let address = Text(zh: "地址", en: "Address")
  static let details = Text(zh: "单位资料", en: "Details of the office")
  static let save = Text(zh: "保存资料", en: "Save the details")
  static let notYet = Text(zh: "还没有", en: "Not yet")
  static let comma = Text(zh: "、", en: ", ")
  /// A person with what is said of them: "邹静怡（水务站）".
  static func ofOffice(_ name: String, _ what: Text) -> Text {
    Text(zh: "\(name)（\(what.zh)）", en: "\(name) (\(what.en))")
  }
  static let head = Text(zh: "负责人", en: "Head")
  static let noHead = Text(zh: "还没有负责人（在“账号”里给他任职）", en: "No head yet (give the role in Accounts)")
  static let members = Text(zh: "经办人", en: "Handlers")
  static let noMembers = Text(zh: "还没有经办人", en: "No handlers yet")
  static let duties = Text(zh: "管的事", en: "Duties")
  static let duty = Text(zh: "类目", en: "Category")
  static let basis = Text(zh: "依据", en: "Basis")
  static let days = Text(zh: "时限", en: "Limit")
  static let part = Text(zh: "分工", en: "Part")
  static let asLead = Text(zh: "牵头", en: "Leads")
  static let asHelper = Text(zh: "协办", en: "Helps")
  static let noDuties = Text(zh: "责任目录里没有它的事。", en: "The duty catalogue names no duty of it.")
  static let workload = Text(zh: "手上的事", en: "Orders open")
  static let dissolve = Text(zh: "撤销这个单位", en: "Dissolve this office")
  static func dissolveHint(orders: Int, duties: Int) -> Text {
    guard orders + duties > 0 else {
      return Text(zh: "手上没有没办完的事，责任目录里也没有它的事。", en: "No order is open, and the catalogue names no duty of it.")
    }
    return Text(
      zh: "手上没办完的 \(orders) 件，责任目录里 \(duties) 项，都要有单位接手；时限照旧。",
      en: "A successor takes over what it has: open orders \(orders), duties \(duties). Limits run on.")
  }
  static let isOver = Text(zh: "这一天已经过去了", en: "This day is over")
  static let absentAlready = Text(zh: "这段时间里已经登记过他不在", en: "An absence of theirs in this time is entered already")
  static let deputyAway = Text(zh: "这个人这段时间也不在，请另选一位", en: "They are away too; please choose somebody else")
  static let standsIn = Text(
    zh: "这段时间里他正代别人，请先给那个人另定一位代理人", en: "They stand in for somebody then; first find another deputy there")
  static func dissolvedFor(_ office: String, _ successor: String) -> Text {
    successor.isEmpty
      ? Text(zh: "\(office)撤销了，由镇里另定", en: "\(office) was dissolved; the town decides")
      : dutiesMoved(office, successor)
  }
  static let choose = Text(zh: "请选择", en: "Please choose")
  static let successor = Text(zh: "谁接手", en: "Successor")
  static let ifAbout = Text(zh: "反映接手单位的事，交给谁", en: "Orders about the successor go to")
  static let ifAboutHint = Text(
    zh: "反映一个单位的事，不能由它自己办。", en: "No office handles a report about itself.")
  static let townDecides = Text(zh: "镇里另定", en: "Whom the town decides on")
  static let dutiesToWhom = Text(zh: "责任目录里还有它的事，请选接手的单位", en: "It has duties: please choose a successor")
  static func dutiesMoved(_ office: String, _ successor: String) -> Text {
    Text(zh: "\(office)撤销，由\(successor)接手", en: "\(office) was dissolved; \(successor) took over")
  }
  static func movedOrders(_ count: Int) -> Text {
    Text(zh: "没办完的 \(count) 件已交给接手的单位。", en: "Open orders handed on: \(count).")
  }
  static func toTownOffice(_ count: Int) -> Text {
    Text(
      zh: "有 \(count) 件反映的就是接手的单位，已送镇里另定由谁办。",
      en: "About the successor itself, and sent to the town office to decide: \(count).")
  }
  static func movedDuties(_ count: Int) -> Text {
    Text(zh: "责任目录里 \(count) 项已改由接手的单位管。", en: "Duties handed on in the catalogue: \(count).")
  }
  static let dissolved = Text(zh: "已撤销", en: "Dissolved")
  static func dissolved(to successor: Text) -> Text {
    Text(zh: "已撤销，没办完的事交给\(successor.zh)", en: "Dissolved; what was open went to: \(successor.en)")
  }
  static let absences = Text(zh: "谁不在", en: "Who is away")
  static let ofTown = Text(zh: "镇里的单位", en: "Offices of the town")
  static let ofCounty = Text(zh: "县里的单位", en: "Offices of the county")
  static let ofCatalogue = Text(zh: "责任目录里的其他单位", en: "Others in the duty catalogue")
  static let another = Text(zh: "其他单位", en: "Another office")
  static let anotherHint = Text(
    zh: "上面没有的，在这里选；选了就以这里为准。", en: "If it is not above, choose it here; this choice then counts.")
  static let oneMore = Text(zh: "再请一个单位", en: "One more office")
  static let oneMoreHint = Text(
    zh: "上面没有的，在这里选。还要请更多的，可以再吹一次哨。", en: "If it is not above, choose it here. For more, call in offices again.")
  static let moreLater = Text(zh: "还要请更多的，可以再吹一次哨。", en: "For more, call in offices again.")
  static let noOther = Text(zh: "不选", en: "None")
  static let absencesInMenu = Text(zh: "请假", en: "Absences")
  static let countyAbsences = Text(zh: "县里单位：谁不在", en: "County offices: who is away")
  static let countyAbsencesLead = Text(
    zh: "请假期间，延期申请和通知交给代办人；代办人是同一单位的人。",
    en: "While somebody is away, the deputy of the same office hears the news and decides on extensions.")
  static let noCountyMembers = Text(
    zh: "县里的单位还没有负责人和经办人。先在“账号”里给他们任职。",
    en: "The county’s offices have nobody yet. Give people their roles under Accounts first.")
  static let noAbsences = Text(zh: "现在没有人请假。", en: "Nobody is away.")
  static let enterAbsence = Text(zh: "登记请假", en: "Enter an absence")
  static let who = Text(zh: "谁", en: "Who")
  static let from = Text(zh: "从哪天", en: "From")
  static let until = Text(zh: "到哪天", en: "Until")
  static let deputy = Text(zh: "谁代办", en: "Deputy")
  static let deputyHint = Text(zh: "同一单位的人；代办人可以批准延期。", en: "Somebody of the same office; may approve extensions.")
  static let nobody = Text(zh: "没有", en: "Nobody")
  static let isBack = Text(zh: "已回来", en: "Back again")
  static let closesEarly = Text(zh: "下班要晚于上班", en: "It must close after it opens")
  static let untilBeforeFrom = Text(zh: "结束日期不能早于开始日期", en: "The last day is before the first")
  static let noMember = Text(zh: "请选一个在办公室任职的人", en: "Please choose somebody of an office")
  static let noDeputy = Text(zh: "代办人要是同一单位的另一个人", en: "The deputy must be another person of the same office")
  static let successorNeeded = Text(zh: "还有没办完的事，请选接手的单位", en: "Orders are open: please choose a successor")
  static let noSuccessor = Text(zh: "请选另一个还在的单位", en: "Please choose another office that exists")
  static func nameTaken(_ name: String) -> Text {
    Text(zh: "“\(name)”已经有了", en: "“\(name)” is there already")
  }
  static func away(_ until: Day, _ deputy: String?) -> Text {
    Text(
      zh: "请假到 \(until.spoken.zh)" + (deputy.map { "，\($0) 代办" } ?? ""),
      en: "away until \(until.spoken.en)" + (deputy.map { ", deputy \($0)" } ?? ""))
  }

  static let isDissolved = Refusal(
    rule: "officeDissolved", reason: Text(zh: "这个单位已经撤销。", en: "This office is dissolved."),
    wayOut: Text(zh: "请选接手的单位。", en: "Choose its successor."))
}
