import Governance
import Matters
import People
import Store
import Values
import Web

/// What of work orders waits for somebody's decision: second returns for the town office, extensions for a head (of a
/// county's office: from all its towns), and for the town office where an office has no head but the one who asks. The
/// whole of both stands in the list of orders, by state. And what a service centre has in hand.
let orderDesk: DeskSource = { tx, person, now in
  let (day, most) = (now.day, mostOnDesk + 1)
  let posts = person.posts.filter { $0.holds(on: day) }
  var found: [DeskItem] = []
  for town in Set(posts.filter { $0.role == .townOfficer }.compactMap(\.place.town)) {
    let disputes = try tx.disputes(of: town, limit: most)
    let extensions = try tx.townsExtensions(of: town, on: day, limit: most)
    found += try tx.deskItems(.dispute, disputes, town: town) + tx.deskItems(.extensionAsked, extensions, town: town)
  }
  for (seat, bodies) in try tx.headedOffices(of: person, on: day) {
    for town in try tx.towns(of: seat) {
      let asked = try bodies.sorted().flatMap { try tx.extensions(of: town, office: $0, limit: most) }
        .filter { $0.order.askedExtension?.by != person.account.value }
      found += try tx.deskItems(.extensionAsked, asked, town: town)
    }
  }
  for post in posts where post.role == .serviceCentre {
    for town in try tx.towns(of: post.place.seat) {
      found += try tx.deskItems(.order, tx.ordersInHand(of: post.place, town: town, limit: most), town: town)
    }
  }
  var seen: Set<String> = []
  return found.filter { seen.insert($0.href).inserted }
}

private let extensionsALook = 200

extension Transaction {
  /// The second returns that the town has to decide, the oldest deadline first. Index: work_order_disputed.
  func disputes(of town: ID<Place>, limit: Int) throws -> [OrderLine] {
    try rows(
      """
      \(orderLines) WHERE o.town = \(town) AND o.state = 'disputed' AND m.merged_into IS NULL
      ORDER BY o.accept_by, o.id LIMIT \(limit)
      """
    ).map(OrderLine.init)
  }

  /// The orders that the service centre of a place has in hand, the nearest deadline first. Index: work_order_office.
  fileprivate func ordersInHand(of place: PlaceInfo, town: ID<Place>, limit: Int) throws -> [OrderLine] {
    let here: SQL = place.level.placeLevel == .village ? "AND o.village = \(place.id)" : ""
    return try rows(
      """
      \(orderLines) WHERE o.town = \(town) AND o.office = '' AND o.open = 1 AND o.level = \(place.level.placeLevel.rawValue)
        \(here) AND o.state NOT IN ('answered', 'disputed') AND m.merged_into IS NULL
      ORDER BY o.due_key, o.id LIMIT \(limit)
      """
    ).map(OrderLine.init)
  }

  /// The extensions asked for in an office, the nearest deadline first. Index: work_order_office_state.
  func extensions(of town: ID<Place>, office: String, limit: Int) throws -> [OrderLine] {
    try rows(
      """
      \(orderLines) WHERE o.town = \(town) AND o.office = \(office) AND o.state = \(OrderState.extensionAsked.rawValue)
        AND m.merged_into IS NULL
      ORDER BY o.due_key, o.id LIMIT \(limit)
      """
    ).map(OrderLine.init)
  }

  /// Those that the town office decides, since no head does, the nearest deadline first.
  func townsExtensions(of town: ID<Place>, on day: Day, limit: Int) throws -> [OrderLine] {
    let heads = try headsOfOffices(town: town, on: day)
    var (found, last): ([OrderLine], OrderLine?) = ([], nil)
    repeat {
      let page = try extensions(of: town, after: last?.order)
      found += page.filter { line in
        guard let asked = line.order.askedExtension else { return false }
        return extensionDecider(heads: heads[line.order.office] ?? [], askedBy: ID<Account>(asked.by)) == .townOffice
      }
      last = page.count == extensionsALook ? page.last : nil
    } while last != nil && found.count < limit
    return Array(found.prefix(limit))
  }

  /// The next of those asked for in a town. Index: work_order_state.
  func extensions(of town: ID<Place>, after last: OrderRow?) throws -> [OrderLine] {
    let next: SQL = last.map { "AND (o.due_key, o.id) > (\($0.dueKey), \($0.id))" } ?? ""
    return try rows(
      """
      \(orderLines) WHERE o.town = \(town) AND o.state = \(OrderState.extensionAsked.rawValue) \(next)
        AND m.merged_into IS NULL
      ORDER BY o.due_key, o.id LIMIT \(extensionsALook)
      """
    ).map(OrderLine.init)
  }

  /// The offices whose head the person is or stands in for, by the town or county they belong to.
  fileprivate func headedOffices(of person: SignedIn, on day: Day) throws -> [NoticeSeat: Set<String>] {
    try orderAudiences(of: person, on: day).reduce(into: [:]) { found, seat in
      for case .head(let body) in seat.value { found[seat.key, default: []].insert(body) }
    }
  }

  /// The towns for which an office there works: its own, or all of its county, at most 200.
  fileprivate func towns(of seat: NoticeSeat) throws -> [ID<Place>] {
    guard try place(seat.place)?.level == .county else { return [seat.town] }
    return try children(of: seat.place, after: nil, limit: 200).filter { $0.level == .town }.map(\.id)
  }

  fileprivate func deskItems(_ kind: DeskItem.Kind, _ lines: [OrderLine], town: ID<Place>) throws -> [DeskItem] {
    guard !lines.isEmpty else { return [] }
    let villages = Dictionary(try villages(of: town).map { ($0.id, $0) }) { first, _ in first }
    return lines.compactMap { line in
      let order = line.order
      return villages[order.key.village].map { village in
        DeskItem(
          kind: kind, id: order.id.value, title: line.title, number: line.number, village: village.name,
          matterClass: .government, urgency: order.urgency, openedAt: order.handedAt,
          dueAt: kind == .dispute || kind == .order && OrderState.untaken.contains(order.state)
            ? order.acceptBy : order.dueAt, href: Link.order(village.code, order.id))
      }
    }
  }
}
