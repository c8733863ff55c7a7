import Governance
import Seeds
import Store
import Values
import Web

extension Write {
  /// Merges matters into one (D5). A merge is a pointer: each merged matter keeps its own concerns, class, limit and
  /// state, so that undoing gives back exactly what it would have had. Gives the ids of the merges.
  @discardableResult package func merge(
    _ merged: [ID<Matter>], into keptID: ID<Matter>, in key: VillageKey, reason: String
  ) throws -> [Int64] {
    let kept = try tx.matter(keptID, in: key)
    let others = try merged.map { try tx.matter($0, in: key) }
    let candidates = ([kept] + others).map(MergeCandidate.init(matter:))
    if let refusal = mergeRefusal(of: candidates, on: now.day, calendar: try tx.workCalendar()) { throw refusal }
    var touched: [Touched] = []
    var merges: [Int64] = []
    for other in others {
      let id = ids.next(StoredFile.self).value
      try tx.run(
        """
        INSERT INTO merging (id, town, village, kept, merged, at, account, reason)
        VALUES (\(id), \(key.town), \(key.village), \(keptID), \(other.id), \(now), \(actor), \(reason))
        """)
      try tellReporters(of: other.id, in: key, "merged", MattersWords.merged, calls: false)
      var pointed = other
      pointed.mergedInto = keptID
      touched.append(try save(pointed, was: other))
      touched += try moveRoot(of: other.id, to: keptID, in: key)
      touched.append(Touched(mergingEntity, id))
      touched.append(try decide("merged", matter: other.id, in: key, after: "kept=\(kept.number)", reason: reason))
      touched.append(try decide("took_in", matter: keptID, in: key, after: "merged=\(other.number)", reason: reason))
      merges.append(id)
    }
    touched.append(try recount(keptID, in: key))
    try index(keptID, in: key)
    try record(
      "matters_merged", Touched(matterEntity, keptID), town: key.town, village: key.village,
      note: merged.map(\.description).joined(separator: ","), touching: touched)
    return merges
  }

  /// Undoes a merge exactly, also after later events: the matter gets back its own concerns, class, limit and state;
  /// what was done while merged stays with the kept one and is shown in both.
  package func undoMerge(_ merge: Int64, in key: VillageKey, reason: String) throws -> ID<Matter> {
    let row = try tx.row(
      """
      SELECT * FROM merging
      WHERE town = \(key.town) AND village = \(key.village) AND id = \(merge) AND undone_at IS NULL
      """)
    guard let row else { throw NotFound() }
    let merged = try tx.matter(row.id("merged"), in: key)
    let kept = try tx.matter(row.id("kept"), in: key)
    try tx.run("UPDATE merging SET undone_at = \(now), undone_by = \(actor) WHERE id = \(merge)")
    var free = merged
    free.mergedInto = nil
    var touched = [try save(free, was: merged)]
    touched += try moveRoot(of: merged.id, to: merged.id, in: key)
    touched.append(try recount(merged.id, in: key))
    touched.append(try recount(kept.root, in: key))
    try index(merged.id, in: key)
    try index(kept.root, in: key)
    touched.append(
      try decide("merge_undone", matter: merged.id, in: key, before: "kept=\(kept.number)", reason: reason))
    touched.append(try decide("gave_back", matter: kept.id, in: key, before: "merged=\(merged.number)", reason: reason))
    try tellReporters(of: merged.id, in: key, "mergeUndone", MattersWords.mergeUndone, calls: false)
    try record(
      "merge_undone", Touched(matterEntity, merged.id), town: key.town, village: key.village,
      note: kept.id.description, touching: touched + [Touched(mergingEntity, merge)])
    return merged.id
  }

  /// Points a matter and all beneath it at another root; gives the rows changed.
  private func moveRoot(of top: ID<Matter>, to root: ID<Matter>, in key: VillageKey) throws -> [Touched] {
    var waiting = [top]
    var seen: [ID<Matter>] = []
    while let next = waiting.popLast() {
      seen.append(next)
      let below = try tx.rows(
        """
        SELECT merged FROM merging WHERE town = \(key.town) AND kept = \(next) AND undone_at IS NULL
        """)
      waiting += try below.map { try $0.id("merged") }
    }
    for id in seen {
      try tx.run("UPDATE matter SET root = \(root), version = version + 1 WHERE town = \(key.town) AND id = \(id)")
    }
    return seen.map { Touched(matterEntity, $0) }
  }
}

extension MergeCandidate {
  init(matter: MatterRow) {
    self.init(
      id: matter.id.value, village: matter.key.village.value, matterClass: matter.routing.matterClass,
      leaf: matter.routing.leaf, state: matter.shownState, closed: matter.closedAt?.day,
      isWhistleBlowing: matter.routing.leaf == "GM1001")
  }
}

extension MatterRow {
  /// Why no further concern may go to this matter; nil when one may (codebook §7).
  func refusesConcerns(on day: Day, _ calendar: WorkCalendar) -> Refusal? {
    joinRefusal(of: MergeCandidate(matter: self), on: day, calendar: calendar)
  }
}

extension Transaction {
  /// The merges in which the matter took part, newest first.
  package func merges(of matter: ID<Matter>, in key: VillageKey) throws -> [MergingRow] {
    let kept = try rows(
      "SELECT * FROM merging WHERE town = \(key.town) AND kept = \(matter) ORDER BY id DESC LIMIT 100")
    let merged = try rows(
      "SELECT * FROM merging WHERE town = \(key.town) AND merged = \(matter) ORDER BY id DESC LIMIT 100")
    return try (kept + merged).map(MergingRow.init).sorted { $0.id > $1.id }
  }
}

/// A merge: which matter took in which, when, why, and whether it was undone.
package struct MergingRow: Sendable {
  package let id: Int64
  package let kept: ID<Matter>
  package let merged: ID<Matter>
  package let at: Instant
  package let account: ID<Account>?
  package let reason: String
  package let undoneAt: Instant?

  init(_ row: Row) throws {
    id = try row.int64("id")
    kept = try row.id("kept")
    merged = try row.id("merged")
    at = try row.instant("at")
    account = row.optionalID("account")
    reason = try row.text("reason")
    undoneAt = row.optionalInstant("undone_at")
  }
}
