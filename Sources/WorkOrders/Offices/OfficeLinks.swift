import Values
import Web

extension Link {
  /// The offices of a town.
  package static func offices(_ town: String) -> String { "/t/\(town)/offices" }
  /// Describes all offices that the duty catalogue names and the town does not have yet.
  static func missingOffices(_ town: String) -> String { offices(town) + "/missing" }
  static func office(_ town: String, _ id: ID<Office>) -> String { offices(town) + "/\(id)" }
  static func officeDissolution(_ town: String, _ id: ID<Office>) -> String { office(town, id) + "/dissolution" }
  /// Who is away of the offices of a town or county.
  static func absences(_ place: PlaceInfo) -> String {
    (place.level == .county ? "/c/" : "/t/") + place.code + "/absences"
  }
  static func absenceEnd(_ place: PlaceInfo, _ id: ID<Absence>) -> String { absences(place) + "/\(id)/end" }
}
