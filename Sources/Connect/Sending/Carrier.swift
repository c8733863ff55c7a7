import Dispatch
import Synchronization

/// Sends over libcurl on threads of its own, away from those that answer requests. Connections stay open between two
/// sendings of the same transport and are never shared with another transport.
final class Carrier: Sendable {
  private struct State {
    var idle: [Int64: [CurlHandle]] = [:]
    var lanes: [Int64: DispatchQueue] = [:]
  }
  private let state = Mutex(State())

  /// Connections kept per transport.
  private static let mostIdle = 8

  /// Sends one after the other over one connection; gives the replies in order. Stops after the first for which
  /// `goesOn` says no: the rest has no reply.
  func send(
    _ exchanges: [Exchange], over transport: Int64, goesOn: @escaping @Sendable (Reply) -> Bool = { _ in true }
  ) async -> [Reply] {
    await withCheckedContinuation { continuation in
      lane(of: transport).async { [self] in
        let handle = take(transport)
        var replies: [Reply] = []
        for exchange in exchanges {
          let reply = handle.perform(exchange)
          replies.append(reply)
          if !goesOn(reply) { break }
        }
        giveBack(handle, transport)
        continuation.resume(returning: replies)
      }
    }
  }

  /// Closes what is kept open for a transport: its setting has changed.
  func forget(_ transport: Int64) { state.withLock { $0.idle[transport] = nil } }

  /// The threads of one transport: one that waits for a dead machine holds no other up.
  private func lane(of transport: Int64) -> DispatchQueue {
    state.withLock { state in
      if let lane = state.lanes[transport] { return lane }
      let lane = DispatchQueue(label: "transport \(transport)", attributes: .concurrent)
      state.lanes[transport] = lane
      return lane
    }
  }

  private func take(_ transport: Int64) -> CurlHandle {
    state.withLock { $0.idle[transport]?.popLast() } ?? CurlHandle()
  }

  private func giveBack(_ handle: CurlHandle, _ transport: Int64) {
    state.withLock { state in
      guard state.idle[transport, default: []].count < Self.mostIdle else { return }
      state.idle[transport, default: []].append(handle)
    }
  }
}
