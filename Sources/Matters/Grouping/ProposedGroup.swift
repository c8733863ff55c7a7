import Governance
import Store
import TriageEngine
import Values
import Web

/// A matter that a grouping proposes, and what became of it.
struct ProposedGroup: Sendable {
  enum State: String, Sendable, Codable, CaseIterable { case open, confirmed, dismissed }

  let id: ID<ProposedGroup>
  let run: ID<GroupingRun>
  /// From 1: larger groups first.
  let position: Int
  let size: Int
  let state: State
  /// Why it is not confirmed with the others; nil when it may be.
  let doubt: GroupDoubt?
  /// A leaf of the catalogue; "" when none could be told.
  let leaf: String
  /// How often such a suggestion is right, 0…1.
  let certainty: Double
  let confidence: Confidence
  let scope: ScopeReason?
  /// The open matter that it looks like, and why.
  let target: ID<Matter>?
  let targetReason: Text
  /// Why these are one matter; for one alone, why this leaf.
  let reason: Text
  /// What the last confirmation or undoing in the background says of it; both empty when nothing.
  let note: Text
  /// What it led to.
  let matter: ID<Matter>?
  let isMade: Bool
  let matterVersion: Int?
  let decidedAt: Instant?
  let version: Int

  init(_ row: Row) throws {
    (id, run) = (try row.id("id"), try row.id("run"))
    (position, size, state) = (try row.int("position"), try row.int("size"), try row.choice("state"))
    doubt = GroupDoubt(rawValue: try row.text("doubt"))
    (leaf, certainty) = (try row.text("leaf"), row.optionalDouble("certainty") ?? 0)
    (confidence, scope) = (try row.choice("confidence"), row.optionalText("scope").flatMap(ScopeReason.init(rawValue:)))
    (target, targetReason) = (row.optionalID("target"), try row.words("target"))
    (reason, note) = (try row.words("reason"), try row.words("note"))
    (matter, isMade) = (row.optionalID("matter"), try row.bool("made"))
    (matterVersion, decidedAt) = (row.optionalInt("matter_version"), row.optionalInstant("decided_at"))
    version = try row.int("version")
  }
}

extension Row {
  fileprivate func words(_ name: String) throws -> Text { Text(zh: try text(name + "_zh"), en: try text(name + "_en")) }
}

/// A concern of a proposed group as it is now.
struct GroupMember: Sendable {
  let concern: ConcernRow
  let group: ID<ProposedGroup>
  let position: Int
  /// Its version and urgency when the proposal was made.
  let seenVersion: Int
  let urgency: Urgency
  /// The link that confirming made; nil when it was taken out or nothing is confirmed.
  let link: Int64?

  var isWaiting: Bool { concern.state == .received }

  init(_ row: Row) throws {
    concern = try ConcernRow(row)
    (group, position) = (try row.id("of_group"), try row.int("of_position"))
    seenVersion = try row.int("seen_version")
    urgency = max(Urgency(rawValue: try row.int("seen_urgency")) ?? .normal, concern.urgency)
    link = row.optionalInt64("made_link")
  }
}

/// Which groups a page shows.
enum GroupFilter: String, Sendable, CaseIterable {
  case sure, look, confirmed, dismissed

  var name: Text {
    switch self {
    case .sure: Text(zh: "有把握的", en: "Sure ones")
    case .look: Text(zh: "要看一看的", en: "To look at")
    case .confirmed: Text(zh: "已确认", en: "Confirmed")
    case .dismissed: Text(zh: "不归并", en: "Dismissed")
    }
  }

  fileprivate var narrowed: SQL {
    switch self {
    case .sure: "AND state = 'open' AND doubt = ''"
    case .look: "AND state = 'open' AND doubt <> ''"
    case .confirmed: "AND state = 'confirmed'"
    case .dismissed: "AND state = 'dismissed'"
    }
  }
}

/// How many groups and concerns stand where.
struct GroupCounts: Sendable {
  struct Count: Sendable, Hashable, Encodable {
    var groups = 0
    var concerns = 0
  }
  private(set) var by: [GroupFilter: Count] = [:]
  private(set) var doubts: [GroupDoubt: Count] = [:]

  subscript(_ filter: GroupFilter) -> Count { by[filter] ?? Count() }

  mutating func add(_ count: Count, state: ProposedGroup.State, doubt: GroupDoubt?) {
    let filter: GroupFilter =
      switch state {
      case .open: doubt == nil ? .sure : .look
      case .confirmed: .confirmed
      case .dismissed: .dismissed
      }
    by[filter, default: Count()].groups += count.groups
    by[filter, default: Count()].concerns += count.concerns
    guard state == .open, let doubt else { return }
    doubts[doubt, default: Count()].groups += count.groups
    doubts[doubt, default: Count()].concerns += count.concerns
  }
}

/// Index of all: grouping_group_place; a proposal has at most `GroupingRun.mostConcerns` groups.
extension Transaction {
  func proposedGroup(_ id: ID<ProposedGroup>, of run: GroupingRun) throws -> ProposedGroup {
    let row = try row(
      "SELECT * FROM grouping_group WHERE town = \(run.key.town) AND run = \(run.id) AND id = \(id)")
    guard let row else { throw NotFound() }
    return try ProposedGroup(row)
  }

  /// Groups in their order, those after `last`.
  func proposedGroups(of run: GroupingRun, _ filter: GroupFilter?, after last: Int, limit: Int) throws
    -> [ProposedGroup]
  {
    try rows(
      """
      SELECT * FROM grouping_group
      WHERE town = \(run.key.town) AND run = \(run.id) AND position > \(last) \(filter?.narrowed ?? "")
      ORDER BY position LIMIT \(limit)
      """
    ).map(ProposedGroup.init)
  }

  func groupCounts(of run: GroupingRun) throws -> GroupCounts {
    var counts = GroupCounts()
    let rows = try rows(
      """
      SELECT state, doubt, COUNT(*) AS groups, CAST(SUM(size) AS BIGINT) AS concerns FROM grouping_group
      WHERE town = \(run.key.town) AND run = \(run.id) GROUP BY state, doubt
      """)
    for row in rows {
      counts.add(
        GroupCounts.Count(groups: try row.int("groups"), concerns: try row.int("concerns")),
        state: try row.choice("state"), doubt: GroupDoubt(rawValue: try row.text("doubt")))
    }
    return counts
  }

  /// The concerns of groups as they are now, in the order of each group. Those sealed since are left out: the village no
  /// longer sees them. Key of grouping_member.
  func members(of groups: [ID<ProposedGroup>], in key: VillageKey) throws -> [ID<ProposedGroup>: [GroupMember]] {
    let members = try rows(
      """
      SELECT c.*, gm.group_id AS of_group, gm.position AS of_position, gm.concern_version AS seen_version,
        gm.urgency AS seen_urgency, gm.link AS made_link
      FROM grouping_member gm CROSS JOIN concern c
      WHERE gm.town = \(key.town) AND gm.group_id IN (\(values: groups)) AND c.id = gm.concern AND c.town = gm.town
        AND c.village = \(key.village) AND c.sealed = 0
      ORDER BY gm.group_id, gm.position
      """
    ).map(GroupMember.init)
    return Dictionary(grouping: members, by: \.group)
  }

  func members(of group: ProposedGroup, in key: VillageKey) throws -> [GroupMember] {
    try members(of: [group.id], in: key)[group.id] ?? []
  }
}
