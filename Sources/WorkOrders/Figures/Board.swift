import Governance
import People
import Values
import Web

/// By what a board shows the whole stock (plan B5).
enum BoardTab: String, Sendable, CaseIterable {
  case office, village, category
}

/// The open orders of one row by what matters of them.
struct BoardFigures: Sendable {
  private(set) var open = 0
  private(set) var overdue = 0
  private(set) var dueSoon = 0
  /// Handed over and not accepted.
  private(set) var waiting = 0
  /// The clock stands still: a reporter is asked, or the order is frozen.
  private(set) var asking = 0
  private(set) var frozen = 0
  private(set) var ages: [OrderAge: Int] = [:]
  /// There are more than were read: each figure is "at least".
  var isMore = false

  mutating func add(_ entry: BoardEntry, now: Instant) {
    open += 1
    if entry.dueKey < now.milliseconds {
      overdue += 1
    } else if entry.dueKey < .max, let amber = entry.amberAt, amber <= now {
      dueSoon += 1
    }
    if entry.state == .handedOver { waiting += 1 }
    if entry.state == .askingReporter { asking += 1 }
    if entry.state == .frozen { frozen += 1 }
    ages[OrderAge(of: entry.id, today: now.day), default: 0] += 1
  }

  mutating func add(_ other: BoardFigures) {
    (open, overdue, dueSoon) = (open + other.open, overdue + other.overdue, dueSoon + other.dueSoon)
    (waiting, asking, frozen) = (waiting + other.waiting, asking + other.asking, frozen + other.frozen)
    isMore = isMore || other.isMore
    ages.merge(other.ages, uniquingKeysWith: +)
  }
}

/// What an index says of an open order.
struct BoardEntry: Sendable {
  let id: ID<Order>
  let state: OrderState
  let dueKey: Int64
  let amberAt: Instant?
}

struct BoardRow: Sendable {
  /// The office, the village's code or the category's; empty for the service centres.
  let key: String
  let name: Text
  /// The list that the figures count.
  let filter: OrderFilter
  var figures: BoardFigures
  /// The sum of a group of categories, which follow it.
  var isGroup = false
}

/// How much one person of an office has in hand.
struct HandlerLoad: Sendable {
  /// Nil: nobody has taken it up.
  let name: String?
  let figures: BoardFigures
}

struct Board: Sendable {
  let tab: BoardTab
  /// The one office that the board is narrowed to.
  let office: String?
  /// Somebody of a department, who sees the own office alone.
  let isBound: Bool
  let rows: Page<BoardRow>
  let sum: BoardFigures?
  /// By the number in hand; empty without one office.
  let handlers: [HandlerLoad]
}
