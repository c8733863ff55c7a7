import Governance
import Mechanism
import People
import Store
import Values
import Web

/// What waits for the signed-in person over all their posts.
package struct Desk: Sendable {
  /// Danger first, then the nearest deadline.
  package let items: [DeskItem]
  /// Whether there is more than `items` holds.
  let isMore: Bool
  let villages: [DeskVillage]
  /// Where the person goes who only enters concerns: their entries, by village.
  let entryVillages: [PlaceRow]
  /// The villages of the towns at which the person has a role.
  let tables: [VillageTable]
  /// The towns of the counties at which the person reads matters.
  let towns: [PlaceRow]

  /// The most shown at once.
  static let most = mostOnDesk
}

/// A village of the person with its counts.
struct DeskVillage: Sendable {
  let place: PlaceInfo
  let toTriage: Int
  let appeals: Int
  let hasCalls: Bool
}

extension Transaction {
  /// Reads the desk of a person, with what outer slices put on it (`others`). Indexes: concern_waiting, concern_sealed, appeal_waiting,
  /// matter_due, matter_lead_due, matter_co.
  package func desk(of person: SignedIn, at now: Instant, others: [DeskSource]) throws -> Desk {
    let day = now.day
    var items: [DeskItem] = []
    var villages: [DeskVillage] = []
    let posts = person.posts.filter { $0.holds(on: day) }
    let places = Array(Set(posts.map(\.place))).sorted { $0.code < $1.code }
    for place in places {
      if let key = place.villageKey {
        items += try waitingItems(for: person, at: place, key, on: day)
        if person.may(.triage, at: place, on: day) { villages.append(try deskVillage(place, key, person, on: day)) }
      } else if place.level == .town, person.may(.decideSecondAppeal, at: place, on: day) {
        items += try secondAppeals(of: place.id)
      }
      if place.level == .town, person.may(.readSealed, at: place, on: day) {
        items += try sealedWaiting(town: place.id, limit: Desk.most + 1).map { DeskItem(sealed: $0, at: place) }
      }
    }
    for post in posts where post.role.isOfDepartment {
      let known = Set(items.filter { $0.kind == .matter }.map(\.id))
      items += try departmentItems(post).filter { !known.contains($0.id) }
    }
    let more = try others.flatMap { try $0(self, person, now) }
    let taken = Set(more.map(\.href))
    let sorted = (items.filter { !taken.contains($0.href) } + more).sorted(by: DeskItem.isBefore)
    let entries = try entryVillages(of: person, places: places, on: day)
    return Desk(
      items: Array(sorted.prefix(Desk.most)), isMore: sorted.count > Desk.most, villages: villages,
      entryVillages: entries,
      tables: try places.filter { place in
        place.level == .town
          && [.readMatters, .enterConcern].contains { person.may($0, at: place, on: day) }
      }.map { try villageTable(of: $0, now: now) },
      towns: try places.filter { $0.level == .county && person.may(.readMatters, at: $0, on: day) }
        .flatMap { try towns(of: $0.id) })
  }

  /// What waits for a department, over its town or all towns of its county.
  private func departmentItems(_ post: Post) throws -> [DeskItem] {
    guard let body = post.body else { return [] }
    let towns =
      try post.place.level == .county ? towns(of: post.place.id).map(\.id) : [post.place.town].compactMap(\.self)
    return try towns.flatMap { town in
      let villages = Dictionary(
        try villages(of: town).map { ($0.id, $0.info) }, uniquingKeysWith: { first, _ in first })
      return try departmentMatters(of: body, town: town, limit: Desk.most + 1).compactMap { matter in
        villages[matter.key.village].map { DeskItem(ofOffice: matter, at: $0) }
      }
    }
  }

  /// The open towns of a county, at most 200.
  private func towns(of county: ID<Place>) throws -> [PlaceRow] {
    try children(of: county, after: nil, limit: 200).filter { $0.level == .town && $0.closedAt == nil }
  }

  private func waitingItems(for person: SignedIn, at place: PlaceInfo, _ key: VillageKey, on day: Day) throws
    -> [DeskItem]
  {
    var items: [DeskItem] = []
    if person.may(.triage, at: place, on: day) {
      items += try concernsWaiting(in: key, limit: Desk.most + 1).map { DeskItem($0, at: place) }
    }
    if person.may(.decideAppeal, at: place, on: day) {
      let appeals = try appealsWaiting(round: 1, town: key.town, villages: [key.village], limit: Desk.most)
      items += try appeals.map {
        try appealItem($0, village: place.name, href: Link.concern(place.code, $0.concern) + "#decision")
      }
    }
    if person.may(.recordProgress, at: place, on: day) {
      items += try mattersDue(in: key, limit: Desk.most + 1).compactMap { DeskItem($0, at: place) }
    }
    return items
  }

