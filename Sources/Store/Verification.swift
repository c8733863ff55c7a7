import Foundation
import Values

/// A rule that must hold over the whole database: a statement that gives the rows that break it (column `id`).
package struct Invariant: Sendable {
  package let name: String
  package let violations: String

  package init(_ name: String, _ violations: String) { (self.name, self.violations) = (name, violations) }
}

/// What `sanshi verify` found.
package struct Verification: Sendable {
  package var events = 0
  package var rows = 0
  package var erased = 0
  /// Sentences that name the row and what does not hold; empty when all is well.
  package var faults: [String] = []
  package var heads: [String] = []
  /// Rows that the last event of theirs tells to be gone: "table:id".
  fileprivate var gone: Set<String> = []
}

extension Ledger {
  /// Walks every chain, compares every vouched row with its last event, and checks the invariants and the heads that
  /// were written outside the database. Stops after `limit` faults.
  package func verify(
    _ database: Database, entities: [Entity], invariants: [Invariant], heads: [KnownHead], limit: Int = 20
  ) async throws -> Verification {
    try await database.read { tx in
      var result = Verification()
      for chain in try tx.rows("SELECT town, seq, hash FROM chain ORDER BY town") {
        try walk(try chain.int64("town"), end: (chain.int64("seq"), chain.text("hash")), in: tx, &result, limit)
      }
      for row in try tx.rows(
        "SELECT town, MIN(seq) AS seq FROM event WHERE town NOT IN (SELECT town FROM chain) GROUP BY town")
      {
        result.faults.append("event \(try row.int64("town"))/\(try row.int64("seq")) belongs to no chain")
      }
      for entity in entities where result.faults.count < limit { try compare(entity, in: tx, &result, limit) }
      for invariant in invariants where result.faults.count < limit {
        for row in try tx.rows(SQL(unchecked: invariant.violations + " LIMIT 5")) {
          result.faults.append("\(invariant.name): \(row.optionalInt64("id") ?? 0)")
        }
      }
      for head in heads where result.faults.count < limit { try check(head, in: tx, &result) }
      return result
    }
  }

  private func walk(
    _ town: Int64, end: (Int64, String), in tx: Transaction, _ result: inout Verification, _ limit: Int
  ) throws {
    var (seq, previous) = (Int64(0), genesis(town))
    while result.faults.count < limit {
      let page = try tx.rows("SELECT * FROM event WHERE town = \(town) AND seq > \(seq) ORDER BY seq LIMIT 2000")
      if page.isEmpty { break }
      for row in page {
        let event = try StoredEvent(row)
        if event.seq != seq + 1 { result.faults.append("event \(town)/\(seq + 1) is missing") }
        if event.previous != previous { result.faults.append("event \(town)/\(event.seq) does not follow \(seq)") }
        previous = try row.text("hash")
        if event.hash(key: key) != previous { result.faults.append("event \(town)/\(event.seq) was changed") }
        try checkTouched(event, in: tx, &result)
        seq = event.seq
        result.events += 1
        if result.faults.count >= limit { return }
      }
    }
    if seq != end.0 || previous != end.1 {
      result.faults.append("the chain of \(town) ends at \(seq), not at \(end.0)")
    }
    result.heads.append("\(town)\t\(seq)\t\(previous)")
  }

  /// Each digest that an event committed to is there unchanged, or was erased by a later `erased` event.
  private func checkTouched(_ event: StoredEvent, in tx: Transaction, _ result: inout Verification) throws {
    for part in event.touched.split(separator: " ") {
      let fields = part.split(separator: ":")
      guard fields.count == 3, let id = Int64(fields[1]) else { continue }
      result.gone.remove("\(fields[0]):\(id)")
      if fields[2] == "gone" {
        result.gone.insert("\(fields[0]):\(id)")
        continue
      }
      let found = try tx.row(
        """
        SELECT digest FROM event_row
        WHERE town = \(event.town) AND entity = \(String(fields[0])) AND row_id = \(id) AND seq = \(event.seq)
        """)
      if let found {
        if Self.commitment(to: try found.text("digest")) != fields[2] {
          result.faults.append("\(fields[0]) \(id): the digest of event \(event.town)/\(event.seq) was changed")
        }
      } else if try tx.row(
        """
        SELECT seq FROM event
        WHERE town = \(event.town) AND kind = 'erased' AND seq > \(event.seq)
          AND (subject = \(String(fields[0])) AND subject_id = \(id)
            OR touched LIKE \("%\(fields[0]):\(id):%")) LIMIT 1
        """) != nil
      {
        result.erased += 1
      } else {
        result.faults.append("\(fields[0]) \(id): the digest of event \(event.town)/\(event.seq) is missing")
      }
    }
  }

