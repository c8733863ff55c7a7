import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

/// What the sweep over orders is found by.
let orderTimesMigration = Migration(
  "0064-order-times",
  [
    "ALTER TABLE work_order ADD COLUMN late_told_at BIGINT",
    "DROP INDEX work_order_asking",
    "CREATE INDEX work_order_asking ON work_order (id) WHERE state IN ('askingReporter', 'frozen')",
    """
    CREATE INDEX work_order_late ON work_order (accept_by, id)
    WHERE state IN ('handedOver', 'returned', 'disputed', 'reopened') AND late_told_at IS NULL
    """,
    "CREATE INDEX work_order_answered ON work_order (answered_at, id) WHERE state = 'answered'",
  ])

/// Orders move on by themselves: a question ends when somebody replied on the tracking page or the time to reply is over;
/// who has not taken an order up in time is told of; an answer that nobody calls unsolved stands. Lights need no sweep:
/// they are derived from the due date.
/// `aLook`: how many orders are read at a time.
func orderWork(_ catalogues: Catalogues, aLook: Int = 200) -> BackgroundWork {
  BackgroundWork("orders", everySeconds: 20) { app in
    let now = app.clock()
    let limits = try Shipped.current.orderLimits(on: now.day)
    let calendar = try await app.database.read { tx in try tx.workCalendar() }
    let asked = calendar.lastDay(waited: limits.common.pause.amount, now: now).end
    try await sweep(app, catalogues, aLook) { tx, last in
      try tx.questionsToEnd(askedUpTo: asked, after: last, limit: aLook)
    }
    try await sweep(app, catalogues, aLook) { tx, last in try tx.lateOrders(now: now, after: last, limit: aLook) }
    let answered = calendar.lastDay(workingDaysAgo: limits.answerStands.amount, now: now).end
    try await sweep(app, catalogues, aLook) { tx, last in
      try tx.standingAnswers(upTo: answered, after: last, limit: aLook)
    }
  }
}

/// An order and the step that time, or its reporter, takes of it; none yet where a question still waits.
struct StepByTime: Sendable {
  let order: OrderRow
  let step: OrderStep?
}

/// Takes the steps of a list, page by page to its end. One that is refused, since somebody moved the order meanwhile, does
/// not hold up the others.
private func sweep(
  _ app: App, _ catalogues: Catalogues, _ aLook: Int,
  _ find: @escaping @Sendable (Transaction, OrderRow?) throws -> [StepByTime]
) async throws {
  var last: OrderRow?
  repeat {
    let page = try await app.database.read { [last] tx in try find(tx, last) }
    for found in page {
      guard let step = found.step else { continue }
      do {
        try await app.write { w in try w.take(step, byTimeOn: found.order, catalogues) }
      } catch is Refusal {
        continue
      }
    }
    last = page.count == aLook ? page.last?.order : nil
  } while last != nil
}

extension Write {
  /// A step that nobody takes by hand, on the order as it was read.
  fileprivate func take(_ step: OrderStep, byTimeOn order: OrderRow, _ catalogues: Catalogues) throws {
    let draft = try StepDraft(Form(fields: ["step": [step.rawValue]]))
    try take(draft, on: order.id, in: order.key, version: order.version, catalogues: catalogues) { _ in
      [step == .reporterReplied ? .reporter : .time]
    }
  }

  /// A reporter withdrew. When the last one did, the offices at work on the matter are told: nobody waits for an answer,
  /// and none can be asked.
  package func noteWithdrawal(of concern: ID<Concern>, town: ID<Place>, village: ID<Place>, catalogues: Catalogues)
    throws
  {
    let key = VillageKey(town: town, village: village)
    for (own, _) in try tx.matters(of: concern, in: key) {
      guard try tx.matter(own.root, in: key).concerns == 0, let order = try tx.order(of: own.root, town: town),
        order.state.isOpen, try tx.orderSteps(of: order.id, town: town).first?.step != .reportersWithdrew
      else { continue }
      try take(.reportersWithdrew, byTimeOn: order, catalogues)
    }
  }
}

extension Transaction {
  /// Orders whose reporter was asked and somebody replied since, or the last question is as old as that. Index:
  /// work_order_asking; the questions and replies of each by order_step_order, matter_root, concern_addition_concern.
  func questionsToEnd(askedUpTo border: Instant, after last: OrderRow?, limit: Int) throws -> [StepByTime] {
    let found = try rows(
      """
      SELECT * FROM (
        SELECT o.*,
          (SELECT MAX(s.at) FROM order_step s
            WHERE s.town = o.town AND s.work_order = o.id AND s.step = 'askReporter') AS asked_at,
          (SELECT MAX(a.at) FROM matter r CROSS JOIN matter_concern mc CROSS JOIN concern_addition a
            WHERE r.town = o.town AND r.root = o.matter AND mc.town = r.town AND mc.matter = r.id AND a.town = mc.town
              AND a.concern = mc.concern) AS replied_at
        FROM work_order o JOIN matter m ON m.id = o.matter
        WHERE o.state IN ('askingReporter', 'frozen') AND o.id > \(last?.id ?? ID(0)) AND m.merged_into IS NULL
      ) q
      WHERE asked_at <= \(border) OR replied_at > asked_at ORDER BY id LIMIT \(limit)
      """)
    return try found.map { row in
      let order = try OrderRow(row)
      guard try order.open.pauses.contains(.reporter) else { return StepByTime(order: order, step: nil) }
      let isReplied = try row.optionalInstant("replied_at").map { try $0 > row.instant("asked_at") } ?? false
      return StepByTime(order: order, step: isReplied ? .reporterReplied : .askingEnds)
    }
  }

  /// Orders that nobody took up in time and nobody was told of. Index: work_order_late.
  func lateOrders(now: Instant, after last: OrderRow?, limit: Int) throws -> [StepByTime] {
    let next: SQL = last.map { "AND (o.accept_by, o.id) > (\($0.acceptBy), \($0.id))" } ?? ""
    return try rows(
      """
      SELECT o.* FROM work_order o JOIN matter m ON m.id = o.matter
      WHERE o.state IN ('handedOver', 'returned', 'disputed', 'reopened') AND o.late_told_at IS NULL
        AND o.accept_by < \(now) \(next) AND m.merged_into IS NULL
      ORDER BY o.accept_by, o.id LIMIT \(limit)
      """
    ).map { StepByTime(order: try OrderRow($0), step: .acceptanceOver) }
  }

  /// Answers as old as that; not those of which a leader wants an account. Index: work_order_answered.
  func standingAnswers(upTo border: Instant, after last: OrderRow?, limit: Int) throws -> [StepByTime] {
    let next: SQL = last.map { "AND (o.answered_at, o.id) > (\($0.answeredAt), \($0.id))" } ?? ""
    return try rows(
      """
      SELECT o.* FROM work_order o JOIN matter m ON m.id = o.matter
      WHERE o.state = 'answered' AND o.answered_at <= \(border) \(next) AND o.is_supervised = 0
        AND m.merged_into IS NULL
      ORDER BY o.answered_at, o.id LIMIT \(limit)
      """
    ).map { StepByTime(order: try OrderRow($0), step: .answerStands) }
  }
}
