import Dispatch
import Values

/// A request to another system, for slices further out: sent as all messages are, away from the event loops, to no private
/// address unless that is allowed, and following no redirect.
package struct WebPost: Sendable {
  let url: String
  /// "Name: value".
  let headers: [String]
  let body: [UInt8]
  let allowsPrivate: Bool
  /// Certificates (PEM) to be trusted instead of the system's; "" = the system's.
  let authorities: String

  package init(url: String, headers: [String], body: [UInt8], allowsPrivate: Bool, authorities: String) {
    (self.url, self.headers, self.body) = (url, headers, body)
    (self.allowsPrivate, self.authorities) = (allowsPrivate, authorities)
  }

  /// Sends it over connections that no other `lane` uses, and waits for the answer: at most 15 seconds.
  package func send(over lane: Int64) async -> WebReply {
    let exchange = Exchange(
      url: url, content: .request(headers: headers, body: body), allowsPrivate: allowsPrivate, authorities: authorities)
    guard let reply = await outbox.carrier.send([exchange], over: lane).first else {
      return WebReply(status: 0, text: "", fault: "no answer")
    }
    return WebReply(status: reply.status, text: reply.text, fault: reply.isPrivate ? "private address" : reply.fault)
  }

  /// Closes the connections that a lane keeps open.
  package static func forget(lane: Int64) { outbox.carrier.forget(lane) }
}

/// What came back: the status of HTTP (0 when nothing came), at most 4,000 bytes of the body, and what went wrong.
package struct WebReply: Sendable {
  package let status: Int
  package let text: String
  package let fault: String?
}

/// Refuses a machine in a private network. Asks the name service, away from the event loops.
/// - Throws: `FieldErrors` of the field.
package func refusePrivateHost(_ host: String, field: String) async throws {
  let isPrivate = await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: leadsToPrivateAddress(host)) }
  }
  if isPrivate { throw FieldErrors(field, WebAddressError.isPrivate) }
}
