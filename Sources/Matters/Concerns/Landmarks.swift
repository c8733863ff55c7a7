import Store
import Values
import Web

/// A named point of a village that people know: school, market, well (地标).
package struct LandmarkRow: Sendable, Hashable {
  package let id: Int64
  package let name: Text
  /// WGS-84 degrees; nil when nobody marked it.
  package let latitude: Double?
  package let longitude: Double?

  init(_ row: Row) throws {
    id = try row.int64("id")
    let (zh, en) = (try row.text("name_zh"), try row.text("name_en"))
    // The Chinese name stands for a missing English one.
    name = Text(zh: zh, en: en.isEmpty ? zh : en)
    latitude = row.optionalDouble("lat")
    longitude = row.optionalDouble("lon")
  }
}

extension Transaction {
  /// The landmarks of a village that are in use, in order of making, at most 200. Index: landmark_village.
  package func landmarks(of key: VillageKey) throws -> [LandmarkRow] {
    try rows(
      """
      SELECT * FROM landmark
      WHERE town = \(key.town) AND village = \(key.village) AND closed_at IS NULL ORDER BY id LIMIT 200
      """
    ).map(LandmarkRow.init)
  }

  /// The outline of a village as GeoJSON in WGS-84, as an administrator uploaded it; nil when there is none.
  package func villageMap(of key: VillageKey) throws -> String? {
    try row("SELECT geojson FROM village_map WHERE town = \(key.town) AND id = \(key.village)")?.text("geojson")
  }

  /// Whether the village has a map.
  package func hasVillageMap(_ key: VillageKey) throws -> Bool {
    try row("SELECT id FROM village_map WHERE town = \(key.town) AND id = \(key.village)") != nil
  }
}
