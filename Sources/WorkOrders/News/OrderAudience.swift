import Governance
import Store
import Values
import Web

/// Which people of the offices a piece of news is for. Kept as text: "office:规划建设办".
package enum OrderAudience: Sendable, Hashable {
  /// Handlers and heads of an office; its heads alone.
  case office(String), head(String)
  /// A service centre of the level.
  case centre(PlaceLevel)
  /// Those of the village who hand matters over.
  case keepers
  case townOffice
  case account(ID<Account>)

  package var code: String {
    switch self {
    case .office(let body): "office:" + body
    case .head(let body): "head:" + body
    case .centre(let level): "centre:" + level.rawValue
    case .keepers: "keepers"
    case .townOffice: "townOffice"
    case .account(let account): "account:\(account)"
    }
  }

  /// Nil for what is none.
  package init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first {
    case "office" where !value.isEmpty: self = .office(value)
    case "head" where !value.isEmpty: self = .head(value)
    case "centre":
      guard let level = PlaceLevel(rawValue: value) else { return nil }
      self = .centre(level)
    case "keepers": self = .keepers
    case "townOffice": self = .townOffice
    case "account":
      guard let account = ID<Account>(value) else { return nil }
      self = .account(account)
    default: return nil
    }
  }

  /// The roles that belong to it; any that works on orders, for one person.
  var roles: [Role] {
    switch self {
    case .office: [.departmentHandler, .departmentHead]
    case .head: [.departmentHead]
    case .centre: [.serviceCentre]
    case .keepers: [.registerKeeper]
    case .townOffice: [.townOfficer]
    case .account: [.departmentHandler, .departmentHead, .serviceCentre]
    }
  }

  var body: String? {
    switch self {
    case .office(let body), .head(let body): body
    default: nil
    }
  }
}

/// Where a notice stands: the tenant (a county is its own) and the place at which people have to hold a role to read it.
package struct NoticeSeat: Sendable, Hashable {
  package let town: ID<Place>
  package let place: ID<Place>

  package init(town: ID<Place>, place: ID<Place>) { (self.town, self.place) = (town, place) }
}

/// What of an order says who may never hear of it (信访工作条例 30), and who sees it.
package struct OrderReach: Sendable, Hashable {
  package let leaf: String
  /// The offices that it is about.
  package let about: Set<String>
  /// The office in charge and those that help or helped.
  package let bodies: Set<String>

  init(_ order: OrderRow) { (leaf, about, bodies) = (order.leaf, order.about, order.bodies) }

  /// Of columns `leaf`, `about`, `office`, `helpers`, `helped`.
  package init(_ row: Row) throws {
    leaf = try row.text("leaf")
    about = Set(names(try row.text("about")))
    bodies = Set(try [row.text("office")] + names(row.text("helpers")) + names(row.text("helped"))).subtracting([""])
  }

  /// Whether it is kept from somebody who holds these posts.
  func isKept(from posts: [(role: Role, body: String?)]) -> Bool {
    hidesOrder(leaf: leaf, about: about, handledBy: bodies, from: officeBodies(of: posts))
  }
}

/// The village committee in the duty catalogue.
let committeeBody = "村（居）委会"

/// The offices that these posts belong to; the committee is the office of its village.
private func officeBodies(of posts: [(role: Role, body: String?)]) -> Set<String> {
  Set(posts.compactMap { $0.role == .villageCommittee ? committeeBody : $0.body })
}

extension SignedIn {
  /// Whether an order is kept from this person: a report on an office never reaches it (信访工作条例 30). Offices see
  /// their own orders and those they help in; the other roles are bound by their place, and what tells of violence or of a
  /// child in need is for those of them that act on it (decision 0025).
  package func sees(_ order: OrderReach, on day: Day) -> Bool {
    let held = postsHeld(on: day)
    if order.isKept(from: held) { return false }
    let isShownByRole = held.contains {
      !$0.role.isOfDepartment && isShown(leaf: order.leaf, lead: "", co: [], to: $0.role, body: nil)
    }
    return isShownByRole || !order.bodies.isDisjoint(with: officeBodies(of: held))
  }

  func sees(_ order: OrderRow, on day: Day) -> Bool { sees(OrderReach(order), on: day) }

  /// Whether not even the news of an order reaches this person; whoever had it once may hear what became of it.
  package func isBarred(from order: OrderReach, on day: Day) -> Bool { order.isKept(from: postsHeld(on: day)) }

  private func postsHeld(on day: Day) -> [(role: Role, body: String?)] {
    posts.filter { $0.holds(on: day) }.map { ($0.role, $0.body) }
  }
}
