/// A concern or matter as the index of similar ones knows it.
package struct SimilarItem: Sendable, Hashable {
  package let id: Int64
  package let signature: Signature
  /// The category's code, if known.
  package let leaf: String?
  /// How sure the category is, 0…1: below 1 where it was read from the words and nobody has decided.
  package let leafCertainty: Double
  /// WGS-84 degrees, if known.
  package let latitude: Double?
  package let longitude: Double?
  /// Days since 1970-01-01.
  package let day: Int

  package init(
    id: Int64, signature: Signature, leaf: String? = nil, leafCertainty: Double = 1, latitude: Double? = nil,
    longitude: Double? = nil, day: Int
  ) {
    (self.id, self.signature, self.leaf, self.leafCertainty) = (id, signature, leaf, leafCertainty)
    (self.latitude, self.longitude, self.day) = (latitude, longitude, day)
  }
}

/// The open matters of one place in memory, to find those like a new text: a village, or a whole province. Holds at most
/// `capacity` items and `mostPairs` pairs of characters; when full, the item added first leaves. Items lie in flat arrays, four to six bytes for each of
/// their pairs of characters and a hundred more. The newest 4,096 at most are looked through one by one, so a small village
/// needs nothing else; older ones are found by lists of who has a pair.
package struct SimilarIndex: Sendable {
  package struct Match: Sendable, Hashable {
    package let id: Int64
    package let finding: SimilarityFinding
  }

  package let capacity: Int
  private let mostPairs: Int
  /// Pairs of characters of all items; most of the memory goes with them.
  package private(set) var pairCount = 0
  /// Items in the order they came; all blocks but the last are full. An item's slot is its place among all.
  private(set) var blocks: [SimilarBlock] = [SimilarBlock()]
  /// Of the full blocks, in their order.
  private(set) var postings: [PairPostings] = []
  /// In how many living items a pair is; nil while one block holds all, and counting at the query costs less.
  private(set) var holders: PairTable?
  private var slotOf: [Int64: Int32] = [:]
  private(set) var leaves = LeafNumbers()
  /// No item before this slot is alive.
  private var oldest = 0

  /// `capacity` is at least 1; one item is always held, however many pairs it has.
  package init(capacity: Int = 20_000, mostPairs: Int = .max) {
    self.capacity = max(1, min(capacity, Int(Int32.max) / 2))
    self.mostPairs = mostPairs
  }

  package var size: Int { slotOf.count }

  /// Adds an item; one with the same id is replaced.
  package mutating func add(_ item: SimilarItem) {
    remove(item.id)
    while size >= capacity || size > 0 && pairCount + item.signature.pairs.count > mostPairs { removeOldest() }
    openBlock()
    let leaf = leaves.number(of: item.leaf)
    blocks[blocks.count - 1].append(item, leaf: leaf)
    took(item.id)
  }

  /// Removes an item; nothing happens when it is not there. The answers are then as if it had never been.
  package mutating func remove(_ id: Int64) {
    guard let slot = slotOf.removeValue(forKey: id).map(Int.init) else { return }
    blocks[slot / SimilarBlock.size].remove(slot % SimilarBlock.size)
    pairCount -= blocks[slot / SimilarBlock.size].pairCount(of: slot % SimilarBlock.size)
    if holders != nil {
      for pair in blocks[slot / SimilarBlock.size].pairs(of: slot % SimilarBlock.size) { holders?.takeOne(from: pair) }
    }
    if slotCount > 2 * size + 64 { rebuild() }
  }

  /// The slot of an item; nil when it is not here.
  func slot(of id: Int64) -> Int? { slotOf[id].map(Int.init) }

  /// Makes lists of the items in the last block too. For many queries without a change between them.
  mutating func close() {
    if holders == nil { countHolders() }
    if blocks[blocks.count - 1].count > 0 { closeBlock() }
    blocks.append(SimilarBlock())
  }

  private var slotCount: Int { (blocks.count - 1) * SimilarBlock.size + blocks[blocks.count - 1].count }

  private mutating func openBlock() {
    guard blocks[blocks.count - 1].count == SimilarBlock.size else { return }
    if holders == nil { countHolders() }
    closeBlock()
    blocks.append(SimilarBlock())
  }

  /// What follows an append to the last block.
  private mutating func took(_ id: Int64) {
    slotOf[id] = Int32(slotCount - 1)
    guard let block = blocks.last else { return }
    pairCount += block.pairCount(of: block.count - 1)
    guard holders != nil else { return }
    for pair in block.pairs(of: block.count - 1) { holders?.add(1, to: pair) }
  }

  private mutating func countHolders() {
    var counted = PairTable()
    for block in blocks {
      for place in 0..<block.count where block.isLive[place] {
        for pair in block.pairs(of: place) { counted.add(1, to: pair) }
      }
    }
    holders = counted
  }

  /// Lists for the last block; sixteen lists of a block each become one.
  private mutating func closeBlock() {
    let last = blocks.count - 1
    blocks[last].close()
    postings.append(PairPostings(blocks[last...], firstSlot: last * SimilarBlock.size))
    let most = PairPostings.mostBlocks
    guard postings.suffix(most).count(where: { $0.count <= SimilarBlock.size }) == most else { return }
    postings.removeLast(most)
    let first = blocks.count - most
    postings.append(PairPostings(blocks[first...], firstSlot: first * SimilarBlock.size))
  }

  /// Leaves the removed items behind.
  private mutating func rebuild() {
    var fresh = SimilarIndex(capacity: capacity, mostPairs: mostPairs)
    fresh.leaves = leaves
    for block in blocks {
      for place in 0..<block.count where block.isLive[place] {
        fresh.openBlock()
        fresh.blocks[fresh.blocks.count - 1].append(place, of: block)
        fresh.took(block.ids[place])
      }
    }
    self = fresh
  }

  private mutating func removeOldest() {
    while oldest < slotCount {
      let id = blocks[oldest / SimilarBlock.size].livingID(at: oldest % SimilarBlock.size)
      oldest += 1
      if let id { return remove(id) }
    }
  }
}

/// Categories as small numbers, from 1; 0 is none. After 65,535 categories further ones count as not known.
struct LeafNumbers: Sendable {
  private var numbers: [String: UInt16] = [:]

  mutating func number(of leaf: String?) -> UInt16 {
    guard let leaf else { return 0 }
    if let known = numbers[leaf] { return known }
    guard numbers.count < Int(UInt16.max) else { return 0 }
    numbers[leaf] = UInt16(numbers.count + 1)
    return UInt16(numbers.count)
  }

  /// Whether `leaf` is the one with this number; nil when either is not known.
  func isSame(_ leaf: String?, _ number: UInt16) -> Bool? {
    guard let leaf, number > 0 else { return nil }
    return numbers[leaf] == number
  }
}
