import Governance
import Mechanism
import TriageEngine
import Values

/// A waiting concern with its place in words.
struct WaitingConcern: Sendable {
  let concern: ConcernRow
  let place: Text

  var text: String { concern.text + "\n" + place.zh }
}

/// What the engine makes of one waiting concern.
struct ReadConcern: Sendable {
  let waiting: WaitingConcern
  /// Best first, at most three.
  let leaves: [LeafSuggestion]
  let urgency: Urgency
  let scope: ScopeReason?
  let holdsSeveral: Bool
  let accusesStaff: Bool
  let item: SimilarItem

  var concern: ConcernRow { waiting.concern }
  /// The class it seems to belong to; nil when that is anybody's guess.
  var matterClass: MatterClass? { leaves.first.flatMap { $0.confidence == .unsure ? nil : $0.matterClass } }

  init(_ waiting: WaitingConcern, engine: TriageEngine) {
    let (concern, text) = (waiting.concern, waiting.concern.text)
    self.waiting = waiting
    leaves = engine.classify(text, place: waiting.place.zh)
    urgency = max(concern.urgency, engine.urgency(of: text).level)
    scope = engine.scope(of: text)?.reason
    holdsSeveral = engine.split(text, place: waiting.place.zh).count > 1
    accusesStaff = engine.aboutStaff(text) != nil
    let likeliest = leaves.first { $0.confidence != .unsure }
    item = SimilarItem(
      id: concern.id.value, signature: Signature(of: waiting.text),
      leaf: likeliest?.code, leafCertainty: likeliest?.certainty ?? 0, latitude: concern.latitude,
      longitude: concern.longitude,
      day: concern.receivedAt.day.number)
  }
}

/// A proposed matter, before it is stored.
struct NewGroup: Sendable {
  /// The first gives the matter its place, channel and date.
  let members: [ReadConcern]
  /// Nil when no leaf could be told.
  let leaf: LeafSuggestion?
  /// The mean over all members, 0…1.
  let certainty: Double
  let confidence: Confidence
  let reason: Text
  let scope: ScopeReason?
  let doubt: GroupDoubt?
  /// The open matter that it looks like, and why.
  var target: (matter: ID<Matter>, reason: Text)?
}

/// Puts waiting concerns into groups of what seems to be one matter (codebook §7). Pure: no database, no clock.
struct GroupProposals: Sendable {
  let villageName: String

  /// A pair this alike needs no second look.
  private static let surelyAlike = 0.6

  /// Larger groups first, then by the first concern. Those that accuse staff are in none.
  func groups(of all: [ReadConcern]) -> [NewGroup] {
    let (alone, others) = all.filter { !$0.accusesStaff }.parted { concern in
      concern.leaves.first.map { staysAlone(leaf: $0.code) } ?? false
    }
    let numbers = Grouping.groups(of: others.map(\.item))
    let together = Dictionary(grouping: zip(numbers, others), by: \.0).values.flatMap { divided($0.map(\.1)) }
    let index = index(of: others)
    let groups = (together + alone.map { [$0] }).map { group(ordered($0), index) }
    return groups.sorted { one, other in
      one.members.count == other.members.count
        ? one.members[0].concern.id < other.members[0].concern.id : one.members.count > other.members.count
    }
  }

  /// Concerns of different classes are never one matter (codebook §7); those of no clear class go with the most.
  private func divided(_ members: [ReadConcern]) -> [[ReadConcern]] {
    let classes = Dictionary(grouping: members, by: \.matterClass)
    let clear = MatterClass.allCases.compactMap { classes[$0] }
    guard clear.count > 1, let most = clear.max(by: { $0.count < $1.count }) else { return [members] }
    return clear.map { $0[0].matterClass == most[0].matterClass ? $0 + (classes[nil] ?? []) : $0 }
  }

  /// What is news before what an old register says, then the earliest; no more than a group may have: the others wait on.
  private func ordered(_ members: [ReadConcern]) -> [ReadConcern] {
    let sorted = members.sorted { one, other in
      (one.concern.isHistory ? 1 : 0, one.concern.receivedAt, one.concern.id)
        < (other.concern.isHistory ? 1 : 0, other.concern.receivedAt, other.concern.id)
    }
    return Array(sorted.prefix(GroupingRun.mostMembers))
  }

  private func index(of all: [ReadConcern]) -> SimilarIndex {
    var index = SimilarIndex(capacity: max(1, all.count))
    for concern in all { index.add(concern.item) }
    return index
  }

  private func group(_ members: [ReadConcern], _ index: SimilarIndex) -> NewGroup {
    let (leaf, certainty) = leaf(of: members)
    let likeness = members.dropFirst().map { index.finding(members[0].item, $0.item).score }.min() ?? 1
    // As sure as a suggestion for one: the leaf is likely, or the mean over the members is as high.
    let confidence: Confidence =
      if members.count == 1 { leaf?.confidence ?? .unsure } else {
        certainty >= 0.7 ? .likely : certainty >= 0.25 ? .possible : .unsure
      }
    let scope = members.compactMap(\.scope).first
    let facts = GroupFacts(
      urgency: members.map(\.urgency).max() ?? .normal, isOutOfScope: scope != nil,
      holdsSeveral: members.contains(where: \.holdsSeveral),
      isSure: confidence == .likely && likeness >= Self.surelyAlike)
    return NewGroup(
      members: members, leaf: leaf, certainty: certainty, confidence: confidence,
      reason: reason(members, leaf, index), scope: scope, doubt: facts.doubt)
  }

  /// The leaf that most evidence of all members speaks for; its certainty is their mean.
  private func leaf(of members: [ReadConcern]) -> (LeafSuggestion?, Double) {
    var sums: [String: (best: LeafSuggestion, sum: Double)] = [:]
    for leaf in members.flatMap(\.leaves) {
      let known = sums[leaf.code]
      let best = known.map { $0.best.certainty >= leaf.certainty ? $0.best : leaf } ?? leaf
      sums[leaf.code] = (best, (known?.sum ?? 0) + leaf.certainty)
    }
    let most = sums.values.max { ($0.sum, $1.best.code) < ($1.sum, $0.best.code) }
    return (most?.best, (most?.sum ?? 0) / Double(members.count))
  }

  /// For several: what they share, else how alike the first two are; for one: why this leaf.
  private func reason(_ members: [ReadConcern], _ leaf: LeafSuggestion?, _ index: SimilarIndex) -> Text {
    guard members.count > 1 else { return leaf?.because ?? GroupingStrings.noLeaf }
    let shared = SharedWords(
      of: members.map(\.waiting.text), places: members.map(\.waiting.place.zh), but: villageName)
    if let sentence = shared.sentence { return sentence }
    let found = index.finding(members[0].item, members[1].item).reasons
    return found.isEmpty ? GroupingStrings.alike : Text.joined(found)
  }
}

extension Text {
  /// "同一地点：三组；说法相近（64%）".
  static func joined(_ parts: [Text]) -> Text {
    Text(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}

extension Array {
  fileprivate func parted(by isFirst: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
