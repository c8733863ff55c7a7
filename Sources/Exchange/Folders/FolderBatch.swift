import Governance
import Mechanism
import Store
import Values
import Web
import WorkOrders

/// The orders of one file, under a name that does not change however often the file is written.
struct FolderBatch: Sendable {
  let id: ID<FolderFileRecord>
  let name: String
  let messages: [ExchangeMessage]
  let bytes: [UInt8]

  /// The most orders of a file.
  static let mostOrders = 500
}

enum BatchBeginning: Sendable {
  case none, dropped
  case begun(FolderBatch)
}

extension Write {
  /// Takes in hand the file that was begun, or a new one of what waits: written down before it goes. Event
  /// `exchangeFileBegun` of a new one.
  func beginBatch(of id: ID<ConnectorRecord>, publicURL: String, catalogues: Catalogues) throws -> BatchBeginning {
    let connector = try tx.connector(id)
    guard let folder = connector.folder, connector.isOn else { return .none }
    let begun = try tx.begunFile(of: connector)
    let messages =
      try begun.map { try tx.messages(of: $0.id, to: connector) } ?? tx.dueMessages(to: connector, at: now)
    if begun == nil, messages.isEmpty { return .none }
    var (contents, told): ([OrderContent], [ExchangeMessage]) = ([], [])
    for message in messages {
      let (content, order) = try tx.content(
        of: message, to: connector, publicURL: publicURL, now: now, catalogues: catalogues)
      if message.kind == .handed, !order.state.isOpen || message.endedAt != nil {
        try settle(message, .dropped, answer: "")
      } else {
        contents.append(content)
        told.append(message)
      }
    }
    if contents.isEmpty {
      try dropFiles(of: id, town: connector.town)
      return .dropped
    }
    let file = try begun ?? beginFile(folder.format, of: connector)
    for (message, content) in zip(told, contents) { try begin(message, content, in: file, connector) }
    let isJSON = file.name.hasSuffix(OrderFileFormat.json.rawValue)
    let bytes = try orderFile(contents, as: isJSON ? .json : .xlsx, unit: connector.name, .zh)
    return .begun(FolderBatch(id: file.id, name: file.name, messages: told, bytes: bytes))
  }

  private func beginFile(_ format: OrderFileFormat, of connector: Connector) throws -> FolderFile {
    let id = ids.next(FolderFileRecord.self)
    let day = now.day.iso.filter { $0 != "-" }
    try tx.run(
      """
      INSERT INTO exchange_file (id, town, connector, direction, name, digest, state, orders, result, made_at)
      VALUES (\(id), \(connector.town), \(connector.id), 'out', \("sanshi-\(day)-\(id).\(format.rawValue)"), '', 'begun',
        0, '', \(now))
      """)
    try record("exchangeFileBegun", Touched(fileEntity, id), town: connector.town)
    return try FolderFile(try tx.rows("SELECT * FROM exchange_file WHERE id = \(id)")[0])
  }

  private func begin(_ message: ExchangeMessage, _ content: OrderContent, in file: FolderFile, _ connector: Connector)
    throws
  {
    try tx.run(
      """
      UPDATE exchange_message SET batch = \(file.id), sent_at = \(now), attempts = attempts + 1,
        repeats = repeats + CASE WHEN began_at IS NULL THEN 0 ELSE 1 END, began_at = \(now)
      WHERE id = \(message.id)
      """)
    guard content.disclosure != nil else { return }
    try record(
      "exchangeContacts", Touched(messageEntity, message.id), town: message.key.town, village: message.key.village,
      note: connector.fields.map(\.rawValue).joined(separator: ","))
  }

  /// The file lies where the other side fetches it. Event `exchangeFileOut`, and `exchangeSent` of each order.
  func endBatch(_ batch: FolderBatch, of connector: Connector) throws {
    for message in batch.messages { try settle(message, .sent, answer: batch.name) }
    try tx.run("UPDATE exchange_file SET state = 'out', orders = \(batch.messages.count) WHERE id = \(batch.id)")
    try record("exchangeFileOut", Touched(fileEntity, batch.id), town: connector.town, note: "\(batch.messages.count)")
  }

  /// The file did not get there: its orders wait for the next attempt, and the folder rests.
  func postpone(_ batch: FolderBatch, for fault: FolderFault, of connector: Connector) throws {
    try tx.run(
      """
      UPDATE exchange_message SET began_at = NULL, answer = \(FolderStrings.words(of: fault).zh)
      WHERE town = \(connector.town) AND connector = \(connector.id) AND batch = \(batch.id) AND state = 'waiting'
      """)
  }
}
