import Governance
import People
import Seeds
import Store
import Values
import Web

/// One part of a concern and where it goes: to a new matter, or to one that is already open (D2, D5, D6, G1).
package struct TriagePart: Sendable {
  package enum Target: Sendable {
    case new(title: String, Routing)
    case existing(ID<Matter>)
  }
  package let target: Target
  /// The sentences that belong to this part; "" = the whole concern.
  package let words: String
  /// What the engine suggested for this part; nil where nobody was advised.
  package let advice: Advice?

  package init(_ target: Target, words: String = "", advice: Advice? = nil) {
    (self.target, self.words, self.advice) = (target, words, advice)
  }
}

extension Write {
  /// Sorts a concern into one or more matters and tells its reporter; gives the matters. A concern that was sorted
  /// before may be split further (`step` .split).
  @discardableResult package func triage(
    _ concern: ConcernRow, into parts: [TriagePart], villageName: String, step: ConcernStep = .triage
  ) throws -> [ID<Matter>] {
    var touched: [Touched] = [Touched(concernEntity, concern.id)]
    var matters: [ID<Matter>] = []
    try take(step, on: concern)
    for part in parts {
      let matter = try open(part, of: concern, villageName: villageName, &touched)
      if let link = try link(concern.id, to: matter, part: part.words, in: concern.key) { touched.append(link) }
      let root = try tx.matter(matter, in: concern.key).root
      touched.append(try recount(root, in: concern.key))
      if let kept = try keep(part.advice, of: concern, in: matter) { touched.append(kept) }
      try index(root, in: concern.key)
      try movePhotos(of: concern, to: matter, &touched)
      matters.append(matter)
      if !concern.isHistory { try tellTriaged(concern, matter: root) }
    }
    try record(
      "concern_triaged", Touched(concernEntity, concern.id), town: concern.key.town, village: concern.key.village,
      note: matters.map(\.description).joined(separator: ","), touching: touched)
    // Whoever sorts it has heard the alarm.
    for alarm in try tx.openAlarms(town: concern.key.town, village: concern.key.village)
    where alarm.concern == concern.id {
      try acknowledge(alarm.id, town: concern.key.town)
    }
    return matters
  }

  /// Sorts several concerns into one matter as `triage` does each, and tells every reporter; gives the matter and the
  /// new links by concern. A new matter takes place, channel and date of the first concern. Event `concerns_grouped`.
  func triage(
    together concerns: [ConcernRow], into target: TriagePart.Target, advice: Advice? = nil, villageName: String
  ) throws -> (matter: ID<Matter>, links: [ID<Concern>: Int64]) {
    guard let first = concerns.first else { throw NotFound() }
    var touched: [Touched] = []
    var links: [ID<Concern>: Int64] = [:]
    var target = target
    var matter: ID<Matter>?
    for concern in concerns {
      try take(.triage, on: concern)
      touched.append(Touched(concernEntity, concern.id))
      let id = try open(TriagePart(target), of: concern, villageName: villageName, &touched)
      if let link = try link(concern.id, to: id, part: "", in: concern.key) {
        touched.append(link)
        links[concern.id] = link.id
      }
      if let kept = try keep(advice, of: concern, in: id) { touched.append(kept) }
      try movePhotos(of: concern, to: id, &touched)
      (target, matter) = (.existing(id), id)
    }
    guard let matter else { throw NotFound() }
    let root = try tx.matter(matter, in: first.key).root
    touched.append(try recount(root, in: first.key))
    try index(root, in: first.key)
    for concern in concerns where !concern.isHistory { try tellTriaged(concern, matter: root) }
    try record(
      "concerns_grouped", Touched(matterEntity, matter), town: first.key.town, village: first.key.village,
      note: String(concerns.count), touching: touched)
    return (matter, links)
  }

  /// What was suggested beside the matter that the concern went to.
  private func keep(_ advice: Advice?, of concern: ConcernRow, in matter: ID<Matter>) throws -> Touched? {
    let routing = try tx.matter(matter, in: concern.key).routing
    return try keep(advice, beside: Decided(routing), concern: concern.id, matter: matter, in: concern.key)
  }

  private func open(
    _ part: TriagePart, of concern: ConcernRow, villageName: String, _ touched: inout [Touched]
  ) throws -> ID<Matter> {
    switch part.target {
    case .existing(let id):
      let matter = try tx.matter(id, in: concern.key)
      guard matter.state != .closed || matter.mergedInto != nil else { throw MattersRefusals.joinClosed }
      let root = matter.mergedInto == nil ? matter : try tx.matter(matter.root, in: concern.key)
      for one in [matter, root] {
        if let refusal = one.refusesConcerns(on: now.day, try tx.workCalendar()) { throw refusal }
      }
      touched.append(
        try decide("joined", matter: id, concern: concern.id, in: concern.key, reason: MattersRefusals.sameMatter.zh))
      return id
    case .new(let title, let routing):
      let matter = try newMatter(title: title, routing: routing, from: concern, villageName: villageName)
      try insert(matter)
      touched.append(Touched(matterEntity, matter.id))
      touched.append(
        try decide(
          "triaged", matter: matter.id, concern: concern.id, in: concern.key, after: routing.described,
          reason: routing.reason))
      return matter.id
    }
  }

