import Governance
import People
import Store
import Values
import Web

/// Who hears of a piece of news: where its notices stand, and the accounts to which messages go.
package struct OrderHearers: Sendable {
  package let seats: [NoticeSeat]
  package let accounts: [ID<Account>]
}

/// A role in force that belongs to an audience.
struct Hearing: Sendable, Hashable {
  let account: ID<Account>
  let seat: NoticeSeat
}

extension Transaction {
  /// Who hears of a piece of news on a day: those alone whose role holds then; in the place of who is away, the deputy. Of
  /// a report on an office nobody of that office. Indexes: membership_place, membership_account, absence_until.
  package func hearers(of news: OrderNews, on day: Day) throws -> OrderHearers {
    let town = news.key.town
    let hearings = try self.hearings(of: news.audience, news.key, on: day)
    let home = NoticeSeat(
      town: town, place: [.keepers, .centre(.village)].contains(news.audience) ? news.key.village : town)
    let seats = news.audience == .centre(.county) ? [] : [home]
    let deputies = try deputies(around: town, on: day)
    let accounts = Set(hearings.map { deputies[$0.account] ?? $0.account }).subtracting([news.by].compactMap(\.self))
    return OrderHearers(
      seats: Array(Set(seats + hearings.map(\.seat))).sorted { $0.place < $1.place },
      accounts: try accounts.sorted().filter { try !isKept(news.reach, from: $0, on: day) })
  }

  /// The roles in force of an account that make it one of those in charge of an order.
  func memberships(of account: ID<Account>, in order: OrderRow, on day: Day) throws -> [MembershipRow] {
    try memberships(of: account).filter { membership in
      guard membership.holds(on: day) else { return false }
      return order.isWithCentre
        ? membership.role == .serviceCentre && membership.place.level.placeLevel == order.level
        : membership.role.isOfDepartment && membership.body == order.office
    }
  }

  /// The offices that work for a town, its own and its county's, and have a head on a day.
  func officesWithHead(town: ID<Place>, on day: Day) throws -> Set<String> {
    Set(try headsOfOffices(town: town, on: day).keys)
  }

  /// Who acts as their head on a day: in the place of one who is away, the deputy if there is one.
  func headsOfOffices(town: ID<Place>, on day: Day) throws -> [String: Set<ID<Account>>] {
    guard let county = try place(town)?.county else { return [:] }
    let rows = try lastingRowsOfEach([
      Self.heads(at: town, tenant: town.value, on: day), Self.heads(at: county, tenant: 0, on: day),
    ])
    let heads: [String: Set<ID<Account>>] = try rows.joined().reduce(into: [:]) { heads, row in
      if let body = row.optionalText("body") { heads[body, default: []].insert(try row.id("account")) }
    }
    guard !heads.isEmpty else { return [:] }
    let away = try absences(around: town, on: day)
    let deputies = try deputies(around: town, on: day)
    return heads.mapValues { heads in
      Set(heads.compactMap { head in away.contains { $0.account == head } ? deputies[head] : head })
    }.filter { !$0.value.isEmpty }
  }

  /// Who stands in for whom on a day.
  private func deputies(around town: ID<Place>, on day: Day) throws -> [ID<Account>: ID<Account>] {
    try absences(around: town, on: day).reduce(into: [:]) { found, absence in found[absence.account] = absence.deputy }
  }

  /// The heads of the office in charge on a day.
  func heads(of order: OrderRow, on day: Day) throws -> Set<ID<Account>> {
    try headsOfOffices(town: order.key.town, on: day)[order.office] ?? []
  }

  /// `tenant`: the town of the place; 0 for a county. Index: membership_place.
  private static func heads(at place: ID<Place>, tenant: Int64, on day: Day) -> SQL {
    """
    SELECT m.body, m.account FROM membership m JOIN account a ON a.id = m.account
    WHERE m.town = \(tenant) AND m.place = \(place) AND m.role = \(Role.departmentHead.rawValue)
      AND m.from_day <= \(day) AND COALESCE(m.until_day, \(day)) >= \(day) AND a.closed_at IS NULL
    """
  }

