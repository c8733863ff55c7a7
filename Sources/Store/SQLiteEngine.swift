import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// SQLite by GRDB: WAL, synchronous=FULL, readers in parallel, and one writer thread that commits many transactions
/// at once, so that concurrent requests share one fsync (group commit). A transaction that fails is rolled back alone.
final class SQLiteEngine: Engine {
  private let pool: DatabasePool
  private let log: WriteAheadLog
  private let writer: GroupWriter

  init(path: String) throws {
    let log = WriteAheadLog(path: path)
    self.log = log
    var configuration = GRDB.Configuration()
    configuration.maximumReaderCount = 4
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      // Kilobytes. What readers do not keep stands in the system's own memory.
      try db.execute(sql: "PRAGMA cache_size = \(db.configuration.readonly ? -1000 : -6000)")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      if !db.configuration.readonly { log.watch(db) }
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    writer = GroupWriter(pool, log)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await withTaskExecutorPreference(RequestThreads.shared) { try readNow(body) }
  }

  private func readNow<T>(_ body: (any Connection) throws -> T) throws -> T {
    try pool.read { db in try body(SQLiteConnection(db: db)) }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      writer.submit(GroupWriter.Job(body, continuation))
    }
  }

  /// A thousand rows of each index at most, table after table, so that no writer waits longer than some milliseconds.
  func lookAtRows() async throws {
    let tables = try await pool.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0")
    }
    for table in tables where !table.hasPrefix("sqlite_") {
      try await pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA analysis_limit = 1000")
        try db.execute(sql: "ANALYZE \"\(table)\"")
      }
    }
    // Only a new connection knows what was found.
    pool.invalidateReadOnlyConnections()
  }

  func dump(to path: String) async throws {
    try await pool.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
  }

  func close() async {
    writer.stop()
    log.close()
    try? pool.close()
  }
}

/// Runs write transactions in batches on one thread.
private final class GroupWriter: Sendable {
  typealias Finish = @Sendable ((any Error)?) -> Void

  struct Job: Sendable {
    /// Does the work in a savepoint; gives what to do once the batch is committed (nil) or has failed.
    let run: @Sendable (GRDB.Database) -> Finish
    /// Answers the caller when the work could not begin.
    let fail: @Sendable (any Error) -> Void

    init<T: Sendable>(
      _ body: @escaping @Sendable (any Connection) throws -> T, _ continuation: CheckedContinuation<T, any Error>
    ) {
      fail = { continuation.resume(throwing: $0) }
      run = { db in
        do {
          var result: T?
          try db.inSavepoint {
            result = try body(SQLiteConnection(db: db))
            return .commit
          }
          guard let value = result else { throw DatabaseError("the transaction gave no result") }
          return { failure in
            if let failure { continuation.resume(throwing: failure) } else { continuation.resume(returning: value) }
          }
        } catch {
          // One writer at a time: a row that changed was read before this transaction, and trying again would not help.
          let found = (error as? RowChanged)?.otherwise ?? error
          return { failure in continuation.resume(throwing: failure ?? found) }
        }
      }
    }
  }

  private struct Waiting {
    var jobs: [Job] = []
    var isStopped = false
  }
  private let waiting = Mutex(Waiting())
  private let signal = DispatchSemaphore(value: 0)
  private let log: WriteAheadLog
  private static let batch = 128

  init(_ pool: DatabasePool, _ log: WriteAheadLog) {
    self.log = log
    let thread = Thread { [self] in run(on: pool) }
    thread.name = "sqlite-writer"
    thread.stackSize = 4 << 20
    thread.start()
  }

  func submit(_ job: Job) {
    waiting.withLock { $0.jobs.append(job) }
    signal.signal()
  }

  func stop() {
    waiting.withLock { $0.isStopped = true }
    signal.signal()
  }

