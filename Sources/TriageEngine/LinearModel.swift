/// What a model learns from and what it labels: a text in blocks, each with its own runs of characters.
package struct Sample: Sendable {
  /// A part of a text: title, body. Runs of `shortest`…`longest` characters are its features.
  struct Block: Sendable {
    let codes: [UInt32]
    /// Which block of a text it is, 0 or 1: the same run in the title and in the body are two features.
    let space: UInt64
    let shortest: Int
    let longest: Int
    /// How much the block counts beside the others, above 0.
    let weight: Float
    /// Whether many of one run count little more than one.
    let isDamped: Bool
  }
  let blocks: [Block]

  /// A resident's sentence, for categories.
  package init(sentence: String) { self.init(sentence: FoldedText.codes(of: sentence)[...]) }

  /// Folded codes; what tells who somebody is does not enter. `names`: folded names that are known.
  init(sentence: ArraySlice<UInt32>, names: [[UInt32]] = []) {
    let codes = PersonalData.masked(sentence, names: names)
    blocks = [Block(codes: codes, space: 0, shortest: 1, longest: 3, weight: 1, isDamped: true)]
  }

  /// A message with a title, for labels learnt from labelled messages.
  package init(title: String, body: String) {
    let whole = PersonalData.masked(FoldedText.codes(of: title + body))
    let head = title.isEmpty ? Array(whole.prefix(25)) : PersonalData.masked(FoldedText.codes(of: title))
    blocks = [
      Block(codes: whole, space: 0, shortest: 1, longest: 2, weight: 1, isDamped: false),
      Block(codes: head, space: 1, shortest: 1, longest: 3, weight: 0.6, isDamped: true),
    ]
  }
}

/// Tells a text's label from its runs of characters: one weight for each run and label, learnt by `Training`. The same
/// samples give the same model.
package struct LinearModel: Sendable {
  package let labels: [String]
  let vocabulary: Vocabulary
  /// Of run `i` the weights at `starts[i]..<starts[i + 1]`.
  let starts: [Int32]
  let owners: [UInt16]
  /// In whole units: half the memory of the weights as learnt, and they differ by half a unit at most.
  let weights: [Int16]
  let unit: Float
  let bias: [Float]

  /// For each label how strongly the text speaks for it: above 0 it rather has the label, 1 is sure.
  package func margins(of sample: Sample) -> [Float] {
    var margins = bias
    margins.withUnsafeMutableBufferPointer { margins in
      owners.withUnsafeBufferPointer { owners in
        weights.withUnsafeBufferPointer { weights in
          for feature in vocabulary.vector(of: sample) {
            let (run, value) = (Int(feature.index), feature.value * unit)
            for position in Int(starts[run])..<Int(starts[run + 1]) {
              margins[Int(owners[position])] += value * Float(weights[position])
            }
          }
        }
      }
    }
    return margins
  }

  /// The likeliest label and how sure it is: the share of a softmax over the margins, 0…1. "" without labels.
  package func label(of sample: Sample) -> (label: String, confidence: Double) {
    let margins = margins(of: sample)
    guard let best = margins.indices.max(by: { margins[$0] < margins[$1] }) else { return ("", 0) }
    let sum = margins.reduce(0.0) { $0 + Arithmetic.exp(Double($1 - margins[best]) * Self.sharpness) }
    return (labels[best], 1 / sum)
  }

  private static let sharpness = 2.5

  /// The runs of two or three characters of a sentence that speak most for a label, as ranges of codes, strongest first.
  func strongest(for label: Int, in codes: ArraySlice<UInt32>, limit: Int) -> [Range<Int>] {
    var found: [(weight: Float, range: Range<Int>)] = []
    for start in codes.indices {
      for end in (start + 2)..<max(start + 2, min(start + 4, codes.endIndex + 1)) {
        let range = start..<end
        guard let weight = weight(of: codes[range], label: label), weight > 0 else { continue }
        found.append((weight, range))
      }
    }
    found.sort { $0.weight == $1.weight ? $0.range.lowerBound < $1.range.lowerBound : $0.weight > $1.weight }
    var chosen: [Range<Int>] = []
    for one in found where chosen.count < limit && !chosen.contains(where: { $0.overlaps(one.range) }) {
      chosen.append(one.range)
    }
    return chosen
  }

  private func weight(of run: ArraySlice<UInt32>, label: Int) -> Float? {
    guard run.allSatisfy(FoldedText.isWord),
      let index = vocabulary.entries[run.reduce(0) { $0 << 21 | UInt64($1) }]
    else {
      return nil
    }
    let position = (Int(starts[Int(index)])..<Int(starts[Int(index) + 1])).first { owners[$0] == label }
    return position.map { Float(weights[$0]) * unit * vocabulary.rarity[Int(index)] }
  }
}
