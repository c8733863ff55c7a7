import Matters
import Store
import Values
import Web

/// Rows of `landmark`; the table is made and listed by Matters.
private let landmarkEntity = Entity("landmark")

/// A named point of a village to be added, checked.
package struct NewLandmark: Sendable, Hashable {
  /// WGS-84 degrees.
  package struct Point: Sendable, Hashable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) { (self.latitude, self.longitude) = (latitude, longitude) }
  }
  /// 1 to 40 characters.
  package let nameZh: String
  /// Empty: the Chinese name is shown in English too.
  package let nameEn: String
  package let point: Point?

  package init(nameZh: String, nameEn: String = "", point: Point? = nil) {
    (self.nameZh, self.nameEn, self.point) = (nameZh, nameEn, point)
  }

  /// Reads `name_zh` (needed), `name_en`, `lat`, `lon` (both or none).
  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    nameZh = form.required("name_zh", max: 40, &errors) ?? ""
    nameEn = form.text("name_en", max: 60, &errors)
    let latitude = form.double("lat", in: -90...90, &errors)
    let longitude = form.double("lon", in: -180...180, &errors)
    if form["lat"].isEmpty != form["lon"].isEmpty {
      errors.add(form["lat"].isEmpty ? "lat" : "lon", SettingsStrings.bothDegrees)
    }
    guard errors.isEmpty else { throw errors }
    if let latitude, let longitude {
      point = Point(latitude: latitude, longitude: longitude)
    } else {
      point = nil
    }
  }
}

extension Write {
  /// Adds a landmark to the list that reporters choose from, at most 200 a village. Event `landmark_added`.
  /// - Throws: `FieldErrors` of `name_zh` when the name is taken or the list is full.
  @discardableResult package func addLandmark(_ new: NewLandmark, in key: VillageKey) throws -> ID<StoredFile> {
    if try tx.hasLandmark(named: new.nameZh, in: key) {
      throw FieldErrors("name_zh", SettingsStrings.nameTaken(new.nameZh))
    }
    if try tx.landmarks(of: key).count >= 200 { throw FieldErrors("name_zh", SettingsStrings.listFull) }
    let id = ids.next(StoredFile.self)
    try tx.insertLandmark(new, id: id, in: key)
    try record("landmark_added", Touched(landmarkEntity, id), town: key.town, village: key.village)
    return id
  }

  /// Takes a landmark off the list; concerns that name it keep it. Event `landmark_closed`.
  /// - Throws: `NotFound` when the village has none such in use.
  package func closeLandmark(_ id: ID<StoredFile>, in key: VillageKey) throws {
    guard try tx.closeLandmark(id, in: key, at: now) else { throw NotFound() }
    try record("landmark_closed", Touched(landmarkEntity, id), town: key.town, village: key.village)
  }
}
