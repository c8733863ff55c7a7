import Foundation
import Governance
import Matters
import Seeds
import Store
import Values
import Web

/// The order of a filled matter, ready to be written; it has the number of its matter.
struct FillOrder: Sendable {
  let row: FillRow
  let state: OrderState
  let handedAt: Instant
  let acceptBy: Instant
  let reading: ClockReading
  let clock: String
  let limit: String
}

/// Makes orders: received within sixteen days, so that some are overdue; limits by the catalogue, clocks as they count.
struct FillOrders {
  private let now: Instant
  private let limits: OrderLimits
  private let calendar = Shipped.current.calendar
  private var words = FillWords(seed: 20_261_128)
  private(set) var counters: [FillCounter: Int] = [:]
  private var leads: [String: Int] = [:]

  init(now: Instant) throws { (self.now, limits) = (now, try Shipped.current.orderLimits(on: now.day)) }

  /// The four offices with the most orders.
  var offices: [String] { leads.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key) }

  mutating func next(_ row: FillRow) throws -> FillOrder {
    let state = words.weighted(Self.states)
    let handedAt = Instant(milliseconds: now.milliseconds - Int64(words.below(16 * 1440)) * 60_000)
    let limit = limits.answer(.general, leafDays: row.duty.days)
    let events = [ClockEvent.started(handedAt)]
    guard let clock = OrderClock(limit: limit, limits: limits, events: events) else { throw NotFound() }
    let acceptBy = limits.acceptBy(
      handedOver: handedAt, kind: .general, urgency: .normal, hours: .usual, calendar: calendar)
    let town = row.village.key.town
    let counter = FillCounter(key: VillageKey(town: town, village: town), name: "order.open.\(row.duty.lead)")
    counters[counter, default: 0] += 1
    leads[row.duty.lead, default: 0] += 1
    return FillOrder(
      row: row, state: state, handedAt: handedAt, acceptBy: acceptBy,
      reading: clock.reading(at: now, calendar: calendar), clock: try json(events), limit: try json(limit))
  }

  private func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  private static let states: [(OrderState, Int)] = [
    (.accepted, 600), (.handedOver, 250), (.awaitingCoHandlers, 50), (.extensionAsked, 40), (.returned, 30),
    (.reopened, 30),
  ]
}

extension Transaction {
  /// Writes orders with their first step, many rows a statement; their matters name them.
  func insert(_ orders: [FillOrder]) throws {
    for some in orders.chunks(of: 50) {
      var (rows, steps, ids): (SQL, SQL, [Int64]) = ("", "", [])
      for (index, order) in some.enumerated() {
        rows = index == 0 ? order.values : rows + ", " + order.values
        steps = index == 0 ? order.step : steps + ", " + order.step
        ids.append(order.row.id)
      }
      try run(
        """
        INSERT INTO work_order (id, town, village, matter, leaf, kind, urgency, level, first_level, office, helpers,
          helped, state, basis, about, clock, time_limit, handed_at, accept_by, due_at, amber_at, due_key, open,
          is_final, returns, reopenings, reply, urges, is_supervised, version)
        VALUES \(rows)
        """)
      try run(
        """
        INSERT INTO order_step (id, town, village, work_order, at, account, step, from_office, to_office, words)
        VALUES \(steps)
        """)
      try run(
        """
        UPDATE matter SET work_order = o.id, due_at = o.due_at, shown_due_at = o.due_at
        FROM work_order o WHERE o.id = matter.id AND matter.id IN (\(values: ids))
        """)
    }
  }
}

extension FillOrder {
  fileprivate var values: SQL {
    let (key, duty, due) = (row.village.key, row.duty, reading.due)
    let next = OrderState.untaken.contains(state) ? [due, acceptBy].compactMap(\.self).min() : due
    return """
      (\(row.id), \(key.town), \(key.village), \(row.id), \(duty.code), 'general', 0, 'village', 'village',
        \(duty.lead), '', '', \(state.rawValue), \(duty.basis?.zh ?? ""), '', \(clock), \(limit), \(handedAt),
        \(acceptBy), \(due), \(reading.amberFrom), \(next?.milliseconds ?? Int64.max), 1, 0, 0, 0, '', 0, 0, 1)
      """
  }

  fileprivate var step: SQL {
    let key = row.village.key
    return """
      (\(row.id), \(key.town), \(key.village), \(row.id), \(handedAt), NULL, 'handOver', '', \(row.duty.lead), '')
      """
  }
}
