import Governance
import Mechanism
import People
import TriageEngine
import Values
import Web

extension Request {
  /// Reads what the list shows: a page of matters by the filters of the query.
  func matterList(_ catalogues: Catalogues, filter: MatterFilter) async throws -> MatterList {
    let (key, today) = (try village(), now.day)
    let (limit, after) = (limit(), after(Matter.self))
    let (matters, catalogue, groups) = try await app.database.read { tx in
      (
        try tx.matters(in: key, where: filter, before: after, limit: limit + 1),
        try catalogues.current(town: key.town, day: today, in: tx).catalogue,
        try tx.children(of: key.village, after: nil, limit: 200)
      )
    }
    let found = Page(matters, limit: limit) { $0.id.description }
    let page = Page(items: shown(found.items, foundBy: filter.text), next: found.next)
    return MatterList(filter: filter, page: page, catalogue: catalogue, groups: groups)
  }
}

/// The list of a village's matters.
func matterListRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/matters", needs: .can(.readMatters), MatterListStrings.title,
      takes: [
        Parameter("class", MatterListStrings.matterClass, of: MatterClass.self),
        Parameter("state", MatterListStrings.state, of: MatterState.self),
        Parameter("leaf", MatterListStrings.leaf), Parameter("lead", MatterListStrings.lead),
        Parameter("group", MatterListStrings.group), Parameter("channel", MatterListStrings.channel, of: Channel.self),
        Parameter("from", MatterListStrings.from), Parameter("to", MatterListStrings.to),
        Parameter("q", WebStrings.search), Parameter("after", WebStrings.nextPage),
        Parameter("limit", Text(zh: "每页几条，1 到 200", en: "How many, 1 to 200")),
      ], gives: Page(items: [MatterJSON.sample], next: "1234567890123")
    ) { request in
      var list = try await request.matterList(catalogues, filter: MatterFilter(request.query, now: request.now))
      // The page says so beside its field.
      if request.isAPI, SearchTokens.isTooShort(list.filter.text) {
        throw FieldErrors("q", WebStrings.searchTooShort)
      }
      list.isChoosing = request.query.isOn("choose") && request.may(.manageFamilies)
      return try await request.answer(
        json: Page(items: list.page.items.map(MatterJSON.init), next: list.page.next)
      ) { [list] in request.matterListPage(list) }
    }
  ]
}
