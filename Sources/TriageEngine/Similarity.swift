import Values

/// How likely two texts are the same matter, and why. Merging is by a person (codebook §7).
package struct SimilarityFinding: Sendable, Hashable {
  /// 0…1, higher is more surely the same matter.
  package let score: Double
  package let reasons: [Text]
}

package enum Similarity {
  /// Compares two signatures by words, place, category and time. What is not known is nil and does not count.
  /// `distanceMetres` 0 or more; `daysApart` 0 or more; `rarities` weigh the pairs of each, in their order; all alike
  /// without them.
  package static func finding(
    _ one: Signature, _ other: Signature, sameLeaf: Bool? = nil, distanceMetres: Double? = nil, daysApart: Int? = nil,
    rarities: (one: [Double], other: [Double])? = nil
  ) -> SimilarityFinding {
    let weights =
      rarities
      ?? (Array(repeating: 1, count: one.pairs.count), Array(repeating: 1, count: other.pairs.count))
    let words = likeness((one.pairs, weights.one), (other.pairs, weights.other))
    var points = -3.2 + 9 * words
    var reasons: [Text] = []
    if words >= 0.15 {
      let percent = Int((words * 100).rounded())
      reasons.append(Text(zh: "说法相近（\(percent)%）", en: "worded alike (\(percent)%)"))
    }
    add(places(one.places, other.places), to: &points, &reasons)
    if let sameLeaf {
      points += sameLeaf ? 0.8 : -1.2
      if sameLeaf { reasons.append(Text(zh: "同一类事项", en: "same category")) }
    }
    if let distanceMetres { add(distance(distanceMetres), to: &points, &reasons) }
    if let daysApart { add(time(daysApart), to: &points, &reasons) }
    return SimilarityFinding(score: 1 / (1 + Arithmetic.exp(-points)), reasons: reasons)
  }

  /// The cosine of the two sets of pairs, each with its weight, 0…1.
  static func likeness(_ one: (pairs: [UInt64], weights: [Double]), _ other: (pairs: [UInt64], weights: [Double]))
    -> Double
  {
    var (left, right) = (0, 0)
    var shared = 0.0
    while left < one.pairs.count, right < other.pairs.count {
      if one.pairs[left] == other.pairs[right] {
        shared += one.weights[left] * other.weights[right]
        left += 1
        right += 1
      } else if one.pairs[left] < other.pairs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    guard shared > 0 else { return 0 }
    let lengths = [one, other].map { $0.weights.reduce(0) { $0 + $1 * $1 } }
    return shared / (lengths[0] * lengths[1]).squareRoot()
  }

  private typealias Part = (points: Double, reason: Text?)

  private static func add(_ part: Part, to points: inout Double, _ reasons: inout [Text]) {
    points += part.points
    if let reason = part.reason { reasons.append(reason) }
  }

  /// Names shared speak for it; names of the same kind that differ (三组, 五组) speak against it.
  private static func places(_ one: [String], _ other: [String]) -> Part {
    let shared = one.filter { name in other.contains { $0 == name || $0.count > 2 && name.hasSuffix($0) } }
    if let longest = shared.max(by: { $0.count < $1.count }) {
      let points = longest.count > 2 ? min(2.4, 1.2 + 0.4 * Double(shared.count)) : 0.8
      return (points, Text(zh: "同一地点：\(longest)", en: "same place: \(longest)"))
    }
    let conflict = one.first { name in
      name.count == 2 && other.contains { $0.count == 2 && $0.last == name.last }
    }
    if let conflict {
      return (-1.8, Text(zh: "地点不同：\(conflict)只在一边", en: "different places: \(conflict) on one side only"))
    }
    return (one.isEmpty || other.isEmpty ? 0 : -0.6, nil)
  }

  /// Codebook §7: a point fault is the same within 100 m.
  private static func distance(_ metres: Double) -> Part {
    if metres <= 100 { return (1.6, Text(zh: "相距不到100米", en: "within 100 m")) }
    if metres <= 500 { return (0.2, nil) }
    return (-1.5, Text(zh: "相距\(Int(min(metres, 1e7)))米", en: "\(Int(min(metres, 1e7))) m apart"))
  }

  /// Codebook §7: 7 days where the cause is unknown, 30 days for standing faults.
  private static func time(_ days: Int) -> Part {
    if days <= 7 { return (0.4, Text(zh: "相隔\(days)天", en: "\(days) days apart")) }
    if days <= 30 { return (0, nil) }
    return (-0.6, Text(zh: "相隔\(days)天，可能是又一次", en: "\(days) days apart, perhaps once more"))
  }
}
