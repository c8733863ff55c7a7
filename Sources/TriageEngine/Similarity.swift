import Values

/// How likely two texts are the same matter, and why. Merging is by a person (codebook §7).
package struct SimilarityFinding: Sendable, Hashable {
  /// 0…1, higher is more surely the same matter.
  package let score: Double
  package let reasons: [Text]
}

package enum Similarity {
  /// Compares two signatures by words, place, category and time, all pairs of characters weighing alike. What is not
  /// known is nil and does not count. `distanceMetres` 0 or more; `daysApart` 0 or more.
  package static func finding(
    _ one: Signature, _ other: Signature, sameLeaf: Bool? = nil, distanceMetres: Double? = nil, daysApart: Int? = nil
  ) -> SimilarityFinding {
    let shared = PairWeights(one.pairs[...]) { _ in 1 }.shared(with: other.pairs[...])
    let words = shared / (Double(max(1, one.pairs.count)) * Double(max(1, other.pairs.count))).squareRoot()
    return Likeness(
      words: words, pairs: min(one.pairs.count, other.pairs.count),
      names: NameLikeness(one.names.map { $0.utf16[...] }, other.names.map { $0.utf16[...] }), sameLeaf: sameLeaf,
      metres: distanceMetres, days: daysApart
    ).finding
  }
}

/// The pairs of a text with their weights, to compare it with many.
struct PairWeights: Sendable {
  let pairs: ArraySlice<UInt32>
  /// Of each pair the square of its weight.
  private let squares: [Double]
  /// The length of all weights together, above 0 where there are pairs.
  let length: Double

  init(_ pairs: ArraySlice<UInt32>, weight: (UInt32) -> Double) {
    self.pairs = pairs
    squares = pairs.map { pair in
      let weight = weight(pair)
      return weight * weight
    }
    length = squares.reduce(0, +).squareRoot()
  }

  /// The squares of the weights of the pairs that both have, summed up. `others` ascend.
  func shared(with others: ArraySlice<UInt32>) -> Double {
    pairs.withUnsafeBufferPointer { pairs in
      others.withUnsafeBufferPointer { others in
        var (left, right) = (0, 0)
        var sum = 0.0
        while left < pairs.count, right < others.count {
          let (one, other) = (pairs[left], others[right])
          if one == other { sum += squares[left] }
          left += one <= other ? 1 : 0
          right += other <= one ? 1 : 0
        }
        return sum
      }
    }
  }

  /// The cosine of the two texts, 0…1.
  func cosine(with other: PairWeights) -> Double {
    let lengths = length * other.length
    return lengths > 0 ? min(1, shared(with: other.pairs) / lengths) : 0
  }
}

/// What speaks for and against two texts being one matter.
struct Likeness {
  /// The cosine of their pairs of characters, 0…1.
  let words: Double
  /// How many pairs the shorter text has.
  let pairs: Int
  let names: NameLikeness
  let sameLeaf: Bool?
  /// 1 when people decided both categories.
  var leafCertainty = 1.0
  let metres: Double?
  let days: Int?

  var score: Double { 1 / (1 + Arithmetic.exp(-points)) }
  var finding: SimilarityFinding { SimilarityFinding(score: score, reasons: reasons) }

  private var points: Double {
    var points = -3.2 + 9 * words + names.points
    // What is said is the same, where or for whom is not.
    if names.contradiction != nil { points -= 2 + 7 * shortness }
    if let sameLeaf { points += leafPoints(same: sameLeaf) }
    // Codebook §7: a point fault is the same within 100 m.
    if let metres { points += metres <= 100 ? 1.6 : metres <= 500 ? 0.2 : -1.5 }
    // Codebook §7: 7 days where the cause is unknown, 30 days for standing faults.
    if let days { points += days <= 7 ? 0.4 : days <= 30 ? 0 : -0.6 }
    return points
  }

  /// A short text has few words to be told by, so that what it is about says much; of long ones the words say more than a
  /// category that nobody has decided.
  private func leafPoints(same: Bool) -> Double {
    let read = shortness * ((same ? 3 * leafCertainty : 0) - 0.5)
    guard leafCertainty >= 1 else { return read }
    return same ? max(0.8, read) : -1.2
  }

  /// 1 for texts of few words, 0 for long ones.
  private var shortness: Double { min(1, max(0, Double(Self.long - pairs) / Double(Self.long - Self.short))) }

  /// Texts with so many pairs at most are short, with so many long.
  private static let (short, long) = (40, 150)

  private var reasons: [Text] {
    var reasons: [Text] = []
    if words >= 0.15 {
      let percent = Int((words * 100).rounded())
      reasons.append(Text(zh: "说法相近（\(percent)%）", en: "worded alike (\(percent)%)"))
    }
    if let reason = names.reason { reasons.append(reason) }
    if sameLeaf == true { reasons.append(Text(zh: "同一类事项", en: "same category")) }
    if let metres, metres <= 100 {
      reasons.append(Text(zh: "相距不到100米", en: "within 100 m"))
    } else if let metres, metres > 500 {
      let whole = Int(min(metres, 1e7))
      reasons.append(Text(zh: "相距\(whole)米", en: "\(whole) m apart"))
    }
    if let days, days <= 7 {
      reasons.append(Text(zh: "相隔\(days)天", en: "\(days) days apart"))
    } else if let days, days > 30 {
      reasons.append(Text(zh: "相隔\(days)天，可能是又一次", en: "\(days) days apart, perhaps once more"))
    }
    return reasons
  }
}

/// What the names of places in two texts say: names shared speak for one matter, names of the same kind that differ (三组,
/// 五组) against it. Names are in UTF-16.
struct NameLikeness {
  private enum Kind { case shared, conflicting, silent }
  private let kind: Kind
  private let name: String
  let points: Double
  /// A group, building or family that only one of them names, where the other names another.
  let contradiction: (one: String, other: String)?

  init<Name: BidirectionalCollection>(_ all: [Name], _ others: [Name]) where Name.Element == UInt16 {
    contradiction = Particulars.contradiction(all, others)
    let (one, other) = (
      all.filter { !Particulars.isParticular($0) }, others.filter { !Particulars.isParticular($0) }
    )
    let shared = one.filter { name in
      other.contains { name.elementsEqual($0) || $0.count > 2 && name.reversed().starts(with: $0.reversed()) }
    }
    if let longest = shared.max(by: { $0.count < $1.count }) {
      (kind, name) = (.shared, String(decoding: longest, as: UTF16.self))
      points = longest.count > 2 ? min(2.4, 1.2 + 0.4 * Double(shared.count)) : 0.8
      return
    }
    if let common = Particulars.common(all, others) {
      (kind, name, points) = (.shared, common, 0.8)
      return
    }
    let conflict = one.first { name in
      name.count == 2 && other.contains { $0.count == 2 && $0.last == name.last }
    }
    if let conflict {
      (kind, name, points) = (.conflicting, String(decoding: conflict, as: UTF16.self), -1.8)
    } else {
      (kind, name, points) = (.silent, "", one.isEmpty || other.isEmpty ? 0 : -0.6)
    }
  }

  var reason: Text? {
    if let (one, other) = contradiction {
      return Text(zh: "一边说\(one)，一边说\(other)", en: "one says \(one), the other \(other)")
    }
    return switch kind {
    case .shared: Text(zh: "同一地点：\(name)", en: "same place: \(name)")
    case .conflicting: Text(zh: "地点不同：\(name)只在一边", en: "different places: \(name) on one side only")
    case .silent: nil
    }
  }
}
