import Governance
import Mechanism
import Store
import Values
import Web
import WorkOrders

package enum FolderFileRecord {}

/// A file that went out or came in by a folder.
struct FolderFile: Sendable {
  enum Direction: String, Sendable, Codable { case out, `in` }
  /// Being written, lying there, not needed; read whole, or with something not taken.
  enum State: String, Sendable, Codable { case begun, out, dropped, done, refused }

  let id: ID<FolderFileRecord>
  let direction: Direction
  let name: String
  let state: State
  /// Orders of a file that went out.
  let orders: Int
  /// What came of one that came in; its list of refusals is cut.
  let result: AnswerResult
  let madeAt: Instant

  init(_ row: Row) throws {
    (id, direction, name) = try (row.id("id"), row.choice("direction"), row.text("name"))
    (state, orders, madeAt) = try (row.choice("state"), row.int("orders"), row.instant("made_at"))
    result = try AnswerResult(stored: row.text("result"))
  }
}

extension Transaction {
  /// Connectors of a kind that are in use and do not rest. Index: exchange_connector_open.
  func foldersDue(_ kind: FolderKind, at now: Instant) throws -> [ID<ConnectorRecord>] {
    try rows(
      """
      SELECT id FROM exchange_connector
      WHERE closed_at IS NULL AND is_on = 1 AND way = \(kind.rawValue) AND (paused_until IS NULL OR paused_until <= \(now))
      ORDER BY id
      """
    ).map { try $0.id("id") }
  }

  /// The files of a connector, the newest first. Index: exchange_file_list.
  func files(of connector: Connector, limit: Int) throws -> [FolderFile] {
    try rows(
      """
      SELECT * FROM exchange_file WHERE town = \(connector.town) AND connector = \(connector.id)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(FolderFile.init)
  }

  /// The file that was begun and not ended. Index: exchange_file_begun.
  func begunFile(of connector: Connector) throws -> FolderFile? {
    try row(
      """
      SELECT * FROM exchange_file WHERE town = \(connector.town) AND connector = \(connector.id) AND state = 'begun'
      ORDER BY id LIMIT 1
      """
    ).map(FolderFile.init)
  }

  /// A file of the same content that was taken whole. Index: exchange_file_digest.
  func doneFile(_ digest: String, of connector: Connector) throws -> FolderFile? {
    try row(
      """
      SELECT * FROM exchange_file WHERE town = \(connector.town) AND connector = \(connector.id)
        AND digest = \(digest) AND state = 'done'
      ORDER BY id LIMIT 1
      """
    ).map(FolderFile.init)
  }

  /// The messages of a file that still wait. Index: exchange_message_batch.
  func messages(of file: ID<FolderFileRecord>, to connector: Connector) throws -> [ExchangeMessage] {
    try rows(
      """
      SELECT * FROM exchange_message WHERE town = \(connector.town) AND connector = \(connector.id)
        AND batch = \(file) AND state = 'waiting'
      ORDER BY id
      """
    ).map(ExchangeMessage.init)
  }

  /// What waits for a file, the oldest first. Index: exchange_message_due.
  func dueMessages(to connector: Connector, at now: Instant) throws -> [ExchangeMessage] {
    try rows(
      """
      SELECT * FROM exchange_message
      WHERE connector = \(connector.id) AND state = 'waiting' AND next_at <= \(now)
      ORDER BY next_at, id LIMIT \(FolderBatch.mostOrders)
      """
    ).map(ExchangeMessage.init)
  }
}

extension Write {
  /// A file that came in, as it was taken. Event `exchangeFileTaken` or `exchangeFileRefused`.
  func keep(_ result: AnswerResult, ofFile name: String, digest: String, state: FolderFile.State, from: Connector)
    throws
  {
    let id = ids.next(FolderFileRecord.self)
    try tx.run(
      """
      INSERT INTO exchange_file (id, town, connector, direction, name, digest, state, orders, result, made_at)
      VALUES (\(id), \(from.town), \(from.id), 'in', \(name), \(digest), \(state.rawValue), 0, \(try result.stored()),
        \(now))
      """)
    try record(
      state == .done ? "exchangeFileTaken" : "exchangeFileRefused", Touched(fileEntity, id), town: from.town,
      note: "\(result.taken) \(result.already) \(result.refused.count)")
  }

  /// What was begun for a folder that is none any more. Event `exchangeFileDropped`.
  func dropFiles(of id: ID<ConnectorRecord>, town: ID<Place>) throws {
    let rows = try tx.rows(
      """
      UPDATE exchange_file SET state = 'dropped' WHERE town = \(town) AND connector = \(id) AND state = 'begun'
      RETURNING id
      """)
    for row in rows { try record("exchangeFileDropped", Touched(fileEntity, try row.int64("id")), town: town) }
  }

  /// The folder does not work: it rests, longer each time.
  func rest(_ connector: Connector, for fault: FolderFault) throws {
    try tx.run(
      """
      UPDATE exchange_connector SET failures = failures + 1, last_answer = \(String(fault.stored.prefix(300))),
        paused_until = \(now.adding(seconds: transportPause(failures: connector.failures + 1)))
      WHERE id = \(connector.id)
      """)
  }
}
