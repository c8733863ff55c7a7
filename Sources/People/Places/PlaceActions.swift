import Store
import Values
import Web

/// Rows of `place`.
package let placeEntity = Entity("place")

extension Write {
  /// Opens a place under another, or a county at the top. Event `placeOpened`.
  /// - Throws: `FieldErrors` of `code` and `level`; `NotFound` when the place above is not there.
  @discardableResult package func openPlace(_ new: NewPlace) throws -> PlaceRow {
    var errors = FieldErrors()
    if let error = placeCodeError(new.code) { errors.add("code", error) }
    if try tx.place(code: new.code) != nil { errors.add("code", PlaceStrings.codeTaken(new.code)) }
    if new.nameZh.isEmpty { errors.add("name_zh", WebWords.missing) }
    let parent = try new.parent.map { try existingPlace($0) }
    if !new.level.fits(under: parent?.level) { errors.add("level", PlaceStrings.noFit) }
    if parent?.closedAt != nil { errors.add("level", PlaceStrings.parentClosed) }
    let isVillage = new.level == .village || new.level == .community
    if isVillage, let town = parent?.town, try tx.hasVillage(named: new.nameZh, town: town, but: nil) {
      errors.add("name_zh", PlaceStrings.nameTaken(new.nameZh))
    }
    guard errors.isEmpty else { throw errors }
    let id = ids.next(Place.self)
    try tx.insertPlace(
      new, id: id, town: new.level == .town ? id : parent?.town, county: parent?.county ?? id,
      village: isVillage ? id : parent?.village, at: now)
    let place = try existingPlace(id)
    try record(
      "placeOpened", Touched(placeEntity, id), town: place.town, village: place.village,
      note: "\(new.level.rawValue) \(new.code)")
    return place
  }

  /// Changes names, telephone and address. Event `placeChanged`.
  /// - Throws: `FieldErrors` of `name_zh` when another village of the town has the name.
  package func changePlace(_ id: ID<Place>, _ details: PlaceDetails) throws {
    let place = try existingPlace(id)
    if place.village == id, let town = place.town, try tx.hasVillage(named: details.nameZh, town: town, but: id) {
      throw FieldErrors("name_zh", PlaceStrings.nameTaken(details.nameZh))
    }
    try tx.updatePlace(id, details)
    try record("placeChanged", Touched(placeEntity, id), town: place.town, village: place.village, note: place.code)
  }

  /// Closes a place: it stays readable with all that belongs to it, but takes no new place or role. Event `placeClosed`.
  /// - Throws: `Refusal` while it is closed already or a place below is open.
  package func closePlace(_ id: ID<Place>) throws {
    let place = try existingPlace(id)
    guard place.closedAt == nil else { throw PlaceStrings.isClosed }
    guard try !tx.hasOpenChildren(id) else { throw PlaceStrings.hasOpenPlaces }
    try tx.closePlace(id, at: now)
    try record("placeClosed", Touched(placeEntity, id), town: place.town, village: place.village, note: place.code)
  }

  func existingPlace(_ id: ID<Place>) throws -> PlaceRow {
    guard let place = try tx.place(id) else { throw NotFound() }
    return place
  }
}
