import Governance

/// A resident's words without what reaches or names them: telephones, numbers of seven digits and more, addresses of mail,
/// and the names of the matter's reporters, of which the family name stays.
func withoutContacts(_ text: String, names: [String]) -> String {
  var result = withoutPhones(text)
  for name in names.sorted(by: { $0.count > $1.count }) where name.count > 1 {
    result = result.replacing(name, with: maskedName(name))
  }
  for pattern in ["[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", "[0-9]{7,}[0-9Xx]?"] {
    guard let found = try? Regex(pattern) else { continue }
    result = result.replacing(found, with: "***")
  }
  return result
}
