import Governance
import Values

/// The demonstration town: invented places, people, landmarks and concerns.
package struct DemoData: Sendable {
  package let places: [DemoPlace]
  package let people: [DemoPerson]
  package let offices: [DemoOffice]
  package let landmarks: [DemoLandmark]
  package let concerns: [DemoConcern]

  /// Reads `demo-places`, `demo-people`, `demo-offices`, `demo-landmarks` and `demo-concerns-1` to `-4`; the first fault is thrown.
  package static func load() throws(SeedError) -> DemoData {
    var concerns: [DemoConcern] = []
    for number in 1...4 { concerns += try DemoConcern.load("demo-concerns-\(number).tsv") }
    return DemoData(
      places: try DemoPlace.load(), people: try DemoPerson.load(), offices: try DemoOffice.load(),
      landmarks: try DemoLandmark.load(), concerns: concerns)
  }
}

/// A place of the demonstration, below `parent` (empty for the county).
package struct DemoPlace: Sendable, Hashable {
  package let code: String
  package let parent: String
  /// "county", "town", "village", "community" or "group".
  package let level: String
  package let name: Text
  package let phone: String
  package let address: String

  static func load() throws(SeedError) -> [DemoPlace] {
    let columns = ["code", "parent", "level", "name_zh", "name_en", "phone", "address"]
    var all: [DemoPlace] = []
    for row in try SeedTable("demo-places.tsv", columns: columns).rows {
      let known = ["county", "town", "village", "community", "group"]
      guard known.contains(row["level"]) else { throw row.error("level is unknown: \(row["level"])") }
      all.append(
        DemoPlace(
          code: try row.required("code"), parent: row["parent"], level: row["level"], name: try row.text("name"),
          phone: row["phone"], address: row["address"]))
    }
    return all
  }
}

/// An account of the demonstration.
package struct DemoPerson: Sendable, Hashable {
  package let login: String
  package let name: String
  package let role: Role
  package let placeCode: String
  /// What kind of collector it is; nil for all others.
  package let kind: String?
  /// The department of a handler; nil for all others.
  package let body: String?

  static func load() throws(SeedError) -> [DemoPerson] {
    let columns = ["login", "name", "role", "place_code", "kind", "body"]
    var all: [DemoPerson] = []
    for row in try SeedTable("demo-people.tsv", columns: columns).rows {
      all.append(
        DemoPerson(
          login: try row.required("login"), name: try row.required("name"), role: try row.choice("role"),
          placeCode: try row.required("place_code"), kind: row["kind"].isEmpty ? nil : row["kind"],
          body: row["body"].isEmpty ? nil : row["body"]))
    }
    return all
  }
}

/// Where an office of a town is found; what it does says the duty catalogue.
package struct DemoOffice: Sendable, Hashable {
  /// Of the town.
  package let placeCode: String
  /// The Chinese name, as the catalogue and the people have it.
  package let name: String
  package let phone: String
  package let address: String

  static func load() throws(SeedError) -> [DemoOffice] {
    var all: [DemoOffice] = []
    for row in try SeedTable("demo-offices.tsv", columns: ["place_code", "name_zh", "phone", "address"]).rows {
      all.append(
        DemoOffice(
          placeCode: try row.required("place_code"), name: try row.required("name_zh"),
          phone: try row.required("phone"), address: try row.required("address")))
    }
    return all
  }
}

/// A named point of a village.
package struct DemoLandmark: Sendable, Hashable {
  package let villageCode: String
  package let name: Text
  /// WGS-84 degrees.
  package let lat: Double
  package let lon: Double

  static func load() throws(SeedError) -> [DemoLandmark] {
    let columns = ["village_code", "name_zh", "name_en", "lat", "lon"]
    var all: [DemoLandmark] = []
    for row in try SeedTable("demo-landmarks.tsv", columns: columns).rows {
      all.append(
        DemoLandmark(
          villageCode: try row.required("village_code"), name: try row.text("name"), lat: try row.double("lat"),
          lon: try row.double("lon")))
    }
    return all
  }
}