  /// Each row of the table is as its last event left it; no row without event, none gone without event.
  private func compare(_ entity: Entity, in tx: Transaction, _ result: inout Verification, _ limit: Int) throws {
    var last = Int64.min
    let page = SQL(unchecked: "SELECT * FROM \(entity.table) WHERE id > ")
    while result.faults.count < limit {
      let rows = try tx.rows(page + "\(last) ORDER BY id LIMIT 1000")
      if rows.isEmpty { break }
      for row in rows {
        last = try row.int64("id")
        result.rows += 1
        let vouched = try tx.row(
          """
          SELECT seq, salt, digest FROM event_row
          WHERE town = \(row.optionalInt64("town") ?? 0) AND entity = \(entity.table) AND row_id = \(last)
          ORDER BY seq DESC LIMIT 1
          """)
        guard let vouched else {
          result.faults.append("\(entity.table) \(last) stands there without an event")
          continue
        }
        let digest = digest(of: row, entity: entity, salt: try vouched.text("salt"))
        if try digest != vouched.text("digest") {
          let (town, seq) = (row.optionalInt64("town") ?? 0, try vouched.int64("seq"))
          result.faults.append("\(entity.table) \(last) was changed since event \(town)/\(seq)")
        }
        if result.faults.count >= limit { return }
      }
    }
    try findRemoved(entity, in: tx, &result)
  }

  private func findRemoved(_ entity: Entity, in tx: Transaction, _ result: inout Verification) throws {
    let gone = try tx.rows(
      SQL(
        unchecked: """
          SELECT row_id, MAX(town) AS town, MAX(seq) AS seq FROM event_row WHERE entity = '\(entity.table)'
            AND NOT EXISTS (SELECT 1 FROM \(entity.table) t WHERE t.id = event_row.row_id)
          GROUP BY row_id
          """))
    for row in gone {
      let id = try row.int64("row_id")
      guard !result.gone.contains("\(entity.table):\(id)") else { continue }
      let event = "\(try row.int64("town"))/\(try row.int64("seq"))"
      result.faults.append("\(entity.table) \(id) was removed since event \(event)")
    }
  }

  private func check(_ head: KnownHead, in tx: Transaction, _ result: inout Verification) throws {
    let found =
      switch head {
      case .hash(let hash): try tx.row("SELECT seq FROM event WHERE hash = \(hash)")
      case .event(let town, let seq, let hash):
        try tx.row("SELECT seq FROM event WHERE town = \(town) AND seq = \(seq) AND hash = \(hash)")
      }
    if found == nil { result.faults.append("the known head \(head.hash) is in no chain: a tail was cut or rewritten") }
  }
}

/// A head of a chain that was written down outside the database.
package enum KnownHead: Sendable {
  /// From a printed register or the public page.
  case hash(String)
  /// From the data folder.
  case event(town: Int64, seq: Int64, hash: String)

  var hash: String {
    switch self {
    case .hash(let hash), .event(_, _, let hash): hash
    }
  }
}

extension StoredEvent {
  init(_ row: Row) throws {
    try self.init(
      town: row.int64("town"), seq: row.int64("seq"), at: row.int64("at"), actor: row.optionalInt64("actor"),
      village: row.optionalInt64("village"), kind: row.text("kind"), subject: row.text("subject"),
      subjectID: row.int64("subject_id"), note: row.text("note"), touched: row.text("touched"),
      previous: row.text("previous"))
  }
}
