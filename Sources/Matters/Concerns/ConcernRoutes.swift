import Governance
import Markup
import Store
import Values
import Web

/// What the list of concerns shows.
struct ConcernPage: Sendable {
  let state: ConcernState?
  let page: Page<ConcernRow>
  let counts: [String: Int]
}

/// The list of a village's concerns, and of one's own.
package func concernRoutes() -> [Route] {
  [
    .get(
      "/v/{village}/concerns", needs: .can(.readConcerns), ConcernStrings.listSummary,
      takes: [
        Parameter("state", ConcernStrings.state, of: ConcernState.self), Parameter("after", WebStrings.nextPage),
        Parameter("limit", ConcernStrings.title),
      ], gives: Page(items: [ConcernJSON.sample], next: "1234567890123")
    ) { request in
      let shown = try await request.concernPage()
      return try await request.answer(
        json: Page(items: shown.page.items.map(ConcernJSON.init), next: shown.page.next),
        html: { request.concernListPage(shown) })
    },
    contactRoute,
  ] + callRoutes + ownEntryRoutes
}

/// The states by which a village's list can be narrowed; sealed ones it never sees.
let listedStates: [ConcernState] = [.received, .triaged, .notTakenUp, .appealed, .withdrawn]

extension Request {
  fileprivate func concernPage() async throws -> ConcernPage {
    var errors = FieldErrors()
    let state = query.choice("state", as: ConcernState.self, &errors)
    if !errors.isEmpty { throw errors }
    let (key, limit) = (try village(), limit())
    let after: ID<Concern>? = after()
    let (rows, counts) = try await app.database.read { tx in
      (
        state == .sealed || state == .sealedWithdrawn
          ? [] : try tx.concerns(in: key, state: state, before: after, limit: limit + 1),
        try tx.counters(in: key)
      )
    }
    return ConcernPage(state: state, page: Page(rows, limit: limit) { $0.id.description }, counts: counts)
  }

  fileprivate func concernListPage(_ shown: ConcernPage) -> HTMLPage {
    let l = reader.language
    let code = parameters["village"] ?? ""
    let enter: HTML =
      may(.enterConcern)
      ? linkButton(Link.newConcern(code), ConcernStrings.enter, tone: .primary, icon: .plus, l) : .empty
    let group: HTML =
      may(.triage) && (shown.counts["concern.received"] ?? 0) > 1
      ? linkButton(Link.groupings(code), GroupingStrings.title, l) : .empty
    return page(ConcernStrings.title, current: Link.concerns(code)) {
      pageTitle(ConcernStrings.title, lead: .text(ConcernStrings.lead(l)), aside: group + enter, l)
      filterBar(
        action: Link.concerns(code),
        fields: selectField(
          name: "state", label: ConcernStrings.state,
          options: [("", ConcernStrings.any)] + listedStates.map { ($0.rawValue, stateLabel($0, shown.counts)) },
          selected: shown.state?.rawValue ?? "", reader: reader), l)
      if shown.page.items.isEmpty {
        emptyConcerns(shown, code)
      } else {
        rowList(
          shown.page.items.map { concernListRow($0, href: Link.concern(code, $0.id), reader) })
      }
      pager(
        nextHref: shown.page.next.map {
          Link.with(Link.concerns(code), [("state", shown.state?.rawValue ?? ""), ("after", $0)])
        },
        firstHref: query["after"].isEmpty
          ? nil : Link.with(Link.concerns(code), [("state", shown.state?.rawValue ?? "")]), l)
    }
  }

  private func stateLabel(_ state: ConcernState, _ counts: [String: Int]) -> Text {
    state.name + Text(same: " \(counts["concern.\(state.rawValue)"] ?? 0)")
  }

  private func emptyConcerns(_ shown: ConcernPage, _ code: String) -> HTML {
    let l = reader.language
    guard let state = shown.state else {
      return emptyState(
        ConcernStrings.none, action: may(.enterConcern) ? (Link.newConcern(code), ConcernStrings.enter) : nil, l)
    }
    return emptyState(
      state == .received ? ConcernStrings.noneReceived : ConcernStrings.noneInState,
      action: (Link.concerns(code), ConcernStrings.showAll), l)
  }
}
