import Governance
import Store
import Values
import Web

extension Transaction {
  package func matter(_ id: ID<Matter>, in key: VillageKey) throws -> MatterRow {
    let row = try row("SELECT * FROM matter WHERE town = \(key.town) AND village = \(key.village) AND id = \(id)")
    guard let row else { throw NotFound() }
    return try MatterRow(row)
  }

  package func matters(_ ids: [ID<Matter>], in key: VillageKey) throws -> [MatterRow] {
    try rows(
      """
      SELECT * FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND id IN (\(values: ids)) ORDER BY id DESC
      """
    ).map(MatterRow.init)
  }

  /// The matters of a concern (more than one when it was split), each with the part it keeps.
  package func matters(of concern: ID<Concern>, in key: VillageKey) throws -> [(matter: MatterRow, part: String)] {
    try rows(
      """
      SELECT m.*, mc.part AS part FROM matter_concern mc JOIN matter m ON m.id = mc.matter
      WHERE mc.town = \(key.town) AND mc.concern = \(concern) ORDER BY m.id
      """
    ).map { (try MatterRow($0), try $0.text("part")) }
  }

  /// Open matters with a limit, the nearest first. Index: matter_due.
  package func mattersDue(in key: VillageKey, limit: Int) throws -> [MatterRow] {
    try rows(
      """
      SELECT * FROM matter
      WHERE town = \(key.town) AND village = \(key.village) AND merged_into IS NULL AND closed_at IS NULL
        AND shown_due_at IS NOT NULL
      ORDER BY shown_due_at, id LIMIT \(limit)
      """
    ).map(MatterRow.init)
  }

  package func decisions(matter: ID<Matter>, town: ID<Place>) throws -> [DecisionRow] {
    try rows(
      "SELECT * FROM decision WHERE town = \(town) AND matter = \(matter) ORDER BY id DESC LIMIT 200"
    ).map(DecisionRow.init)
  }

  package func progress(of matter: ID<Matter>, town: ID<Place>) throws -> [ProgressRow] {
    try rows(
      "SELECT * FROM progress WHERE town = \(town) AND matter = \(matter) ORDER BY id DESC LIMIT 200"
    ).map(ProgressRow.init)
  }

  /// The counters of a village by name: "matter.government.inProgress", "concern.received".
  package func counters(in key: VillageKey) throws -> [String: Int] {
    try counters("AND village = \(key.village)", town: key.town).first?.value ?? [:]
  }

  /// The counters of all villages of a town.
  package func counters(town: ID<Place>) throws -> [ID<Place>: [String: Int]] { try counters("", town: town) }

  private func counters(_ narrowed: SQL, town: ID<Place>) throws -> [ID<Place>: [String: Int]] {
    var found: [ID<Place>: [String: Int]] = [:]
    for row in try rows("SELECT village, name, n FROM counter WHERE town = \(town) \(narrowed)") {
      found[try row.id("village"), default: [:]][try row.text("name")] = try row.int("n")
    }
    return found
  }
}

/// A decision: who, what, when, why, with the values before and after.
package struct DecisionRow: Sendable {
  package let id: Int64
  package let at: Instant
  package let account: ID<Account>?
  package let kind: String
  package let before: String
  package let after: String
  package let reason: String

  init(_ row: Row) throws {
    id = try row.int64("id")
    at = try row.instant("at")
    account = row.optionalID("account")
    kind = try row.text("kind")
    before = try row.text("before")
    after = try row.text("after")
    reason = try row.text("reason")
  }
}

/// A line of progress, an answer, a closing or reopening.
package struct ProgressRow: Sendable {
  package let id: Int64
  package let at: Instant
  package let account: ID<Account>?
  package let kind: String
  package let text: String

  init(_ row: Row) throws {
    id = try row.int64("id")
    at = try row.instant("at")
    account = row.optionalID("account")
    kind = try row.text("kind")
    text = try row.text("text")
  }
}
