import Governance
import Matters
import People
import Store
import Values
import Web

private let calendarType = "text/calendar; charset=utf-8"

/// When what waits for a person is due: on a page, and in their calendar by an address of its own.
let deadlineRoutes: [Route] = [
  .get("/deadlines", needs: .signedIn, DeadlineStrings.summary, gives: [DeadlineJSON.sample]) { request in
    guard let person = request.person else { throw NotAllowed() }
    let items = try await request.deadlines(of: person)
    return try await request.answer(json: items.map(DeadlineJSON.init)) {
      request.deadlinePage(items, feed: try await request.ownFeed())
    }
  },
  .post("/deadlines/feed", needs: .signedIn, DeadlineStrings.makeSummary, mount: .page, bodyLimit: 1 << 14) { request in
    let (account, language) = (try request.personInBrowser(), request.reader.language)
    let secret = Secrets.token(bits: 128)
    let digest = Secrets.sha256(secret)
    // The secret stands in this answer alone, so that no table and no repeated call can show it again.
    try await request.app.write(by: account) { w in
      let town = try w.tx.account(account)?.town
      try w.makeDeadlineFeed(of: account, town: town, digest: digest, language: language)
    }
    return .page(request.newFeedPage(request.publicURL + Link.calendar(secret)))
  },
  .post("/deadlines/feed/end", needs: .signedIn, DeadlineStrings.endSummary, mount: .page, bodyLimit: 1 << 14) {
    request in
    let account = try request.personInBrowser()
    return try await request.write { w in
      try w.endDeadlineFeed(of: account, town: try w.tx.account(account)?.town)
      return Outcome(Link.deadlines, json: [String: String]())
    }
  },
  .get("/ical/{feed}", needs: .anybody, DeadlineStrings.feedSummary, file: calendarType, mount: .page) { request in
    let secret = request.parameters["feed"] ?? ""
    guard secret.hasSuffix(".ics") else { throw NotFound() }
    let feed = try await request.app.database.read { tx in
      try tx.deadlineFeed(secret: String(secret.dropLast(4)))
    }
    guard let feed, let person = try await request.person(of: feed.account) else { throw NotFound() }
    let items = try await request.deadlines(of: person)
    let text = request.calendar(items, feed.language).text
    return .bytes(Array(text.utf8), type: calendarType, name: nil, cache: false)
  },
]

extension Request {
  /// What waits for the person and has a limit, the nearest first. As many as the desk shows.
  fileprivate func deadlines(of person: SignedIn) async throws -> [DeskItem] {
    let (now, others) = (now, app.desk)
    let desk = try await app.database.read { tx in try tx.desk(of: person, at: now, others: others) }
    return desk.items.filter { $0.dueAt != nil }.sorted {
      ($0.dueAt?.milliseconds ?? 0, $0.id) < ($1.dueAt?.milliseconds ?? 0, $1.id)
    }
  }

  fileprivate func ownFeed() async throws -> DeadlineFeed? {
    guard let actor else { return nil }
    return try await app.database.read { tx in try tx.deadlineFeed(of: actor) }
  }

  fileprivate func calendar(_ items: [DeskItem], _ l: Language) -> ICalendar {
    ICalendar(
      name: DeadlineStrings.calendar(l),
      events: items.compactMap { item in
        guard let due = item.dueAt else { return nil }
        return ICalendar.Event(
          uid: "\(item.kind.rawValue)-\(item.id)@\(host.split(separator: ":").first ?? "sanshi")",
          summary: DeadlineStrings.summary(item.kind, item.title)(l),
          detail: DeadlineStrings.detail(item.number, item.village)(l), url: publicURL + item.href, due: due)
      }, madeAt: now)
  }
}

struct DeadlineJSON: Encodable, Sendable {
  let kind: DeskItem.Kind
  let id: String
  let title: String
  let number: String
  let village: Text
  let dueAt: Instant?
  let href: String

  init(_ item: DeskItem) {
    (kind, id, title, number) = (item.kind, "\(item.id)", item.title, item.number)
    (village, dueAt, href) = (item.village, item.dueAt, item.href)
  }

  private init() {
    (kind, id, title, number) = (.concern, "1234567890123", "三组的路灯不亮", "20481357")
    (village, dueAt) = (Text(zh: "青山村", en: "Qingshan Village"), Instant(milliseconds: 1_793_000_000_000))
    href = "/v/qingshan/concerns/1234567890123"
  }

  static let sample = DeadlineJSON()
}
