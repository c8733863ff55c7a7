import Governance
import Markup
import Store
import Values
import Web

struct EventJSON: Encodable, Sendable {
  let seq: String
  let at: Instant
  let kind: String
  let who: String?
  let subject: String
  let subjectID: String
  let note: String
  let hash: String

  init(_ event: EventRow, names: [ID<Account>: String]) {
    (seq, at, kind) = (String(event.seq), event.at, event.kind)
    who = event.account.flatMap { names[$0] }
    (subject, subjectID, note, hash) = (event.subject, String(event.subjectID), event.note, event.hash)
  }

  private init() {
    (seq, at, kind) = ("42", Instant(milliseconds: 1_793_000_000_000), "matter_answer")
    (who, subject, subjectID, note, hash) = ("李登记", "matter", "1234567890123", "", "ab12cd34")
  }

  static let sample = EventJSON()
}

/// A page of events with the names that it shows.
private struct EventList: Sendable {
  let page: Page<EventRow>
  let names: [ID<Account>: String]
  let numbers: [ID<Matter>: String]
  let concerns: [ID<Concern>: String]
}

/// What happened in a village, for supervisors and auditors.
package let eventRoutes: [Route] = [
  .get(
    "/v/{village}/events", needs: .can(.readEvents), EventStrings.title,
    takes: [Parameter("after", WebStrings.nextPage), Parameter("limit", EventStrings.number)],
    gives: Page(items: [EventJSON.sample], next: "41")
  ) { request in
    let (key, limit, before) = (try request.village(), request.limit(), Int64(request.query["after"]))
    let list = try await request.app.database.read { tx in
      let page = Page(try tx.events(in: key, before: before, limit: limit + 1), limit: limit) { String($0.seq) }
      let matters = page.items.filter { $0.subject == matterEntity.table }.map { ID<Matter>($0.subjectID) }
      let concerns = page.items.filter { $0.subject == concernEntity.table }.map { ID<Concern>($0.subjectID) }
      return EventList(
        page: page, names: try tx.names(ofAccounts: page.items.compactMap(\.account)),
        numbers: try tx.numbers(ofMatters: matters, in: key),
        concerns: try tx.numbers(ofConcerns: concerns, in: key))
    }
    return try await request.answer(
      json: Page(items: list.page.items.map { EventJSON($0, names: list.names) }, next: list.page.next)
    ) { request.eventsPage(list) }
  }
]

extension Request {
  fileprivate func eventsPage(_ list: EventList) -> HTMLPage {
    let (l, village) = (reader.language, place?.code ?? "")
    return page(EventStrings.title, wide: true, current: Link.events(village)) {
      pageTitle(EventStrings.title, lead: .text(reader(EventStrings.lead)), l)
      if list.page.items.isEmpty {
        emptyState(EventStrings.none, l)
      } else {
        dataTable(
          caption: EventStrings.title,
          columns: [
            Column(title: EventStrings.number, width: .number, numeric: true, card: .stamp),
            Column(title: EventStrings.when, width: .day, card: .stamp),
            Column(title: EventStrings.who, width: .name),
            Column(title: EventStrings.what, width: .text, card: .title),
            Column(title: EventStrings.about, width: .text),
          ], rows: list.page.items.map { eventRow($0, list, village) }, compact: true, cards: true,
          l)
      }
      pager(
        nextHref: list.page.next.map { Link.with(Link.events(village), [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.events(village), l)
    }
  }

  private func eventRow(_ event: EventRow, _ list: EventList, _ village: String) -> [HTML] {
    let who = event.account.flatMap { list.names[$0] } ?? reader(EventStrings.nobody)
    return [
      .text(String(event.seq)), spokenTime(event.at, reader.language), .text(who),
      .text(reader(EventStrings.kind(event.kind))), about(event, list, village),
    ]
  }

  /// A matter and a concern by their numbers, as links; other things by their kind.
  private func about(_ event: EventRow, _ list: EventList, _ village: String) -> HTML {
    let matter = ID<Matter>(event.subjectID)
    if event.subject == matterEntity.table, let number = list.numbers[matter] {
      return may(.readMatters) ? a(Link.matter(village, matter)) { number } : .text(number)
    }
    let concern = ID<Concern>(event.subjectID)
    if event.subject == concernEntity.table, let number = list.concerns[concern] {
      return may(.readConcerns) ? a(Link.concern(village, concern)) { number } : .text(number)
    }
    return .text(reader(EventStrings.subject(event.subject)))
  }
}
