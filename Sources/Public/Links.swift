import Values
import Web

extension Link {
  static let front = "/"
  static let lookup = "/lookup"
  static let setup = "/setup"
  static let records = "/records"
  /// The villages of one town on the front page.
  static func front(town: String) -> String { with(front, [("town", town)]) }

  /// What a village has released of one class.
  static func open(_ village: String, _ matterClass: MatterClass) -> String {
    "/v/\(village)/open/\(matterClass.rawValue)"
  }
  static func openSearch(_ village: String) -> String { "/v/\(village)/open/search" }
  static func openMatter(_ village: String, _ id: ID<Matter>) -> String { "/v/\(village)/open/matters/\(id)" }
  static func joins(_ village: String, _ id: ID<Matter>) -> String { "/v/\(village)/matters/\(id)/joins" }
  package static func publicPhoto(_ id: Int64) -> String { "/p/\(id)" }
  static func jsonFeed(_ village: String) -> String { "/v/\(village)/feed.json" }
  static func rssFeed(_ village: String) -> String { "/v/\(village)/feed.xml" }
  /// The outline of a village, for `map.js`.
  static func villageOutline(_ village: String) -> String { "/v/\(village)/map.json" }

  static func poster(_ village: String) -> String { "/v/\(village)/poster" }
  package static func villageSettings(_ village: String) -> String { "/v/\(village)/settings" }
  static func suggestionSwitch(_ village: String) -> String { villageSettings(village) + "/suggestions" }
  static func landmarks(_ village: String) -> String { "/v/\(village)/landmarks" }
  static func landmarkClosure(_ village: String, _ id: Int64) -> String { "/v/\(village)/landmarks/\(id)/closure" }
  static func mapUpload(_ village: String) -> String { "/v/\(village)/map" }
  static func mapRemoval(_ village: String) -> String { "/v/\(village)/map/removal" }
}
