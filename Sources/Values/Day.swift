/// A calendar day: days since 1970-01-01. Years 1900 to 2199 can be read from text.
package struct Day: Hashable, Sendable, Comparable, Codable {
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil unless year 1900...2199, and the month has that day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let candidate = Day(civil: year, month, day)
    guard candidate.parts == (year, month, day) else { return nil }
    self = candidate
  }

  /// Reads "2026-09-30" alone.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  // Days from civil and back: proleptic Gregorian, eras of 400 years that begin in March.
  private init(civil year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var parts: (Int, Int, Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.0 }
  package var month: Int { parts.1 }
  package var dayOfMonth: Int { parts.2 }
  /// 1 = Monday … 7 = Sunday.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a day"))
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package func adding(_ days: Int) -> Day { Day(number: number + days) }
  package var iso: String { "\(year.padded(4))-\(month.padded(2))-\(dayOfMonth.padded(2))" }

  /// Midnight in China at which the day begins.
  package var start: Instant { at(hour: 0, minute: 0) }

  package func at(hour: Int, minute: Int) -> Instant {
    Instant(milliseconds: Int64(number) * 86_400_000 - Instant.shanghaiOffset + Int64(hour * 60 + minute) * 60_000)
  }

  /// As people say it: "10月13日 周二", "Tue 13 Oct".
  package var spoken: Text {
    let zh = ["一", "二", "三", "四", "五", "六", "日"][weekday - 1]
    let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return Text(zh: "\(month)月\(dayOfMonth)日 周\(zh)", en: "\(en) \(dayOfMonth) \(months[month - 1])")
  }
}