  private func run(on pool: DatabasePool) {
    while true {
      signal.wait()
      let (jobs, isStopped) = waiting.withLock { state in
        let taken = Array(state.jobs.prefix(Self.batch))
        state.jobs.removeFirst(taken.count)
        return (taken, state.isStopped && state.jobs.isEmpty)
      }
      if !jobs.isEmpty { commit(jobs, on: pool) }
      if isStopped { return }
    }
  }

  private func commit(_ jobs: [Job], on pool: DatabasePool) {
    var finish: [Finish] = []
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          for job in jobs { finish.append(job.run(db)) }
          return .commit
        }
        log.committed(on: db)
      }
      for done in finish { done(nil) }
    } catch {
      for done in finish { done(error) }
      for job in jobs.dropFirst(finish.count) { job.fail(error) }
    }
  }
}

/// A connection of GRDB inside a transaction.
private struct SQLiteConnection: Connection {
  let db: GRDB.Database
  var dialect: Dialect { .sqlite }

  func rows(_ sql: SQL) throws -> [Row] {
    try translated {
      let text = sql.questionMarks
      let statement = try db.cachedStatement(sql: text)
      let columns = Row.Columns.of(text, names: statement.columnNames)
      let width = Int32(columns.names.count)
      // Bound and stepped here: the arguments, cursors and rows of GRDB take as long as SQLite.
      let stored = statement.sqliteStatement
      try bind(sql.values, to: stored)
      defer { sqlite3_reset(stored) }
      var result: [Row] = []
      while true {
        switch sqlite3_step(stored) {
        case SQLITE_ROW: result.append(Row(columns: columns, values: (0..<width).map { value(stored, $0) }))
        case SQLITE_DONE: return result
        default: throw failure(in: text)
        }
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try translated {
      let text = sql.questionMarks
      let statement = try db.cachedStatement(sql: text)
      // What changes the tables themselves goes through GRDB, which then forgets what it knew of them.
      if sql.values.isEmpty {
        try statement.execute()
        return db.changesCount
      }
      let stored = statement.sqliteStatement
      try bind(sql.values, to: stored)
      defer { sqlite3_reset(stored) }
      guard sqlite3_step(stored) == SQLITE_DONE else { throw failure(in: text) }
      return db.changesCount
    }
  }

  private func bind(_ values: [Value], to statement: SQLiteStatement) throws {
    sqlite3_reset(statement)
    guard sqlite3_bind_parameter_count(statement) == values.count else {
      throw DatabaseError("the statement wants other values than the \(values.count) given")
    }
    for (place, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .real(let number): sqlite3_bind_double(statement, place, number)
        case .text(let text): bind(text, to: statement, at: place)
        }
      guard code == SQLITE_OK else { throw failure(in: "a value") }
    }
  }

  /// SQLite takes a copy of its own.
  private func bind(_ text: String, to statement: SQLiteStatement, at place: Int32) -> Int32 {
    // An empty text has no address of its own.
    if text.isEmpty { return sqlite3_bind_text(statement, place, "", 0, nil) }
    var text = text
    return text.withUTF8 { bytes in
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      return bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text64(
          statement, place, $0.baseAddress, sqlite3_uint64($0.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func value(_ stored: SQLiteStatement, _ column: Int32) -> Value {
    switch sqlite3_column_type(stored, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(stored, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(stored, column))
    case SQLITE_TEXT, SQLITE_BLOB:
      .text(
        String(
          decoding: UnsafeBufferPointer(
            start: sqlite3_column_text(stored, column), count: Int(sqlite3_column_bytes(stored, column))),
          as: UTF8.self))
    default: .null
    }
  }

  private func failure(in statement: String) -> DatabaseError {
    let (connection, message) = (db.sqliteConnection, sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) })
    return DatabaseError("\(message ?? "") in \(statement)", code: String(sqlite3_extended_errcode(connection)))
  }

  private func translated<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as GRDB.DatabaseError {
      throw DatabaseError(error.description, code: String(error.extendedResultCode.rawValue))
    }
  }
}
