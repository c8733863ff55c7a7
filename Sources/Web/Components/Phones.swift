import Markup

/// "0818-1234567" and "138 1234 5678", as people read a number out; other numbers as they are.
package func spokenPhone(_ phone: String) -> String {
  guard phone.allSatisfy(\.isNumber), phone.count >= 10 else { return phone }
  if phone.hasPrefix("1"), phone.count == 11 {
    return "\(phone.prefix(3)) \(phone.dropFirst(3).prefix(4)) \(phone.suffix(4))"
  }
  guard phone.hasPrefix("0") else { return phone }
  let area = phone.hasPrefix("01") || phone.hasPrefix("02") ? 3 : 4
  return "\(phone.prefix(area))-\(phone.dropFirst(area))"
}

/// A number that one tap rings.
package func phoneLink(_ phone: String) -> HTML {
  a("tel:" + phone.filter { $0.isNumber || $0 == "+" }, "serial") { spokenPhone(phone) }
}
