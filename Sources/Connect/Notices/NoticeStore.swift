import Governance
import Store
import Values
import Web

enum NoticeRecord {}

/// A notice in the program itself.
struct NoticeRow: Sendable {
  let id: ID<NoticeRecord>
  let concern: ID<Concern>
  let audience: String
  let step: String
  let text: Text
  let madeAt: Instant
  /// Of the concern's places, for the way there.
  let villageCode: String
  let townCode: String

  init(_ row: Row) throws {
    (id, concern, audience) = try (row.id("id"), row.id("concern"), row.text("audience"))
    (villageCode, townCode) = try (row.text("village_code"), row.text("town_code"))
    (step, madeAt) = try (row.text("step"), row.instant("made_at"))
    text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
  }
}

/// Which notices a person may read: at each place where they stand, those for what they may do there.
struct NoticeScope: Sendable, Hashable {
  let town: ID<Place>
  let place: PlaceInfo
  let audiences: [Capability]

  /// The capabilities that notices are addressed to.
  static let all: [Capability] = [.triage, .decideAppeal, .decideSecondAppeal, .readSealed]

  static func of(_ person: SignedIn, on day: Day) -> [NoticeScope] {
    var seen: Set<ID<Place>> = []
    return person.posts.compactMap { post in
      let place = post.place
      guard let town = place.town, seen.insert(place.id).inserted else { return nil }
      let audiences = all.filter { person.may($0, at: place, on: day) }
      return audiences.isEmpty ? nil : NoticeScope(town: town, place: place, audiences: audiences)
    }
  }
}

extension Transaction {
  /// The notices of the scopes, newest first, those before `last`. Index: notice_place.
  func notices(in scopes: [NoticeScope], before last: ID<NoticeRecord>?, limit: Int) throws -> [NoticeRow] {
    let found = try scopes.flatMap { scope in
      try scope.audiences.flatMap { audience in
        try rows(
          """
          SELECT n.*, v.code AS village_code, t.code AS town_code
          FROM notice n JOIN concern c ON c.id = n.concern JOIN place v ON v.id = c.village JOIN place t ON t.id = c.town
          WHERE n.town = \(scope.town) AND n.place = \(scope.place.id) AND n.audience = \(audience.rawValue)
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

  /// How many notices the person has not seen; 100 stands for more.
  func unreadNotices(_ person: SignedIn, on day: Day) throws -> Int {
    let scopes = NoticeScope.of(person, on: day)
    guard !scopes.isEmpty else { return 0 }
    let last = try lastSeen(by: person.account)
    var sum = 0
    for scope in scopes {
      for audience in scope.audiences where sum < 100 {
        sum += try count(
          """
          SELECT COUNT(*) AS n FROM (SELECT id FROM notice
            WHERE town = \(scope.town) AND place = \(scope.place.id) AND audience = \(audience.rawValue)
              AND id > \(last) LIMIT 100) AS few
          """)
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
