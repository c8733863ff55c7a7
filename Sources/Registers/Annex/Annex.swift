import Governance
import Matters
import Store
import Values
import Web

/// A line of the annex: one concern of a matter, with its reporter as the reader may see them.
struct AnnexLine: Sendable {
  let concern: ID<Concern>
  let number: String
  let day: Day
  let unit: String
  let name: String
  let phone: String
  let channel: Channel
  let source: SourceKind
  /// "support", "oppose" or "".
  let stance: String
}

/// The annex of a matter with all merged into it, oldest first; at most 2,000 lines.
struct Annex: Sendable {
  let matter: MatterRow
  let lines: [AnnexLine]
  let isCut: Bool
}

extension Transaction {
  /// Sealed and withdrawn concerns are left out.
  func annex(of matter: MatterRow, as view: RegisterContacts, limit: Int = 2000) throws -> Annex {
    let found = try rows(
      """
      SELECT DISTINCT c.id AS id, c.number AS number, c.reported_day AS day, c.reporting_unit AS unit,
        c.channel AS channel, c.source_kind AS source_kind, c.stance AS stance, p.name AS name, p.phone AS phone
      FROM matter m CROSS JOIN matter_concern mc CROSS JOIN concern c
      LEFT JOIN person p ON p.id = c.person AND p.erased_at IS NULL
      WHERE m.town = \(matter.key.town) AND m.root = \(matter.root) AND mc.town = m.town AND mc.matter = m.id
        AND c.id = mc.concern AND c.sealed = 0 AND c.state <> 'withdrawn'
      ORDER BY c.id LIMIT \(limit + 1)
      """)
    let lines = try found.prefix(limit).map { row in
      AnnexLine(
        concern: try row.id("id"), number: try row.text("number"), day: try row.day("day"),
        unit: view.safe(try row.text("unit")), name: view.name(row.optionalText("name") ?? ""),
        phone: view.phone(row.optionalText("phone") ?? ""), channel: try row.choice("channel"),
        source: try row.choice("source_kind"), stance: try row.text("stance"))
    }
    return Annex(matter: matter, lines: lines, isCut: found.count > limit)
  }
}

extension Transaction {
  /// The annex of a matter that stands in the register of the class; `NotFound` otherwise, `NotAllowed` where its
  /// reporters are not for this reader.
  func annex(
    of id: ID<Matter>, _ matterClass: MatterClass, in key: VillageKey, as view: RegisterContacts
  ) throws -> Annex {
    let matter = try matter(id, in: key)
    guard matter.routing.matterClass == matterClass, matter.mergedInto == nil else { throw NotFound() }
    guard !view.hides(matter) else { throw NotAllowed() }
    return try annex(of: matter, as: view)
  }
}

extension Write {
  /// Reads the annex of a matter and writes that it was read (event `contact_read`).
  func readAnnex(
    of id: ID<Matter>, _ matterClass: MatterClass, in key: VillageKey, as view: RegisterContacts
  ) throws -> Annex {
    let annex = try tx.annex(of: id, matterClass, in: key, as: view)
    try record(
      "contact_read", Touched(matterEntity, id), town: key.town, village: key.village,
      note: "annex \(annex.lines.count)")
    return annex
  }
}
