import CPostgres
import Foundation
import Synchronization

/// PostgreSQL by libpq: a fixed number of connections, each with its own queue of threads, so that a blocking call never
/// holds an event loop; whoever finds none free waits without a thread.
final class PostgresEngine: Engine {
  private struct State {
    var idle: [PostgresConnection]
    var waiters: [CheckedContinuation<PostgresConnection, Never>] = []
  }
  private let state: Mutex<State>
  private let all: [PostgresConnection]
  let url: String

  init(url: String, connections: Int) throws {
    self.url = url
    all = try (0..<connections).map { try PostgresConnection(url: url, number: $0) }
    state = Mutex(State(idle: all))
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(begin: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(begin: "BEGIN", body)
  }

  func close() async { for connection in all { connection.close() } }

  private func transaction<T: Sendable>(
    begin: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let connection = await take()
    defer { give(connection) }
    return try await withCheckedThrowingContinuation { continuation in
      connection.queue.async {
        continuation.resume(with: Result { try connection.transaction(begin: begin, attempts: 4, body) })
      }
    }
  }

  private func take() async -> PostgresConnection {
    await withCheckedContinuation { continuation in
      let free = state.withLock { state -> PostgresConnection? in
        if let free = state.idle.popLast() { return free }
        state.waiters.append(continuation)
        return nil
      }
      if let free { continuation.resume(returning: free) }
    }
  }

  private func give(_ connection: PostgresConnection) {
    let next = state.withLock { state -> CheckedContinuation<PostgresConnection, Never>? in
      if state.waiters.isEmpty {
        state.idle.append(connection)
        return nil
      }
      return state.waiters.removeFirst()
    }
    next?.resume(returning: connection)
  }
}

/// One connection. Its state is touched only on its own serial queue, which is why it may be called Sendable:
/// the pool lends it to one task at a time and all of its work runs on `queue`.
private final class PostgresConnection: Connection, @unchecked Sendable {
  let queue: DispatchQueue
  let dialect = Dialect.postgres
  private let url: String
  private var handle: OpaquePointer?
  private var prepared: [String: String] = [:]

  init(url: String, number: Int) throws {
    self.url = url
    queue = DispatchQueue(label: "postgres-\(number)")
    try connect()
  }

  private func connect() throws {
    if let handle { PQfinish(handle) }
    prepared = [:]
    handle = PQconnectdb(url)
    guard PQstatus(handle) == CONNECTION_OK else { throw failure(code: "08001") }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    try command("SET client_min_messages = warning")
    try command("SET standard_conforming_strings = on")
  }

  func close() {
    queue.sync {
      if let handle { PQfinish(handle) }; handle = nil
    }
  }

  func transaction<T>(begin: String, attempts: Int, _ body: (any Connection) throws -> T) throws -> T {
    if PQstatus(handle) != CONNECTION_OK { try connect() }
    do {
      try command(begin)
      let result = try body(self)
      try command("COMMIT")
      return result
    } catch {
      try? command("ROLLBACK")
      if let conflict = error as? DatabaseError, conflict.isConflict, attempts > 1 {
        return try transaction(begin: begin, attempts: attempts - 1, body)
      }
      throw error
    }
  }

  private func command(_ text: String) throws {
    let result = PQexec(handle, text)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw failure(of: result)
    }
  }

  func rows(_ sql: SQL) throws -> [Row] {
    try execute(sql) { result in
      let width = PQnfields(result)
      let columns = Row.Columns.of(sql.questionMarks, names: (0..<width).map { String(cString: PQfname(result, $0)) })
      let types = (0..<width).map { PQftype(result, $0) }
      return (0..<PQntuples(result)).map { line in
        Row(columns: columns, values: (0..<width).map { value(result, line, $0, types[Int($0)]) })
      }
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try execute(sql) { Int(String(cString: PQcmdTuples($0))) ?? 0 }
  }

  private func execute<T>(_ sql: SQL, _ read: (OpaquePointer?) throws -> T) throws -> T {
    let name = try statement(sql.numbered, parameters: sql.values.count)
    var texts = sql.values.map { value -> UnsafeMutablePointer<CChar>? in
      switch value {
      case .null: nil
      case .integer(let number): strdup(String(number))
      case .real(let number): strdup(String(number))
      // PostgreSQL stores no zero byte in a text.
      case .text(let text): strdup(text.utf8.contains(0) ? text.replacing("\0", with: "") : text)
      }
    }
    defer { for text in texts { free(text) } }
    let result = texts.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: UnsafePointer<CChar>?.self) { pointers in
        PQexecPrepared(handle, name, Int32(pointers.count), pointers.baseAddress, nil, nil, 0)
      }
    }
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
      throw failure(of: result)
    }
    return try read(result)
  }

  private func statement(_ text: String, parameters: Int) throws -> String {
    if let name = prepared[text] { return name }
    // Statements with long lists of values come in many shapes; forget all before there are too many.
    if prepared.count > 500 {
      try command("DEALLOCATE ALL")
      prepared = [:]
    }
    let name = "s\(prepared.count)"
    let result = PQprepare(handle, name, text, Int32(parameters), nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(of: result, text) }
    prepared[text] = name
    return name
  }

  private func value(_ result: OpaquePointer?, _ line: Int32, _ column: Int32, _ type: Oid) -> Value {
    if PQgetisnull(result, line, column) == 1 { return .null }
    let text = String(cString: PQgetvalue(result, line, column))
    switch type {
    case 20, 21, 23: return Int64(text).map(Value.integer) ?? .text(text)
    case 1700: return Int64(text).map(Value.integer) ?? Double(text).map(Value.real) ?? .text(text)
    case 700, 701: return Double(text).map(Value.real) ?? .text(text)
    case 16: return .integer(text == "t" ? 1 : 0)
    default: return .text(text)
    }
  }

  private func failure(of result: OpaquePointer?, _ text: String = "") -> DatabaseError {
    let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
    let message = PQresultErrorMessage(result).map { String(cString: $0) } ?? "no answer"
    return DatabaseError(text.isEmpty ? message : "\(message) in \(text)", code: code)
  }

  private func failure(code: String) -> DatabaseError {
    DatabaseError(PQerrorMessage(handle).map { String(cString: $0) } ?? "cannot connect", code: code)
  }
}
