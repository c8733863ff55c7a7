import Governance
import Matters
import Markup
import Mechanism
import People
import Seeds
import Store
import Values
import Web

/// All that a reporter sees of a concern by the tracking link (D4).
struct Tracking: Sendable {
  let concern: ConcernRow
  let token: String
  let village: PlaceInfo?
  /// The village's telephone, else the town's, else empty.
  let phone: String
  let matters: [TrackedMatter]
  let told: [ToldLine]
  let additions: [AddedLine]
  /// Why the concern was not taken up, in the town's words by reason.
  let refusal: Text?
  /// Whether it may still be appealed.
  let mayAppeal: Bool
  let steps: [ConcernStep]
  /// What other capabilities show of it.
  var panels = HTML.empty

  /// - Throws: `NotFound` for an unknown token.
  init(token: String, _ catalogues: Catalogues, on day: Day, in tx: Transaction) throws {
    let concern = try tx.concern(token: token)
    let (village, town) = (try tx.place(concern.key.village), try tx.place(concern.key.town))
    let phone = [village?.phone, town?.phone].compactMap(\.self).first { !$0.isEmpty } ?? ""
    let names = Names(
      catalogue: try catalogues.current(town: concern.key.town, day: day, in: tx).catalogue,
      wordings: try tx.wordings(of: concern.key.town), village: village?.name ?? Text(same: ""), phone: phone)
    (self.concern, self.token, self.village, self.phone) = (concern, token, village?.info, phone)
    matters = try tx.matters(of: concern.id, in: concern.key).map { own, part in
      let root = own.mergedInto == nil ? own : try tx.matter(own.root, in: concern.key)
      return TrackedMatter(root, part: part, isMerged: own.mergedInto != nil, names)
    }
    told = try tx.told(concern.id, town: concern.key.town).map(ToldLine.init)
    additions = try tx.additions(to: concern.id, town: concern.key.town).compactMap(AddedLine.init)
    refusal = concern.refusal?.name
    steps = Governance.steps(in: concern.state)
    mayAppeal =
      try steps.contains(.appeal)
      && appealRefusal(earlier: tx.appealsMade(for: concern.id, town: concern.key.town)) == nil
  }

  /// What turns codes into words.
  struct Names {
    let catalogue: Catalogue
    let wordings: Wordings
    let village: Text
    let phone: String
  }
}

/// A matter of the reporter's concern, as the reporter may see it: no title of an office, nothing of other reporters.
struct TrackedMatter: Sendable {
  let matterClass: MatterClass
  /// What it is: the public title where there is one, else its category.
  let title: Text
  /// The sentences of the concern that belong to it; "" = all.
  let part: String
  let state: MatterState
  let lead: String
  /// Nil when no clock runs.
  let due: Instant?
  let reply: String
  let isMerged: Bool
  /// For private matters: why it is private, and what helps.
  let kindAnswer: Text?

  init(_ matter: MatterRow, part: String, isMerged: Bool, _ names: Tracking.Names) {
    let routing = matter.routing
    (matterClass, lead, state) = (routing.matterClass, routing.lead, matter.state)
    (self.part, self.isMerged, reply) = (part, isMerged, matter.reply)
    let isReleased = matter.releasedAt != nil && !matter.publicTitle.isEmpty
    title =
      isReleased ? Text(same: matter.publicTitle) : names.catalogue.duty(routing.leaf)?.name ?? routing.matterClass.name
    due = matter.state.isOpen && matter.state != .answered ? matter.shownDueAt : nil
    kindAnswer =
      routing.matterClass == .personal
      ? names.wordings.kindAnswer(
        leaf: routing.leaf, class: .personal,
        [
          "village": names.village, "lead": bodyName(routing.lead), "due": due?.day.spoken ?? Text(same: ""),
          "phone": names.phone.isEmpty ? ReportingStrings.villageOffice : Text(same: names.phone),
        ]) : nil
  }
}

/// A line the reporter was told.
struct ToldLine: Sendable {
  let text: Text
  let at: Instant
  /// What the reporter did themselves, told back to them.
  let isOwn: Bool

  init(_ row: Row) throws {
    text = Text(zh: try row.text("text_zh"), en: try row.text("text_en"))
    isOwn = try row.text("key") == "withdrawn"
    at = try row.instant("made_at")
  }
}

/// What the reporter added or corrected later, or an office for them.
struct AddedLine: Sendable {
  enum Kind: String, Sendable, CaseIterable { case added, corrected }

  let kind: Kind
  let text: String
  let at: Instant

  /// Nil for a note of an office, which the reporter does not see.
  init?(_ row: Row) throws {
    guard let kind = Kind(rawValue: try row.text("kind")) else { return nil }
    (self.kind, text, at) = (kind, try row.text("text"), try row.instant("at"))
  }
}

/// A concern for its reporter's program.
struct TrackingJSON: Encodable, Sendable {
  struct Part: Encodable, Sendable {
    let `class`: MatterClass
    let title: Text
    let state: String
    let stateText: Text
    let lead: String
    let due: Instant?
    let reply: String
    let kindAnswer: Text?
  }
  struct Line: Encodable, Sendable {
    let at: Instant
    let text: Text
  }
  let number: String
  let state: String
  let stateText: Text
  let text: String
  let acceptBy: Instant
  let matters: [Part]
  let told: [Line]
  let added: [Line]
  let refusal: Text?
  let refusalAnswer: String?
  /// What may be done now.
  let steps: [String]

  init(_ tracking: Tracking) {
    let concern = tracking.concern
    (number, state, stateText) = (concern.number, concern.state.rawValue, concern.state.plain)
    (text, acceptBy) = (concern.text, concern.acceptBy)
    matters = tracking.matters.map {
      Part(
        class: $0.matterClass, title: $0.title, state: $0.state.rawValue, stateText: $0.state.plain, lead: $0.lead,
        due: $0.due, reply: $0.reply, kindAnswer: $0.kindAnswer)
    }
    told = tracking.told.map { Line(at: $0.at, text: $0.text) }
    added = tracking.additions.map { Line(at: $0.at, text: Text(same: $0.text)) }
    (refusal, refusalAnswer) = (tracking.refusal, concern.refusalAnswer)
    let reporters: Set<ConcernStep> = [.addInformation, .correct, .withdraw]
    steps =
      tracking.steps.filter(reporters.contains).map(\.rawValue)
      + (tracking.mayAppeal ? [ConcernStep.appeal.rawValue] : [])
  }

  private init() {
    let at = Instant(milliseconds: 1_790_000_000_000)
    (number, state, stateText, text, acceptBy) = (
      "20481637", "triaged", ConcernState.triaged.plain, "路灯坏了。", at
    )
    matters = [
      Part(
        class: .community, title: Text(zh: "路灯", en: "Street lights"), state: "inProgress",
        stateText: MatterState.inProgress.plain, lead: "村（居）委会", due: at, reply: "", kindAnswer: nil)
    ]
    told = [Line(at: at, text: Text(zh: "已收到。", en: "Received."))]
    (added, refusal, refusalAnswer, steps) = ([], nil, nil, ["withdraw"])
  }

  static let sample = TrackingJSON()
}
