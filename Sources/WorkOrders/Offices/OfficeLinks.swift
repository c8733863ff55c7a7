import Values
import Web

extension Link {
  /// The offices of a town.
  package static func offices(_ town: String) -> String { "/t/\(town)/offices" }
  /// Describes all offices that the duty catalogue names and the town does not have yet.
  static func missingOffices(_ town: String) -> String { offices(town) + "/missing" }
  static func office(_ town: String, _ id: ID<Office>) -> String { offices(town) + "/\(id)" }
  static func officeDissolution(_ town: String, _ id: ID<Office>) -> String { office(town, id) + "/dissolution" }
  static func absences(_ town: String) -> String { "/t/\(town)/absences" }
  static func absenceEnd(_ town: String, _ id: ID<Absence>) -> String { absences(town) + "/\(id)/end" }
}
