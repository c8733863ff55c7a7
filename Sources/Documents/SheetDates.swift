import Values

/// A day as somebody wrote it in a table, with the minute of the day (0 to 1439) when a time stands there.
package struct DayReading: Sendable, Hashable {
  package let day: Day
  package let minute: Int?

  package init(day: Day, minute: Int? = nil) { (self.day, self.minute) = (day, minute) }
}

/// Reads days as people write them in tables.
package enum SheetDates {
  /// 2026.3.5, 2026-03-05, 2026/3/5, 2026年3月5日, 20260305, Excel's numbers (46086, 46086.5), each with a time or
  /// weekday after it; 3月5日 means the latest such day not after `context`.
  /// - Parameter context: the day on which the table was made or is read.
  /// - Returns: nil for anything else, and for years outside 1990 to the year after `context`.
  package static func read(_ text: String, context: Day) -> DayReading? {
    let plain = folded(text)
    guard let reading = number(plain) ?? written(plain, context: context) else { return nil }
    return (1990...(context.year + 1)).contains(reading.day.year) ? reading : nil
  }

  /// Full-width digits and signs as their ASCII ones, without space around.
  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x09, 0x0A, 0x0D: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let trimmed = String(scalars).drop { $0 == " " }
    return String(trimmed.reversed().drop { $0 == " " }.reversed())
  }

  /// Digits alone: 20260305, 202603050905, 20260305090501, or days since 1900, with a fraction for the time.
  private static func number(_ text: String) -> DayReading? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    if parts[0].utf8.count == 5, let value = Double(text) {
      guard let (day, second) = SerialDay.split(value) else { return nil }
      return DayReading(day: day, minute: parts.count == 2 ? second / 60 : nil)
    }
    guard parts.count == 1, [8, 12, 14].contains(text.utf8.count) else { return nil }
    let digits = text.compactMap(\.wholeNumberValue)
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let day = Day(year: value(0..<4), month: value(4..<6), day: value(6..<8)) else { return nil }
    if digits.count == 8 { return DayReading(day: day) }
    let (hour, minute) = (value(8..<10), value(10..<12))
    guard hour < 24, minute < 60, digits.count == 12 || value(12..<14) < 60 else { return nil }
    return DayReading(day: day, minute: hour * 60 + minute)
  }

  private static func written(_ text: String, context: Day) -> DayReading? {
    var rest = Scanner(text)
    guard let (first, digits) = rest.number(), let separator = rest.next(of: ".-/年月") else { return nil }
    let day: Day?
    if separator == "月" {
      guard digits <= 2, let (dayOfMonth, width) = rest.number(), width <= 2 else { return nil }
      day = latest(month: first, day: dayOfMonth, notAfter: context)
    } else {
      guard digits == 4, let (month, width) = rest.number(), width <= 2,
        rest.next(of: separator == "年" ? "月" : String(separator)) != nil,
        let (dayOfMonth, dayWidth) = rest.number(), dayWidth <= 2
      else { return nil }
      day = Day(year: first, month: month, day: dayOfMonth)
    }
    _ = rest.next(of: "日号")
    guard let day else { return nil }
    rest.skipWeekday()
    if rest.isAtEnd { return DayReading(day: day) }
    return rest.time().map { DayReading(day: day, minute: $0) }
  }

  /// The 29th of February may be up to eight years back.
  private static func latest(month: Int, day: Int, notAfter context: Day) -> Day? {
    (0...8).lazy.compactMap { Day(year: context.year - $0, month: month, day: day) }.first { $0 <= context }
  }

  fileprivate static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// What is left of the text, with spaces passed over.
  private struct Scanner {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

    /// A whole number of at most 9 digits, and how many digits it has.
    mutating func number() -> (value: Int, digits: Int)? {
      skipSpaces()
      let digits = rest.prefix(while: isDigit)
      guard digits.count <= 9, let value = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      return (value, digits.count)
    }

    mutating func next(of characters: String) -> Character? {
      skipSpaces()
      guard let first = rest.first, characters.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }

    mutating func next(word: String) -> Bool {
      skipSpaces()
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }

    /// "星期四", "周四", "(周四)".
    mutating func skipWeekday() {
      let start = rest
      _ = next(of: "(")
      if next(word: "星期") || next(word: "周"), next(of: "一二三四五六日天") != nil {
        _ = next(of: ")")
      } else {
        rest = start
      }
    }

    /// "9:05", "9:05:01", "T09:05:01", "9时5分", "下午3点": minutes since midnight; nil unless all is read.
    mutating func time() -> Int? {
      _ = next(of: "T,")
      let isMorning = next(word: "上午") || next(word: "早上") || next(word: "凌晨")
      let isAfternoon = !isMorning && (next(word: "下午") || next(word: "晚上") || next(word: "中午"))
      guard let (hour, width) = number(), width <= 2, let separator = next(of: ":时点") else { return nil }
      var minute = 0
      if let (value, width) = number() {
        guard width <= 2 else { return nil }
        minute = value
      } else if separator == ":" {
        return nil
      }
      guard hour < 24, minute < 60 else { return nil }
      if next(of: ":分") != nil, let (second, _) = number() {
        guard second < 60 else { return nil }
        if next(of: ".") != nil { _ = number() }
      }
      _ = next(of: "秒")
      guard isAtEnd else { return nil }
      let shifts = isAfternoon && hour < 11
      return (shifts ? hour + 12 : hour) * 60 + minute
    }
  }
}
