import Foundation
import Governance
import Store
import Values
import Web
import WorkOrders

package enum CallbackRecord {}

/// What a system may tell of an order; its own words are mapped to these.
enum CallbackStatus: String, Sendable, Codable, CaseIterable {
  /// They have it, under their number; nothing changes.
  case received
  case accepted
  /// Not theirs, with the reason.
  case returned
  case progress
  /// With reply and outcome.
  case answered
  case closed

  /// The step of the order; nil for none.
  var step: OrderStep? {
    switch self {
    case .received: nil
    case .accepted: .accept
    case .returned: .returnOnce
    case .progress: .recordProgress
    case .answered: .answer
    case .closed: .close
    }
  }
}

/// One call or row of a file, parsed once.
struct Callback: Sendable {
  /// Theirs, of this call: however often it comes, it counts once.
  let id: String
  /// The fixed key of our message.
  let order: String
  let status: String
  let number: String
  let text: String
  let outcome: String
  let reason: String
  let basis: String
  let isConfirmed: Bool

  /// All errors at once.
  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    id = form.required("id", max: 80, &errors) ?? ""
    order = form.required("order", max: 80, &errors) ?? ""
    status = form.required("status", max: 80, &errors) ?? ""
    number = form.text("number", max: 80, &errors)
    text = form.text("text", max: 2000, &errors)
    outcome = form.text("outcome", max: 80, &errors)
    reason = form.text("reason", max: 500, &errors)
    basis = form.text("basis", max: 500, &errors)
    isConfirmed = form.isOn("confirmed")
    guard errors.isEmpty else { throw errors }
  }

  /// A digest of all but its own key.
  var content: String {
    let parts = [order, status, number, text, outcome, reason, basis, isConfirmed ? "1" : ""]
    return String(Secrets.sha256(parts.map { "\($0.utf8.count):\($0)" }.joined()).prefix(32))
  }
}

/// What the other system is answered.
struct CallbackJSON: Encodable, Sendable {
  let order: String
  let status: CallbackStatus
  /// Where the order stands now.
  let state: OrderState
  /// False when this was told before.
  let taken: Bool

  static let sample = CallbackJSON(order: "sanshi-order-1", status: .accepted, state: .accepted, taken: true)
}

/// A call as it is stored: without its words.
struct CallbackRow: Sendable {
  let id: ID<CallbackRecord>
  let callKey: String
  let content: String
  let message: ID<MessageRecord>?
  let status: String
  /// Nil when it was taken.
  let refusal: Refusal?
  let madeAt: Instant

  init(_ row: Row) throws {
    (id, callKey, content) = try (row.id("id"), row.text("call_key"), row.text("content"))
    (message, status) = (row.optionalID("message"), try row.text("status"))
    refusal = try StoredRefusal.opened(row.text("refusal"))
    madeAt = try row.instant("made_at")
  }
}

/// A refusal as it is kept, to be answered again.
struct StoredRefusal: Codable {
  let rule: String
  let reason: Text
  let wayOut: Text

  static func text(_ refusal: Refusal) throws -> String {
    let stored = StoredRefusal(rule: refusal.rule, reason: refusal.reason, wayOut: refusal.wayOut)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(stored), as: UTF8.self)
  }

  static func opened(_ text: String) throws -> Refusal? {
    if text.isEmpty { return nil }
    let stored = try JSONDecoder().decode(StoredRefusal.self, from: Data(text.utf8))
    return Refusal(rule: stored.rule, reason: stored.reason, wayOut: stored.wayOut)
  }
}

extension Transaction {
  /// Index: exchange_callback_key.
  func callback(_ key: String, of connector: ID<ConnectorRecord>) throws -> CallbackRow? {
    try row("SELECT * FROM exchange_callback WHERE connector = \(connector) AND call_key = \(key)").map(
      CallbackRow.init)
  }

  /// The newest calls of a system. Index: exchange_callback_list.
  func callbacks(of connector: Connector, limit: Int) throws -> [CallbackRow] {
    try rows(
      """
      SELECT * FROM exchange_callback WHERE town = \(connector.town) AND connector = \(connector.id)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(CallbackRow.init)
  }
}
