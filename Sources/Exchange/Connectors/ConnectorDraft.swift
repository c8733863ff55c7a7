import Connect
import Governance
import Store
import Values
import Web

/// A connector as an administrator sent it.
struct ConnectorDraft: Sendable {
  let name: String
  let way: ConnectorWay
  let url: String
  /// The machine to be spoken with, and the field it stands in; nil when there is none.
  private let host: (name: String, field: String)?
  /// Of the ways by folder.
  let folder: FolderDraft?
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
  /// - Parameter hasSecrets: the secrets of a folder that are stored already.
  /// - Parameter roots: the folders of this machine that may be used besides the data folder.
  /// - Parameter known: whether a category of ours exists.
  init(_ form: Form, hasKey: Bool, hasSecrets: Set<String> = [], roots: [String] = [], known: (String) -> Bool)
    throws(FieldErrors)
  {
    var errors = FieldErrors()
    name = form.required("name", max: 40, &errors) ?? ""
    (allowsPrivate, isOn) = (form.isOn("allows_private"), form.isOn("is_on"))
    way = Self.way(form, &errors)
    url = way == .web ? form.required("url", max: 1000, &errors) ?? "" : ""
    folder = way.folder.map { FolderDraft(form, kind: $0, hasSecrets: hasSecrets, roots: roots, &errors) }
    host =
      way == .sftp
      ? (form["host"], "host") : Self.host(of: url, allowsPrivate: allowsPrivate, &errors).map { ($0, "url") }
    offices = form.all("office").flatMap { $0.split(whereSeparator: { ",，、\n".contains($0) }) }.map(String.init)
    let levels = form.all("level").filter { !$0.isEmpty }
    self.levels = Self.levels.filter { levels.contains($0.rawValue) }
    if self.levels.count != Set(levels).count { errors.add("level", ExchangeStrings.noLevel) }
    if offices.isEmpty, levels.isEmpty { errors.add("office", ExchangeStrings.whoseMissing) }
    authorities = form.authorities(&errors)
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
    let mapping = Self.mapping(form, known: known, &errors)
    guard errors.isEmpty, let mapping else { throw errors }
    self.mapping = mapping
  }

  private static func mapping(_ form: Form, known: (String) -> Bool, _ errors: inout FieldErrors) -> Mapping? {
    do { return try Mapping(form.text("mapping", max: 40_000, &errors), known: known) } catch {
      for fault in error.all { errors.add(fault.field, fault.message) }
    }
    return nil
  }

  /// Where it is not said: by an address when there is one.
  private static func way(_ form: Form, _ errors: inout FieldErrors) -> ConnectorWay {
    if form["way"].isEmpty { return form["url"].isEmpty ? .file : .web }
    if let way = ConnectorWay(rawValue: form["way"]) { return way }
    errors.add("way", FolderStrings.noWay)
    return .file
  }

  private static func host(of url: String, allowsPrivate: Bool, _ errors: inout FieldErrors) -> String? {
    if url.isEmpty { return nil }
    do { return try hostOfWebAddress(url, allowsPrivate: allowsPrivate) } catch { errors.add("url", error.words) }
    return nil
  }

  /// Refuses a machine in a private network unless that is allowed.
  func checkHost() async throws {
    if let host, !allowsPrivate { try await refusePrivateHost(host.name, field: host.field) }
  }
}
