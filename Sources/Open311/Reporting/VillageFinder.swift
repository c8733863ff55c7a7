import Governance
import People
import Store
import Values
import Web

/// Where a report from outside belongs: the village, and the group or landmark that was named.
struct FoundPlace: Sendable {
  let village: PlaceInfo
  let group: ID<Place>?
  let landmark: Int64?
}

extension Request {
  /// The village of a report: by its point and the villages' outlines, by `address_id` or the attribute `place`, by the
  /// attribute `village`, else the only one there is. What contradicts itself is refused.
  /// - Throws: `FieldErrors`.
  func place(of report: GeoReportForm, in town: PlaceInfo) async throws -> FoundPlace {
    let villages = try await app.database.read { tx in try tx.villages(of: town.id).map(\.info) }
    var told: [(field: String, villages: [PlaceInfo])] = []
    if let point = report.point {
      let held = try await outlines(of: town.id, villages: villages)
        .holding(latitude: point.latitude, longitude: point.longitude)
      told.append(("lat, long", villages.filter { held.contains($0.id) }))
    }
    let spot = try await spot(report.spot, in: town.id)
    if let spot { told.append(("address_id", villages.filter { $0.id == spot.village })) }
    if !report.village.isEmpty {
      guard let named = villages.first(where: { $0.code == report.village }) else {
        throw FieldErrors("attribute[village]", GeoStrings.noSuchVillage(villages.map(\.code)))
      }
      told.append(("attribute[village]", [named]))
    }
    let village = try only(of: told.filter { !$0.villages.isEmpty }, among: villages)
    return FoundPlace(village: village, group: spot?.group, landmark: spot?.landmark)
  }

  /// The village on which all that was told agrees.
  private func only(of told: [(field: String, villages: [PlaceInfo])], among villages: [PlaceInfo]) throws -> PlaceInfo
  {
    guard let first = told.first else {
      if villages.count == 1 { return villages[0] }
      throw FieldErrors("attribute[village]", GeoStrings.villageMissing(villages.map(\.code)))
    }
    let common = told.dropFirst().reduce(first.villages) { rest, next in rest.filter(next.villages.contains) }
    if common.count == 1 { return common[0] }
    if common.isEmpty, let other = told.last {
      throw FieldErrors(other.field, GeoStrings.otherVillage(first.villages[0].name, other.villages[0].name))
    }
    throw FieldErrors("attribute[village]", GeoStrings.severalVillages(common.map(\.code)))
  }

  private struct Spot {
    let village: ID<Place>
    let group: ID<Place>?
    let landmark: Int64?
  }

  /// The group, landmark or village of a key; nil when none was given.
  private func spot(_ key: String, in town: ID<Place>) async throws -> Spot? {
    if key.isEmpty { return nil }
    let found = try await app.database.read { tx -> Spot? in
      if let place = try tx.place(code: key), place.town == town, place.closedAt == nil, let village = place.village {
        return Spot(village: village, group: place.level == .group ? place.id : nil, landmark: nil)
      }
      guard let number = ID<Never>(key)?.value, let village = try tx.village(ofLandmark: number, town: town) else {
        return nil
      }
      return Spot(village: village, group: nil, landmark: number)
    }
    guard let found else { throw FieldErrors("address_id", GeoStrings.noSuchAddress) }
    return found
  }
}
