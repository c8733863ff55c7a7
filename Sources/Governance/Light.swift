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

/// Red when `now` is later than `due`; amber when at most a third of the limit, and at least one working day, is left.
/// `limitDays` are the working days of the whole limit; without it they are counted from `opened` to `due`.
package func light(
  opened: Instant, due: Instant, now: Instant, calendar: WorkCalendar, limitDays: Int? = nil
) -> Light {
  if now > due { return .red }
  let limit = limitDays ?? calendar.workingDays(from: calendar.receiptDay(of: opened), to: due.day)
  let left = calendar.workingDays(from: now.day, to: due.day)
  return left <= max(1, limit / 3) ? .amber : .green
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
