import Governance
import Markup
import Store
import Values
import Web

/// A call in JSON; name and number as far as they are shown.
struct CallJSON: Encodable, Sendable {
  let id: String
  let concern: ID<Concern>
  let number: String
  let name: String?
  let phone: String?
  let words: String
  let madeAt: Instant

  static let sample = CallJSON(
    id: "1234567890126", concern: ID(1_234_567_890_123), number: "20481357", name: "张**", phone: "138****1234",
    words: "您好，您反映的事有答复了。", madeAt: Instant(milliseconds: 1_793_000_000_000))
}

/// What the call list shows.
struct CallList: Sendable {
  struct Line: Sendable {
    let call: CallRow
    let contact: ShownContact?
  }
  let page: Page<Line>
  let isShown: Bool
}

/// The daily list of reporters to be told by telephone, each ticked off.
let callRoutes: [Route] = [
  .get(
    "/v/{village}/calls", needs: .can(.callReporters), CallStrings.summary,
    takes: [Parameter("after", WebStrings.nextPage)], gives: Page(items: [CallJSON.sample], next: "1234567890126")
  ) { request in
    let list = try await request.callList()
    let items = list.page.items.map { line in
      CallJSON(
        id: String(line.call.line), concern: line.call.concern, number: line.call.number, name: line.contact?.name,
        phone: line.contact?.phone, words: line.call.words, madeAt: line.call.madeAt)
    }
    return try await request.answer(json: Page(items: items, next: list.page.next)) { request.callPage(list) }
  },
  .post("/v/{village}/calls/numbers", needs: .can(.callReporters), CallStrings.showSummary, gives: DoneJSON()) {
    request in
    let key = try request.village()
    return try await request.write { w in
      try w.showCallNumbers(in: key)
      return Outcome(Link.calls(request.parameters["village"] ?? ""), json: DoneJSON())
    }
  },
  .post("/v/{village}/calls/{line}", needs: .can(.callReporters), CallStrings.doneSummary, gives: DoneJSON()) {
    request in
    let (key, line): (VillageKey, ID<StoredFile>) = (try request.village(), try request.id("line"))
    return try await request.write { w in
      try w.called(line.value, in: key)
      return Outcome(Link.calls(request.parameters["village"] ?? ""), json: DoneJSON())
    }
  },
]

/// The answer of a write that has nothing more to tell.
struct DoneJSON: Encodable, Sendable {
  let done = true

  init() {}

  private enum CodingKeys: String, CodingKey { case done }
}

extension Request {
  fileprivate func callList() async throws -> CallList {
    let (key, limit, actor, today) = (try village(), limit(), actor, now.day)
    let after = Int64(query["after"])
    let readsAll = may(.readContacts)
    return try await app.database.read { tx in
      let rows = try tx.callsWaiting(in: key, after: after, limit: limit + 1)
      let isShown = try readsAll && actor.map { try tx.mayShowNumbers(to: $0, in: key, on: today) } ?? false
      let lines = try rows.map { row in
        let person = try row.person.flatMap { try tx.person($0, town: key.town, village: key.village) }
        return CallList.Line(
          call: row, contact: person.map { ShownContact($0, to: isShown ? .keeper : .staff) })
      }
      return CallList(page: Page(lines, limit: limit) { String($0.call.line) }, isShown: isShown)
    }
  }

  fileprivate func callPage(_ list: CallList) -> HTMLPage {
    let l = reader.language
    let village = parameters["village"] ?? ""
    return page(CallStrings.title, current: Link.calls(village)) {
      pageTitle(CallStrings.title, lead: .text(CallStrings.lead(l)), l)
      if list.page.items.isEmpty {
        emptyState(CallStrings.none, action: (Link.home, CallStrings.toHome), l)
      } else if list.isShown {
        p("hint") { CallStrings.shown(l) }
      } else if may(.readContacts) {
        div("actions") {
          postButton(
            action: Link.callNumbers(village), CallStrings.showNumbers, tone: .primary, reader: reader)
          span("hint") { CallStrings.showNote(l) }
        }
      }
      for line in list.page.items { callCard(line, isShown: list.isShown, village: village) }
      pager(
        nextHref: list.page.next.map { Link.with(Link.calls(village), [("after", $0)]) },
        firstHref: query["after"].isEmpty ? nil : Link.calls(village), l)
    }
  }

  private func callCard(_ line: CallList.Line, isShown: Bool, village: String) -> HTML {
    let l = reader.language
    let phone = line.contact?.phone ?? ""
    return element("article", ["class": "card"]) {
      p {
        strong { line.contact?.name ?? "" }
        " "
        if phone.isEmpty {
          span("hint") { CallStrings.noPhone(l) }
        } else if isShown {
          a("tel:" + phone, "button plain") {
            Icon.phone.html
            spokenPhone(phone)
          }
        } else {
          spokenPhone(phone)
        }
      }
      p("hint") {
        a(Link.concern(village, line.call.concern)) { line.call.number }
        " · "
        spokenTime(line.call.madeAt, l)
      }
      p("said", ["lang": "zh-Hans"]) { line.call.words }
      actions {
        postButton(action: Link.call(village, line.call.line), CallStrings.done, tone: .primary, reader: reader)
        linkButton(Link.noticeSlip(village, line.call.line), CallStrings.paper, icon: .print, l)
      }
    }
  }
}
