/// A confirmed decision: the text's runs, what the shipped engine says of each leaf, and what was decided.
package struct Lesson: Sendable {
  /// Of longer texts the first so many characters are learnt from.
  static let longest = 600

  /// The number of the decided leaf, by `TriageEngine.leafCodes`.
  let leaf: Int
  let features: [Corrections.Feature]
  let points: [Float]
}

/// Learns corrections from lessons: where the decided leaf does not stand clearly before all others, its runs gain and
/// those of the best other lose (multi-class passive-aggressive learning, Crammer and others, 2006). The same lessons in
/// the same order give the same corrections. Call `round` as often as `rounds` says, and then `corrections`.
package struct Learning: Sendable {
  private let lessons: [Lesson]
  private let codes: [String]
  /// Of the runs in two lessons or more: their numbers. What one person alone said is not kept.
  private let numbers: [UInt64: Int]
  private let indices: [[Int32]]
  private let values: [[Float]]
  /// By run, then by leaf.
  private var weights: [Float]
  private var done = 0

  package static let rounds = 6
  /// How clearly, in points, the decided leaf shall stand before the others.
  private static let margin: Float = 8
  /// The most points that one lesson moves in the first round; less in each that follows.
  private static let boldness: Float = 30
  /// The most runs it looks at, the most frequent: some 100 MB while it learns.
  private static let mostRuns = 200_000
  /// A run that moves less than this many hundredths of a point is not kept.
  private static let faint = 5

  /// `codes`: of the leaves, by their numbers.
  package init(_ lessons: [Lesson], codes: [String]) {
    var spread: [UInt64: Int] = [:]
    for lesson in lessons { for feature in lesson.features { spread[feature.run, default: 0] += 1 } }
    let often = spread.filter { $0.value > 1 }.sorted {
      $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
    }
    let kept = often.prefix(Self.mostRuns).map(\.key).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    (self.lessons, self.codes, self.numbers) = (lessons, codes, numbers)
    let known = lessons.map { lesson in lesson.features.filter { numbers[$0.run] != nil } }
    indices = known.map { $0.map { Int32(numbers[$0.run] ?? 0) } }
    values = known.map { $0.map(\.value) }
    weights = Array(repeating: 0, count: kept.count * codes.count)
  }

  /// Goes through all lessons once.
  package mutating func round() {
    let most = Self.boldness / Float(1 + done)
    done += 1
    for position in lessons.indices {
      let (lesson, sums) = (lessons[position], sums(of: position))
      guard let best = sums.indices.filter({ $0 != lesson.leaf }).max(by: { sums[$0] < sums[$1] }) else { continue }
      let lacking = Self.margin - (sums[lesson.leaf] - sums[best])
      let square = values[position].reduce(0) { $0 + $1 * $1 }
      guard lacking > 0, square > 0 else { continue }
      let step = min(most, lacking / (2 * square))
      move(lesson.leaf, position, by: step)
      move(best, position, by: -step)
    }
  }

  private func sums(of position: Int) -> [Float] {
    var sums = lessons[position].points
    let count = codes.count
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for (index, value) in zip(indices[position], values[position]) {
          let start = Int(index) * count
          for leaf in 0..<count { sums[leaf] += weights[start + leaf] * value }
        }
      }
    }
    return sums
  }

  private mutating func move(_ leaf: Int, _ position: Int, by step: Float) {
    for (index, value) in zip(indices[position], values[position]) {
      weights[Int(index) * codes.count + leaf] += step * value
    }
  }

  package var corrections: Corrections {
    var changes: [Corrections.Change] = []
    for (run, number) in numbers {
      for leaf in codes.indices {
        let hundredths = Int((weights[number * codes.count + leaf] * 100).rounded())
        if abs(hundredths) >= Self.faint {
          changes.append(Corrections.Change(run: run, leaf: leaf, hundredths: hundredths))
        }
      }
    }
    return Corrections(leaves: codes, changes: changes)
  }
}

extension Corrections {
  /// How many of the lessons these corrections get right; nil corrections: how many the shipped engine does.
  package static func right(_ lessons: [Lesson], with corrections: Corrections?, codes: [String]) -> Int {
    let laidOut = corrections.map { LeafCorrections($0, codes: codes) }
    return lessons.count { lesson in
      var sums = lesson.points.map(Double.init)
      laidOut?.add(to: &sums, for: lesson.features)
      return sums.indices.max { sums[$0] < sums[$1] } == lesson.leaf
    }
  }
}
