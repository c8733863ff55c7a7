import Values

/// What is wrong with an address of electronic mail; nil when it is empty or can be one.
package func mailError(_ text: String) -> Text? {
  if text.isEmpty { return nil }
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty, parts[0].utf8.count <= 64 else {
    return AddressStrings.mail
  }
  let local = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-")
  guard parts[0].allSatisfy(local.contains), isHostName(String(parts[1])), parts[1].contains(".") else {
    return AddressStrings.mail
  }
  return nil
}

/// Whether a text may be the name of a machine, or its IPv4 address: letters, digits, hyphens between dots.
package func isHostName(_ text: String) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  return text.utf8.count <= 253
    && labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy {
          (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
        }
    }
}

/// "l***@example.org": enough to know one's own address again.
package func maskedMail(_ address: String) -> String {
  guard let at = address.firstIndex(of: "@"), let first = address.first else { return "" }
  return "\(first)***\(address[at...])"
}

enum AddressStrings {
  static let mail = Text(zh: "邮箱像这样写：li@example.org", en: "Please give an address such as li@example.org")
}
