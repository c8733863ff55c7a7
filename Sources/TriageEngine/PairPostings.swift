/// For up to 16 full blocks in a row: which items have a pair. Sorted, never changed; removed items stay in it.
struct PairPostings: Sendable {
  static let mostBlocks = 16

  /// The slot of the first item.
  let firstSlot: Int
  /// Ascending; of pair `i` the items are `slots[starts[i]..<starts[i + 1]]`.
  private let pairs: [UInt32]
  private let starts: [UInt32]
  /// Counted from `firstSlot`.
  private let slots: [UInt16]
  /// By item: what a sum of shared pairs is multiplied with, so that long texts are not favoured.
  let scales: [Float]

  init(_ blocks: ArraySlice<SimilarBlock>, firstSlot: Int) {
    var (keys, slots): ([UInt32], [UInt16]) = ([], [])
    var scales = [Float](repeating: 0, count: blocks.count * SimilarBlock.size)
    for (number, block) in blocks.enumerated() {
      for place in 0..<block.count where block.isLive[place] {
        let slot = number * SimilarBlock.size + place
        scales[slot] = Self.scale(pairs: block.pairCount(of: place))
        for pair in block.pairs(of: place) {
          keys.append(pair)
          slots.append(UInt16(slot))
        }
      }
    }
    (self.firstSlot, self.scales) = (firstSlot, scales)
    Self.sort(&keys, &slots)
    var (pairs, starts): ([UInt32], [UInt32]) = ([], [])
    for (index, key) in keys.enumerated() where index == 0 || keys[index - 1] != key {
      pairs.append(key)
      starts.append(UInt32(index))
    }
    starts.append(UInt32(keys.count))
    (self.pairs, self.starts, self.slots) = (Array(pairs[...]), Array(starts[...]), Array(slots[...]))
  }

  /// How many slots it is about, at most 65,536.
  var count: Int { scales.count }

  static func scale(pairs count: Int) -> Float { 1 / Float(max(1, count)).squareRoot() }

  /// Adds `weight` to the sum of each item that has the pair.
  func add(_ weight: UInt32, of pair: UInt32, to sums: inout [UInt32]) {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < pair { low = middle + 1 } else { high = middle }
    }
    guard low < pairs.count, pairs[low] == pair else { return }
    sums.withUnsafeMutableBufferPointer { sums in
      slots.withUnsafeBufferPointer { slots in
        for position in Int(starts[low])..<Int(starts[low + 1]) { sums[Int(slots[position])] &+= weight }
      }
    }
  }

  /// Sorts by key, equal keys as they stand: three rounds of counting.
  private static func sort(_ keys: inout [UInt32], _ slots: inout [UInt16]) {
    var (otherKeys, otherSlots) = (keys, slots)
    for shift in [UInt32(0), 11, 22] {
      var places = [Int](repeating: 0, count: 2049)
      for key in keys { places[Int((key >> shift) & 2047) + 1] += 1 }
      for index in 1..<2049 { places[index] += places[index - 1] }
      for index in keys.indices {
        let digit = Int((keys[index] >> shift) & 2047)
        otherKeys[places[digit]] = keys[index]
        otherSlots[places[digit]] = slots[index]
        places[digit] += 1
      }
      swap(&keys, &otherKeys)
      swap(&slots, &otherSlots)
    }
  }
}
