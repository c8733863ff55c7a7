import Governance
import Store
import Values
import Web

/// The page of a village for everybody.
let villageRoutes: [Route] = [
  .get("/v/{village}", needs: .anybody, PublicStrings.villageSummary, gives: VillageJSON.sample) { request in
    let view = try await VillageView(request)
    return try await request.answer(json: VillageJSON(view, request)) { request.villagePage(view) }
  }
]

/// What stands on a village's page.
struct VillageView: Sendable {
  /// So many released matters of each class.
  static let latest = 10

  let contact: VillageContact
  /// In the order of the classes.
  let counts: [OpenCounts]
  let latest: [MatterClass: [OpenMatter]]
  let hidden: [HiddenCount]
  let head: ChainHead?

  /// Four statements, each by an index, whatever the village has.
  init(_ request: Request) async throws {
    let key = try request.village()
    self = try await request.app.database.read { tx in try VillageView(key, in: tx) }
  }

  private init(_ key: VillageKey, in tx: Transaction) throws {
    let figures = try tx.publicFigures(in: key)
    contact = try tx.contact(of: key)
    counts = MatterClass.allCases.map { OpenCounts(figures.counters, of: $0) }
    latest = try tx.latestReleased(in: key, limit: Self.latest)
    hidden = try tx.hiddenCounts(in: key)
    head = figures.head
  }
}

/// A village for programs.
struct VillageJSON: Encodable, Sendable {
  let code: String
  let name: Text
  let town: Text
  let phone: String
  let address: String
  /// Numbers as texts: "<5" for 1 to 4.
  let counts: [OpenCounts]
  /// The latest ten of each class; the lists have all.
  let released: [OpenMatterJSON]
  let countOnly: [HiddenCount]
  let feeds: [String]
  /// The head of the town's chain of records, for `sanshi verify --head`.
  let head: ChainHead?

  init(_ view: VillageView, _ request: Request) {
    (code, name) = (request.placeCode, request.place?.name ?? Text(same: ""))
    (town, phone, address) = (view.contact.town, view.contact.phone, view.contact.address)
    (counts, countOnly, head) = (view.counts, view.hidden, view.head)
    released = openClasses.flatMap { view.latest[$0] ?? [] }.map(OpenMatterJSON.init)
    feeds = [Link.jsonFeed(request.placeCode), Link.rssFeed(request.placeCode)].map { request.publicURL + $0 }
  }

  private init() {
    (code, name) = ("510999101201", Text(zh: "青山村", en: "Qingshan Village"))
    (town, phone, address) = (Text(zh: "三岔镇", en: "Sancha Town"), "08181234567", "青山村村委会")
    (counts, released) = ([OpenCounts([:], of: .government)], [.sample])
    countOnly = [HiddenCount(CountOnlyKind(name: Text(zh: "看病与健康", en: "Health"), prefixes: []), 0)]
    (feeds, head) = (["https://example.org/v/qs01/feed.json"], ChainHead(seq: 1, hash: "0f"))
  }

  static let sample = VillageJSON()
}
