extension LinearModel {
  /// Learns from labelled samples: for each label a line between its samples and all others (a linear support vector
  /// machine with squared loss, by dual coordinate descent: Hsieh and others, 2008). `least`: runs in fewer samples are
  /// left out. Weights smaller than `faint` are dropped.
  /// `trust`: how much each sample counts, all 1 by default.
  package init(
    _ samples: [(label: String, sample: Sample)], trust: [Float]? = nil, least: Int = 1, cost: Float = 1,
    faint: Float = 0.005
  ) {
    let costs = (trust ?? Array(repeating: 1, count: samples.count)).map { $0 * cost }
    labels = Set(samples.map(\.label)).sorted()
    let vocabulary = Vocabulary(samples.map(\.sample), least: least)
    let rows = Rows(samples.map { vocabulary.vector(of: $0.sample) })
    // Each label's weights first, then laid out by run: a run's owners stand in the order of the labels.
    var byLabel: [[(run: Int32, weight: Float)]] = []
    var starts = [Int32](repeating: 0, count: vocabulary.count + 1)
    var bias: [Float] = []
    for label in labels {
      let line = rows.line(samples.map { $0.label == label }, width: vocabulary.count, costs: costs)
      bias.append(line[vocabulary.count])
      let kept = (0..<vocabulary.count).filter { abs(line[$0]) > faint }
      for run in kept { starts[run + 1] += 1 }
      byLabel.append(kept.map { (Int32($0), line[$0]) })
    }
    for index in 0..<vocabulary.count { starts[index + 1] += starts[index] }
    var places = starts
    var owners = [UInt16](repeating: 0, count: Int(starts[vocabulary.count]))
    var weights = [Int16](repeating: 0, count: owners.count)
    let largest = byLabel.joined().reduce(0) { max($0, abs($1.weight)) }
    unit = max(largest, faint) / Float(Int16.max)
    for (owner, some) in byLabel.enumerated() {
      for one in some {
        let place = Int(places[Int(one.run)])
        owners[place] = UInt16(owner)
        weights[place] = Int16((one.weight / unit).rounded())
        places[Int(one.run)] += 1
      }
    }
    (self.vocabulary, self.starts, self.bias) = (vocabulary, starts, bias)
    (self.owners, self.weights) = (owners, weights)
  }
}

/// Samples as rows of numbers, one behind the other.
private struct Rows {
  private var starts: [Int] = [0]
  private var indices: [Int32] = []
  private var values: [Float] = []
  private var squares: [Float] = []

  init(_ vectors: [[Vocabulary.Feature]]) {
    for vector in vectors {
      for feature in vector {
        indices.append(feature.index)
        values.append(feature.value)
      }
      starts.append(indices.count)
      squares.append(vector.reduce(1) { $0 + $1.value * $1.value })
    }
  }

  private static let mostRounds = 20
  private static let enough: Float = 0.1

  /// The weights of the runs, and last that of the constant, between the samples that have the label and the others.
  func line(_ has: [Bool], width: Int, costs: [Float]) -> [Float] {
    var line = [Float](repeating: 0, count: width + 1)
    var pull = [Float](repeating: 0, count: has.count)
    var order = Array(has.indices)
    var random: UInt64 = 20_260_101
    line.withUnsafeMutableBufferPointer { line in
      indices.withUnsafeBufferPointer { indices in
        values.withUnsafeBufferPointer { values in
          for _ in 0..<Self.mostRounds {
            var largest: Float = 0
            for last in stride(from: order.count - 1, to: 0, by: -1) {
              random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
              order.swapAt(last, Int((random >> 33) % UInt64(last + 1)))
            }
            for row in order {
              let diagonal = 0.5 / costs[row]
              let sign: Float = has[row] ? 1 : -1
              var product = line[width]
              for position in starts[row]..<starts[row + 1] {
                product += line[Int(indices[position])] * values[position]
              }
              let slope = sign * product - 1 + diagonal * pull[row]
              let step = pull[row] == 0 ? min(slope, 0) : slope
              largest = max(largest, abs(step))
              guard abs(step) > 1e-6 else { continue }
              let before = pull[row]
              pull[row] = max(0, before - slope / (squares[row] + diagonal))
              let change = (pull[row] - before) * sign
              for position in starts[row]..<starts[row + 1] {
                line[Int(indices[position])] += change * values[position]
              }
              line[width] += change
            }
            if largest < Self.enough { break }
          }
        }
      }
    }
    return line
  }
}

extension LinearModel {
  /// Learns from labelled messages, and from those among others without a label that it is surest about: three tenths
  /// of them, each counting a tenth.
  package init(_ samples: [(label: String, sample: Sample)], background: [Sample], cost: Float = 2) {
    let first = LinearModel(samples, cost: cost)
    guard !background.isEmpty else {
      self = first
      return
    }
    let guessed = background.map { (guess: first.label(of: $0), sample: $0) }.enumerated()
      .sorted {
        $0.element.guess.confidence == $1.element.guess.confidence
          ? $0.offset < $1.offset : $0.element.guess.confidence > $1.element.guess.confidence
      }
      .prefix(background.count * 3 / 10).map { (label: $0.element.guess.label, sample: $0.element.sample) }
    self.init(
      samples + guessed,
      trust: Array(repeating: 1, count: samples.count) + Array(repeating: 0.1, count: guessed.count), cost: cost)
  }
}
