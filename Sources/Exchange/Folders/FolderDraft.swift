import Connect
import Foundation
import Values
import Web

/// The folder of a connector as an administrator sent it.
struct FolderDraft: Sendable {
  let setup: FolderSetup
  /// Those that were typed; what is missing stays as it is, "" takes one away.
  let secrets: [String: String]

  /// - Parameter hasSecrets: the secrets that are stored already and need not be typed again.
  /// - Parameter roots: the folders of this machine that whoever runs it has allowed.
  init(
    _ form: Form, kind: FolderKind, hasSecrets: Set<String>, roots: [String], _ errors: inout FieldErrors
  ) {
    var values = ["format": form["format"].isEmpty ? OrderFileFormat.xlsx.rawValue : form["format"]]
    if OrderFileFormat(rawValue: values["format"] ?? "") == nil { errors.add("format", FolderStrings.noFormat) }
    var secrets: [String: String] = [:]
    let folder = form.required("folder", max: 200, &errors) ?? ""
    let isAbsolute = folder.hasPrefix("/")
    let parts = folder.split(separator: "/").map(String.init)
    values["folder"] = (kind == .sftp && isAbsolute ? "/" : "") + parts.joined(separator: "/")
    let isFine = !parts.isEmpty && parts.count <= 8 && parts.allSatisfy(isFolderName)
    if !folder.isEmpty, !isFine || kind == .folder && isAbsolute { errors.add("folder", FolderStrings.notAFolder) }
    switch kind {
    case .folder:
      values["root"] = form["root"]
      if !form["root"].isEmpty, !roots.contains(form["root"]) { errors.add("root", FolderStrings.rootNotAllowed) }
    case .sftp:
      values.merge(Self.machine(form, &errors)) { $1 }
      secrets = Self.secrets(form, hasSecrets: hasSecrets, &errors)
    }
    (setup, self.secrets) = (FolderSetup(kind: kind, values: values), secrets)
  }

  private static func machine(_ form: Form, _ errors: inout FieldErrors) -> [String: String] {
    let host = form.required("host", max: 253, &errors) ?? ""
    if !host.isEmpty, !isHostName(host) { errors.add("host", FolderStrings.notAHost) }
    let port = form["port"].isEmpty ? 22 : form.int("port", in: 1...65_535, &errors) ?? 22
    let typed = form.required("fingerprint", max: 100, &errors) ?? ""
    let fingerprint = (typed.hasPrefix("SHA256:") ? String(typed.dropFirst(7)) : typed).filter { $0 != "=" }
    if !typed.isEmpty, Data(base64Encoded: fingerprint + "=")?.count != 32 {
      errors.add("fingerprint", FolderStrings.notAFingerprint)
    }
    return [
      "host": host, "port": String(port), "user": form.required("user", max: 100, &errors) ?? "",
      "fingerprint": fingerprint,
    ]
  }

  /// A key takes the place of a password, and a password that of a key.
  private static func secrets(_ form: Form, hasSecrets: Set<String>, _ errors: inout FieldErrors) -> [String: String] {
    let password = form.text("password", max: 1000, &errors)
    let key = form.text("private_key", max: 10_000, &errors)
    if !key.isEmpty {
      if !key.hasPrefix("-----BEGIN ") || !key.hasSuffix(" PRIVATE KEY-----") {
        errors.add("private_key", FolderStrings.notAKey)
      }
      return ["private_key": key, "passphrase": form.text("passphrase", max: 1000, &errors), "password": ""]
    }
    if !password.isEmpty { return ["password": password, "private_key": "", "passphrase": ""] }
    if hasSecrets.isEmpty { errors.add("password", FolderStrings.noLogin) }
    return [:]
  }
}

/// Whether a text may be the name of a folder: no dot at its beginning, no signs that a machine reads as more than a name.
func isFolderName(_ name: String) -> Bool { !name.hasPrefix(".") && isFileName(name) }

/// Whether a text may be the name of a file of answers.
func isFileName(_ name: String) -> Bool {
  (1...150).contains(name.utf8.count)
    && name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " -_.()（）【】".unicodeScalars.contains(scalar)
    }
}
