import Synchronization
import Testing

@testable import Store
@testable import sanshi

/// How the database reads: the steps of the plans of all statements that ran.
final class Plans: Sendable {
  struct Step: Sendable {
    let sql: String
    let what: String
  }
  private let steps = Mutex<[Step]>([])

  var all: [Step] { steps.withLock { $0 } }
  func add(_ step: Step) { steps.withLock { $0.append(step) } }
  func clear() { steps.withLock { $0 = [] } }

  /// The steps that read a whole table, or an index of it, from end to end.
  var scans: [String] {
    let found = all.filter {
      $0.what.contains("Seq Scan on ") || $0.what.hasPrefix("SCAN ") && Self.readsATable($0) && !Self.isFine($0)
    }
    return Set(found.map { "\($0.what): \($0.sql)" }).sorted()
  }

  /// The steps that put rows in order which no index gives in that order.
  var sorts: [String] {
    let found = all.filter {
      $0.what.contains("TEMP B-TREE") || $0.what.trimming(" ->").hasPrefix("Sort ")
        || $0.what.contains("Incremental Sort")
    }
    return Set(found.map { "\($0.what): \($0.sql)" }).sorted()
  }

  /// All tables but those that hold a handful of rows for ever.
  private static let tables = [
    "account", "alarm", "answer_tally", "deadline_feed", "open311_setting", "confirmed_address", "delivery", "notice",
    "notice_choice",
    "notice_preference", "notice_seen",
    "exchange_callback", "exchange_message", "order_helper", "order_step", "rating", "transport", "api_token", "appeal",
    "chain", "concern", "concern_addition", "inbound", "inbound_hook", "mailbox",
    "counter", "decision", "duty",
    "entry_note", "event", "event_row", "family", "grouping_group", "grouping_member", "grouping_run", "import_job",
    "import_rejection", "keeper_term", "landmark", "matter",
    "matter_concern", "matter_join", "membership", "merging", "outbox", "person", "photo", "place", "progress",
    "search_entry", "session", "setting", "submission", "suggestion",
    "suggestion_switch", "suggestion_tally", "learnt_model", "learnt_text", "village_map", "wording", "work_order",
  ]

  /// Whether what is scanned is a table, by its name or by what the statement calls it, not the rows of a part of the
  /// statement.
  private static func readsATable(_ step: Step) -> Bool {
    let name = String(step.what.split(separator: " ")[1])
    let sql = step.sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return tables.contains { table in
      name == table
        || ["FROM \(table) ", "JOIN \(table) ", "FROM \(table) AS ", "JOIN \(table) AS "].contains {
          (sql + " ").contains($0 + name + " ")
        }
    }
  }

  /// Indexes that hold no more than what waits (partial ones) may be read from end to end; whether there is anything at
  /// all is seen by the first row.
  private static func isFine(_ step: Step) -> Bool {
    [
      "alarm_waiting", "alarm_open", "outbox_oldest", "delivery_oldest", "outbox_unspread", "transport_on",
      "notice_preference_digest", "work_order_asking", "mailbox_on",
      "work_order_disputed", "order_news_pkey",
    ].contains { step.what.contains($0) }
      || step.sql.hasSuffix(" LIMIT 1") && !step.sql.contains("WHERE") && !step.sql.contains("ORDER BY")
  }
}

/// A connection that asks for the plan of each statement before it runs it.
final class Explaining: Connection {
  private let inner: any Connection
  private let plans: Plans
  private var isReady = false

  init(_ inner: any Connection, _ plans: Plans) { (self.inner, self.plans) = (inner, plans) }

  var dialect: Dialect { inner.dialect }

  func rows(_ sql: SQL) throws -> [Row] {
    try explain(sql)
    return try inner.rows(sql)
  }

  func run(_ sql: SQL) throws -> Int {
    try explain(sql)
    return try inner.run(sql)
  }

  private func explain(_ sql: SQL) throws {
    let (words, column): (SQL, String) =
      dialect == .sqlite ? ("EXPLAIN QUERY PLAN", "detail") : ("EXPLAIN", "QUERY PLAN")
    try makeReady()
    for row in try inner.rows("\(words) \(sql)") {
      plans.add(Plans.Step(sql: sql.questionMarks, what: try row.text(column)))
    }
  }
}

extension Explaining {
  /// PostgreSQL reads small tables from end to end; with that made dear it tells whether an index would do.
  private func makeReady() throws {
    guard dialect == .postgres, !isReady else { return }
    isReady = true
    _ = try inner.run(SQL(unchecked: "SET LOCAL enable_seqscan = off"))
  }
}

extension TestTown {
  /// Expects that every statement of `body` is found by an index, whatever part of the program makes it.
  func expectIndexes(_ what: String, _ body: () async throws -> Void) async throws {
    let (plans, database) = (Plans(), program.app.database)
    _ = try await database.write { tx in tx.dialect == .postgres ? try tx.run("ANALYZE") : 0 }
    database.lens.look { Explaining($0, plans) }
    defer { database.lens.look(through: nil) }
    try await body()
    #expect(!plans.all.isEmpty, "\(what) read nothing")
    #expect(plans.scans.isEmpty, "\(what): \(plans.scans.joined(separator: "\n"))")
  }
}

extension String {
  fileprivate func trimming(_ characters: String) -> Substring { drop { characters.contains($0) } }
}
