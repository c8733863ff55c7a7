import Governance
import Markup
import Seeds
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
    let shown = page.items.filter(\.isForGroupLeaders)
    return try await request.answer(json: Page(items: shown.map(MatterJSON.init), next: page.next)) {
      request.groupMattersPage(shown, next: page.next)
    }
  },
  groupMatterRoute,
]

extension MatterRow {
  /// Whether the leader of its group may read it: what is public as a count alone is not.
  var isForGroupLeaders: Bool {
    !isCountOnly(leaf: routing.leaf, class: routing.matterClass) && !protectsReporters(leaf: routing.leaf)
  }
}

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
    let (l, group) = (reader.language, place?.code ?? "")
    return rowList(
      matters.map { matter in
        let meta = [serial(matter.number), .text(bodyName(matter.routing.lead)(l)), .text(matter.placeText)]
        return listRow(
          href: Link.groupMatter(group, matter.id),
          title: classMark(matter.routing.matterClass, l) + .text(matter.title), meta: meta.filter { !$0.isEmpty },
          trailing: matter.limitLight(reader) + matter.chip(l))
      })
  }
}
