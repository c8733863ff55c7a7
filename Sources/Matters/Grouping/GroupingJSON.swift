import Governance
import TriageEngine
import Values
import Web

/// A grouping in JSON, with a page of its groups.
struct GroupingJSON: Encodable, Sendable {
  let id: ID<GroupingRun>
  let state: GroupingRun.State
  let madeAt: Instant
  let concerns: Int
  let leftOut: Int
  /// Groups that may be confirmed together, that somebody must look at, that were confirmed.
  let sure: GroupCounts.Count
  let look: GroupCounts.Count
  let confirmed: GroupCounts.Count
  let items: [GroupJSON]
  /// The position after which the next page begins.
  let next: String?

  init(_ run: GroupingRun, _ counts: GroupCounts = GroupCounts(), _ page: Page<ShownGroup> = Page(items: [], next: nil))
  {
    (id, state, madeAt, concerns, leftOut) = (run.id, run.state, run.madeAt, run.concerns, run.leftOut)
    (sure, look, confirmed) = (counts[.sure], counts[.look], counts[.confirmed])
    (items, next) = (page.items.map { GroupJSON($0) }, page.next)
  }

  private init() {
    (id, state, madeAt) = (ID(1_234_567_890_121), .ready, Instant(milliseconds: 1_793_000_000_000))
    (concerns, leftOut, next) = (42, 1, "20")
    sure = GroupCounts.Count(groups: 12, concerns: 30)
    (look, confirmed, items) = (sure, sure, [.sample])
  }

  static let sample = GroupingJSON()
}

/// A proposed matter in JSON.
struct GroupJSON: Encodable, Sendable {
  let id: ID<ProposedGroup>
  let position: Int
  let state: ProposedGroup.State
  let title: String
  let leaf: String
  let lead: String
  let certainty: Double
  let confidence: Confidence
  let doubt: GroupDoubt?
  let scope: ScopeReason?
  let reason: Text
  /// The open matter that it looks like, and why.
  let target: ID<Matter>?
  let targetReason: Text?
  /// What it led to.
  let matter: ID<Matter>?
  let note: Text?
  let reporters: Int
  let concerns: [ConcernJSON]
  let version: Int

  init(_ shown: ShownGroup) {
    let group = shown.group
    (id, position, state, title) = (group.id, group.position, group.state, shown.title)
    (leaf, lead) = (group.leaf, shown.duty?.lead ?? "")
    (certainty, confidence, doubt, scope) = (group.certainty, group.confidence, group.doubt, group.scope)
    (reason, target, matter) = (shown.reason, shown.target?.id, group.matter)
    targetReason = shown.target == nil ? nil : group.targetReason
    note = group.note.zh.isEmpty ? nil : group.note
    (reporters, concerns, version) = (shown.reporters, shown.members.map { ConcernJSON($0.concern) }, group.version)
  }

  private init() {
    (id, position, state, title) = (ID(1_234_567_890_122), 1, .open, "青青家园：夜间施工")
    (leaf, lead, certainty, confidence) = ("GM0301", "综合行政执法队", 0.82, .likely)
    (doubt, scope, note) = (.several, .thanks, GroupingStrings.numberRetired("石桥村-2026-0007"))
    reason = Text(zh: "同一小区：青青家园；都说“夜间施工”", en: "same estate: Qingqing Garden; all say “work at night”")
    (target, targetReason, matter) = (ID(1_234_567_890_124), reason, ID(1_234_567_890_125))
    (reporters, concerns, version) = (3, [.sample], 1)
  }

  static let sample = GroupJSON()
}

/// For `progress.js`: a run that is ready is done.
struct GroupingProgressJSON: Encodable, Sendable {
  let done: Int
  let total: Int
  let state: String

  init(_ run: GroupingRun) {
    (done, total) = (run.done, max(run.total, run.done))
    state = run.state.isRunning ? run.state.rawValue : run.state == .failed ? "failed" : "done"
  }
  private init() { (done, total, state) = (400, 1000, "computing") }
  static let sample = GroupingProgressJSON()
}
