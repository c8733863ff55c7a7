import Foundation
import Values

/// The outline of a village, as `map.js` draws it: a GeoJSON FeatureCollection (RFC 7946) in WGS-84, with nothing of the
/// file but shapes and their names.
package struct VillageMap: Sendable, Hashable {
  /// At most this much is taken.
  static let mostBytes = 1 << 20
  static let mostPoints = 20_000

  /// The text that is kept and sent; coordinates to about 10 cm.
  package let geojson: String

  /// Reads a file. The errors are those of the field `map`.
  package init(_ bytes: [UInt8]) throws(FieldErrors) {
    if bytes.isEmpty { throw Self.error(SettingsStrings.noFile) }
    if bytes.count > Self.mostBytes { throw Self.error(SettingsStrings.mapTooLarge) }
    let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    guard isJSON else { throw Self.error(SettingsStrings.notJSON) }
    guard let file = try? JSONDecoder().decode(GeoCollection.self, from: Data(bytes)), file.isCollection else {
      throw Self.error(SettingsStrings.notCollection)
    }
    if let wrong = file.fault(mostPoints: Self.mostPoints) { throw Self.error(wrong) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(file) else { throw Self.error(SettingsStrings.notCollection) }
    geojson = String(decoding: data, as: UTF8.self)
  }

  private static func error(_ text: Text) -> FieldErrors { FieldErrors("map", text) }
}

/// What is read of a file and written again; everything else of it falls away.
private struct GeoCollection: Codable {
  let type: String
  let features: [GeoFeature]
  let crs: GeoSystem?

  enum CodingKeys: CodingKey { case type, features, crs }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    type = try values.decode(String.self, forKey: .type)
    features = try values.decode([GeoFeature].self, forKey: .features)
    crs = try values.decodeIfPresent(GeoSystem.self, forKey: .crs)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(type, forKey: .type)
    try values.encode(features.filter { $0.geometry != nil }, forKey: .features)
  }

  var isCollection: Bool { type == "FeatureCollection" && features.allSatisfy { $0.type == "Feature" } }

  /// The first thing wrong with it, nil when all is well.
  func fault(mostPoints: Int) -> Text? {
    if let crs, !crs.isWGS84 { return SettingsStrings.otherSystem }
    let shapes = features.compactMap(\.geometry)
    if shapes.isEmpty { return SettingsStrings.noShape }
    var points = 0
    for shape in shapes {
      guard let depth = GeoShape.depths[shape.type] else { return SettingsStrings.otherShape(shape.type) }
      guard let count = shape.coordinates.points(depth: depth), count > 0 else { return SettingsStrings.badCoordinates }
      points += count
    }
    return points > mostPoints ? SettingsStrings.tooManyPoints(mostPoints) : nil
  }
}

/// The old way of naming a coordinate system; CRS84 and EPSG:4326 are ours.
private struct GeoSystem: Codable {
  struct Name: Codable { let name: String }
  let properties: Name?

  var isWGS84: Bool {
    guard let name = properties?.name else { return true }
    return name.hasSuffix("CRS84") || name.hasSuffix(":4326")
  }
}

private struct GeoFeature: Codable {
  struct Properties: Codable {
    let name: String?

    init(name: String?) { self.name = name }
    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = (try? values.decode(String.self, forKey: .name)).map { String($0.prefix(40)) }
    }
    enum CodingKeys: CodingKey { case name }
  }
  let type: String
  let properties: Properties?
  let geometry: GeoShape?
}

private struct GeoShape: Codable {
  let type: String
  let coordinates: Coordinates

  /// How deep the positions lie in the coordinates of what `map.js` can draw.
  static let depths = ["Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3]
}

/// A position, or a list of lists of them.
private indirect enum Coordinates: Codable {
  case position([Double])
  case list([Coordinates])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let numbers = try? container.decode([Double].self), !numbers.isEmpty {
      self = .position(numbers)
    } else {
      self = .list(try container.decode([Coordinates].self))
    }
  }

  /// To six places, without the height.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .position(let numbers): try container.encode(numbers.prefix(2).map { ($0 * 1e6).rounded() / 1e6 })
    case .list(let list): try container.encode(list)
    }
  }

  /// How many positions there are at exactly this depth; nil when one is not [longitude, latitude] of WGS-84 or lies
  /// elsewhere.
  func points(depth: Int) -> Int? {
    switch self {
    case .position(let numbers):
      guard depth == 0, (2...3).contains(numbers.count), (-180...180).contains(numbers[0]),
        (-90...90).contains(numbers[1])
      else { return nil }
      return 1
    case .list(let list):
      guard depth > 0, !list.isEmpty else { return nil }
      var sum = 0
      for part in list {
        guard let count = part.points(depth: depth - 1) else { return nil }
        sum += count
      }
      return sum
    }
  }
}
