import Governance
import Store
import Values
import Web

/// One moment of a matter's history: a line of progress, a decision, or a release.
struct Moment: Sendable {
  enum What: Sendable {
    case progress(ProgressRow)
    case decision(DecisionRow)
    /// Made public, or taken back.
    case release(isPublic: Bool)
  }

  let id: Int64
  let at: Instant
  let account: ID<Account>?
  let what: What
  /// The number of the other matter on which it was done: one merged in, or the one this was merged into.
  let elsewhere: String?
}

extension Transaction {
  /// The whole history of a matter, newest first: what was done on it, what was done on the one it was merged into while
  /// merged (also after the merge was undone), and what was done before on those merged into it now.
  func history(of matter: MatterRow, members: [MatterRow]) throws -> [Moment] {
    var moments = try ownMoments(of: matter.id, in: matter.key, elsewhere: nil)
    moments += try whileMerged(matter.id, in: matter.key, from: .distantPast, until: .distantFuture, depth: 0)
    for member in members where member.id != matter.id {
      moments += try ownMoments(of: member.id, in: matter.key, elsewhere: member.number).filter { !$0.isOfBeingMerged }
    }
    return moments.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
  }

  /// What was done on the matters into which `matter` was merged, within the time of each merge.
  private func whileMerged(
    _ matter: ID<Matter>, in key: VillageKey, from: Instant, until: Instant, depth: Int
  ) throws -> [Moment] {
    guard depth < 5 else { return [] }
    var moments: [Moment] = []
    for merging in try merges(of: matter, in: key) where merging.merged == matter {
      let (begin, end) = (max(from, merging.at), min(until, merging.undoneAt ?? .distantFuture))
      guard begin < end else { continue }
      let kept = try self.matter(merging.kept, in: key)
      moments += try ownMoments(of: kept.id, in: key, elsewhere: kept.number).filter { moment in
        moment.at >= begin && moment.at <= end && !moment.isOfMerging
      }
      moments += try whileMerged(kept.id, in: key, from: begin, until: end, depth: depth + 1)
    }
    return moments
  }

  private func ownMoments(of matter: ID<Matter>, in key: VillageKey, elsewhere: String?) throws -> [Moment] {
    let progress = try progress(of: matter, town: key.town).map {
      Moment(id: $0.id, at: $0.at, account: $0.account, what: .progress($0), elsewhere: elsewhere)
    }
    let decisions = try decisions(matter: matter, town: key.town).map {
      Moment(id: $0.id, at: $0.at, account: $0.account, what: .decision($0), elsewhere: elsewhere)
    }
    return try progress + decisions + releases(of: matter, town: key.town, elsewhere: elsewhere)
  }

  /// Releases stand in the event chain alone. Index: event_subject.
  private func releases(of matter: ID<Matter>, town: ID<Place>, elsewhere: String?) throws -> [Moment] {
    try rows(
      """
      SELECT seq, at, actor, kind FROM event
      WHERE town = \(town) AND subject = 'matter' AND subject_id = \(matter)
        AND kind IN ('matter_released', 'matter_taken_back')
      ORDER BY seq DESC LIMIT 50
      """
    ).map { row in
      Moment(
        id: try row.int64("seq"), at: try row.instant("at"), account: row.optionalID("actor"),
        what: .release(isPublic: try row.text("kind") == "matter_released"), elsewhere: elsewhere)
    }
  }
}

extension Moment {
  /// Whether it tells of a merge itself, which each side has in its own words.
  fileprivate var isOfMerging: Bool { isDecision(["took_in", "gave_back", "merged", "merge_undone"]) }
  /// The side of the matter that was merged into another.
  fileprivate var isOfBeingMerged: Bool { isDecision(["merged", "merge_undone"]) }

  private func isDecision(_ kinds: Set<String>) -> Bool {
    guard case .decision(let decision) = what else { return false }
    return kinds.contains(decision.kind)
  }
}

extension Instant {
  static let distantPast = Instant(milliseconds: .min / 4)
  static let distantFuture = Instant(milliseconds: .max / 4)
}
