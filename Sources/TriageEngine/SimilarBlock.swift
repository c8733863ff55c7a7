/// Up to `size` items of an index, in flat arrays in the order they came. An item's place here never changes.
struct SimilarBlock: Sendable {
  static let size = 4096

  private(set) var ids: [Int64] = []
  private(set) var isLive: [Bool] = []
  private var days: [Int32] = []
  /// Millionths of a degree; `unknown` where the point is not known.
  private var latitudes: [Int32] = []
  private var longitudes: [Int32] = []
  /// Numbers of categories; 0 where none is known.
  private var leaves: [UInt16] = []
  /// Of item `i` the pairs up to `pairEnds[i]`, from where the item before ends.
  private var pairEnds: [UInt32] = []
  private var pairs: [UInt32] = []
  /// Once the block is closed, in the place of `pairs`: each pair's number among the known ones, where two bytes hold it.
  private var numbers: [UInt16] = []
  private var known: [UInt32] = []
  private var nameEnds: [UInt32] = []
  /// Names of places and particulars in UTF-16, each after its length.
  private var names: [UInt16] = []

  private static let unknown = Int32.min

  var count: Int { ids.count }

  mutating func append(_ item: SimilarItem, leaf: UInt16) {
    append(
      id: item.id, day: Int32(clamping: item.day), latitude: Self.millionths(item.latitude),
      longitude: Self.millionths(item.longitude), leaf: leaf)
    append(item.signature.pairs[...])
    for name in item.signature.names {
      let codes = name.utf16.prefix(Int(UInt8.max))
      names.append(UInt16(codes.count))
      names.append(contentsOf: codes)
    }
    nameEnds.append(UInt32(names.count))
  }

  mutating func append(_ place: Int, of other: SimilarBlock) {
    append(
      id: other.ids[place], day: other.days[place], latitude: other.latitudes[place],
      longitude: other.longitudes[place], leaf: other.leaves[place])
    append(other.pairs(of: place))
    names.append(contentsOf: other.names[Self.range(place, other.nameEnds)])
    nameEnds.append(UInt32(names.count))
  }

  /// Nothing is appended any more: gives back the room that was kept for it, and half of that of the pairs.
  mutating func close() {
    names = Array(names[...])
    let distinct = Set(pairs)
    guard distinct.count <= 1 << 16 else {
      pairs = Array(pairs[...])
      return
    }
    known = distinct.sorted()
    var table = PairTable(expecting: known.count)
    for (number, pair) in known.enumerated() { table.add(UInt32(number), to: pair) }
    numbers = pairs.map { UInt16(table[$0]) }
    pairs = []
  }

  mutating func remove(_ place: Int) { isLive[place] = false }

  /// The id of the item at a place; nil where none is, or it was removed.
  func livingID(at place: Int) -> Int64? { place < count && isLive[place] ? ids[place] : nil }

  func pairs(of place: Int) -> ArraySlice<UInt32> {
    let range = Self.range(place, pairEnds)
    return numbers.isEmpty ? pairs[range] : numbers[range].map { known[Int($0)] }[...]
  }
  func pairCount(of place: Int) -> Int { Self.range(place, pairEnds).count }
  func leaf(of place: Int) -> UInt16 { leaves[place] }
  func day(of place: Int) -> Int { Int(days[place]) }

  func names(of place: Int) -> [ArraySlice<UInt16>] {
    var rest = names[Self.range(place, nameEnds)]
    var found: [ArraySlice<UInt16>] = []
    while let length = rest.popFirst() {
      found.append(rest.prefix(Int(length)))
      rest = rest.dropFirst(Int(length))
    }
    return found
  }

  func point(of place: Int) -> (latitude: Double, longitude: Double)? {
    guard latitudes[place] != Self.unknown, longitudes[place] != Self.unknown else { return nil }
    return (Double(latitudes[place]) / 1e6, Double(longitudes[place]) / 1e6)
  }

  /// The pairs of living items that `wanted` knows: the item's place and the number that `wanted` has for the pair.
  func hits(of wanted: PairTable) -> [(place: Int, number: UInt32)] {
    var hits: [(place: Int, number: UInt32)] = []
    for place in ids.indices where isLive[place] {
      for pair in pairs(of: place) {
        let number = wanted[pair]
        if number > 0 { hits.append((place, number)) }
      }
    }
    return hits
  }

  private mutating func append(id: Int64, day: Int32, latitude: Int32, longitude: Int32, leaf: UInt16) {
    ids.append(id)
    isLive.append(true)
    days.append(day)
    latitudes.append(latitude)
    longitudes.append(longitude)
    leaves.append(leaf)
  }

  private mutating func append(_ more: ArraySlice<UInt32>) {
    // By quarters instead of by doubling: a village's last block is most of its memory.
    if pairs.count + more.count > pairs.capacity { pairs.reserveCapacity((pairs.count + more.count) * 5 / 4) }
    pairs.append(contentsOf: more)
    pairEnds.append(UInt32(pairs.count))
  }

  private static func range(_ place: Int, _ ends: [UInt32]) -> Range<Int> {
    Int(place == 0 ? 0 : ends[place - 1])..<Int(ends[place])
  }

  private static func millionths(_ degrees: Double?) -> Int32 {
    guard let degrees, degrees.isFinite, abs(degrees) <= 360 else { return unknown }
    return Int32((degrees * 1e6).rounded())
  }
}
