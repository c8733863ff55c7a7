/// Numbers of runs of characters, from 0 in the order they were added: a flat table, so that looking up is one or two
/// reads.
struct RunTable: Sendable {
  /// Run and number, side by side; a free place has the number -1.
  private var places: [(run: UInt64, number: Int32)]
  private(set) var count = 0
  private var shift: UInt64

  init(expecting count: Int = 0) {
    var bits: UInt64 = 6
    while count * 2 > 1 << Int(bits) { bits += 1 }
    places = Array(repeating: (0, -1), count: 1 << Int(bits))
    shift = 64 - bits
  }

  /// The number of a run; nil when it has none.
  subscript(run: UInt64) -> Int32? {
    let number = places[place(of: run)].number
    return number >= 0 ? number : nil
  }

  /// The number of a run, a new one where it has none.
  mutating func number(of run: UInt64) -> Int {
    let place = place(of: run)
    if places[place].number >= 0 { return Int(places[place].number) }
    places[place] = (run, Int32(count))
    count += 1
    if count * 2 > places.count {
      var larger = RunTable(expecting: places.count)
      for one in places where one.number >= 0 { larger.places[larger.place(of: one.run)] = one }
      larger.count = count
      self = larger
    }
    return count - 1
  }

  /// All runs with their numbers, in no order.
  var all: [(run: UInt64, number: Int32)] { places.filter { $0.number >= 0 } }

  private func place(of run: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int((run &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while places[place].number >= 0, places[place].run != run { place = (place + 1) & mask }
    return place
  }
}
