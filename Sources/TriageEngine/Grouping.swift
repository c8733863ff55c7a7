/// Proposes which texts are one matter (codebook §7), for a backlog such as an import. A person confirms.
package enum Grouping {
  /// Two groups are joined when a pair of theirs is as alike as this, and all pairs on average as `onAverage`.
  private static let alike = 0.6
  private static let onAverage = 0.4
  /// So many members of a group are compared, the first that came.
  private static let mostCompared = 40
  private static let mostNeighbours = 12

  /// For each item the number of its group, from 0 in the order of their first items. The order of items decides nothing
  /// else. Items are told apart by their position; their ids must differ.
  package static func groups(of items: [SimilarItem]) -> [Int] {
    let compared = Backlog(items)
    var group = Array(items.indices)
    var members = items.indices.map { [$0] }
    for link in links(among: compared) {
      let (one, other) = (group[link.one], group[link.other])
      guard one != other else { continue }
      let (kept, joined) = (min(one, other), max(one, other))
      guard average(members[kept], members[joined], compared) >= onAverage else { continue }
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

  private static func links(among backlog: Backlog) -> [(score: Double, one: Int, other: Int)] {
    var links: [(score: Double, one: Int, other: Int)] = []
    for (position, item) in backlog.items.enumerated() {
      let near = backlog.neighbours(of: position).map { (score: backlog.score(position, $0), other: $0) }
        .filter { $0.score >= alike }
        .sorted { $0.score == $1.score ? backlog.items[$0.other].id < backlog.items[$1.other].id : $0.score > $1.score }
      for one in near.prefix(mostNeighbours) where backlog.items[one.other].id < item.id {
        links.append((one.score, position, one.other))
      }
    }
    let ids = backlog.items.map(\.id)
    return links.sorted {
      $0.score == $1.score ? (ids[$0.one], ids[$0.other]) < (ids[$1.one], ids[$1.other]) : $0.score > $1.score
    }
  }

  private static func average(_ one: [Int], _ other: [Int], _ backlog: Backlog) -> Double {
    let (left, right) = (one.prefix(mostCompared), other.prefix(mostCompared))
    var sum = 0.0
    for first in left { for second in right { sum += backlog.score(first, second) } }
    return sum / Double(left.count * right.count)
  }
}

/// Items that are compared with each other many times: their weights are made once.
private struct Backlog {
  let items: [SimilarItem]
  private let index: SimilarIndex
  private let weights: [PairWeights]
  private let names: [[ArraySlice<UInt16>]]
  private let positions: [Int64: Int]

  init(_ items: [SimilarItem]) {
    var index = SimilarIndex(capacity: max(1, items.count))
    for item in items { index.add(item) }
    index.close()
    self.items = items
    self.index = index
    weights = items.map { item in
      PairWeights(item.signature.pairs[...]) { index.rarity(index.holders?[$0] ?? 0) }
    }
    names = items.map { item in item.signature.names.map { Array($0.utf16)[...] } }
    positions = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The positions of the items that share the most with an item.
  func neighbours(of position: Int) -> [Int] {
    index.candidates(for: items[position]).compactMap { positions[index.id(of: $0)] }
  }

  func score(_ one: Int, _ other: Int) -> Double {
    SimilarIndex.likeness(
      (items[one], names[one]), (items[other], names[other]), words: weights[one].cosine(with: weights[other])
    ).score
  }
}
