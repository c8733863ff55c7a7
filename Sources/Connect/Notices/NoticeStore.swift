import Governance
import Store
import Values
import Web
import WorkOrders

enum NoticeRecord {}

/// A notice in the program itself: of a concern or of a work order.
struct NoticeRow: Sendable {
  let id: ID<NoticeRecord>
  let about: Subject
  let audience: String
  let step: String
  let text: Text
  let madeAt: Instant
  /// Of the places of the concern or order, for the way there.
  let villageCode: String
  let townCode: String

  enum Subject: Sendable {
    case concern(ID<Concern>)
    /// `by`: who took the step, and needs no news of it.
    case order(ID<Order>, OrderReach, by: ID<Account>?)
  }

  init(_ row: Row) throws {
    (id, audience) = try (row.id("id"), row.text("audience"))
    if let order = row.optionalID("work_order", as: Order.self) {
      about = .order(order, try OrderReach(row), by: row.optionalID("made_by"))
    } else {
      about = .concern(try row.id("concern"))
    }
    (villageCode, townCode) = try (row.text("village_code"), row.text("town_code"))
    (step, madeAt) = try (row.text("step"), row.instant("made_at"))
    text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
  }
}

/// Which notices a person may read at one place: those for what they may do there, and those of their offices' orders.
struct NoticeScope: Sendable, Hashable {
  let seat: NoticeSeat
  /// Capabilities, in their stored form.
  let concerns: [String]
  let orders: [String]

  /// The capabilities that notices of concerns are addressed to.
  static let all: [Capability] = [.triage, .decideAppeal, .decideSecondAppeal, .readSealed]
}

/// A person with the scopes of a day.
struct NoticeReader: Sendable {
  let person: SignedIn
  let day: Day
  let scopes: [NoticeScope]

  /// Whether news of an order is for this person: not what they did themselves, and nothing of a report on their office.
  func reads(_ about: NoticeRow.Subject) -> Bool {
    guard case .order(_, let reach, let by) = about else { return true }
    return by != person.account && !person.isBarred(from: reach, on: day)
  }
}

extension Transaction {
  func noticeReader(_ person: SignedIn, on day: Day) throws -> NoticeReader {
    let orders = try orderAudiences(of: person, on: day)
    var places = Dictionary(
      person.posts.map { (NoticeSeat(town: $0.place.town ?? $0.place.id, place: $0.place.id), $0.place) }
    ) { first, _ in first }
    var scopes: [NoticeScope] = []
    for seat in Set(places.keys).union(orders.keys) {
      let place = places.removeValue(forKey: seat)
      let concerns = place.map { place in
        place.town == nil ? [] : NoticeScope.all.filter { person.may($0, at: place, on: day) }
      }
      let scope = NoticeScope(
        seat: seat, concerns: (concerns ?? []).map(\.rawValue), orders: (orders[seat] ?? []).map(\.code).sorted())
      if !scope.concerns.isEmpty || !scope.orders.isEmpty { scopes.append(scope) }
    }
    return NoticeReader(person: person, day: day, scopes: scopes.sorted { $0.seat.place < $1.seat.place })
  }

  /// The notices of a person, newest first, those before `last`.
  func notices(for reader: NoticeReader, before last: ID<NoticeRecord>?, limit: Int) throws -> [NoticeRow] {
    var (found, last): ([NoticeRow], ID<NoticeRecord>?) = ([], last)
    while found.count < limit {
      let some = try notices(in: reader.scopes, before: last, limit: limit)
      found += some.filter { reader.reads($0.about) }
      guard some.count == limit else { break }
      last = some.last?.id
    }
    return Array(found.prefix(limit))
  }

  /// Index: notice_place.
  private func notices(in scopes: [NoticeScope], before last: ID<NoticeRecord>?, limit: Int) throws -> [NoticeRow] {
    let found = try scopes.flatMap { scope in
      try (scope.concerns + scope.orders).flatMap { audience in
        try rows(
          """
          SELECT n.*, v.code AS village_code, t.code AS town_code, o.leaf, o.about, o.office, o.helpers, o.helped
          FROM notice n LEFT JOIN concern c ON c.id = n.concern LEFT JOIN work_order o ON o.id = n.work_order
            JOIN place v ON v.id = COALESCE(o.village, c.village) JOIN place t ON t.id = COALESCE(o.town, c.town)
          WHERE n.town = \(scope.seat.town) AND n.place = \(scope.seat.place) AND n.audience = \(audience)
            AND n.id < \(last ?? .max)
          ORDER BY n.id DESC LIMIT \(limit)
          """
        ).map(NoticeRow.init)
      }
    }
    return Array(found.sorted { $0.id > $1.id }.prefix(limit))
  }

  /// The last notice that the person has seen.
  func lastSeen(by account: ID<Account>) throws -> ID<NoticeRecord> {
    try row("SELECT last FROM notice_seen WHERE account = \(account)")?.id("last") ?? .min
  }

  /// How many notices the person has not seen; 100 stands for more. All audiences are asked for together: every page
  /// does it. Index: notice_place.
  func unreadNotices(_ person: SignedIn, on day: Day) throws -> Int {
    let reader = try noticeReader(person, on: day)
    let (none, account): (ID<NoticeRecord>, _) = (.min, person.account)
    let seen: SQL = "COALESCE((SELECT last FROM notice_seen WHERE account = \(account)), \(none))"
    let counts = reader.scopes.flatMap { scope in
      scope.concerns.map { audience -> SQL in
        "SELECT COUNT(*) AS n FROM (SELECT id FROM notice WHERE town = \(scope.seat.town)"
          + " AND place = \(scope.seat.place) AND audience = \(audience) AND id > " + seen + " LIMIT 100) AS few"
      }
    }
    let orders = reader.scopes.flatMap { scope in
      scope.orders.map { audience -> SQL in
        """
        SELECT n.work_order, n.made_by, o.leaf, o.about, o.office, o.helpers, o.helped
        FROM notice n JOIN work_order o ON o.id = n.work_order
        WHERE n.town = \(scope.seat.town) AND n.place = \(scope.seat.place) AND n.audience = \(audience) AND n.id > 
        """ + seen + " ORDER BY n.id LIMIT 100"
      }
    }
    var sum = 0
    for part in (counts + orders).chunks(of: 32) where sum < 100 {
      for row in try rowsOfEach(Array(part)).joined() {
        guard let order = row.optionalID("work_order", as: Order.self) else {
          sum += try row.int("n")
          continue
        }
        let about = NoticeRow.Subject.order(order, try OrderReach(row), by: row.optionalID("made_by"))
        if reader.reads(about) { sum += 1 }
      }
    }
    return min(sum, 100)
  }

  /// Marks all up to a notice as seen.
  func see(_ last: ID<NoticeRecord>, by account: ID<Account>) throws {
    try run(
      """
      INSERT INTO notice_seen (account, last) VALUES (\(account), \(last))
      ON CONFLICT (account) DO UPDATE SET last = excluded.last WHERE notice_seen.last < excluded.last
      """)
  }
}
