import Foundation
import Governance
import Matters
import Store
import Values
import Web

/// Stands for a work order in `ID<Order>`.
package enum Order {}

package let orderEntity = Entity("work_order")
package let orderStepEntity = Entity("order_step")
package let orderHelperEntity = Entity("order_helper")

/// A matter of the government handed to an office, as it is stored (工单; plan B1–B5). Its clock is kept as what moved it;
/// the due date beside it is what the clock said last.
package struct OrderRow: Sendable {
  package let id: ID<Order>
  package let key: VillageKey
  package let matter: ID<Matter>
  package let leaf: String
  package let kind: OrderKind
  package let urgency: Urgency
  /// Where it stands: at a centre of the level while `office` is empty, else at an office of the town or county.
  package var level: PlaceLevel
  package let firstLevel: PlaceLevel
  /// The Chinese name of the office in charge; empty: the service centre of the level.
  package var office: String
  /// Offices called in to help that have not answered yet.
  package var helpers: [String]
  /// Those of them that have.
  package var helped: [String]
  package var state: OrderState
  package var basis: String
  /// The offices that a report complains of; they never see it.
  package var about: Set<String>
  private var moved: KeptEvents
  package let limit: Limit
  package var handedAt: Instant
  package var acceptBy: Instant
  /// When the offices were told that nobody took it up in time.
  package var lateToldAt: Instant?
  package var dueAt: Instant?
  package var amberAt: Instant?
  /// The town office has decided whose it is.
  package var isFinal: Bool
  package var returns: Int
  package var reopenings: Int
  package var askedExtension: AskedExtension?
  package var handler: ID<Account>?
  package var outcome: OrderOutcome?
  package var reply: String
  package var answeredAt: Instant?
  /// How long the answer took; nil while there is none.
  package var answerTime: AnswerTime?
  package var closedAt: Instant?
  package var urges: Int
  /// A written answer was asked for and has not come.
  package var isSupervised: Bool
  package var version: Int
  /// The key by which lists run, as the row that was read has it; nil for a new order.
  let storedKey: Int64?

  /// An extension that was asked for and is not decided.
  package struct AskedExtension: Sendable, Hashable, Codable {
    package let amount: Int
    package let by: Int64
    package let reason: String
  }

  package var isWithCentre: Bool { office.isEmpty }
  /// Office in charge and helpers.
  package var bodies: Set<String> { Set([office] + helpers + helped).subtracting([""]) }

  /// What moved its clock.
  package var clock: [ClockEvent] { get throws { try moved.events } }
  var storedClock: String { get throws { try moved.text } }

  /// What of it is still open.
  package var open: OpenParts {
    get throws {
      OpenParts(clock: try clock, isExtensionAsked: askedExtension != nil, hasHelpers: !helpers.isEmpty)
    }
  }

  /// Whether nobody took it up in time.
  package func isLate(now: Instant) -> Bool { OrderState.untaken.contains(state) && now > acceptBy }

  /// Something moved its clock.
  mutating func add(_ event: ClockEvent) throws { moved = .known(try clock + [event.inWholeSeconds]) }

  /// The clock by the office's hours; nil for an order without a start.
  package func clock(hours: DutyHours, limits: OrderLimits) throws -> OrderClock? {
    OrderClock(limit: limit, hours: hours, limits: limits, events: try clock)
  }

  package init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    (matter, leaf, kind) = (try row.id("matter"), try row.text("leaf"), try row.choice("kind"))
    urgency = Urgency(rawValue: try row.int("urgency")) ?? .normal
    (level, firstLevel) = (try row.choice("level"), try row.choice("first_level"))
    office = try row.text("office")
    (helpers, helped) = (names(try row.text("helpers")), names(try row.text("helped")))
    (state, basis, about) = (try row.choice("state"), try row.text("basis"), Set(names(try row.text("about"))))
    (moved, limit) = (.stored(try row.text("clock")), try keptLimit(row.text("time_limit")))
    (handedAt, acceptBy) = (try row.instant("handed_at"), try row.instant("accept_by"))
    (dueAt, amberAt) = (row.optionalInstant("due_at"), row.optionalInstant("amber_at"))
    lateToldAt = row.optionalInstant("late_told_at")
    (isFinal, returns, reopenings) = (try row.bool("is_final"), try row.int("returns"), try row.int("reopenings"))
    askedExtension = try row.optionalText("asked_extension").map {
      try JSONDecoder().decode(AskedExtension.self, from: Data($0.utf8))
    }
    handler = row.optionalID("handler")
    outcome = row.optionalText("outcome").flatMap(OrderOutcome.init(rawValue:))
    reply = try row.text("reply")
    (answeredAt, closedAt) = (row.optionalInstant("answered_at"), row.optionalInstant("closed_at"))
    answerTime = try row.optionalInt64("answer_days").map {
      AnswerTime(days: Int($0), isInTime: try row.bool("is_in_time"))
    }
    (urges, isSupervised, version) = (try row.int("urges"), try row.bool("is_supervised"), try row.int("version"))
    storedKey = try row.int64("due_key")
  }

  init(
    id: ID<Order>, matter: MatterRow, kind: OrderKind, level: PlaceLevel, office: String, basis: String, limit: Limit,
    now: Instant
  ) {
    (self.id, key, self.matter) = (id, matter.key, matter.id)
    (leaf, self.kind, urgency) = (matter.routing.leaf, kind, matter.shownUrgency)
    (self.level, firstLevel, self.office) = (level, level, office)
    (helpers, helped, state, self.basis, about) = ([], [], .handedOver, basis, [])
    (moved, self.limit, handedAt, acceptBy) = (
      .known([ClockEvent.started(matter.shownOpenedAt).inWholeSeconds]), limit, now, now
    )
    (dueAt, amberAt, isFinal, returns, reopenings) = (nil, nil, false, 0, 0)
    (askedExtension, handler, outcome, reply, answeredAt, closedAt) = (nil, nil, nil, "", nil, nil)
    (answerTime, urges, isSupervised, version, storedKey) = (nil, 0, false, 1, nil)
  }
}

/// One thing that happened to an order.
struct OrderStepRow: Sendable {
  let id: Int64
  let at: Instant
  let account: ID<Account>?
  let step: OrderStep
  let from: String
  let to: String
  let words: String

  init(_ row: Row) throws {
    (id, at, account) = (try row.int64("id"), try row.instant("at"), row.optionalID("account"))
    (step, from, to) = (try row.choice("step"), try row.text("from_office"), try row.text("to_office"))
    words = try row.text("words")
  }
}

/// The names in a list of the database.
func names(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }
