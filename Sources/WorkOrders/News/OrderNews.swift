import Governance
import Store
import Values
import Web

/// What an office is to be told of an order: a line of an outbox, which becomes notices and messages and then is gone.
package struct OrderNews: Sendable {
  package let id: Int64
  package let key: VillageIDs
  package let order: ID<Order>
  package let audience: OrderAudience
  package let step: OrderStep
  /// The key of the message's wording.
  package let message: String
  /// The office that the message names: who sent it back, who has it now.
  package let lead: String
  /// By when something is to be done.
  package let dueAt: Instant?
  /// Who took the step, and needs no news of it.
  package let by: ID<Account>?
  package let madeAt: Instant
  package let number: String
  package let reach: OrderReach

  package struct VillageIDs: Sendable, Hashable {
    package let town: ID<Place>
    package let village: ID<Place>
  }

  /// Of its own row and that of its order with the matter's number.
  fileprivate init?(_ row: Row, _ order: Row) throws {
    guard let audience = OrderAudience(code: try row.text("audience")) else { return nil }
    self.audience = audience
    (id, self.order) = try (row.int64("id"), row.id("work_order"))
    key = VillageIDs(town: try row.id("town"), village: try row.id("village"))
    (step, message, lead) = try (row.choice("step"), row.text("message"), row.text("lead"))
    (dueAt, by, madeAt) = (row.optionalInstant("due_at"), row.optionalID("made_by"), try row.instant("made_at"))
    (number, reach) = (try order.text("number"), try OrderReach(order))
  }
}

let orderNewsMigration = Migration(
  "0062-order-news",
  [
    // Gone once it was made into notices and messages.
    """
    CREATE TABLE order_news (
      id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, work_order BIGINT NOT NULL,
      audience TEXT NOT NULL, step TEXT NOT NULL, message TEXT NOT NULL, lead TEXT NOT NULL, due_at BIGINT,
      made_by BIGINT, made_at BIGINT NOT NULL)
    """,
    // What waits for the town office, by the time in which it decides.
    "CREATE INDEX work_order_disputed ON work_order (town, accept_by, id) WHERE state = 'disputed'",
  ])

extension Write {
  /// Tells the offices of a step that was just taken: a line for each audience, in the same transaction.
  func tellOffices(_ step: OrderStep, _ order: OrderRow, was old: OrderRow) throws {
    for telling in tellings(of: step) {
      for audience in try audiences(of: telling.hearer, order, was: old) where !isAbout(audience, order) {
        let due = OrderState.waiting.contains(order.state) || order.state == .reopened ? order.acceptBy : order.dueAt
        let lead = [.returnOnce, .returnAgain].contains(step) ? old.office : order.office
        try tx.send(
          """
          INSERT INTO order_news (id, town, village, work_order, audience, step, message, lead, due_at, made_by, made_at)
          VALUES (\(ids.next(OrderNews.self)), \(order.key.town), \(order.key.village), \(order.id), \(audience.code),
            \(step.rawValue), \(telling.message), \(lead), \(due), \(actor), \(now))
          """)
      }
    }
  }

  private func isAbout(_ audience: OrderAudience, _ order: OrderRow) -> Bool {
    isAboutOffice(leaf: order.leaf) && (audience.body.map(order.about.contains) ?? false)
  }

  private func audiences(of hearer: OrderHearer, _ order: OrderRow, was old: OrderRow) throws -> [OrderAudience] {
    switch hearer {
    case .charge: return inCharge(of: order)
    case .former:
      let has = old.office != order.office || order.state == .takenBack
      return old.office.isEmpty || !has ? [] : [.office(old.office)]
    case .returners:
      return try tx.returners(of: order.matter, leaf: order.leaf, town: order.key.town)
        .filter { $0 != order.office && $0 != old.office }.map(OrderAudience.office)
    case .receivers: return receivers(of: order)
    case .townOffice: return [.townOffice]
    case .head:
      let asker = order.askedExtension.map { ID<Account>($0.by) } ?? ID(0)
      let decider = extensionDecider(heads: try tx.heads(of: order, on: now.day), askedBy: asker)
      return decider == .officeHead ? [.head(order.office)] : [.townOffice]
    case .handler:
      let workers = Set([order.handler, old.askedExtension.map { ID<Account>($0.by) }].compactMap(\.self))
      let still = try workers.filter { try !tx.memberships(of: $0, in: order, on: now.day).isEmpty }
      return still.isEmpty ? inCharge(of: order) : still.sorted().map(OrderAudience.account)
    case .helping: return order.helpers.map(OrderAudience.office)
    case .called: return order.helpers.filter { !old.helpers.contains($0) }.map(OrderAudience.office)
    }
  }

  private func inCharge(of order: OrderRow) -> [OrderAudience] {
    if !order.office.isEmpty { return [.office(order.office)] }
    switch order.state {
    case .returned: return receivers(of: order)
    case .disputed: return [.townOffice]
    default: return [.centre(order.level)]
    }
  }

  private func receivers(of order: OrderRow) -> [OrderAudience] {
    order.firstLevel == .village ? [.keepers, .centre(.village)] : [.centre(order.firstLevel)]
  }
}

extension Write {
  /// Takes the next lines, at most `limit`, out of the outbox; the caller makes notices of them in the same transaction,
  /// so that none is lost and none told twice.
  package func takeOrderNews(limit: Int) throws -> [OrderNews] {
    let taken = try tx.rows(
      """
      DELETE FROM order_news WHERE id IN (SELECT id FROM order_news ORDER BY id LIMIT \(limit)) RETURNING *
      """
    ).sorted { try $0.int64("id") < $1.int64("id") }
    return try taken.compactMap { row in
      let order = try tx.row(
        """
        SELECT o.leaf, o.about, o.office, o.helpers, o.helped, m.number FROM work_order o JOIN matter m ON m.id = o.matter
        WHERE o.town = \(try row.int64("town")) AND o.id = \(try row.int64("work_order"))
        """)
      return try order.flatMap { try OrderNews(row, $0) }
    }
  }
}
