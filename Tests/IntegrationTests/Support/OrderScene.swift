import Matters
import Values
import Testing

/// A town with an order on its way, whose steps people take over the API.
protocol OrderScene {
  /// Of the order, without the API's prefix.
  var address: String { get }
}

extension OrderScene {
  /// Takes a step; the answer must have the status.
  @discardableResult
  func step(_ who: Client, _ step: String, _ fields: [String: Any] = [:], expects status: Int = 200) async throws
    -> HTTPAnswer
  {
    let answer = try await who.api(address + "/steps", fields.merging(["step": step]) { given, _ in given })
    #expect(answer.status == status, "\(step): \(answer.text.prefix(400))")
    return answer
  }
}

extension TestTown {
  /// Hands a matter over; the address of its order, without the API's prefix.
  func handOver(_ matter: ID<Matter>, by who: Client, _ fields: [String: Any]) async throws -> String {
    let made = try await who.api("/v/\(TestTown.qinghe)/matters/\(matter)/orders", fields)
    #expect(made.status == 201, "\(made.text.prefix(400))")
    return "/v/\(TestTown.qinghe)/orders/\(try required(made.json["id"] as? String))"
  }
}
