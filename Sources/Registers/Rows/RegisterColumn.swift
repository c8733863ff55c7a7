import Documents
import Values

/// A column of a register. The customary ones always stand there (plan: 日期、事项、归口、反映单位（个人）、联系方式, with
/// the number that is never reused); the others on demand.
package enum RegisterColumn: String, Sendable, CaseIterable {
  case number, date, matter, routing, reporter, contact
  case state
  case matterClass = "class"
  case leaf, lead, group, place, channel, urgency, due, closed, basis, reply, concerns, joins

  /// In the order of the paper.
  package static let customary: [RegisterColumn] = [.number, .date, .matter, .routing, .reporter, .contact]
  /// What can be asked for by `columns=`.
  package static let extras: [RegisterColumn] = allCases.filter { !customary.contains($0) }

  package var title: Text {
    switch self {
    case .number: Text(zh: "编号", en: "Number")
    case .date: Text(zh: "日期", en: "Date")
    case .matter: Text(zh: "事项", en: "Matter")
    case .routing: Text(zh: "归口", en: "Routing")
    case .reporter: Text(zh: "反映单位（个人）", en: "Reporter")
    case .contact: Text(zh: "联系方式", en: "Contact")
    case .state: Text(zh: "状态", en: "State")
    case .matterClass: Text(zh: "三事分类", en: "Class")
    case .leaf: Text(zh: "类目", en: "Category")
    case .lead: Text(zh: "责任单位", en: "Responsible body")
    case .group: Text(zh: "组", en: "Group")
    case .place: Text(zh: "地点", en: "Place")
    case .channel: Text(zh: "渠道", en: "Channel")
    case .urgency: Text(zh: "紧急程度", en: "Urgency")
    case .due: Text(zh: "办理时限", en: "Time limit")
    case .closed: Text(zh: "办结日期", en: "Closed on")
    case .basis: Text(zh: "依据", en: "Basis")
    case .reply: Text(zh: "答复", en: "Reply")
    case .concerns: Text(zh: "诉求数", en: "Concerns")
    case .joins: Text(zh: "附议数", en: "Joins")
    }
  }

  /// How it is written.
  var kind: Column.Kind {
    switch self {
    case .date, .due, .closed: .date
    case .concerns, .joins: .number
    default: .text
    }
  }

  /// The width in a workbook, in characters of the standard font.
  var width: Double {
    switch self {
    case .number: 20
    case .date, .due, .closed: 12
    case .matter, .reply, .basis: 44
    case .routing: 30
    case .reporter, .contact, .leaf, .lead, .place: 18
    case .state, .matterClass, .group, .channel, .urgency: 11
    case .concerns, .joins: 8
    }
  }
}
