/// What holds from a first day to a last one: a role, a keeper's term, a duty, a rule.
package protocol Term {
  var from: Day { get }
  /// The last day; nil while it has no end.
  var until: Day? { get }
}

extension Term {
  /// Whether it holds on the day.
  package func holds(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }
  /// Whether its last day lies before the day.
  package func hasEnded(by day: Day) -> Bool { until.map { $0 < day } ?? false }
}
