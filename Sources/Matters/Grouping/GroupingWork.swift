import Governance
import Mechanism
import People
import Store
import TriageEngine
import Values
import Web

/// Computes, confirms and undoes groupings, one run after the other; what was broken off goes on.
let groupingWork = BackgroundWork("groupings", everySeconds: 1) { app in
  while let run = try await app.database.read({ tx in try tx.nextGroupingRun() }) {
    switch run.state {
    case .computing: try await compute(run, app)
    case .confirming: try await confirmAll(of: run, app)
    case .undoing: try await undoAll(of: run, app)
    case .ready, .failed: return
    }
  }
  try await dropOldProposals(app)
}

/// Reads what waits, groups it away from the threads that answer, and stores the proposal in one transaction.
private func compute(_ run: GroupingRun, _ app: App) async throws {
  do {
    let (waiting, town, village) = try await app.database.read { tx in
      let concerns = try tx.concernsWaiting(in: run.key, limit: GroupingRun.mostConcerns)
      return (
        try concerns.map { WaitingConcern(concern: $0, place: try tx.placeWords(of: $0)) },
        try catalogues.current(town: run.key.town, day: app.clock().day, in: tx),
        try tx.place(run.key.village)?.nameZh ?? ""
      )
    }
    var read: [ReadConcern] = []
    for part in waiting.chunks(of: 100) {
      try Task.checkCancellation()
      read += try await besides { [part = Array(part)] in part.map { ReadConcern($0, engine: town.engine) } }
      try await app.database.follow(run, done: read.count, total: waiting.count)
    }
    var groups = try await besides { [read] in GroupProposals(villageName: village).groups(of: read) }
    for position in groups.indices { groups[position].target = try await target(of: groups[position], run, app) }
    let leftOut = read.filter(\.accusesStaff).count
    try await app.write(by: run.account) { [groups] w in
      try w.propose(groups, leftOut: leftOut, model: town.model, in: run)
    }
  } catch let error as CancellationError {
    throw error
  } catch {
    app.log.error("grouping \(run.id): \(error)")
    _ = try await app.write(by: run.account) { w in
      try w.move(run, from: .computing, to: .failed, kind: "grouping_failed")
    }
  }
}

/// The open matter of the village that the first concern of a group looks like, of the same class.
private func target(of group: NewGroup, _ run: GroupingRun, _ app: App) async throws -> (ID<Matter>, Text)? {
  guard let first = group.members.first, let leaf = group.leaf, !staysAlone(leaf: leaf.code) else { return nil }
  let found = try await similarMatters.similar(
    to: first.waiting.text, leaf: leaf.code, lat: first.concern.latitude, lon: first.concern.longitude, in: run.key,
    app: app)
  guard let best = found.first, best.1.score >= 0.6, best.0.routing.matterClass == leaf.matterClass else { return nil }
  return (best.0.id, Text.joined(best.1.reasons))
}

/// Confirms every sure group, each in its own transaction. What cannot be confirmed stays open, with the reason.
private func confirmAll(of run: GroupingRun, _ app: App) async throws {
  try await each(.sure, of: run, app) { w, group in try w.confirmUnseen(group, of: run) }
  try await finish(run, app, kind: "grouping_confirmed")
}

/// Undoes every confirmed group, each in its own transaction. What cannot be undone stays, with the reason.
private func undoAll(of run: GroupingRun, _ app: App) async throws {
  try await each(.confirmed, of: run, app) { w, group in try w.undo(group, of: run) }
  try await finish(run, app, kind: "grouping_undone")
}

private func each(
  _ filter: GroupFilter, of run: GroupingRun, _ app: App,
  _ body: @escaping @Sendable (Write, ProposedGroup) throws -> Void
) async throws {
  var (last, done) = (0, 0)
  while true {
    let after = last
    let groups = try await app.database.read { tx in
      try tx.proposedGroups(of: run, filter, after: after, limit: 20)
    }
    guard let end = groups.last else { return }
    for group in groups {
      try Task.checkCancellation()
      do {
        try await app.write(by: run.orderedBy) { w in try body(w, try w.tx.proposedGroup(group.id, of: run)) }
      } catch let refusal as Refusal {
        try await app.write(by: run.orderedBy) { w in try w.note(refusal.reason + refusal.wayOut, on: group) }
      }
    }
    (last, done) = (end.position, done + groups.count)
    try await app.database.follow(run, done: done, total: max(run.total, done))
  }
}

private func finish(_ run: GroupingRun, _ app: App, kind: String) async throws {
  try await app.write(by: run.orderedBy) { w in _ = try w.move(run, from: run.state, to: .ready, kind: kind) }
}

/// Proposals hold residents' words in their reasons: they go after a month. Matters and concerns stay as they are.
private func dropOldProposals(_ app: App) async throws {
  let border: ID<GroupingRun> = IDs.first(at: app.clock().adding(days: -GroupingRun.keptDays))
  let old = try await app.database.read { tx in
    try tx.rows("SELECT id, town FROM grouping_group WHERE run < \(border) LIMIT 500").map {
      (id: try $0.int64("id"), town: try $0.int64("town"))
    }
  }
  guard !old.isEmpty else { return }
  _ = try await app.database.write { tx in
    for group in old {
      try tx.run("DELETE FROM grouping_member WHERE town = \(group.town) AND group_id = \(group.id)")
      try tx.run("DELETE FROM grouping_group WHERE id = \(group.id)")
    }
  }
}
