import Mechanism
import Store
import Values
import Web

extension Request {
  /// The town of `jurisdiction_id` (its code); without one the only town there is.
  /// - Throws: `GeoError` 400 when several towns make it necessary, 404 for a town that is not there.
  func jurisdiction() async throws -> PlaceInfo {
    let asked = query["jurisdiction_id"].isEmpty ? form["jurisdiction_id"] : query["jurisdiction_id"]
    if asked.isEmpty {
      let codes = try await app.database.read { tx in try tx.someTowns() }
      guard codes.count == 1, let town = try await app.door.place(code: codes[0]) else {
        throw GeoError(400, GeoStrings.jurisdictionMissing)
      }
      return town
    }
    guard let town = try await app.door.place(code: asked), town.level == .town else {
      throw GeoError(404, GeoStrings.noSuchJurisdiction(asked))
    }
    return town
  }

  /// The catalogue that holds in a town today.
  func catalogue(of town: PlaceInfo) async throws -> Catalogue {
    try await catalogues.current(town: town.id, day: now.day, in: app.database).catalogue
  }
}

extension Transaction {
  /// The codes of two towns, or of the only one. Index: place_level.
  fileprivate func someTowns() throws -> [String] {
    try rows("SELECT code FROM place WHERE level = 'town' AND closed_at IS NULL ORDER BY id LIMIT 2").map {
      try $0.text("code")
    }
  }
}
