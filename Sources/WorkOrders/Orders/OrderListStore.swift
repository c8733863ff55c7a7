import Governance
import Matters
import Store
import Values
import Web

/// The lights by which a list can be narrowed.
enum OrderLight: String, Sendable, CaseIterable {
  case green, amber, red
  /// The clock stands still: none.
  case paused

  /// The most pressing first.
  static let shown: [OrderLight] = [.red, .amber, .green, .paused]

  var name: Text { Light(rawValue: rawValue)?.name ?? OrderStrings.paused }
}

/// Which orders a list shows; nil and empty: all.
struct OrderFilter: Sendable, Hashable {
  var office: String?
  var village: ID<Place>?
  /// The village as it was asked for: by its code or its id; nobody has looked it up yet.
  var askedVillage = ""
  var state: OrderState?
  var light: OrderLight?
  var age: OrderAge?
  /// Closed ones instead of open ones.
  var isClosed = false
  /// A leaf or the beginning of its code.
  var leaf = ""
}

/// An order with what a list says of its matter.
struct OrderLine: Sendable {
  let order: OrderRow
  let title: String
  let number: String
  let place: String
  /// Its matter is merged into another: it rests until the merge is undone.
  let isMerged: Bool
  /// The clock stands still now.
  var isPaused: Bool

  init(_ row: Row) throws {
    order = try OrderRow(row)
    (title, number, place) = (try row.text("title"), try row.text("number"), try row.text("place_text"))
    isMerged = row.optionalInt64("merged_into") != nil
    isPaused = order.dueAt == nil || order.state == .frozen
  }
}

extension Transaction {
  /// By deadline, the nearest first; those whose clock stands still last. Goes on after the order `last`. Indexes:
  /// work_order_town, _state, _leaf, _office, _office_state, _village, _village_state. What no index leads to (a village
  /// or the beginning of a leaf's code within an office, a light) is looked at in the index that the list runs by.
  func orders(
    of town: ID<Place>, where filter: OrderFilter, after last: ID<Order>?, limit: Int, now: Instant
  ) throws -> [OrderLine] {
    var start: OrderPlace?
    if let last {
      let key = try row("SELECT due_key FROM work_order WHERE town = \(town) AND id = \(last)")?.int64("due_key")
      guard let key else { return [] }
      start = OrderPlace(key: key, id: last)
    }
    let narrowed = filter.narrowed(town: town, after: start, now: now)
    if filter.light == .paused, filter.state == nil {
      let states: [SQL] = OrderState.still.map { "o.state = \($0.rawValue)" }
      return try orders(inEach: states, town: town, narrowed, limit: limit)
    }
    guard filter.isByLeaf else {
      return try rows("\(orderLines) WHERE \(narrowed) ORDER BY o.due_key, o.id LIMIT \(limit)").map(OrderLine.init)
    }
    let leaves: [SQL] = try leaves(from: filter.leaf, town: town).map { "o.leaf = \($0)" }
    return try orders(inEach: leaves, town: town, narrowed, limit: limit)
  }

  /// Each part's own list, put together: all in one would have to be sorted.
  private func orders(inEach parts: [SQL], town: ID<Place>, _ narrowed: SQL, limit: Int) throws -> [OrderLine] {
    let places = try parts.flatMap { part in
      try rows(
        """
        SELECT o.due_key, o.id FROM work_order o WHERE \(narrowed) AND \(part)
        ORDER BY o.due_key, o.id LIMIT \(limit)
        """
      ).map { OrderPlace(key: try $0.int64("due_key"), id: try $0.id("id")) }
    }
    let nearest = places.sorted { ($0.key, $0.id.value) < ($1.key, $1.id.value) }.prefix(limit).map(\.id)
    let lines = try nearest.chunks(of: 500).flatMap { some in
      try rows("\(orderLines) WHERE o.town = \(town) AND o.id IN (\(values: Array(some)))").map(OrderLine.init)
    }
    let byID = Dictionary(lines.map { ($0.order.id, $0) }) { first, _ in first }
    return nearest.compactMap { byID[$0] }
  }

  /// The leaves of a town's orders that begin so: one look into the index for each.
  func leaves(from prefix: String, town: ID<Place>) throws -> [String] {
    var found: [String] = []
    var next = prefix
    while let leaf = try row(
      """
      SELECT leaf FROM work_order WHERE town = \(town) AND leaf \(found.isEmpty ? ">=" : ">" as SQL) \(next)
      ORDER BY town, leaf LIMIT 1
      """)?.text("leaf"), leaf.hasPrefix(prefix)
    {
      found.append(leaf)
      next = leaf
    }
    return found
  }
}

/// Orders `o` with what a list says of their matters `m`.
let orderLines: SQL =
  "SELECT o.*, m.title, m.number, m.place_text, m.merged_into FROM work_order o JOIN matter m ON m.id = o.matter"

/// Where an order stands in a list.
private struct OrderPlace {
  let key: Int64
  let id: ID<Order>
}

extension OrderState {
  /// The clock stands still, as a rule.
  fileprivate static let still: [OrderState] = [.askingReporter, .frozen]
}

extension OrderFilter {
  /// Only the beginning of a leaf's code leads to the orders: each leaf's own list is read.
  fileprivate var isByLeaf: Bool { !leaf.isEmpty && office == nil && village == nil && light != .paused }

  /// What the list asks of an order `o`. A state says by itself whether it is open.
  fileprivate func narrowed(town: ID<Place>, after start: OrderPlace?, now: Instant) -> SQL {
    var query: SQL = "o.town = \(town)"
    if let state { query = query + " AND o.state = \(state.rawValue)" }
    if state == nil || isByLeaf { query = query + " AND o.open = \(state?.isOpen ?? !isClosed)" }
    if let office { query = query + " AND o.office = \(office)" }
    if let village { query = query + " AND o.village = \(village)" }
    if !leaf.isEmpty, !isByLeaf {
      // Codes have none of the pattern's own signs. SQLite finds nothing by a pattern, so that it keeps the list's index.
      query = query + " AND o.leaf LIKE \(leaf.filter { !"%_\\".contains($0) } + "%")"
    }
    if let first = age?.first(today: now.day) { query = query + " AND o.id >= \(first)" }
    if let end = age?.end(today: now.day) { query = query + " AND o.id < \(end)" }
    switch light {
    case .red: query = query + " AND o.due_key < \(now)"
    case .amber: query = query + " AND o.amber_at <= \(now)"
    case .green: query = query + " AND o.amber_at > \(now)"
    case .paused where state != nil: query = query + " AND o.state IN (\(values: OrderState.still.map(\.rawValue)))"
    case .paused, nil: break
    }
    let isDueLater = light == .amber || light == .green
    if isDueLater { query = query + " AND o.state <> 'askingReporter'" }
    // Those answered and those whose clock stands still have no light; they stand at the end of time.
    if isDueLater { query = query + " AND o.due_key < \(Int64.max)" }
    // One lower border: the database follows an index from one alone.
    if let start, !isDueLater || start.key >= now.milliseconds {
      return query + " AND (o.due_key, o.id) > (\(start.key), \(start.id))"
    }
    return isDueLater ? query + " AND o.due_key >= \(now)" : query
  }
}
