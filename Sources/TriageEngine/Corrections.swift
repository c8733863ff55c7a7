/// What the confirmed decisions of a town teach on top of what the product ships: points that a run of characters adds
/// to a leaf or takes from it. Made by `Learning`; a text, so that it can be kept in a database and read by people.
package struct Corrections: Sendable, Hashable {
  /// A run of one to three characters of a text with its weight; the weights of a text have length 1 together.
  package struct Feature: Sendable, Hashable {
    let run: UInt64
    let value: Float
  }

  /// What one run says for one leaf.
  struct Change: Sendable, Hashable {
    let run: UInt64
    /// A place in `leaves`.
    let leaf: Int
    /// Hundredths of a point, not 0.
    let hundredths: Int
  }

  let leaves: [String]
  /// By run, then by leaf, ascending.
  let changes: [Change]

  /// The most changes that are kept, the strongest: some 600 KB of text.
  static let most = 60_000

  init(leaves: [String], changes: [Change]) {
    self.leaves = leaves
    let strongest = changes.sorted {
      abs($0.hundredths) == abs($1.hundredths)
        ? ($0.run, $0.leaf) < ($1.run, $1.leaf) : abs($0.hundredths) > abs($1.hundredths)
    }.prefix(Self.most)
    self.changes = strongest.sorted { ($0.run, $0.leaf) < ($1.run, $1.leaf) }
  }

  /// How many runs of characters have a say.
  package var count: Int { changes.count }

  /// Rare runs count more than frequent ones; one that the shipped sentences do not know counts as very rare.
  static func features(of sample: Sample, rarity vocabulary: Vocabulary?) -> [Feature] {
    var features: [Feature] = []
    var square: Float = 0
    for (run, times) in sample.blocks.flatMap({ Vocabulary.runs(of: $0) }) {
      let rarity = vocabulary.map { known in known.entries[run].map { known.rarity[Int($0)] } ?? unknown } ?? 1
      let value = Float(1 + Arithmetic.log(Double(times))) * rarity
      square += value * value
      features.append(Feature(run: run, value: value))
    }
    guard square > 0 else { return [] }
    let length = square.squareRoot()
    return features.map { Feature(run: $0.run, value: $0.value / length) }
  }

  private static let unknown: Float = 9
}

/// As text: the codes of the leaves in the first line, then a line for each run: "路灯 3:120 17:-45", a leaf's place and
/// hundredths of a point.
extension Corrections {
  package var text: String {
    var lines = [leaves.joined(separator: " ")]
    var last: UInt64?
    for change in changes {
      if change.run != last { lines.append(Self.word(of: change.run)) }
      lines[lines.count - 1] += " \(change.leaf):\(change.hundredths)"
      last = change.run
    }
    return lines.joined(separator: "\n")
  }

  /// Nil for what `text` never gives.
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first else { return nil }
    let leaves = first.split(separator: " ").map(String.init)
    var changes: [Change] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: " ")
      guard let word = fields.first, (1...3).contains(word.unicodeScalars.count) else { return nil }
      let run = word.unicodeScalars.reduce(0) { $0 << 21 | UInt64($1.value) }
      for field in fields.dropFirst() {
        let pair = field.split(separator: ":").compactMap { Int($0) }
        guard pair.count == 2, leaves.indices.contains(pair[0]), pair[1] != 0 else { return nil }
        changes.append(Change(run: run, leaf: pair[0], hundredths: pair[1]))
      }
    }
    self.init(leaves: leaves, changes: changes)
  }

  /// The characters of a run.
  static func word(of run: UInt64) -> String {
    var scalars = String.UnicodeScalarView()
    for shift in [42, 21, 0] as [UInt64] {
      let code = UInt32(run >> shift & 0x1F_FFFF)
      if code != 0, let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}

/// Corrections laid out for the leaves of one catalogue.
struct LeafCorrections: Sendable {
  private var ranges: [UInt64: Range<Int>] = [:]
  private var leaves: [Int] = []
  private var points: [Double] = []

  /// `codes`: of the leaves; what concerns another is left out.
  init(_ corrections: Corrections, codes: [String]) {
    let numbers = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for change in corrections.changes {
      guard let leaf = numbers[corrections.leaves[change.leaf]] else { continue }
      let start = ranges[change.run]?.lowerBound ?? leaves.count
      leaves.append(leaf)
      points.append(Double(change.hundredths) / 100)
      ranges[change.run] = start..<leaves.count
    }
  }

  func add(to sums: inout [Double], for features: [Corrections.Feature]) {
    for feature in features {
      for place in ranges[feature.run] ?? 0..<0 { sums[leaves[place]] += points[place] * Double(feature.value) }
    }
  }
}
