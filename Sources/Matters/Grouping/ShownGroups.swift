import Governance
import Mechanism
import Store
import Values
import Web

/// A proposed group as a page shows it, with what became of its concerns and matters since.
struct ShownGroup: Sendable {
  let group: ProposedGroup
  /// Those of its concerns that the village sees; after a confirmation only those that went with it.
  let members: [GroupMember]
  /// The place of the first in words.
  let place: Text
  let duty: Duty?
  /// The open matter that it looks like; nil when there is none, or it is closed by now.
  let target: MatterRow?
  /// The matter that it became.
  let matter: MatterRow?

  /// From the words of the first concern that still waits.
  var title: String {
    if let matter { return matter.title }
    let first = members.first(where: \.isWaiting) ?? members.first
    return first.map { suggestedTitle($0.concern.text, place: place) } ?? ""
  }

  /// Says nothing where a concern was sealed since: its words would stand in the reason.
  var reason: Text { isWhole ? group.reason : Text(same: "") }
  private var isWhole: Bool { group.state == .confirmed || members.count == group.size }

  /// Different people among them; each anonymous concern counts as one.
  var reporters: Int {
    Set(members.compactMap(\.concern.person)).count + members.filter { $0.concern.person == nil }.count
  }
}

/// A page of a grouping: the run, its counts, its groups.
struct ShownGrouping: Sendable {
  let run: GroupingRun
  let counts: GroupCounts
  let filter: GroupFilter?
  let page: Page<ShownGroup>
  let isNewest: Bool
  /// Suggestions are turned off in the village: only what was confirmed is shown, to be undone.
  let isOff: Bool
}

extension Transaction {
  func shown(_ groups: [ProposedGroup], in key: VillageKey, _ catalogue: Catalogue) throws -> [ShownGroup] {
    let all = try members(of: groups.map(\.id), in: key)
    let named = groups.compactMap(\.target) + groups.compactMap(\.matter)
    let matters = Dictionary(
      try matters(named, in: key).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try groups.map { group in
      let members = (all[group.id] ?? []).filter { group.state != .confirmed || $0.link != nil }
      let first = members.first(where: \.isWaiting) ?? members.first
      let target = group.target.flatMap { matters[$0] }
      return ShownGroup(
        group: group, members: members, place: try first.map { try placeWords(of: $0.concern) } ?? Text(same: ""),
        duty: catalogue.duty(group.leaf), target: target.flatMap { $0.state.isOpen ? $0 : nil },
        matter: group.matter.flatMap { matters[$0] })
    }
  }
}

extension Request {
  static let groupsPerPage = 20

  func shownGrouping() async throws -> ShownGrouping {
    var errors = FieldErrors()
    let filter = query.choice("show", as: GroupFilter.self, &errors)
    guard errors.isEmpty else { throw errors }
    let (key, id, catalogue) = (
      try village(), try id("grouping", as: GroupingRun.self), try await catalogue().catalogue
    )
    let (after, limit) = (Int(query["after"]) ?? 0, limit(max: 200, default: Self.groupsPerPage))
    return try await app.database.read { tx in
      let run = try tx.groupingRun(id, in: key)
      let isOff = try !tx.suggests(in: key)
      let groups =
        run.state == .ready
        ? try tx.proposedGroups(of: run, isOff ? .confirmed : filter, after: after, limit: limit + 1) : []
      let page = Page(groups, limit: limit) { String($0.position) }
      return ShownGrouping(
        run: run, counts: try tx.groupCounts(of: run), filter: filter,
        page: Page(items: try tx.shown(page.items, in: key, catalogue), next: page.next),
        isNewest: try tx.isNewest(run), isOff: isOff)
    }
  }

  /// One group with its run and the catalogue.
  func shownGroup() async throws -> (GroupingRun, ShownGroup, Catalogue) {
    let (key, id, catalogue) = (
      try village(), try id("grouping", as: GroupingRun.self), try await catalogue().catalogue
    )
    let group = try self.id("group", as: ProposedGroup.self)
    return try await app.database.read { tx in
      let run = try tx.groupingRun(id, in: key)
      let proposed = try tx.proposedGroup(group, of: run)
      guard let shown = try tx.shown([proposed], in: key, catalogue).first,
        try proposed.state == .confirmed || tx.suggests(in: key)
      else { throw NotFound() }
      return (run, shown, catalogue)
    }
  }
}
