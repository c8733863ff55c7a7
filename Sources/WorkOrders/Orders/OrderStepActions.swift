import Governance
import Matters
import Mechanism
import Store
import Values
import Web

extension Write {
  /// What a step changes in the order itself, besides its state.
  func apply(
    _ step: OrderStep, _ draft: StepDraft, to order: inout OrderRow, was old: OrderRow, by actors: Set<OrderActor>,
    _ rules: OrderRules
  ) throws -> [Touched] {
    let open = try old.open
    if let refusal = step.refusal(open: open) { throw refusal }
    for event in step.clockEvents(open: open, at: now) { try order.add(event) }
    if step.endsWhatIsOpen { order.askedExtension = nil }
    var touched = step.endsWhatIsOpen ? try endHelp(of: &order) : []
    switch step {
    case .callCoHandlers: touched += try callHelp(draft.offices, &order, rules)
    case .coHandlersDone: touched += try help(&order, was: old)
    default: try change(&order, by: step, draft, was: old, actors, rules)
    }
    order.state = stateAfter(order.state, open: try order.open)
    return touched
  }

  private func change(
    _ order: inout OrderRow, by step: OrderStep, _ draft: StepDraft, was old: OrderRow, _ actors: Set<OrderActor>,
    _ rules: OrderRules
  ) throws {
    switch step {
    case .handOver, .decideDispute, .reassign: try give(&order, by: step, draft, was: old, rules)
    case .accept: order.handler = actor
    case .returnOnce, .returnAgain:
      if let refusal = returnRefusal(
        isFinal: old.isFinal, acceptBy: old.acceptBy, now: now, reason: draft.words)
      {
        throw refusal
      }
      order.returns += 1
      (order.office, order.level) = ("", step == .returnAgain ? .town : old.firstLevel)
      try restart(&order, rules)
    case .passUp, .passDown: try pass(&order, up: step == .passUp, was: old, reason: draft.words, rules)
    case .askExtension: try askExtension(draft, &order, was: old, rules)
    case .approveExtension, .refuseExtension: try decideExtension(step, &order, was: old, actors, rules)
    case .answer, .answerOnSpot:
      if step == .answerOnSpot, old.level == .village, isAboutOffice(leaf: old.leaf) { throw OrderStrings.notOnSpot }
      try answer(draft, &order, rules)
      // The centre answers, not the office that had it.
      if step == .answerOnSpot { (order.office, order.level) = ("", old.isWithCentre ? old.level : old.firstLevel) }
    case .close, .closeWithdrawn, .answerStands: order.closedAt = now
    case .reopen, .reopenAbove: try reopen(step, &order, was: old, reason: draft.words, rules)
    case .urge: order.urges += 1
    case .supervise: order.isSupervised = true
    case .answerSupervision:
      guard old.isSupervised else { throw Refusal.notSupervised }
      order.isSupervised = false
    case .acceptanceOver: order.lateToldAt = now
    case .takeBack, .askReporter, .reporterReplied, .askingEnds, .callCoHandlers, .coHandlersDone, .freeze, .unfreeze,
      .recordProgress, .rate, .holidaysChanged, .reportersWithdrew:
      break
    }
  }

  /// To an office, by its duty.
  private func give(
    _ order: inout OrderRow, by step: OrderStep, _ draft: StepDraft, was old: OrderRow, _ rules: OrderRules
  ) throws {
    let office = draft.offices[0]
    if step == .reassign, let refusal = reassignRefusal(from: old.office, to: office) { throw refusal }
    let cameBack = try tx.returners(of: old.matter, leaf: old.leaf, town: old.key.town).contains(office)
    if step == .handOver, cameBack { throw Refusal.orderBackToReturner }
    order.basis = try checkedBasis(
      office, leaf: old.leaf, cited: draft.basis, about: old.about, town: old.key.town, rules)
    (order.office, order.level) = (office, step == .handOver && old.level == .county ? .county : .town)
    // What the town decides against an office that sent it back is final (plan B5).
    order.isFinal = step == .decideDispute || cameBack
    try restart(&order, rules)
  }

