import Store
import Values

/// Rows of `person`: reporters with their contact data.
package let personEntity = Entity("person")

/// A reporter as stored; name and telephone may be empty.
package struct PersonRow: Sendable, Hashable {
  package let id: ID<Person>
  package let name: String
  /// Digits alone.
  package let phone: String
}

extension Transaction {
  /// A reporter of a village; nil when there is none, or it was erased.
  package func person(_ id: ID<Person>, town: ID<Place>, village: ID<Place>) throws -> PersonRow? {
    try row(
      """
      SELECT id, name, phone FROM person
      WHERE id = \(id) AND town = \(town) AND village = \(village) AND erased_at IS NULL
      """
    ).map(Self.personRow)
  }

  /// Without the reporters of sealed concerns. Index: person_phone.
  package func person(phone: String, town: ID<Place>, village: ID<Place>) throws -> PersonRow? {
    try row(
      """
      SELECT id, name, phone FROM person
      WHERE town = \(town) AND village = \(village) AND phone = \(phone) AND apart IS NULL AND erased_at IS NULL
      ORDER BY id LIMIT 1
      """
    ).map(Self.personRow)
  }

  private static func personRow(_ row: Row) throws -> PersonRow {
    PersonRow(id: try row.id("id"), name: try row.text("name"), phone: try row.text("phone"))
  }
}

extension Write {
  /// The row of a reporter of the village: the same telephone is the same person (an empty name is filled in), a name
  /// alone makes a new row. Nil when both are empty. Events `personAdded`, `personNamed`.
  /// - Parameter phone: as typed; checked before by `phoneError`.
  /// - Parameter isSealed: of a sealed concern: a row of its own, and an event that names no village.
  package func findOrMakePerson(
    town: ID<Place>, village: ID<Place>, name: String, phone: String, isSealed: Bool = false
  ) throws -> ID<Person>? {
    let phone = normalizedPhone(phone)
    if name.isEmpty, phone.isEmpty { return nil }
    if !isSealed, !phone.isEmpty, let known = try tx.person(phone: phone, town: town, village: village) {
      if known.name.isEmpty, !name.isEmpty {
        try tx.run("UPDATE person SET name = \(name) WHERE id = \(known.id)")
        try record("personNamed", Touched(personEntity, known.id), town: town, village: village)
      }
      return known.id
    }
    let id = ids.next(Person.self)
    let apart: Int? = isSealed ? 1 : nil
    try tx.run(
      """
      INSERT INTO person (id, town, village, name, phone, made_at, apart)
      VALUES (\(id), \(town), \(village), \(name), \(phone), \(now), \(apart))
      """)
    try record("personAdded", Touched(personEntity, id), town: town, village: isSealed ? nil : village)
    return id
  }
}
