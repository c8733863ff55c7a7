import Governance
import Matters
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// All that the page of an order shows, read in one snapshot.
struct OrderView: Sendable {
  let order: OrderRow
  let matter: MatterRow
  let actors: Set<OrderActor>
  let steps: [OrderStep]
  let history: [OrderStepRow]
  let names: [ID<Account>: String]
  let rules: OrderRules
  let reading: ClockReading?
  /// Nobody took it up in time.
  let isLate: Bool
  /// The working days for which the reporter may still be waited for without the clock.
  let pauseLeft: Int?
  let concerns: [ConcernRow]
  /// What reporters said later, oldest first.
  let later: [AdditionRow]
  let offices: OfficeChoice
  let ratings: [RatingRow]
  let attachments: [OrderAttachment]
  let officePhone: String
  /// The offices that sent the matter back.
  let returners: [String]
  /// The town's templates for a reply to this leaf.
  let templates: ReplyTemplates

  var light: Light? { isLate ? .red : reading?.light }
  /// How the due date was counted. An answered order keeps its date when the calendar changes later.
  var counted: Text? {
    guard let reading else { return nil }
    guard order.answeredAt != nil, let due = order.dueAt, due != reading.due else { return reading.explanation }
    return OrderStrings.dueThen(due)
  }

  /// Who deals with it reads what was said; others who see the order do not.
  func showsWords(to request: Request) -> Bool {
    request.may(.readConcerns) || !actors.isDisjoint(with: [.office, .officeHead, .coHandler, .centre])
  }
}

extension Transaction {
  /// What a person is to an order, over all posts in force; a deputy is what the absent one is.
  func actors(of person: SignedIn, to order: OrderRow, on day: Day) throws -> Set<OrderActor> {
    let represented = try represented(by: person.account, town: order.key.town, on: day)
    // Without a head of its own, the town officer decides in a head's place.
    let hasHead = try officesWithHead(town: order.key.town, on: day).contains(order.office)
    var actors = Set<OrderActor>()
    for post in person.posts where post.holds(on: day) && covers(post, order) {
      let atLevel = post.place.level.placeLevel
      // What was passed down to a village is its keeper's too: many villages have no centre of their own.
      let isFirst =
        order.firstLevel == .village || order.isWithCentre && order.level == .village
        ? post.role == .registerKeeper : post.role == .serviceCentre && atLevel == order.firstLevel
      let isOfOffice =
        order.isWithCentre
        ? post.role == .serviceCentre && atLevel == order.level : post.body == order.office
      actors.formUnion(
        Governance.actors(
          of: post.role,
          OrderRelation(
            isFirstReceiver: isFirst, isOfOffice: isOfOffice,
            isOfCoHandler: post.body.map(order.helpers.contains) ?? false, isWithCentre: !hasHead)))
    }
    for absent in represented {
      let isHead = try memberships(of: absent).contains {
        $0.role == .departmentHead && $0.body == order.office && $0.holds(on: day)
      }
      if isHead, actors.contains(.office) { actors.insert(.officeHead) }
    }
    return actors
  }

  private func covers(_ post: Post, _ order: OrderRow) -> Bool {
    switch post.place.level {
    case .county: true
    case .town: post.place.id == order.key.town
    case .village, .community: post.place.id == order.key.village
    case .group: false
    }
  }

  func orderView(
    _ id: ID<Order>, in key: VillageKey, for person: SignedIn, now: Instant, catalogues: Catalogues
  ) throws -> OrderView {
    let order = try order(id, in: key)
    let day = now.day
    guard person.sees(order, on: day) else { throw NotFound() }
    let rules = try OrderRules(catalogues, town: key.town, day: day, in: self)
    let actors = try actors(of: person, to: order, on: day)
    let history = try orderSteps(of: id, town: key.town)
    let clock = try order.clock(
      hours: try office(named: order.office, town: key.town)?.hours ?? .usual, limits: rules.limits)
    let matter = try matter(order.matter, in: key)
    let possible =
      matter.mergedInto == nil ? try possibleSteps(of: order, of: matter, by: actors, person.account, on: day) : []
    let concerns = try concerns(ofRoot: order.matter, in: key).map(\.concern).filter { $0.state != .withdrawn }
    let duty = rules.catalogue.duty(order.leaf)
    let first = ([duty?.lead].compactMap(\.self) + (duty?.coHandlers ?? []))
    let led = Set(rules.catalogue.leaves(in: .government).map(\.lead))
    return OrderView(
      order: order, matter: matter, actors: actors, steps: possible, history: history,
      names: try names(ofAccounts: history.compactMap(\.account)), rules: rules,
      reading: clock?.reading(at: now, calendar: rules.calendar), isLate: order.isLate(now: now),
      pauseLeft: clock?.pauseLeft(.reporter, rules.calendar),
      concerns: concerns, later: try laterWords(ofRoot: order.matter, in: key),
      offices: try officeChoice(proposed: first, led: Array(led), town: key.town, on: day),
      ratings: try ratings(of: id, town: key.town), attachments: try attachments(of: id, town: key.town),
      officePhone: try office(named: order.office, town: key.town)?.phone ?? "",
      returners: try returners(of: order.matter, leaf: order.leaf, town: key.town),
      templates: try replyTemplates(
        of: key.town, codes: [order.leaf, duty?.parent ?? String(order.leaf.prefix(4)), ReplyKey.general]))
  }
}

