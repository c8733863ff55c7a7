import Governance
import People
import Store
import Values
import Web

/// A reporter's contact data as one reader may see it; nil where that reader sees nothing.
package struct ShownContact: Sendable, Hashable {
  package let name: String?
  package let phone: String?

  /// What `reader` may see of a reporter (rules.md §7, masks).
  package init(_ person: PersonRow, to reader: ContactReader) {
    name = person.name.isEmpty ? nil : shownName(person.name, to: reader)
    phone = person.phone.isEmpty ? nil : shownPhone(person.phone, to: reader)
  }

  /// "张** 138****1234"; empty when nothing may be seen or is known.
  package var line: String { [name, phone].compactMap(\.self).joined(separator: " ") }
}

extension Transaction {
  /// The masked contact data of reporters of the village, by person: what an office page shows before anybody opens them.
  /// Erased persons are left out.
  package func maskedContacts(of persons: [ID<Person>], in key: VillageKey) throws -> [ID<Person>: ShownContact] {
    var found: [ID<Person>: ShownContact] = [:]
    for person in Set(persons) {
      guard let row = try self.person(person, town: key.town, village: key.village) else { continue }
      found[person] = ShownContact(row, to: .staff)
    }
    return found
  }

  /// The masked contact data of one reporter; nil when there is none or it was erased.
  package func maskedContact(of person: ID<Person>, in key: VillageKey) throws -> ShownContact? {
    try maskedContacts(of: [person], in: key)[person]
  }
}

extension Write {
  /// The one way to contact data: what `reader` may see of the reporter of a concern. Writes the event `contact_read`.
  /// - Throws: `NotFound` when the concern is sealed, of another village, or not from this person, or the data is erased.
  package func revealContact(
    _ person: ID<Person>, of concern: ID<Concern>, in key: VillageKey, to reader: ContactReader
  ) throws -> ShownContact {
    let row = try tx.concern(concern, in: key)
    guard row.person == person, let found = try tx.person(person, town: key.town, village: key.village) else {
      throw NotFound()
    }
    try record(
      "contact_read", Touched(concernEntity, concern), town: key.town, village: key.village, note: "\(reader)")
    return ShownContact(found, to: reader)
  }
}

extension Request {
  /// The roles of the signed-in person that reach the place of the address today.
  var postsHere: [Post] {
    guard let person, let place else { return [] }
    return person.posts.filter { $0.holds(on: now.day) && $0.grant.covers(place.pathOfIDs) }
  }

  /// Whether the person may do it on this matter: as `may`, and a department only on what it leads or takes part in.
  func may(_ capability: Capability, on matter: MatterRow) -> Bool {
    let routing = matter.routing
    return may(capability)
      && postsHere.contains {
        capabilities(of: $0.role).contains(capability)
          && isDuty(of: $0.role, body: $0.body, lead: routing.lead, co: routing.co)
      }
  }

  /// Whether the person reaches the matter as a department alone: while an order holds it, the order says what they may.
  func goesByOrder(_ matter: MatterRow) -> Bool {
    matter.workOrder != nil && postsHere.allSatisfy(\.role.isOfDepartment)
  }

  /// How the signed-in person reads contact data at the place of the address, by the roles that reach it; a department
  /// sees those of its own matters alone and counts as nobody here. Without `readContacts` at most masked forms.
  package var contactReader: ContactReader { contactReader { !$0.role.isOfDepartment } }

  /// How contact data of this matter are shown to this person.
  /// - Parameter leaves: those of the matter and all merged into it that protect their reporters.
  func contactReader(of matter: MatterRow, protected leaves: Set<String>) -> ContactReader {
    let routing = matter.routing
    let found = contactReader { isDuty(of: $0.role, body: $0.body, lead: routing.lead, co: routing.co) }
    return leaves.union([routing.leaf]).contains { hidesReporters(leaf: $0, from: found) } ? .anybody : found
  }

  /// How the reporter of a concern is shown to this person, by the matters it belongs to: a department needs one of its
  /// own among them, and one that protects its reporters protects this one.
  func contactReader(ofConcernIn matters: [MatterRow]) -> ContactReader {
    let found = contactReader { post in
      !post.role.isOfDepartment
        || matters.contains {
          isDuty(of: post.role, body: post.body, lead: $0.routing.lead, co: $0.routing.co)
        }
    }
    return matters.contains { hidesReporters(leaf: $0.routing.leaf, from: found) } ? .anybody : found
  }

  /// By the roles here that count.
  private func contactReader(_ counts: (Post) -> Bool) -> ContactReader {
    let posts = postsHere.filter(counts)
    let whole = posts.filter { capabilities(of: $0.role).contains(.readContacts) }
      .map { ContactReader(role: $0.role) }
    if may(.readContacts), let best = [ContactReader.keeper, .committee, .handler].first(where: whole.contains) {
      return best
    }
    return posts.contains { ContactReader(role: $0.role) != .anybody } ? .staff : .anybody
  }
}

extension Transaction {
  /// The leaves of a matter and those merged beneath its root that protect their reporters. Index: matter_root.
  func protectedLeaves(of matter: MatterRow) throws -> Set<String> {
    var leaves: Set = [matter.routing.leaf]
    if matter.mergedInto == nil {
      for row in try rows("SELECT leaf FROM matter WHERE town = \(matter.key.town) AND root = \(matter.id)") {
        leaves.insert(try row.text("leaf"))
      }
    }
    return leaves.filter { protectsReporters(leaf: $0) }
  }
}
