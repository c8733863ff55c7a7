import Values

/// The secret of a link that serves one purpose: an id and 130 bits that only the holder of the key can make. It opens
/// nothing else of its subject, and the database holds nothing of it.
package struct PurposeSecret<Subject>: Sendable {
  package let id: ID<Subject>
  package let text: String

  package init(_ id: ID<Subject>, for purpose: String, _ ledger: Ledger) {
    self.id = id
    text = "\(id)-" + ledger.token(for: "\(purpose) \(id)")
  }

  /// Nil when the text is none of ours, or was made for another purpose.
  package init?(_ text: String, for purpose: String, _ ledger: Ledger) {
    guard let id = text.split(separator: "-").first.flatMap({ ID<Subject>(String($0)) }) else { return nil }
    self.init(id, for: purpose, ledger)
    guard Secrets.areSame(self.text, text) else { return nil }
  }
}

extension PurposeSecret where Subject == Concern {
  /// Confirms the address of a reporter and stops news to it.
  package static func notices(_ concern: ID<Concern>, _ ledger: Ledger) -> Self {
    Self(concern, for: "notices", ledger)
  }
  /// Rates the work on a concern, and nothing else.
  package static func rating(_ concern: ID<Concern>, _ ledger: Ledger) -> Self {
    Self(concern, for: "rating", ledger)
  }
}
