import Governance
import Mechanism
import People
import Store
import Values
import Web

/// The most entries that one row of the board reads.
let mostBoardEntries = 1_000

/// Open orders as an index lists them, with by what a board groups them.
struct BoardStock<Key: Hashable & Sendable>: Sendable {
  private(set) var figures = BoardFigures()
  private(set) var parts: [Key: BoardFigures] = [:]

  init(_ rows: [Row], now: Instant, key: (Row) throws -> Key) throws {
    let isMore = rows.count > mostBoardEntries
    for row in rows.prefix(mostBoardEntries) {
      let entry = BoardEntry(
        id: try row.id("id"), state: try row.choice("state"), dueKey: try row.int64("due_key"),
        amberAt: row.optionalInstant("amber_at"))
      figures.add(entry, now: now)
      parts[try key(row), default: BoardFigures()].add(entry, now: now)
    }
    figures.isMore = isMore
    for key in parts.keys { parts[key]?.isMore = isMore }
  }
}

private let openStates = OrderState.allCases.filter(\.isOpen).map(\.rawValue)

extension Transaction {
  /// Open orders of an office, at most one more than a board counts. Index: work_order_office_state.
  func boardEntries(office: String, town: ID<Place>) throws -> [Row] {
    try rows(
      """
      SELECT id, state, due_key, amber_at, village, leaf FROM work_order
      WHERE town = \(town) AND office = \(office) AND state IN (\(values: openStates)) LIMIT \(mostBoardEntries + 1)
      """)
  }

  /// The same of a village. Index: work_order_village_state.
  func boardEntries(village: ID<Place>, town: ID<Place>) throws -> [Row] {
    try rows(
      """
      SELECT id, state, due_key, amber_at FROM work_order
      WHERE town = \(town) AND village = \(village) AND state IN (\(values: openStates))
      LIMIT \(mostBoardEntries + 1)
      """)
  }

  /// The same of a category. Index: work_order_leaf.
  func boardEntries(leaf: String, town: ID<Place>) throws -> [Row] {
    try rows(
      """
      SELECT id, state, due_key, amber_at FROM work_order
      WHERE town = \(town) AND leaf = \(leaf) AND open = 1 LIMIT \(mostBoardEntries + 1)
      """)
  }

  /// What each person of an office has in hand, most first. Index: work_order_office_state, then the rows themselves.
  func handlerLoads(office: String, town: ID<Place>, now: Instant) throws -> [HandlerLoad] {
    let found = try rows(
      """
      SELECT id, state, due_key, amber_at, handler FROM work_order
      WHERE town = \(town) AND office = \(office) AND state IN (\(values: openStates)) LIMIT \(mostBoardEntries + 1)
      """)
    let stock = try BoardStock<ID<Account>?>(found, now: now) { $0.optionalID("handler") }
    let names = try names(ofAccounts: stock.parts.keys.compactMap(\.self))
    return stock.parts.map { account, figures in
      HandlerLoad(name: account.map { names[$0] ?? "" }, figures: figures)
    }.sorted { ($1.figures.open, $0.name ?? "") < ($0.figures.open, $1.name ?? "") }
  }

  /// Whether a town has, or had, an office of this name: its own, one of the catalogue, or one with orders.
  func knows(office: String, town: ID<Place>, _ catalogue: Catalogue) throws -> Bool {
    if (catalogue.leaves + catalogue.retired).contains(where: { $0.lead == office || $0.coHandlers.contains(office) }) {
      return true
    }
    return try self.office(named: office, town: town) != nil
      || row("SELECT 1 AS one FROM work_order WHERE town = \(town) AND office = \(office) LIMIT 1") != nil
  }
}
