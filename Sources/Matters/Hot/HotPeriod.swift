import Store
import Values
import Web

/// The days that are looked at, and those before with which they are compared.
struct HotPeriod: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable { case recent, month, lastMonth, quarter, lastQuarter, days }

  let kind: Kind
  let days: ClosedRange<Day>
  let before: ClosedRange<Day>

  /// The most days that may be chosen.
  static let longest = 366
  /// The bars of the small charts: so many for the period and as many for the time before.
  static let mostBars = 6

  /// Reads `period`, `from`, `to`; without them the last 30 days. Days that are typed into the form win over the period
  /// that already stood there (`was`), not over one that was chosen anew.
  init(_ query: Form, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    let asked = query.choice("period", as: Kind.self, &errors)
    let (from, to) = (query.day("from", now: now, &errors), query.day("to", now: now, &errors))
    let was = query.choice("was", as: Kind.self, &errors)
    let hasDays = from != nil || to != nil
    let kind = hasDays && (asked == nil || asked == was) ? .days : asked ?? .recent
    if kind == .days, errors.isEmpty {
      let last = to ?? now.day
      let first = from ?? last.adding(-29)
      if first > last { errors.add("to", MatterListStrings.periodBackwards) }
      if last.number - first.number >= Self.longest { errors.add("from", HotStrings.tooLong) }
      guard errors.isEmpty else { throw errors }
      self.init(kind, first...last)
    } else {
      guard errors.isEmpty else { throw errors }
      self.init(kind, today: now.day)
    }
  }

  /// A period of the calendar; `days` alone is one day.
  init(_ kind: Kind, today: Day) {
    switch kind {
    case .recent: self.init(kind, today.adding(-29)...today)
    case .days: self.init(kind, today...today)
    case .month, .quarter:
      let months = kind == .month ? 1 : 3
      let first = today.firstOfMonths(months, ago: 0)
      let firstBefore = today.firstOfMonths(months, ago: 1)
      let lastBefore = min(firstBefore.adding(today.number - first.number), first.adding(-1))
      self.init(kind, first...today, before: firstBefore...lastBefore)
    case .lastMonth, .lastQuarter:
      let months = kind == .lastMonth ? 1 : 3
      let firsts = (0...2).map { today.firstOfMonths(months, ago: $0) }
      self.init(kind, firsts[1]...firsts[0].adding(-1), before: firsts[2]...firsts[1].adding(-1))
    }
  }

  /// Compared with as many days right before.
  private init(_ kind: Kind, _ days: ClosedRange<Day>) {
    let count = days.upperBound.number - days.lowerBound.number + 1
    self.init(kind, days, before: days.lowerBound.adding(-count)...days.lowerBound.adding(-1))
  }

  private init(_ kind: Kind, _ days: ClosedRange<Day>, before: ClosedRange<Day>) {
    (self.kind, self.days, self.before) = (kind, days, before)
  }

  var count: Int { days.upperBound.number - days.lowerBound.number + 1 }

  /// As it stands in an address.
  var query: [(String, String)] {
    kind == .days
      ? [("period", kind.rawValue), ("from", days.lowerBound.iso), ("to", days.upperBound.iso)]
      : [("period", kind.rawValue)]
  }

  /// Days of a bar.
  var barDays: Int { max(1, (count + Self.mostBars - 1) / Self.mostBars) }
  /// Bars of the period; the time before has as many.
  var bars: Int { (count + barDays - 1) / barDays }

  /// Ids carry the time, so a period is a range of ids: no other index is needed.
  func ids(_ days: ClosedRange<Day>) -> (first: ID<Concern>, end: ID<Concern>) {
    (IDs.first(at: days.lowerBound.start), IDs.first(at: days.upperBound.adding(1).start))
  }
  /// What lies between the ids of two moments a bar apart.
  var barWidth: Int64 {
    let one: ID<Concern> = IDs.first(at: days.lowerBound.start)
    let next: ID<Concern> = IDs.first(at: days.lowerBound.adding(barDays).start)
    return max(1, next.value - one.value)
  }
}

extension Day {
  /// The first day of the `months` (1 or 3) long part of the year that this day is in, or of one so many parts before.
  fileprivate func firstOfMonths(_ months: Int, ago: Int) -> Day {
    let index = year * 12 + month - 1
    let first = (index / months - ago) * months
    return Day(year: first / 12, month: first % 12 + 1, day: 1) ?? self
  }
}
