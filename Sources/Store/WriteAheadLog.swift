import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Carries what the log of a SQLite database gathered into the database itself, on a thread and connection of its own: a
/// writer that did it would wait for as many random pages as a thousand changes touched.
final class WriteAheadLog: Sendable {
  private struct State {
    /// Pages in the log; of them, up to where somebody was sent to carry.
    var (pages, sent) = (0, 0)
    var (isCarrying, isClosed) = (false, false)
    /// What was carried last came up to nearly the end of a long log.
    var isNearlyDone = false
  }

  private let path: String
  private let state = Mutex(State())
  private let carrier = DispatchQueue(label: "sanshi.sqlite-log", qos: .utility)
  private let connection = Mutex<DatabaseQueue?>(nil)

  /// So many new pages are worth a way.
  private static let load = 1000
  /// Only the writer can find the log carried to its end and begin it again; nearly all is done by then.
  private static let longest = 4000
  private static let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)"

  init(path: String) { self.path = path }

  /// Counts the pages of the log after each commit of this connection. Takes the place of SQLite's own checkpoints.
  func watch(_ db: GRDB.Database) {
    sqlite3_wal_hook(
      db.sqliteConnection,
      { log, _, _, pages in
        guard let log else { return SQLITE_OK }
        Unmanaged<WriteAheadLog>.fromOpaque(log).takeUnretainedValue().state.withLock { $0.pages = Int(pages) }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// The writer has just committed.
  func committed(on db: GRDB.Database) {
    let (ends, carries) = state.withLock { state -> (Bool, Bool) in
      // Begun again meanwhile.
      if state.pages < state.sent { (state.sent, state.isNearlyDone) = (0, false) }
      if state.isNearlyDone {
        state.isNearlyDone = false
        return (true, false)
      }
      let carries = state.pages >= state.sent + Self.load && !state.isCarrying && !state.isClosed
      if carries { (state.isCarrying, state.sent) = (true, state.pages) }
      return (false, carries)
    }
    if ends { _ = try? GRDB.Row.fetchOne(db, sql: Self.checkpoint) }
    if carries { carrier.async { [self] in carry() } }
  }

  /// What cannot be carried now is next time.
  private func carry() {
    connection.withLock { connection in
      if connection == nil { connection = try? DatabaseQueue(path: path) }
      _ = try? connection?.inDatabase { try GRDB.Row.fetchOne($0, sql: Self.checkpoint) }
    }
    state.withLock { state in (state.isCarrying, state.isNearlyDone) = (false, state.sent >= Self.longest) }
  }

  func close() {
    state.withLock { $0.isClosed = true }
    carrier.sync {}
    connection.withLock { connection in
      try? connection?.close()
      connection = nil
    }
  }
}
