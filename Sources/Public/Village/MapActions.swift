import Store
import Values
import Web

/// Rows of `village_map`: one a village, with its id.
package let villageMapEntity = Entity("village_map")

extension Write {
  /// Puts the outline of a village in the place of the one before. Event `village_map_set`, with the size in bytes.
  package func setVillageMap(_ map: VillageMap, of key: VillageKey) throws {
    try tx.putVillageMap(map.geojson, of: key)
    try record(
      "village_map_set", Touched(villageMapEntity, key.village), town: key.town, village: key.village,
      note: "\(map.geojson.utf8.count)")
  }

  /// Takes the outline away. Event `village_map_removed`.
  /// - Throws: `NotFound` when there is none.
  package func removeVillageMap(of key: VillageKey) throws {
    guard try tx.removeVillageMap(of: key) else { throw NotFound() }
    try record(
      "village_map_removed", Touched(villageMapEntity, key.village), town: key.town, village: key.village)
  }
}