  private func newMatter(title: String, routing: Routing, from concern: ConcernRow, villageName: String) throws
    -> MatterRow
  {
    let due = concern.isHistory ? nil : try due(routing, from: concern.receivedAt)
    var matter = MatterRow(
      id: try freeMatterID(at: concern.saidAt), key: concern.key,
      number: try nextNumber(in: concern.key, villageName: villageName), title: title, routing: routing,
      openedAt: concern.receivedAt, dueAt: due, channel: concern.channel, isHistory: concern.isHistory)
    (matter.group, matter.placeText) = (concern.group, concern.placeText)
    (matter.latitude, matter.longitude) = (concern.latitude, concern.longitude)
    return matter
  }

  /// An id that sorts by when the concern was said (decisions 0006, 0022).
  private func freeMatterID(at instant: Instant) throws -> ID<Matter> {
    for _ in 0..<20 {
      let id: ID<Matter> = ids.next(at: instant)
      if try tx.row("SELECT 1 AS one FROM matter WHERE id = \(id)") == nil { return id }
    }
    throw DatabaseError("no free id found")
  }

  func due(_ routing: Routing, from received: Instant) throws -> Instant {
    routing.due(from: received, try tx.workCalendar())
  }

  private func movePhotos(of concern: ConcernRow, to matter: ID<Matter>, _ touched: inout [Touched]) throws {
    for photo in try tx.photos(concern: concern.id, in: concern.key) where photo.matter == nil {
      try tx.run("UPDATE photo SET matter = \(matter) WHERE id = \(photo.id)")
      touched.append(Touched(photoEntity, photo.id))
    }
  }

  private func tellTriaged(_ concern: ConcernRow, matter root: ID<Matter>) throws {
    let matter = try tx.matter(root, in: concern.key)
    let text = MattersWords.triaged(matter, sameAsOthers: matter.concerns > 1)
    try tell(
      concern.id, town: concern.key.town, village: concern.key.village, key: "triaged", text,
      call: concern.person == nil ? nil : MattersWords.call(text))
  }

  /// Tells every reporter of a matter, with all merged into it; each concern once. Those with a telephone are called.
  package func tellReporters(of root: ID<Matter>, in key: VillageKey, _ step: String, _ text: Text, calls: Bool) throws
  {
    for entry in try tx.concerns(ofRoot: root, in: key) where entry.concern.state != .withdrawn {
      guard !entry.concern.isHistory else { continue }
      try tell(
        entry.concern.id, town: key.town, village: key.village, key: step, text,
        call: calls && entry.concern.person != nil ? MattersWords.call(text) : nil)
    }
  }
}

extension Routing {
  /// The values of a decision as they stand in the history: names of fields and values, without anybody's words.
  var described: String {
    let fields = [
      ("class", matterClass.rawValue), ("leaf", leaf), ("lead", lead), ("co", co.joined(separator: ",")),
      ("path", path),
      ("limit_days", String(limitDays)), ("urgency", urgency.code), ("basis", basis),
    ]
    return fields.map { "\($0.0)=\($0.1)" }.joined(separator: "\n")
  }
}

/// Refusals of these use cases.
package enum MattersRefusals {
  static let joinClosed = Refusal(
    rule: "joinClosed", reason: Text(zh: "那件事项已经办结。", en: "That matter is closed."),
    wayOut: Text(zh: "请先重新办理它，或者登记为新事项。", en: "Reopen it first, or open a new matter."))
  static let sameMatter = Text(zh: "同一件事", en: "The same matter")
  package static let isMerged = Refusal(
    rule: "isMerged", reason: Text(zh: "这件事项已合并到别的事项。", en: "This matter is merged into another."),
    wayOut: Text(zh: "请在合并后的事项里办理，或先撤销合并。", en: "Work on the matter it was merged into, or undo the merge first."))
  package static let hasOrder = Refusal(
    rule: "hasOrder",
    reason: Text(zh: "这件事项已经交办，由工单办理。", en: "This matter is handed over and handled by a work order."),
    wayOut: Text(
      zh: "请在工单里办；要改类，先收回工单。", en: "Work on the order; to reclassify it, take the order back first."))
  static let countOnly = Refusal(
    rule: "countOnly", reason: Text(zh: "这一类事项不对外公开，只公布件数。", en: "Matters of this kind are published as counts alone."),
    wayOut: Text(zh: "可以直接答复反映人。", en: "Answer the reporters directly."))
  static let familyKinds = Refusal(
    rule: "familyKinds", reason: Text(zh: "同类事项要属于同一个类目。", en: "A family holds matters of one category."),
    wayOut: Text(zh: "请只选同一类目的事项。", en: "Choose matters of the same category."))
}
