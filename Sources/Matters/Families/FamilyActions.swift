import Governance
import Store
import Values
import Web

package let familyEntity = Entity("family")

/// Matters of one kind in different places: one foldable row in the register, decided together, not merged (同类事项).
package struct FamilyRow: Sendable {
  package let id: Int64
  package let matterClass: MatterClass
  package let leaf: String
  package let title: String

  init(_ row: Row) throws {
    id = try row.int64("id")
    matterClass = try row.choice("class")
    leaf = try row.text("leaf")
    title = try row.text("title")
  }
}

extension Transaction {
  package func family(_ id: Int64, in key: VillageKey) throws -> FamilyRow {
    let row = try row("SELECT * FROM family WHERE town = \(key.town) AND village = \(key.village) AND id = \(id)")
    guard let row else { throw NotFound() }
    return try FamilyRow(row)
  }

  /// The members that are not merged elsewhere, newest first. Index: matter_family.
  package func members(ofFamily id: Int64, in key: VillageKey) throws -> [MatterRow] {
    try rows(
      """
      SELECT * FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND family = \(id) AND merged_into IS NULL
      ORDER BY id DESC LIMIT 500
      """
    ).map(MatterRow.init)
  }
}

extension Write {
  /// Makes a family of matters of one category; gives its id.
  package func makeFamily(of ids: [ID<Matter>], title: String, in key: VillageKey) throws -> Int64 {
    let matters = try ids.map { try editable($0, in: key, version: nil) }
    guard let first = matters.first, Set(matters.map(\.routing.leaf)).count == 1 else {
      throw MattersRefusals.familyKinds
    }
    let family = self.ids.next(StoredFile.self).value
    try tx.run(
      """
      INSERT INTO family (id, town, village, class, leaf, title, made_at)
      VALUES (\(family), \(key.town), \(key.village), \(first.routing.matterClass), \(first.routing.leaf), \(title), \(now))
      """)
    let touched = try matters.map { try put($0, into: family) }
    try record(
      "family_made", Touched(familyEntity, family), town: key.town, village: key.village,
      note: ids.map(\.description).joined(separator: ","), touching: touched)
    return family
  }

  /// Puts a matter into a family (nil: out of its family).
  package func changeFamily(of id: ID<Matter>, to family: Int64?, in key: VillageKey) throws {
    let matter = try editable(id, in: key, version: nil)
    if let family {
      let row = try tx.family(family, in: key)
      guard row.leaf == matter.routing.leaf else { throw MattersRefusals.familyKinds }
    }
    let touched = [try put(matter, into: family)]
    try record(
      "family_changed", Touched(matterEntity, id), town: key.town, village: key.village,
      note: family.map(String.init) ?? "", touching: touched)
  }

  private func put(_ matter: MatterRow, into family: Int64?) throws -> Touched {
    var changed = matter
    changed.family = family
    return try save(changed, was: matter)
  }
}
