import Values
import Web

extension Link {
  static let lookup = "/lookup"
  /// The notice on personal data, as it holds in a village.
  static func privacy(_ village: String) -> String { with("/privacy", [("village", village)]) }
  static func suggestions(_ village: String) -> String { "/v/\(village)/report/suggestions" }
  static func villageMap(_ village: String) -> String { "/v/\(village)/map.json" }
  /// A photo on its way, by its signed name.
  static func keptPhoto(_ village: String, _ photo: String) -> String { "/v/\(village)/report/photos/\(photo)" }
  static func joins(_ village: String, _ matter: ID<Matter>) -> String { "/v/\(village)/matters/\(matter)/joins" }
  static func additions(_ token: String) -> String { "/r/\(token)/additions" }
  static func withdrawal(_ token: String) -> String { "/r/\(token)/withdrawal" }
  static func appeal(_ token: String) -> String { "/r/\(token)/appeal" }
}
