import Governance
import Store
import Values
import Web

extension Write {
  /// Undoes what was decided about a group, exactly: its concerns wait again with their first date, the matter that it
  /// made is gone and its number is used no more; concerns that joined a matter leave it. Event `group_undone`.
  /// - Throws: `Refusal` when something was done since, with the way out.
  func undo(_ group: ProposedGroup, of run: GroupingRun) throws {
    switch group.state {
    case .open: throw GroupingStrings.undoneBefore
    case .dismissed:
      try reopen(group, note: Text(same: ""))
      try record("group_undone", Touched(groupingEntity, run.id), town: run.key.town, village: run.key.village)
    case .confirmed: try takeBack(group, of: run)
    }
  }

  private func reopen(_ group: ProposedGroup, note: Text) throws {
    try tx.run(
      """
      UPDATE grouping_group SET state = 'open', matter = NULL, made = 0, matter_version = NULL, decided_at = NULL,
        note_zh = \(note.zh), note_en = \(note.en), version = version + 1
      WHERE id = \(group.id)
      """)
  }

  private func takeBack(_ group: ProposedGroup, of run: GroupingRun) throws {
    guard let id = group.matter, let matter = try tx.matters([id], in: run.key).first else { throw NotFound() }
    let members = try tx.linkedMembers(of: group, in: run.key)
    let moved = try members.filter { try tx.hasMoved($0, since: group.decidedAt ?? now) }.map(\.concern.number)
    let state = try tx.matter(matter.root, in: run.key).state
    let isMarked = try !tx.keyMarks(ofRoot: matter.root, town: run.key.town).isEmpty
    let grouped = GroupedMatter(
      number: matter.number, isMade: group.isMade,
      isUntouched: matter.version == group.matterVersion && !(group.isMade && isMarked), state: state)
    if let refusal = undoGroupingRefusal(of: grouped, moved: moved) { throw refusal }
    let left = try tx.linksLeft(of: group, in: run.key)
    guard left == members.count else { throw GroupingStrings.cannotUndo(matter.number) }
    var touched: [Touched] = []
    for member in members { try detach(member, from: matter, made: group.isMade, &touched) }
    if group.isMade {
      touched += try remove(matter)
    } else {
      touched.append(try recount(matter.root, in: run.key))
      try index(matter.root, in: run.key)
    }
    try reopen(group, note: group.isMade ? GroupingStrings.numberRetired(matter.number) : Text(same: ""))
    try record(
      "group_undone", Touched(groupingEntity, run.id), town: run.key.town, village: run.key.village,
      note: String(members.count), touching: touched)
  }

  /// The concern waits again; its photos are its own again, and its reporter is told.
  private func detach(_ member: GroupMember, from matter: MatterRow, made: Bool, _ touched: inout [Touched]) throws {
    let (concern, key) = (member.concern, member.concern.key)
    try take(.undoGrouping, on: concern)
    touched.append(Touched(concernEntity, concern.id))
    touched += try takeBackSuggestions(of: concern.id, in: key)
    if let link = member.link {
      try tx.run("DELETE FROM matter_concern WHERE town = \(key.town) AND id = \(link)")
      touched.append(Touched(matterConcernEntity, link))
    }
    for photo in try tx.photos(concern: concern.id, in: key) where photo.matter == matter.id {
      try tx.run("UPDATE photo SET matter = NULL WHERE id = \(photo.id)")
      touched.append(Touched(photoEntity, photo.id))
    }
    touched.append(
      try decide(
        "grouping_undone", matter: made ? nil : matter.id, concern: concern.id, in: key, before: matter.number,
        reason: ""))
    try tx.run(
      """
      UPDATE grouping_member SET link = NULL, concern_version = \(concern.version + 1)
      WHERE town = \(key.town) AND group_id = \(member.group) AND position = \(member.position)
      """)
    if !concern.isHistory { try tellWaitingAgain(concern) }
  }

  /// A call that was not made yet is made no more; whoever was called hears of it by telephone again.
  private func tellWaitingAgain(_ concern: ConcernRow) throws {
    let town = concern.key.town
    let last = try tx.row(
      """
      SELECT id, wants_call, called_at FROM outbox
      WHERE town = \(town) AND concern = \(concern.id) AND key = 'triaged' ORDER BY id DESC LIMIT 1
      """)
    if let last {
      try tx.run("UPDATE outbox SET wants_call = 0 WHERE id = \(try last.int64("id")) AND called_at IS NULL")
    }
    let wasCalled = last?.optionalInt64("called_at") != nil
    let text = GroupingStrings.waitsAgain
    try tell(
      concern.id, town: town, village: concern.key.village, key: "groupingUndone", text,
      call: wasCalled ? MattersWords.call(text) : nil)
  }

  /// Takes out a matter that has no concern left and on which nothing was done. Its number is never given again.
  private func remove(_ matter: MatterRow) throws -> [Touched] {
    try tx.run("DELETE FROM matter WHERE town = \(matter.key.town) AND id = \(matter.id)")
    count(matter.counter, town: matter.key.town, village: matter.key.village, by: -1)
    try SearchIndex.matters.remove(matter.id, in: tx)
    return [Touched(matterEntity, matter.id)]
  }

  /// Has the background work undo every confirmed group. Event `grouping_undoing`.
  func undoAll(of run: GroupingRun) throws {
    let confirmed = try tx.groupCounts(of: run)[.confirmed].groups
    guard confirmed > 0 else { throw GroupingStrings.undoneBefore }
    guard try move(run, from: .ready, to: .undoing, total: confirmed, kind: "grouping_undoing") else {
      throw GroupingStrings.isRunning
    }
  }
}

extension Transaction {
  /// The concerns that a confirmation brought to its matter, as far as the village sees them.
  fileprivate func linkedMembers(of group: ProposedGroup, in key: VillageKey) throws -> [GroupMember] {
    try members(of: group, in: key).filter { $0.link != nil }
  }

  /// How many concerns a confirmation brought to its matter, whether or not the village still sees them.
  fileprivate func linksLeft(of group: ProposedGroup, in key: VillageKey) throws -> Int {
    try count(
      """
      SELECT COUNT(*) AS n FROM grouping_member
      WHERE town = \(key.town) AND group_id = \(group.id) AND link IS NOT NULL
      """)
  }

  /// Whether a concern is no longer as the confirmation left it: not sorted any more, without the link, or with a link
  /// to another matter made since.
  fileprivate func hasMoved(_ member: GroupMember, since decided: Instant) throws -> Bool {
    guard member.concern.state == .triaged, let link = member.link else { return true }
    let links = try rows(
      """
      SELECT id, linked_at FROM matter_concern
      WHERE town = \(member.concern.key.town) AND concern = \(member.concern.id)
      """)
    let own = try links.contains { try $0.int64("id") == link }
    return try !own || links.contains { try $0.int64("id") != link && $0.instant("linked_at") >= decided }
  }
}
