import Governance
import Mechanism
import Store
import Values
import Web

/// What a person decides about a proposed group.
struct GroupChoice: Sendable {
  enum Target: Sendable, Hashable {
    /// As proposed: the open matter that it looks like, else a new one.
    case proposed
    case new
    case existing(ID<Matter>)
  }
  /// Nil: all its concerns.
  var concerns: [ID<Concern>]?
  var target = Target.proposed
  /// "": as proposed.
  var leaf = ""
  /// "": the first words of the first concern.
  var title = ""
  /// Needed for another leaf than proposed.
  var reason = ""
  /// The version of the group that the person saw; nil: whatever it is now.
  var version: Int?
}

extension Write {
  /// Stores a proposal and makes its run ready. Event `grouping_proposed`.
  func propose(_ groups: [NewGroup], leftOut: Int, model: Int, in run: GroupingRun) throws {
    guard try tx.groupingRun(run.id, in: run.key).state == .computing else { return }
    for (index, group) in groups.enumerated() { try insert(group, position: index + 1, in: run) }
    try tx.run(
      """
      UPDATE grouping_run SET concerns = \(groups.map(\.members.count).reduce(0, +)), left_out = \(leftOut),
        model = \(model)
      WHERE id = \(run.id)
      """)
    try move(run, from: .computing, to: .ready, kind: "grouping_proposed")
  }

  private func insert(_ group: NewGroup, position: Int, in run: GroupingRun) throws {
    let (id, target) = (ids.next(ProposedGroup.self), group.target?.reason ?? Text(same: ""))
    try tx.run(
      """
      INSERT INTO grouping_group (id, town, village, run, position, size, state, doubt, leaf, certainty, confidence, scope,
        target, reason_zh, reason_en, target_zh, target_en, note_zh, note_en, made, version)
      VALUES (\(id), \(run.key.town), \(run.key.village), \(run.id), \(position), \(group.members.count), 'open',
        \(group.doubt?.rawValue ?? ""), \(group.leaf?.code ?? ""), \(group.certainty), \(group.confidence.rawValue),
        \(group.scope?.rawValue), \(group.target?.matter), \(group.reason.zh), \(group.reason.en), \(target.zh),
        \(target.en), '', '', 0, 1)
      """)
    for (index, member) in group.members.enumerated() {
      try tx.run(
        """
        INSERT INTO grouping_member (town, group_id, position, concern, concern_version, urgency)
        VALUES (\(run.key.town), \(id), \(index + 1), \(member.concern.id), \(member.concern.version), \(member.urgency))
        """)
    }
  }

  /// Keeps what is to be told of a group that the background work left as it was.
  func note(_ note: Text, on group: ProposedGroup) throws {
    try tx.run(
      "UPDATE grouping_group SET note_zh = \(note.zh), note_en = \(note.en), version = version + 1 WHERE id = \(group.id)"
    )
  }

  /// Makes a group one matter with the chosen concerns, as the triage of each would, and tells every reporter.
  /// - Throws: `Refusal` when the proposal is stale; `FieldErrors` of `concern`, `leaf`, `reason`.
  @discardableResult func confirm(
    _ id: ID<ProposedGroup>, as choice: GroupChoice, in run: GroupingRun, _ catalogue: Catalogue, villageName: String
  ) throws -> ID<Matter> {
    let group = try openGroup(id, in: run, version: choice.version)
    let members = try chosen(choice.concerns, of: group, in: run.key)
    let done = members.filter { !$0.isWaiting }
    guard done.isEmpty else { throw GroupingStrings.doneMeanwhile(done.map(\.concern.number)) }
    let target = try target(choice, group, members, catalogue)
    let (matter, links) = try triage(
      together: members.map(\.concern), into: target, advice: group.advice(members, catalogue, model: run.model),
      villageName: villageName)
    for member in members {
      try tx.run(
        """
        UPDATE grouping_member SET link = \(links[member.concern.id])
        WHERE town = \(run.key.town) AND group_id = \(id) AND position = \(member.position)
        """)
    }
    let made = if case .new = target { true } else { false }
    let version = try tx.matter(matter, in: run.key).version
    try tx.run(
      """
      UPDATE grouping_group SET state = 'confirmed', matter = \(matter), made = \(made), matter_version = \(version),
        decided_at = \(now), note_zh = '', note_en = '', version = version + 1
      WHERE id = \(id)
      """)
    return matter
  }

  /// A group that may still be decided.
  func openGroup(_ id: ID<ProposedGroup>, in run: GroupingRun, version: Int?) throws -> ProposedGroup {
    let group = try tx.proposedGroup(id, of: run)
    guard try tx.suggests(in: run.key) else { throw GroupingStrings.turnedOff }
    if group.state != .open { throw GroupingStrings.decidedBefore }
    if let version, version != group.version { throw MattersWords.changedMeanwhile }
    guard try tx.isNewest(run) else { throw GroupingStrings.newerGrouping }
    return group
  }

