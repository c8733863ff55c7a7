import Governance
import Store
import Values
import Web

/// Indexes of what waits for a department over its whole town: partial, so that they stay as small as what is open.
let departmentMigrations = [
  Migration(
    "0027-department",
    [
      """
      CREATE INDEX matter_lead_due ON matter (town, lead, shown_due_at, id)
        WHERE merged_into IS NULL AND closed_at IS NULL
      """,
      """
      CREATE INDEX matter_co ON matter (town, shown_due_at, id)
        WHERE merged_into IS NULL AND closed_at IS NULL AND co <> ''
      """,
    ])
]

extension Transaction {
  /// The open matters of a town that wait for an answer and that the department leads or takes part in, but for
  /// reports on offices that another leads: the oldest deadline first, those without one last; at most `limit`. Indexes: matter_lead_due, matter_co.
  func departmentMatters(of body: String, town: ID<Place>, limit: Int) throws -> [MatterRow] {
    let answered = MatterState.answered.rawValue
    let led = try open("AND lead = \(body) AND state <> \(answered)", town: town, limit: limit)
    let shared = try open(
      "AND co <> '' AND ',' || co || ',' LIKE \("%,\(body),%") AND state <> \(answered)", town: town, limit: limit)
    var seen: Set<ID<Matter>> = []
    return (led + shared).filter { matter in
      let (leaf, lead, co) = (matter.routing.leaf, matter.routing.lead, matter.routing.co)
      return isDuty(of: body, lead: lead, co: co)
        && isShown(leaf: leaf, lead: lead, co: co, to: .departmentHandler, body: body)
        && seen.insert(matter.id).inserted
    }
  }

  /// One query for those with a deadline and one for those without: both databases then read by the index alone.
  private func open(_ narrowed: SQL, town: ID<Place>, limit: Int) throws -> [MatterRow] {
    try ["AND shown_due_at IS NOT NULL", "AND shown_due_at IS NULL"].flatMap { (clock: SQL) in
      try rows(
        """
        SELECT * FROM matter
        WHERE town = \(town) AND merged_into IS NULL AND closed_at IS NULL \(narrowed) \(clock)
        ORDER BY shown_due_at, id LIMIT \(limit)
        """
      ).map(MatterRow.init)
    }
  }
}
