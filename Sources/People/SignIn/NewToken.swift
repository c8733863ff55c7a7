import Governance
import Values
import Web

/// An API token that a person asks for.
struct NewToken: Sendable {
  let name: String
  /// Some of the person's own.
  let capabilities: Set<Capability>
  /// The last day: within a year.
  let until: Day

  init(_ form: Form, own: Set<Capability>, now: Instant) throws(FieldErrors) {
    var errors = FieldErrors()
    let name = form.required("name", max: 60, &errors)
    let asked = form.all("capabilities").flatMap { $0.split(separator: ",") }
    let chosen = asked.compactMap { Capability(rawValue: $0.filter { !$0.isWhitespace }) }
    if chosen.isEmpty { errors.add("capabilities", SignInStrings.chooseCapability) }
    if chosen.count != asked.count || !own.isSuperset(of: chosen) {
      errors.add("capabilities", SignInStrings.notYourCapability)
    }
    let until = form.day("until", now: now, &errors)
    if until == nil, form["until"].isEmpty { errors.add("until", WebWords.missing) }
    if let until, until < now.day || until > now.day.adding(366) { errors.add("until", SignInStrings.tokenTooLong) }
    guard errors.isEmpty, let name, let until else { throw errors }
    (self.name, capabilities, self.until) = (name, Set(chosen), until)
  }
}

extension SignedIn {
  /// What the person may do somewhere today.
  func ownCapabilities(on day: Day) -> Set<Capability> {
    grants.filter { $0.holds(on: day) }.reduce(into: []) { $0.formUnion(Governance.capabilities(of: $1.role)) }
  }
}