  private func chosen(_ concerns: [ID<Concern>]?, of group: ProposedGroup, in key: VillageKey) throws -> [GroupMember] {
    let members = try tx.members(of: group, in: key)
    guard let concerns else { return members }
    let chosen = members.filter { concerns.contains($0.concern.id) }
    guard !chosen.isEmpty, chosen.count == Set(concerns).count else {
      throw FieldErrors("concern", concerns.isEmpty ? GroupingStrings.chooseOne : GroupingStrings.notOfThisGroup)
    }
    return chosen
  }

  private func target(
    _ choice: GroupChoice, _ group: ProposedGroup, _ members: [GroupMember], _ catalogue: Catalogue
  ) throws -> TriagePart.Target {
    switch choice.target {
    case .existing(let matter): return .existing(matter)
    case .proposed: if let matter = group.target { return .existing(matter) }
    case .new: break
    }
    let leaf = choice.leaf.isEmpty ? group.leaf : choice.leaf
    guard let duty = catalogue.duty(leaf), !duty.retired else {
      throw FieldErrors("leaf", leaf.isEmpty ? TriageStrings.chooseLeaf : TriageStrings.noSuchLeaf)
    }
    if leaf != group.leaf, choice.reason.isEmpty { throw FieldErrors("reason", TriageStrings.whyOther) }
    guard let first = members.first else { throw GroupingStrings.nothingLeft }
    let title = try choice.title.isEmpty ? tx.title(of: first) : choice.title
    let urgency = members.map(\.urgency).max() ?? .normal
    let reason = choice.reason.isEmpty ? group.reason.zh : choice.reason
    return .new(title: title, Routing(duty, urgency: urgency, reason: reason))
  }

  /// Confirms a group that nobody has looked at: only while it is as it was read. Refusals say what is different.
  func confirmUnseen(_ group: ProposedGroup, of run: GroupingRun) throws {
    guard group.state == .open, group.doubt == nil else { return }
    let members = try tx.members(of: group, in: run.key)
    let changed = members.filter { !$0.isWaiting || $0.concern.version != $0.seenVersion || $0.urgency >= .danger }
    guard changed.isEmpty, members.count == group.size else {
      throw changed.isEmpty ? GroupingStrings.nothingLeft : GroupingStrings.doneMeanwhile(changed.map(\.concern.number))
    }
    let catalogue = try catalogues.current(town: run.key.town, day: now.day, in: tx).catalogue
    do {
      try confirm(
        group.id, as: GroupChoice(), in: run, catalogue, villageName: try tx.place(run.key.village)?.nameZh ?? "")
    } catch let errors as FieldErrors {
      throw GroupingStrings.cannotConfirm(errors.all.first?.message ?? GroupingStrings.noLeaf)
    }
  }

  /// The concerns wait on and are sorted one by one. Event `group_dismissed`.
  func dismiss(_ id: ID<ProposedGroup>, in run: GroupingRun, version: Int?) throws {
    let group = try openGroup(id, in: run, version: version)
    try tx.run(
      """
      UPDATE grouping_group SET state = 'dismissed', decided_at = \(now), note_zh = '', note_en = '', version = version + 1
      WHERE id = \(group.id)
      """)
    try record("group_dismissed", Touched(groupingEntity, run.id), town: run.key.town, village: run.key.village)
  }

  /// Has the background work confirm every sure group. Event `grouping_confirming`.
  func confirmAll(of run: GroupingRun) throws {
    guard try tx.suggests(in: run.key) else { throw GroupingStrings.turnedOff }
    guard try tx.isNewest(run) else { throw GroupingStrings.newerGrouping }
    let sure = try tx.groupCounts(of: run)[.sure].groups
    guard sure > 0 else { throw GroupingStrings.nothingSure }
    guard try move(run, from: .ready, to: .confirming, total: sure, kind: "grouping_confirming") else {
      throw GroupingStrings.isRunning
    }
  }
}

extension Transaction {
  /// The title to begin with: the first words of the concern, with the place when they leave it out.
  func title(of member: GroupMember) throws -> String {
    suggestedTitle(member.concern.text, place: try placeWords(of: member.concern))
  }
}

extension ProposedGroup {
  /// What was suggested for its concerns.
  fileprivate func advice(_ members: [GroupMember], _ catalogue: Catalogue, model: Int) -> Advice {
    Advice(
      model: model, leaf: leaf, matterClass: catalogue.duty(leaf)?.matterClass,
      certainty: leaf.isEmpty ? nil : certainty,
      urgency: members.map(\.urgency).max() ?? .normal, scope: scope)
  }
}

extension Routing {
  /// What the catalogue says of a leaf.
  init(_ duty: Duty, urgency: Urgency, reason: String) {
    self.init(
      matterClass: duty.matterClass, leaf: duty.code, lead: duty.lead, co: duty.coHandlers, path: duty.path.rawValue,
      basis: duty.basis?.zh ?? "", basisMark: duty.basisMark?.rawValue ?? "", limitDays: duty.days, urgency: urgency,
      reason: reason)
  }
}
