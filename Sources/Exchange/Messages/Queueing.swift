import Governance
import Store
import Values
import Web
import WorkOrders

/// Events looked at in one transaction.
private let eventsAtOnce = 500

/// Looks at what happened to the orders of each town since the last time, by its chain of events, which misses nothing:
/// who got an order is told, who lost it too. What is queued commits together with how far the chain was read.
package func queueOrders(_ app: App) async throws {
  let towns = try await app.database.read { tx in try tx.townsToLookAt() }
  for town in towns { while try await app.write({ w in try w.queueOrders(of: town) }) == eventsAtOnce {} }
}

extension Write {
  /// Gives how many events were looked at.
  func queueOrders(of town: ID<Place>) throws -> Int {
    guard
      let seen = try tx.row(
        "UPDATE exchange_seen SET seq = seq WHERE town = \(town) RETURNING seq")?.int64("seq")
    else { return 0 }
    let events = try tx.rows(
      "SELECT seq, touched FROM event WHERE town = \(town) AND seq > \(seen) ORDER BY seq LIMIT \(eventsAtOnce)")
    guard let last = try events.last?.int64("seq") else { return 0 }
    let connectors = try tx.connectors(of: town)
    for order in try Set(events.flatMap { ordersNamed(in: try $0.text("touched")) }).sorted() {
      let row = try tx.row("SELECT * FROM work_order WHERE town = \(town) AND id = \(order)")
      guard let found = try row.map(OrderRow.init) else { continue }
      for connector in connectors { try queue(found, to: connector) }
    }
    try tx.run("UPDATE exchange_seen SET seq = \(last) WHERE town = \(town)")
    return events.count
  }

  private func queue(_ order: OrderRow, to connector: Connector) throws {
    let last = try tx.lastMessage(about: order.id, to: connector.id, town: order.key.town)
    let isTheirs = last?.kind == .handed && last?.endedAt == nil
    if order.state.isOpen, connector.takes(order) {
      guard order.handedAt >= connector.madeAt, !isTheirs || last?.handedAt != order.handedAt else { return }
      // Given back by them, and nothing new since.
      if let last, last.kind == .handed, last.handedAt == order.handedAt { return }
      if let last, isTheirs { try end(last) }
      try add(.handed, order, to: connector)
    } else if let last, isTheirs {
      try end(last)
      // What is done is theirs no longer, unless it was closed without an answer, which they have to hear; what never
      // reached them is simply not sent.
      if order.state != .closed || order.outcome == nil, !last.wasNeverTried, last.state != .failed {
        try add(.recalled, order, to: connector)
      }
    }
  }

  /// It is no longer theirs; while it was never tried it is not sent.
  private func end(_ message: ExchangeMessage) throws {
    let state = message.wasNeverTried ? MessageState.dropped : message.state
    try tx.run(
      "UPDATE exchange_message SET ended_at = \(now), state = \(state.rawValue) WHERE id = \(message.id)")
    try record(
      "exchangeEnded", Touched(messageEntity, message.id), town: message.key.town, village: message.key.village)
  }

  private func add(_ kind: MessageKind, _ order: OrderRow, to connector: Connector) throws {
    let id = ids.next(MessageRecord.self)
    let state = connector.isByFile ? MessageState.inFile : .waiting
    try tx.run(
      """
      INSERT INTO exchange_message (id, town, village, connector, work_order, kind, handed_at, state, attempts, repeats,
        next_at, made_at, answer, their_number, their_status)
      VALUES (\(id), \(order.key.town), \(order.key.village), \(connector.id), \(order.id), \(kind.rawValue),
        \(order.handedAt), \(state.rawValue), 0, 0, \(now), \(now), '', '', '')
      """)
    try record(
      "exchangeQueued", Touched(messageEntity, id), town: order.key.town, village: order.key.village,
      note: kind.rawValue)
  }
}

/// The orders among the rows that an event changed: "work_order:ID:commitment".
private func ordersNamed(in touched: String) -> [ID<Order>] {
  touched.split(separator: " ").compactMap { row in
    let parts = row.split(separator: ":")
    return parts.count == 3 && parts[0] == "work_order" ? ID<Order>(String(parts[1])) : nil
  }
}
