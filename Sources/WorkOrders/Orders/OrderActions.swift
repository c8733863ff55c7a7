import Governance
import Matters
import Mechanism
import Seeds
import Store
import Values
import Web

/// What a hand-over or step of an order needs to know besides: the town's catalogue, the limits, the calendar.
struct OrderRules: Sendable {
  let catalogue: Catalogue
  let limits: OrderLimits
  let calendar: WorkCalendar

  init(_ catalogues: Catalogues, town: ID<Place>, day: Day, in tx: Transaction) throws {
    let town = try catalogues.current(town: town, day: day, in: tx)
    (catalogue, calendar) = (town.catalogue, town.calendar)
    limits = try Shipped.current.orderLimits(on: day)
  }

  /// Whether the catalogue gives the office some duty.
  func names(_ office: String) -> Bool {
    catalogue.leaves.contains { $0.lead == office || $0.coHandlers.contains(office) }
  }

  /// The duty that an office has for a leaf: as the catalogue says, or by the basis that somebody cites.
  func duty(of office: String, leaf: String, cited: String) -> CitedDuty? {
    let duty = catalogue.duty(leaf)
    let known = duty.flatMap { $0.lead == office || $0.coHandlers.contains(office) ? $0.basis?.zh : nil }
    let basis = cited.isEmpty ? known ?? "" : cited
    guard !basis.isEmpty else { return nil }
    return CitedDuty(body: office, leaf: leaf, basis: basis, from: duty?.fromDay ?? Day(number: 0))
  }
}

