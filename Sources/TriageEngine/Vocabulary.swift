/// The runs a model knows, their number and rarity.
struct Vocabulary: Sendable {
  struct Feature { let index: Int32, value: Float }
  private(set) var entries: RunTable
  private(set) var rarity: [Float] = []

  var count: Int { rarity.count }

  /// The runs that occur in at least `least` samples.
  init(_ samples: [Sample], least: Int) {
    let spread = Self.spread(of: samples).filter { $0.samples >= least }.sorted { $0.run < $1.run }
    entries = RunTable(expecting: spread.count)
    for (run, known) in spread {
      _ = entries.number(of: run)
      rarity.append(Float(1 + Arithmetic.log(Double(samples.count + 1) / Double(known + 1))))
    }
  }

  /// In how many samples each run is.
  private static func spread(of samples: [Sample]) -> [(run: UInt64, samples: Int)] {
    var known = RunTable()
    var counts: [Int] = []
    var lastIn: [Int] = []
    for (number, sample) in samples.enumerated() {
      for block in sample.blocks {
        forEachRun(of: block) { run in
          let index = known.number(of: run)
          if index == counts.count {
            counts.append(1)
            lastIn.append(number)
          } else if lastIn[index] != number {
            counts[index] += 1
            lastIn[index] = number
          }
        }
      }
    }
    return zip(known.runs, counts).map { ($0, $1) }
  }

  /// The sample as runs with weights, in each block ascending; each block has its own length of `weight`.
  func vector(of sample: Sample) -> [Feature] {
    var features: [Feature] = []
    for block in sample.blocks {
      let found = indices(in: block)
      let first = features.count
      features.reserveCapacity(first + found.count)
      var square: Float = 0
      var position = 0
      while position < found.count {
        let start = position
        while position < found.count, found[position] == found[start] { position += 1 }
        let times = position - start
        let often = times == 1 ? 1 : block.isDamped ? Float(1 + Arithmetic.log(Double(times))) : Float(times)
        let value = often * rarity[Int(found[start])]
        square += value * value
        features.append(Feature(index: Int32(found[start]), value: value))
      }
      guard square > 0 else { continue }
      let factor = block.weight / square.squareRoot()
      for index in first..<features.count {
        features[index] = Feature(index: features[index].index, value: features[index].value * factor)
      }
    }
    return features
  }

  /// The numbers of the known runs of a block, ascending, as often as they occur.
  private func indices(in block: Sample.Block) -> [UInt32] {
    var found: [UInt32] = []
    found.reserveCapacity(block.codes.count * (block.longest - block.shortest + 1))
    Self.forEachRun(of: block) { run in
      if let index = entries[run] { found.append(UInt32(index)) }
    }
    return found.count < 64 ? found.sorted() : Self.sorted(found, below: UInt32(count))
  }

  /// Sorts by counting, eleven bits a round.
  private static func sorted(_ numbers: [UInt32], below bound: UInt32) -> [UInt32] {
    var (from, to) = (numbers, numbers)
    var shift: UInt32 = 0
    while shift < 32, bound >> shift > 0 {
      var places = [Int32](repeating: 0, count: 2049)
      for number in from { places[Int((number >> shift) & 2047) + 1] += 1 }
      for digit in 1..<2049 { places[digit] += places[digit - 1] }
      for number in from {
        let digit = Int((number >> shift) & 2047)
        to[Int(places[digit])] = number
        places[digit] += 1
      }
      swap(&from, &to)
      shift += 11
    }
    return from
  }

  /// Each run of a block once, ascending, with how often it occurs.
  static func runs(of block: Sample.Block) -> [(run: UInt64, times: Int32)] {
    var all: [UInt64] = []
    forEachRun(of: block) { all.append($0) }
    all.sort()
    var runs: [(run: UInt64, times: Int32)] = []
    for run in all {
      if runs.last?.run == run {
        runs[runs.count - 1].times += 1
      } else {
        runs.append((run, 1))
      }
    }
    return runs
  }

  /// Every run of a block as often as it occurs. A run never crosses a mark.
  private static func forEachRun(of block: Sample.Block, _ body: (UInt64) -> Void) {
    let isWord = block.codes.map(FoldedText.isWord)
    block.codes.withUnsafeBufferPointer { codes in
      for start in 0..<codes.count {
        var run = block.space << 63
        var end = start
        while end < codes.count, end < start + block.longest, isWord[end] {
          run = (run & (1 << 63)) | ((run << 21) & (1 << 63 - 1)) | UInt64(codes[end])
          end += 1
          if end - start >= block.shortest { body(run) }
        }
      }
    }
  }
}
