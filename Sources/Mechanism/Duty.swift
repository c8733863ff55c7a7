import Governance
import Seeds
import TriageEngine
import Values

package typealias DutyPath = Seeds.DutyPath

/// A leaf of the duty catalogue (责任目录) as it holds in a town: who is responsible for what, by which path, in how
/// many days, on what basis (plan G2).
package struct Duty: Sendable, Hashable {
  /// "GM0902"; a leaf that a town added has a number from 81 up: "GM0981".
  package let code: String
  /// The code of its top: "GM09".
  package let parent: String
  package let name: Text
  package let matterClass: MatterClass
  /// The body that leads.
  package let lead: String
  package let coHandlers: [String]
  package let path: DutyPath
  /// Working days to the reply, plan or first answer; 1 or more.
  package let days: Int
  package let keywords: [String]
  /// One sentence as a resident would say it.
  package let example: String
  /// The laws and rules relied on, with articles: for offices. Nil where there is none.
  package let basis: Text?
  package let basisMark: RuleMark?
  /// 0 = as shipped; a town's own versions count from 1.
  package let version: Int
  /// The first day on which a town's version holds; nil for the shipped one.
  package let fromDay: Day?
  /// No longer used for new matters; older ones keep it.
  package let retired: Bool

  /// Whether the town wrote this version.
  package var isTownsOwn: Bool { version > 0 }

  /// The basis as residents see it: by the names of the laws.
  package var publicBasis: Text? { basis.map { Mechanism.publicBasis($0) } }

  /// What to show beside the basis in an office; nil when the text of the law was seen.
  package var basisWarning: Text? {
    guard let basis else { return DutyStrings.noBasis }
    if citesAmendedLaw(basis) { return DutyStrings.checkAgainst2026 }
    return basisMark == .fromKnowledge ? DutyStrings.stillToBeChecked : nil
  }
}

/// A category above the leaves; shipped, the same in every town.
package struct DutyTop: Sendable, Hashable, Encodable {
  package let code: String
  package let name: Text
  package let matterClass: MatterClass
}

extension Duty {
  /// The shipped leaf; nil for a top.
  init?(_ shipped: ShippedDuty) {
    guard let parent = shipped.parent, let path = shipped.path else { return nil }
    self.init(
      code: shipped.code, parent: parent, name: shipped.name, matterClass: shipped.matterClass, lead: shipped.lead,
      coHandlers: shipped.coHandlers, path: path, days: shipped.days, keywords: shipped.keywords,
      example: shipped.example, basis: shipped.basis, basisMark: shipped.basisMark, version: 0, fromDay: nil,
      retired: false)
  }

  /// What the triage engine reads.
  var leaf: Leaf {
    Leaf(
      code: code, name: name.zh, matterClass: matterClass, keywords: keywords, example: example, lead: lead,
      coHandlers: coHandlers, path: path.rawValue, days: days)
  }
}

/// A leaf in JSON.
struct DutyJSON: Encodable, Sendable {
  let code: String
  let parent: String
  let name: Text
  let `class`: MatterClass
  let lead: String
  let coHandlers: [String]
  let path: DutyPath
  let days: Int
  let keywords: [String]
  let example: String
  let basis: Text?
  let basisMark: RuleMark?
  let basisWarning: Text?
  let version: Int
  let fromDay: Day?
  let isTownsOwn: Bool
  let retired: Bool

  init(_ duty: Duty) {
    (code, parent, name, self.class) = (duty.code, duty.parent, duty.name, duty.matterClass)
    (lead, coHandlers, path, days) = (duty.lead, duty.coHandlers, duty.path, duty.days)
    (keywords, example, basis, basisMark) = (duty.keywords, duty.example, duty.basis, duty.basisMark)
    (basisWarning, version, fromDay) = (duty.basisWarning, duty.version, duty.fromDay)
    (isTownsOwn, retired) = (duty.isTownsOwn, duty.retired)
  }

  static let sample = DutyJSON(.sample)
}

extension Duty {
  /// A leaf that shows the shape of the JSON.
  static let sample = Duty(
    code: "GM0902", parent: "GM09", name: Text(zh: "饮用水", en: "Water"), matterClass: .government, lead: "水务站",
    coHandlers: ["规划建设办"], path: .serviceCentre, days: 5, keywords: ["停水"], example: "停水了。",
    basis: Text(zh: "《水法》", en: "Water Law"), basisMark: .fromKnowledge, version: 1, fromDay: Day(number: 20_000),
    retired: false)
}
