import Values

/// The notes in one line; dates of another year than the receipt's bear their year.
package func words(of notes: [ClockNote]) -> Text {
  guard case .received(let started, _)? = notes.first else { return Text(same: "") }
  let all = notes.map { $0.words(in: started.day.year) }
  return Text(zh: all.map(\.zh).joined(separator: "；"), en: all.map(\.en).joined(separator: "; "))
}

extension ClockNote {
  fileprivate func words(in year: Int) -> Text {
    switch self {
    case .received(let instant, let receipt): Self.received(instant, receipt, in: year)
    case .countsAs(let day):
      Text(zh: "算作\(day.date(in: year).zh)收到", en: "counts as received \(day.date(in: year).en)")
    case .daysOff(let days): days.date(in: year).with(zh: "放假", en: " off")
    case .makeUp(let day): day.date(in: year).with(zh: "调休上班", en: " is a working day")
    case .paused(let reason, let from, let until, let days, let unit):
      Self.paused(reason, from: from, until: until, taken: unit.name(days), in: year)
    case .ranOn(let reason, let day):
      Text(
        zh: "\(day.date(in: year).zh)再次\(reason.name.zh)，停表时间已用完，不再停",
        en: "\(reason.name.en) again from \(day.date(in: year).en): the time for it is used up, the clock ran on")
    case .extended(let limit, let day):
      Text(
        zh: "\(day.date(in: year).zh)批准延长 \(limit.name.zh)",
        en: "extended by \(limit.name.en) on \(day.date(in: year).en)")
    case .moved(let day, let count):
      Text(
        zh: "第 \(count) 天\(day.date(in: year).zh)不上班，顺延",
        en: "day \(count), \(day.date(in: year).en), is a day off: moves on")
    case .due(let due, let isByTheClock): Self.due(due, isByTheClock, in: year)
    }
  }

  private static func received(_ instant: Instant, _ receipt: Receipt, in year: Int) -> Text {
    let date = instant.day.date(in: year)
    return switch receipt {
    case .inHours: Text(zh: "收到 \(date.zh)", en: "Received \(date.en)")
    case .afterHours:
      Text(zh: "收到 \(date.zh) \(instant.clock)，已下班", en: "Received \(date.en) at \(instant.clock), after hours")
    case .onDayOff: Text(zh: "收到 \(date.zh)，不上班", en: "Received \(date.en), a day off")
    case .byTheClock:
      Text(
        zh: "收到 \(date.zh) \(instant.clock)；按钟点计算，放假不停",
        en: "Received \(date.en) at \(instant.clock); hours run through days off")
    }
  }

  private static func paused(
    _ reason: PauseReason, from: Instant, until: Instant?, taken: Text?, in year: Int
  ) -> Text {
    let first = from.day.date(in: year)
    guard let until else {
      return Text(zh: "\(first.zh)起\(reason.name.zh)，停止计时", en: "stopped from \(first.en), \(reason.name.en)")
    }
    let last = max(from, Instant(milliseconds: until.milliseconds - 1)).day
    let days = (from.day...last).date(in: year)
    let tail =
      taken.map { Text(zh: "，不计 \($0.zh)", en: ": \($0.en) not counted") } ?? Text(zh: "，不计时", en: ": not counted")
    return Text(zh: days.zh + reason.name.zh, en: "\(days.en) \(reason.name.en)") + tail
  }

  private static func due(_ due: Instant?, _ isByTheClock: Bool, in year: Int) -> Text {
    guard let due else { return Text(zh: "恢复计时后再定截止日", en: "due date open until it goes on") }
    let date = due.day.date(in: year)
    return isByTheClock
      ? Text(zh: "截止\(date.zh) \(due.clock)", en: "due \(date.en) at \(due.clock)")
      : Text(zh: "截止\(date.zh)", en: "due \(date.en)")
  }
}

extension Limit.Unit {
  /// Nil when the unit is no day.
  fileprivate func name(_ count: Int) -> Text? {
    self == .days || self == .workingDays ? Limit(count, self, .designDefault).name : nil
  }
}

extension Text {
  fileprivate func with(zh: String, en: String) -> Text { self + Text(zh: zh, en: en) }
}

extension Day {
  /// "10月13日", "13 Oct"; with the year when it is another one.
  fileprivate func date(in year: Int) -> Text {
    let short = Text(zh: "\(month)月\(dayOfMonth)日", en: "\(dayOfMonth) \(monthName)")
    return self.year == year ? short : Text(zh: "\(self.year)年\(short.zh)", en: "\(short.en) \(self.year)")
  }

  fileprivate var monthName: String { String(spoken.en.suffix(3)) }
}

extension ClosedRange<Day> {
  /// "10月1–7日", "1–7 Oct", "1月30日–2月3日".
  fileprivate func date(in year: Int) -> Text {
    let (first, last) = (lowerBound.date(in: year), upperBound.date(in: year))
    if lowerBound == upperBound { return first }
    guard lowerBound.month == upperBound.month, lowerBound.year == upperBound.year else {
      return Text(zh: "\(first.zh)–\(last.zh)", en: "\(first.en) – \(last.en)")
    }
    return Text(
      zh: first.zh.dropLast() + "–\(upperBound.dayOfMonth)日", en: "\(lowerBound.dayOfMonth)–\(last.en)")
  }
}
