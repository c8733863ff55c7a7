import Governance
import Seeds
import Store
import Values
import Web

/// What a person writes down about a matter: its step and the words that go to the reporters.
package enum MatterEntry: Sendable, Hashable {
  case progress(String)
  case answer(String)
  /// The last words: result, or that all reporters withdrew.
  case close(String, withdrawn: Bool)
  case reopen(String)
  /// Community matters alone: the steps of deliberation by hand, until deliberation brings its own.
  case deliberate(String)
  case publish(String)
  case carryOut(String)

  package var tableStep: MatterStep {
    switch self {
    case .progress: .recordProgress
    case .answer: .answer
    case .close(_, let withdrawn): withdrawn ? .closeWithdrawn : .close
    case .reopen: .reopen
    case .deliberate: .startDeliberation
    case .publish: .startPublication
    case .carryOut: .carryOut
    }
  }

  var words: String {
    switch self {
    case .progress(let words), .answer(let words), .close(let words, _), .reopen(let words), .deliberate(let words),
      .publish(let words), .carryOut(let words):
      words
    }
  }

  /// What reporters are told. What one of them said to have it reopened (`byOrder`) is not told to the others.
  func told(byOrder: Bool) -> (key: String, text: Text, calls: Bool) {
    switch self {
    case .progress(let words), .deliberate(let words), .publish(let words), .carryOut(let words):
      ("progress", MattersWords.progress(words), false)
    case .answer(let words): ("answered", MattersWords.answered(words), true)
    case .close(let words, _): (byOrder ? "order_closed" : "closed", MattersWords.closed(words), true)
    case .reopen(let words):
      ("reopened", byOrder ? MattersWords.reopenedByReporter : MattersWords.reopened(words), true)
    }
  }
}

extension Write {
  /// Writes a step down, moves the state by the table, tells every reporter.
  /// - `version`: the one the person saw; nil = whatever it is now. `byOrder`: its work order takes the step.
  package func enter(
    _ entry: MatterEntry, on id: ID<Matter>, in key: VillageKey, version: Int? = nil, photos: [String] = [],
    byOrder: Bool = false
  ) throws {
    let old = try editable(id, in: key, version: version)
    if old.workOrder != nil, !byOrder, entry.tableStep != .recordProgress { throw MattersRefusals.hasOrder }
    // What its order says was looked at when somebody wrote it.
    if !byOrder { try refuseNames(in: entry.words, of: id, in: key) }
    var new = old
    new.state = try state(after: entry.tableStep, in: old.state, class: old.routing.matterClass)
    switch entry {
    case .answer(let words): new.reply = words
    case .close(let words, _):
      if new.reply.isEmpty { new.reply = words }
      new.closedAt = now
    case .reopen:
      if let closed = old.closedAt,
        let refusal = reopenRefusal(
          closed: closed.day, today: now.day, calendar: try tx.workCalendar(),
          limit: DefaultLimits.product.reopen.amount)
      {
        throw refusal
      }
      new.closedAt = nil
    default: break
    }
    var touched = [try save(new, was: old)]
    touched.append(try note(entry.tableStep.rawValue, entry.words, on: id, in: key))
    for photo in photos { touched.append(try addPhoto(photo, concern: nil, matter: id, in: key)) }
    let told = entry.told(byOrder: byOrder)
    try tellReporters(of: id, in: key, told.key, told.text, calls: told.calls)
    try record(
      "matter_\(entry.tableStep.rawValue)", Touched(matterEntity, id), town: key.town, village: key.village,
      touching: touched)
  }

  /// Changes who is responsible, with the reason; the history keeps the difference. The clock is set anew from the first
  /// date.
  package func reclassify(_ id: ID<Matter>, to routing: Routing, in key: VillageKey, version: Int? = nil) throws {
    let old = try editable(id, in: key, version: version)
    if old.workOrder != nil { throw MattersRefusals.hasOrder }
    var new = old
    new.state = try state(after: .reclassify, in: old.state, class: old.routing.matterClass)
    new.routing = routing
    if !old.isHistory { new.dueAt = try due(routing, from: old.openedAt) }
    // Kinds that are published as counts alone take a release back.
    if isCountOnly(leaf: routing.leaf, class: routing.matterClass) { new.releasedAt = nil }
    var touched = [try save(new, was: old)]
    touched.append(
      try decide(
        "reclassified", matter: id, in: key, before: old.routing.described, after: routing.described,
        reason: routing.reason))
    touched += try correctSuggestions(of: id, to: routing, in: key)
    touched.append(try recount(id, in: key))
    let told = MattersWords.triaged(try tx.matter(id, in: key), sameAsOthers: false)
    try tellReporters(of: id, in: key, "reclassified", told, calls: true)
    try record(
      "matter_reclassified", Touched(matterEntity, id), town: key.town, village: key.village,
      note: "\(old.routing.matterClass.rawValue) to \(routing.matterClass.rawValue)", touching: touched)
  }

  /// Makes a matter public by its public title and place (nil: takes it back). Nothing is public before that; some kinds
  /// never are.
  package func release(
    _ id: ID<Matter>, title: String, place: String, isPublic: Bool, in key: VillageKey, version: Int? = nil
  ) throws {
    let old = try editable(id, in: key, version: version)
    if isPublic, isCountOnly(leaf: old.routing.leaf, class: old.routing.matterClass) { throw MattersRefusals.countOnly }
    var new = old
    (new.publicTitle, new.publicPlace) = (title, place)
    new.releasedAt = isPublic ? (old.releasedAt ?? now) : nil
    let touched = [try save(new, was: old)]
    try record(
      isPublic ? "matter_released" : "matter_taken_back", Touched(matterEntity, id), town: key.town,
      village: key.village, touching: touched)
  }

  /// An open work order handles the matter from now on (nil: no longer); its due date and its office are the matter's.
  /// - Parameter known: the matter, where this transaction has read it and nothing has changed it since.
  package func hold(
    _ id: ID<Matter>, in key: VillageKey, by order: Int64?, due: Instant?, lead: String = "", known: MatterRow? = nil
  ) throws -> Touched {
    let old = try known ?? tx.matter(id, in: key)
    var new = old
    new.workOrder = order
    if !lead.isEmpty { new.routing.lead = lead }
    if let due { new.dueAt = due }
    let touched = try save(new, was: old)
    return due == old.dueAt ? touched : try recount(id, in: key)
  }

  /// A matter that may be changed: not merged into another, and still the version the person saw.
  package func editable(_ id: ID<Matter>, in key: VillageKey, version: Int?) throws -> MatterRow {
    let matter = try tx.matter(id, in: key)
    if matter.mergedInto != nil { throw MattersRefusals.isMerged }
    if let version, version != matter.version { throw MattersWords.changedMeanwhile }
    return matter
  }

  func note(_ kind: String, _ words: String, on matter: ID<Matter>, in key: VillageKey) throws -> Touched {
    let id = ids.next(StoredFile.self)
    try tx.run(
      """
      INSERT INTO progress (id, town, village, matter, at, account, kind, text)
      VALUES (\(id), \(key.town), \(key.village), \(matter), \(now), \(actor), \(kind), \(words))
      """)
    return Touched(progressEntity, id)
  }
}
