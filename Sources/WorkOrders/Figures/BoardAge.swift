import Store
import Values

/// How long an order has been handed over, by the day in its id (decision 0006).
enum OrderAge: String, Sendable, CaseIterable {
  /// Up to 7 days, 8 to 30, more than 30.
  case week, month, older

  init(of order: ID<Order>, today: Day) {
    self = Self.allCases.first { $0.holds(order, today: today) } ?? .older
  }

  /// The first id of the age; nil: none is too old.
  func first(today: Day) -> ID<Order>? {
    switch self {
    case .week: IDs.first(at: today.adding(-7).start)
    case .month: IDs.first(at: today.adding(-30).start)
    case .older: nil
    }
  }

  /// The first id that is too young; nil: none is.
  func end(today: Day) -> ID<Order>? {
    switch self {
    case .week: nil
    case .month: Self.week.first(today: today)
    case .older: Self.month.first(today: today)
    }
  }

  private func holds(_ order: ID<Order>, today: Day) -> Bool {
    let (first, end) = (first(today: today)?.value ?? .min, end(today: today)?.value ?? .max)
    return (first..<end).contains(order.value)
  }

  var name: Text {
    switch self {
    case .week: Text(zh: "7 天以内", en: "Up to 7 days")
    case .month: Text(zh: "8–30 天", en: "8–30 days")
    case .older: Text(zh: "30 天以上", en: "Over 30 days")
    }
  }
}
