import Governance
import Values

/// A category of the shipped duty catalogue (codebook §5): a top, or a leaf under it.
package struct ShippedDuty: Sendable, Hashable {
  /// "GM09" for a top, "GM0902" for a leaf.
  package let code: String
  /// The code of its top; nil for a top.
  package let parent: String?
  package let name: Text
  package let matterClass: MatterClass
  /// The body that leads, and those that act with it; empty for a top.
  package let lead: String
  package let coHandlers: [String]
  /// Nil for a top.
  package let path: DutyPath?
  /// Working days to the reply, plan or first answer: 1 or more; 0 for a top.
  package let days: Int
  package let keywords: [String]
  /// One sentence as a resident would say it.
  package let example: String
  /// The laws and rules relied on; nil where there is none.
  package let basis: Text?
  /// How sure the basis is; nil exactly where there is none.
  package let basisMark: RuleMark?
  /// Whether an open, released matter may be offered to others to join.
  package let isJoinable: Bool
  /// Whether matters are public as counts only.
  package let isCountOnly: Bool

  package var isTop: Bool { parent == nil }
}

extension ShippedDuty {
  static let columns = [
    "code", "parent", "name_zh", "name_en", "class", "lead", "co", "path", "days", "keywords", "example", "basis_zh",
    "basis_en", "basis_mark", "joinable", "count_only",
  ]

  /// `catalogue.tsv`: bodies divided by commas, keywords by bars; a basis "-" says that there is none.
  static func load() throws(SeedError) -> [ShippedDuty] {
    var duties: [ShippedDuty] = []
    var tops: Set<String> = []
    var codes: Set<String> = []
    for row in try SeedTable("catalogue.tsv", columns: columns).rows {
      let duty = try ShippedDuty(row)
      guard codes.insert(duty.code).inserted else { throw row.error("the code \(duty.code) stands there twice") }
      if let parent = duty.parent {
        guard tops.contains(parent), duty.code.hasPrefix(parent) else { throw row.error("no top above \(duty.code)") }
      } else {
        tops.insert(duty.code)
      }
      duties.append(duty)
    }
    return duties
  }

  private init(_ row: SeedRow) throws(SeedError) {
    let isTop = row["parent"].isEmpty
    code = try row.required("code")
    parent = isTop ? nil : row["parent"]
    name = try row.text("name")
    matterClass = try row.choice("class")
    lead = isTop ? "" : try row.required("lead")
    coHandlers = row.list("co", by: ",")
    path = isTop ? nil : try row.choice("path", as: DutyPath.self)
    days = isTop ? 0 : try row.int("days")
    keywords = row.list("keywords", by: "|")
    example = isTop ? "" : try row.required("example")
    (isJoinable, isCountOnly) = (try row.yes("joinable"), try row.yes("count_only"))
    if row["basis_mark"] == "-" {
      guard row["basis_zh"].isEmpty, row["basis_en"].isEmpty else { throw row.error("a basis without a mark") }
      (basis, basisMark) = (nil, nil)
    } else {
      basis = try row.text("basis")
      basisMark = try row.choice("basis_mark", as: RuleMark.self)
    }
    guard isTop || days >= 1 else { throw row.error("days is below 1") }
    guard isTop || !keywords.isEmpty else { throw row.error("keywords is empty") }
  }
}
