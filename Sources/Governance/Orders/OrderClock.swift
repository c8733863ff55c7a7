import Values

/// The clock of a work order: its limit and what happened to it. Everything shown of it is counted from this alone, so a
/// changed holiday list changes what is shown and nothing that is kept.
package struct OrderClock: Sendable, Hashable {
  package let limit: Limit
  package let hours: DutyHours
  package private(set) var started: Instant
  /// In the order of their beginnings.
  package private(set) var pauses: [ClockPause] = []
  package private(set) var extensions: [Extension] = []
  package private(set) var answered: Instant?
  let amber: AmberBorder
  private let longestPauses: [PauseReason: Int]

  package struct Extension: Sendable, Hashable {
    package let limit: Limit
    package let at: Instant
  }

  /// Nil when nothing started it. An event that does not fit (the end of a pause that never began, an extension in
  /// another unit than the limit's) changes nothing; one dated before its beginning, since a computer's clock was set
  /// back, counts as at the beginning.
  package init?(limit: Limit, hours: DutyHours = .usual, limits: OrderLimits, events: [ClockEvent]) {
    guard let first = events.lazy.compactMap(\.start).first else { return nil }
    (self.limit, self.hours, started, amber) = (limit, hours, first, limits.amber)
    longestPauses = PauseReason.allCases.reduce(into: [:]) { $0[$1] = limits.longestPause($1) }
    for event in events { apply(event) }
    pauses.sort { ($0.from, $0.reason.rawValue) < ($1.from, $1.reason.rawValue) }
  }

  private mutating func apply(_ event: ClockEvent) {
    switch event {
    case .started(let at): (started, pauses, extensions, answered) = (at, [], [], nil)
    case .paused(let reason, let at):
      if !pauses.contains(where: { $0.reason == reason && $0.until == nil }) {
        pauses.append(ClockPause(reason: reason, from: max(at, started), until: nil))
      }
    case .resumed(let reason, let at):
      guard let index = pauses.lastIndex(where: { $0.reason == reason && $0.until == nil }) else { return }
      pauses[index].until = max(at, pauses[index].from)
    case .extended(let limit, let at):
      if limit.unit == self.limit.unit { extensions.append(Extension(limit: limit, at: at)) }
    case .answered(let at): answered = max(at, started)
    }
  }

  /// The limit with its extensions, in the limit's unit.
  package var wholeAmount: Int { extensions.reduce(limit.amount) { $0 + $1.limit.amount } }

  /// The day that is not counted itself. Only limits in working days heed the office's hours.
  package func firstDay(_ calendar: WorkCalendar) -> Day {
    limit.unit == .workingDays ? calendar.receiptDay(of: started, hours: hours) : started.day
  }

  /// The pauses with their latest ends: those of a reason with a longest time end by themselves, when so many working
  /// days are over with all of them together; later ones stop nothing.
  func ended(_ calendar: WorkCalendar) -> [ClockPause] { bounded(calendar).pauses }

  /// The working days for which it may still be stopped for the reason; nil: without end.
  package func pauseLeft(_ reason: PauseReason, _ calendar: WorkCalendar) -> Int? { bounded(calendar).left[reason] }

  private func bounded(_ calendar: WorkCalendar) -> (pauses: [ClockPause], left: [PauseReason: Int]) {
    var left = longestPauses
    let bounded = pauses.map { pause in
      guard let most = left[pause.reason] else { return pause }
      let first = calendar.workingDay(onOrAfter: pause.from.day)
      let last = most > 0 ? calendar.day(most, workingDaysAfter: first).start : pause.from
      let ended = ClockPause(reason: pause.reason, from: pause.from, until: min(pause.until ?? last, last))
      if let resumed = daysTaken(by: ended, calendar).resumed, resumed > first {
        left[pause.reason] = max(0, most - calendar.workingDays(from: first.adding(-1), to: resumed.adding(-1)))
      }
      return ended
    }
    return (bounded, left)
  }

  /// The days that a pause takes out of the count: from the day of the asking, since its rest was lost, to the day before
  /// the one on which the office has the answer. Nil as its end: for ever.
  func daysTaken(by pause: ClockPause, _ calendar: WorkCalendar) -> (first: Day, resumed: Day?) {
    let resumed = pause.until.map { until in
      limit.unit == .workingDays ? calendar.receiptDay(of: until, hours: hours) : until.day
    }
    return (pause.from.day, resumed.map { max($0, pause.from.day) })
  }

  /// The last moment for the answer; nil while a pause without an end holds it open. A pause never brings it nearer, and
  /// no limit in days ends on a day off.
  package func due(_ calendar: WorkCalendar) -> Instant? {
    switch limit.unit {
    case .minutes, .hours: dueByTheClock(calendar)
    case .workingDays, .days: lastCountedDay(calendar).flatMap { dueDay(counted: $0, calendar)?.end }
    }
  }

  /// A count that ends on a day off moves to the next working day, and on when that one is taken by a pause.
  private func dueDay(counted: Day, _ calendar: WorkCalendar) -> Day? {
    let taken = ended(calendar).map { daysTaken(by: $0, calendar) }
    var day = calendar.workingDay(onOrAfter: counted)
    while let pause = taken.first(where: { $0.first <= day && day < $0.resumed ?? day.adding(1) }) {
      guard let resumed = pause.resumed else { return nil }
      day = calendar.workingDay(onOrAfter: resumed)
    }
    return day
  }

  /// The day on which the count ends; it may be a day off only for a limit in calendar days, and then moves on.
  func lastCountedDay(_ calendar: WorkCalendar) -> Day? {
    let taken = ended(calendar).map { daysTaken(by: $0, calendar) }
    var (day, left) = (firstDay(calendar), wholeAmount)
    while left > 0 {
      day = day.adding(1)
      if let pause = taken.first(where: { $0.first <= day && day < $0.resumed ?? day.adding(1) }) {
        guard let resumed = pause.resumed else { return nil }
        day = resumed.adding(-1)
        continue
      }
      if limit.unit == .days || calendar.isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  private func dueByTheClock(_ calendar: WorkCalendar) -> Instant? {
    var due = started.adding(minutes: wholeAmount * (limit.unit == .hours ? 60 : 1))
    var counted = started
    for pause in ended(calendar) where pause.from < due {
      guard let until = pause.until else { return nil }
      let from = max(pause.from, counted)
      guard from < until else { continue }
      due = Instant(milliseconds: due.milliseconds + until.milliseconds - from.milliseconds)
      counted = until
    }
    return due
  }

  /// Whether it stands still at the moment.
  package func isPaused(at now: Instant, _ calendar: WorkCalendar) -> Bool { pause(at: now, calendar) != nil }

  /// The pause that holds it at the moment, the one that lasts longest first; none once it was answered or overdue.
  package func pause(at now: Instant, _ calendar: WorkCalendar) -> ClockPause? {
    guard answered == nil else { return nil }
    if let due = self.due(calendar), due < now { return nil }
    let holding = ended(calendar).filter { $0.covers(now) }
    return holding.first { $0.until == nil } ?? holding.max { ($0.until ?? $0.from) < ($1.until ?? $1.from) }
  }
}

extension ClockEvent {
  fileprivate var start: Instant? { if case .started(let at) = self { at } else { nil } }
}
