import People
import Store
import Values
import Web

extension Transaction {
  /// The groups and landmarks of the villages, groups first. Indexes: place_town, landmark_village.
  func spots(of town: ID<Place>, villages: [PlaceInfo]) throws -> [TownPlaces.Spot] {
    let groups = try places(ofTown: town, level: .group, after: nil, limit: TownPlaces.mostSpots)
    let landmarks = try rows(
      """
      SELECT id, village, name_zh, name_en FROM landmark
      WHERE town = \(town) AND village IN (\(values: villages.map(\.id))) AND closed_at IS NULL
      ORDER BY id LIMIT \(TownPlaces.mostSpots)
      """)
    let all =
      groups.compactMap { group in
        group.village.map { TownPlaces.Spot(key: group.code, name: group.name, village: $0) }
      }
      + (try landmarks.map { row in
        let (zh, en) = (try row.text("name_zh"), try row.text("name_en"))
        return TownPlaces.Spot(
          key: "\(try row.int64("id"))", name: Text(zh: zh, en: en.isEmpty ? zh : en), village: try row.id("village"))
      })
    return Array(all.prefix(TownPlaces.mostSpots))
  }

  /// Whether one of the villages has an outline. Key: village_map (id).
  func hasMaps(of villages: [PlaceInfo]) throws -> Bool {
    try row("SELECT id FROM village_map WHERE id IN (\(values: villages.map(\.id))) LIMIT 1") != nil
  }

  /// The village of a landmark in use; nil when the town has no such landmark.
  func village(ofLandmark id: Int64, town: ID<Place>) throws -> ID<Place>? {
    try row("SELECT village FROM landmark WHERE id = \(id) AND town = \(town) AND closed_at IS NULL")?.id("village")
  }

  /// The outlines of the villages, as they were uploaded. Key: village_map (id).
  func maps(of villages: [PlaceInfo]) throws -> [ID<Place>: String] {
    let found = try rows("SELECT id, geojson FROM village_map WHERE id IN (\(values: villages.map(\.id)))")
    return Dictionary(
      try found.map { (try $0.id("id", as: Place.self), try $0.text("geojson")) }, uniquingKeysWith: { $1 })
  }
}
