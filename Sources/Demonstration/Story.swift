import Governance
import Mechanism
import Matters
import People
import Seeds
import Store
import Synchronization
import Values
import Web

/// The ids that acts of the story learn from earlier ones.
final class Memory: Sendable {
  private let state = Mutex((concerns: [String: ID<Concern>](), matters: [String: ID<Matter>]()))

  func remember(_ key: String, concern: ID<Concern>) { state.withLock { $0.concerns[key] = concern } }
  func remember(_ key: String, matter: ID<Matter>) { state.withLock { $0.matters[key] = matter } }
  func concern(_ key: String) throws -> ID<Concern> {
    guard let id = state.withLock({ $0.concerns[key] }) else { throw NotFound() }
    return id
  }
  func matter(_ key: String) -> ID<Matter>? { state.withLock { $0.matters[key] } }
}

extension Demonstration {
  /// All acts of all concerns, in no order.
  func story(_ cast: Cast) throws -> [Act] {
    let memory = Memory()
    return data.concerns.flatMap { concern -> [Act] in
      guard let site = cast.places[concern.villageCode], let town = site.town else { return [] }
      return Plot(
        concern: concern, site: site, key: VillageKey(town: town, village: site.id), cast: cast, memory: memory,
        today: today
      ).acts
    }
  }
}

/// What happens to one concern.
struct Plot: Sendable {
  let concern: DemoConcern
  let site: DemoSite
  let key: VillageKey
  let cast: Cast
  let memory: Memory
  let today: Instant

  func account(_ role: Role, at code: String? = nil) -> ID<Account>? {
    cast.accounts[code ?? concern.villageCode]?[role]
  }

  private var received: Instant {
    let wanted = today.day.adding(-concern.daysAgo).at(
      hour: concern.hour, minute: concern.key.utf8.reduce(0) { ($0 &* 7 &+ Int($1)) % 60 })
    return min(wanted, today.adding(minutes: -3 - concern.key.utf8.count))
  }

  /// A moment after receipt, never after today.
  func after(hours: Int) -> Instant { min(received.adding(minutes: hours * 60), today.adding(minutes: -1)) }

  var acts: [Act] {
    var acts = [Act(at: received, actor: enterer, run: file)]
    if concern.urgency >= .danger, concern.outcome != .new, concern.outcome != .sealed {
      acts.append(Act(at: received.adding(minutes: 9), actor: account(.registerKeeper), run: acknowledge))
    }
    switch concern.outcome {
    case .new, .sealed: break
    case .refused, .appealed, .appealGranted:
      acts.append(Act(at: after(hours: 5), actor: account(.registerKeeper), run: refuse))
      if concern.outcome != .refused { acts.append(Act(at: after(hours: 30), actor: nil, run: appeal)) }
      if concern.outcome == .appealGranted {
        acts.append(Act(at: after(hours: 60), actor: account(.villageCommittee), run: grant))
      }
    case .withdrawn: acts.append(Act(at: after(hours: 26), actor: nil, run: withdraw))
    case .merged: acts.append(Act(at: after(hours: 6), actor: account(.registerKeeper), run: join))
    case .inProgress, .answered, .deliberation, .publication, .closed, .reopened:
      acts.append(Act(at: after(hours: 6), actor: account(.registerKeeper), run: triage))
      acts += orderActs + laterActs
    }
    return acts
  }

  private var laterActs: [Act] {
    let keeper = account(.registerKeeper)
    let isCommunity = concern.matterClass == .community
    func act(_ hours: Int, _ entry: MatterEntry) -> Act {
      Act(at: after(hours: hours), actor: keeper) { w in try enter(entry, w) }
    }
    let words = concern.reply.isEmpty ? DemoWords.progress : concern.reply
    switch concern.outcome {
    case .answered: return [act(40, .answer(words)), release]
    case .deliberation where isCommunity:
      return [act(30, .deliberate(DemoWords.deliberation)), release] + (concern.stance.isEmpty ? [] : [keyMark])
    case .publication where isCommunity:
      return [act(30, .deliberate(DemoWords.deliberation)), act(70, .publish(DemoWords.publication)), release]
    case .closed: return [act(40, .answer(words)), act(64, .close(words, withdrawn: false)), release]
    case .reopened:
      return [
        act(40, .answer(words)), act(64, .close(words, withdrawn: false)), act(90, .reopen(DemoWords.reopening)),
        release,
      ]
    case .inProgress where concern.daysAgo > 2: return [act(28, .progress(DemoWords.progress)), release]
    default: return [release]
    }
  }

  private var release: Act {
    Act(at: after(hours: 20), actor: account(.registerKeeper)) { w in
      guard !concern.publicTitle.isEmpty, let id = memory.matter(concern.key) else { return }
      let row = try w.tx.matter(id, in: key)
      if isCountOnly(leaf: row.routing.leaf, class: row.routing.matterClass) { return }
      let place = concern.landmark.isEmpty ? concern.group : concern.landmark
      try w.release(id, title: concern.publicTitle, place: place, isPublic: true, in: key)
    }
  }

  /// What the residents are divided over becomes a key matter.
  private var keyMark: Act {
    Act(at: after(hours: 32), actor: account(.villageCommittee)) { w in
      guard let id = memory.matter(concern.key), try w.tx.matter(id, in: key).state == .awaitingDeliberation else {
        return
      }
      try w.markKey(id, in: key, ofTown: false, reason: KeyReason(words: DemoWords.key))
    }
  }

