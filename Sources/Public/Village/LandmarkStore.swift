import Store
import Values
import Web

extension Transaction {
  func insertLandmark(_ new: NewLandmark, id: ID<StoredFile>, in key: VillageKey) throws {
    try run(
      """
      INSERT INTO landmark (id, town, village, name_zh, name_en, lat, lon)
      VALUES (\(id), \(key.town), \(key.village), \(new.nameZh), \(new.nameEn), \(new.point?.latitude),
        \(new.point?.longitude))
      """)
  }

  /// Whether a landmark in use has the name. Index: landmark_village.
  func hasLandmark(named name: String, in key: VillageKey) throws -> Bool {
    try row(
      """
      SELECT id FROM landmark
      WHERE town = \(key.town) AND village = \(key.village) AND name_zh = \(name) AND closed_at IS NULL LIMIT 1
      """) != nil
  }

  /// Whether there was one in use.
  func closeLandmark(_ id: ID<StoredFile>, in key: VillageKey, at now: Instant) throws -> Bool {
    try run(
      """
      UPDATE landmark SET closed_at = \(now)
      WHERE town = \(key.town) AND village = \(key.village) AND id = \(id) AND closed_at IS NULL
      """) == 1
  }

  func putVillageMap(_ geojson: String, of key: VillageKey) throws {
    try run(
      """
      INSERT INTO village_map (id, town, geojson) VALUES (\(key.village), \(key.town), \(geojson))
      ON CONFLICT (id) DO UPDATE SET geojson = excluded.geojson
      """)
  }

  /// Whether there was one.
  func removeVillageMap(of key: VillageKey) throws -> Bool {
    try run("DELETE FROM village_map WHERE town = \(key.town) AND id = \(key.village)") == 1
  }
}
