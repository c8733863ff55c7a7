import Foundation
import Store
import Values

/// A robot in a chat group: the address that the group gave, with the secret of its signature.
package struct Robot: Sendable, Hashable {
  package let kind: TransportKind
  /// The whole address with its key or token.
  package let webhook: String
  /// "" where the group asks for no signature. WeCom knows none: there the key in the address is all.
  package let secret: String

  package init(kind: TransportKind, webhook: String, secret: String) {
    (self.kind, self.webhook, self.secret) = (kind, webhook, secret)
  }

  /// The address to send to; DingTalk wants time (milliseconds) and signature in it.
  package func address(at now: Instant) -> String {
    guard kind == .dingtalk, !secret.isEmpty else { return webhook }
    let sign = Self.dingtalk(secret: secret, milliseconds: now.milliseconds)
    return webhook + (webhook.contains("?") ? "&" : "?") + "timestamp=\(now.milliseconds)&sign=\(Self.encoded(sign))"
  }

  /// The body; Feishu wants time (seconds) and signature in it.
  package func body(_ text: String, at now: Instant) -> [UInt8] {
    var body = Body()
    if kind == .feishu {
      body.msg_type = "text"
      body.content = ["text": text]
      if !secret.isEmpty {
        let seconds = now.milliseconds / 1000
        body.timestamp = String(seconds)
        body.sign = Self.feishu(secret: secret, seconds: seconds)
      }
    } else {
      body.msgtype = "text"
      body.text = ["content": text]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array((try? encoder.encode(body)) ?? Data())
  }

  // The names of the fields are those of the groups' robots.
  private struct Body: Encodable {
    var msgtype: String?
    var msg_type: String?
    var text: [String: String]?
    var content: [String: String]?
    var timestamp: String?
    var sign: String?
  }

  /// DingTalk: the time and the secret on two lines, signed with the secret, in base64.
  package static func dingtalk(secret: String, milliseconds: Int64) -> String {
    base64(Secrets.signature(Array("\(milliseconds)\n\(secret)".utf8), key: Array(secret.utf8)))
  }

  /// Feishu: nothing, signed with the time and the secret on two lines, in base64.
  package static func feishu(secret: String, seconds: Int64) -> String {
    base64(Secrets.signature([], key: Array("\(seconds)\n\(secret)".utf8)))
  }

  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  private static func encoded(_ text: String) -> String {
    text.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
  }

  func content(_ text: String, at now: Instant) -> Exchange.Content {
    .request(headers: ["Content-Type: application/json; charset=utf-8"], body: body(text, at: now))
  }

  func outcome(_ reply: Reply) -> Fate {
    if let fault = reply.fault { return .unreachable(fault) }
    let answer = "\(reply.status) \(reply.text)"
    guard (200...299).contains(reply.status) else {
      return reply.status == 429 ? .later(answer) : .unreachable(answer)
    }
    guard let code = Self.code(in: reply.text) else { return .refused(answer) }
    switch code {
    case 0: return .accepted(answer)
    // Too many messages in a minute: of WeCom, DingTalk, Feishu.
    case 45009, 130101, 410100, 9499, 11232: return .later(answer)
    // The key, the token or the signature is wrong: nothing passes until it is put right.
    case 93000, 310000, 300001, 40035, 19001, 19021, 19022, 19024: return .unreachable(answer)
    default: return .refused(answer)
    }
  }

  private struct Said: Decodable {
    let errcode: Int?
    let code: Int?
    let StatusCode: Int?
  }

  private static func code(in text: String) -> Int? {
    guard let said = try? JSONDecoder().decode(Said.self, from: Data(text.utf8)) else { return nil }
    return said.errcode ?? said.code ?? said.StatusCode
  }
}
