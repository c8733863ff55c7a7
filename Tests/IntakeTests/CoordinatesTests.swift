import Foundation
import Testing

@testable import Intake

struct CoordinatesTests {
  /// Metres between two near points, on a sphere.
  private func metres(_ one: GeoPoint, _ other: GeoPoint) -> Double {
    let degree = 111_320.0
    let north = (one.latitude - other.latitude) * degree
    let east = (one.longitude - other.longitude) * degree * cos(one.latitude * .pi / 180)
    return (north * north + east * east).squareRoot()
  }

  @Test func aKnownPointIsShiftedAsOnMapsOfChina() {
    let mapped = GeoPoint(latitude: 39.915, longitude: 116.404).gcj02FromWGS84
    #expect(metres(mapped, GeoPoint(latitude: 39.916404, longitude: 116.410244)) < 1)
  }

  @Test func thereAndBackIsTheSamePlaceWithinAMetre() {
    for latitude in stride(from: 18.0, through: 53, by: 0.73) {
      for longitude in stride(from: 74.0, through: 134, by: 1.37) {
        let point = GeoPoint(latitude: latitude, longitude: longitude)
        let back = point.gcj02FromWGS84.wgs84FromGCJ02
        #expect(metres(back, point) < 1, "\(point)")
        #expect(metres(point.gcj02FromWGS84, point) > 10, "\(point) is not shifted")
      }
    }
  }

  @Test(arguments: [(51.5, -0.12), (0.5, 110), (30, 71.9), (30, 138), (-33.9, 151.2), (90, 180)])
  func outsideTheFrameNothingMoves(latitude: Double, longitude: Double) {
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    #expect(point.gcj02FromWGS84 == point)
    #expect(point.wgs84FromGCJ02 == point)
  }

  @Test func satellitesNeedNoChange() {
    let point = GeoPoint(latitude: 28.9, longitude: 105.4)
    #expect(point.inWGS84(from: .wgs84) == point)
    #expect(point.inWGS84(from: .gcj02) == point.wgs84FromGCJ02)
  }
}
