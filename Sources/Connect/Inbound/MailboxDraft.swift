import Store
import Values
import Web

/// A mailbox as an administrator sent it.
struct MailboxDraft: Sendable {
  let setup: [String: String]
  /// Nil leaves the password as it is.
  let password: String?
  let village: ID<Place>
  let isOn: Bool

  /// - Throws: `FieldErrors`.
  init(_ form: Form, hasPassword: Bool, villages: [ID<Place>]) throws(FieldErrors) {
    var errors = FieldErrors()
    let host = form.required("host", max: 253, &errors) ?? ""
    if !host.isEmpty, !isHostName(host) { errors.add("host", InboundStrings.notAHost) }
    let security = form.choice("security", as: MailSecurity.self, &errors) ?? .tls
    let port = form.int("port", in: 1...65_535, &errors) ?? (security == .tls ? 993 : 143)
    let address = form.required("address", max: 254, &errors) ?? ""
    if let fault = mailError(address) { errors.add("address", fault) }
    let user = form.required("user", max: 200, &errors) ?? ""
    let typed = form.text("password", max: 1000, &errors)
    if typed.isEmpty, !hasPassword { errors.add("password", WebWords.missing) }
    let village = form.optionalID("default_village", as: Place.self, &errors)
    if village.map({ !villages.contains($0) }) ?? true, errors.message(for: "default_village") == nil {
      errors.add("default_village", village == nil ? WebWords.missing : ConnectStrings.notOfTheTown)
    }
    let authorities = form.authorities(&errors)
    guard errors.isEmpty, let village else { throw errors }
    setup = [
      "host": host, "port": String(port), "security": security.rawValue, "user": user, "address": address,
      "authorities": authorities,
      "allows_private": form.isOn("allows_private") ? "1" : "0", "reads_old": form.isOn("reads_old") ? "1" : "0",
    ]
    (password, self.village, isOn) = (typed.isEmpty ? nil : typed, village, form.isOn("is_on"))
  }

  /// Refuses a machine in a private network unless that is allowed.
  func checkHost() async throws {
    if setup["allows_private"] != "1", let host = setup["host"] { try await refusePrivateHost(host, field: "host") }
  }

  /// Whether it is another mailbox than before, whose letters are numbered anew.
  func isOther(than old: Mailbox?) -> Bool {
    ["host", "port", "user", "reads_old"].contains { setup[$0] != old?.setup[$0] }
  }
}
