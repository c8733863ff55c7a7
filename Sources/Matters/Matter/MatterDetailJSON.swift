import Governance
import Mechanism
import Values
import Web

/// A matter in JSON with all that its page shows; what the person may not read is left out.
struct MatterDetailJSON: Encodable, Sendable {
  struct Said: Encodable, Sendable {
    let concern: ID<Concern>
    let number: String
    let words: String
    let part: String
    let channel: Channel
    let reportedDay: Day
    let stance: String
    let state: ConcernState
  }
  struct Step: Encodable, Sendable {
    let at: Instant
    let who: String
    /// "progress", "decision", "release".
    let kind: String
    let name: String
    let text: String
    let differences: [Difference]
    /// The number of the matter on which it was done, where that is another.
    let elsewhere: String?
  }
  struct Member: Encodable, Sendable {
    let merge: String
    let matter: MatterJSON
  }

  let matter: MatterJSON
  let co: [String]
  let path: String
  let basis: String
  let basisMark: String
  let reason: String
  let limitDays: Int
  let supporters: Int
  let opposers: Int
  let reply: String
  let publicTitle: String
  let publicPlace: String
  let releasedAt: Instant?
  let concerns: [Said]
  let photos: [String]
  let timeline: [Step]
  let members: [Member]
  /// The reasons of its live marks as key; empty when it is none.
  let key: [String]
  /// How often it was taken up again after closing, and went to another responsible body.
  let reopened: Int
  let handedOn: Int
  /// What the state allows: names of steps.
  let steps: [MatterStep]

  /// `goesByOrder`: the reader is of an office, which works on the order alone.
  init(_ view: MatterView, withWords: Bool, goesByOrder: Bool = false) {
    let (matter, routing) = (view.matter, view.matter.routing)
    self.matter = MatterJSON(matter)
    (co, path, basis, basisMark) = (routing.co, routing.path, routing.basis, routing.basisMark)
    (reason, limitDays, reply) = (routing.reason, matter.shownLimitDays, matter.reply)
    (supporters, opposers) = (matter.supporters, matter.opposers)
    (publicTitle, publicPlace, releasedAt) = (matter.publicTitle, matter.publicPlace, matter.releasedAt)
    concerns = withWords ? view.lines.map(Said.init) : []
    photos = withWords ? view.photos.map { String($0.id) } : []
    timeline = view.history.map { Step($0, names: view.names) }
    members = view.members.map { Member(merge: String($0.merging.id), matter: MatterJSON($0.matter)) }
    key = view.keyMarks.map(\.reason)
    (reopened, handedOn) = (view.hardFacts.reopened, view.hardFacts.handedOn)
    steps = Governance.steps(in: matter.shownState, of: routing.matterClass).filter {
      matter.workOrder == nil || !$0.isHeldByOrder && !(goesByOrder && $0 == .recordProgress)
    }
  }

  static let sample = MatterDetailJSON(
    MatterView(
      matter: sampleMatter, duty: nil, catalogue: .shipped, lines: [], protectedLeaves: [], contacts: [:], photos: [],
      history: [
        Moment(id: 1, at: sampleMatter.openedAt, account: nil, what: .release(isPublic: true), elsewhere: "…-2026-0413")
      ], members: [], kept: nil, keptBy: nil, family: nil, sameKind: [], groupName: nil, names: [:], kindAnswer: nil,
      keyMarks: [],
      hardFacts: HardFacts(isOpen: true, due: nil, reopened: 1, handedOn: 0)),
    withWords: true)
}

extension MatterDetailJSON.Said {
  init(_ line: MatterView.Line) {
    let concern = line.concern
    (self.concern, number, words, part) = (concern.id, concern.number, concern.text, line.part)
    (channel, reportedDay, stance, state) = (concern.channel, concern.reportedDay, concern.stance, concern.state)
  }
}

extension MatterDetailJSON.Step {
  init(_ moment: Moment, names: [ID<Account>: String]) {
    (at, elsewhere) = (moment.at, moment.elsewhere)
    who = moment.account.flatMap { names[$0] } ?? ""
    switch moment.what {
    case .progress(let row): (kind, name, text, differences) = ("progress", row.kind, row.text, [])
    case .decision(let row): (kind, name, text, differences) = ("decision", row.kind, row.reason, row.differences)
    case .release(let isPublic):
      (kind, name, text, differences) = ("release", isPublic ? "released" : "taken_back", "", [])
    }
  }
}
