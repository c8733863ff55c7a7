/// A moment: milliseconds since 1970-01-01 UTC.
package struct Instant: Hashable, Sendable, Comparable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let instant = Instant(iso: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a time"))
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
  package func adding(minutes: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(minutes) * 60_000) }
  package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1_000) }
  package func adding(days: Int) -> Instant { adding(minutes: days * 1440) }

  /// China has one time, UTC+8, without summer time.
  static let shanghaiOffset: Int64 = 8 * 3_600_000

  /// The calendar day in China.
  package var day: Day { Day(number: Int((milliseconds + Self.shanghaiOffset).floorDivided(by: 86_400_000))) }

  /// Minutes since midnight in China, 0..<1440.
  package var minuteOfDay: Int {
    Int((milliseconds + Self.shanghaiOffset - Int64(day.number) * 86_400_000) / 60_000)
  }

  /// "2026-09-30T02:00:00Z"; seconds, UTC.
  package var iso: String {
    let days = milliseconds.floorDivided(by: 86_400_000)
    let second = Int((milliseconds - days * 86_400_000) / 1000)
    let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(2) }.joined(separator: ":")
    return "\(Day(number: Int(days)).iso)T\(time)Z"
  }

  /// Reads "2026-09-30T02:00:00Z" and "2026-09-30T02:00:00+08:00"; nil otherwise.
  package init?(iso text: String) {
    let parts = text.split(separator: "T")
    guard parts.count == 2, let day = Day(iso: String(parts[0])) else { return nil }
    var clock = parts[1]
    var offset = 0
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else if clock.hasSuffix("+08:00") {
      clock = clock.dropLast(6)
      offset = 480
    } else {
      return nil
    }
    let numbers = clock.split(separator: ".")[0].split(separator: ":").map { Int($0) ?? -1 }
    guard numbers.count == 3, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]),
      (0..<61).contains(numbers[2])
    else { return nil }
    let seconds = Int64(numbers[0] * 3600 + numbers[1] * 60 + numbers[2] - offset * 60)
    self.init(milliseconds: Int64(day.number) * 86_400_000 + seconds * 1000)
  }

  /// "14:05" in China.
  package var clock: String { minuteOfDay.clock }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension Int {
  /// Decimal digits with leading zeros, at least `width`.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
