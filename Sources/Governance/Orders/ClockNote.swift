import Values

/// One step of the count of a due date.
package enum ClockNote: Sendable, Hashable {
  /// What moved the receipt to a later day, or that hours run through days off.
  package enum Receipt: Sendable, Hashable { case inHours, afterHours, onDayOff, byTheClock }

  case received(Instant, Receipt)
  case countsAs(Day)
  case daysOff(ClosedRange<Day>)
  case makeUp(Day)
  /// `days` are the counted days that it took: working days, or calendar days where the limit is in those.
  case paused(PauseReason, from: Instant, until: Instant?, days: Int, unit: Limit.Unit)
  /// Asked again when the time for waiting was used up: the clock ran on.
  case ranOn(PauseReason, Day)
  case extended(Limit, Day)
  /// The count ended on a day off.
  case moved(from: Day, count: Int)
  /// `isByTheClock`: the minute matters.
  case due(Instant?, isByTheClock: Bool)

  /// The day by which the notes between the receipt and the due date are put in order.
  var day: Day? {
    switch self {
    case .received, .due: nil
    case .countsAs(let day), .makeUp(let day), .ranOn(_, let day), .extended(_, let day), .moved(let day, _): day
    case .daysOff(let days): days.lowerBound
    case .paused(_, let from, _, _, _): from.day
    }
  }
}

extension OrderClock {
  func notes(due: Instant?, _ calendar: WorkCalendar) -> [ClockNote] {
    let isByTheClock = limit.unit == .hours || limit.unit == .minutes
    var between = pauseNotes(due: due, calendar)
    between += extensions.map { .extended($0.limit, $0.at.day) }
    if !isByTheClock {
      let first = firstDay(calendar)
      if first != started.day { between.append(.countsAs(first)) }
      if let due { between += calendarNotes(until: due.day, calendar) }
    }
    let sorted = between.enumerated().sorted { one, other in
      (one.element.day?.number ?? 0, one.offset) < (other.element.day?.number ?? 0, other.offset)
    }.map(\.element)
    return [.received(started, receipt(calendar))] + sorted + [.due(due, isByTheClock: isByTheClock)]
  }

  private func receipt(_ calendar: WorkCalendar) -> ClockNote.Receipt {
    guard limit.unit == .workingDays else { return limit.unit == .days ? .inHours : .byTheClock }
    if firstDay(calendar) == started.day { return .inHours }
    return calendar.isWorkingDay(started.day) ? .afterHours : .onDayOff
  }

  /// The days off that took a weekday and the weekends worked, where they matter: of a limit in calendar days only those
  /// from the end of the count on.
  private func calendarNotes(until due: Day, _ calendar: WorkCalendar) -> [ClockNote] {
    if limit.unit == .days {
      guard let last = lastCountedDay(calendar), last != due else { return [] }
      return [.moved(from: last, count: wholeAmount)]
    }
    guard started.day < due else { return [] }
    let window = started.day.adding(1)...due
    let years = (started.day.year...due.year).compactMap { calendar.years[$0] }
    let off = years.flatMap(\.daysOff).filter { days in
      days.overlaps(window)
        && (days.lowerBound.number...days.upperBound.number).contains {
          Day(number: $0).weekday <= 5 && window.contains(Day(number: $0))
        }
    }
    return off.map(ClockNote.daysOff) + years.flatMap(\.makeUp).filter(window.contains).map(ClockNote.makeUp)
  }

  /// Those that moved the due date, each with the days that no earlier one had taken.
  private func pauseNotes(due: Instant?, _ calendar: WorkCalendar) -> [ClockNote] {
    var counted = firstDay(calendar).adding(1)
    return zip(pauses, ended(calendar)).compactMap { asked, pause in
      guard let until = pause.until else {
        return .paused(pause.reason, from: pause.from, until: nil, days: 0, unit: limit.unit)
      }
      if let due, due < pause.from { return nil }
      if until == pause.from, asked.until != until { return .ranOn(pause.reason, pause.from.day) }
      var days = 0
      if let resumed = daysTaken(by: pause, calendar).resumed, resumed > max(pause.from.day, counted) {
        days = countedDays(from: max(pause.from.day, counted), before: resumed, calendar)
        counted = resumed
      }
      let isInDays = limit.unit == .workingDays || limit.unit == .days
      if isInDays ? days == 0 : until == pause.from { return nil }
      return .paused(pause.reason, from: pause.from, until: until, days: days, unit: limit.unit)
    }
  }

  private func countedDays(from first: Day, before end: Day, _ calendar: WorkCalendar) -> Int {
    guard limit.unit == .workingDays else { return end.number - first.number }
    return calendar.workingDays(from: first.adding(-1), to: end.adding(-1))
  }
}
