import Governance
import Values

/// Which people of the offices hear of a step of a concern: where they stand, what they may do there, and in which words.
struct StaffNotice: Sendable, Hashable {
  enum Level: Sendable { case village, town }

  let level: Level
  let audience: Capability
  /// The key of the message.
  let message: String

  /// Nil for steps that the offices made themselves.
  /// - Parameter appeals: how many appeals the concern has seen.
  static func of(_ step: String, appeals: Int) -> StaffNotice? {
    switch step {
    case "received": StaffNotice(level: .village, audience: .triage, message: "staff_received")
    case "withdrawn": StaffNotice(level: .village, audience: .triage, message: "staff_withdrawn")
    case "appealReceived" where appeals > 1:
      StaffNotice(level: .town, audience: .decideSecondAppeal, message: "staff_second_appeal")
    case "appealReceived": StaffNotice(level: .village, audience: .decideAppeal, message: "staff_appeal")
    case "sealedReceived": StaffNotice(level: .town, audience: .readSealed, message: "staff_sealed")
    default: nil
    }
  }

  /// The roles that belong to the audience.
  var roles: [Role] { Role.allCases.filter { capabilities(of: $0).contains(audience) } }
}
