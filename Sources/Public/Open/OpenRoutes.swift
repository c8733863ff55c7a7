import Governance
import Store
import Values
import Web

private let pageParameters = [
  Parameter("after", PublicStrings.afterMeaning), Parameter("limit", PublicStrings.limitMeaning),
]

/// Lists, search and single matters of what a village has released.
let openRoutes: [Route] = [
  .get(
    "/v/{village}/open/search", needs: .anybody, PublicStrings.searchSummary,
    takes: [Parameter("q", PublicStrings.queryMeaning, required: true)] + pageParameters,
    gives: OpenMattersJSON.sample
  ) { request in
    let (key, text) = (try request.village(), String(request.query["q"].prefix(60)))
    let (after, limit) = (request.after(Matter.self), request.limit(default: 30))
    let page = try await request.app.database.read { tx in
      try tx.released(matching: text, in: key, before: after, limit: limit)
    }
    return try await request.answer(json: OpenMattersJSON(page)) { request.openSearchPage(page, text: text) }
  },
  .get(
    "/v/{village}/open/{class}", needs: .anybody, PublicStrings.openSummary,
    takes: [Parameter("state", PublicStrings.stateMeaning, of: MatterState.self)] + pageParameters,
    gives: OpenMattersJSON.sample
  ) { request in
    guard let matterClass = MatterClass(rawValue: request.parameters["class"] ?? "") else { throw NotFound() }
    let state = try request.openState(of: matterClass)
    let (key, after, limit) = (try request.village(), request.after(Matter.self), request.limit(default: 30))
    if matterClass == .personal { return try await request.privateCounts() }
    let page = try await request.app.database.read { tx in
      if let state { return try tx.released(matterClass, state: state, in: key, before: after, limit: limit) }
      return try tx.released(matterClass, in: key, before: after, limit: limit)
    }
    return try await request.answer(json: OpenMattersJSON(page)) { request.openListPage(page, matterClass, state) }
  },
  .get(
    "/v/{village}/open/matters/{matter}", needs: .anybody, PublicStrings.matterSummary,
    gives: OpenMatterDetailJSON.sample
  ) { request in
    let view = try await OpenMatterView(request)
    // A link to a matter that was merged leads on to the one that took it in.
    if !request.isAPI, try view.matter.id != request.id("matter") {
      return .redirect(Link.openMatter(request.placeCode, view.matter.id))
    }
    return try await request.answer(json: OpenMatterDetailJSON(view, request)) { request.openMatterPage(view) }
  },
]

extension Request {
  var placeCode: String { place?.code ?? "" }

  /// The state of the query. A state that the class does not have is shown as none to a person, and thrown to a program.
  fileprivate func openState(of matterClass: MatterClass) throws -> MatterState? {
    var errors = FieldErrors()
    let state = query.choice("state", as: MatterState.self, &errors)
    guard errors.isEmpty || !isAPI else { throw errors }
    return state.flatMap { openStates(of: matterClass).contains($0) ? $0 : nil }
  }

  /// Private matters are counts alone.
  fileprivate func privateCounts() async throws -> Answer {
    let key = try village()
    let counts = try await app.database.read { tx in
      OpenCounts(try tx.publicFigures(in: key).counters, of: .personal)
    }
    return try await answer(json: counts) { privateCountsPage(counts) }
  }
}

/// The states by which a list of released matters can be narrowed.
func openStates(of matterClass: MatterClass) -> [MatterState] {
  let possible = MatterState.states(of: matterClass).subtracting([.merged, .pending])
  return MatterState.allCases.filter(possible.contains)
}