  private func pass(_ order: inout OrderRow, up: Bool, was old: OrderRow, reason: String, _ rules: OrderRules) throws {
    let levels: [PlaceLevel] = [.village, .town, .county]
    let here = levels.firstIndex(of: old.level) ?? 0
    let there = here + (up ? 1 : -1)
    guard levels.indices.contains(there) else { throw OrderStrings.noFurtherLevel }
    if let refusal = passRefusal(from: old.level, to: levels[there], reason: reason) { throw refusal }
    (order.level, order.office, order.isFinal) = (levels[there], "", false)
    try restart(&order, rules)
  }

  private func askExtension(
    _ draft: StepDraft, _ order: inout OrderRow, was old: OrderRow, _ rules: OrderRules
  ) throws {
    let amount = draft.amount ?? 0
    _ = try extensionOf(old, by: amount, because: draft.words, rules)
    order.askedExtension = .init(amount: amount, by: actor?.value ?? 0, reason: draft.words)
  }

  private func decideExtension(
    _ step: OrderStep, _ order: inout OrderRow, was old: OrderRow, _ actors: Set<OrderActor>, _ rules: OrderRules
  ) throws {
    guard let asked = old.askedExtension else { throw NotFound() }
    let heads = try tx.heads(of: old, on: now.day)
    if let refusal = decisionRefusal(askedBy: ID<Account>(asked.by), by: actor, being: actors, heads: heads) {
      throw refusal
    }
    order.askedExtension = nil
    guard step == .approveExtension else { return }
    try order.add(.extended(try extensionOf(old, by: asked.amount, because: asked.reason, rules), now))
  }

  /// The extension by so much of the limit's unit, when the rules allow it.
  private func extensionOf(_ old: OrderRow, by amount: Int, because reason: String, _ rules: OrderRules) throws
    -> Limit
  {
    let longest = rules.limits.longestExtension(old.kind, limit: old.limit)
    let sinceStart = try old.clock.reversed().prefix { if case .started = $0 { false } else { true } }
    let earlier = sinceStart.count { if case .extended = $0 { true } else { false } }
    let asked = Limit(amount, longest.unit, .designDefault)
    if let refusal = extensionRefusal(
      by: asked, longest: longest, earlier: earlier, due: old.dueAt, now: now, reason: reason)
    {
      throw refusal
    }
    return asked
  }

