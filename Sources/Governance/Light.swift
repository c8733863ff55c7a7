import Values

/// The light of a running limit (plan: 黄灯、红灯). Colour is never the only sign: show `words` beside it.
package enum Light: String, Sendable, Codable, CaseIterable {
  case green, amber, red

  package var name: Text {
    switch self {
    case .green: Text(zh: "正常", en: "On time")
    case .amber: Text(zh: "临近", en: "Due soon")
    case .red: Text(zh: "超期", en: "Overdue")
    }
  }
}

/// When a limit turns amber (rules.md §6): with one part in `oneIn` of it left, and at least `leastDays` working days.
package struct AmberBorder: Sendable, Hashable, Codable {
  /// 1 or more.
  package let oneIn: Int
  package let leastDays: Int

  package init(oneIn: Int, leastDays: Int) { (self.oneIn, self.leastDays) = (max(1, oneIn), max(0, leastDays)) }

  /// As shipped: a third, and at least one working day.
  package static let product = AmberBorder(oneIn: 3, leastDays: 1)

  /// The first amber day of a limit of so many working days.
  package func day(due: Day, limitDays: Int, calendar: WorkCalendar) -> Day {
    var (day, left) = (due, max(leastDays, limitDays / oneIn))
    while true {
      if calendar.isWorkingDay(day) { left -= 1 }
      if left < 0 { return day }
      day = day.adding(-1)
    }
  }
}

/// Red when `now` is later than `due`; amber from the day on which the border lies.
/// `limitDays` are the working days of the whole limit; without it they are counted from `opened` to `due`.
package func light(
  opened: Instant, due: Instant, now: Instant, calendar: WorkCalendar, limitDays: Int? = nil,
  border: AmberBorder = .product
) -> Light {
  if now > due { return .red }
  let limit = limitDays ?? calendar.workingDays(from: calendar.receiptDay(of: opened), to: due.day)
  return now.day < border.day(due: due.day, limitDays: limit, calendar: calendar) ? .green : .amber
}

/// The light in words: "还剩 2 个工作日", "今天到期", "已超期 3 个工作日".
package func lightWords(due: Instant, now: Instant, calendar: WorkCalendar) -> Text {
  let left = calendar.workingDays(from: now.day, to: due.day)
  if now > due {
    guard left < 0 else { return Text(zh: "已超期", en: "Overdue") }
    return Text(zh: "已超期 \(-left) 个工作日", en: "\(workingDays(-left)) overdue")
  }
  if due.day == now.day {
    if due == due.day.end { return Text(zh: "今天到期", en: "Due today") }
    return Text(zh: "今天 \(due.clock) 到期", en: "Due today at \(due.clock)")
  }
  guard left > 0 else {
    return Text(zh: "\(due.day.spoken.zh)到期", en: "Due \(due.day.spoken.en)")
  }
  return Text(zh: "还剩 \(left) 个工作日", en: "\(workingDays(left)) left")
}

private func workingDays(_ count: Int) -> String { count == 1 ? "1 working day" : "\(count) working days" }
