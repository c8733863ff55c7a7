import Governance
import Store
import Values
import Web

/// One grouping of what waits in a village (成批归并): computed in the background, then confirmed by a person.
struct GroupingRun: Sendable {
  enum State: String, Sendable, Codable, CaseIterable {
    case computing, ready
    /// All sure groups are being confirmed, or all confirmed ones undone.
    case confirming, undoing
    case failed

    /// Whether the background work has it.
    var isRunning: Bool { self == .computing || self == .confirming || self == .undoing }

    var name: Text {
      switch self {
      case .computing: Text(zh: "正在归并", en: "Grouping")
      case .ready: Text(zh: "等您确认", en: "Waits for you")
      case .confirming: Text(zh: "正在确认", en: "Confirming")
      case .undoing: Text(zh: "正在撤销", en: "Undoing")
      case .failed: Text(zh: "没做成", en: "Failed")
      }
    }
  }

  let id: ID<GroupingRun>
  let key: VillageKey
  let account: ID<Account>?
  let madeAt: Instant
  let state: State
  /// Who asked for what runs or ran last.
  let orderedBy: ID<Account>?
  let done: Int
  let total: Int
  /// How many concerns were put into groups.
  let concerns: Int
  /// How many were left out: they seem to accuse somebody who works here.
  let leftOut: Int
  /// The version of the engine that read the concerns; 0: as shipped.
  let model: Int

  /// The most concerns of one grouping, and of one group.
  static let mostConcerns = 2000
  static let mostMembers = 200
  /// So long a proposal is kept and can be undone.
  static let keptDays = 30

  init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    (account, madeAt) = (row.optionalID("account"), try row.instant("made_at"))
    (state, orderedBy) = (try row.choice("state"), row.optionalID("ordered_by"))
    (done, total) = (try row.int("done"), try row.int("total"))
    (concerns, leftOut) = (try row.int("concerns"), try row.int("left_out"))
    model = row.optionalInt("model") ?? 0
  }
}

extension Transaction {
  func groupingRun(_ id: ID<GroupingRun>, in key: VillageKey) throws -> GroupingRun {
    let row = try row("SELECT * FROM grouping_run WHERE town = \(key.town) AND village = \(key.village) AND id = \(id)")
    guard let row else { throw NotFound() }
    return try GroupingRun(row)
  }

  /// Newest first. Index: grouping_run_village.
  func groupingRuns(in key: VillageKey, before last: ID<GroupingRun>?, limit: Int) throws -> [GroupingRun] {
    try rows(
      """
      SELECT * FROM grouping_run WHERE town = \(key.town) AND village = \(key.village) AND id < \(last ?? .max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(GroupingRun.init)
  }

  /// The oldest that the background work has to go on with. Index: grouping_run_state.
  func nextGroupingRun() throws -> GroupingRun? {
    try row(
      "SELECT * FROM grouping_run WHERE state IN ('computing', 'confirming', 'undoing') ORDER BY id LIMIT 1"
    ).map(GroupingRun.init)
  }

  /// Whether no later grouping of the village was begun.
  func isNewest(_ run: GroupingRun) throws -> Bool {
    try groupingRuns(in: run.key, before: nil, limit: 1).first?.id == run.id
  }
}

extension Write {
  /// Begins a grouping of what waits in the village; while one is at work, gives that one. Event `grouping_begun`.
  /// - Throws: `Refusal` when nothing waits or suggestions are turned off.
  func beginGrouping(in key: VillageKey) throws -> ID<GroupingRun> {
    if let last = try tx.groupingRuns(in: key, before: nil, limit: 1).first, last.state.isRunning { return last.id }
    guard try tx.suggests(in: key) else { throw GroupingStrings.turnedOff }
    guard try !tx.concernsWaiting(in: key, limit: 1).isEmpty else { throw GroupingStrings.nothingWaits }
    let id = ids.next(GroupingRun.self)
    try tx.run(
      """
      INSERT INTO grouping_run (id, town, village, account, made_at, state, ordered_by, done, total, concerns, left_out)
      VALUES (\(id), \(key.town), \(key.village), \(actor), \(now), \(GroupingRun.State.computing.rawValue), \(actor), 0,
        0, 0, 0)
      """)
    try record("grouping_begun", Touched(groupingEntity, id), town: key.town, village: key.village)
    return id
  }

  /// Moves a run on; false when somebody else has moved it before. Event: `kind`.
  @discardableResult func move(
    _ run: GroupingRun, from state: GroupingRun.State, to next: GroupingRun.State, total: Int = 0, kind: String
  ) throws -> Bool {
    let by = next.isRunning ? actor : run.orderedBy
    let changed = try tx.run(
      """
      UPDATE grouping_run SET state = \(next.rawValue), ordered_by = \(by), done = 0, total = \(total)
      WHERE id = \(run.id) AND state = \(state.rawValue)
      """)
    guard changed == 1 else { return false }
    try record(kind, Touched(groupingEntity, run.id), town: run.key.town, village: run.key.village)
    return true
  }
}

extension Database {
  /// How far a run is, for who looks on.
  func follow(_ run: GroupingRun, done: Int, total: Int) async throws {
    _ = try await write { tx in
      try tx.run("UPDATE grouping_run SET done = \(done), total = \(total) WHERE id = \(run.id)")
    }
  }
}
