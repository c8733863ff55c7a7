import Governance
import Store
import Values

package let keepingRuleEntity = Entity("keeping_rule")

/// The things whose period a town may set, with the months it may choose from. The archive and the event log are kept
/// whole: the one by the rules of the village archive, the other because a gap would break the chain.
let settableMonths: [(thing: KeptThing, months: ClosedRange<Int>)] = [(.contactData, 1...60), (.recordings, 1...60)]

extension Transaction {
  /// The rules of a town: its own periods over the shipped ones. Index: keeping_rule_thing (town, thing).
  package func keepingRules(of town: ID<Place>) throws -> [KeepingRule] {
    var months: [KeptThing: Int] = [:]
    for row in try rows("SELECT thing, months FROM keeping_rule WHERE town = \(town)") {
      months[try row.choice("thing")] = try row.int("months")
    }
    return KeepingRule.defaults.map { rule in
      months[rule.thing].map { KeepingRule(thing: rule.thing, months: $0, mark: .designDefault) } ?? rule
    }
  }

  func putKeepingRule(
    _ thing: KeptThing, months: Int, town: ID<Place>, id: Int64, at: Instant, by account: ID<Account>?
  ) throws -> Int64 {
    let row = try row(
      """
      INSERT INTO keeping_rule (id, town, thing, months, made_at, account)
      VALUES (\(id), \(town), \(thing.rawValue), \(months), \(at), \(account))
      ON CONFLICT (town, thing) DO UPDATE SET months = excluded.months, made_at = excluded.made_at,
        account = excluded.account
      RETURNING id
      """)
    return try row?.int64("id") ?? id
  }
}

extension Write {
  /// Sets the periods of a town; those that stay the same are left alone. Only things of `settableMonths` are taken.
  package func setKeepingRules(_ months: [KeptThing: Int], town: ID<Place>) throws {
    for rule in try tx.keepingRules(of: town) {
      guard let new = months[rule.thing], new != rule.months, settableMonths.contains(where: { $0.thing == rule.thing })
      else { continue }
      let id = try tx.putKeepingRule(
        rule.thing, months: new, town: town, id: ids.next(KeepingRule.self).value, at: now, by: actor)
      try record(
        "keepingRuleChanged", Touched(keepingRuleEntity, id), town: town, note: "\(rule.thing.rawValue) \(new)")
    }
  }
}
