import Governance
import Matters
import Mechanism
import Store
import Values
import Web

/// Who takes over from an office that is dissolved: its open orders, and its duties, in which the catalogue names the
/// successor from today on.
struct Dissolution: Sendable {
  /// Its name; empty: nobody, which only an office without open orders and duties may be left with.
  let successor: String
  /// Gets the orders that complain of the successor; empty: the town office decides who does.
  let another: String

  init(_ form: Form) { (successor, another) = (form["successor"], form["another"]) }
}

/// What became of the work of a dissolved office.
struct DissolutionCounts: Encodable, Sendable, Hashable {
  /// Orders and calls for help that the successor, or the other office, has now.
  var moved = 0
  /// Orders about the successor, which the town office gives to another.
  var toTownOffice = 0
  /// Duties of the catalogue that name the successor now.
  var duties = 0
}

extension Write {
  /// Dissolves an office; its open orders and calls for help go to the successor, their limits run on. Event
  /// `office_dissolved`.
  /// - Throws: `FieldErrors` of `successor` when none is given and orders are open or duties name it, or when it is none;
  ///   of `another`.
  @discardableResult
  func dissolveOffice(_ id: ID<Office>, _ plan: Dissolution, town: ID<Place>, catalogues: Catalogues) throws
    -> DissolutionCounts
  {
    let old = try editableOffice(id, town: town, version: nil)
    let open = try tx.hasOpenOrders(office: old.name.zh, town: town)
    let rules = try OrderRules(catalogues, town: town, day: now.day, in: tx)
    try checkHeirs(plan, of: old, isBusy: open, duties: duties(of: old.name.zh, rules).count)
    try tx.run(
      """
      UPDATE office SET dissolved_at = \(now), successor = \(plan.successor), version = version + 1
      WHERE town = \(town) AND id = \(id)
      """)
    var (counts, touched) = (DissolutionCounts(), [Touched]())
    if open {
      touched += try moveOrders(from: old.name.zh, plan, town: town, rules, &counts)
      touched += try moveHelp(from: old.name.zh, plan, town: town, &counts)
    }
    try record(
      "office_dissolved", Touched(officeEntity, id), town: town, note: "orders=\(counts.moved + counts.toTownOffice)",
      touching: touched)
    counts.duties = try moveDuties(from: old.name.zh, to: plan.successor, town: town, rules)
    return counts
  }

  private func checkHeirs(_ plan: Dissolution, of old: OfficeRow, isBusy: Bool, duties: Int) throws {
    if plan.successor.isEmpty {
      if isBusy { throw FieldErrors("successor", OfficeStrings.successorNeeded) }
      if duties > 0 { throw FieldErrors("successor", OfficeStrings.dutiesToWhom) }
    } else {
      try checkHeir(plan.successor, of: old, field: "successor")
    }
    if !plan.another.isEmpty { try checkHeir(plan.another, of: old, field: "another") }
  }

  private func checkHeir(_ name: String, of old: OfficeRow, field: String) throws {
    guard name != old.name.zh, let other = try tx.office(named: name, town: old.town), other.dissolvedAt == nil else {
      throw FieldErrors(field, OfficeStrings.noSuccessor)
    }
  }

  private func moveOrders(
    from office: String, _ plan: Dissolution, town: ID<Place>, _ rules: OrderRules, _ counts: inout DissolutionCounts
  ) throws -> [Touched] {
    let rows = try tx.rows("SELECT * FROM work_order WHERE town = \(town) AND office = \(office) AND open = 1")
    var touched: [Touched] = []
    for old in try rows.map(OrderRow.init) {
      let heir = [plan.successor, plan.another].first { !$0.isEmpty && !old.about.contains($0) } ?? ""
      if heir.isEmpty { counts.toTownOffice += 1 } else { counts.moved += 1 }
      touched += try move(old, to: heir, rules)
    }
    return touched
  }