  /// Who wrote it down: nobody for what residents send themselves.
  private var enterer: ID<Account>? {
    switch concern.channel {
    case .web, .open311, .email: nil
    case .homeVisit, .questionnaire, .courtyardMeeting, .activity: account(.collector) ?? account(.registerKeeper)
    default: account(.registerKeeper)
    }
  }

  @Sendable private func file(_ w: Write) throws {
    var new = NewConcern(text: concern.text, channel: concern.channel, receivedAt: received)
    new.sortsByReceipt = true
    new.sourceKind = concern.sourceKind
    (new.reporterName, new.reporterPhone) = (concern.reporter, concern.phone)
    new.urgency = concern.urgency
    new.isSealed = concern.outcome == .sealed
    new.stance = concern.stance
    new.group =
      cast.places.values.first { $0.village == site.id && $0.level == .group && $0.name.zh == concern.group }?.id
    new.landmark = cast.landmarks["\(concern.villageCode) \(concern.landmark)"]
    new.placeText = concern.landmark
    let filed = try w.file(new, in: key, villageName: site.name.zh)
    memory.remember(concern.key, concern: filed.id)
  }

  /// What the clerk was shown.
  private var advice: Advice { Advice(of: concern.text, place: concern.landmark, by: .shipped) }

  private func row(_ w: Write) throws -> ConcernRow { try w.tx.concern(memory.concern(concern.key), in: key) }

  @Sendable private func acknowledge(_ w: Write) throws {
    for alarm in try w.tx.openAlarms(town: key.town, village: key.village)
    where alarm.concern == (try memory.concern(concern.key)) {
      try w.acknowledge(alarm.id, town: key.town)
    }
  }

  @Sendable private func refuse(_ w: Write) throws {
    let reason = concern.scopeReason ?? .noContent
    let answer = Shipped.current.refusals.first { $0.reason == reason }?.answer.zh ?? ""
    let filled = answer.replacing("{reason}", with: DemoWords.particulars).replacing("{village}", with: site.name.zh)
      .replacing("{phone}", with: site.phone)
    try w.refuse(try row(w), reason: reason, answer: filled, advice: advice)
  }

  @Sendable private func appeal(_ w: Write) throws { try w.appeal(try row(w), text: DemoWords.appeal) }
  @Sendable private func grant(_ w: Write) throws {
    try w.decideAppeal(try row(w), granted: true, answer: DemoWords.granted)
  }
  @Sendable private func withdraw(_ w: Write) throws { try w.withdraw(try row(w)) }

  /// Joins the matter of the first report when it stands in the same village and is open; else opens its own.
  @Sendable private func join(_ w: Write) throws {
    if let first = concern.repeatOf, let matter = memory.matter(first),
      let target = try? w.tx.matter(matter, in: key), target.state != .closed
    {
      try w.triage(try row(w), into: [TriagePart(.existing(matter), advice: advice)], villageName: site.name.zh)
      memory.remember(concern.key, matter: matter)
    } else {
      try triage(w)
    }
  }

  @Sendable private func triage(_ w: Write) throws {
    let leaves = [concern.leaf] + (concern.secondLeaf.map { [$0] } ?? [])
    let parts = leaves.compactMap { leaf in
      Catalogue.shipped.duty(leaf).map { duty in
        // What is said second was split off by the clerk.
        TriagePart(.new(title: title(of: duty), routing(of: duty)), advice: leaf == concern.leaf ? advice : nil)
      }
    }
    let matters = try w.triage(try row(w), into: parts, villageName: site.name.zh)
    if let first = matters.first { memory.remember(concern.key, matter: first) }
  }

  private func title(of duty: Duty) -> String {
    if !concern.publicTitle.isEmpty, duty.code == concern.leaf { return concern.publicTitle }
    return [concern.landmark.isEmpty ? concern.group : concern.landmark, duty.name.zh].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private func routing(of duty: Duty) -> Routing {
    Routing(
      matterClass: duty.matterClass, leaf: duty.code, lead: duty.lead, co: duty.coHandlers, path: duty.path.rawValue,
      basis: duty.basis?.zh ?? "", basisMark: duty.basisMark?.rawValue ?? "", limitDays: duty.days,
      urgency: concern.urgency, reason: DemoWords.reason(duty.name.zh, lead: duty.lead))
  }

  private func enter(_ entry: MatterEntry, _ w: Write) throws {
    guard let id = memory.matter(concern.key) else { return }
    if try enterByOrder(entry, on: id, w) { return }
    let matter = try w.tx.matter(id, in: key)
    // A repeat may have joined a matter that went on by itself.
    guard matter.mergedInto == nil, steps(in: matter.state, of: matter.routing.matterClass).contains(entry.tableStep)
    else { return }
    try w.enter(entry, on: id, in: key)
  }
}

/// What the office of the demonstration writes.
enum DemoWords {
  static let particulars = "详见当面给您的回执"
  static let key = "住户意见不一，关系到好几家，列为重点，议事会上说清楚。"
  static let progress = "已到现场看过，正在联系责任单位安排。"
  static let deliberation = "已列入下次议事会，请住在附近的各户都来说一说。"
  static let publication = "议事会商量出的办法已在公开栏公示七天，有不同意见请到村委会说。"
  static let reopening = "反映人说没有完全解决，重新安排。"
  static let appeal = "我不同意，这件事有新的情况，请再看一下。"
  static let granted = "补充的情况属实，重新登记办理。"
  static func reason(_ name: String, lead: String) -> String { "属于“\(name)”，按责任目录由\(lead)负责。" }
}