  private func hearings(of audience: OrderAudience, _ key: OrderNews.VillageIDs, on day: Day) throws -> [Hearing] {
    if case .account(let account) = audience {
      guard let known = try self.account(account), known.closedAt == nil else { return [] }
      return try memberships(of: account).filter { $0.holds(on: day) && audience.roles.contains($0.role) }
        .map { Hearing(account: account, seat: $0.place.info.seat) }
    }
    guard let town = try place(key.town) else { return [] }
    let county = NoticeSeat(town: town.county, place: town.county)
    let atTown = NoticeSeat(town: key.town, place: key.town)
    let atVillage = NoticeSeat(town: key.town, place: key.village)
    let seats: [NoticeSeat] =
      switch audience {
      case .office, .head: [atTown, county]
      case .centre(.county): [county]
      case .centre(.town), .townOffice, .account: [atTown]
      case .centre, .keepers: [atVillage]
      }
    return try seats.flatMap { try holders(of: audience, at: $0, on: day) }
  }

  /// At most 200 accounts. A county belongs to no town.
  private func holders(of audience: OrderAudience, at seat: NoticeSeat, on day: Day) throws -> [Hearing] {
    let tenant = try place(seat.place)?.town?.value ?? 0
    let ofBody: SQL = audience.body.map { "AND m.body = \($0)" } ?? ""
    return try lastingRows(
      """
      SELECT DISTINCT m.account FROM membership m JOIN account a ON a.id = m.account
      WHERE m.town = \(tenant) AND m.place = \(seat.place) AND m.role IN (\(values: audience.roles.map(\.rawValue)))
        \(ofBody) AND m.from_day <= \(day) AND COALESCE(m.until_day, \(day)) >= \(day) AND a.closed_at IS NULL
      ORDER BY m.account LIMIT 200
      """
    ).map { Hearing(account: try $0.id("account"), seat: seat) }
  }

  private func isKept(_ reach: OrderReach, from account: ID<Account>, on day: Day) throws -> Bool {
    guard isAboutOffice(leaf: reach.leaf) else { return false }
    return reach.isKept(from: try memberships(of: account).filter { $0.holds(on: day) }.map { ($0.role, $0.body) })
  }

  /// The news that a person reads under the bell: where, and of which audiences; for who is away, the deputy reads it too.
  package func orderAudiences(of person: SignedIn, on day: Day) throws -> [NoticeSeat: Set<OrderAudience>] {
    var found: [NoticeSeat: Set<OrderAudience>] = [:]
    let held = person.posts.filter { $0.holds(on: day) }
    for post in held {
      found[post.place.seat, default: []].formUnion(
        audiences(of: post.role, at: post.place.level.placeLevel, body: post.body, person.account))
    }
    for town in Set(held.filter(\.role.isOfDepartment).map(\.place.seat.town)) {
      for absent in try represented(by: person.account, town: town, on: day) {
        for membership in try memberships(of: absent) where membership.role.isOfDepartment && membership.holds(on: day)
        {
          found[membership.place.info.seat, default: []].formUnion(
            audiences(of: membership.role, at: .town, body: membership.body, absent))
        }
      }
    }
    return found.filter { !$0.value.isEmpty }
  }
}

/// The audiences to which an account belongs by one of its roles.
private func audiences(of role: Role, at level: PlaceLevel, body: String?, _ account: ID<Account>)
  -> Set<OrderAudience>
{
  switch role {
  case .departmentHandler, .departmentHead:
    var found: Set<OrderAudience> = [.account(account)]
    if let body { found.insert(.office(body)) }
    if let body, role == .departmentHead { found.insert(.head(body)) }
    return found
  case .serviceCentre: return [.account(account), .centre(level)]
  case .registerKeeper: return [.keepers]
  case .townOfficer: return [.townOffice]
  default: return []
  }
}

extension PlaceInfo {
  /// A county is its own tenant for what stands there.
  var seat: NoticeSeat { NoticeSeat(town: town ?? id, place: id) }
}
