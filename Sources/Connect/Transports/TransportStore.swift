import Store
import Values
import Web

extension Transaction {
  /// The transports of a town, in the order of making. Index: transport_town.
  func transports(of town: ID<Place>) throws -> [Transport] {
    try rows("SELECT * FROM transport WHERE town = \(town) AND closed_at IS NULL ORDER BY id LIMIT 50").map(
      Transport.init)
  }

  /// - Throws: `NotFound`.
  func transport(_ id: ID<TransportRecord>, town: ID<Place>? = nil) throws -> Transport {
    let row = try row("SELECT * FROM transport WHERE id = \(id) AND closed_at IS NULL")
    guard let transport = try row.map(Transport.init), town == nil || transport.town == town else { throw NotFound() }
    return transport
  }

  /// The transport as it stands, also when it was taken away meanwhile; nil when there never was one.
  func openTransport(_ id: ID<TransportRecord>) throws -> Transport? {
    try row("SELECT * FROM transport WHERE id = \(id)").map(Transport.init)
  }

  /// Transports that have something to send now and do not rest. Indexes: transport_on, delivery_due.
  func transportsDue(at now: Instant) throws -> [ID<TransportRecord>] {
    try rows(
      """
      SELECT t.id FROM transport t
      WHERE t.is_on = 1 AND (t.paused_until IS NULL OR t.paused_until <= \(now))
        AND EXISTS (SELECT 1 FROM delivery d
          WHERE d.transport = t.id AND d.state = 'waiting' AND d.next_at <= \(now))
      ORDER BY t.id
      """
    ).map { try $0.id("id") }
  }
}

extension Write {
  /// A new transport of a town from the fields of its form; whether its machine is there is not asked. Event
  /// `transportChanged`.
  /// - Throws: `FieldErrors`.
  package func openTransport(_ kind: TransportKind, _ form: Form, town: ID<Place>, ledger: Ledger) throws {
    let id = ids.next(TransportRecord.self)
    let draft = try TransportDraft(form, kind: kind, hasSecrets: [], villages: [])
    try putTransport(id, draft, sealed: Transport.sealed(draft.secrets, for: id, ledger), town: town)
  }

  /// Puts a transport as it shall be. It begins afresh: no failures, no rest. Event `transportChanged`.
  /// - Parameter sealed: its secrets, by `Transport.sealed`.
  func putTransport(_ id: ID<TransportRecord>, _ draft: TransportDraft, sealed: String, town: ID<Place>) throws {
    let setup = try Transport.text(draft.setup)
    try tx.run(
      """
      INSERT INTO transport (id, town, kind, name, village, setup, secret, is_on, failures, last_answer, made_at)
      VALUES (\(id), \(town), \(draft.kind.rawValue), \(draft.name), \(draft.village), \(setup), \(sealed),
        \(draft.isOn), 0, '', \(now))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, village = excluded.village, setup = excluded.setup,
        secret = excluded.secret, is_on = excluded.is_on, failures = 0, paused_until = NULL
      """)
    try record("transportChanged", Touched(transportEntity, id), town: town, note: draft.kind.rawValue)
  }

  /// Takes a transport away; what still waits for it is not sent. Event `transportClosed`.
  func closeTransport(_ id: ID<TransportRecord>, town: ID<Place>) throws {
    _ = try tx.transport(id, town: town)
    try tx.run("UPDATE transport SET is_on = 0, closed_at = \(now), secret = '' WHERE id = \(id)")
    try tx.run(
      """
      UPDATE delivery SET state = 'dropped', answer = \(Dropped.closed.rawValue)
      WHERE transport = \(id) AND state = 'waiting'
      """)
    try record("transportClosed", Touched(transportEntity, id), town: town)
  }
}
