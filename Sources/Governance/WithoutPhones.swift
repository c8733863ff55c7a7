/// A text for those who see no contact data, without a whole telephone number (rules.md, case 53): "138****1234"
/// instead. Where a number is written in a way that the masks do not know, all figures of the text go.
package func withoutPhones(_ text: String) -> String {
  guard hasUnmaskedPhone(in: text) else { return text }
  var masked = text
  for pattern in ["(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}", "0[0-9]{2,3}[-) ]?[0-9]{7,8}"] {
    guard let phone = try? Regex(pattern) else { continue }
    masked = masked.replacing(phone) { maskedPhone(String(masked[$0.range])) }
  }
  guard hasUnmaskedPhone(in: masked) else { return masked }
  return String(text.map { $0.isNumber ? "*" : $0 })
}
