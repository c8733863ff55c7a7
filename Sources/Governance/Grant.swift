import Values

/// The four kinds of place, from the top down.
package enum PlaceLevel: String, Sendable, Codable, CaseIterable {
  case county, town, village, group
}

/// A place with all places above it, by their ids. The lowest one that is set is the place itself.
package struct PlacePath: Sendable, Hashable {
  package let county: Int64
  package let town: Int64?
  package let village: Int64?
  package let group: Int64?

  package init(county: Int64, town: Int64? = nil, village: Int64? = nil, group: Int64? = nil) {
    (self.county, self.town, self.village, self.group) = (county, town, village, group)
  }

  /// The level on which `place` stands in this path; nil when it is not on it.
  package func level(of place: Int64) -> PlaceLevel? {
    switch place {
    case county: .county
    case town: .town
    case village: .village
    case group: .group
    default: nil
    }
  }
}

/// A role at a place for a time: the rule's view of a Membership (任职).
package struct Grant: Term, Sendable, Hashable {
  package let role: Role
  /// The town of the place; nil for a county's.
  package let town: Int64?
  /// The village of the place: the place itself, or the one that its group belongs to; nil above.
  package let village: Int64?
  package let place: Int64
  /// First and last day on which it holds; without `until` it has no end.
  package let from: Day
  package let until: Day?

  package init(role: Role, town: Int64?, village: Int64? = nil, place: Int64, from: Day, until: Day? = nil) {
    (self.role, self.town, self.village, self.place) = (role, town, village, place)
    (self.from, self.until) = (from, until)
  }

  /// Whether it reaches the target: its own place or one below, in the same town, at a level the role can be held.
  package func covers(_ target: PlacePath) -> Bool {
    guard let level = target.level(of: place), role.levels.contains(level) else { return false }
    return level == .county ? town == nil : town == target.town
  }

  /// Whether it lets its holder do this at the target: what the role may at what it covers, and of a role held at a
  /// group what reaches its village (`reachingUp`).
  package func gives(_ capability: Capability, at target: PlacePath) -> Bool {
    guard capabilities(of: role).contains(capability) else { return false }
    return covers(target) || reachingUp.contains(capability) && isOfGroup(in: target)
  }

  /// Whether it is held at a group of the target, which is a village.
  private func isOfGroup(in target: PlacePath) -> Bool {
    guard let village, village != place, role.levels.contains(.group) else { return false }
    return target.group == nil && target.village == village && target.town == town
  }
}

/// What a role held at a group gives at the village of the group: a concern is entered for the village, and stands with
/// it. Nothing else leaves the group.
package let reachingUp: Set<Capability> = [.enterConcern, .readOwnEntries]

/// Whether somebody with these grants may do it at the target on the day.
package func allows(_ grants: [Grant], _ capability: Capability, at target: PlacePath, on day: Day) -> Bool {
  grants.contains { $0.holds(on: day) && $0.gives(capability, at: target) }
}
