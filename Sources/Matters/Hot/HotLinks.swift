import Values
import Web

extension Link {
  /// The hot, key and hard matters of a village, and of a town.
  package static func hot(_ village: String) -> String { "/v/\(village)/hot" }
  package static func townHot(_ town: String) -> String { "/t/\(town)/hot" }
  static func keyMark(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/key-mark" }
  static func keyMarkEnd(_ village: String, _ id: ID<Matter>) -> String { keyMark(village, id) + "/end" }
}
