import Values

/// The addresses that several slices lead to; each typed once.
package enum Link {
  package static let home = "/home"
  package static let signIn = "/sign-in"
  package static let account = "/account"
  package static func village(_ code: String) -> String { "/v/\(code)" }
  package static func report(_ village: String) -> String { "/v/\(village)/report" }
  package static func track(_ token: String) -> String { "/r/\(token)" }
  package static func newConcern(_ village: String) -> String { "/v/\(village)/concerns/new" }
  package static func concerns(_ village: String) -> String { "/v/\(village)/concerns" }
  package static func concern(_ village: String, _ id: ID<Concern>) -> String { "/v/\(village)/concerns/\(id)" }
  package static func matters(_ village: String) -> String { "/v/\(village)/matters" }
  package static func matter(_ village: String, _ id: ID<Matter>) -> String { "/v/\(village)/matters/\(id)" }
  package static func register(_ village: String, _ matterClass: MatterClass) -> String {
    "/v/\(village)/registers/\(matterClass.rawValue)"
  }
  package static func town(_ code: String) -> String { "/t/\(code)" }
  package static func catalogue(_ town: String) -> String { "/t/\(town)/catalogue" }
  package static func photo(_ village: String, _ id: Int64) -> String { "/v/\(village)/photos/\(id)" }
}
