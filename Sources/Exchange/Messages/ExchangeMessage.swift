import Governance
import Store
import Values
import Web
import WorkOrders

package enum MessageRecord {}

/// What a message tells: that an order is theirs, or that it no longer is.
enum MessageKind: String, Sendable, Codable { case handed, recalled }

/// Where a message stands.
enum MessageState: String, Sendable, Codable, CaseIterable {
  case waiting
  /// To be fetched as a file.
  case inFile
  /// The other side has it.
  case sent
  /// Given up or refused.
  case failed
  /// Not sent: the order was taken away before, or the connector.
  case dropped
}

/// An order told to a system, as it is stored.
struct ExchangeMessage: Sendable {
  let id: ID<MessageRecord>
  let key: VillageKey
  let connector: ID<ConnectorRecord>
  let order: ID<Order>
  let kind: MessageKind
  /// When the order was handed to those who work there: another time, another message.
  let handedAt: Instant
  let state: MessageState
  let attempts: Int
  /// How often it may have been sent twice, since the program ended while it was on its way.
  let repeats: Int
  let nextAt: Instant
  let sentAt: Instant?
  let madeAt: Instant
  /// What came back last.
  let answer: String
  let theirNumber: String
  let theirStatus: String
  /// Since when it is no longer theirs: returned, recalled, or handed over anew.
  let endedAt: Instant?

  init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    (connector, order, kind) = try (row.id("connector"), row.id("work_order"), row.choice("kind"))
    (handedAt, state) = try (row.instant("handed_at"), row.choice("state"))
    (attempts, repeats) = try (row.int("attempts"), row.int("repeats"))
    (nextAt, madeAt) = try (row.instant("next_at"), row.instant("made_at"))
    (sentAt, answer) = (row.optionalInstant("sent_at"), try row.text("answer"))
    (theirNumber, theirStatus) = try (row.text("their_number"), row.text("their_status"))
    endedAt = row.optionalInstant("ended_at")
  }

  /// Whether it can have reached nobody yet.
  var wasNeverTried: Bool { attempts == 0 && (state == .waiting || state == .inFile) }

  /// By which the other side knows it again, however often it comes.
  var fixedKey: String { Self.fixedKey(id) }
  static func fixedKey(_ id: ID<MessageRecord>) -> String { "sanshi-order-\(id)" }
  static func id(fixedKey: String) -> ID<MessageRecord>? {
    fixedKey.hasPrefix("sanshi-order-") ? ID<MessageRecord>(String(fixedKey.dropFirst("sanshi-order-".count))) : nil
  }
}

/// A message with what a list says of its order.
struct MessageLine: Sendable {
  let message: ExchangeMessage
  let number: String
  let title: String
  let office: String
  let villageCode: String

  init(_ row: Row) throws {
    message = try ExchangeMessage(row)
    (number, title, office) = try (row.text("number"), row.text("title"), row.text("office"))
    villageCode = try row.text("village_code")
  }
}

extension Transaction {
  /// The newest message about an order to a connector. Index: exchange_message_order.
  func lastMessage(about order: ID<Order>, to connector: ID<ConnectorRecord>, town: ID<Place>) throws
    -> ExchangeMessage?
  {
    try row(
      """
      SELECT * FROM exchange_message WHERE town = \(town) AND work_order = \(order) AND connector = \(connector)
      ORDER BY id DESC LIMIT 1
      """
    ).map(ExchangeMessage.init)
  }

  /// - Throws: `NotFound` for one of another connector.
  func message(_ id: ID<MessageRecord>, to connector: ID<ConnectorRecord>) throws -> ExchangeMessage {
    let found = try row("SELECT * FROM exchange_message WHERE id = \(id) AND connector = \(connector)")
    guard let found else { throw NotFound() }
    return try ExchangeMessage(found)
  }

  /// The messages to a connector, newest first, those before `last`. Indexes: exchange_message_list, _state.
  func messages(
    to connector: Connector, state: MessageState?, before last: ID<MessageRecord>?, limit: Int
  ) throws -> [MessageLine] {
    let narrowed: SQL = state.map { "AND x.state = \($0.rawValue)" } ?? ""
    return try rows(
      """
      SELECT x.*, m.number, m.title, o.office, p.code AS village_code FROM exchange_message x
      JOIN work_order o ON o.id = x.work_order JOIN matter m ON m.id = o.matter JOIN place p ON p.id = x.village
      WHERE x.town = \(connector.town) AND x.connector = \(connector.id) \(narrowed) AND x.id < \(last ?? .max)
      ORDER BY x.id DESC LIMIT \(limit)
      """
    ).map(MessageLine.init)
  }

  /// How many messages to a connector are in a state, counted up to 1,000.
  func messageCount(to connector: Connector, state: MessageState) throws -> Int {
    try count(
      """
      SELECT COUNT(*) AS n FROM (SELECT id FROM exchange_message WHERE town = \(connector.town)
        AND connector = \(connector.id) AND state = \(state.rawValue) LIMIT 1000) AS few
      """)
  }

  /// Since when the oldest message waits of a connector that is in use; nil when none does.
  func oldestMessageWaiting() throws -> Instant? {
    try row(
      """
      SELECT x.made_at FROM exchange_message x JOIN exchange_connector c ON c.id = x.connector AND c.is_on = 1
      WHERE x.state = 'waiting' ORDER BY x.made_at LIMIT 1
      """
    )?.instant("made_at")
  }
}