extension Transaction {
  /// What these may do with an order now on its page.
  func possibleSteps(
    of order: OrderRow, of matter: MatterRow, by actors: Set<OrderActor>, _ person: ID<Account>, on day: Day
  ) throws -> [OrderStep] {
    let (open, isOwnAffair) = (try order.open, order.level == .village && isAboutOffice(leaf: order.leaf))
    var steps = Governance.steps(in: order.state, by: actors, returns: order.returns, reopens: order.reopenings)
    steps.removeAll {
      !$0.isOnPage || $0.refusal(open: open) != nil || withdrawalRefusal(of: $0, reporters: matter.concerns) != nil
        || ($0 == .answerSupervision && !order.isSupervised) || ($0 == .handOver && order.state == .takenBack)
        || ($0 == .answerOnSpot && isOwnAffair) || finalRefusal(of: $0, isFinal: order.isFinal, by: actors) != nil
        || (order.isFinal && ($0 == .returnOnce || $0 == .returnAgain))
    }
    if let asked = order.askedExtension, steps.contains(.approveExtension) {
      let heads = try heads(of: order, on: day)
      let refusal = decisionRefusal(askedBy: ID<Account>(asked.by), by: person, being: actors, heads: heads)
      if refusal != nil { steps.removeAll { $0 == .approveExtension || $0 == .refuseExtension } }
    }
    return steps
  }
}

extension OrderRow {
  /// Whose step it was that led to `next`: the office in charge, or the offices that helped and are done.
  func leaving(_ next: OrderRow, by actors: Set<OrderActor>) -> String {
    let done = helpers.filter { !next.helpers.contains($0) }
    return actors.contains(.coHandler) && !actors.contains(.office) && !done.isEmpty
      ? done.joined(separator: ",") : office
  }
}

extension PlaceInfo.Level {
  var placeLevel: PlaceLevel {
    switch self {
    case .county: .county
    case .town: .town
    case .village, .community: .village
    case .group: .group
    }
  }
}

/// An order as programs read it.
struct OrderJSON: Encodable, Sendable {
  struct Said: Encodable, Sendable {
    let at: Instant
    let text: String
  }

  struct Step: Encodable, Sendable {
    let at: Instant
    let step: OrderStep
    let from: String
    let to: String
    let words: String
    /// Papers that came with it; empty for those who do not deal with the order.
    var files: [AttachmentJSON] = []
  }

  let id: ID<Order>
  let matter: ID<Matter>
  let number: String
  let title: String
  let state: OrderState
  let stateText: Text
  let kind: OrderKind
  let level: PlaceLevel
  let office: String
  let helpers: [String]
  let basis: String
  let handedAt: Instant
  let acceptBy: Instant
  let dueAt: Instant?
  /// "7 个工作日".
  let limit: Text
  let light: Light?
  let remaining: Text?
  /// How the due date was counted.
  let counted: Text?
  let warning: Text?
  let outcome: OrderOutcome?
  let reply: String
  let answeredAt: Instant?
  let closedAt: Instant?
  let reopenings: Int
  /// What was asked, and what reporters said later; empty in lists and for those who do not deal with it.
  let asked: [Said]
  let later: [Said]
  /// What the caller may do now.
  let steps: [OrderStep]
  let history: [Step]
  let version: Int

  init(_ line: OrderLine, now: Instant) {
    self.init(
      line.order, title: line.title, number: line.number, light: line.isPaused ? nil : line.order.light(now: now))
  }

  init(_ view: OrderView, withWords: Bool) {
    self.init(
      view.order, title: view.matter.title, number: view.matter.number, light: view.light,
      reading: view.reading, counted: view.counted, steps: view.steps,
      history: view.history.map {
        let (id, papers) = ($0.id, withWords ? view.attachments : [])
        return Step(
          at: $0.at, step: $0.step, from: $0.from, to: $0.to, words: $0.words,
          files: papers.filter { $0.step == id }.map(AttachmentJSON.init))
      },
      asked: withWords ? view.concerns.prefix(50).map { Said(at: $0.receivedAt, text: $0.text) } : [],
      later: withWords ? view.later.map { Said(at: $0.at, text: $0.text) } : [])
  }

  init(
    _ order: OrderRow, title: String, number: String, light: Light?, reading: ClockReading? = nil,
    counted: Text? = nil, steps: [OrderStep] = [], history: [Step] = [], asked: [Said] = [], later: [Said] = []
  ) {
    (id, matter, self.number, self.title) = (order.id, order.matter, number, title)
    (state, stateText, kind, level) = (order.state, order.state.name, order.kind, order.level)
    (office, helpers, basis) = (order.office, order.helpers, order.basis)
    (handedAt, acceptBy, dueAt) = (order.handedAt, order.acceptBy, order.dueAt)
    (self.light, remaining, self.counted) = (light, reading?.remaining, counted)
    (warning, limit) = (reading?.warning, order.limit.name)
    (outcome, reply, answeredAt, closedAt) = (order.outcome, order.reply, order.answeredAt, order.closedAt)
    (reopenings, self.steps, self.history, version) = (order.reopenings, steps, history, order.version)
    (self.asked, self.later) = (asked, later)
  }

  static let sample = OrderJSON(
    OrderRow(
      id: ID(1), matter: sampleMatter, kind: .general, level: .village, office: "规划建设办", basis: "《公路法》",
      limit: Limit(7, .workingDays, .designDefault), now: Instant(milliseconds: 1_790_000_000_000)),
    title: "石桥垭口路段路面塌陷", number: "石桥村-2026-0024", light: .green)
}

extension OrderRow {
  /// By the stored borders: what lists show without reckoning each clock anew.
  func light(now: Instant) -> Light? {
    if isLate(now: now) { return .red }
    guard state.isOpen, let dueAt else { return nil }
    if let answeredAt { return answeredAt > dueAt ? .red : .green }
    if now > dueAt { return .red }
    return amberAt.map { now >= $0 } ?? false ? .amber : .green
  }
}
