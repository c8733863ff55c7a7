import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

/// Orders that asked their reporter go on: when somebody replied on the tracking page, or the time to reply is over.
/// Lights need no sweep: they are derived from the due date.
func orderWork(_ catalogues: Catalogues) -> BackgroundWork {
  BackgroundWork("orders", everySeconds: 20) { app in
    let asking = try await app.database.read { tx in try tx.askingOrders(limit: 200) }
    for order in asking {
      let now = app.clock()
      let asked = try order.clock.reversed().lazy.compactMap(\.askedAt).first ?? order.handedAt
      let replied = try await app.database.read { tx in try tx.hasReplied(order, since: asked) }
      let calendar = try await app.database.read { tx in try tx.workCalendar() }
      guard try replied || isOver(asked, now, calendar) else { continue }
      try await app.write { w in
        try w.endAsking(order.id, in: order.key, replied: replied, catalogues: catalogues)
      }
    }
  }
}

private func isOver(_ asked: Instant, _ now: Instant, _ calendar: WorkCalendar) throws -> Bool {
  let limits = try Shipped.current.orderLimits(on: now.day)
  guard let most = limits.longestPause(.reporter) else { return false }
  return calendar.day(most, workingDaysAfter: asked.day).end < now
}

extension ClockEvent {
  fileprivate var askedAt: Instant? {
    if case .paused(.reporter, let at) = self { at } else { nil }
  }
}

extension Transaction {
  /// Index: work_order_asking.
  func askingOrders(limit: Int) throws -> [OrderRow] {
    try rows(
      """
      SELECT o.* FROM work_order o JOIN matter m ON m.id = o.matter
      WHERE o.state = 'askingReporter' AND m.merged_into IS NULL ORDER BY o.id LIMIT \(limit)
      """
    ).map(OrderRow.init)
  }

  /// Whether a reporter of the matter added something since.
  func hasReplied(_ order: OrderRow, since asked: Instant) throws -> Bool {
    try concerns(ofRoot: order.matter, in: order.key).contains { entry in
      try row(
        """
        SELECT id FROM concern_addition
        WHERE town = \(order.key.town) AND concern = \(entry.concern.id) AND at > \(asked) LIMIT 1
        """) != nil
    }
  }
}
