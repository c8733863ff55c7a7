import Governance
import Values

extension Shipped {
  /// The limits of work orders that hold on the day, from `rules.tsv`. Throws when a figure is missing or is none.
  package func orderLimits(on day: Day) throws(SeedError) -> OrderLimits {
    let figures = RuleFigures(shipped: self, day: day)
    return try OrderLimits(
      kinds: figures.kind, common: try figures.common(), dispute: try figures.limit("transferDispute.decide"),
      thirdParty: try figures.limit("information.thirdParty"), answerStands: try figures.limit("answer.stands"),
      amber: try figures.amber(),
      spokespersons: try figures.number("petition.spokespersons"), shortestReply: try figures.number("reply.shortest"),
      fewestCases: try figures.number("publicCount.small"))
  }
}

/// The figures of one day, read by their keys.
private struct RuleFigures {
  let shipped: Shipped
  let day: Day

  func rule(_ key: String) throws(SeedError) -> ShippedRule {
    guard let rule = shipped.rule(key, on: day) else { throw fault(key, "missing") }
    return rule
  }

  func number(_ key: String) throws(SeedError) -> Int {
    let rule = try self.rule(key)
    guard let number = Int(rule.value), number > 0 else { throw fault(key, "no number above 0: \(rule.value)") }
    return number
  }

  func limit(_ key: String) throws(SeedError) -> Limit {
    let rule = try self.rule(key)
    let amount = try number(key)
    switch rule.unit {
    case "minutes": return Limit(amount, .minutes, rule.mark)
    case "clockHours": return Limit(amount, .hours, rule.mark)
    case "workingDays": return Limit(amount, .workingDays, rule.mark)
    case "days": return Limit(amount, .days, rule.mark)
    default: throw fault(key, "no unit of time: \(rule.unit)")
    }
  }

  func kind(_ kind: OrderKind) throws(SeedError) -> KindLimit {
    switch kind {
    case .danger, .enquiry, .simple, .general, .complex, .hard:
      KindLimit(answer: try limit("limit.\(kind.rawValue)"))
    case .petition:
      KindLimit(
        answer: try limit("petition.settle"), longestExtension: try limit("petition.extension"),
        tell: try limit("petition.receipt"), sendBack: try limit("petition.objection"))
    case .informationRequest:
      KindLimit(answer: try limit("information.answer"), longestExtension: try limit("information.extension"))
    }
  }

  func common() throws(SeedError) -> DefaultLimits {
    var limits = DefaultLimits.product
    limits.acceptLife = try limit("accept.u3")
    limits.acceptDanger = try limit("accept.u2")
    limits.soon = try limit("accept.u1")
    limits.accept = try limit("accept.u0")
    limits.contact = try limit("contact.reporter")
    limits.appeal = try limit("appeal.answer")
    limits.privateAnswer = try limit("private.answer")
    limits.privateOffer = try limit("private.offer")
    limits.reopen = try limit("reopen.within")
    limits.alarmPasses = try limit("alarm.pass")
    limits.followUp = try limit("followUp.call")
    limits.pause = try limit("pause.reporter")
    return limits
  }

  /// "1/3" of the limit left, and the least in working days.
  func amber() throws(SeedError) -> AmberBorder {
    let parts = try rule("light.yellow").value.split(separator: "/").map { Int($0) ?? 0 }
    guard parts.count == 2, parts[0] == 1, parts[1] > 0 else { throw fault("light.yellow", "no part such as 1/3") }
    return AmberBorder(oneIn: parts[1], leastDays: try limit("light.yellow.least").amount)
  }

  private func fault(_ key: String, _ what: String) -> SeedError {
    SeedError(file: "rules.tsv", line: 0, what: "\(key) on \(day.iso): \(what)")
  }
}
