import Values

/// When an office takes in what comes to it. What comes after closing counts as received on the next day on which it
/// is open (rules.md §6, default D).
package struct DutyHours: Sendable, Hashable, Codable {
  /// Minutes since midnight in China, 0...1440, the first before the last. What comes before opening counts as of that
  /// day.
  package let opens: Int
  package let closes: Int
  /// Open on days off too, as a police station is.
  package let isOpenOnDaysOff: Bool

  /// Nil unless 0 ≤ opens < closes ≤ 1440.
  package init?(opens: Int, closes: Int, isOpenOnDaysOff: Bool = false) {
    guard 0 <= opens, opens < closes, closes <= 1440 else { return nil }
    (self.opens, self.closes, self.isOpenOnDaysOff) = (opens, closes, isOpenOnDaysOff)
  }

  private init(_ opens: Int, _ closes: Int, always: Bool) {
    (self.opens, self.closes, isOpenOnDaysOff) = (opens, closes, always)
  }

  /// 8:30 to 17:30 on working days.
  package static let usual = DutyHours(510, 1050, always: false)
  /// Day and night.
  package static let always = DutyHours(0, 1440, always: true)

  package func isOpen(at instant: Instant, calendar: WorkCalendar) -> Bool {
    let day = instant.day
    guard isOpenOnDaysOff || calendar.isWorkingDay(day) else { return false }
    return day.at(hour: 0, minute: opens) <= instant && instant <= day.at(hour: 0, minute: closes)
  }

  /// "工作日 08:30–17:30".
  package var name: Text {
    if self == .always { return Text(zh: "全天值班", en: "Day and night") }
    let clock = "\(opens.clock)–\(closes.clock)"
    return isOpenOnDaysOff
      ? Text(zh: "每天 \(clock)", en: "Every day \(clock)") : Text(zh: "工作日 \(clock)", en: "Working days \(clock)")
  }
}

extension WorkCalendar {
  /// The day on which something counts as received by an office with these hours.
  package func receiptDay(of received: Instant, hours: DutyHours) -> Day {
    let day = received.day
    let isLate = received > day.at(hour: 0, minute: hours.closes)
    let first = isLate ? day.adding(1) : day
    return hours.isOpenOnDaysOff ? first : workingDay(onOrAfter: first)
  }
}
