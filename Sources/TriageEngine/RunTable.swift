/// Numbers of runs of characters, from 0 in the order they were added: a flat table of numbers, and the runs by number,
/// so that looking up is two or three reads.
struct RunTable: Sendable {
  /// The number of the run that has the place; -1 where it is free.
  private var places: [Int32]
  /// The runs in the order of their numbers.
  private(set) var runs: [UInt64] = []
  private var shift: UInt64

  init(expecting count: Int = 0) {
    var bits: UInt64 = 6
    while count * 2 > 1 << Int(bits) { bits += 1 }
    places = Array(repeating: -1, count: 1 << Int(bits))
    shift = 64 - bits
    runs.reserveCapacity(count)
  }

  var count: Int { runs.count }

  /// The number of a run; nil when it has none.
  subscript(run: UInt64) -> Int32? {
    let number = places[place(of: run)]
    return number >= 0 ? number : nil
  }

  /// The number of a run, a new one where it has none.
  mutating func number(of run: UInt64) -> Int {
    let place = place(of: run)
    if places[place] >= 0 { return Int(places[place]) }
    places[place] = Int32(runs.count)
    runs.append(run)
    if runs.count * 2 > places.count { grow() }
    return runs.count - 1
  }

  private mutating func grow() {
    var larger = RunTable(expecting: runs.count)
    larger.runs = runs
    for (number, run) in runs.enumerated() { larger.places[larger.place(of: run)] = Int32(number) }
    self = larger
  }

  /// The place of a run, or the free one that it would have.
  private func place(of run: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int((run &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while places[place] >= 0, runs[Int(places[place])] != run { place = (place + 1) & mask }
    return place
  }
}
