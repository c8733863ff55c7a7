import Foundation
import Store
import Values

package enum TransportRecord {}

/// A transport as the administrator set it up. What may be shown stands in `setup`, what must not in `secrets`.
package struct Transport: Counterpart, Sendable {
  package let id: ID<TransportRecord>
  package let town: ID<Place>
  package let kind: TransportKind
  package let name: String
  /// The village whose news a robot brings; nil = the whole town's.
  package let village: ID<Place>?
  package let setup: [String: String]
  /// Sealed; opened by `secrets(_:)` alone.
  let sealed: String
  package let isOn: Bool
  /// How often it failed in a row.
  package let failures: Int
  package let pausedUntil: Instant?
  package let lastAnswer: String

  init(_ row: Row) throws {
    (id, town, kind, name) = try (row.id("id"), row.id("town"), row.choice("kind"), row.text("name"))
    village = row.optionalID("village")
    setup = try JSONDecoder().decode([String: String].self, from: Data(row.text("setup").utf8))
    (sealed, isOn) = try (row.text("secret"), row.bool("is_on"))
    (failures, pausedUntil) = (try row.int("failures"), row.optionalInstant("paused_until"))
    lastAnswer = try row.text("last_answer")
  }

  package var allowsPrivate: Bool { setup["allows_private"] == "1" }
  /// Whether the other side knows a message again by its key and takes it once.
  package var honoursKeys: Bool { kind == .sms && setup["honours_keys"] == "1" }
  /// How many messages may be on their way at once. A side that honours no keys gets one at a time, so that a crash
  /// repeats at most that one; so does one that did not answer the last time.
  package var window: Int { honoursKeys && failures == 0 ? 128 : 1 }

  package func secrets(_ ledger: Ledger) throws -> [String: String] {
    if sealed.isEmpty { return [:] }
    let text = try ledger.opened(sealed, for: Self.purpose(id))
    return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  /// The secrets as they are stored.
  static func sealed(_ secrets: [String: String], for id: ID<TransportRecord>, _ ledger: Ledger) throws -> String {
    try ledger.sealed(try text(secrets), for: purpose(id))
  }

  private static func purpose(_ id: ID<TransportRecord>) -> String { "transport \(id)" }

  /// Settings as they are stored.
  static func text(_ values: [String: String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(values), as: UTF8.self)
  }
}

/// A transport with its secrets opened, ready to send.
struct OpenTransport: Sendable {
  let transport: Transport
  private let secrets: [String: String]

  init(_ transport: Transport, _ ledger: Ledger) throws {
    (self.transport, secrets) = (transport, try transport.secrets(ledger))
  }

  private func set(_ name: String) -> String { transport.setup[name] ?? "" }
  private func secret(_ name: String) -> String { secrets[name] ?? "" }

  var gateway: Gateway {
    Gateway(
      url: set("url"), form: Gateway.Form(rawValue: set("form")) ?? .json, template: set("template"),
      success: set("success"), signingKey: secret("signing_key"), header: secret("header"))
  }

  private var robot: Robot {
    Robot(kind: transport.kind, webhook: secret("webhook"), secret: secret("robot_secret"))
  }

  func exchange(_ message: Message, at now: Instant) -> Exchange {
    let allows = transport.allowsPrivate
    switch transport.kind {
    case .mail:
      let scheme = set("security") == "tls" ? "smtps" : "smtp"
      let login = set("user").isEmpty ? nil : (user: set("user"), password: secret("password"))
      return Exchange(
        url: "\(scheme)://\(set("host")):\(set("port"))",
        content: .letter(
          from: set("from"), to: message.to, login: login,
          message: letter(message, from: set("from"), sender: transport.name, at: now)),
        allowsPrivate: allows, authorities: set("authorities"))
    case .sms:
      return Exchange(
        url: gateway.url, content: gateway.content(message, at: now.milliseconds / 1000), allowsPrivate: allows,
        authorities: set("authorities"))
    case .wecom, .dingtalk, .feishu:
      return Exchange(
        url: robot.address(at: now), content: robot.content(message.body, at: now), allowsPrivate: allows,
        authorities: set("authorities"))
    }
  }

  func outcome(_ reply: Reply) -> Fate {
    if reply.isPrivate { return .unreachable("private address") }
    return switch transport.kind {
    case .mail: outcomeOfLetter(reply)
    case .sms: gateway.outcome(reply)
    case .wecom, .dingtalk, .feishu: robot.outcome(reply)
    }
  }
}