  private func deskVillage(_ place: PlaceInfo, _ key: VillageKey, _ person: SignedIn, on day: Day) throws -> DeskVillage
  {
    let counts = try counters(in: key)
    let hasCalls =
      try person.may(.callReporters, at: place, on: day) && !callsWaiting(in: key, after: nil, limit: 1).isEmpty
    return DeskVillage(
      place: place, toTriage: counts["concern.received"] ?? 0, appeals: counts["concern.appealed"] ?? 0,
      hasCalls: hasCalls)
  }

  private func secondAppeals(of town: ID<Place>) throws -> [DeskItem] {
    let villages = try villages(of: town)
    let byID = Dictionary(villages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try appealsWaiting(round: 2, town: town, villages: villages.map(\.id), limit: Desk.most).compactMap {
      appeal in
      guard let village = byID[appeal.key.village] else { return nil }
      return try appealItem(
        appeal, village: village.name, href: Link.secondAppeal(village.code, appeal.concern))
    }
  }

  private func appealItem(_ appeal: AppealRow, village: Text, href: String) throws -> DeskItem {
    let concern = try concern(appeal.concern, in: appeal.key)
    return DeskItem(
      kind: .appeal, id: appeal.id, title: concern.firstWords(), number: concern.number, village: village,
      matterClass: nil, urgency: concern.urgency, openedAt: appeal.madeAt, dueAt: appeal.dueAt, href: href)
  }

  /// Links shown for a person whose place has many villages.
  private static var mostEntryVillages: Int { 60 }

  /// The villages where the person enters concerns without doing more; those of a town stand in its table.
  private func entryVillages(of person: SignedIn, places: [PlaceInfo], on day: Day) throws -> [PlaceRow] {
    let entering = places.filter {
      person.may(.readOwnEntries, at: $0, on: day) && !person.may(.triage, at: $0, on: day)
    }
    let found = try entering.compactMap { place in try place.village.flatMap { try self.place($0) } }
    var seen: Set<ID<Place>> = []
    return Array(found.filter { seen.insert($0.id).inserted }.prefix(Self.mostEntryVillages))
  }
}

extension PlaceInfo {
  /// The key of a village or community; nil for other levels.
  var villageKey: VillageKey? {
    guard level == .village || level == .community, let town else { return nil }
    return VillageKey(town: town, village: id)
  }
}

extension DeskItem {
  init(_ concern: ConcernRow, at place: PlaceInfo) {
    self.init(
      kind: .concern, id: concern.id.value, title: concern.firstWords(), number: concern.number, village: place.name,
      matterClass: nil, urgency: concern.urgency, openedAt: concern.receivedAt,
      dueAt: concern.isHistory ? nil : concern.acceptBy, href: Link.concern(place.code, concern.id))
  }

  /// Without its words, and without a clock of the village's.
  init(sealed concern: ConcernRow, at town: PlaceInfo) {
    self.init(
      kind: .sealed, id: concern.id.value, title: concern.number, number: concern.number, village: town.name,
      matterClass: nil, urgency: concern.urgency, openedAt: concern.receivedAt, dueAt: nil,
      href: Link.sealed(town.code, concern.id))
  }

  /// Nil when no answer is awaited.
  init?(_ matter: MatterRow, at place: PlaceInfo) {
    guard matter.awaitsAnswer, matter.shownDueAt != nil else { return nil }
    self.init(open: matter, at: place)
  }

  /// For the office in charge: its work order, once the matter is handed over.
  init(ofOffice matter: MatterRow, at place: PlaceInfo) {
    self.init(
      kind: .matter, id: matter.id.value, title: matter.title, number: matter.number, village: place.name,
      matterClass: matter.routing.matterClass, urgency: matter.shownUrgency, openedAt: matter.shownOpenedAt,
      dueAt: matter.shownDueAt,
      href: matter.workOrder.map { Link.workOrder(place.code, $0) } ?? Link.matter(place.code, matter.id))
  }

  /// With or without a deadline.
  init(open matter: MatterRow, at place: PlaceInfo) {
    self.init(
      kind: .matter, id: matter.id.value, title: matter.title, number: matter.number, village: place.name,
      matterClass: matter.routing.matterClass, urgency: matter.shownUrgency, openedAt: matter.shownOpenedAt,
      dueAt: matter.shownDueAt, href: Link.matter(place.code, matter.id))
  }
}
