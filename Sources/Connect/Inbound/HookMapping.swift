import Foundation
import Store
import Values
import Web

/// Which fields of another system's JSON become which of ours. A way is "data.title": names, and numbers from 0 within a
/// list, between dots; several ways with "+" between are joined, a line each.
struct HookMapping: Sendable {
  /// Our fields, in the order of the page; "text" is required.
  static let fields = [
    "text", "id", "name", "phone", "place_text", "lat", "lon", "coordinate_system", "about_staff", "village",
  ]
  /// Those that few systems send.
  static let rare = ["lat", "lon", "coordinate_system", "about_staff"]
  /// The most letters of a way.
  static let longest = 200

  let ways: [String: String]
  /// Their word for a village and its code here.
  let villages: [String: String]

  /// What they sent as the report form's fields; the code of the village that they named and their own number of it, each
  /// "" for none.
  func read(_ json: Any) -> (form: Form, village: String, id: String) {
    var fields: [String: [String]] = [:]
    for field in Self.fields where field != "village" && field != "id" {
      let value = value(of: field, in: json)
      if !value.isEmpty { fields[field] = [value] }
    }
    let named = value(of: "village", in: json)
    return (Form(fields: fields), villages[named] ?? named, value(of: "id", in: json))
  }

  private func value(of field: String, in json: Any) -> String {
    let parts = (ways[field] ?? "").split(separator: "+").map {
      Self.value(at: $0.trimmingCharacters(in: .whitespaces), in: json)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// "" where there is nothing, or something that is no text, number or Boolean.
  static func value(at way: String, in json: Any) -> String {
    var found = json
    for step in way.split(separator: ".").prefix(20) {
      if let object = found as? [String: Any], let next = object[String(step)] {
        found = next
      } else if let list = found as? [Any], let index = Int(step), list.indices.contains(index) {
        found = list[index]
      } else {
        return ""
      }
    }
    if let text = found as? String { return text.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard let number = found as? NSNumber else { return "" }
    // A Boolean is a number to Foundation; its text is then "1" or "0".
    return number.stringValue
  }

  /// Lines of "their word = code".
  static func villages(_ text: String) -> [String: String]? {
    var result: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      let halves = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else { return nil }
      result[halves[0]] = halves[1]
    }
    return result
  }
}

/// The signature of what another system sends: of the time and the body, a line each, by HMAC-SHA-256 with the hook's key.
package func hookSignature(_ body: [UInt8], at seconds: Int64, signingKey: String) -> String {
  Secrets.hex(Secrets.signature(Seal.signed(body, at: seconds), key: Array(signingKey.utf8)))
}
