import Store
import Values

package enum DeliveryRecord {}

/// Where a delivery stands.
package enum DeliveryState: String, Sendable, Codable, CaseIterable {
  case waiting
  /// The other side took it.
  case sent
  /// The other side says that it arrived.
  case received
  /// Given up, refused, or it did not arrive.
  case failed
  /// Not sent, for a reason of our own (`Dropped`).
  case dropped
}

/// Why a delivery was not sent; stands in its answer.
enum Dropped: String, Sendable, CaseIterable {
  /// The person has no such address any more, or chose another way.
  case otherWay
  /// News older than `newsDays`.
  case tooOld
  case closed
}

/// One message over one transport, as the administrator sees it: without the address.
package struct Delivery: Sendable {
  package let id: ID<DeliveryRecord>
  package let transport: ID<TransportRecord>
  /// The step of the concern, "test" or "digest".
  package let step: String
  /// The concern's number; "" for what concerns none.
  package let number: String
  package let isToStaff: Bool
  package let state: DeliveryState
  package let attempts: Int
  /// How often it may have been sent twice, since the program ended while it was on its way.
  package let repeats: Int
  package let madeAt: Instant
  /// When it was last handed over.
  package let sentAt: Instant?
  package let nextAt: Instant
  package let answer: String

  init(_ row: Row) throws {
    (id, transport, step) = try (row.id("id"), row.id("transport"), row.text("step"))
    number = row.optionalText("number") ?? ""
    isToStaff = row.optionalInt64("account") != nil
    (state, attempts, repeats) = try (row.choice("state"), row.int("attempts"), row.int("repeats"))
    (madeAt, nextAt) = try (row.instant("made_at"), row.instant("next_at"))
    sentAt = row.optionalInstant("sent_at")
    answer = try row.text("answer")
  }

  package var key: String { deliveryKey(id) }
}

/// The key of a delivery: its Message-ID, and what a gateway knows it by.
func deliveryKey(_ id: ID<DeliveryRecord>) -> String { "sanshi-\(id)" }

/// A delivery to be made.
struct NewDelivery: Sendable {
  var town: ID<Place>
  var village: ID<Place>
  var transport: ID<TransportRecord>
  var line: Int64?
  var step: String
  var concern: ID<Concern>?
  var account: ID<Account>?
  /// Of test messages and of answers to letters alone.
  var address = ""
  /// The Message-ID of the letter that it answers.
  var answers = ""
  var subject = ""
  var body: String
  var nextAt: Instant
}

extension NewDelivery {
  /// To somebody of the offices, in the language and outside the quiet hours that the person chose.
  init(
    town: ID<Place>, village: ID<Place>, transport: ID<TransportRecord>, line: Int64, step: String,
    concern: ID<Concern>?, to person: NoticePreference, subject: Text?, _ text: Text, at now: Instant
  ) {
    self.init(
      town: town, village: village, transport: transport, line: line, step: step, concern: concern,
      account: person.account, subject: subject?(person.language) ?? "", body: text(person.language),
      nextAt: person.quiet.firstAllowed(from: now))
  }
}

extension Transaction {
  func add(_ new: NewDelivery, id: ID<DeliveryRecord>, now: Instant) throws {
    try run(
      """
      INSERT INTO delivery (id, town, village, transport, line, step, concern, account, address, target, subject, body,
        state, attempts, repeats, next_at, made_at, answer, answers)
      VALUES (\(id), \(new.town), \(new.village), \(new.transport), \(new.line), \(new.step), \(new.concern),
        \(new.account), \(new.address), '', \(new.subject), \(new.body), 'waiting', 0, 0, \(new.nextAt), \(now), '', \(new.answers))
      """)
  }

  /// The deliveries of a town, newest first, those before `last`. Indexes: delivery_list, delivery_state.
  func deliveries(
    of town: ID<Place>, state: DeliveryState?, before last: ID<DeliveryRecord>?, limit: Int
  ) throws -> [Delivery] {
    let narrowed: SQL = state.map { "AND d.state = \($0.rawValue)" } ?? ""
    return try rows(
      """
      SELECT d.*, c.number AS number FROM delivery d LEFT JOIN concern c ON c.id = d.concern AND c.sealed = 0
      WHERE d.town = \(town) \(narrowed) AND d.id < \(last ?? .max)
      ORDER BY d.id DESC LIMIT \(limit)
      """
    ).map(Delivery.init)
  }

  /// How many deliveries wait and how many failed, each counted up to 1,000.
  func deliveryCounts(of town: ID<Place>) throws -> [DeliveryState: Int] {
    var counts: [DeliveryState: Int] = [:]
    for state in [DeliveryState.waiting, .failed] {
      counts[state] = try count(
        """
        SELECT COUNT(*) AS n FROM (SELECT id FROM delivery
          WHERE town = \(town) AND state = \(state.rawValue) LIMIT 1000) AS few
        """)
    }
    return counts
  }

  /// Since when the oldest delivery waits; nil when none does. Index: delivery_oldest.
  func oldestDeliveryWaiting() throws -> Instant? {
    try row("SELECT made_at FROM delivery WHERE state = 'waiting' ORDER BY made_at LIMIT 1")?.instant("made_at")
  }
}
