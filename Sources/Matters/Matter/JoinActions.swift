import Governance
import Seeds
import Store
import Values
import Web

package let matterJoinEntity = Entity("matter_join")

/// Whether matters of a leaf may be offered to the public for joining: by the rule, and by the shipped catalogue, which
/// also leaves out reports against single neighbours and traders. A leaf that a town added goes by the rule alone.
package func isOfferedForJoining(leaf: String) -> Bool {
  guard isJoinable(leaf: leaf) else { return false }
  return joinableLeaves[leaf] ?? true
}

private let joinableLeaves = Dictionary(
  Shipped.current.catalogue.map { ($0.code, $0.isJoinable) }, uniquingKeysWith: { first, _ in first })

extension MatterRow {
  /// Whether anybody may see it and say "me too": released, still open, not merged into another, of a kind that does
  /// not concern single persons.
  package var canBeJoined: Bool {
    releasedAt != nil && mergedInto == nil && state.isOpen && isOfferedForJoining(leaf: routing.leaf)
      && !isCountOnly(leaf: routing.leaf, class: routing.matterClass)
  }
}

extension Write {
  /// "Me too" (D5): one tap of one device on a public matter; a second tap of the same device changes nothing. Joins are
  /// counted apart from the concerns and decide nothing alone. The version stays, so that a tap of a resident never
  /// gets in the way of a clerk. Gives the joins of the matter now. Event `matter_joined`.
  /// - `device`: the keyed digest of the device, never the device itself.
  /// - Throws: `NotFound` when there is no such matter or it may not be joined.
  package func join(_ id: ID<Matter>, in key: VillageKey, device: String) throws -> Int {
    let asked = try tx.matter(id, in: key)
    let matter = asked.mergedInto == nil ? asked : try tx.matter(asked.root, in: key)
    guard matter.canBeJoined else { throw NotFound() }
    // Takes the row's lock, so that the count below sees every join that came before.
    try tx.run("UPDATE matter SET joins = joins WHERE id = \(matter.id)")
    if try tx.hasJoined(root: matter.id, device: device, town: key.town) { return matter.joins }
    let join = ids.next(StoredFile.self)
    let isNew = try tx.run(
      """
      INSERT INTO matter_join (id, town, village, matter, device, at)
      VALUES (\(join), \(key.town), \(key.village), \(matter.id), \(device), \(now)) ON CONFLICT DO NOTHING
      """)
    guard isNew == 1 else { return matter.joins }
    let joins = try tx.joins(root: matter.id, town: key.town)
    try tx.run("UPDATE matter SET joins = \(joins) WHERE id = \(matter.id)")
    try record(
      "matter_joined", Touched(matterEntity, matter.id), town: key.town, village: key.village,
      touching: [Touched(matterJoinEntity, join)])
    return joins
  }
}

extension Transaction {
  /// Whether the device joined the matter or one merged into it. Indexes: matter_root, matter_join_device.
  package func hasJoined(root: ID<Matter>, device: String, town: ID<Place>) throws -> Bool {
    try row(
      """
      SELECT j.id FROM matter m JOIN matter_join j ON j.town = m.town AND j.matter = m.id
      WHERE m.town = \(town) AND m.root = \(root) AND j.device = \(device) LIMIT 1
      """) != nil
  }

  /// The devices that joined a matter or one merged into it, each once.
  func joins(root: ID<Matter>, town: ID<Place>) throws -> Int {
    try count(
      """
      SELECT COUNT(DISTINCT j.device) AS n FROM matter m JOIN matter_join j ON j.town = m.town AND j.matter = m.id
      WHERE m.town = \(town) AND m.root = \(root)
      """)
  }
}
