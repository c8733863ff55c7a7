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
