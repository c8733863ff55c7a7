/// Finding: first the items that share the rarest pairs, then these are compared in full.
extension SimilarIndex {
  /// Items that are compared in full for a query.
  static let mostCandidates = 128
  /// How many places in the lists a query reads, the rarest pairs first; at least those of its rarest pair.
  private static let mostRead = 400_000

  /// The items most like `item`, best first, at most `limit`, none below `atLeast` (0…1). Its own id is left out.
  package func similar(to item: SimilarItem, limit: Int = 5, atLeast: Double = 0.3) -> [Match] {
    guard limit > 0 else { return [] }
    let slots = candidates(for: item)
    guard !slots.isEmpty else { return [] }
    let holders = holders(of: [item.signature.pairs[...]] + slots.map(pairs(of:)))
    let one = PairWeights(item.signature.pairs[...]) { rarity(holders[$0]) }
    let names = item.signature.names.map { Array($0.utf16)[...] }
    let found = slots.compactMap { slot -> (id: Int64, score: Double, likeness: Likeness)? in
      let other = PairWeights(pairs(of: slot)) { rarity(holders[$0]) }
      let likeness = likeness(item, names, slot, words: one.cosine(with: other))
      let score = likeness.score
      return score >= atLeast ? (id(of: slot), score, likeness) : nil
    }
    return found.sorted { $0.score == $1.score ? $0.id < $1.id : $0.score > $1.score }.prefix(limit)
      .map { Match(id: $0.id, finding: $0.likeness.finding) }
  }

  /// Compares two items with the rarities of this index.
  package func finding(_ one: SimilarItem, _ other: SimilarItem) -> SimilarityFinding {
    let holders = holders(of: [one.signature.pairs[...], other.signature.pairs[...]])
    let weights = [one, other].map { PairWeights($0.signature.pairs[...]) { rarity(holders[$0]) } }
    let names = [one, other].map { item in item.signature.names.map { Array($0.utf16)[...] } }
    return Self.likeness((one, names[0]), (other, names[1]), words: weights[0].cosine(with: weights[1])).finding
  }

  typealias Named = (item: SimilarItem, names: [ArraySlice<UInt16>])

  static func likeness(_ one: Named, _ other: Named, words: Double) -> Likeness {
    let sameLeaf: Bool? = if let first = one.item.leaf, let second = other.item.leaf { first == second } else { nil }
    return Likeness(
      words: words, pairs: min(one.item.signature.pairs.count, other.item.signature.pairs.count),
      names: NameLikeness(one.names, other.names), sameLeaf: sameLeaf,
      leafCertainty: min(one.item.leafCertainty, other.item.leafCertainty),
      metres: metres(one.item.point, other.item.point), days: days(one.item.day, other.item.day))
  }

  /// How much a pair says that so many items have: the rarer the more. Up to 4,096 items nothing but the pair's own
  /// holders counts, and above that how often their number has doubled: an item without a shared pair changes no score.
  func rarity(_ holders: UInt32) -> Double { max(0.5, 1 + Self.log(Self.scale(size)) - Self.log(Int(holders))) }

  private static func scale(_ size: Int) -> Int {
    var scale = SimilarBlock.size
    while scale < size { scale *= 2 }
    return scale
  }

  /// Logarithms of 0…65,535 plus 1.
  private static let logs = (0..<65_536).map { Arithmetic.log(Double($0 + 1)) }

  private static func log(_ count: Int) -> Double {
    count < logs.count ? logs[count] : Arithmetic.log(Double(count + 1))
  }

  private func likeness(_ item: SimilarItem, _ names: [ArraySlice<UInt16>], _ slot: Int, words: Double) -> Likeness {
    let (block, place) = (blocks[slot / SimilarBlock.size], slot % SimilarBlock.size)
    return Likeness(
      words: words, pairs: min(item.signature.pairs.count, block.pairCount(of: place)),
      names: NameLikeness(names, block.names(of: place)),
      sameLeaf: leaves.isSame(item.leaf, block.leaf(of: place)), leafCertainty: item.leafCertainty,
      metres: Self.metres(item.point, block.point(of: place)), days: Self.days(item.day, block.day(of: place)))
  }

  private func pairs(of slot: Int) -> ArraySlice<UInt32> {
    blocks[slot / SimilarBlock.size].pairs(of: slot % SimilarBlock.size)
  }

  func id(of slot: Int) -> Int64 { blocks[slot / SimilarBlock.size].ids[slot % SimilarBlock.size] }

  /// In how many items the pairs of these texts are: counted here and now while one block holds all.
  private func holders(of texts: [ArraySlice<UInt32>]) -> PairTable {
    if let holders { return holders }
    var counted = PairTable(expecting: texts.reduce(0) { $0 + $1.count })
    for text in texts { for pair in text { counted.know(pair) } }
    for block in blocks {
      for place in 0..<block.count where block.isLive[place] { counted.count(block.pairs(of: place)) }
    }
    return counted
  }

