import Governance
import Markup
import Mechanism
import People
import Store
import Values
import Web

/// What waits, in JSON.
struct DeskJSON: Encodable, Sendable {
  struct Item: Encodable, Sendable {
    let kind: DeskItem.Kind
    let id: String
    let title: String
    let number: String
    let village: Text
    let urgency: String
    let openedAt: Instant
    /// Nil when no clock runs.
    let dueAt: Instant?
    let href: String
  }
  struct Village: Encodable, Sendable {
    let code: String
    let name: Text
    let toTriage: Int
    let appeals: Int
    let hasCalls: Bool
  }

  let items: [Item]
  let isMore: Bool
  let villages: [Village]

  init(_ desk: Desk) {
    items = desk.items.map {
      Item(
        kind: $0.kind, id: String($0.id), title: $0.title, number: $0.number, village: $0.village,
        urgency: $0.urgency.code, openedAt: $0.openedAt, dueAt: $0.dueAt, href: $0.href)
    }
    isMore = desk.isMore
    villages = desk.villages.map {
      Village(
        code: $0.place.code, name: $0.place.name, toTriage: $0.toTriage, appeals: $0.appeals, hasCalls: $0.hasCalls)
    }
  }

  private init() {
    let at = Instant(milliseconds: 1_793_000_000_000)
    let name = Text(zh: "青山村", en: "Qingshan Village")
    items = [
      Item(
        kind: .concern, id: "1234567890123", title: "三组的路灯不亮", number: "20481357", village: name, urgency: "U0",
        openedAt: at, dueAt: at.adding(days: 1), href: "/v/qingshan/concerns/1234567890123")
    ]
    isMore = false
    villages = [Village(code: "qingshan", name: name, toTriage: 3, appeals: 1, hasCalls: true)]
  }

  static let sample = DeskJSON()
}

/// The page after signing in: what waits for me, the oldest deadline first.
package func homeRoutes() -> [Route] {
  [
    .get("/home", needs: .signedIn, HomeStrings.summary, gives: DeskJSON.sample) { request in
      guard let person = request.person else { throw NotAllowed() }
      let (now, day) = (request.now, request.now.day)
      let others = request.app.desk
      let desk = try await request.app.database.read { tx in try tx.desk(of: person, at: now, others: others) }
      if !request.isAPI, person.onlyEnters(on: day), desk.entryVillages.count == 1 {
        return .redirect(Link.ownEntries(desk.entryVillages[0].code))
      }
      let alarms = try await request.ringingAlarms()
      return try await request.answer(json: DeskJSON(desk)) {
        HomeView(request: request, person: person, desk: desk, alarms: alarms).page
      }
    }
  ]
}

extension SignedIn {
  /// Whether all the person may do is to enter concerns and see their own. A group's leader reads its matters too.
  fileprivate func onlyEnters(on day: Day) -> Bool {
    let roles = posts.filter { $0.holds(on: day) }.map(\.role)
    return !roles.isEmpty && roles.allSatisfy { $0 == .collector }
  }
}

/// The desk as a page.
private struct HomeView {
  let request: Request
  let person: SignedIn
  let desk: Desk
  let alarms: [RingingAlarm]

  private var l: Language { request.reader.language }
  private var day: Day { request.now.day }
  private var hasPost: Bool { person.posts.contains { $0.holds(on: day) } }

  var page: HTMLPage {
    request.page(HomeStrings.title, current: Link.home) {
      alarmList(alarms, request)
      pageTitle(HomeStrings.title, lead: .text(lead), aside: begin, l)
      if !desk.items.isEmpty {
        rowList(desk.items.map(row))
        p("hint with-keys") { HomeStrings.keys(l) }
      } else {
        hasPost ? emptyState(HomeStrings.nothing, action: entry, l) : emptyState(HomeStrings.noPost, l)
      }
      villages
      tables
      links
    }
  }

  private var lead: String {
    desk.items.isEmpty ? person.name : HomeStrings.lead(desk.items.count, isMore: desk.isMore)(l)
  }

  private var begin: HTML {
    guard let first = desk.items.first else { return .empty }
    return a(first.href, "button primary", ["data-next": ""]) { HomeStrings.start(l) }
  }

  private var entry: (String, Text)? {
    desk.villages.first.map { (Link.newConcern($0.place.code), HomeStrings.enter) }
  }

  private func row(_ item: DeskItem) -> HTML {
    let kind: Text =
      switch item.kind {
      case .concern: HomeStrings.concern
      case .sealed: HomeStrings.sealedOne
      case .appeal: HomeStrings.appeal
      case .matter: HomeStrings.matter
      case .dispute: HomeStrings.dispute
      case .extensionAsked: HomeStrings.extensionAsked
      case .order: HomeStrings.orderInHand
      case .roleProposed: HomeStrings.roleProposed
      case .newReader: HomeStrings.newReader
      }
    let village: HTML = desk.villages.count != 1 || item.kind == .appeal ? .text(item.village(l)) : .empty
    let mark = item.matterClass.map { classMark($0, l) } ?? .empty
    return listRow(
      href: item.href, title: mark + .text(item.title),
      meta: [
        .text(kind(l)), village, .text(item.number == item.title ? "" : item.number), spokenTime(item.openedAt, l),
      ].filter { !$0.isEmpty },
      trailing: urgencyChip(item.urgency, l) + limitLight(item))
  }

