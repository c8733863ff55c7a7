/// A role with the level of the place at which it is held.
package struct HeldRole: Sendable, Hashable {
  package let role: Role
  package let level: PlaceLevel

  package init(_ role: Role, at level: PlaceLevel) { (self.role, self.level) = (role, level) }

  /// Whether its holder works in a village, and may be the one complained about.
  fileprivate var isOfVillage: Bool { role != .resident && (level == .village || level == .group) }
}

extension Role {
  /// Whether giving it needs a second person: who reads what is sealed, and who reads what everybody did (GB/T 22239:
  /// administration, audit and security apart).
  package var needsConfirmation: Bool { self == .disciplineReader || self == .auditor }
}

/// Whether one person may not hold both at once: who reads sealed concerns neither administers accounts nor works in a
/// village (信访工作条例 30: a report does not reach the one reported); who audits does not administer.
package func areIncompatible(_ one: HeldRole, _ other: HeldRole) -> Bool {
  [(one, other), (other, one)].contains { first, second in
    switch first.role {
    case .disciplineReader: second.role == .administrator || second.isOfVillage
    case .auditor: second.role == .administrator
    default: false
    }
  }
}
