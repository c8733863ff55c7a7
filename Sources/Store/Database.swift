import Synchronization
import Values

/// One of the two databases. Work is given as a closure over a transaction and runs off the event loops; it may run
/// again after a conflict, so it changes nothing but the database.
package struct Database: Sendable {
  let engine: any Engine
  package let dialect: Dialect
  /// What tests look at statements through; nothing in production.
  let lens = Lens()

  /// Opens `sqlite:PATH` or `postgres://…` (`SANSHI_DATABASE`).
  package init(url: String) throws {
    if url.hasPrefix("sqlite:") {
      engine = try SQLiteEngine(path: String(url.dropFirst("sqlite:".count)))
      dialect = .sqlite
    } else if url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") {
      engine = try PostgresEngine(url: url)
      dialect = .postgres
    } else {
      throw DatabaseError("the database is given as sqlite:PATH or postgres://USER@HOST/NAME, not as \(url)")
    }
  }

  /// Reads in one snapshot.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await engine.read { [lens] in try body(Transaction(lens.through($0))) }
  }

  /// Writes: all or nothing, durable when this returns.
  package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await engine.write { [lens] in
      let tx = Transaction(lens.through($0))
      let result = try body(tx)
      try tx.writeCounts()
      return result
    }
  }

  /// Lets the database see how its rows are spread, by which it chooses its indexes. Until then SQLite takes a town for a
  /// handful of rows and reads all of them even where it was told the id. PostgreSQL looks by itself.
  package func lookAtRows() async throws { try await engine.lookAtRows() }

  package func close() async { await engine.close() }
}

/// Tests put a connection of their own around each connection, to see the statements of whole requests.
final class Lens: Sendable {
  private let around = Mutex<(@Sendable (any Connection) -> any Connection)?>(nil)

  func look(through around: (@Sendable (any Connection) -> any Connection)?) { self.around.withLock { $0 = around } }

  func through(_ connection: any Connection) -> any Connection {
    guard let around = around.withLock({ $0 }) else { return connection }
    return around(connection)
  }
}

/// The two dialects of SQL; nothing outside `Store` asks which one it is, but tests.
package enum Dialect: String, Sendable { case sqlite, postgres }

protocol Engine: Sendable {
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
  func lookAtRows() async throws
  func close() async
}

extension Engine { func lookAtRows() async throws {} }

/// A connection inside a transaction, used on one thread.
protocol Connection {
  var dialect: Dialect { get }
  func rows(_ sql: SQL) throws -> [Row]
  /// The number of rows changed.
  func run(_ sql: SQL) throws -> Int
  func send(_ sql: SQL) throws
  func rowsOfEach(_ statements: [SQL]) throws -> [[Row]]
}

extension Connection {
  func rowsOfEach(_ statements: [SQL]) throws -> [[Row]] { try statements.map(rows) }
  func send(_ sql: SQL) throws { _ = try run(sql) }
}
