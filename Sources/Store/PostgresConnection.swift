import CPostgres
import Foundation

/// One connection. The pool lends it to one transaction at a time, which runs on one thread: that is why it may be
/// called Sendable.
final class PostgresConnection: Connection, @unchecked Sendable {
  enum Kind: String {
    case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case write = "BEGIN"
  }

  let dialect = Dialect.postgres
  private let url: String
  private var handle: OpaquePointer?
  private var prepared: [String: String] = [:]
  /// What goes out with the next statement whose answer is waited for: all of it takes one way there and back.
  private var queue: [Call] = []
  /// Whether what failed last was the end of a transaction.
  private var hasFailedAtEnd = false

  /// A prepared statement by its name, or a plain command.
  private struct Call {
    let text: String
    var name: String?
    var values: [Value] = []
  }

  init(url: String) throws {
    self.url = url
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
    if let handle { PQfinish(handle) }
    handle = nil
  }

  func transaction<T>(_ kind: Kind, attempts: Int, _ body: (any Connection) throws -> T) throws -> T {
    drain()
    if PQstatus(handle) != CONNECTION_OK { try connect() }
    // Statements with long lists of values come in many shapes; forget all before there are too many.
    if prepared.count > 500 {
      try command("DEALLOCATE ALL")
      prepared = [:]
    }
    let begin = Call(text: kind.rawValue)
    queue = [begin]
    var isEnding = false
    do {
      let result = try body(self)
      isEnding = true
      try end(kind)
      return result
    } catch {
      queue = []
      try? command("ROLLBACK")
      // After a connection was lost on the way nothing of it stands; only of a lost end nobody knows. A server that says
      // before the end that it closes the connection (57P01) has not come to the end.
      let failure = error as? DatabaseError
      let isUnknown = isEnding && (hasFailedAtEnd || failure?.code != "57P01")
      let isLost = PQstatus(handle) != CONNECTION_OK && !isUnknown
      let isInTheWay = failure.map { $0.isConflict || isLost } ?? (error is RowChanged)
      if isInTheWay, attempts > 1 { return try transaction(kind, attempts: attempts - 1, body) }
      throw (error as? RowChanged)?.otherwise ?? error
    }
  }

  private func end(_ kind: Kind) throws {
    let isBegun = queue.first?.text != kind.rawValue
    switch kind {
    case .write where isBegun || queue.count > 1: _ = try send([Call(text: "COMMIT")]) { _ in }
    // What was read stands as it is: nobody waits for the end of a snapshot.
    case .read where isBegun: PQsendQuery(handle, "COMMIT")
    case .read, .write: queue = []
    }
  }

  /// Takes in the answer to the last snapshot's end.
  private func drain() {
    while let result = PQgetResult(handle) { PQclear(result) }
  }

  /// Sends what waits and then these; gives what is read of the answer to each of these.
  private func send<T>(_ calls: [Call], _ read: (OpaquePointer?) throws -> T) throws -> [T] {
    let (waiting, all) = (queue.count, queue + calls)
    queue = []
    PQenterPipelineMode(handle)
    for call in all { put(call) }
    PQpipelineSync(handle)
    var (found, failed): ([T], (any Error)?) = ([], nil)
    for (place, call) in all.enumerated() {
      let answer = PQgetResult(handle)
      defer { PQclear(answer) }
      // Each answer ends with a nil.
      PQclear(PQgetResult(handle))
      if failed != nil { continue }
      do {
        guard isGood(answer) else {
          hasFailedAtEnd = call.text == "COMMIT"
          throw failure(of: answer, call.text)
        }
        if place >= waiting { found.append(try read(answer)) }
      } catch { failed = error }
    }
    // The mark of the pipeline's end.
    PQclear(PQgetResult(handle))
    PQexitPipelineMode(handle)
    if let failed { throw failed }
    return found
  }

  private func put(_ call: Call) {
    guard let name = call.name else {
      PQsendQueryParams(handle, call.text, 0, nil, nil, nil, nil, 0)
      return
    }
    _ = withTexts(of: call.values) { PQsendQueryPrepared(handle, name, Int32($0.count), $0.baseAddress, nil, nil, 0) }
  }

  private func isGood(_ result: OpaquePointer?) -> Bool {
    PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK
  }

  private func command(_ text: String) throws {
    let result = PQexec(handle, text)
    defer { PQclear(result) }
    guard isGood(result) else { throw failure(of: result) }
  }

  func rows(_ sql: SQL) throws -> [Row] { try execute(sql) { read($0, of: sql) } }

  func rowsOfEach(_ statements: [SQL]) throws -> [[Row]] {
    var rest = statements[...]
    return try send(statements.map(prepared)) { read($0, of: rest.removeFirst()) }
  }

  private func read(_ result: OpaquePointer?, of sql: SQL) -> [Row] {
    let width = PQnfields(result)
    let columns = Row.Columns.of(sql.questionMarks, names: (0..<width).map { String(cString: PQfname(result, $0)) })
    let types = (0..<width).map { PQftype(result, $0) }
    return (0..<PQntuples(result)).map { line in
      Row(columns: columns, values: (0..<width).map { value(result, line, $0, types[Int($0)]) })
    }
  }

  func run(_ sql: SQL) throws -> Int {
    try execute(sql) { Int(String(cString: PQcmdTuples($0))) ?? 0 }
  }

  func send(_ sql: SQL) throws {
    queue.append(try prepared(sql))
    // So much at most that neither side ever waits for the other to listen.
    if queue.count >= 64 { _ = try send([]) { _ in } }
  }

  private func execute<T>(_ sql: SQL, _ read: (OpaquePointer?) throws -> T) throws -> T {
    let call = try prepared(sql)
    if !queue.isEmpty, let found = try send([call], read).first { return found }
    let result = withTexts(of: call.values) {
      PQexecPrepared(handle, call.name, Int32($0.count), $0.baseAddress, nil, nil, 0)
    }
    defer { PQclear(result) }
    guard isGood(result) else { throw failure(of: result) }
    return try read(result)
  }

  /// The values as libpq wants them, for the time of the call.
  private func withTexts<T>(
    of values: [Value], _ body: (UnsafeMutableBufferPointer<UnsafePointer<CChar>?>) -> T
  ) -> T {
    var texts = values.map { value -> UnsafeMutablePointer<CChar>? in
      switch value {
      case .null: nil
      case .integer(let number): strdup(String(number))
      case .real(let number): strdup(String(number))
      // PostgreSQL stores no zero byte in a text.
      case .text(let text): strdup(text.utf8.contains(0) ? text.replacing("\0", with: "") : text)
      }
    }
    defer { for text in texts { free(text) } }
    return texts.withUnsafeMutableBufferPointer {
      $0.withMemoryRebound(to: UnsafePointer<CChar>?.self) { body($0) }
    }
  }

  private func prepared(_ sql: SQL) throws -> Call {
    let text = sql.numbered
    if let name = prepared[text] { return Call(text: text, name: name, values: sql.values) }
    let name = "s\(prepared.count)"
    let result = PQprepare(handle, name, text, Int32(sql.values.count), nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(of: result, text) }
    prepared[text] = name
    return Call(text: text, name: name, values: sql.values)
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