  /// To another office as if re-assigned: it may send the order back. `heir` empty: the town office decides whose it is.
  /// An answer stands as it is.
  private func move(_ old: OrderRow, to heir: String, _ rules: OrderRules) throws -> [Touched] {
    var (order, touched) = (old, [Touched]())
    (order.office, order.handler) = (heir, nil)
    if heir.isEmpty { order.level = .town }
    if old.state != .answered {
      for event in OrderStep.reassign.clockEvents(open: try old.open, at: now) { try order.add(event) }
      touched += try endHelp(of: &order)
      (order.state, order.isFinal) = (heir.isEmpty ? .disputed : .handedOver, false)
      try restart(&order, rules)
    }
    try setClock(&order, rules)
    touched += [
      try save(order, was: old),
      try insertStep(
        .reassign, on: order, from: old.office, to: heir, words: OfficeStrings.dissolvedFor(old.office, heir).zh),
    ]
    try tellOffices(.reassign, order, was: old)
    guard try tx.matter(old.matter, in: old.key).mergedInto == nil else { return touched }
    if old.state != .answered {
      let words = heir.isEmpty ? OrderStrings.plain(order) : OrderStrings.handedTo(order)
      try tellReporters(of: old.matter, in: old.key, "order_handOver", words, calls: false)
    }
    touched.append(
      try hold(old.matter, in: old.key, by: order.id.value, due: order.dueAt, lead: order.officeName(.zh)))
    return touched
  }

  /// Who was called in to help. The successor is not asked where it has a part already, or the report is about it.
  private func moveHelp(
    from office: String, _ plan: Dissolution, town: ID<Place>, _ counts: inout DissolutionCounts
  ) throws -> [Touched] {
    let rows = try tx.rows(
      "SELECT id, village, work_order FROM order_helper WHERE town = \(town) AND office = \(office) AND open = 1")
    var touched: [Touched] = []
    for row in rows {
      let (call, key) = (try row.int64("id"), VillageKey(town: town, village: try row.id("village")))
      let old = try tx.order(try row.id("work_order"), in: key)
      var order = old
      order.helpers.removeAll { $0 == office }
      let heir = [plan.successor, plan.another].first {
        !$0.isEmpty && !old.about.contains($0) && old.office != $0 && !old.helpers.contains($0)
      }
      if let heir {
        counts.moved += 1
        order.helpers.append(heir)
        order.helped.removeAll { $0 == heir }
        try tx.run("UPDATE order_helper SET office = \(heir) WHERE town = \(town) AND id = \(call)")
      } else {
        try tx.run("UPDATE order_helper SET open = 0, done_at = \(now) WHERE town = \(town) AND id = \(call)")
        order.state = stateAfter(order.state, open: try order.open)
      }
      let step: OrderStep = heir == nil ? .coHandlersDone : .callCoHandlers
      touched += [
        Touched(orderHelperEntity, call), try save(order, was: old),
        try insertStep(
          step, on: order, from: heir == nil ? office : order.office, to: heir ?? "",
          words: OfficeStrings.dissolvedFor(office, heir ?? "").zh),
      ]
      try tellOffices(step, order, was: old)
    }
    return touched
  }

  /// A new version, from today on, of each duty in which the office leads or helps. How many there were.
  private func moveDuties(from office: String, to successor: String, town: ID<Place>, _ rules: OrderRules) throws
    -> Int
  {
    let moved = duties(of: office, rules)
    for duty in moved {
      let lead = duty.lead == office ? successor : duty.lead
      var helpers: [String] = []
      for helper in duty.coHandlers.map({ $0 == office ? successor : $0 })
      where helper != lead && !helpers.contains(helper) {
        helpers.append(helper)
      }
      let draft = DutyDraft(
        name: duty.name, matterClass: duty.matterClass, lead: lead, coHandlers: helpers, path: duty.path,
        days: duty.days, keywords: duty.keywords, example: duty.example, basis: duty.basis, basisMark: duty.basisMark,
        fromDay: now.day, retired: duty.retired, reason: OfficeStrings.dutiesMoved(office, successor).zh)
      try changeDuty(duty.code, draft, expected: nil, town: town)
    }
    return moved.count
  }

  /// In which the office leads or helps.
  private func duties(of office: String, _ rules: OrderRules) -> [Duty] {
    rules.catalogue.leaves.filter { $0.lead == office || $0.coHandlers.contains(office) }
  }
}
