import Governance
import Markup
import People
import Store
import Values
import Web

/// A town in a list, in JSON.
struct TownJSON: Encodable, Sendable {
  let code: String
  let name: Text

  static let sample = TownJSON(code: "511502100", name: Text(zh: "青山镇", en: "Qingshan Town"))
}

/// The villages of a town and the towns of a county, for who reads matters there without seeing the town as a whole.
let placeListRoutes: [Route] = [
  .get(
    "/t/{town}/villages", needs: .can(.readMatters), PlaceWords.villages, gives: [PlaceCountsJSON.sample]
  ) { request in
    guard let town = request.place else { throw NotFound() }
    let now = request.now
    let table = try await request.app.database.read { tx in try tx.villageTable(of: town, now: now) }
    let json = table.rows.map { PlaceCountsJSON($0.place, $0.counts) }
    return try await request.answer(json: json) { request.villagesPage(table) }
  },
  .get(
    "/c/{county}/towns", needs: .can(.readMatters), PlaceWords.towns,
    takes: [Parameter("after", WebStrings.nextPage)], gives: Page(items: [TownJSON.sample], next: "1234567890123")
  ) { request in
    guard let county = request.place?.id else { throw NotFound() }
    let (limit, after): (Int, ID<Place>?) = (request.limit(), request.after())
    let rows = try await request.app.database.read { tx in
      try tx.children(of: county, after: after, limit: limit + 1)
    }
    let page = Page(rows, limit: limit) { $0.id.description }
    let towns = page.items.filter { $0.level == .town && $0.closedAt == nil }
    let json = Page(items: towns.map { TownJSON(code: $0.code, name: $0.name) }, next: page.next)
    return try await request.answer(json: json) { request.townsPage(towns, next: page.next) }
  },
]

extension Request {
  fileprivate func villagesPage(_ table: VillageTable) -> HTMLPage {
    page(PlaceWords.villages, wide: true, current: Link.townVillages(table.town.code)) {
      pageTitle(PlaceWords.villages, lead: .text(reader(PlaceWords.villagesLead)), reader.language)
      if table.rows.isEmpty {
        emptyState(TownStrings.noVillages, reader.language)
      } else {
        villageTable(table)
      }
    }
  }

  fileprivate func townsPage(_ towns: [PlaceRow], next: String?) -> HTMLPage {
    let (l, path) = (reader.language, Link.countyTowns(place?.code ?? ""))
    return page(PlaceWords.towns, current: path) {
      pageTitle(PlaceWords.towns, lead: .text(reader(PlaceWords.townsLead)), l)
      if towns.isEmpty { emptyState(TownStrings.noTowns, l) } else { townList(towns) }
      pager(
        nextHref: next.map { Link.with(path, [("after", $0)]) }, firstHref: query["after"].isEmpty ? nil : path, l)
    }
  }

  /// The towns, each leading to its villages.
  func townList(_ towns: [PlaceRow]) -> HTML {
    rowList(
      towns.map { listRow(href: Link.townVillages($0.code), title: .text($0.name(reader.language)), meta: []) })
  }
}
