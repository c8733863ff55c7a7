import Foundation
import Store
import Values

/// How a gateway for text messages is spoken with.
package struct Gateway: Sendable, Hashable {
  package enum Form: String, Sendable, CaseIterable { case json, form }

  package let url: String
  package let form: Form
  /// The body of the request with {phone}, {text}, {key}, {time} in it.
  package let template: String
  /// What the answer contains when the gateway took the message; "" = any answer of the 200s.
  package let success: String
  /// With which each request and each receipt is signed; "" = unsigned.
  package let signingKey: String
  /// A header of its own ("Authorization: Bearer …"), or "".
  package let header: String

  package init(url: String, form: Form, template: String, success: String, signingKey: String, header: String) {
    (self.url, self.form, self.template, self.success) = (url, form, template, success)
    (self.signingKey, self.header) = (signingKey, header)
  }

  /// The body for a message: what stands in braces filled in, written as JSON or a form wants it.
  package func body(_ message: Message, at seconds: Int64) -> String {
    let values = ["phone": message.to, "text": message.body, "key": message.key, "time": String(seconds)]
    // One pass, so that braces inside a text stay as they are.
    var (result, rest) = ("", template[...])
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      let name = values.keys.first { rest.hasPrefix("{\($0)}") }
      result += name.flatMap { values[$0] }.map(written) ?? "{"
      rest = rest.dropFirst(name.map { $0.count + 2 } ?? 1)
    }
    return result + rest
  }

  private func written(_ value: String) -> String {
    switch form {
    case .json:
      let bytes = (try? JSONEncoder().encode([value])) ?? Data("[\"\"]".utf8)
      return String(String(decoding: bytes, as: UTF8.self).dropFirst(2).dropLast(2))
    case .form:
      let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
      return value.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
  }

  /// What is signed: the time, the key and the body, each on a line.
  package func signature(key: String, body: String, at seconds: Int64) -> String {
    Secrets.hex(Secrets.signature(Array("\(seconds)\n\(key)\n\(body)".utf8), key: Array(signingKey.utf8)))
  }

  func content(_ message: Message, at seconds: Int64) -> Exchange.Content {
    let body = body(message, at: seconds)
    let type = form == .json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded"
    var headers = ["Content-Type: \(type)", "Idempotency-Key: \(message.key)", "X-Sanshi-Time: \(seconds)"]
    if !signingKey.isEmpty {
      headers.append("X-Sanshi-Signature: \(signature(key: message.key, body: body, at: seconds))")
    }
    if !header.isEmpty { headers.append(header) }
    return .request(headers: headers, body: Array(body.utf8))
  }

  func outcome(_ reply: Reply) -> Fate {
    if let fault = reply.fault { return .unreachable(fault) }
    let answer = "\(reply.status) \(reply.text)"
    switch reply.status {
    case 200...299: return success.isEmpty || reply.text.contains(success) ? .accepted(answer) : .refused(answer)
    case 401, 403, 404, 405: return .unreachable(answer)
    case 408, 425, 429: return .later(answer)
    case 400...499: return .refused(answer)
    default: return .unreachable(answer)
    }
  }
}

/// The signature of a receipt: the time, the key and the state, each on a line.
package func receiptSignature(key: String, state: String, at seconds: Int64, signingKey: String) -> String {
  Secrets.hex(Secrets.signature(Array("\(seconds)\n\(key)\n\(state)".utf8), key: Array(signingKey.utf8)))
}
