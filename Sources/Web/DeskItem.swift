import Governance
import Store
import Values

/// One thing that waits for a person, on the page after signing in.
package struct DeskItem: Sendable {
  package enum Kind: String, Sendable, Encodable {
    case concern, sealed, appeal, matter
    /// An order that came back twice; an extension asked for.
    case dispute, extensionAsked
    /// An order that a service centre has in hand.
    case order
    /// A role to be confirmed; somebody new who reads sealed concerns.
    case roleProposed, newReader
  }

  package let kind: Kind
  package let id: Int64
  package let title: String
  package let number: String
  package let village: Text
  package let matterClass: MatterClass?
  package let urgency: Urgency
  package let openedAt: Instant
  /// Nil for what an old register left to be sorted: no clock runs.
  package let dueAt: Instant?
  package let href: String

  package init(
    kind: Kind, id: Int64, title: String, number: String, village: Text, matterClass: MatterClass?, urgency: Urgency,
    openedAt: Instant, dueAt: Instant?, href: String
  ) {
    (self.kind, self.id, self.title, self.number, self.village) = (kind, id, title, number, village)
    (self.matterClass, self.urgency, self.openedAt) = (matterClass, urgency, openedAt)
    (self.dueAt, self.href) = (dueAt, href)
  }

  /// What comes first: danger, then the nearest deadline.
  package static func isBefore(_ one: DeskItem, _ other: DeskItem) -> Bool {
    let (first, second) = (one.urgency >= .danger, other.urgency >= .danger)
    if first != second { return first }
    let (due, otherDue) = (one.dueAt?.milliseconds ?? .max, other.dueAt?.milliseconds ?? .max)
    return (due, one.id) < (otherDue, other.id)
  }
}

/// What an outer slice puts on the desk of a person: the nearest deadline first, as many as the desk can show and one more.
package typealias DeskSource = @Sendable (Store.Transaction, SignedIn, Instant) throws -> [DeskItem]

/// The names of a town's bodies that an outer slice knows: its offices.
package typealias BodySource = @Sendable (Store.Transaction, ID<Place>) throws -> [String]

/// The most that a desk shows at once.
package let mostOnDesk = 50