  private func limitLight(_ item: DeskItem) -> HTML {
    guard let due = item.dueAt else { return .empty }
    let tone: Tone =
      switch Governance.light(opened: item.openedAt, due: due, now: request.now, calendar: request.reader.calendar) {
      case .green: .green
      case .amber: .amber
      case .red: .red
      }
    return light(lightWords(due: due, now: request.now, calendar: request.reader.calendar), tone: tone, l)
  }

  private var villages: HTML {
    section {
      if !desk.villages.isEmpty {
        h2 { (desk.villages.count == 1 ? HomeStrings.village : HomeStrings.villages)(l) }
        for village in desk.villages {
          if desk.villages.count > 1 { h3 { village.place.name(l) } }
          statTiles(tiles(village), l)
        }
      }
    }
  }

  private func tiles(_ village: DeskVillage) -> [StatTile] {
    let code = village.place.code
    func list(_ state: ConcernState) -> String { Link.with(Link.concerns(code), [("state", state.rawValue)]) }
    var tiles = [
      StatTile(
        label: HomeStrings.toTriage, value: String(village.toTriage), href: list(.received),
        tone: village.toTriage > 0 ? .active : .neutral),
      StatTile(
        label: HomeStrings.appeals, value: String(village.appeals), href: list(.appealed),
        tone: village.appeals > 0 ? .amber : .neutral),
    ]
    if village.hasCalls {
      tiles.append(StatTile(label: HomeStrings.calls, value: "☎", href: Link.calls(code), tone: .active))
    }
    return tiles
  }

  /// The villages of each town, and the towns of a county, with what may be opened there.
  private var tables: HTML {
    var all = HTML.empty
    for table in desk.tables where !table.rows.isEmpty {
      all.append(
        section {
          h2 { desk.tables.count == 1 ? PlaceWords.villages(l) : table.town.name(l) }
          request.villageTable(table, first: Self.mostVillages)
          if table.rows.count > Self.mostVillages, person.may(.readMatters, at: table.town, on: day) {
            actions { linkButton(Link.townVillages(table.town.code), PlaceWords.all, l) }
          }
        })
    }
    if !desk.towns.isEmpty {
      all.append(
        section {
          h2 { PlaceWords.towns(l) }
          request.townList(desk.towns)
        })
    }
    return all
  }

  private static let mostVillages = 60

  private var links: HTML {
    // Who sorts concerns has all this in the navigation.
    let shown = desk.villages.isEmpty ? placeLinks : []
    return section {
      if !shown.isEmpty {
        h2 { HomeStrings.links(l) }
        ul("quiet-links") {
          for link in shown {
            li {
              a(link.href) { link.text(l) }
              span("hint") { link.place(l) }
            }
          }
        }
      }
    }
  }

  /// What the person may read at each of their places.
  private var placeLinks: [(href: String, text: Text, place: Text)] {
    var all: [(href: String, text: Text, place: Text)] = []
    for place in Array(Set(person.posts.map(\.place))).sorted(by: { $0.code < $1.code }) {
      let code = place.code
      let candidates: [(Capability, Text, String)] =
        switch place.level {
        case .village, .community:
          [
            (.readMatters, HomeStrings.matters, Link.matters(code)),
            (.readMatters, HotStrings.title, Link.hot(code)),
            (.readConcerns, HomeStrings.concerns, Link.concerns(code)),
            (.readRegister, HomeStrings.registers, Link.register(code, .government)),
            (.readEvents, PlaceWords.events, Link.events(code)),
          ]
        case .town:
          [
            (.seeTown, HomeStrings.town, Link.town(code)), (.readMatters, HotStrings.title, Link.townHot(code)),
            (.readSealed, HomeStrings.sealed, Link.sealed(code)),
            (.readCatalogue, HomeStrings.catalogue, Link.catalogue(code)),
            (.manageAccounts, HomeStrings.administration, Link.admin(code)),
          ]
        case .county:
          [
            (.seeTown, TownStrings.countyTitle, Link.county(code)),
            (.manageAccounts, HomeStrings.administration, Link.admin(code)),
          ]
        case .group: [(.readMatters, PlaceWords.groupMatters, Link.groupMatters(code))]
        }
      for (capability, text, href) in candidates where person.may(capability, at: place, on: day) {
        all.append((href, text, place.name))
      }
    }
    return all
      + desk.entryVillages.flatMap {
        [
          (Link.newConcern($0.code), HomeStrings.enter, $0.name), (Link.ownEntries($0.code), HomeStrings.own, $0.name),
        ]
      }
  }
}
