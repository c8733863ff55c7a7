import Foundation
import Store
import Values
import Web

/// A transport as an administrator sent it.
struct TransportDraft: Sendable {
  let kind: TransportKind
  let name: String
  let isOn: Bool
  let village: ID<Place>?
  let setup: [String: String]
  /// Those that were typed; "" takes one away. What is missing stays as it is.
  let secrets: [String: String]
  /// The machine to be spoken with, and the field it stands in.
  let host: (name: String, field: String)

  /// - Parameter hasSecrets: the secrets that are stored already and need not be typed again.
  /// - Parameter villages: those of the town.
  init(_ form: Form, kind: TransportKind, hasSecrets: Set<String>, villages: [ID<Place>]) throws(FieldErrors) {
    var reading = Reading(form: form, hasSecrets: hasSecrets, allowsPrivate: form.isOn("allows_private"))
    self.kind = kind
    name = form.required("name", max: 40, &reading.errors) ?? ""
    isOn = form.isOn("is_on")
    let place = form.optionalID("village", as: Place.self, &reading.errors)
    if let place, !villages.contains(place) { reading.errors.add("village", ConnectStrings.notOfTheTown) }
    village = kind.isRobot ? place : nil
    switch kind {
    case .mail: reading.readMail()
    case .sms: reading.readGateway()
    case .wecom, .dingtalk, .feishu: reading.readRobot(kind)
    }
    reading.setup["allows_private"] = reading.allowsPrivate ? "1" : "0"
    guard reading.errors.isEmpty else { throw reading.errors }
    (setup, secrets, host) = (reading.setup, reading.secrets, reading.host)
  }

  /// Refuses a machine in a private network unless that is allowed.
  func checkHost() async throws {
    if setup["allows_private"] != "1" { try await refusePrivateHost(host.name, field: host.field) }
  }
}

/// Reads the fields of one kind after the other.
private struct Reading {
  let form: Form
  let hasSecrets: Set<String>
  let allowsPrivate: Bool
  var errors = FieldErrors()
  var setup: [String: String] = [:]
  var secrets: [String: String] = [:]
  var host = (name: "", field: "")

  mutating func readMail() {
    let name = form.required("host", max: 253, &errors) ?? ""
    if !name.isEmpty, !isHostName(name) { errors.add("host", ConnectStrings.notAHost) }
    host = (name, "host")
    let port = form.int("port", in: 1...65_535, &errors)
    let security = form.choice("security", as: MailSecurity.self, &errors) ?? .starttls
    let from = form.required("from", max: 254, &errors) ?? ""
    if let fault = mailError(from) { errors.add("from", fault) }
    setup = [
      "host": name, "port": String(port ?? (security == .tls ? 465 : 587)), "security": security.rawValue,
      "user": form.text("user", max: 200, &errors), "from": from,
    ]
    readAuthorities()
    secret("password", required: !(setup["user"] ?? "").isEmpty)
  }

  mutating func readGateway() {
    let url = form.required("url", max: 1000, &errors) ?? ""
    readAddress(url, field: "url")
    let kind = form.choice("form", as: Gateway.Form.self, &errors) ?? .json
    let template = form.required("template", max: 4000, &errors) ?? ""
    setup = [
      "url": url, "form": kind.rawValue, "template": template, "success": form.text("success", max: 200, &errors),
      "honours_keys": form.isOn("honours_keys") ? "1" : "0",
    ]
    readAuthorities()
    if !template.isEmpty { checkTemplate(template, kind) }
    secret("signing_key", required: false)
    secret("header", required: false)
    if let header = secrets["header"], !header.isEmpty, header.contains(where: \.isNewline) || !header.contains(":") {
      errors.add("header", ConnectStrings.notAHeader)
    }
  }

  private mutating func checkTemplate(_ template: String, _ kind: Gateway.Form) {
    guard template.contains("{phone}"), template.contains("{text}") else {
      return errors.add("template", ConnectStrings.templateLacks)
    }
    let gateway = Gateway(url: "", form: kind, template: template, success: "", signingKey: "", header: "")
    let body = gateway.body(Message(key: "k", to: "13800000000", subject: "", body: "\"\\\n{"), at: 0)
    if kind == .json, (try? JSONSerialization.jsonObject(with: Data(body.utf8))) == nil {
      errors.add("template", ConnectStrings.templateNoJSON)
    }
  }

  mutating func readRobot(_ kind: TransportKind) {
    secret("webhook", required: true)
    if let url = secrets["webhook"], !url.isEmpty { readAddress(url, field: "webhook") }
    if kind != .wecom { secret("robot_secret", required: false) }
    let language = form.choice("language", as: Language.self, &errors) ?? .zh
    setup = ["language": language.rawValue]
    readAuthorities()
  }

  private mutating func readAddress(_ url: String, field: String) {
    guard !url.isEmpty else { return }
    do { host = (try hostOfWebAddress(url, allowsPrivate: allowsPrivate), field) } catch {
      errors.add(field, error.words)
    }
  }

  private mutating func readAuthorities() {
    setup["authorities"] = form.authorities(&errors)
  }

  /// Nothing typed keeps what is stored; "-" takes it away.
  private mutating func secret(_ name: String, required: Bool) {
    let typed = form.text(name, max: 1000, &errors)
    if typed == "-", !required {
      secrets[name] = ""
    } else if !typed.isEmpty {
      secrets[name] = typed
    } else if required, !hasSecrets.contains(name) {
      errors.add(name, WebWords.missing)
    }
  }
}
