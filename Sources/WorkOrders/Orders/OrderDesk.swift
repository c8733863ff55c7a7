import Governance
import Matters
import Store
import Values
import Web

/// What of work orders waits for somebody's decision: second returns for the town office, extensions for a head, and for
/// the town office where an office has no head. The whole of both stands in the list of orders, by state.
let orderDesk: DeskSource = { tx, person, now in
  let (day, most) = (now.day, mostOnDesk + 1)
  let posts = person.posts.filter { $0.holds(on: day) }
  var found: [DeskItem] = []
  for town in Set(posts.filter { $0.role == .townOfficer }.compactMap(\.place.town)) {
    let headed = try tx.officesWithHead(town: town, on: day).sorted()
    let disputes = try tx.disputes(of: town, limit: most)
    let extensions = try tx.extensions(of: town, without: headed, limit: most)
    found += try tx.deskItems(.dispute, disputes, town: town) + tx.deskItems(.extensionAsked, extensions, town: town)
  }
  for (town, bodies) in try tx.headedOffices(of: person, on: day) {
    let asked = try bodies.sorted().flatMap { try tx.extensions(of: town, office: $0, limit: most) }
    found += try tx.deskItems(.extensionAsked, asked, town: town)
  }
  var seen: Set<String> = []
  return found.filter { seen.insert($0.href).inserted }
}

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

  /// Those asked for elsewhere than in these offices. Index: work_order_state.
  func extensions(of town: ID<Place>, without offices: [String], limit: Int) throws -> [OrderLine] {
    let others: SQL = offices.isEmpty ? "" : "AND o.office NOT IN (\(values: offices))"
    return try rows(
      """
      \(orderLines) WHERE o.town = \(town) AND o.state = \(OrderState.extensionAsked.rawValue) \(others)
        AND m.merged_into IS NULL
      ORDER BY o.due_key, o.id LIMIT \(limit)
      """
    ).map(OrderLine.init)
  }

  /// The offices whose head the person is or stands in for, by town.
  fileprivate func headedOffices(of person: SignedIn, on day: Day) throws -> [ID<Place>: Set<String>] {
    try orderAudiences(of: person, on: day).reduce(into: [:]) { found, seat in
      for case .head(let body) in seat.value { found[seat.key.town, default: []].insert(body) }
    }
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
          dueAt: kind == .dispute ? order.acceptBy : order.dueAt, href: Link.order(village.code, order.id))
      }
    }
  }
}
