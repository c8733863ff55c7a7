import Values

extension Database {
  /// Whether `holder` may do the background work `name` until `now + seconds`; one copy of the server holds it.
  package func lease(_ name: String, holder: String, now: Instant, seconds: Int) async throws -> Bool {
    try await write { tx in try tx.lease(name, holder: holder, now: now, seconds: seconds) }
  }
}

extension Transaction {
  /// Takes the lease or makes it longer, together with what else the transaction writes; false while another holds it.
  package func lease(_ name: String, holder: String, now: Instant, seconds: Int) throws -> Bool {
    let until = now.adding(seconds: seconds)
    try run("INSERT INTO lease (name, holder, until) VALUES (\(name), '', 0) ON CONFLICT DO NOTHING")
    return try run(
      """
      UPDATE lease SET holder = \(holder), until = \(until)
      WHERE name = \(name) AND (until < \(now) OR holder = \(holder))
      """) == 1
  }
}
