import Seeds
import TriageEngine
import Values

/// The duty catalogue of a town on a day: the shipped leaves, overlaid by the town's own versions in force.
package struct Catalogue: Sendable {
  /// In order of their codes: government, community, private.
  package let tops: [DutyTop]
  /// Those in use, by top in order of codes.
  package let leaves: [Duty]
  /// Those out of use; matters made before still show them.
  package let retired: [Duty]
  private let byCode: [String: Duty]

  /// As shipped, unchanged by a town.
  package static let shipped = Catalogue(versions: [], on: Day(number: 0))
  private static let shippedTops = Shipped.current.catalogue.filter(\.isTop).map {
    DutyTop(code: $0.code, name: $0.name, matterClass: $0.matterClass)
  }
  private static let shippedLeaves: [String: Duty] = Dictionary(
    Shipped.current.catalogue.compactMap(Duty.init).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// `versions`: all of the town's own. Of those that have begun, the one that began last holds; of one day, the later
  /// version.
  package init(versions: [Duty], on day: Day) {
    var effective = Self.shippedLeaves
    let begun = versions.filter { $0.fromDay.map { $0 <= day } ?? false }
    for version in begun.sorted(by: { ($0.fromDay?.number ?? 0, $0.version) < ($1.fromDay?.number ?? 0, $1.version) }) {
      effective[version.code] = version
    }
    let order = Dictionary(Self.shippedTops.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = effective.values.sorted { (order[$0.parent] ?? 99, $0.code) < (order[$1.parent] ?? 99, $1.code) }
    (tops, byCode) = (Self.shippedTops, effective)
    (leaves, retired) = (sorted.filter { !$0.retired }, sorted.filter(\.retired))
  }

  /// The leaf of a code, also when it is out of use; nil when there is none.
  package func duty(_ code: String) -> Duty? { byCode[code] }
  package func top(_ code: String) -> DutyTop? { tops.first { $0.code == code } }
  package func leaves(of top: String) -> [Duty] { leaves.filter { $0.parent == top } }
  package func leaves(in matterClass: MatterClass) -> [Duty] { leaves.filter { $0.matterClass == matterClass } }

  /// What the town changed, added or took out of use.
  package var changed: [Duty] { (leaves + retired).filter(\.isTownsOwn) }

  /// The shipped leaf of a code; nil for one that a town added.
  package static func shippedDuty(_ code: String) -> Duty? { shippedLeaves[code] }

  /// The leaves in use, for `TriageEngine(leaves:)`.
  package var engineLeaves: [Leaf] { leaves.map(\.leaf) }

  /// Those whose code, name, keywords or bodies hold all words of the text.
  func leaves(matching text: String) -> [Duty] {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return leaves }
    return leaves.filter { duty in
      let fields = [duty.code, duty.name.zh, duty.name.en, duty.lead] + duty.coHandlers + duty.keywords
      let hay = fields.joined(separator: "\n").lowercased()
      return words.allSatisfy { hay.contains($0) }
    }
  }
}
