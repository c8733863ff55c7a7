import Store
import Values
import Web

extension Transaction {
  /// What a `PlaceRow` is made of, of a place `p` with its town `t`.
  static let placeColumns: SQL = """
    p.id, p.town, p.county, p.village, p.parent, p.code, p.level, p.name_zh, p.name_en, p.phone, p.address, p.closed_at,
      t.code AS town_code
    """
  private static let places: SQL = "SELECT \(placeColumns) FROM place p LEFT JOIN place t ON t.id = p.town"

  package func place(_ id: ID<Place>) throws -> PlaceRow? {
    try lastingRow("\(Self.places) WHERE p.id = \(id)").map(PlaceRow.init)
  }

  package func place(code: String) throws -> PlaceRow? {
    try row("\(Self.places) WHERE p.code = \(code)").map(PlaceRow.init)
  }

  /// The places directly below, closed ones too, in order of making: those after `last`, at most `limit` + 1.
  /// Index: place_parent.
  package func children(of parent: ID<Place>, after last: ID<Place>?, limit: Int) throws -> [PlaceRow] {
    try rows(
      """
      \(Self.places) WHERE p.parent = \(parent) AND p.id > \(last ?? .min) ORDER BY p.id LIMIT \(limit + 1)
      """
    ).map(PlaceRow.init)
  }

  /// The open villages and urban communities of a town by code, at most 2,000. Index: place_town.
  package func villages(of town: ID<Place>) throws -> [PlaceRow] {
    try rows(
      """
      \(Self.places)
      WHERE p.town = \(town) AND p.level IN ('village', 'community') AND p.closed_at IS NULL ORDER BY p.code LIMIT 2000
      """
    ).map(PlaceRow.init)
  }

  /// The open places of one level in a town, in order of making: those after `last`, at most `limit` + 1.
  /// Index: place_town.
  package func places(ofTown town: ID<Place>, level: PlaceInfo.Level, after last: ID<Place>?, limit: Int) throws
    -> [PlaceRow]
  {
    try rows(
      """
      \(Self.places)
      WHERE p.town = \(town) AND p.level = \(level.rawValue) AND p.id > \(last ?? .min) AND p.closed_at IS NULL
      ORDER BY p.id LIMIT \(limit + 1)
      """
    ).map(PlaceRow.init)
  }

  package func hasPlaces() throws -> Bool { try row("SELECT id FROM place LIMIT 1") != nil }

  /// Whether a village or community of the town has the Chinese name: the numbers of its matters begin with it.
  /// Index: place_parent.
  func hasVillage(named name: String, town: ID<Place>, but id: ID<Place>?) throws -> Bool {
    try row(
      """
      SELECT id FROM place WHERE parent = \(town) AND name_zh = \(name) AND level IN ('village', 'community')
        AND id <> \(id?.value ?? 0) LIMIT 1
      """) != nil
  }

  func hasOpenChildren(_ parent: ID<Place>) throws -> Bool {
    try row("SELECT id FROM place WHERE parent = \(parent) AND closed_at IS NULL LIMIT 1") != nil
  }

  func insertPlace(
    _ new: NewPlace, id: ID<Place>, town: ID<Place>?, county: ID<Place>, village: ID<Place>?, at now: Instant
  ) throws {
    try run(
      """
      INSERT INTO place (id, town, county, village, parent, code, level, name_zh, name_en, phone, address, made_at)
      VALUES (\(id), \(town?.value ?? 0), \(county), \(village), \(new.parent), \(new.code), \(new.level.rawValue),
        \(new.nameZh), \(new.nameEn), \(new.phone), \(new.address), \(now))
      """)
  }

  func updatePlace(_ id: ID<Place>, _ details: PlaceDetails) throws {
    try run(
      """
      UPDATE place SET name_zh = \(details.nameZh), name_en = \(details.nameEn), phone = \(details.phone),
        address = \(details.address) WHERE id = \(id)
      """)
  }

  func closePlace(_ id: ID<Place>, at now: Instant) throws {
    try run("UPDATE place SET closed_at = \(now) WHERE id = \(id)")
  }
}
