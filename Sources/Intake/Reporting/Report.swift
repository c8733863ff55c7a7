import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// What the report page needs to know of its village.
struct ReportPlaces: Sendable {
  let groups: [PlaceRow]
  let landmarks: [LandmarkRow]
  let hasMap: Bool
  /// The village's telephone, else the town's, else empty.
  let phone: String
  let town: Text
  /// How long the town keeps what people leave.
  var kept = KeptPeriods(KeepingRule.defaults)
  /// Whether one of `groups` must be named: who enters does so for a group alone.
  var needsGroup = false

  /// Where none is named and no form is shown.
  static let none = ReportPlaces(groups: [], landmarks: [], hasMap: false, phone: "", town: Text(same: ""))

  /// With these groups alone, one of which must be named.
  func limited(to own: Set<ID<Place>>) -> ReportPlaces {
    ReportPlaces(
      groups: groups.filter { own.contains($0.id) }, landmarks: landmarks, hasMap: hasMap, phone: phone, town: town,
      kept: kept, needsGroup: true)
  }
}

/// What a resident says, checked: every field is valid (D1).
struct Report: Sendable {
  static let longestText = 5000

  let text: String
  let group: ID<Place>?
  let landmark: LandmarkRow?
  let placeText: String
  /// As given, in WGS-84.
  let givenPoint: GeoPoint?
  let name: String
  let phone: String
  let isAboutStaff: Bool
  let isUnder14: Bool
  let guardianAgrees: Bool
  let photos: [String]

  /// - Throws: `FieldErrors`, all at once.
  init(_ form: Form, photos: ReportPhotos, places: ReportPlaces) throws {
    var errors = photos.errors
    text = form.required("text", max: Self.longestText, &errors, missing: ReportingStrings.textMissing) ?? ""
    // A letter may carry any number of marks; so many are no text.
    if text.unicodeScalars.count > Self.longestText * 4, errors.message(for: "text") == nil {
      errors.add("text", ReportingStrings.textTooLong(Self.longestText))
    }
    group = places.group(form, &errors)
    landmark = places.landmark(form, &errors)
    placeText = form.text("place_text", max: 200, &errors)
    givenPoint = Self.point(form, &errors)
    name = form.text("name", max: 40, &errors)
    phone = form["phone"]
    if let error = phoneError(phone) { errors.add("phone", error) }
    isAboutStaff = form.isOn("about_staff")
    (isUnder14, guardianAgrees) = (form.isOn("under_14"), form.isOn("guardian_agrees"))
    if !form["website"].isEmpty { errors.add("website", ReportingStrings.leaveEmpty) }
    self.photos = photos.hashes
    guard errors.isEmpty else { throw errors }
  }

  /// WGS-84; that of the landmark when no point was given.
  var point: GeoPoint? { givenPoint ?? landmark?.point }

  /// The words about the place, for the engine.
  var placeWords: String { [landmark?.name.zh ?? "", placeText].filter { !$0.isEmpty }.joined(separator: " ") }

  /// A child's name or telephone is kept only when a guardian agrees, unless somebody is in danger (rules.md, case 50).
  /// - Throws: `FieldErrors` at "guardian_agrees".
  func checkChild(urgency: Urgency, isHarm: Bool) throws {
    guard isUnder14, !name.isEmpty || !phone.isEmpty else { return }
    let answer = intakeGuard(age: 13, hasParentConsent: guardianAgrees, urgency: urgency, isHarm: isHarm)
    if case .needsConsent(let refusal) = answer {
      throw FieldErrors("guardian_agrees", refusal.reason + Text(same: " ") + refusal.wayOut)
    }
  }
}

extension ReportPlaces {
  /// The group that was chosen, if any.
  func group(_ form: Form, _ errors: inout FieldErrors) -> ID<Place>? {
    guard let id = form.optionalID("group", as: Place.self, &errors) else { return nil }
    guard groups.contains(where: { $0.id == id }) else {
      errors.add("group", ReportingStrings.noSuchGroup)
      return nil
    }
    return id
  }

  /// The landmark that was chosen, if any.
  func landmark(_ form: Form, _ errors: inout FieldErrors) -> LandmarkRow? {
    let asked = form["landmark"]
    if asked.isEmpty { return nil }
    guard let found = landmarks.first(where: { String($0.id) == asked }) else {
      errors.add("landmark", ReportingStrings.noSuchLandmark)
      return nil
    }
    return found
  }
}

extension Report {
  /// The point of `lat`, `lon` and `coordinate_system` in WGS-84; nil when both are empty.
  static func point(_ form: Form, _ errors: inout FieldErrors) -> GeoPoint? {
    let system = form.choice("coordinate_system", as: CoordinateSystem.self, &errors) ?? .wgs84
    let latitude = degree("lat", form, 90, ReportingStrings.badLatitude, &errors)
    let longitude = degree("lon", form, 180, ReportingStrings.badLongitude, &errors)
    if form["lat"].isEmpty != form["lon"].isEmpty {
      errors.add(form["lat"].isEmpty ? "lat" : "lon", ReportingStrings.bothDegrees)
    }
    guard let latitude, let longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude).inWGS84(from: system)
  }

  private static func degree(
    _ name: String, _ form: Form, _ limit: Double, _ message: Text, _ errors: inout FieldErrors
  ) -> Double? {
    let value = form[name]
    if value.isEmpty { return nil }
    guard let degrees = Double(value), degrees.isFinite, abs(degrees) <= limit else {
      errors.add(name, message)
      return nil
    }
    return degrees
  }
}

extension LandmarkRow {
  var point: GeoPoint? {
    guard let latitude, let longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }
}
