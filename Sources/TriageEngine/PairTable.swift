/// Numbers by pair of characters, in two flat arrays: eight bytes a place, at most three quarters of them taken.
struct PairTable: Sendable {
  /// 0 is a free place: no pair is 0, since letters begin above it.
  private var keys: [UInt32]
  private var values: [UInt32]
  private var used = 0
  private var shift: UInt32

  /// `expecting`: so many pairs fit without growing.
  init(expecting count: Int = 0) {
    var bits: UInt32 = 4
    while count * 4 > (1 << Int(bits)) * 3 { bits += 1 }
    keys = Array(repeating: 0, count: 1 << Int(bits))
    values = keys
    shift = 32 - bits
  }

  /// The number of a pair; 0 when it has none.
  subscript(pair: UInt32) -> UInt32 { values[place(of: pair)] }

  /// Adds to the number of a pair, which begins at 0.
  mutating func add(_ amount: UInt32, to pair: UInt32) {
    let place = place(of: pair)
    values[place] &+= amount
    if keys[place] == 0 { take(place, for: pair) }
  }

  /// Gives the pair a place, with 0 where it is new.
  mutating func know(_ pair: UInt32) { add(0, to: pair) }

  /// Takes one off the number of a pair, which must be above 0.
  mutating func takeOne(from pair: UInt32) { values[place(of: pair)] -= 1 }

  /// Adds one to the number of each of these pairs that is known.
  mutating func count(_ pairs: ArraySlice<UInt32>) {
    for pair in pairs {
      let place = place(of: pair)
      if keys[place] != 0 { values[place] += 1 }
    }
  }

  private func place(of pair: UInt32) -> Int {
    let mask = keys.count - 1
    var place = Int((pair &* 0x9E37_79B1) >> shift)
    while keys[place] != pair, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func take(_ place: Int, for pair: UInt32) {
    keys[place] = pair
    used += 1
    guard used * 4 > keys.count * 3 else { return }
    // Pairs whose number went back to 0 leave on the way.
    let kept = values.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } + 1
    var larger = PairTable(expecting: max(kept * 3 / 2, 16))
    for (key, value) in zip(keys, values) where value > 0 || key == pair { larger.add(value, to: key) }
    self = larger
  }
}
