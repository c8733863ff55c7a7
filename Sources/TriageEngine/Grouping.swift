/// Proposes which texts are one matter (codebook §7), for a backlog such as an import. A person confirms.
package enum Grouping {
  /// Two groups are joined when a pair of theirs is as alike as this, and all pairs on average as `onAverage`.
  private static let alike = 0.6
  private static let onAverage = 0.45
  /// So many members of a group are compared, the first that came.
  private static let mostCompared = 40
  private static let mostNeighbours = 12

  /// For each item the number of its group, from 0 in the order of their first items. The order of items decides nothing
  /// else. Items are told apart by their position; their ids must differ.
  package static func groups(of items: [SimilarItem]) -> [Int] {
    var index = SimilarIndex(capacity: max(1, items.count))
    for item in items { index.add(item) }
    let positions = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var group = Array(items.indices)
    var members = items.indices.map { [$0] }
    for link in links(among: items, in: index) {
      guard let one = positions[link.one].map({ group[$0] }), let other = positions[link.other].map({ group[$0] }),
        one != other
      else { continue }
      let (kept, joined) = (min(one, other), max(one, other))
      guard average(members[kept], members[joined], items, index) >= onAverage else { continue }
      for position in members[joined] { group[position] = kept }
      members[kept] += members[joined]
      members[joined] = []
    }
    var numbers: [Int: Int] = [:]
    return group.map { root in
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
  }

  private static func links(among items: [SimilarItem], in index: SimilarIndex) -> [(
    score: Double, one: Int64, other: Int64
  )] {
    var links: [(score: Double, one: Int64, other: Int64)] = []
    for item in items {
      for match in index.similar(to: item, limit: mostNeighbours, atLeast: alike) where match.id < item.id {
        links.append((match.finding.score, item.id, match.id))
      }
    }
    return links.sorted { $0.score == $1.score ? ($0.one, $0.other) < ($1.one, $1.other) : $0.score > $1.score }
  }

  private static func average(_ one: [Int], _ other: [Int], _ items: [SimilarItem], _ index: SimilarIndex) -> Double {
    let (left, right) = (one.prefix(mostCompared), other.prefix(mostCompared))
    var sum = 0.0
    for first in left { for second in right { sum += index.score(items[first].id, items[second].id) } }
    return sum / Double(left.count * right.count)
  }
}
