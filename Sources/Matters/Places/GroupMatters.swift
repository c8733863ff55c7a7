import Governance
import Markup
import Store
import Values
import Web

/// What the leader of a group reads of its matters: what is public as a count alone, and what protects who spoke, is
/// left out; nothing leads to the reporters.
let groupMatterRoutes: [Route] = [
  .get(
    "/g/{place}/matters", needs: .can(.readMatters), PlaceWords.groupMatters,
    takes: [Parameter("after", WebStrings.nextPage)], gives: Page(items: [MatterJSON.sample], next: "1234567890123")
  ) { request in
    guard let group = request.place, group.level == .group else { throw NotFound() }
    let (key, limit) = (try request.village(), request.limit())
    let after: ID<Matter>? = request.after()
    var filter = MatterFilter()
    filter.group = group.id
    let rows = try await request.app.database.read { [filter] tx in
      try tx.matters(in: key, where: filter, before: after, limit: limit + 1)
    }
    let page = Page(rows, limit: limit) { $0.id.description }
    let shown = page.items.filter {
      !isCountOnly(leaf: $0.routing.leaf, class: $0.routing.matterClass)
        && !protectsReporters(leaf: $0.routing.leaf)
    }
    return try await request.answer(json: Page(items: shown.map(MatterJSON.init), next: page.next)) {
      request.groupMattersPage(shown, next: page.next)
    }
  }
]

extension Request {
  fileprivate func groupMattersPage(_ matters: [MatterRow], next: String?) -> HTMLPage {
    let (l, path) = (reader.language, Link.groupMatters(place?.code ?? ""))
    return page(PlaceWords.groupMatters, current: path) {
      pageTitle(PlaceWords.groupMatters, lead: .text(reader(PlaceWords.groupLead)), l)
      if matters.isEmpty { emptyState(PlaceWords.noGroupMatters, l) } else { groupRows(matters) }
      pager(
        nextHref: next.map { Link.with(path, [("after", $0)]) }, firstHref: query["after"].isEmpty ? nil : path, l)
    }
  }

  private func groupRows(_ matters: [MatterRow]) -> HTML {
    let l = reader.language
    return ul("rows") {
      for matter in matters {
        li("row") {
          div("row-main") {
            classMark(matter.routing.matterClass, l)
            strong { matter.title }
            ul("row-meta") {
              li { serial(matter.number) }
              li { matter.routing.lead }
              if !matter.placeText.isEmpty { li { matter.placeText } }
            }
          }
          div("row-trailing") {
            matter.limitLight(now: now, l)
            matter.chip(l)
          }
        }
      }
    }
  }
}
