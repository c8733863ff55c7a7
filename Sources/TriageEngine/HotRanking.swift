import Values

/// The groups of a place and period by how hot they are (热点).
package enum HotRanking {
  /// A group with its place in the ranking, from 1, and the score that put it there.
  package struct Place: Sendable, Hashable {
    package let rank: Int
    package let group: HotGroup
    package let score: HotScore

    package init(rank: Int, group: HotGroup, score: HotScore) {
      (self.rank, self.group, self.score) = (rank, group, score)
    }

    /// Why it is hot, in short: that each person spoke once needs no words of its own.
    package var reasons: [Text] {
      score.parts.filter { $0.kind != .repeats || group.reports != group.reporters }.map(\.words)
    }
  }

  /// The hottest first; equal scores by the number of persons, then of messages, then the older id. Groups without a
  /// message or supporter in the period are left out. At most `limit`.
  package static func ranked(
    _ groups: [HotGroup], words: HotWords = HotWords(), limit: Int = .max
  ) -> [Place] {
    let scored = groups.filter { $0.reports > 0 || $0.supporters > 0 }.map {
      (group: $0, score: HotScore(of: $0, words: words))
    }
    let sorted = scored.sorted { one, other in
      let (left, right) = (one.score.points, other.score.points)
      if left != right { return left > right }
      return (-one.group.reporters, -one.group.reports, one.group.id)
        < (-other.group.reporters, -other.group.reports, other.group.id)
    }
    return sorted.prefix(max(0, limit)).enumerated().map { Place(rank: $0 + 1, group: $1.group, score: $1.score) }
  }
}
