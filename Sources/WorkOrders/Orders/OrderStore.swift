import Governance
import Matters
import People
import Store
import Values
import Web

extension OrderRow {
  /// By what lists run: the next moment by which somebody has to do something, which is the time to take it up while
  /// nobody has, then the due date; the end of time while the clock stands still and once it is answered.
  var dueKey: Int64 {
    guard answeredAt == nil else { return .max }
    let due = dueAt?.milliseconds ?? .max
    return OrderState.untaken.contains(state) ? min(due, acceptBy.milliseconds) : due
  }
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

  /// The offices that sent a matter of this leaf back. Indexes: work_order_matter, order_step_order.
  func returners(of matter: ID<Matter>, leaf: String, town: ID<Place>) throws -> [String] {
    try rows(
      """
      SELECT DISTINCT s.from_office FROM work_order o JOIN order_step s ON s.town = o.town AND s.work_order = o.id
      WHERE o.town = \(town) AND o.matter = \(matter) AND o.leaf = \(leaf) AND s.step IN ('returnOnce', 'returnAgain')
        AND s.from_office <> ''
      ORDER BY s.from_office
      """
    ).map { try $0.text("from_office") }
  }

  /// Orders in its charge, or in which it was called to help. Indexes: work_order_office, order_helper_office.
  func hasOpenOrders(office: String, town: ID<Place>) throws -> Bool {
    try row("SELECT 1 AS one FROM work_order WHERE town = \(town) AND office = \(office) AND open = 1 LIMIT 1") != nil
      || row("SELECT 1 AS one FROM order_helper WHERE town = \(town) AND office = \(office) AND open = 1 LIMIT 1")
        != nil
  }

  /// How many open orders each office has, by the counters.
  func openOrders(of town: ID<Place>) throws -> [String: Int] {
    let found = try rows("SELECT name, n FROM counter WHERE town = \(town) AND village = \(town)")
    return try found.reduce(into: [:]) { offices, row in
      let (name, n) = (try row.text("name"), try row.int("n"))
      if name.hasPrefix(openOrderCounter), n > 0 { offices[String(name.dropFirst(openOrderCounter.count))] = n }
    }
  }
}

/// The counters of open orders, one an office, stand under the town: this and the name of the office.
private let openOrderCounter = "order.open."

extension OrderRow {
  /// What of it may change.
  fileprivate func columns(key: Int64?) throws -> ColumnValues {
    [
      "level": level.rawValue, "office": office, "helpers": helpers.joined(separator: ","),
      "helped": helped.joined(separator: ","), "state": state.rawValue, "basis": basis,
      "about": about.sorted().joined(separator: ","), "clock": try storedClock, "handed_at": handedAt,
      "accept_by": acceptBy, "late_told_at": lateToldAt, "due_at": dueAt, "amber_at": amberAt, "due_key": key,
      "open": state.isOpen, "is_final": isFinal, "returns": returns, "reopenings": reopenings,
      "asked_extension": try askedExtension.map { try columnText($0) }, "handler": handler,
      "outcome": outcome?.rawValue, "reply": reply, "answered_at": answeredAt, "answer_days": answerTime?.days,
      "is_in_time": answerTime?.isInTime, "closed_at": closedAt, "urges": urges, "is_supervised": isSupervised,
    ]
  }
}

extension Write {
  /// Writes a new order with its first event's rows.
  func insert(_ order: OrderRow) throws -> Touched {
    try tx.send(
      """
      INSERT INTO work_order (id, town, village, matter, leaf, kind, urgency, level, first_level, office, helpers, helped,
        state, basis, about, clock, time_limit, handed_at, accept_by, due_at, amber_at, due_key, open, is_final, returns,
        reopenings, reply, urges, is_supervised, version)
      VALUES (\(order.id), \(order.key.town), \(order.key.village), \(order.matter), \(order.leaf),
        \(order.kind.rawValue), \(order.urgency.rawValue), \(order.level.rawValue), \(order.firstLevel.rawValue),
        \(order.office), '', '', \(order.state.rawValue), \(order.basis), \(order.about.sorted().joined(separator: ",")),
        \(try order.storedClock), \(try columnText(order.limit)), \(order.handedAt), \(order.acceptBy), \(order.dueAt),
        \(order.amberAt), \(order.dueKey), 1, \(order.isFinal), \(order.returns), 0, '', 0, 0, 1)
      """)
    count(openOrderCounter + order.office, town: order.key.town, village: order.key.town)
    return Touched(orderEntity, order.id)
  }

  /// Writes an order down as it is now, with the counters by the difference from what it was.
  /// - Throws: the refusal `changedMeanwhile` when it is no longer what was read.
  func save(_ order: OrderRow, was old: OrderRow) throws -> Touched {
    let changed = try tx.run(
      """
      UPDATE work_order SET \(SQL.changes(try order.columns(key: order.dueKey), from: try old.columns(key: old.storedKey)))
        version = version + 1
      WHERE town = \(order.key.town) AND id = \(order.id) AND version = \(order.version)
      """)
    guard changed == 1 else { throw RowChanged(otherwise: MattersWords.changedMeanwhile) }
    if order.office != old.office || order.state.isOpen != old.state.isOpen {
      let town = order.key.town
      if old.state.isOpen { count(openOrderCounter + old.office, town: town, village: town, by: -1) }
      if order.state.isOpen { count(openOrderCounter + order.office, town: town, village: town) }
    }
    if order.office != old.office || order.answeredAt != old.answeredAt {
      try tally(old, by: -1)
      try tally(order, by: 1)
    }
    return Touched(orderEntity, order.id)
  }

  func insertStep(_ step: OrderStep, on order: OrderRow, from: String, to: String, words: String) throws -> Touched {
    let id = ids.next(Order.self)
    try tx.send(
      """
      INSERT INTO order_step (id, town, village, work_order, at, account, step, from_office, to_office, words)
      VALUES (\(id), \(order.key.town), \(order.key.village), \(order.id), \(now), \(actor), \(step.rawValue), \(from),
        \(to), \(words))
      """)
    return Touched(orderStepEntity, id)
  }
}
