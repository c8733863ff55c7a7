import Values

/// Who decides on an extension that somebody asked for: a head of the office other than he; the town office where there
/// is none, so that the only head of an office is not left alone with the own request.
package func extensionDecider<Person>(heads: Set<ID<Person>>, askedBy: ID<Person>) -> OrderActor {
  heads.subtracting([askedBy]).isEmpty ? .townOffice : .officeHead
}

/// Why this person may not decide on an extension; nil when he may.
package func decisionRefusal<Person>(
  askedBy: ID<Person>, by person: ID<Person>?, being actors: Set<OrderActor>, heads: Set<ID<Person>>
) -> Refusal? {
  if askedBy == person { return .extensionBySamePerson }
  let decider = extensionDecider(heads: heads, askedBy: askedBy)
  if actors.contains(.officeHead) || actors.contains(decider) { return nil }
  return .extensionIsTheHeads
}

/// Why an order is not re-assigned to the office; nil when it may be.
package func reassignRefusal(from office: String, to other: String) -> Refusal? {
  office == other ? .reassignedToSameOffice : nil
}

/// Why the step is not taken on an order of this many reporters who have not withdrawn; nil when it may be.
package func withdrawalRefusal(of step: OrderStep, reporters: Int) -> Refusal? {
  switch step {
  case .askReporter: reporters == 0 ? .nobodyToAsk : nil
  case .closeWithdrawn: reporters == 0 ? nil : .reportersStay
  default: nil
  }
}

extension OrderState {
  /// Somebody has to take it up, hand it on or decide, within the time to accept.
  package static let untaken: Set<OrderState> = [.handedOver, .returned, .disputed, .reopened]

  /// What it is called when that time is over; nil for the other states.
  package var lateName: Text? {
    switch self {
    case .handedOver, .reopened: Text(zh: "未按时签收", en: "Not accepted in time")
    case .returned: Text(zh: "未按时另交", en: "Not handed on in time")
    case .disputed: Text(zh: "未按时裁定", en: "Not decided in time")
    default: nil
    }
  }
}

extension WorkCalendar {
  /// The last day on which a question can have been asked whose time of so many working days is over at the moment, as
  /// the clock of the order goes on again.
  package func lastDay(waited count: Int, now: Instant) -> Day {
    var day = now.day
    while self.day(count, workingDaysAfter: workingDay(onOrAfter: day)).start > now { day = day.adding(-1) }
    return day
  }

  /// The last day from which so many whole working days are over at the moment.
  package func lastDay(workingDaysAgo count: Int, now: Instant) -> Day {
    var day = now.day
    while self.day(count, workingDaysAfter: day).end >= now { day = day.adding(-1) }
    return day
  }
}
