import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

/// The open orders of all towns, by id, for recomputing their clocks.
let openOrdersMigration = Migration(
  "0061-open-orders", ["CREATE INDEX work_order_open ON work_order (id) WHERE open = 1 AND answered_at IS NULL"])

/// Due dates of orders whose clock runs follow the work calendar.
package let orderCalendarWork = BackgroundWork("order-calendar", everySeconds: 20) { app in
  let limits = try Shipped.current.orderLimits(on: app.clock().day)
  try await recountClocks(
    .orders, app,
    find: { tx, sweep in
      let orders = try tx.runningOrders(after: sweep.last, limit: clocksALook)
      let moved = try orders.filter { try tx.moved($0, by: sweep, limits) != nil }
      return MovedClocks(
        moved.map { (id: $0.id, key: $0.key) },
        last: orders.count == clocksALook ? orders.last?.id.value : nil)
    },
    move: { w, order, sweep in try w.moveDue(of: order.id, in: order.key, sweep, limits) })
}

/// What the calendar decides of an order.
private struct OrderTimes: Equatable {
  let due: Instant?
  let amber: Instant?
  let acceptBy: Instant

  init(_ clock: OrderClock, _ order: OrderRow, _ limits: OrderLimits, _ calendar: WorkCalendar) {
    let reading = clock.reading(at: order.handedAt, calendar: calendar)
    (due, amber) = (reading.due, reading.amberFrom)
    let by = limits.acceptBy(
      handedOver: order.handedAt, kind: order.kind, urgency: order.urgency, hours: clock.hours, calendar: calendar)
    acceptBy = acceptance(by, handedOver: order.handedAt, due: due)
  }
}

extension Transaction {
  /// Index: work_order_open.
  fileprivate func runningOrders(after last: Int64, limit: Int) throws -> [OrderRow] {
    try rows(
      """
      SELECT * FROM work_order WHERE open = 1 AND answered_at IS NULL AND id > \(last) ORDER BY id LIMIT \(limit)
      """
    ).map(OrderRow.init)
  }

  /// The order with its times by the new calendar, and what that does to its due date (nil: nothing); nil for an order
  /// that the change leaves as it is.
  fileprivate func moved(
    _ order: OrderRow, by sweep: CalendarSweep, _ limits: OrderLimits
  ) throws -> (order: OrderRow, change: ClockChange?)? {
    guard order.state.isOpen, order.answeredAt == nil else { return nil }
    let hours = order.isWithCentre ? nil : try office(named: order.office, town: order.key.town)?.hours
    guard let clock = try order.clock(hours: hours ?? .usual, limits: limits) else { return nil }
    let before = OrderTimes(clock, order, limits, sweep.before)
    let after = OrderTimes(clock, order, limits, sweep.after)
    var new = order
    (new.dueAt, new.amberAt) = (after.due, after.amber)
    if OrderState.waiting.contains(order.state) || order.state == .reopened { new.acceptBy = after.acceptBy }
    guard before != after, (new.dueAt, new.amberAt, new.acceptBy) != (order.dueAt, order.amberAt, order.acceptBy) else {
      return nil
    }
    return (new, new.dueAt == order.dueAt ? nil : clock.change(from: sweep.before, to: sweep.after))
  }
}

extension Write {
  /// Moves the due date of an order with the calendar; event `order_holidaysChanged`. The change is a step of its
  /// history, the matter follows, and the reporters are told the new day.
  /// - Returns: whether the due date changed.
  fileprivate func moveDue(of id: ID<Order>, in key: VillageKey, _ sweep: CalendarSweep, _ limits: OrderLimits) throws
    -> Bool
  {
    let old = try tx.order(id, in: key)
    guard let (new, change) = try tx.moved(old, by: sweep, limits) else { return false }
    var touched = [try save(new, was: old)]
    if let change {
      touched.append(
        try insertStep(.holidaysChanged, on: new, from: new.office, to: "", words: change.code))
      touched.append(try hold(new.matter, in: key, by: id.value, due: new.dueAt))
      if let before = change.before?.day, let after = change.after?.day {
        try tellReporters(
          of: new.matter, in: key, "order_holidaysChanged", CalendarStrings.dueMoved(from: before, to: after),
          calls: false)
      }
    }
    try record(
      "order_holidaysChanged", Touched(orderEntity, id), town: key.town, village: key.village, touching: touched)
    return change != nil
  }
}

extension ClockChange {
  /// As a step keeps it, in no language: "2026-10-13 → 2026-10-12", "-" for a date that a pause holds open.
  fileprivate var code: String { "\(before?.day.iso ?? "-") → \(after?.day.iso ?? "-")" }

  fileprivate init(code: String) {
    let days = code.split(separator: " → ").map { Day(iso: String($0))?.end }
    self.init(before: days.first ?? nil, after: days.last ?? nil)
  }
}

extension OrderStepRow {
  /// What was said, or what the change of the holidays did.
  func spokenWords(_ l: Language) -> String {
    step == .holidaysChanged ? ClockChange(code: words).words(l) : words
  }
}
