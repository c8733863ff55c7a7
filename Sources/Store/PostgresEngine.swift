import Synchronization

/// PostgreSQL by libpq: a fixed number of connections, used on the threads of requests, so that a blocking call never
/// holds an event loop; whoever finds none free waits without a thread.
final class PostgresEngine: Engine {
  private struct State {
    var idle: [PostgresConnection]
    var waiters: [CheckedContinuation<PostgresConnection, Never>] = []
  }
  private let state: Mutex<State>
  private let all: [PostgresConnection]
  let url: String

  /// How many connections a copy of the program holds.
  static let connections = 8

  init(url: String) throws {
    self.url = url
    all = try (0..<Self.connections).map { _ in try PostgresConnection(url: url) }
    state = Mutex(State(idle: all))
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(.read, body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await transaction(.write, body)
  }

  func close() async { for connection in all { connection.close() } }

  private func transaction<T: Sendable>(
    _ kind: PostgresConnection.Kind, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await withTaskExecutorPreference(RequestThreads.shared) {
      let connection = await take()
      defer { give(connection) }
      return try connection.transaction(kind, attempts: 4, body)
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
