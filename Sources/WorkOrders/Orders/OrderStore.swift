import Foundation
import Governance
import Matters
import People
import Store
import Values
import Web

/// Which orders a list shows; nil and empty: all.
struct OrderFilter: Sendable, Hashable {
  var office: String?
  var village: ID<Place>?
  var state: OrderState?
  var light: Light?
  /// Closed ones instead of open ones.
  var isClosed = false
  /// A leaf or the beginning of its code.
  var leaf = ""
}

/// An order with what a list says of its matter.
struct OrderLine: Sendable {
  let order: OrderRow
  let title: String
  let number: String
  let place: String

  init(_ row: Row) throws {
    order = try OrderRow(row)
    (title, number, place) = (try row.text("title"), try row.text("number"), try row.text("place_text"))
  }
}

extension OrderRow {
  /// By what lists run: the due date; the end of time while the clock stands still and once it is answered.
  fileprivate var dueKey: Int64 { answeredAt == nil ? dueAt?.milliseconds ?? Int64.max : Int64.max }
}

extension Transaction {
  /// - Throws: `NotFound` for one of another village.
  package func order(_ id: ID<Order>, in key: VillageKey) throws -> OrderRow {
    let found = try row(
      "SELECT * FROM work_order WHERE town = \(key.town) AND village = \(key.village) AND id = \(id)")
    guard let found else { throw NotFound() }
    return try OrderRow(found)
  }

  /// The newest order of a matter that is not taken back; nil when it was never handed over. Index: work_order_matter.
  package func order(of matter: ID<Matter>, town: ID<Place>) throws -> OrderRow? {
    try row(
      """
      SELECT * FROM work_order WHERE town = \(town) AND matter = \(matter) AND state <> \(OrderState.takenBack.rawValue)
      ORDER BY id DESC LIMIT 1
      """
    ).map(OrderRow.init)
  }

  /// By deadline, the nearest first; those whose clock stands still last. Goes on after the order `last`. Indexes:
  /// work_order_office, work_order_village, work_order_state, work_order_town.
  func orders(
    of town: ID<Place>, where filter: OrderFilter, after last: ID<Order>?, limit: Int, now: Instant
  ) throws -> [OrderLine] {
    var query: SQL = """
      SELECT o.*, m.title, m.number, m.place_text FROM work_order o JOIN matter m ON m.id = o.matter
      WHERE o.town = \(town) AND o.open = \(filter.isClosed ? 0 : 1)
      """
    if let office = filter.office { query = query + " AND o.office = \(office)" }
    if let village = filter.village { query = query + " AND o.village = \(village)" }
    if let state = filter.state { query = query + " AND o.state = \(state.rawValue)" }
    if !filter.leaf.isEmpty {
      query = query + " AND o.leaf >= \(filter.leaf) AND o.leaf < \(filter.leaf + "~")"
    }
    switch filter.light {
    case .red: query = query + " AND o.due_key < \(now)"
    case .amber: query = query + " AND o.due_key >= \(now) AND o.amber_at <= \(now)"
    case .green: query = query + " AND o.due_key >= \(now) AND (o.amber_at IS NULL OR o.amber_at > \(now))"
    case nil: break
    }
    if let last {
      let key = try row("SELECT due_key FROM work_order WHERE town = \(town) AND id = \(last)")?.int64("due_key")
      guard let key else { return [] }
      query = query + " AND (o.due_key, o.id) > (\(key), \(last))"
    }
    return try rows(query + " ORDER BY o.due_key, o.id LIMIT \(limit)").map(OrderLine.init)
  }

  /// The orders in which an office was called to help and has not answered, the oldest first.
  func ordersToHelp(_ office: String, town: ID<Place>, limit: Int) throws -> [OrderLine] {
    try rows(
      """
      SELECT o.*, m.title, m.number, m.place_text FROM order_helper h
      JOIN work_order o ON o.id = h.work_order JOIN matter m ON m.id = o.matter
      WHERE h.town = \(town) AND h.office = \(office) AND h.open = 1 ORDER BY h.id LIMIT \(limit)
      """
    ).map(OrderLine.init)
  }

