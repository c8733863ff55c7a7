import Governance
import Markup
import Store
import Values
import Web

/// The words of one's own entries.
enum OwnEntryStrings {
  static let title = Text(zh: "我录入的", en: "My entries")
  static let lead = Text(zh: "您录入的诉求和现在的状态。", en: "The concerns you entered and where they stand.")
  static let summary = Text(zh: "自己录入的诉求和状态", en: "One's own entries and their state")
  static let none = Text(zh: "您还没有录入过诉求。", en: "You have not entered a concern yet.")
  static let enter = Text(zh: "录入一条", en: "Enter one")
}

/// An entry with its state, and nothing else of what became of it.
struct OwnEntry: Sendable {
  let id: ID<Concern>
  let number: String
  let words: String
  let reportedDay: Day
  let channel: Channel
  let state: ConcernState
  /// The state of its matter, when it has one.
  let matterState: MatterState?

  var stateName: Text { matterState?.name ?? state.name }
}

struct OwnEntryJSON: Encodable, Sendable {
  let id: ID<Concern>
  let number: String
  let words: String
  let reportedDay: Day
  let channel: Channel
  let state: ConcernState
  let matterState: MatterState?

  init(_ entry: OwnEntry) {
    (id, number, words, reportedDay) = (entry.id, entry.number, entry.words, entry.reportedDay)
    (channel, state, matterState) = (entry.channel, entry.state, entry.matterState)
  }

  static let sample = OwnEntryJSON(
    OwnEntry(
      id: ID(1_234_567_890_123), number: "20481357", words: "三组的路灯不亮", reportedDay: Day(number: 20_700),
      channel: .homeVisit, state: .triaged, matterState: .inProgress))
}

extension Transaction {
  /// What an account entered in a village, newest first; sealed ones are left out. Index: concern_entered; the plus
  /// keeps both databases from reading the whole village instead.
  func ownEntries(of account: ID<Account>, in key: VillageKey, before last: ID<Concern>?, limit: Int) throws
    -> [OwnEntry]
  {
    let concerns = try rows(
      """
      SELECT * FROM concern
      WHERE town = \(key.town) AND entered_by = \(account) AND +village = \(key.village) AND sealed = 0
        AND id < \(last ?? .max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(ConcernRow.init)
    var states: [ID<Concern>: MatterState] = [:]
    for row in try rows(
      """
      SELECT mc.concern AS concern, r.state AS state FROM matter_concern mc
      JOIN matter m ON m.id = mc.matter JOIN matter r ON r.id = m.root
      WHERE mc.town = \(key.town) AND mc.concern IN (\(values: concerns.map(\.id))) ORDER BY m.id DESC
      """)
    { states[try row.id("concern")] = try row.choice("state") }
    return concerns.map { concern in
      OwnEntry(
        id: concern.id, number: concern.number, words: concern.firstWords(), reportedDay: concern.reportedDay,
        channel: concern.channel, state: concern.state,
        matterState: concern.state == .triaged ? states[concern.id] : nil)
    }
  }
}

/// What a collector sees of what they entered; that of a group reaches its village.
let ownEntryRoutes: [Route] = [
  .get(
    "/v/{village}/mine", needs: .can(.readOwnEntries), OwnEntryStrings.summary,
    takes: [Parameter("after", WebStrings.nextPage)], gives: Page(items: [OwnEntryJSON.sample], next: "1234567890123")
  ) { request in
    guard let person = request.person else { throw NotAllowed() }
    let (key, limit, account) = (try request.village(), request.limit(), person.account)
    let after: ID<Concern>? = request.after()
    let rows = try await request.app.database.read { tx in
      try tx.ownEntries(of: account, in: key, before: after, limit: limit + 1)
    }
    let page = Page(rows, limit: limit) { $0.id.description }
    return try await request.answer(json: Page(items: page.items.map(OwnEntryJSON.init), next: page.next)) {
      request.ownEntryPage(page)
    }
  }
]

extension Request {
  fileprivate func ownEntryPage(_ page: Page<OwnEntry>) -> HTMLPage {
    let l = reader.language
    let village = parameters["village"] ?? ""
    return self.page(OwnEntryStrings.title, current: Link.ownEntries(village)) {
      pageTitle(
        OwnEntryStrings.title, lead: .text(OwnEntryStrings.lead(l)),
        aside: linkButton(Link.newConcern(village), OwnEntryStrings.enter, tone: .primary, icon: .plus, l), l)
      if page.items.isEmpty {
        emptyState(OwnEntryStrings.none, action: (Link.newConcern(village), OwnEntryStrings.enter), l)
      } else {
        ul("rows") {
          for entry in page.items {
            li("row") {
              div("row-main") {
                strong { entry.words }
                ul("row-meta") {
                  li { entry.number }
                  li { entry.channel.name(l) }
                  li { entry.reportedDay.spoken(l) }
                }
              }
              div("row-trailing") { stateChip(entry.stateName, tone: entry.matterState?.tone ?? entry.state.tone, l) }
            }
          }
        }
      }
      pager(
        nextHref: page.next.map { Link.with(Link.ownEntries(village), [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.ownEntries(village), l)
    }
  }
}
