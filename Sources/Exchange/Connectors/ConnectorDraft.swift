import Connect
import Governance
import Store
import Values
import Web

/// A connector as an administrator sent it.
struct ConnectorDraft: Sendable {
  let name: String
  let url: String
  /// The machine to be spoken with; nil when orders go by file.
  private let host: String?
  let offices: [String]
  let levels: [PlaceLevel]
  let mapping: Mapping
  let fields: [ContactField]
  let purpose: String
  let receiver: String
  let allowsPrivate: Bool
  let authorities: String
  let isOn: Bool
  /// The key that was typed; nil: it stays as it is.
  let key: String?

  /// The levels above the village, whose centres may work elsewhere.
  static let levels: [PlaceLevel] = [.county, .town]
  /// The shortest key, in characters.
  static let shortestKey = 16

  /// - Parameter hasKey: whether a key is stored already.
  /// - Parameter known: whether a category of ours exists.
  init(_ form: Form, hasKey: Bool, known: (String) -> Bool) throws(FieldErrors) {
    var errors = FieldErrors()
    name = form.required("name", max: 40, &errors) ?? ""
    url = form.text("url", max: 1000, &errors)
    (allowsPrivate, isOn) = (form.isOn("allows_private"), form.isOn("is_on"))
    host = Self.host(of: url, allowsPrivate: allowsPrivate, &errors)
    offices = form.all("office").flatMap { $0.split(whereSeparator: { ",，、\n".contains($0) }) }.map(String.init)
    let levels = form.all("level").filter { !$0.isEmpty }
    self.levels = Self.levels.filter { levels.contains($0.rawValue) }
    if self.levels.count != Set(levels).count { errors.add("level", ExchangeStrings.noLevel) }
    if offices.isEmpty, levels.isEmpty { errors.add("office", ExchangeStrings.whoseMissing) }
    authorities = form.text("authorities", max: 20_000, &errors)
    if !authorities.isEmpty, !authorities.contains("-----BEGIN CERTIFICATE-----") {
      errors.add("authorities", ExchangeStrings.notPEM)
    }
    let typed = form.text("key", max: 200, &errors)
    key = typed.isEmpty ? nil : typed
    if !url.isEmpty, typed.isEmpty, !hasKey { errors.add("key", WebWords.missing) }
    if !typed.isEmpty, typed.count < Self.shortestKey { errors.add("key", ExchangeStrings.keyShort) }
    let fields = form.all("field").filter { !$0.isEmpty }
    self.fields = ContactField.allCases.filter { fields.contains($0.rawValue) }
    if self.fields.count != Set(fields).count { errors.add("field", ExchangeStrings.noField) }
    (purpose, receiver) = (form.text("purpose", max: 200, &errors), form.text("receiver", max: 80, &errors))
    if !fields.isEmpty {
      if purpose.isEmpty { errors.add("purpose", ExchangeStrings.purposeMissing) }
      if receiver.isEmpty { errors.add("receiver", ExchangeStrings.receiverMissing) }
    }
    let table = form.text("mapping", max: 40_000, &errors)
    var mapping: Mapping?
    do { mapping = try Mapping(table, known: known) } catch {
      for fault in error.all { errors.add(fault.field, fault.message) }
    }
    guard errors.isEmpty, let mapping else { throw errors }
    self.mapping = mapping
  }

  private static func host(of url: String, allowsPrivate: Bool, _ errors: inout FieldErrors) -> String? {
    if url.isEmpty { return nil }
    do { return try hostOfWebAddress(url, allowsPrivate: allowsPrivate) } catch { errors.add("url", error.words) }
    return nil
  }

  /// Refuses a machine in a private network unless that is allowed.
  func checkHost() async throws {
    if let host, !allowsPrivate { try await refusePrivateHost(host, field: "url") }
  }
}