  private func answer(_ draft: StepDraft, _ order: inout OrderRow, _ rules: OrderRules) throws {
    guard let outcome = draft.outcome else { throw FieldErrors("outcome", WebWords.missing) }
    let reply = ReplyDraft(words: draft.words, outcome: outcome, reason: draft.reason, basis: draft.basis)
    let question = draft.isConfirmed ? nil : try question(of: order, rules)
    let faults = faults(of: reply, to: question, shortest: rules.limits.shortestReply)
    var errors = FieldErrors()
    for fault in faults {
      switch fault {
      case .withoutBasis:
        errors.add(draft.basis.isEmpty && !draft.reason.isEmpty ? "basis" : "reason", fault.reason)
      case .otherQuestion:
        errors.add("text", fault.reason)
        errors.add("confirmed", OrderStrings.confirmReply)
      default: errors.add("text", fault.reason)
      }
    }
    guard errors.isEmpty else { throw errors }
    (order.outcome, order.answeredAt) = (outcome, now)
    order.reply = [draft.words, OrderStrings.because(draft.reason, draft.basis)].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// What the reply has to answer: the matter, what was said of it then and later, and what the office asked.
  private func question(of order: OrderRow, _ rules: OrderRules) throws -> AskedQuestion {
    let matter = try tx.matter(order.matter, in: order.key)
    let concerns = try tx.concerns(ofRoot: order.matter, in: order.key).prefix(20).map(\.concern.text)
    let later = try tx.laterWords(ofRoot: order.matter, in: order.key).map(\.text)
    let asked = try tx.orderSteps(of: order.id, town: order.key.town).filter { $0.step == .askReporter }.map(\.words)
    let duty = rules.catalogue.duty(order.leaf)
    return AskedQuestion(
      words: ([matter.title, matter.placeText] + concerns + later + asked).joined(separator: "\n"),
      leafName: duty?.name ?? Text(same: ""),
      keywords: duty?.keywords ?? [],
      others: rules.catalogue.leaves.filter { $0.code != order.leaf }.map { ($0.name, $0.keywords) })
  }

  private func reopen(
    _ step: OrderStep, _ order: inout OrderRow, was old: OrderRow, reason: String, _ rules: OrderRules
  ) throws {
    if let closed = old.closedAt ?? old.answeredAt,
      let refusal = notSolvedRefusal(
        closed: closed.day, today: now.day, limits: rules.limits, calendar: rules.calendar, reason: reason)
    {
      throw refusal
    }
    order.reopenings += 1
    (order.closedAt, order.answeredAt, order.outcome, order.returns, order.isFinal) = (nil, nil, nil, 0, false)
    if step == .reopenAbove { (order.office, order.level) = ("", old.level == .county ? .county : .town) }
    try restart(&order, rules)
  }

  // MARK: Offices called in to help

  private func callHelp(_ offices: [String], _ order: inout OrderRow, _ rules: OrderRules) throws -> [Touched] {
    if offices.contains(order.office) { throw FieldErrors("office", OrderStrings.ownOffice) }
    var touched: [Touched] = []
    for office in offices where office != order.office && !order.helpers.contains(office) {
      if order.about.contains(office) { throw FieldErrors("office", OrderStrings.complainedOf) }
      try checkOffice(office, town: order.key.town, rules)
      order.helpers.append(office)
      order.helped.removeAll { $0 == office }
      let id = ids.next(Order.self)
      try tx.run(
        """
        INSERT INTO order_helper (id, town, village, work_order, office, asked_at, open)
        VALUES (\(id), \(order.key.town), \(order.key.village), \(order.id), \(office), \(now), 1)
        """)
      touched.append(Touched(orderHelperEntity, id))
    }
    guard !touched.isEmpty else { throw FieldErrors("office", OrderStrings.officeMissing) }
    return touched
  }

  /// A helper says it is done, or the office goes on without those that are not.
  private func help(_ order: inout OrderRow, was old: OrderRow) throws -> [Touched] {
    let own = try actor.map { try tx.bodies(of: $0, town: old.key.town, on: now.day) } ?? []
    let mine = old.helpers.filter(own.contains)
    let done = own.contains(old.office) || mine.isEmpty ? old.helpers : mine
    order.helpers.removeAll(where: done.contains)
    order.helped += done
    return try endHelp(of: order.id, offices: done, town: order.key.town)
  }

  func endHelp(of order: inout OrderRow) throws -> [Touched] {
    let touched = try endHelp(of: order.id, offices: order.helpers, town: order.key.town)
    (order.helped, order.helpers) = (order.helped + order.helpers, [])
    return touched
  }

  private func endHelp(of order: ID<Order>, offices: [String], town: ID<Place>) throws -> [Touched] {
    guard !offices.isEmpty else { return [] }
    let rows = try tx.rows(
      "SELECT id, office FROM order_helper WHERE town = \(town) AND work_order = \(order) AND open = 1")
    return try rows.filter { offices.contains(try $0.text("office")) }.map { row in
      let id = try row.int64("id")
      try tx.run("UPDATE order_helper SET open = 0, done_at = \(now) WHERE town = \(town) AND id = \(id)")
      return Touched(orderHelperEntity, id)
    }
  }

  // MARK: What follows for the matter and its reporters

  /// The matter stands as its order does; every reporter is told in plain words.
  func follow(
    _ step: OrderStep, _ draft: StepDraft, _ order: OrderRow, was old: OrderRow, photos: [String], _ rules: OrderRules
  ) throws -> [Touched] {
    let (matter, key) = (order.matter, order.key)
    switch step {
    case .answer, .answerOnSpot:
      try enter(.answer(order.reply), on: matter, in: key, photos: photos, byOrder: true)
    case .close:
      try enter(
        .close(draft.words.isEmpty ? order.reply : draft.words, withdrawn: false), on: matter, in: key, byOrder: true)
    case .closeWithdrawn: try enter(.close(draft.words, withdrawn: true), on: matter, in: key, byOrder: true)
    case .answerStands: try enter(.close(order.reply, withdrawn: false), on: matter, in: key, byOrder: true)
    case .reopen, .reopenAbove: try enter(.reopen(draft.words), on: matter, in: key, byOrder: true)
    case .recordProgress:
      try enter(.progress(draft.words), on: matter, in: key, photos: photos, byOrder: true)
    case .askReporter:
      let text = OrderStrings.question(draft.words, waitsUntil: try waitsUntil(order, rules))
      try tellReporters(of: matter, in: key, "order_ask", text, calls: true)
    case .approveExtension:
      let text = OrderStrings.extended(until: order.dueAt, reason: old.askedExtension?.reason ?? "")
      try tellReporters(of: matter, in: key, "order_extended", text, calls: true)
    case .freeze, .unfreeze:
      let text = OrderStrings.withReason(order.state.plain, draft.words)
      try tellReporters(of: matter, in: key, "order_\(step.rawValue)", text, calls: false)
    case .handOver, .decideDispute, .reassign:
      try tellReporters(of: matter, in: key, "order_handOver", OrderStrings.handedTo(order), calls: false)
    case .accept, .returnOnce, .returnAgain, .passUp, .passDown, .takeBack, .askingEnds, .reporterReplied,
      .callCoHandlers:
      try tellReporters(of: matter, in: key, "order_\(step.rawValue)", OrderStrings.plain(order), calls: false)
    case .coHandlersDone, .askExtension, .refuseExtension, .urge, .supervise, .answerSupervision, .rate,
      .holidaysChanged, .acceptanceOver, .reportersWithdrew:
      break
    }
    guard order.state != .takenBack else { return [try hold(matter, in: key, by: nil, due: nil)] }
    let isClosed = order.state == .closed
    let isAnother =
      order.office != old.office || old.state == .takenBack || (order.isWithCentre && order.level != old.level)
    guard order.dueAt != old.dueAt || isClosed != (old.state == .closed) || isAnother else { return [] }
    return [
      try hold(matter, in: key, by: isClosed ? nil : order.id.value, due: order.dueAt, lead: order.officeName(.zh))
    ]
  }
}

extension Write {
  /// Until when the clock stands still for a reporter who was asked; nil when it runs on.
  fileprivate func waitsUntil(_ order: OrderRow, _ rules: OrderRules) throws -> Day? {
    let clock = try order.clock(hours: try hours(of: order), limits: rules.limits)
    guard let pause = clock?.pause(at: now, rules.calendar), pause.reason == .reporter else { return nil }
    return pause.until.map { Instant(milliseconds: $0.milliseconds - 1).day }
  }
}

extension Transaction {
  /// The offices for which an account acts on a day, as member or deputy.
  func bodies(of account: ID<Account>, town: ID<Place>, on day: Day) throws -> Set<String> {
    let represented = try represented(by: account, town: town, on: day)
    return try ([account] + represented).reduce(into: Set<String>()) { bodies, one in
      bodies.formUnion(
        try memberships(of: one).filter { $0.holds(on: day) }.compactMap(\.body))
    }
  }
}
