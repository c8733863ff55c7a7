import Governance
import Matters
import Mechanism
import People
import Seeds
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
  /// Groups of categories and the categories, by code.
  let categories: [(code: String, name: Text)]
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
    let posts = person.posts.filter { $0.holds(on: now.day) }
    let bodies = Set(posts.compactMap(\.body))
    let isBound = posts.allSatisfy(\.role.isOfDepartment)
    var asked = asked
    if asked.village == nil, !asked.askedVillage.isEmpty {
      asked.village = try village(asked: asked.askedVillage, town: town)
    }
    let catalogue = try catalogues.current(town: town, day: now.day, in: self).catalogue
    var filter = asked
    // Offices see their own: one asks for another's in vain.
    if isBound {
      filter.office = asked.office.flatMap { bodies.contains($0) ? $0 : nil } ?? bodies.sorted().first ?? ""
    }
    if filter.office == centreOffice { filter.office = "" }
    if let office = filter.office, !office.isEmpty, !isBound, try !knows(office: office, town: town, catalogue) {
      throw FieldErrors("office", OrderStrings.unknownOffice(office))
    }
    let lines = try orders(of: town, where: filter, after: after, limit: limit + 1, now: now)
    let page = Page(try marked(lines, now: now), limit: limit) { $0.order.id.description }
    let villages = try villages(of: town)
    let toHelp =
      try isInbox && after == nil
      ? bodies.sorted().flatMap { try ordersToHelp($0, town: town, limit: 50) } : []
    let led = catalogue.leaves(in: .government).map(\.lead)
    let open = try offices(of: town).filter { $0.dissolvedAt == nil }.map(\.name.zh)
    return OrderList(
      filter: isBound ? filter : asked,
      page: Page(items: page.items.filter { person.sees($0.order, on: now.day) }, next: page.next),
      toHelp: toHelp.filter { person.sees($0.order, on: now.day) },
      offices: isBound ? bodies.sorted() : Set(led + open).sorted(), villages: isInbox ? villages : [],
      categories: catalogue.orderCategories,
      names: Dictionary(villages.map { ($0.id, $0.info) }) { first, _ in first })
  }

  /// While a reporter is asked the clock stands still for a time, then it runs: each such clock is read.
  private func marked(_ lines: [OrderLine], now: Instant) throws -> [OrderLine] {
    guard lines.contains(where: { $0.order.state == .askingReporter }) else { return lines }
    let (calendar, limits) = (try workCalendar(), try Shipped.current.orderLimits(on: now.day))
    return try lines.map { line in
      guard line.order.state == .askingReporter else { return line }
      var line = line
      line.isPaused = try line.order.clock(hours: .usual, limits: limits)?.isPaused(at: now, calendar) ?? false
      return line
    }
  }

  /// - Throws: `FieldErrors` of `village` for one that the town has not.
  private func village(asked: String, town: ID<Place>) throws -> ID<Place> {
    let found = try place(code: asked) ?? ID<Place>(asked).flatMap { try place($0) }
    guard let found, found.town == town, found.village == found.id else {
      throw FieldErrors("village", OrderStrings.unknownVillage(asked))
    }
    return found.id
  }
}

extension Catalogue {
  /// What a list of orders can be narrowed to: each group with its categories after it.
  fileprivate var orderCategories: [(code: String, name: Text)] {
    tops.filter { $0.matterClass == .government }.flatMap { top in
      [(code: top.code, name: top.name)] + leaves(of: top.code).map { (code: $0.code, name: Text(same: "　") + $0.name) }
    }
  }
}
