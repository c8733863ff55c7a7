import Governance
import Markup
import Store
import Values
import Web

private let jsonFeedType = "application/feed+json; charset=utf-8"
private let rssFeedType = "application/rss+xml; charset=utf-8"

/// What a village has released, for feed readers and other pages.
let feedRoutes: [Route] = [
  .get("/v/{village}/feed.json", needs: .anybody, PublicStrings.jsonFeedSummary, file: jsonFeedType, mount: .page) {
    request in
    let feed = try await Feed(request)
    return .bytes(
      try JSON.bytes(feed.json), type: jsonFeedType, name: nil, cache: false)
  },
  .get("/v/{village}/feed.xml", needs: .anybody, PublicStrings.rssFeedSummary, file: rssFeedType, mount: .page) {
    request in
    let feed = try await Feed(request)
    return .bytes(Array(feed.rss.utf8), type: rssFeedType, name: nil, cache: false)
  },
]

/// The latest released matters of a village with their addresses.
private struct Feed: Sendable {
  /// So many matters of each class.
  static let most = 50

  let matters: [OpenMatter]
  let language: Language
  let village: Text
  let code: String
  let base: String

  init(_ request: Request) async throws {
    let key = try request.village()
    let latest = try await request.app.database.read { tx in try tx.latestReleased(in: key, limit: Self.most) }
    matters = latest.values.flatMap(\.self).sorted { ($0.releasedAt, $0.id) > ($1.releasedAt, $1.id) }
    (language, village) = (request.reader.language, request.place?.name ?? Text(same: ""))
    (code, base) = (request.placeCode, request.publicURL)
  }

  var title: String { PublicStrings.feedTitle(village)(language) }
  func address(of matter: OpenMatter) -> String { base + Link.openMatter(code, matter.id) }

  func words(_ matter: OpenMatter) -> String {
    let facts = [
      matter.place, PublicStrings.who(matter.lead, matter.coHandlers)(language), matter.state.publicWords(language),
      matter.reply,
    ]
    return facts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: JSON Feed 1.1

  var json: JSONFeed {
    JSONFeed(
      version: "https://jsonfeed.org/version/1.1", title: title, homePageUrl: base + Link.village(code),
      feedUrl: base + Link.jsonFeed(code), language: language.rawValue,
      items: matters.map { matter in
        JSONFeed.Item(
          id: address(of: matter), url: address(of: matter), title: matter.title, contentText: words(matter),
          datePublished: matter.releasedAt, tags: [matter.matterClass.name(language), matter.state.name(language)])
      })
  }

  // MARK: RSS 2.0

  var rss: String {
    let home = base + Link.village(code)
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      \(Self.tag("title", title))\(Self.tag("link", home))\(Self.tag("description", title))\
      \(Self.tag("language", language.rawValue))<atom:link rel="self" type="application/rss+xml" \
      href="\(Self.escaped(base + Link.rssFeed(code)))"/>
      \(matters.map(item).joined(separator: "\n"))
      </channel></rss>

      """
  }

  private func item(_ matter: OpenMatter) -> String {
    let address = address(of: matter)
    let parts = [
      Self.tag("title", matter.title), Self.tag("link", address),
      "<guid isPermaLink=\"true\">\(Self.escaped(address))</guid>",
      Self.tag("pubDate", matter.releasedAt.mailDate), Self.tag("category", matter.matterClass.name(language)),
      Self.tag("description", words(matter)),
    ]
    return "<item>" + parts.joined() + "</item>"
  }

  private static func tag(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }
  private static func escaped(_ text: String) -> String { HTML.text(text).source }
}

private struct JSONFeed: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let id: String
    let url: String
    let title: String
    let contentText: String
    let datePublished: Instant
    let tags: [String]
  }
  let version: String
  let title: String
  let homePageUrl: String
  let feedUrl: String
  let language: String
  let items: [Item]
}

extension Instant {
  /// "Tue, 24 Nov 2026 16:52:00 +0800" (RFC 822 with four figures of the year).
  fileprivate var mailDate: String {
    let parts = day.spoken.en.split(separator: " ")
    return "\(parts[0]), \(day.dayOfMonth.padded(2)) \(parts[2]) \(day.year) \(clock):00 +0800"
  }
}
