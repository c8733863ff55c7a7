import Store
import Values
import Web

extension Transaction {
  /// The connectors of a town in the order of making, at most 50. Index: exchange_connector_town.
  func connectors(of town: ID<Place>) throws -> [Connector] {
    try rows("SELECT * FROM exchange_connector WHERE town = \(town) AND closed_at IS NULL ORDER BY id LIMIT 50").map(
      Connector.init)
  }

  /// The systems of a town by name.
  package func exchangeSystems(of town: ID<Place>) throws -> [(id: ID<ConnectorRecord>, name: String)] {
    try connectors(of: town).map { ($0.id, $0.name) }
  }

  /// Whether another connector of the town has the folder, one above it or one in it.
  func sharesFolder(_ place: [String], but id: ID<ConnectorRecord>, town: ID<Place>) throws -> Bool {
    try connectors(of: town).contains { other in
      guard other.id != id, let theirs = other.folder?.place, theirs.dropLast() == place.dropLast() else {
        return false
      }
      let (mine, taken) = ((place.last ?? "") + "/", (theirs.last ?? "") + "/")
      return mine.hasPrefix(taken) || taken.hasPrefix(mine)
    }
  }

  /// - Throws: `NotFound` for one that is closed or of another town.
  func connector(_ id: ID<ConnectorRecord>, town: ID<Place>? = nil) throws -> Connector {
    let row = try row("SELECT * FROM exchange_connector WHERE id = \(id) AND closed_at IS NULL")
    guard let connector = try row.map(Connector.init), town == nil || connector.town == town else { throw NotFound() }
    return connector
  }

  /// Towns that exchange orders and whose chain of events went on since they were looked at.
  func townsToLookAt() throws -> [ID<Place>] {
    try rows(
      "SELECT s.town FROM exchange_seen s JOIN chain c ON c.town = s.town WHERE c.seq > s.seq ORDER BY s.town"
    ).map { try $0.id("town") }
  }
}

extension Write {
  /// Puts a connector as it shall be; it begins without failures. The first of a town looks at orders from now on. Event
  /// `exchangeChanged`.
  /// - Parameter sealed: its key, by `Connector.sealed`, and the secrets of its folder, by `Connector.sealedFolder`.
  func putConnector(
    _ id: ID<ConnectorRecord>, _ draft: ConnectorDraft, sealed: (key: String, folder: String), town: ID<Place>
  ) throws {
    let fields = draft.fields.map(\.rawValue).joined(separator: ",")
    let folder = draft.folder?.setup
    let (way, setup) = (folder?.kind.rawValue, try folder.map { try FolderSetup.text($0.values) })
    try tx.run(
      """
      INSERT INTO exchange_connector (id, town, name, url, secret, offices, levels, mapping, fields, purpose, receiver,
        allows_private, authorities, is_on, failures, last_answer, made_at, way, folder, folder_secret)
      VALUES (\(id), \(town), \(draft.name), \(draft.url), \(sealed.key), \(draft.offices.joined(separator: ",")),
        \(draft.levels.map(\.rawValue).joined(separator: ",")), \(draft.mapping.text), \(fields), \(draft.purpose),
        \(draft.receiver), \(draft.allowsPrivate), \(draft.authorities), \(draft.isOn), 0, '', \(now),
        \(way), \(setup), \(folder == nil ? nil : sealed.folder))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, secret = excluded.secret,
        offices = excluded.offices, levels = excluded.levels, mapping = excluded.mapping, fields = excluded.fields,
        purpose = excluded.purpose, receiver = excluded.receiver, allows_private = excluded.allows_private,
        authorities = excluded.authorities, is_on = excluded.is_on, failures = 0, paused_until = NULL,
        way = excluded.way, folder = excluded.folder, folder_secret = excluded.folder_secret
      """)
    // What was set to go the other way goes this way now.
    let (old, new) = draft.way == .file ? ("waiting", "inFile") : ("inFile", "waiting")
    try move(from: old, to: new, of: id, town: town)
    if draft.folder == nil { try dropFiles(of: id, town: town) }
    try tx.run(
      """
      INSERT INTO exchange_seen (town, seq) VALUES (\(town), COALESCE((SELECT seq FROM chain WHERE town = \(town)), 0))
      ON CONFLICT DO NOTHING
      """)
    try record("exchangeChanged", Touched(connectorEntity, id), town: town, note: fields)
  }

  /// Takes a connector away; what still waits is not sent. Event `exchangeClosed`.
  func closeConnector(_ id: ID<ConnectorRecord>, town: ID<Place>) throws {
    _ = try tx.connector(id, town: town)
    try tx.run(
      "UPDATE exchange_connector SET is_on = 0, closed_at = \(now), secret = '', folder_secret = NULL WHERE id = \(id)")
    for state in ["waiting", "inFile"] { try move(from: state, to: "dropped", of: id, town: town) }
    try dropFiles(of: id, town: town)
    try record("exchangeClosed", Touched(connectorEntity, id), town: town)
  }

  private func move(from old: String, to new: String, of id: ID<ConnectorRecord>, town: ID<Place>) throws {
    let rows = try tx.rows(
      """
      UPDATE exchange_message SET state = \(new) WHERE town = \(town) AND connector = \(id) AND state = \(old)
      RETURNING id
      """)
    for row in rows { try record("exchangeMoved", Touched(messageEntity, try row.int64("id")), town: town, note: new) }
  }
}
