import Values

/// How long an answer took, in working days (0 or more), and whether it came in time.
package struct AnswerTime: Sendable, Hashable {
  package let days: Int
  package let isInTime: Bool

  package init(days: Int, isInTime: Bool) { (self.days, self.isInTime) = (days, isInTime) }
}

/// What the public sees of an office's answers.
package struct AnswerFigures: Sendable, Hashable {
  package let cases: Int
  /// Twice the median, so that it is whole: 7 is three and a half working days.
  package let doubleMedian: Int
  package let inTime: Int

  /// Of times counted: how many answers took each. Nil with fewer cases than `fewest`: single people could be told from
  /// them.
  package init?(_ counted: [AnswerTime: Int], fewest: Int) {
    let known = counted.filter { $0.value > 0 }.sorted { $0.key.days < $1.key.days }
    let all = known.reduce(0) { $0 + $1.value }
    guard all >= max(1, fewest) else { return nil }
    func days(at place: Int) -> Int {
      var passed = 0
      for (time, count) in known {
        passed += count
        if passed > place { return time.days }
      }
      return 0
    }
    cases = all
    doubleMedian = days(at: (all - 1) / 2) + days(at: all / 2)
    inTime = known.reduce(0) { $0 + ($1.key.isInTime ? $1.value : 0) }
  }

  /// Of single answers.
  package init?(_ times: [AnswerTime], fewest: Int) {
    self.init(Dictionary(times.map { ($0, 1) }, uniquingKeysWith: +), fewest: fewest)
  }

  /// Per cent in time, rounded; 100 and 0 only when it is all and none.
  package var percentInTime: Int {
    if inTime == 0 || inTime == cases { return inTime == 0 ? 0 : 100 }
    return min(99, max(1, (inTime * 200 + cases) / (cases * 2)))
  }

  /// "3.5"
  package var median: String { doubleMedian.isMultiple(of: 2) ? "\(doubleMedian / 2)" : "\(doubleMedian / 2).5" }

  package var words: Text {
    Text(
      zh: "\(cases) 件，一半在 \(median) 个工作日内答复，按时 \(percentInTime)%",
      en: "\(cases) cases, half answered within \(median) working days, \(percentInTime)% in time")
  }

  /// What stands there instead while there are fewer.
  package static func tooFew(_ fewest: Int) -> Text {
    Text(zh: "不到 \(fewest) 件，暂不公布", en: "Fewer than \(fewest) cases, not shown")
  }
}
