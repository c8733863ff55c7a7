import Foundation
import Values
import Web

extension Link {
  /// What is posted to a matter: each its own address.
  static func matterProgress(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/progress" }
  static func matterAnswer(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/answer" }
  static func matterClosure(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/closure" }
  static func matterReopening(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/reopening" }
  static func matterDeliberation(_ village: String, _ id: ID<Matter>) -> String {
    matter(village, id) + "/deliberation"
  }
  static func matterPublication(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/publication" }
  static func matterExecution(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/execution" }
  static func matterReporters(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/reporters" }
  static func matterClassification(_ village: String, _ id: ID<Matter>) -> String {
    matter(village, id) + "/classification"
  }
  static func matterMerges(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/merges" }
  static func mergeUndoing(_ village: String, _ id: ID<Matter>, _ merge: Int64) -> String {
    matter(village, id) + "/merges/\(merge)/undoing"
  }
  static func matterFamily(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/family" }
  static func matterRelease(_ village: String, _ id: ID<Matter>) -> String { matter(village, id) + "/release" }
  static func photoRelease(_ village: String, _ id: Int64) -> String { photo(village, id) + "/release" }
  static func publicPhoto(_ id: Int64) -> String { "/p/\(id)" }
  static func families(_ village: String) -> String { "/v/\(village)/families" }
  package static func family(_ village: String, _ id: Int64) -> String { families(village) + "/\(id)" }
  package static func county(_ code: String) -> String { "/c/\(code)" }
  package static func events(_ village: String) -> String { "/v/\(village)/events" }
  /// The calls to make to reporters.
  static func calls(_ village: String) -> String { "/v/\(village)/calls" }

  /// An address with its query; empty values are left out.
  package static func with(_ path: String, _ query: [(String, String)]) -> String {
    let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
      .union(CharacterSet(charactersIn: "-._~"))
    let parts = query.filter { !$0.1.isEmpty }.map { name, value in
      name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    }
    return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
  }
}