  func orderSteps(of order: ID<Order>, town: ID<Place>) throws -> [OrderStepRow] {
    try rows("SELECT * FROM order_step WHERE town = \(town) AND work_order = \(order) ORDER BY id DESC LIMIT 200")
      .map(OrderStepRow.init)
  }

  func hasOpenOrders(office: String, town: ID<Place>) throws -> Bool {
    try row("SELECT 1 AS one FROM work_order WHERE town = \(town) AND office = \(office) AND open = 1 LIMIT 1") != nil
  }

  /// How many open orders each office has. Index: work_order_office.
  func openOrders(of town: ID<Place>) throws -> [String: Int] {
    let found = try rows(
      "SELECT office, COUNT(*) AS n FROM work_order WHERE town = \(town) AND open = 1 GROUP BY office")
    return Dictionary(try found.map { (try $0.text("office"), try $0.int("n")) }) { first, _ in first }
  }
}

extension Write {
  /// Writes a new order with its first event's rows.
  func insert(_ order: OrderRow) throws -> Touched {
    try tx.run(
      """
      INSERT INTO work_order (id, town, village, matter, leaf, kind, urgency, level, first_level, office, helpers, helped,
        state, basis, about, clock, time_limit, handed_at, accept_by, due_at, amber_at, due_key, open, is_final, returns,
        reopenings, reply, urges, is_supervised, version)
      VALUES (\(order.id), \(order.key.town), \(order.key.village), \(order.matter), \(order.leaf),
        \(order.kind.rawValue), \(order.urgency.rawValue), \(order.level.rawValue), \(order.firstLevel.rawValue),
        \(order.office), '', '', \(order.state.rawValue), \(order.basis), \(order.about.sorted().joined(separator: ",")),
        \(try json(order.clock)), \(try json(order.limit)), \(order.handedAt), \(order.acceptBy), \(order.dueAt),
        \(order.amberAt), \(order.dueKey), 1, \(order.isFinal), 0, 0, '', 0, 0, 1)
      """)
    return Touched(orderEntity, order.id)
  }

  /// Writes an order down as it is now.
  /// - Throws: the refusal `changedMeanwhile` when it is no longer what was read.
  func save(_ order: OrderRow) throws -> Touched {
    let changed = try tx.run(
      """
      UPDATE work_order SET level = \(order.level.rawValue), office = \(order.office),
        helpers = \(order.helpers.joined(separator: ",")), helped = \(order.helped.joined(separator: ",")),
        state = \(order.state.rawValue), basis = \(order.basis), about = \(order.about.sorted().joined(separator: ",")),
        clock = \(try json(order.clock)), handed_at = \(order.handedAt), accept_by = \(order.acceptBy),
        due_at = \(order.dueAt), amber_at = \(order.amberAt), due_key = \(order.dueKey),
        open = \(order.state.isOpen), is_final = \(order.isFinal), returns = \(order.returns),
        reopenings = \(order.reopenings), asked_extension = \(try order.askedExtension.map { try json($0) }),
        handler = \(order.handler), outcome = \(order.outcome?.rawValue), reply = \(order.reply),
        answered_at = \(order.answeredAt), closed_at = \(order.closedAt), urges = \(order.urges),
        is_supervised = \(order.isSupervised), version = version + 1
      WHERE town = \(order.key.town) AND id = \(order.id) AND version = \(order.version)
      """)
    guard changed == 1 else { throw MattersWords.changedMeanwhile }
    return Touched(orderEntity, order.id)
  }

  func insertStep(_ step: OrderStep, on order: OrderRow, from: String, to: String, words: String) throws -> Touched {
    let id = ids.next(Order.self)
    try tx.run(
      """
      INSERT INTO order_step (id, town, village, work_order, at, account, step, from_office, to_office, words)
      VALUES (\(id), \(order.key.town), \(order.key.village), \(order.id), \(now), \(actor), \(step.rawValue), \(from),
        \(to), \(words))
      """)
    return Touched(orderStepEntity, id)
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
