import Values

/// A length of time with how sure it is. Minutes and hours run through; working days by `WorkCalendar`.
package struct Limit: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Codable { case minutes, hours, workingDays, days }

  package let amount: Int
  package let unit: Unit
  package let mark: RuleMark

  package init(_ amount: Int, _ unit: Unit, _ mark: RuleMark) {
    (self.amount, self.unit, self.mark) = (amount, unit, mark)
  }

  /// The last moment of the limit.
  package func end(from start: Instant, calendar: WorkCalendar) -> Instant {
    switch unit {
    case .minutes: start.adding(minutes: amount)
    case .hours: start.adding(minutes: amount * 60)
    case .workingDays: calendar.dueInstant(received: start, workingDays: amount)
    case .days: calendar.calendarDue(from: start.day, days: amount).end
    }
  }

  /// "2 小时", "5 个工作日".
  package var name: Text {
    let plural = amount == 1 ? "" : "s"
    return switch unit {
    case .minutes: Text(zh: "\(amount) 分钟", en: "\(amount) minute\(plural)")
    case .hours: Text(zh: "\(amount) 小时", en: "\(amount) hour\(plural)")
    case .workingDays: Text(zh: "\(amount) 个工作日", en: "\(amount) working day\(plural)")
    case .days: Text(zh: "\(amount) 天", en: "\(amount) day\(plural)")
    }
  }
}

/// The limits of the product where no law sets one (rules.md §6, mark D); a town may change each.
package struct DefaultLimits: Sendable, Hashable, Codable {
  /// Accept danger to life (U3), danger (U2), and all else.
  package var acceptLife = Limit(30, .minutes, .designDefault)
  package var acceptDanger = Limit(2, .hours, .designDefault)
  package var accept = Limit(1, .workingDays, .designDefault)
  /// Speak with the reporter.
  package var contact = Limit(24, .hours, .designDefault)
  /// Act on a matter of urgency U1.
  package var soon = Limit(1, .workingDays, .designDefault)
  package var appeal = Limit(5, .workingDays, .designDefault)
  /// The kind answer to a private matter, and how long the offer of help stays open after it.
  package var privateAnswer = Limit(3, .workingDays, .designDefault)
  package var privateOffer = Limit(30, .days, .designDefault)
  package var reopen = Limit(15, .workingDays, .designDefault)
  /// An alarm that nobody acknowledged passes to the next level.
  package var alarmPasses = Limit(30, .minutes, .designDefault)
  package var followUp = Limit(5, .workingDays, .designDefault)
  /// The longest pause while waiting for the reporter.
  package var pause = Limit(10, .workingDays, .designDefault)

  package init() {}

  /// As shipped.
  package static let product = DefaultLimits()

  /// By when somebody must have accepted the concern.
  package func acceptBy(received: Instant, urgency: Urgency, calendar: WorkCalendar) -> Instant {
    let limit =
      switch urgency {
      case .life: acceptLife
      case .danger: acceptDanger
      case .soon, .normal: accept
      }
    return limit.end(from: received, calendar: calendar)
  }

  /// Working days to the answer: the leaf's, but at most `soon` from U1 up.
  package func limitDays(leafDays: Int, urgency: Urgency) -> Int {
    urgency == .normal ? leafDays : min(leafDays, soon.amount)
  }

  /// By when the answer is due. Danger (U2, U3) waits for no working day: `contact` clock hours.
  package func dueAt(received: Instant, leafDays: Int, urgency: Urgency, calendar: WorkCalendar) -> Instant {
    if urgency >= .danger { return contact.end(from: received, calendar: calendar) }
    return calendar.dueInstant(received: received, workingDays: limitDays(leafDays: leafDays, urgency: urgency))
  }
}
