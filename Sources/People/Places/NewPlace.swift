import Values
import Web

/// What can be changed of a place: names, telephone, address.
package struct PlaceDetails: Sendable, Hashable {
  package let nameZh: String
  /// Empty: the Chinese name is shown in English too.
  package let nameEn: String
  package let phone: String
  package let address: String

  /// Reads `name_zh` (needed), `name_en`, `phone`, `address`; adds what is wrong.
  init(_ form: Form, _ errors: inout FieldErrors) {
    nameZh = form.required("name_zh", max: 60, &errors) ?? ""
    nameEn = form.text("name_en", max: 80, &errors)
    let phone = form.text("phone", max: 30, &errors)
    if let error = phoneError(phone) { errors.add("phone", error) }
    self.phone = normalizedPhone(phone)
    address = form.text("address", max: 120, &errors)
  }
}

/// A place to be opened.
package struct NewPlace: Sendable, Hashable {
  package let level: PlaceInfo.Level
  package let parent: ID<Place>?
  /// 4 to 15 ASCII letters and digits, unique in the whole database.
  package let code: String
  package let nameZh: String
  package let nameEn: String
  package let phone: String
  package let address: String

  package init(
    level: PlaceInfo.Level, parent: ID<Place>?, code: String, nameZh: String, nameEn: String = "", phone: String = "",
    address: String = ""
  ) {
    (self.level, self.parent, self.code) = (level, parent, code)
    (self.nameZh, self.nameEn, self.phone, self.address) = (nameZh, nameEn, phone, address)
  }

  /// Reads a form for a place under `parent`: `level` may be missing where only one fits, or for a village, which the
  /// name tells.
  init(_ form: Form, under parent: PlaceRow) throws(FieldErrors) {
    var errors = FieldErrors()
    let details = PlaceDetails(form, &errors)
    let level = form.choice("level", as: PlaceInfo.Level.self, &errors)
    let code = form.required("code", max: 15, &errors) ?? ""
    if !code.isEmpty, let error = placeCodeError(code) { errors.add("code", error) }
    guard let level = level ?? PlaceInfo.Level(guessedFrom: details.nameZh, under: parent.level) else {
      errors.add("level", PlaceStrings.noFit)
      throw errors
    }
    guard errors.isEmpty else { throw errors }
    self.init(
      level: level, parent: parent.id, code: code, nameZh: details.nameZh, nameEn: details.nameEn,
      phone: details.phone, address: details.address)
  }
}

extension PlaceInfo.Level {
  /// The level of a place under `parent`, by its name where two would fit: 社区 and 居委会 are communities.
  package init?(guessedFrom name: String, under parent: PlaceInfo.Level) {
    let isCommunity = ["社区", "居委会", "居民委员会"].contains { name.contains($0) }
    switch parent {
    case .county: self = .town
    case .town: self = isCommunity ? .community : .village
    case .village, .community: self = .group
    case .group: return nil
    }
  }
}

/// What is wrong with a place's code; nil when it is 4 to 15 ASCII letters and digits.
package func placeCodeError(_ code: String) -> Text? {
  let isClean = code.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
  return isClean && (4...15).contains(code.utf8.count) ? nil : PlaceStrings.badCode
}
