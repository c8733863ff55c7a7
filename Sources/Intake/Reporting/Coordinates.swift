import Foundation

/// A point on the earth in degrees: latitude -90...90, longitude -180...180.
package struct GeoPoint: Sendable, Hashable {
  package let latitude: Double
  package let longitude: Double

  package init(latitude: Double, longitude: Double) { (self.latitude, self.longitude) = (latitude, longitude) }
}

/// Which coordinates somebody sends. What is stored is always WGS-84.
package enum CoordinateSystem: String, Sendable, CaseIterable {
  /// Of satellites and of GeoJSON.
  case wgs84
  /// Of maps made in China, and of WeChat: shifted by some hundred metres.
  case gcj02
}

extension GeoPoint {
  /// The same place in WGS-84.
  package func inWGS84(from system: CoordinateSystem) -> GeoPoint { system == .wgs84 ? self : wgs84FromGCJ02 }

  /// A point of WGS-84 as maps in China give it. Outside China's frame both are the same.
  package var gcj02FromWGS84: GeoPoint {
    guard isInFrame else { return self }
    let shift = shift
    return GeoPoint(latitude: latitude + shift.latitude, longitude: longitude + shift.longitude)
  }

  /// A point of a map made in China in WGS-84, by running the shift backwards until it fits; within a metre.
  package var wgs84FromGCJ02: GeoPoint {
    guard isInFrame else { return self }
    var guess = self
    for _ in 0..<12 {
      let mapped = guess.gcj02FromWGS84
      let (north, east) = (mapped.latitude - latitude, mapped.longitude - longitude)
      guess = GeoPoint(latitude: guess.latitude - north, longitude: guess.longitude - east)
      if abs(north) < 1e-9, abs(east) < 1e-9 { break }
    }
    return guess
  }

  /// The frame in which maps are shifted.
  private var isInFrame: Bool {
    (0.8293...55.8271).contains(latitude) && (72.004...137.8347).contains(longitude)
  }

  /// By how many degrees a map of China shifts the point: waves over the plane, laid on the ellipsoid of 1940.
  private var shift: GeoPoint {
    let (x, y) = (longitude - 105, latitude - 35)
    let root = abs(x).squareRoot()
    let ripple = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
    let northWaves = 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi) + 160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)
    let eastWaves = 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi) + 150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)
    let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (ripple + northWaves) * 2 / 3
    let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (ripple + eastWaves) * 2 / 3
    let (radius, flattening) = (6_378_245.0, 0.006_693_421_622_965_943)
    let angle = latitude * .pi / 180
    let bulge = 1 - flattening * sin(angle) * sin(angle)
    let northMetres = radius * (1 - flattening) / (bulge * bulge.squareRoot()) * .pi / 180
    let eastMetres = radius / bulge.squareRoot() * cos(angle) * .pi / 180
    return GeoPoint(latitude: north / northMetres, longitude: east / eastMetres)
  }
}
