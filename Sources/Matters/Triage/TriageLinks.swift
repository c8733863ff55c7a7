import Values
import Web

/// The addresses of the clerk's side of concerns.
extension Link {
  package static func triage(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/triage" }
  package static func refuse(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/refusal" }
  package static func withdraw(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/withdrawal" }
  package static func slip(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/slip" }
  package static func addition(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/additions" }
  package static func contact(_ village: String, _ id: ID<Concern>) -> String { concern(village, id) + "/contact" }
  package static func decideAppeal(_ village: String, _ id: ID<Concern>) -> String {
    concern(village, id) + "/appeal-decision"
  }
  /// The second appeal, which the town decides: the page and its form.
  package static func secondAppeal(_ village: String, _ id: ID<Concern>) -> String {
    concern(village, id) + "/second-appeal"
  }
  static func call(_ village: String, _ line: Int64) -> String { "/v/\(village)/calls/\(line)" }
  static func callNumbers(_ village: String) -> String { "/v/\(village)/calls/numbers" }
  package static func ownEntries(_ village: String) -> String { "/v/\(village)/mine" }
  package static func sealed(_ town: String) -> String { "/t/\(town)/sealed" }
  package static func sealed(_ town: String, _ id: ID<Concern>) -> String { "/t/\(town)/sealed/\(id)" }
  static func sealedNotes(_ town: String, _ id: ID<Concern>) -> String { sealed(town, id) + "/notes" }
  static func sealedPhoto(_ town: String, _ id: ID<Concern>, _ photo: Int64) -> String {
    sealed(town, id) + "/photos/\(photo)"
  }
  static let alarms = "/alarms.json"
  static func acknowledge(village: String, _ alarm: Int64) -> String { "/v/\(village)/alarms/\(alarm)/acknowledgement" }
  static func acknowledge(town: String, _ alarm: Int64) -> String { "/t/\(town)/alarms/\(alarm)/acknowledgement" }
}
