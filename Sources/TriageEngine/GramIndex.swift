/// Which categories use which runs of one to three characters, and how telling each run is.
struct GramIndex: Sendable {
  struct Posting: Sendable { let leaf: Int32, weight: Float }
  private var entries: [UInt64: Int32] = [:]
  private var postings: [[Posting]] = []
  private var rarity: [Float] = []
  private let leafCount: Int

  /// `documents`: for each category its texts. Runs never cross from one text to the next.
  init(documents: [[String]]) {
    leafCount = documents.count
    var counts: [[UInt64: Float]] = []
    var spread: [UInt64: Int] = [:]
    for texts in documents {
      var count: [UInt64: Float] = [:]
      for text in texts {
        Self.eachGram(of: FoldedText.codes(of: text)) { gram, _ in count[gram, default: 0] += 1 }
      }
      for gram in count.keys { spread[gram, default: 0] += 1 }
      counts.append(count)
    }
    // Numbered in a fixed order, so that sums are the same in every run.
    for (number, gram) in spread.keys.sorted().enumerated() {
      entries[gram] = Int32(number)
      let share = Double(documents.count + 1) / Double(spread[gram] ?? 1)
      rarity.append(Float(Arithmetic.log(share)) * Self.weight(of: gram))
    }
    postings = Array(repeating: [], count: entries.count)
    for (leaf, count) in counts.enumerated() { add(count, leaf: leaf) }
  }

  private mutating func add(_ count: [UInt64: Float], leaf: Int) {
    var weights: [(entry: Int, weight: Float)] = count.compactMap { gram, number in
      guard let entry = entries[gram].map(Int.init) else { return nil }
      return (entry, rarity[entry] * Float(1 + Arithmetic.log(Double(number))))
    }
    weights.sort { $0.entry < $1.entry }
    let length = weights.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    guard length > 0 else { return }
    for (entry, weight) in weights { postings[entry].append(Posting(leaf: Int32(leaf), weight: weight / length)) }
  }

  /// The cosine of the text with every category, 0…1. Runs no category knows do not count.
  func cosines(of codes: ArraySlice<UInt32>) -> [Float] {
    var scores = [Float](repeating: 0, count: leafCount)
    var square: Float = 0
    for (entry, count) in known(in: codes) {
      let weight = rarity[entry] * Float(1 + Arithmetic.log(Double(count)))
      square += weight * weight
      for posting in postings[entry] { scores[Int(posting.leaf)] += weight * posting.weight }
    }
    guard square > 0 else { return scores }
    let length = square.squareRoot()
    return scores.map { $0 / length }
  }

  /// The runs of two or three characters that speak most for `leaf`, as ranges of codes, strongest first.
  func strongest(for leaf: Int, in codes: ArraySlice<UInt32>, limit: Int) -> [Range<Int>] {
    var found: [(weight: Float, range: Range<Int>)] = []
    Self.eachGram(of: codes) { gram, range in
      guard range.count > 1, let entry = entries[gram].map(Int.init),
        let posting = postings[entry].first(where: { $0.leaf == leaf })
      else { return }
      found.append((posting.weight * rarity[entry], range))
    }
    found.sort { $0.weight == $1.weight ? $0.range.lowerBound < $1.range.lowerBound : $0.weight > $1.weight }
    var chosen: [Range<Int>] = []
    for item in found where chosen.count < limit && !chosen.contains(where: { $0.overlaps(item.range) }) {
      chosen.append(item.range)
    }
    return chosen
  }

  private func known(in codes: ArraySlice<UInt32>) -> [(Int, Int)] {
    var numbers: [Int32] = []
    Self.eachGram(of: codes) { gram, _ in
      if let entry = entries[gram] { numbers.append(entry) }
    }
    numbers.sort()
    var result: [(Int, Int)] = []
    for number in numbers {
      if let last = result.last, last.0 == Int(number) {
        result[result.count - 1].1 += 1
      } else {
        result.append((Int(number), 1))
      }
    }
    return result
  }

  private static func weight(of gram: UInt64) -> Float {
    if gram >> 42 != 0 { return 1.0 }
    return gram >> 21 != 0 ? 1.0 : 0.5
  }

  private static func eachGram(of codes: [UInt32], _ body: (UInt64, Range<Int>) -> Void) {
    eachGram(of: codes[...], body)
  }

  private static func eachGram(of codes: ArraySlice<UInt32>, _ body: (UInt64, Range<Int>) -> Void) {
    for start in codes.indices {
      var gram: UInt64 = 0
      for end in start..<min(start + 3, codes.endIndex) {
        guard FoldedText.isWord(codes[end]) else { break }
        gram = gram << 21 | UInt64(codes[end])
        body(gram, start..<end + 1)
      }
    }
  }
}
