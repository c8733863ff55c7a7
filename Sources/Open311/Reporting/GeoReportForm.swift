import Connect
import Governance
import Intake
import Mechanism
import Values
import Web

/// What a program sends with POST requests, as far as it can be checked before the village is known.
struct GeoReportForm: Sendable {
  let duty: Duty
  let point: GeoPoint?
  /// `address_id` or the attribute `place`; empty when neither was given.
  let spot: String
  /// The attribute `village`: a code; empty when it was not given.
  let village: String
  let mail: String
  let mediaURL: String
  let accountID: String
  private let form: Form

  /// - Throws: `FieldErrors`, `GeoError` 404 for a code of no service.
  init(_ form: Form, catalogue: Catalogue) throws {
    var errors = FieldErrors()
    let code = form.required("service_code", max: 40, &errors)
    (mail, mediaURL) = (form["email"], form.text("media_url", max: 500, &errors))
    accountID = form.text("account_id", max: 120, &errors)
    if let error = reporterMailError(mail) { errors.add("email", error) }
    if !mediaURL.isEmpty, !["http://", "https://"].contains(where: mediaURL.lowercased().hasPrefix) {
      errors.add("media_url", GeoStrings.noWebAddress)
    }
    point = Self.point(form, &errors)
    village = form["attribute[village]"]
    spot = form["address_id"].isEmpty ? form["attribute[place]"] : form["address_id"]
    Self.checkAttributes(form, &errors)
    if form["description"].isEmpty { errors.add("description", GeoStrings.descriptionMissing) }
    if point == nil, [spot, village, form["address_string"]].allSatisfy(\.isEmpty), errors.message(for: "lat") == nil {
      errors.add("lat, long", GeoStrings.locationMissing)
    }
    self.form = form
    guard errors.isEmpty, let code else { throw errors }
    duty = try catalogue.offered(code)
  }

  /// The fields of our own report form.
  func reportForm(at place: FoundPlace) -> Form {
    var fields = [
      "text": form["description"], "place_text": form["address_string"], "name": name, "phone": form["phone"],
      "about_staff": form["attribute[about_staff]"] == "yes" ? "1" : "", "group": place.group?.description ?? "",
      "landmark": place.landmark.map(String.init) ?? "",
    ]
    if let point { (fields["lat"], fields["lon"]) = ("\(point.latitude)", "\(point.longitude)") }
    return Form(fields: fields.mapValues { [$0] })
  }

  /// What the app said beside the words, for those who deal with it.
  var note: String {
    let lines = [
      GeoStrings.serviceNote(duty.name.zh, duty.code), mediaURL.isEmpty ? "" : GeoStrings.mediaNote(mediaURL),
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A Chinese name begins with the family's.
  private var name: String {
    let (first, last) = (form["first_name"], form["last_name"])
    let isChinese = (first + last).unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    return isChinese ? last + first : [first, last].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func point(_ form: Form, _ errors: inout FieldErrors) -> GeoPoint? {
    let latitude = form.double("lat", in: -90...90, &errors)
    let longitude = form.double("long", in: -180...180, &errors)
    if form["lat"].isEmpty != form["long"].isEmpty {
      errors.add(form["lat"].isEmpty ? "lat" : "long", GeoStrings.bothDegrees)
    }
    guard let latitude, let longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  private static func checkAttributes(_ form: Form, _ errors: inout FieldErrors) {
    for field in form.fields.keys.sorted() where field.hasPrefix("attribute[") {
      let code = field.dropFirst("attribute[".count).prefix { $0 != "]" }
      if !Definition.codes.contains(String(code)) { errors.add(field, GeoStrings.noSuchAttribute) }
    }
    if !["", "yes", "no"].contains(form["attribute[about_staff]"]) {
      errors.add("attribute[about_staff]", GeoStrings.yesOrNo)
    }
  }
}
