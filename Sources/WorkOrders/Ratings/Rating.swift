import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

package let ratingEntity = Entity("rating")

let ratingTables = [
  // What a reporter says of the work once it is closed; `round`: how often the order was reopened before.
  """
  CREATE TABLE rating (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, work_order BIGINT NOT NULL,
    round BIGINT NOT NULL, concern BIGINT NOT NULL, solved TEXT NOT NULL, satisfied BIGINT NOT NULL,
    reached BIGINT NOT NULL, words TEXT NOT NULL, channel TEXT NOT NULL, account BIGINT, at BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX rating_once ON rating (town, work_order, round, concern)",
]

/// What a reporter said to a clerk and what they said by themselves stand beside each other.
let ownRatingsMigration = Migration(
  "0065-own-ratings",
  [
    "DROP INDEX rating_once",
    "CREATE UNIQUE INDEX rating_once ON rating (town, work_order, round, concern, (channel = 'link'))",
  ])

/// Whether the matter is solved, as its reporter sees it.
enum Solved: String, Sendable, Codable, CaseIterable {
  case yes, partly, no

  var name: Text {
    switch self {
    case .yes: Text(zh: "解决了", en: "Solved")
    case .partly: Text(zh: "解决了一部分", en: "Partly solved")
    case .no: Text(zh: "没解决", en: "Not solved")
    }
  }
}

/// How a rating came.
enum RatingChannel: String, Sendable, Codable, CaseIterable {
  case link, phone, paper

  var name: Text {
    switch self {
    case .link: Text(zh: "进度页", en: "Tracking page")
    case .phone: Text(zh: "电话回访", en: "Telephone call")
    case .paper: Text(zh: "纸质评价", en: "Paper")
    }
  }
}

/// What somebody says of the work.
struct NewRating: Sendable {
  let solved: Solved
  /// 1 (not at all) to 5 (very).
  let satisfied: Int
  /// Whether somebody spoke with the reporter.
  let isReached: Bool
  let words: String

  /// Of the form; all errors at once. Who says "not solved" says what is not.
  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let solved = form.choice("solved", as: Solved.self, &errors)
    if solved == nil, errors.message(for: "solved") == nil { errors.add("solved", WebWords.missing) }
    let satisfied = form.int("satisfied", in: 1...5, &errors)
    if satisfied == nil, errors.message(for: "satisfied") == nil { errors.add("satisfied", WebWords.missing) }
    words = form.text("words", max: 500, &errors)
    isReached = form.isOn("reached")
    if solved == .no, words.isEmpty { errors.add("words", RatingStrings.whatIsNot) }
    guard errors.isEmpty, let solved, let satisfied else { throw errors }
    (self.solved, self.satisfied) = (solved, satisfied)
  }
}

struct RatingRow: Sendable {
  let concern: ID<Concern>
  let round: Int
  let solved: Solved
  let satisfied: Int
  let isReached: Bool
  let words: String
  let channel: RatingChannel
  let at: Instant

  /// Whether it counts among those of its order: what a reporter said by themselves does, not what a clerk wrote of it.
  func counts(among ratings: [RatingRow]) -> Bool {
    channel == .link
      || !ratings.contains { $0.concern == concern && $0.round == round && $0.channel == .link }
  }

  init(_ row: Row) throws {
    (concern, round) = (try row.id("concern"), try row.int("round"))
    (solved, satisfied, isReached) = (try row.choice("solved"), try row.int("satisfied"), try row.bool("reached"))
    (words, channel, at) = (try row.text("words"), try row.choice("channel"), try row.instant("at"))
  }
}

extension Transaction {
  /// The ratings of an order, the newest first. Index: rating_once.
  func ratings(of order: ID<Order>, town: ID<Place>) throws -> [RatingRow] {
    try rows("SELECT * FROM rating WHERE town = \(town) AND work_order = \(order) ORDER BY round DESC, id LIMIT 200")
      .map(RatingRow.init)
  }
}

extension Write {
  /// A reporter rates the work of an order, once for each closing; event `order_rated`. "Not solved" reopens it with the
  /// reporter's reason: to the same office, the second time to the one above (plan B5).
  /// Said too late for that, it is kept as a rating alone. A reporter may rate once by themselves after a clerk asked.
  /// - Returns: false where it came too late to reopen the order.
  /// - Throws: `Refusal`: not closed, rated before.
  @discardableResult
  func rate(
    _ id: ID<Order>, in key: VillageKey, by concern: ID<Concern>, _ new: NewRating, channel: RatingChannel,
    catalogues: Catalogues
  ) throws -> Bool {
    let order = try tx.order(id, in: key)
    if let refusal = refusal(of: .rate, in: order.state, by: [.reporter]) { throw refusal }
    let reporters = try tx.concerns(ofRoot: order.matter, in: key).map(\.concern)
    guard reporters.contains(where: { $0.id == concern && $0.state != .withdrawn }) else { throw NotFound() }
    let rated = try tx.ratings(of: id, town: key.town)
    let hasRated = rated.contains {
      $0.concern == concern && $0.round == order.reopenings && ($0.channel == .link || channel != .link)
    }
    if let refusal = ratingRefusal(hasRated: hasRated) { throw refusal }
    let row = ids.next(Order.self)
    try tx.run(
      """
      INSERT INTO rating (id, town, village, work_order, round, concern, solved, satisfied, reached, words, channel,
        account, at)
      VALUES (\(row), \(key.town), \(key.village), \(id), \(order.reopenings), \(concern), \(new.solved.rawValue),
        \(new.satisfied), \(new.isReached), \(new.words), \(channel.rawValue), \(actor), \(now))
      """)
    try record(
      "order_rated", Touched(ratingEntity, row), town: key.town, village: key.village, note: new.solved.rawValue)
    guard new.solved == .no else { return true }
    if let closed = order.closedAt ?? order.answeredAt {
      let limits = try Shipped.current.orderLimits(on: now.day)
      let refusal = reopenRefusal(
        closed: closed.day, today: now.day, calendar: try tx.workCalendar(), limit: limits.common.reopen.amount)
      if refusal != nil { return false }
    }
    let draft = try StepDraft(Form(fields: ["step": ["reopen"], "text": [new.words]]))
    try take(draft, on: id, in: key, version: nil, catalogues: catalogues) { _ in [.reporter] }
    return true
  }
}
