import Foundation
import Store
import Synchronization
import Values
import Web

@testable import Exchange

/// Plays the system of another authority on this machine: takes orders, knows a key again, is busy, breaks, refuses, loses
/// its answers, answers late, and tells by signed calls what became of an order.
final class OtherSystem: Sendable {
  enum Mood: Sendable { case takes, takesLater, busy, broken, refuses, losesAnswer, refusesKnown }

  static let key = "一起约定的签名密钥一二三四五六七八"
  let sink: Sink
  private let state = Mutex((moods: [Mood](), orders: [String: String](), seen: 0))

  init() throws {
    sink = try Sink()
    sink.respond { [weak self] taken in self?.answer(to: taken) }
  }

  /// How it takes the next messages; after the last it takes all.
  func moods(_ moods: [Mood]) { state.withLock { $0.moods = moods } }
  /// What it holds: our key and its number.
  var orders: [String: String] { state.withLock { $0.orders } }
  var address: String { "http://127.0.0.1:\(sink.port)/orders" }
  /// The messages as they came, each with whether its signature fits.
  var messages: [(isSigned: Bool, body: [String: Any])] {
    sink.taken.map { taken in
      let seconds = Int64(taken.headers["x-sanshi-time"] ?? "") ?? 0
      let expected = signature(of: Seal.signed(Array(taken.body.utf8), at: seconds), key: Self.key)
      let body = (try? JSONSerialization.jsonObject(with: Data(taken.body.utf8))) as? [String: Any] ?? [:]
      let keys = taken.headers["idempotency-key"] == body["id"] as? String
      return (taken.headers["x-sanshi-signature"] == expected && keys, body)
    }
  }

  private func answer(to taken: Sink.Taken) -> (Int, String)? {
    let key = taken.headers["idempotency-key"] ?? ""
    return state.withLock { state in
      let mood = state.moods.isEmpty ? Mood.takes : state.moods.removeFirst()
      func number() -> String {
        if let known = state.orders[key] { return known }
        state.seen += 1
        state.orders[key] = "QG-\(state.seen)"
        return "QG-\(state.seen)"
      }
      switch mood {
      case .takes: return (200, "{\"number\":\"\(number())\"}")
      case .takesLater:
        _ = number()
        return (202, "")
      case .busy: return (429, "busy")
      case .broken: return (500, "broken")
      case .refuses: return (422, "no such category")
      case .losesAnswer:
        _ = number()
        return nil
      case .refusesKnown: return (409, "{\"number\":\"\(number())\"}")
      }
    }
  }

  /// Tells what became of an order, as a call of the connector.
  func tell(
    _ town: TestTown, _ connector: String, _ fields: [String: Any], key: String = OtherSystem.key,
    at instant: Instant? = nil, spoiling: Bool = false
  ) async throws -> HTTPAnswer {
    var body = try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
    let seconds = (instant ?? town.clock.now).milliseconds / 1000
    let signed = signature(of: Seal.signed(Array(body), at: seconds), key: key)
    if spoiling { body.append(contentsOf: Data(" ".utf8)) }
    return try await town.resident.send(
      "POST", "/api/v1/exchange/\(connector)/callbacks",
      ["Content-Type": "application/json", "X-Sanshi-Time": "\(seconds)", "X-Sanshi-Signature": signed], body)
  }
}
