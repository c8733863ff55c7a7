/// Finds every occurrence of many words in one pass over a text.
struct WordFinder: Sendable {
  private var steps: [UInt64: Int32] = [:]
  private var ends: [Int32] = [-1]
  private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]

  /// A word that was found: its number and its range of codes.
  struct Hit: Sendable { let word: Int, range: Range<Int> }

  /// The number of `word`, which is added where it is new. Nil for a word that folds to nothing.
  mutating func add(_ word: String) -> Int? {
    if let number = numbers[word] { return number }
    let codes = FoldedText.codes(of: word)
    guard !codes.isEmpty else { return nil }
    var node: Int32 = 0
    for code in codes {
      let key = UInt64(node) << 32 | UInt64(code)
      if let next = steps[key] {
        node = next
      } else {
        node = Int32(ends.count)
        steps[key] = node
        ends.append(-1)
      }
    }
    if ends[Int(node)] >= 0 {
      numbers[word] = Int(ends[Int(node)])
    } else {
      ends[Int(node)] = Int32(words.count)
      numbers[word] = words.count
      words.append(word)
    }
    return numbers[word]
  }

  /// All occurrences, ordered by where they begin; overlapping ones too.
  func hits(in codes: [UInt32]) -> Hits {
    var hits = Hits(wordCount: words.count)
    for start in codes.indices {
      var node: Int32 = 0
      var index = start
      while index < codes.count, let next = steps[UInt64(node) << 32 | UInt64(codes[index])] {
        node = next
        index += 1
        if ends[Int(node)] >= 0 { hits.add(Hit(word: Int(ends[Int(node)]), range: start..<index)) }
      }
    }
    return hits
  }
}

/// The words found in one text, to be asked by word.
struct Hits: Sendable {
  private(set) var all: [WordFinder.Hit] = []
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32] = []

  init(wordCount: Int) {
    first = [Int32](repeating: -1, count: wordCount)
    last = first
  }

  fileprivate mutating func add(_ hit: WordFinder.Hit) {
    let number = Int32(all.count)
    all.append(hit)
    next.append(-1)
    if last[hit.word] >= 0 { next[Int(last[hit.word])] = number } else { first[hit.word] = number }
    last[hit.word] = number
  }

  func has(_ word: Int) -> Bool { first[word] >= 0 }

  /// Where `word` stands, in the order of the text.
  func ranges(of word: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = first[word]
    while index >= 0 {
      ranges.append(all[Int(index)].range)
      index = next[Int(index)]
    }
    return ranges
  }

  /// True when `range` lies inside a longer hit.
  func isInsideLonger(_ range: Range<Int>) -> Bool {
    all.contains {
      $0.range.count > range.count && $0.range.lowerBound <= range.lowerBound
        && $0.range.upperBound >= range.upperBound
    }
  }
}
