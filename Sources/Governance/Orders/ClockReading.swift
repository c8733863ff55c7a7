import Values

/// What the clock of an order shows at a moment.
package struct ClockReading: Sendable, Hashable {
  /// Nil while a pause without an end holds it open.
  package let due: Instant?
  /// The first moment of amber; red begins after `due`. Nil as `due` is.
  package let amberFrom: Instant?
  /// Nil while the clock stands still. Once answered, the light at the answer, amber counting as green.
  package let light: Light?
  package let isPaused: Bool
  /// "还剩 2 个工作日", "暂停：等反映人补充", "按时答复".
  package let remaining: Text
  /// How the due date was counted, each step; the last is the due date itself.
  package let notes: [ClockNote]
  /// To be shown beside the due date when a year it was counted through is not set.
  package let warning: Text?

  /// "收到 9月30日；10月1–7日放假；10月10日调休上班；截止10月13日"
  package var explanation: Text { words(of: notes) }
}

extension OrderClock {
  package func reading(at now: Instant, calendar: WorkCalendar) -> ClockReading {
    let due = self.due(calendar)
    let amberFrom = due.map { self.amberFrom(due: $0, calendar) }
    let pause = self.pause(at: now, calendar)
    return ClockReading(
      due: due, amberFrom: amberFrom, light: pause == nil ? light(due: due, amberFrom: amberFrom, now: now) : nil,
      isPaused: pause != nil, remaining: remaining(due: due, pause: pause, now: now, calendar),
      notes: notes(due: due, calendar), warning: warning(due: due, calendar))
  }

  private func light(due: Instant?, amberFrom: Instant?, now: Instant) -> Light? {
    guard let due, let amberFrom else { return nil }
    if let answered { return answered > due ? .red : .green }
    return now > due ? .red : now < amberFrom ? .green : .amber
  }

  /// Limits by the clock turn amber by the clock, those in days at the beginning of a day.
  private func amberFrom(due: Instant, _ calendar: WorkCalendar) -> Instant {
    let start: Instant
    switch limit.unit {
    case .minutes, .hours:
      let whole = Int64(wholeAmount) * (limit.unit == .hours ? 3_600_000 : 60_000)
      start = Instant(milliseconds: due.milliseconds - whole / Int64(amber.oneIn))
    case .workingDays: start = amber.day(due: due.day, limitDays: wholeAmount, calendar: calendar).start
    case .days:
      let last = firstDay(calendar).adding(wholeAmount)
      let whole = calendar.workingDays(from: firstDay(calendar), to: last)
      start = amber.day(due: due.day, limitDays: whole, calendar: calendar).start
    }
    return max(start, started)
  }

  private func remaining(due: Instant?, pause: ClockPause?, now: Instant, _ calendar: WorkCalendar) -> Text {
    if let answered, let due {
      return answered > due ? Text(zh: "超期答复", en: "Answered late") : Text(zh: "按时答复", en: "Answered in time")
    }
    if let pause {
      let words = Text(zh: "暂停：\(pause.reason.name.zh)", en: "Paused: \(pause.reason.name.en)")
      guard let until = pause.until else { return words }
      return words
        + Text(zh: "，最迟 \(until.day.spoken.zh)恢复计时", en: ", going on by \(until.day.spoken.en) at the latest")
    }
    guard let due else { return Text(zh: "已答复", en: "Answered") }
    guard limit.unit == .hours || limit.unit == .minutes else {
      return lightWords(due: due, now: now, calendar: calendar)
    }
    let minutes = Int(abs(due.milliseconds - now.milliseconds) / 60_000)
    let (zh, en) = ("\(minutes / 60) 小时 \(minutes % 60) 分", "\(minutes / 60) h \(minutes % 60) min")
    return now > due ? Text(zh: "已超期 \(zh)", en: "\(en) overdue") : Text(zh: "还剩 \(zh)", en: "\(en) left")
  }

  /// Only days are counted by the calendar; hours run through.
  private func warning(due: Instant?, _ calendar: WorkCalendar) -> Text? {
    guard limit.unit == .workingDays || limit.unit == .days else { return nil }
    let last = due?.day.year ?? started.day.year
    return (started.day.year...max(last, started.day.year)).lazy.compactMap { calendar.warning(for: $0) }.first
  }
}

/// What a change of the holiday list does to an order.
package struct ClockChange: Sendable, Hashable {
  package let before: Instant?
  package let after: Instant?

  package init(before: Instant?, after: Instant?) { (self.before, self.after) = (before, after) }

  package var words: Text {
    func date(_ instant: Instant?) -> Text { instant?.day.spoken ?? Text(zh: "待定", en: "open") }
    return Text(
      zh: "放假安排改了，截止日从 \(date(before).zh) 改为 \(date(after).zh)。",
      en: "The holiday list changed: due \(date(after).en) instead of \(date(before).en).")
  }
}

extension OrderClock {
  /// What changes for this order when the list of days off does; nil when its due date stays.
  package func change(from old: WorkCalendar, to new: WorkCalendar) -> ClockChange? {
    let (before, after) = (due(old), due(new))
    return before == after ? nil : ClockChange(before: before, after: after)
  }
}
