import Foundation
import Store
import Values
import Web

/// The outlines of a town's villages, to tell in which one a point lies.
struct VillageOutlines: Sendable {
  struct Village: Sendable {
    let id: ID<Place>
    /// Polygons: the outer ring, then the holes; [longitude, latitude] in WGS-84.
    let polygons: [[[[Double]]]]
  }
  let villages: [Village]
  /// About so many bytes in memory.
  let byteCount: Int

  /// `maps`: GeoJSON by village; what is no area is passed over.
  init(_ maps: [ID<Place>: String]) {
    villages = maps.map { Village(id: $0.key, polygons: Self.polygons(of: $0.value)) }
    byteCount = maps.values.reduce(64) { $0 + $1.utf8.count * 2 }
  }

  /// The villages whose outline holds the point: one, several where outlines overlap, none.
  func holding(latitude: Double, longitude: Double) -> [ID<Place>] {
    villages.filter { village in
      village.polygons.contains { rings in
        // Within the outer ring and in no hole: within an odd number of rings.
        rings.count { Self.isWithin($0, latitude, longitude) } % 2 == 1
      }
    }.map(\.id).sorted()
  }

  /// Whether a ray to the east crosses the ring an odd number of times.
  private static func isWithin(_ ring: [[Double]], _ latitude: Double, _ longitude: Double) -> Bool {
    var isInside = false
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      guard one.count >= 2, other.count >= 2, (one[1] > latitude) != (other[1] > latitude) else { continue }
      let crossing = (other[0] - one[0]) * (latitude - one[1]) / (other[1] - one[1]) + one[0]
      if longitude < crossing { isInside.toggle() }
    }
    return isInside
  }

  private static func polygons(of geojson: String) -> [[[[Double]]]] {
    let file = try? JSONSerialization.jsonObject(with: Data(geojson.utf8)) as? [String: Any]
    let features = file?["features"] as? [[String: Any]] ?? []
    return features.flatMap { feature -> [[[[Double]]]] in
      let shape = feature["geometry"] as? [String: Any]
      switch shape?["type"] as? String {
      case "Polygon": return (shape?["coordinates"] as? [[[Double]]]).map { [$0] } ?? []
      case "MultiPolygon": return shape?["coordinates"] as? [[[[Double]]]] ?? []
      default: return []
      }
    }
  }
}

extension Request {
  /// The outlines of the town's villages; read again after the town's next event.
  func outlines(of town: ID<Place>, villages: [PlaceInfo]) async throws -> VillageOutlines {
    let (key, kept) = ("open311-outlines|\(town)", app.kept)
    return try await app.database.read { tx in
      let seq = try tx.count("SELECT seq FROM chain WHERE town = \(town)")
      if let old = kept.find(key, at: seq, as: VillageOutlines.self) { return old }
      let made = VillageOutlines(try tx.maps(of: villages))
      kept.store(made, under: key, at: seq, bytes: made.byteCount)
      return made
    }
  }
}
