import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// What a list of orders shows.
struct OrderList: Sendable {
  let filter: OrderFilter
  let page: Page<OrderLine>
  /// Where this person's office was called to help; on the first page of an inbox alone.
  let toHelp: [OrderLine]
  /// Offices to choose from; empty for somebody who sees one alone.
  let offices: [String]
  let villages: [PlaceRow]
  /// What a village's name is, for rows of a town's list.
  let names: [ID<Place>: PlaceInfo]
}

/// In addresses: the service centre of a level, which has no office.
let centreOffice = "-"

extension Transaction {
  func orderList(
    of town: ID<Place>, where asked: OrderFilter, after: ID<Order>?, limit: Int, for person: SignedIn, isInbox: Bool,
    now: Instant, catalogues: Catalogues
  ) throws -> OrderList {
    let posts = person.posts.filter { $0.isInForce(on: now.day) }
    let bodies = Set(posts.compactMap(\.body))
    let isBound = posts.allSatisfy(\.role.isOfDepartment)
    var filter = asked
    // Offices see their own: one asks for another's in vain.
    if isBound {
      filter.office = asked.office.flatMap { bodies.contains($0) ? $0 : nil } ?? bodies.sorted().first ?? ""
    }
    if filter.office == centreOffice { filter.office = "" }
    let lines = try orders(of: town, where: filter, after: after, limit: limit + 1, now: now)
    let page = Page(lines, limit: limit) { $0.order.id.description }
    let villages = try villages(of: town)
    let toHelp =
      try isInbox && after == nil
      ? bodies.sorted().flatMap { try ordersToHelp($0, town: town, limit: 50) } : []
    let led = try catalogues.current(town: town, day: now.day, in: self).catalogue.leaves(in: .government).map(\.lead)
    let open = try offices(of: town).filter { $0.dissolvedAt == nil }.map(\.name.zh)
    return OrderList(
      filter: isBound ? filter : asked,
      page: Page(items: page.items.filter { person.sees($0.order, on: now.day) }, next: page.next),
      toHelp: toHelp.filter { person.sees($0.order, on: now.day) },
      offices: isBound ? bodies.sorted() : Set(led + open).sorted(), villages: isInbox ? villages : [],
      names: Dictionary(villages.map { ($0.id, $0.info) }) { first, _ in first })
  }
}