  /// The slots of the items that share the most with the item, rare pairs counting most, best first.
  func candidates(for item: SimilarItem) -> [Int] {
    let pairs = item.signature.pairs
    guard let last = blocks.last, !pairs.isEmpty else { return [] }
    let hits = last.hits(of: PairTable(numbering: pairs))
    var here = [UInt32](repeating: 0, count: pairs.count)
    for hit in hits { here[Int(hit.number) - 1] += 1 }
    let counts = holders.map { holders in pairs.map { holders[$0] } } ?? here
    let weights = weights(counts, of: pairs)
    var nearest = Nearest(limit: Self.mostCandidates, leavingOut: item.id)
    var sums = [UInt32](repeating: 0, count: max(SimilarBlock.size, postings.map(\.count).max() ?? 0))
    for hit in hits { sums[hit.place] &+= weights[Int(hit.number) - 1] }
    let scales = (0..<last.count).map { PairPostings.scale(pairs: last.pairCount(of: $0)) }
    nearest.take(&sums, scales, in: blocks, firstSlot: (blocks.count - 1) * SimilarBlock.size)
    for list in postings {
      for (pair, weight) in zip(pairs, weights) where weight > 0 { list.add(weight, of: pair, to: &sums) }
      nearest.take(&sums, list.scales, in: blocks, firstSlot: list.firstSlot)
    }
    return nearest.slots
  }

  /// What each pair adds to a sum: the square of its rarity in whole 64ths, more for particulars; 0 for pairs that nobody has, and for the
  /// commonest, when the rarer ones already lead to `mostRead` places.
  private func weights(_ counts: [UInt32], of pairs: [UInt32]) -> [UInt32] {
    var weights = [UInt32](repeating: 0, count: counts.count)
    var read = 0
    let order = counts.indices.filter { counts[$0] > 0 }
      .sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] < counts[$1] }
    for index in order {
      read += Int(counts[index])
      if read > Self.mostRead, index != order.first { break }
      let rarity = rarity(counts[index])
      weights[index] = UInt32(rarity * rarity * 64 * Particulars.weight(ofPair: pairs[index]))
    }
    return weights
  }

  private static func days(_ one: Int, _ other: Int) -> Int {
    let (apart, overflow) = one.subtractingReportingOverflow(other)
    return overflow || apart == .min ? .max : abs(apart)
  }

  /// Metres between two points, flat; good to one percent within a county.
  private static func metres(
    _ one: (latitude: Double, longitude: Double)?, _ other: (latitude: Double, longitude: Double)?
  ) -> Double? {
    guard let one, let other else { return nil }
    let north = (one.latitude - other.latitude) * 111_195
    let east =
      (one.longitude - other.longitude) * 111_195
      * Arithmetic.cosine(degrees: (one.latitude + other.latitude) / 2)
    return (north * north + east * east).squareRoot()
  }
}

extension SimilarItem {
  fileprivate var point: (latitude: Double, longitude: Double)? {
    guard let latitude, let longitude else { return nil }
    return (latitude, longitude)
  }
}

extension PairTable {
  /// Each pair with its place in the list, from 1.
  init(numbering pairs: [UInt32]) {
    // Four times the room: most pairs looked for are not there, and that is then seen at once.
    self.init(expecting: pairs.count * 4)
    for (index, pair) in pairs.enumerated() { add(UInt32(index + 1), to: pair) }
  }
}

/// The best so many of all items that are offered. Equal ones are ordered by id, so that the order of offers decides nothing.
private struct Nearest {
  private let limit: Int
  private let leftOut: Int64
  private var found: [(score: Float, id: Int64, slot: Int)] = []
  /// Above 0: what shares nothing is not taken.
  private var threshold = Float.leastNonzeroMagnitude

  init(limit: Int, leavingOut id: Int64) { (self.limit, leftOut) = (limit, id) }

  /// Takes the items with a sum, and sets the sums back to 0.
  mutating func take(_ sums: inout [UInt32], _ scales: [Float], in blocks: [SimilarBlock], firstSlot: Int) {
    sums.withUnsafeMutableBufferPointer { sums in
      scales.withUnsafeBufferPointer { scales in
        for place in 0..<scales.count {
          let score = Float(sums[place]) * scales[place]
          if score >= threshold { offer(score, firstSlot + place, in: blocks) }
          sums[place] = 0
        }
      }
    }
  }

  private mutating func offer(_ score: Float, _ slot: Int, in blocks: [SimilarBlock]) {
    let (block, place) = (slot / SimilarBlock.size, slot % SimilarBlock.size)
    guard let id = blocks[block].livingID(at: place), id != leftOut else { return }
    found.append((score, id, slot))
    if found.count >= 4 * limit { cut() }
  }

  private mutating func cut() {
    found.sort { $0.score == $1.score ? $0.id < $1.id : $0.score > $1.score }
    if found.count >= limit {
      found.removeLast(found.count - limit)
      threshold = found[limit - 1].score
    }
  }

  /// Best first.
  var slots: [Int] {
    var all = self
    all.cut()
    return all.found.map(\.slot)
  }
}
