import Governance
import Values
import Web

/// An account to be opened.
package struct NewAccount: Sendable, Hashable {
  /// The county or town whose administrator looks after it.
  package let place: ID<Place>
  /// 3 to 32 lower-case ASCII letters, digits, `.`, `-`, `_`, `@`; unique in the whole database.
  package let login: String
  package let name: String
  /// May be empty.
  package let phone: String
  /// The Argon2id digest; nil: a paper code will be given.
  package let passwordHash: String?
  package let isDemonstration: Bool

  package init(
    place: ID<Place>, login: String, name: String, phone: String = "", passwordHash: String? = nil,
    isDemonstration: Bool = false
  ) {
    self.place = place
    self.login = login.lowercased()
    self.name = name
    self.phone = normalizedPhone(phone)
    (self.passwordHash, self.isDemonstration) = (passwordHash, isDemonstration)
  }

  /// Reads `login`, `name`, `phone`.
  init(_ form: Form, at place: ID<Place>, _ errors: inout FieldErrors) {
    let login = form.required("login", max: 32, &errors)?.lowercased() ?? ""
    if !login.isEmpty, let error = loginError(login) { errors.add("login", error) }
    let name = form.required("name", max: 40, &errors) ?? ""
    let phone = form.text("phone", max: 30, &errors)
    if let error = phoneError(phone) { errors.add("phone", error) }
    self.init(place: place, login: login, name: name, phone: phone)
  }
}

/// What is wrong with a login in lower case; nil when it can be taken.
package func loginError(_ login: String) -> Text? {
  let isClean = login.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (97...122).contains(byte) || ".-_@".utf8.contains(byte)
  }
  return isClean && (3...32).contains(login.utf8.count) ? nil : AccountStrings.badLogin
}

/// What is wrong with a new password; nil when it can be taken: 10 to 200 characters, not one repeated, not the login.
package func passwordError(_ password: String, login: String) -> Text? {
  if password.count < 10 { return AccountStrings.passwordShort }
  if password.count > 200 { return AccountStrings.passwordLong }
  let isLogin = !login.isEmpty && password.lowercased().replacing(login.lowercased(), with: "").count < 4
  return Set(password).count < 4 || isLogin ? AccountStrings.passwordEasy : nil
}

/// A role to be given at a place, with its first and last day.
package struct NewRole: Sendable, Hashable {
  package let role: Role
  package let place: ID<Place>
  /// The department of a handler or head (needed there); the `SourceKind` of a collector (needed there); nil otherwise.
  package let body: String?
  package let from: Day
  package let until: Day?

  package init(role: Role, place: ID<Place>, body: String? = nil, from: Day, until: Day? = nil) {
    (self.role, self.place, self.body, self.from, self.until) = (role, place, body, from, until)
  }

  /// What is wrong with the role at a place of this level, by field (`role`, `body`, `until`); empty when all is right.
  func errors(at place: PlaceRow) -> FieldErrors {
    var errors = FieldErrors()
    if !role.levels.contains(place.level.forRoles) { errors.add("role", AccountStrings.roleNotHere(place.level)) }
    if place.closedAt != nil { errors.add("place", PlaceStrings.parentClosed) }
    switch role {
    case .collector:
      if body.flatMap(SourceKind.init) == nil { errors.add("body", AccountStrings.collectorKind) }
    case .departmentHandler, .departmentHead:
      if (body ?? "").isEmpty { errors.add("body", AccountStrings.departmentMissing) }
    default:
      if body != nil { errors.add("body", AccountStrings.noBody) }
    }
    if let until, until < from { errors.add("until", AccountStrings.untilBeforeFrom) }
    return errors
  }
}
