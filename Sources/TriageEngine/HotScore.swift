import Values

/// How hot a group is, as the sum of its parts. It depends on the group alone: what else is talked of changes nothing.
package struct HotScore: Sendable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case reporters, repeats, growth, breadth, urgency, support, opposition
  }
  /// One part with its points and what it says ("11 人反映").
  package struct Part: Sendable, Hashable {
    package let kind: Kind
    package let points: Double
    package let words: Text
  }

  /// In the order of `Kind`; those that say something.
  package let parts: [Part]
  /// The sum of the parts, in tenths.
  package var points: Double { rounded(parts.reduce(0) { $0 + $1.points }) }

  package init(of group: HotGroup, words: HotWords = HotWords()) {
    parts = Kind.allCases.compactMap { kind in
      words.say(kind, of: group).map { Part(kind: kind, points: rounded(Self.points(kind, of: group)), words: $0) }
    }
  }

  /// Doubling the persons or the messages adds the same again, so that one loud group does not drown all others.
  private static func points(_ kind: Kind, of group: HotGroup) -> Double {
    switch kind {
    case .reporters: 6 * doublings(group.reporters)
    case .repeats: 14 * doublings(group.reports)
    case .growth: growth(group)
    case .breadth: 6 * doublings(group.places)
    case .urgency: [0, 2, 5, 10][group.urgency.rawValue]
    case .support: 2 * doublings(max(0, group.supporters) + 1)
    case .opposition: 2 * doublings(max(0, group.opposers) + 1)
    }
  }

  /// What lies above the usual, in units of its usual swing (the root of a count), at most 5; below it half as much,
  /// so that what calms down sinks slowly.
  private static func growth(_ group: HotGroup) -> Double {
    guard let usual = group.usual else { return 0 }
    let step = (Double(group.reports) - usual) / (usual + 1).squareRoot()
    return step >= 0 ? 4 * min(step, 5) : 2 * max(step, -5)
  }

  private static func doublings(_ count: Int) -> Double {
    count <= 1 ? 0 : Arithmetic.log(Double(count)) / Arithmetic.log(2)
  }
}

private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
