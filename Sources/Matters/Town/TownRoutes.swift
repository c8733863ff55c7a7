import Governance
import People
import Values
import Web

/// All villages of a town, and all towns of a county, side by side.
package let townRoutes: [Route] = [
  .get("/t/{town}", needs: .can(.seeTown), TownStrings.title, gives: [PlaceCountsJSON.sample]) { request in
    let (town, now) = (try request.town(), request.now)
    let rows = try await request.app.database.read { tx in try tx.villageCounts(ofTown: town, now: now) }
    return try await request.answer(json: rows.map { PlaceCountsJSON($0.place, $0.counts) }) {
      request.overviewPage(
        Overview(
          title: TownStrings.title, lead: TownStrings.lead, placeColumn: TownStrings.village,
          none: TownStrings.noVillages, rows: rows, isOfVillages: true))
    }
  },
  .get(
    "/c/{county}", needs: .can(.seeTown), TownStrings.countyTitle, takes: [Parameter("after", WebStrings.nextPage)],
    gives: Page(items: [PlaceCountsJSON.sample], next: "1234567890123")
  ) { request in
    guard let county = request.place?.id else { throw NotFound() }
    let (limit, after, now) = (request.limit(max: 50, default: 20), request.after(Place.self), request.now)
    let found = try await request.app.database.read { tx in
      try tx.townCounts(ofCounty: county, after: after, limit: limit, now: now)
    }
    let page = Page(found, limit: limit) { $0.place.id.description }
    return try await request.answer(
      json: Page(items: page.items.map { PlaceCountsJSON($0.place, $0.counts) }, next: page.next)
    ) {
      request.overviewPage(
        Overview(
          title: TownStrings.countyTitle, lead: TownStrings.lead, placeColumn: TownStrings.town,
          none: TownStrings.noTowns, rows: page.items, isOfVillages: false, next: page.next))
    }
  },
]

/// The navigation that concerns and matters bring.
package let mattersNav: [NavEntry] = [
  NavEntry(
    TownStrings.home, icon: .home, needs: .signedIn, levels: Set(PlaceInfo.Level.allCases), order: 0,
    href: { _ in Link.home }),
  NavEntry(
    TownStrings.title, icon: .chart, needs: .can(.seeTown), levels: [.town], order: 5, href: { Link.town($0.code) }),
  NavEntry(
    TownStrings.countyTitle, icon: .chart, needs: .can(.seeTown), levels: [.county], order: 5,
    href: { Link.county($0.code) }),
  NavEntry(
    PlaceWords.villages, icon: .list, needs: .can(.readMatters), levels: [.town], order: 6,
    href: { Link.townVillages($0.code) }),
  NavEntry(
    PlaceWords.towns, icon: .list, needs: .can(.readMatters), levels: [.county], order: 6,
    href: { Link.countyTowns($0.code) }),
  NavEntry(
    PlaceWords.groupMatters, icon: .list, needs: .can(.readMatters), levels: [.group], order: 20,
    href: { Link.groupMatters($0.code) }),
  NavEntry(
    HotStrings.nav, icon: .alert, needs: .can(.readMatters), levels: [.town], order: 7,
    href: { Link.townHot($0.code) }),
  NavEntry(
    HotStrings.nav, icon: .alert, needs: .can(.readMatters), levels: [.village, .community], order: 25,
    href: { Link.hot($0.code) }),
  NavEntry(
    TownStrings.concerns, icon: .inbox, needs: .can(.readConcerns), levels: [.village, .community], order: 10,
    href: { Link.concerns($0.code) }),
  NavEntry(
    TownStrings.matters, icon: .list, needs: .can(.readMatters), levels: [.village, .community], order: 20,
    href: { Link.matters($0.code) }),
  NavEntry(
    TownStrings.calls, icon: .phone, needs: .can(.callReporters), levels: [.village, .community], order: 40,
    href: { Link.calls($0.code) }),
  NavEntry(
    TownStrings.events, icon: .clock, needs: .can(.readEvents), levels: [.village, .community], order: 60,
    href: { Link.events($0.code) }),
]
