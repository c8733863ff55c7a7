import Governance
import Store
import Values
import Web

/// What was released, one by one (GET requests, GET requests/ID), and what became of a report (GET tokens/TOKEN).
let requestRoutes: [Route] =
  geoRoutes(
    .get, "/open311/v2/requests", GeoStrings.requestsSummary, takes: GeoParameters.filters,
    gives: GeoAnswer(.list([ServiceRequest.sample], item: "request"), root: "service_requests")
  ) { request in
    let town = try await request.jurisdiction()
    let catalogue = try await request.catalogue(of: town)
    let filter = try RequestFilter(request.query, catalogue: catalogue, now: request.now)
    let found = try await request.app.database.read { tx in try tx.serviceRequests(filter, town: town.id) }
    let (base, l) = (request.publicURL, request.reader.language)
    return GeoAnswer(
      .list(found.map { $0.tree(catalogue, base: base, l) }, item: "request"), root: "service_requests")
  }
  + [requestRoute, tokenRoute]

/// By the id of a released matter, or by the token of one's own report.
private let requestRoute = geoRoute(
  .get, "/open311/v2/requests/{request}", GeoStrings.requestSummary, takes: [GeoParameters.jurisdiction],
  gives: GeoAnswer(.list([ServiceRequest.sample], item: "request"), root: "service_requests")
) { request in
  let town = try await request.jurisdiction()
  let catalogue = try await request.catalogue(of: town)
  let (asked, base, l) = (request.named("request"), request.publicURL, request.reader.language)
  let tree = try await request.app.database.read { tx -> Tree in
    if let id = ID<Matter>(asked) {
      guard let found = try tx.serviceRequest(id, town: town.id) else {
        throw GeoError(404, GeoStrings.noSuchRequest(asked))
      }
      return found.tree(catalogue, base: base, l)
    }
    return try tx.ownRequest(asked, town: town.id).tree(catalogue, base: base, l)
  }
  return GeoAnswer(.list([tree], item: "request"), root: "service_requests")
}

/// The id of the released matter; as long as nothing was released, the token stands for it: GET requests takes both.
private let tokenRoute = geoRoute(
  .get, "/open311/v2/tokens/{token}", GeoStrings.tokenSummary, takes: [GeoParameters.jurisdiction],
  gives: GeoAnswer(.list([tokenSample], item: "request"), root: "service_requests")
) { request in
  let (town, token) = (try await request.jurisdiction(), request.named("token"))
  let id = try await request.app.database.read { tx in
    try tx.releasedID(of: tx.ownRequest(token, town: town.id))
  }
  let tree = Tree.fields(["service_request_id": .text(id?.description ?? token), "token": .text(token)])
  return GeoAnswer(.list([tree], item: "request"), root: "service_requests")
}

private let tokenSample = Tree.fields([
  "service_request_id": .text("1"), "token": .text("0123456789abcdefghjkmnpqrs"),
])
