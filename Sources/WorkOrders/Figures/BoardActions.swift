import Governance
import Matters
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// What is asked of the board of a town.
struct BoardAsk: Sendable {
  let tab: BoardTab
  let office: String?
  let after: ID<Place>?
  /// Villages a page.
  let limit: Int
}

extension Transaction {
  /// The whole stock of a town, or of the own office for somebody of a department.
  /// - Throws: `FieldErrors` of `office` for one that the town never had.
  func board(
    of town: ID<Place>, _ ask: BoardAsk, for person: SignedIn, now: Instant, catalogues: Catalogues
  ) throws -> Board {
    let posts = person.posts.filter { $0.holds(on: now.day) }
    let catalogue = try catalogues.current(town: town, day: now.day, in: self).catalogue
    // Offices see their own: one asks for another's in vain.
    let bodies = posts.allSatisfy(\.role.isOfDepartment) ? Set(posts.compactMap(\.body)).sorted() : nil
    var office = ask.office == centreOffice ? "" : ask.office
    if let bodies {
      office = office.flatMap { bodies.contains($0) ? $0 : nil } ?? bodies.first
      guard office != nil else { throw NotAllowed() }
    } else if let office, !office.isEmpty, try !knows(office: office, town: town, catalogue) {
      throw FieldErrors("office", OrderStrings.unknownOffice(office))
    }
    let rows: Page<BoardRow> =
      switch ask.tab {
      case .office: Page(items: try officeRows(bodies ?? office.map { [$0] }, town: town, now: now), next: nil)
      case .village: try villageRows(ask, office: office, town: town, now: now)
      case .category: Page(items: try categoryRows(office: office, town: town, catalogue, now: now), next: nil)
      }
    return Board(
      tab: ask.tab, office: office, isBound: bodies != nil, rows: rows,
      sum: ask.tab == .village ? nil : rows.items.sum,
      handlers: try ask.tab == .office ? office.map { try handlerLoads(office: $0, town: town, now: now) } ?? [] : [])
  }

  /// The offices asked for, or all that have open orders, most first.
  private func officeRows(_ asked: [String]?, town: ID<Place>, now: Instant) throws -> [BoardRow] {
    let offices = try asked ?? openOrders(of: town).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return try offices.map { office in
      let stock = try BoardStock<String>(boardEntries(office: office, town: town), now: now) { _ in office }
      return BoardRow(
        key: office, name: office.isEmpty ? OrderStrings.anyCentre : bodyName(office),
        filter: OrderFilter(office: office.isEmpty ? centreOffice : office), figures: stock.figures)
    }
  }

  /// The villages by code; within one office those that it has orders of.
  private func villageRows(_ ask: BoardAsk, office: String?, town: ID<Place>, now: Instant) throws -> Page<BoardRow> {
    var villages = try villages(of: town)
    let stock = try office.map { office in
      try BoardStock<ID<Place>>(boardEntries(office: office, town: town), now: now) { try $0.id("village") }
    }
    if let stock { villages.removeAll { stock.parts[$0.id] == nil } }
    if let after = ask.after, let last = villages.firstIndex(where: { $0.id == after }) {
      villages.removeFirst(last + 1)
    }
    let page = Page(Array(villages.prefix(ask.limit + 1)), limit: ask.limit) { $0.id.description }
    let rows = try page.items.map { village in
      let own =
        try stock?.parts[village.id]
        ?? BoardStock<Int>(boardEntries(village: village.id, town: town), now: now) { _ in 0 }.figures
      return BoardRow(
        key: village.code, name: village.name,
        filter: OrderFilter(office: office.map { $0.isEmpty ? centreOffice : $0 }, village: village.id), figures: own)
    }
    return Page(items: rows, next: page.next)
  }

  /// Each group of categories that has open orders, with its categories after it.
  private func categoryRows(
    office: String?, town: ID<Place>, _ catalogue: Catalogue, now: Instant
  ) throws -> [BoardRow] {
    var parts: [String: BoardFigures] = [:]
    if let office {
      parts = try BoardStock(boardEntries(office: office, town: town), now: now) { try $0.text("leaf") }.parts
    } else {
      for leaf in try leaves(from: "", town: town) {
        parts[leaf] = try BoardStock(boardEntries(leaf: leaf, town: town), now: now) { _ in 0 }.figures
      }
    }
    let asked = office.map { $0.isEmpty ? centreOffice : $0 }
    let categories = parts.filter { $0.value.open > 0 }.map { leaf, figures in
      BoardRow(
        key: leaf, name: catalogue.duty(leaf)?.name ?? Text(same: leaf), filter: OrderFilter(office: asked, leaf: leaf),
        figures: figures)
    }
    let groups = Dictionary(grouping: categories) { catalogue.duty($0.key)?.parent ?? String($0.key.prefix(4)) }
    return groups.sorted { $0.key < $1.key }.flatMap { top, own in
      let group = BoardRow(
        key: top, name: catalogue.top(top)?.name ?? Text(same: top), filter: OrderFilter(office: asked, leaf: top),
        figures: own.sum, isGroup: true)
      return [group] + own.sorted { $0.key < $1.key }
    }
  }
}

extension [BoardRow] {
  /// Of all rows but the sums of groups.
  fileprivate var sum: BoardFigures {
    filter { !$0.isGroup }.reduce(into: BoardFigures()) { $0.add($1.figures) }
  }
}
