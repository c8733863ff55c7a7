import Values

/// The addresses that several slices lead to; each typed once.
package enum Link {
  package static let home = "/home"
  package static let signIn = "/sign-in"
  package static let account = "/account"
  /// When what waits for the signed-in person is due, and the address of it for a calendar.
  package static let deadlines = "/deadlines"
  package static func village(_ code: String) -> String { "/v/\(code)" }
  package static func report(_ village: String) -> String { "/v/\(village)/report" }
  package static func track(_ token: String) -> String { "/r/\(token)" }
  /// The notices of the signed-in person.
  package static let notices = "/notices"
  /// Where a reporter says how the program is to tell the news.
  package static func noticeChoice(_ token: String) -> String { "/r/\(token)/notices" }
  /// The paper with one piece of news, for who cannot be reached.
  package static func noticeSlip(_ village: String, _ line: Int64) -> String { "/v/\(village)/notices/\(line)/slip" }
  /// Transports, deliveries and test messages of a town.
  package static func transports(_ town: String) -> String { "/t/\(town)/notices" }
  package static func newConcern(_ village: String) -> String { "/v/\(village)/concerns/new" }
  package static func concerns(_ village: String) -> String { "/v/\(village)/concerns" }
  package static func concern(_ village: String, _ id: ID<Concern>) -> String { "/v/\(village)/concerns/\(id)" }
  package static func matters(_ village: String) -> String { "/v/\(village)/matters" }
  package static func matter(_ village: String, _ id: ID<Matter>) -> String { "/v/\(village)/matters/\(id)" }
  package static func register(_ village: String, _ matterClass: MatterClass) -> String {
    "/v/\(village)/registers/\(matterClass.rawValue)"
  }
  /// A work order, by its number.
  package static func workOrder(_ village: String, _ id: Int64) -> String { "/v/\(village)/orders/\(id)" }
  package static func town(_ code: String) -> String { "/t/\(code)" }
  package static func catalogue(_ town: String) -> String { "/t/\(town)/catalogue" }
  package static func photo(_ village: String, _ id: Int64) -> String { "/v/\(village)/photos/\(id)" }
}
