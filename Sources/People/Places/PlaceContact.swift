import Store
import Values
import Web

/// How people reach a place: what the village itself may change.
package struct PlaceContact: Sendable, Hashable {
  package let phone: String
  package let address: String

  package init(phone: String, address: String) { (self.phone, self.address) = (phone, address) }

  /// Reads `phone` and `address`, both optional.
  package init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let phone = form.text("phone", max: 30, &errors)
    if let error = phoneError(phone) { errors.add("phone", error) }
    let address = form.text("address", max: 120, &errors)
    guard errors.isEmpty else { throw errors }
    self.init(phone: normalizedPhone(phone), address: address)
  }
}

extension Write {
  /// Changes telephone and address of a place; its names stay. Event `placeChanged`.
  package func changeContact(of id: ID<Place>, _ contact: PlaceContact) throws {
    try changePlace(id, PlaceDetails(try existingPlace(id), contact))
  }
}

extension PlaceDetails {
  fileprivate init(_ place: PlaceRow, _ contact: PlaceContact) {
    (nameZh, nameEn) = (place.nameZh, place.nameEn)
    (phone, address) = (contact.phone, contact.address)
  }
}
