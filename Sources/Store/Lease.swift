import Values

extension Database {
  /// Whether `holder` may do the background work `name` until `now + seconds`; one copy of the server holds it.
  package func lease(_ name: String, holder: String, now: Instant, seconds: Int) async throws -> Bool {
    try await write { tx in
      let until = now.adding(seconds: seconds)
      try tx.run("INSERT INTO lease (name, holder, until) VALUES (\(name), '', 0) ON CONFLICT DO NOTHING")
      return try tx.run(
        """
        UPDATE lease SET holder = \(holder), until = \(until)
        WHERE name = \(name) AND (until < \(now) OR holder = \(holder))
        """) == 1
    }
  }
}
