import Governance
import Store
import Values

package let keepingRuleEntity = Entity("keeping_rule")

/// The things whose period a town may set, with the months it may choose from. The archive and the event log are kept
/// whole: the one by the rules of the village archive, the other because a gap would break the chain.
let settableMonths: [(thing: KeptThing, months: ClosedRange<Int>)] = [(.contactData, 1...60), (.recordings, 1...60)]

/// Periods in the order in which a town set them.
let keepingMigration = Migration(
  "0018-keeping-history",
  [
    "DROP INDEX keeping_rule_thing",
    "CREATE INDEX keeping_rule_thing ON keeping_rule (town, thing, id)",
  ])

/// The periods that a town has set over time, over the shipped ones.
package struct KeepingHistory: Sendable {
  private struct Change: Sendable {
    let thing: KeptThing
    let months: Int
    let from: Instant
  }

  /// Oldest first.
  private let changes: [Change]

  fileprivate init(_ rows: [Row]) throws {
    changes = try rows.map {
      Change(thing: try $0.choice("thing"), months: try $0.int("months"), from: try $0.instant("made_at"))
    }
  }

  /// The rules in force.
  package var current: [KeepingRule] { rules { _ in true } }

  /// The rule for what was taken in at a moment: what was said then is not made longer afterwards.
  package func rule(_ thing: KeptThing, promisedAt moment: Instant) -> KeepingRule? {
    let promise = rules { $0.from <= moment }.first { $0.thing == thing }
    return current.first { $0.thing == thing }.map { rule in promise.map(rule.keeping) ?? rule }
  }

  private func rules(_ counts: (Change) -> Bool) -> [KeepingRule] {
    KeepingRule.defaults.map { rule in
      changes.last { $0.thing == rule.thing && counts($0) }
        .map { KeepingRule(thing: rule.thing, months: $0.months, mark: .designDefault) } ?? rule
    }
  }
}

extension Transaction {
  /// Index: keeping_rule_thing (town, thing, id).
  package func keepingHistory(of town: ID<Place>) throws -> KeepingHistory {
    try KeepingHistory(rows("SELECT thing, months, made_at FROM keeping_rule WHERE town = \(town) ORDER BY id"))
  }

  /// The rules of a town: its own periods over the shipped ones.
  package func keepingRules(of town: ID<Place>) throws -> [KeepingRule] { try keepingHistory(of: town).current }
}

extension Write {
  /// Sets the periods of a town, from now on; the earlier ones stay for what was promised then. Those that stay the same are left alone. Only things of `settableMonths` are taken.
  package func setKeepingRules(_ months: [KeptThing: Int], town: ID<Place>) throws {
    for rule in try tx.keepingRules(of: town) {
      guard let new = months[rule.thing], new != rule.months, settableMonths.contains(where: { $0.thing == rule.thing })
      else { continue }
      let id = ids.next(KeepingRule.self)
      try tx.run(
        """
        INSERT INTO keeping_rule (id, town, thing, months, made_at, account)
        VALUES (\(id), \(town), \(rule.thing.rawValue), \(new), \(now), \(actor))
        """)
      try record(
        "keepingRuleChanged", Touched(keepingRuleEntity, id), town: town, note: "\(rule.thing.rawValue) \(new)")
    }
  }
}
