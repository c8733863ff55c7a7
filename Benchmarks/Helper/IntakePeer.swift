import ArgumentParser
import Foundation
import GRDB
import Store

/// The peer of `intake` on SQLite: a bare loop that writes the same rows (concern, counter, outbox, chain, row's digest,
/// event) with fixed words, each concern in one durable transaction of its own. Prints transactions a second.
struct IntakePeer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "intake-peer", abstract: "The bare loop beside intake.")
  @Argument(help: "The SQLite file of a filled database.") var file: String
  @Option var seconds = 10.0

  func run() async throws { print(try loop()) }

  /// Transactions a second.
  private func loop() throws -> Int {
    var configuration = GRDB.Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -16000")
    }
    let pool = try DatabasePool(path: file, configuration: configuration)
    let ids = IDs(process: 1023)
    let village = try pool.read { db in
      try GRDB.Row.fetchOne(db, sql: "SELECT town, village FROM matter ORDER BY id LIMIT 1")
    }
    guard let village else { throw ValidationError("the database holds no matter") }
    let (town, place): (Int64, Int64) = (village["town"], village["village"])
    let begin = ContinuousClock.now
    var count = 0
    while ContinuousClock.now - begin < .seconds(seconds) {
      let id = ids.next(FillRow.self).value
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Self.write(id, town: town, village: place, db)
          return .commit
        }
      }
      count += 1
    }
    let passed = (ContinuousClock.now - begin) / .seconds(1)
    return Int(Double(count) / passed)
  }

  private static func write(_ id: Int64, town: Int64, village: Int64, _ db: GRDB.Database) throws {
    let (digest, words) = (String(repeating: "a", count: 64), String(repeating: "三组路灯不亮,晚上看不见路。", count: 4))
    try run(
      db,
      """
      INSERT INTO concern (id, town, village, number, text, channel, direction, source_kind, reporting_unit, place_text,
        state, urgency, sealed, stance, received_at, reported_day, accept_by, track, is_history, version)
      VALUES (?, ?, ?, ?, ?, 'web', 'invite', 'resident', '', '', 'received', 0, 0, '', ?, ?, ?, ?, 0, 1)
      """, [id, town, village, String(id), words, id >> 22, 20_000, id >> 22, digest + String(id)])
    try run(
      db,
      """
      INSERT INTO counter (town, village, name, n) VALUES (?, ?, 'concern.received', 1)
      ON CONFLICT (town, village, name) DO UPDATE SET n = counter.n + 1
      """, [town, village])
    try run(
      db,
      """
      INSERT INTO outbox (id, town, village, concern, key, text_zh, text_en, call_zh, made_at, wants_call)
      VALUES (?, ?, ?, ?, 'received', ?, ?, '', ?, 0)
      """, [id, town, village, id, words, words, id >> 22])
    let chain = try db.cachedStatement(sql: "UPDATE chain SET seq = seq + 1 WHERE town = ? RETURNING seq")
    let seq = try Int64.fetchOne(chain, arguments: [town]) ?? 0
    try run(
      db, "INSERT INTO event_row (town, entity, row_id, seq, salt, digest) VALUES (?, 'concern', ?, ?, ?, ?)",
      [town, id, seq, "0123456789abcdef", digest])
    try run(
      db,
      """
      INSERT INTO event (town, seq, at, actor, village, kind, subject, subject_id, note, touched, previous, hash)
      VALUES (?, ?, ?, NULL, ?, 'concern_received', 'concern', ?, 'web', ?, ?, ?)
      """, [town, seq, id >> 22, village, id, "concern:\(id):\(digest.prefix(32))", digest, digest])
    try run(db, "UPDATE chain SET hash = ? WHERE town = ?", [digest, town])
  }

  private static func run(_ db: GRDB.Database, _ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
