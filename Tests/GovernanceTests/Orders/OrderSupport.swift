import Governance
import Testing
import Values

/// The limits of rules.md §6, written by hand.
let orderLimits = OrderLimits(
  kinds: { kind in
    switch kind {
    case .danger: KindLimit(answer: Limit(24, .hours, .designDefault))
    case .enquiry: KindLimit(answer: Limit(1, .workingDays, .designDefault))
    case .simple: KindLimit(answer: Limit(5, .workingDays, .designDefault))
    case .general: KindLimit(answer: Limit(7, .workingDays, .designDefault))
    case .complex: KindLimit(answer: Limit(15, .workingDays, .designDefault))
    case .hard: KindLimit(answer: Limit(30, .workingDays, .designDefault))
    case .petition:
      KindLimit(
        answer: Limit(60, .days, .verified), longestExtension: Limit(30, .days, .verified),
        tell: Limit(15, .days, .verified), sendBack: Limit(5, .workingDays, .verified))
    case .informationRequest:
      KindLimit(answer: Limit(20, .workingDays, .verified), longestExtension: Limit(20, .workingDays, .verified))
    }
  },
  common: .product, dispute: Limit(1, .workingDays, .designDefault), thirdParty: Limit(15, .workingDays, .verified),
  answerStands: Limit(15, .workingDays, .designDefault), amber: .product, spokespersons: 5, shortestReply: 12,
  fewestCases: 5)

func workingDays(_ count: Int) -> Limit { Limit(count, .workingDays, .designDefault) }

/// The clock of an order received then, with what happened after.
func orderClock(
  _ limit: Limit, _ received: String, _ later: ClockEvent..., hours: DutyHours = .usual
) throws -> OrderClock {
  let events = [.started(moment(received))] + later
  return try #require(OrderClock(limit: limit, hours: hours, limits: orderLimits, events: events))
}

/// Numbers that look random and are the same each time.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