/// A matter to be handed over.
package struct NewOrder: Sendable {
  /// The Chinese name of the office; empty: the service centre of the level keeps it.
  let office: String
  let kind: OrderKind
  let level: PlaceLevel
  let basis: String
  let about: Set<String>
  let words: String
  /// How many came to speak for a group of petitioners; nil: no group.
  let spokespersons: Int?

  package init(
    office: String, kind: OrderKind = .general, level: PlaceLevel = .village, basis: String = "",
    about: Set<String> = [], words: String = "", spokespersons: Int? = nil
  ) {
    (self.office, self.kind, self.level) = (office, kind, level)
    (self.basis, self.about, self.words, self.spokespersons) = (basis, about, words, spokespersons)
  }

  /// What the first line of the order's history says.
  var note: String {
    [spokespersons.map(OrderStrings.spokenFor) ?? "", words].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Write {
  /// Hands a matter of the government to an office by its duty (plan B1, B3); event `order_made`. The reporters are told.
  /// - Returns: the order, and the matter as it was before: its title, number and reporters stay.
  /// - Throws: `Refusal`: no government matter, an order is open, the office has no cited duty, it is complained of;
  ///   `FieldErrors` of `office`: it is dissolved.
  @discardableResult
  package func handOver(_ id: ID<Matter>, _ new: NewOrder, in key: VillageKey, version: Int?, catalogues: Catalogues)
    throws -> (order: OrderRow, matter: MatterRow)
  {
    let matter = try editable(id, in: key, version: version)
    let rules = try OrderRules(catalogues, town: key.town, day: now.day, in: tx)
    guard matter.routing.matterClass == .government, matter.state.isOpen, matter.state != .pending else {
      throw OrderStrings.noGovernmentMatter
    }
    guard matter.workOrder == nil else { throw MattersRefusals.hasOrder }
    if let count = new.spokespersons, let refusal = spokespersonsRefusal(count, most: rules.limits.spokespersons) {
      throw refusal
    }
    let leaf = matter.routing.leaf
    let about = try accused(new.about, leaf: leaf, town: key.town, rules)
    let office = new.office.isEmpty ? "" : try offices([new.office], town: key.town, rules)[0]
    var basis = new.basis
    if !office.isEmpty {
      basis = try checkedBasis(office, leaf: leaf, cited: new.basis, about: about, town: key.town, rules)
    }
    let kind: OrderKind = matter.shownUrgency >= .danger ? .danger : new.kind
    let limit = rules.limits.answer(kind, leafDays: matter.routing.limitDays, urgency: matter.shownUrgency)
    var order = OrderRow(
      id: ids.next(Order.self), matter: matter, kind: kind, level: new.level, office: office, basis: basis,
      limit: limit, now: now)
    order.about = about
    let returners = try tx.returners(of: id, leaf: leaf, town: key.town)
    if returners.contains(office) { throw Refusal.orderBackToReturner }
    // Taken back after a return, it does not begin anew: the next return is the second one.
    order.returns = min(1, returners.count)
    try restart(&order, rules)
    try setClock(&order, rules)
    var touched = [try insert(order)]
    touched.append(try insertStep(.handOver, on: order, from: "", to: office, words: new.note))
    // The accused office keeps no part in the matter, even while a centre has the order.
    let keepsLead = office.isEmpty && !about.contains(matter.routing.lead)
    touched.append(
      try hold(
        id, in: key, by: order.id.value, due: order.dueAt, lead: keepsLead ? "" : order.officeName(.zh), known: matter))
    try tellReporters(
      of: id, in: key, "order_handOver", OrderStrings.handedTo(order), calls: false)
    try tellOffices(.handOver, order, was: order)
    try record(
      "order_made", Touched(orderEntity, order.id), town: key.town, village: key.village,
      note: kind.rawValue, touching: touched)
    return (order, matter)
  }

  /// Takes a step of an order; event `order_STEP`. The rules of `Governance/Orders` decide whether it may be taken.
  /// - Parameter actors: what whoever takes it is to the order; it throws for somebody who may not know of the order.
  /// - Returns: the order as it is now, and its matter as it was before: its title, number and reporters stay.
  /// - Throws: `Refusal` of a rule; `FieldErrors` of what the step says.
  @discardableResult func take(
    _ draft: StepDraft, on id: ID<Order>, in key: VillageKey, version: Int?, photos: [String] = [],
    papers: [StoredAttachment] = [],
    catalogues: Catalogues, actors: (OrderRow) throws -> Set<OrderActor>
  ) throws -> (order: OrderRow, matter: MatterRow) {
    let old = try tx.order(id, in: key)
    let whoever = try actors(old)
    let rules = try OrderRules(catalogues, town: key.town, day: now.day, in: tx)
    if let version, let refusal = changedMeanwhileRefusal(seen: version, current: old.version) { throw refusal }
    // It rests while its matter is merged into another; an undone merge lets it go on.
    let matter = try tx.matter(old.matter, in: key)
    if matter.mergedInto != nil { throw MattersRefusals.isMerged }
    // Handed over anew meanwhile, by another order.
    if old.state == .takenBack, matter.workOrder != nil { throw MattersRefusals.hasOrder }
    var (order, step, draft) = (old, draft.step, draft)
    draft.offices = try offices(draft.offices, town: key.town, rules)
    // Whether it is the second time is counted, not chosen.
    if step == .returnOnce || step == .returnAgain { step = .returning(earlier: old.returns) }
    if step == .reopen || step == .reopenAbove { step = .reopening(earlier: old.reopenings) }
    if refusal(of: step, in: old.state, by: whoever) != nil {
      let possible = try actor.map { try tx.possibleSteps(of: old, of: matter, by: whoever, $0, on: now.day) }
      if let refusal = refusal(of: step, in: old.state, by: whoever, possible: possible) { throw refusal }
    }
    order.state = try state(after: step, in: old.state, by: whoever)
    if let refusal = finalRefusal(of: step, isFinal: old.isFinal, by: whoever) { throw refusal }
    if let refusal = withdrawalRefusal(of: step, reporters: matter.concerns) { throw refusal }
    if step.isToldInItsWords {
      try refuseNames(
        in: [draft.words, draft.reason, draft.basis].joined(separator: "\n"), of: old.matter, in: key)
    }
    var touched = try apply(step, draft, to: &order, was: old, by: whoever, rules)
    try setClock(&order, rules)
    touched.append(try save(order, was: old))
    let line = try insertStep(
      step, on: order, from: old.leaving(order, by: whoever), to: draft.offices.joined(separator: ","),
      words: draft.words)
    touched += try [line] + attach(papers, to: line, of: order)
    touched += try follow(step, draft, order, was: old, photos: photos, rules)
    try tellOffices(step, order, was: old)
    try record(
      "order_\(step.rawValue)", Touched(orderEntity, id), town: key.town, village: key.village, touching: touched)
    order.version += 1
    return (order, matter)
  }

  /// The duty's basis of an office that gets an order.
  func checkedBasis(
    _ office: String, leaf: String, cited: String, about: Set<String>, town: ID<Place>, _ rules: OrderRules
  ) throws -> String {
    try checkOffice(office, town: town, rules)
    let duty = rules.duty(of: office, leaf: leaf, cited: cited)
    if let refusal = handOverRefusal(leaf: leaf, to: office, citing: duty, on: now.day, about: about) { throw refusal }
    return duty?.basis ?? ""
  }

  /// - Throws: `FieldErrors` of `office` for one that the town has not, or that is dissolved.
  func checkOffice(_ office: String, town: ID<Place>, _ rules: OrderRules) throws {
    guard let known = try tx.office(named: office, town: town) else {
      guard rules.names(office) else { throw FieldErrors("office", OrderStrings.unknownOffice(office)) }
      return
    }
    if known.dissolvedAt != nil { throw FieldErrors("office", OrderStrings.dissolved(known.successor)) }
  }

  /// A new office or centre has it: the time to accept runs anew, the limit does not.
  func restart(_ order: inout OrderRow, _ rules: OrderRules) throws {
    (order.handedAt, order.handler, order.askedExtension, order.lateToldAt) = (now, nil, nil, nil)
    order.acceptBy = rules.limits.acceptBy(
      handedOver: now, kind: order.kind, urgency: order.urgency, hours: try hours(of: order),
      calendar: rules.calendar)
  }

  func hours(of order: OrderRow) throws -> DutyHours {
    guard !order.office.isEmpty else { return .usual }
    return try tx.office(named: order.office, town: order.key.town)?.hours ?? .usual
  }

  func setClock(_ order: inout OrderRow, _ rules: OrderRules) throws {
    guard let clock = try order.clock(hours: try hours(of: order), limits: rules.limits) else { return }
    let reading = clock.reading(at: now, calendar: rules.calendar)
    (order.dueAt, order.amberAt) = (reading.due, reading.amberFrom)
    if OrderState.untaken.contains(order.state) {
      order.acceptBy = acceptance(order.acceptBy, handedOver: order.handedAt, due: reading.due)
    }
    order.answerTime = order.answeredAt.map { at in
      order.answerTime
        ?? AnswerTime(
          days: max(0, rules.calendar.workingDays(from: clock.firstDay(rules.calendar), to: at.day)),
          isInTime: reading.due.map { at <= $0 } ?? true)
    }
  }
}
