import Values

/// A running transaction: statements in order, on one thread.
package struct Transaction {
  let connection: any Connection
  private let memory = Memory()

  init(_ connection: any Connection) { self.connection = connection }

  package var dialect: Dialect { connection.dialect }
  package func rows(_ sql: SQL) throws -> [Row] {
    forget(sql)
    return try connection.rows(sql)
  }
  package func row(_ sql: SQL) throws -> Row? { try rows(sql).first }
  /// The rows changed.
  @discardableResult package func run(_ sql: SQL) throws -> Int {
    forget(sql)
    return try connection.run(sql)
  }
  /// The rows of several statements, asked for together; for at most some dozens.
  package func rowsOfEach(_ statements: [SQL]) throws -> [[Row]] {
    for sql in statements { forget(sql) }
    return try connection.rowsOfEach(statements)
  }
  /// Runs a statement whose answer nobody needs: it may go out together with the next. What is wrong with it shows at the
  /// transaction's end at the latest.
  package func send(_ sql: SQL) throws {
    forget(sql)
    try connection.send(sql)
  }
  /// The first column of the first row as a number; 0 when there is none.
  package func count(_ sql: SQL) throws -> Int {
    guard let row = try row(sql), let first = row.columns.names.first else { return 0 }
    return row.optionalInt(first) ?? 0
  }

  // MARK: What is asked for again and again

  /// As `rows`, of the tables in `Transaction.lasting` alone: the same statement is asked once, until the transaction
  /// writes one of these tables.
  package func lastingRows(_ sql: SQL) throws -> [Row] {
    if let known = memory.lasting[sql] { return known }
    let rows = try connection.rows(sql)
    memory.lasting[sql] = rows
    return rows
  }

  package func lastingRow(_ sql: SQL) throws -> Row? { try lastingRows(sql).first }

  /// As `lastingRows`, of several statements: those that are not known yet are asked for together.
  package func lastingRowsOfEach(_ statements: [SQL]) throws -> [[Row]] {
    let unknown = statements.filter { memory.lasting[$0] == nil }
    if !unknown.isEmpty {
      for (sql, rows) in zip(unknown, try connection.rowsOfEach(unknown)) { memory.lasting[sql] = rows }
    }
    return statements.map { memory.lasting[$0] ?? [] }
  }

  /// The tables of who is who and where, which almost no write changes.
  static let lasting: Set<Substring> = ["place", "account", "membership", "office", "absence", "setting"]

  private func forget(_ sql: SQL) {
    guard !memory.lasting.isEmpty, let table = sql.writtenTable, Self.lasting.contains(table) else { return }
    memory.lasting = [:]
  }

  // MARK: Counters

  /// Adds to a counter of a place at the transaction's end, when the rows that many writers count in are locked for the
  /// shortest time, and always in the same order.
  func add(_ step: Int, to counter: Counter) { memory.counts[counter, default: 0] += step }

  /// Writes what was added, at the transaction's end.
  func writeCounts() throws {
    for (counter, step) in memory.counts.sorted(by: { $0.key < $1.key }) where step != 0 {
      try send(
        """
        INSERT INTO counter (town, village, name, n) VALUES (\(counter.town), \(counter.village), \(counter.name), \(step))
        ON CONFLICT (town, village, name) DO UPDATE SET n = counter.n + \(step)
        """)
    }
    memory.counts = [:]
  }

  /// The transaction's own, seen by its one thread alone.
  private final class Memory {
    var lasting: [SQL: [Row]] = [:]
    var counts: [Counter: Int] = [:]
  }
}

/// Whose counter, and its name.
struct Counter: Hashable, Comparable {
  let town: Int64
  let village: Int64
  let name: String

  static func < (a: Counter, b: Counter) -> Bool { (a.town, a.village, a.name) < (b.town, b.village, b.name) }
}
