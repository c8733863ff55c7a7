import Mechanism
import Seeds
import Store
import Values
import Web

/// The villages of a town with the groups and landmarks that reporters name.
struct TownPlaces: Sendable {
  struct Spot: Sendable {
    /// What `address_id` takes: the code of a group, the number of a landmark.
    let key: String
    let name: Text
    let village: ID<Place>
  }
  let villages: [PlaceInfo]
  let spots: [Spot]
  /// Whether an outline of some village tells where a point lies.
  let hasMaps: Bool

  /// So many groups and landmarks are named.
  static let mostSpots = 1000

  init(villages: [PlaceInfo], spots: [Spot], hasMaps: Bool) {
    (self.villages, self.spots, self.hasMaps) = (villages, spots, hasMaps)
  }

  init(_ town: ID<Place>, in tx: Transaction) throws {
    villages = try tx.villages(of: town).map(\.info)
    spots = try tx.spots(of: town, villages: villages)
    hasMaps = try tx.hasMaps(of: villages)
  }
}

/// What is asked of a report of one kind beside place and words.
struct Definition: Sendable {
  let duty: Duty
  let places: TownPlaces

  static let sample = Definition(
    duty: Catalogue.sample,
    places: TownPlaces(
      villages: [], spots: [.init(key: "51010101", name: Text(zh: "一组", en: "Group 1"), village: ID(1))], hasMaps: false
    ))

  func tree(_ l: Language) -> Tree {
    let attributes = [
      attribute(
        "emergency", .string, GeoStrings.emergency, order: 1, isAsked: false, hint: GeoStrings.emergencyHint, l),
      attribute(
        "handling", .string, GeoStrings.handling(bodyName(duty.lead), days: duty.days), order: 2, isAsked: false,
        hint: duty.example.isEmpty ? Text(same: "") : GeoStrings.example(duty.example), l),
      attribute(
        "village", .singleValueList, GeoStrings.village, order: 3,
        isRequired: places.villages.count > 1 && !places.hasMaps,
        hint: GeoStrings.villageHint, values: places.villages.map { ($0.code, $0.name) }, l),
      attribute(
        "place", .singleValueList, GeoStrings.place, order: 4, hint: GeoStrings.placeHint, values: spots, l),
      attribute(
        "about_staff", .singleValueList, GeoStrings.aboutStaff, order: 5, hint: GeoStrings.aboutStaffHint,
        values: [("no", GeoStrings.no), ("yes", GeoStrings.yes)], l),
    ]
    return .fields(["service_code": .text(duty.code), "attributes": .list(attributes, item: "attribute")])
  }

  /// What an attribute may be called in a report.
  static let codes: Set<String> = ["village", "place", "about_staff", "emergency", "handling"]

  private enum DataType: String { case string, singleValueList = "singlevaluelist" }

  /// "清河村 一组": the group or landmark with its village.
  private var spots: [(String, Text)] {
    let names = Dictionary(places.villages.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return places.spots.map { spot in
      let village = names[spot.village] ?? Text(same: "")
      return (spot.key, village + Text(same: " ") + spot.name)
    }
  }

  private func attribute(
    _ code: String, _ type: DataType, _ description: Text, order: Int, isAsked: Bool = true, isRequired: Bool = false,
    hint: Text, values: [(key: String, name: Text)] = [], _ l: Language
  ) -> Tree {
    .fields([
      "variable": .bool(isAsked), "code": .text(code), "datatype": .text(type.rawValue), "required": .bool(isRequired),
      "datatype_description": .optional(hint(l)), "order": .number(order), "description": .text(description(l)),
      "values": .list(values.map { .fields(["key": .text($0.key), "name": .text($0.name(l))]) }, item: "value"),
    ])
  }
}
