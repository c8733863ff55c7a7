import Governance
import Values

enum GuardedRoleStrings {
  static let title = Text(zh: "任职确认", en: "Role approvals")
  static let lead = Text(
    zh: "谁看密封件、谁看操作记录，由管理员提出，镇领导（或县工作人员）确认后才生效。",
    en: "Who reads sealed concerns, and who audits: the administrator proposes, the town leader (or the county) "
      + "confirms.")
  static let none = Text(
    zh: "还没有提出过。管理员在一个人的账号里增加这样的任职，就会列在这里等确认。",
    en: "None yet. When the administrator gives somebody such a role, it waits here to be confirmed.")
  static let toAccounts = Text(zh: "打开账号", en: "Open the accounts")
  static func period(_ from: Day, _ until: Day?) -> Text {
    guard let until else { return Text(zh: "\(from.iso) 起，没有期限", en: "from \(from.iso), without end") }
    return Text(zh: "\(from.iso) 到 \(until.iso)", en: "\(from.iso) to \(until.iso)")
  }
  static let role = Text(zh: "任职", en: "Role")
  static let who = Text(zh: "谁", en: "Who")
  static let period = Text(zh: "期限", en: "Period")
  static let proposed = Text(zh: "提出", en: "Proposed")
  static let outcome = Text(zh: "结果", en: "Outcome")
  static let waits = Text(zh: "等确认", en: "Waits")
  static let confirm = Text(zh: "确认", en: "Confirm")
  static let decline = Text(zh: "不同意", en: "Decline")
  static let confirmed = Text(zh: "已确认", en: "Confirmed")
  static let declined = Text(zh: "不同意", en: "Declined")
  static let confirmAgain = Text(zh: "从现在起这个人有这个任职", en: "The person has the role from now on")
  static let decideSummary = Text(zh: "确认或不同意一项任职", en: "Confirm or decline a proposed role")
  static let decision = Text(zh: "confirm 确认，decline 不同意", en: "confirm or decline")
  static let chooseDecision = Text(zh: "请选 confirm 或 decline", en: "Choose confirm or decline")
  static let notToYourself = Text(zh: "这个任职不能给自己", en: "Nobody gives this role to themselves")
  static let proposedAlready = Text(zh: "已经提出，正等镇领导确认", en: "Proposed already; it waits to be confirmed")
  static func waiting(_ role: Role) -> Text {
    Text(
      zh: "“\(role.name.zh)”已提出，等镇领导（县里的等县工作人员）确认后才生效。",
      en: "“\(role.name.en)” is proposed; it holds once the town leader (or the county officer) confirms it.")
  }
  static func incompatible(_ role: Role, with held: Role) -> Text {
    Text(
      zh: "“\(role.name.zh)”和已有的“\(held.name.zh)”不能由同一个人担任",
      en: "“\(role.name.en)” and “\(held.name.en)”, which is held already, are not for one person")
  }
  static let secondPerson = Refusal(
    rule: "secondPerson",
    reason: Text(
      zh: "提出的人和要任职的人不能自己确认。", en: "Neither who proposed it nor who would get it may confirm it."),
    wayOut: Text(zh: "请另一位镇领导或县工作人员来确认。", en: "Ask another town leader or county officer."))
  static let decidedBefore = Refusal(
    rule: "roleDecided", reason: Text(zh: "这一项已经有了结果。", en: "This was decided before."),
    wayOut: Text(zh: "需要时请管理员重新提出。", en: "The administrator may propose it again."))
}
