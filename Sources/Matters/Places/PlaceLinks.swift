import Values
import Web

extension Link {
  /// The villages of a town, each with what the reader may open.
  static func townVillages(_ town: String) -> String { "/t/\(town)/villages" }
  /// The towns of a county, each leading to its villages.
  static func countyTowns(_ county: String) -> String { "/c/\(county)/towns" }
  /// The matters of a group, for its leader.
  static func groupMatters(_ group: String) -> String { "/g/\(group)/matters" }
  /// One of them.
  static func groupMatter(_ group: String, _ matter: ID<Matter>) -> String { "/g/\(group)/matters/\(matter)" }
}
