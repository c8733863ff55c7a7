import Foundation
import Store
import Values

/// The mailbox of a town, from which letters become concerns.
package struct Mailbox: Sendable {
  package let town: ID<Place>
  /// "host", "port", "security" ("tls", "starttls"), "user", "address", "authorities", "allows_private", "reads_old".
  package let setup: [String: String]
  /// Where a letter goes that names no village.
  package let village: ID<Place>
  package let isOn: Bool
  let sealed: String
  /// What the server calls this numbering of its letters; nil before the first reading.
  package let validity: Int64?
  /// The number of the last letter that was dealt with, in this numbering.
  package let lastUID: Int64
  package let failures: Int
  package let pausedUntil: Instant?
  package let readAt: Instant?
  /// Why the last reading failed; "" when it did not.
  package let lastAnswer: String
  /// Since when this mailbox is read; older letters are left alone.
  package let since: Instant

  init(_ row: Row) throws {
    (town, village, isOn) = try (row.id("town"), row.id("village"), row.bool("is_on"))
    setup = try JSONDecoder().decode([String: String].self, from: Data(row.text("setup").utf8))
    (sealed, validity, lastUID) = (try row.text("secret"), row.optionalInt64("validity"), try row.int64("last_uid"))
    (failures, pausedUntil) = (try row.int("failures"), row.optionalInstant("paused_until"))
    (readAt, lastAnswer, since) = (
      row.optionalInstant("read_at"), try row.text("last_answer"), try row.instant("since")
    )
  }

  package var address: String { setup["address"] ?? "" }

  static func purpose(_ town: ID<Place>) -> String { "mailbox \(town)" }

  func password(_ ledger: Ledger) throws -> String {
    sealed.isEmpty ? "" : try ledger.opened(sealed, for: Self.purpose(town))
  }
}

/// What came in and what became of it, as the administrator sees it: no words, and of the sender only so much that who
/// knows them knows them again.
package struct InboundItem: Sendable {
  package let id: ID<InboundRecord>
  /// "mail", or the name of the hook.
  package let source: String
  package let outcome: InboundOutcome
  package let reason: NotTaken?
  /// "l***@example.org"; "" when nobody is named.
  package let sender: String
  /// The number of the concern; "" for what became none and for sealed ones.
  package let number: String
  package let at: Instant

  init(_ row: Row) throws {
    (id, source, outcome) = try (row.id("id"), row.optionalText("hook_name") ?? "", row.choice("outcome"))
    reason = NotTaken(rawValue: try row.text("reason"))
    (sender, number, at) = try (row.text("shown"), row.optionalText("number") ?? "", row.instant("made_at"))
  }
}

package enum InboundRecord {}
package enum HookRecord {}

package enum InboundOutcome: String, Sendable, Codable, CaseIterable {
  /// Became a concern.
  case taken
  /// Was added to one.
  case added
  case refused
}
