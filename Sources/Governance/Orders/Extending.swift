import Values

/// Why an order may not be extended by so much; nil when it may. Asked when the office asks and again when its head
/// approves: both happen before the limit (rules.md §6). `earlier` are the extensions since it was started or reopened;
/// `due` is nil while the clock stands still.
package func extensionRefusal(
  by asked: Limit, longest: Limit, earlier: Int, due: Instant?, now: Instant, reason: String
) -> Refusal? {
  if earlier > 0 { return .extensionOnce }
  if let due, now > due { return .extensionTooLate }
  guard asked.unit == longest.unit, (1...max(1, longest.amount)).contains(asked.amount) else {
    return .extensionTooLong(longest)
  }
  return reason.contains(where: { !$0.isWhitespace }) ? nil : .extensionWithoutReason
}

/// Why an order may not be rated; nil when it may. Once for each answer and reporter.
package func ratingRefusal(hasRated: Bool) -> Refusal? { hasRated ? .ratedBefore : nil }

/// Why an order that was closed on the day may not be reopened as not solved; nil when it may.
package func notSolvedRefusal(
  closed: Day, today: Day, limits: OrderLimits, calendar: WorkCalendar, reason: String
) -> Refusal? {
  if let refusal = reopenRefusal(
    closed: closed, today: today, calendar: calendar, limit: limits.common.reopen.amount)
  {
    return refusal
  }
  return reason.contains(where: { !$0.isWhitespace }) ? nil : .reopenWithoutReason
}

/// Why what somebody writes is not taken: the order was changed since he opened it (two people answering at once).
/// Revisions are counted by each change.
package func changedMeanwhileRefusal(seen: Int, current: Int) -> Refusal? {
  seen == current ? nil : .orderChangedMeanwhile
}
