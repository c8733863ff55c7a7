/// What was told beside what is right.
struct Answers {
  private var all: [(gold: String, told: String, certainty: Double)] = []

  mutating func add(gold: String, told: String, certainty: Double) { all.append((gold, told, certainty)) }

  var accuracy: Double { Double(all.count { $0.gold == $0.told }) / Double(max(1, all.count)) }

  /// The mean over the labels that occur of the harmonic mean of precision and recall.
  var macroF1: Double {
    let labels = Set(all.map(\.gold))
    let scores = labels.map { label in
      let right = Double(all.count { $0.gold == label && $0.told == label })
      return 2 * right / Double(max(1, all.count { $0.gold == label } + all.count { $0.told == label }))
    }
    return scores.reduce(0, +) / Double(max(1, labels.count))
  }

  /// Ten bins of certainty: the distance between what was promised and what was right, weighed by the bin.
  var calibrationError: Double {
    bins.reduce(0) { sum, bin in sum + abs(bin.certain - bin.right) * Double(bin.count) / Double(max(1, all.count)) }
  }

  /// The accuracy with its 95 % interval: 1,000 draws with replacement, always the same ones.
  func printInterval(_ name: String) {
    var random: UInt64 = 1
    var draws: [Double] = []
    for _ in 0..<1000 where !all.isEmpty {
      var right = 0
      for _ in all.indices {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let one = all[Int((random >> 33) % UInt64(all.count))]
        right += one.gold == one.told ? 1 : 0
      }
      draws.append(Double(right) / Double(all.count))
    }
    draws.sort()
    guard draws.count == 1000 else { return }
    print("\(name)\t\(fixed(accuracy, 3))\t(\(fixed(draws[25], 3)) to \(fixed(draws[974], 3)), \(all.count) rows)")
  }

  func printConfusion() {
    let labels = Set(all.map(\.gold) + all.map(\.told)).sorted()
    print((["right \\ told"] + labels).joined(separator: "\t"))
    for gold in labels {
      let counts = labels.map { told in String(all.count { $0.gold == gold && $0.told == told }) }
      print(([gold] + counts).joined(separator: "\t"))
    }
  }

  func printCalibration() {
    print("certainty\trows\tpromised\tright")
    for bin in bins { print("\(bin.name)\t\(bin.count)\t\(fixed(bin.certain, 2))\t\(fixed(bin.right, 2))") }
  }

  private var bins: [(name: String, count: Int, certain: Double, right: Double)] {
    (0..<10).compactMap { number in
      let some = all.filter { min(9, Int($0.certainty * 10)) == number }
      guard !some.isEmpty else { return nil }
      let certain = some.reduce(0) { $0 + $1.certainty } / Double(some.count)
      let right = Double(some.count { $0.gold == $0.told }) / Double(some.count)
      return ("\(number * 10)–\(number * 10 + 10) %", some.count, certain, right)
    }
  }
}

/// Of an order from surest to least sure: the mean of the precision at each that is right.
func averagePrecision(_ order: [Bool]) -> Double {
  var (right, sum) = (0, 0.0)
  for (index, isRight) in order.enumerated() where isRight {
    right += 1
    sum += Double(right) / Double(index + 1)
  }
  return sum / Double(max(1, right))
}

/// Over all pairs: whether they stand together, against whether they should.
func pairwiseF1(_ gold: [String], _ told: [Int]) -> Double {
  var (right, wrong, missed) = (0, 0, 0)
  for one in gold.indices {
    for other in 0..<one {
      switch (told[one] == told[other], gold[one] == gold[other]) {
      case (true, true): right += 1
      case (true, false): wrong += 1
      case (false, true): missed += 1
      case (false, false): break
      }
    }
  }
  return Double(2 * right) / Double(max(1, 2 * right + wrong + missed))
}

/// For each one how much of its group is right, and how much of what should be with it is there.
func bCubedF1(_ gold: [String], _ told: [Int]) -> Double {
  var (precision, recall) = (0.0, 0.0)
  for one in gold.indices {
    let together = gold.indices.filter { told[$0] == told[one] }
    let both = Double(together.count { gold[$0] == gold[one] })
    precision += both / Double(together.count)
    recall += both / Double(gold.count { $0 == gold[one] })
  }
  let sum = precision + recall
  return sum > 0 ? 2 * precision * recall / (sum * Double(max(1, gold.count))) : 0
}
