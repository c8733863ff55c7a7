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
  /// How the signed-in person reads contact data at the place of the address, by the roles that reach it. Without
  /// `readContacts` at most masked forms.
  package var contactReader: ContactReader {
    guard let person, let place else { return .anybody }
    let kinds = person.posts.compactMap { post -> ContactReader? in
      let grant = Grant(
        role: post.role, town: post.place.town?.value, place: post.place.id.value, from: post.from, until: post.until)
      return grant.holds(on: now.day) && grant.covers(place.pathOfIDs) ? ContactReader(role: post.role) : nil
    }
    if may(.readContacts), let best = [ContactReader.keeper, .handler].first(where: kinds.contains) { return best }
    return kinds.contains { $0 != .anybody } ? .staff : .anybody
  }
}
