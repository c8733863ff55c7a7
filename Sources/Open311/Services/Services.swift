import Governance
import Mechanism
import Seeds
import Store
import Values
import Web

/// The kinds of things that can be reported (GET services) and what is asked of each (GET services/CODE).
let serviceRoutes: [Route] =
  geoRoutes(
    .get, "/open311/v2/services", GeoStrings.servicesSummary, takes: [GeoParameters.jurisdiction],
    gives: GeoAnswer(.list([service(of: Catalogue.sample, Catalogue.shipped, .zh)], item: "service"), root: "services")
  ) { request in
    let catalogue = try await request.catalogue(of: try await request.jurisdiction())
    let l = request.reader.language
    return GeoAnswer(
      .list(catalogue.offered.map { service(of: $0, catalogue, l) }, item: "service"), root: "services")
  }
  + [
    geoRoute(
      .get, "/open311/v2/services/{service}", GeoStrings.serviceSummary, takes: [GeoParameters.jurisdiction],
      gives: GeoAnswer(Definition.sample.tree(.zh), root: "service_definition")
    ) { request in
      let town = try await request.jurisdiction()
      let duty = try await request.catalogue(of: town).offered(request.named("service"))
      let places = try await request.app.database.read { tx in try TownPlaces(town.id, in: tx) }
      return GeoAnswer(Definition(duty: duty, places: places).tree(request.reader.language), root: "service_definition")
    }
  ]

extension Catalogue {
  /// The leaves that may be asked for and given out one by one: those that are public as counts alone are neither.
  var offered: [Duty] { leaves.filter { !isCountOnly(leaf: $0.code, class: $0.matterClass) } }

  /// - Throws: `GeoError` 404.
  func offered(_ code: String) throws(GeoError) -> Duty {
    guard let duty = duty(code), !duty.retired, !isCountOnly(leaf: code, class: duty.matterClass) else {
      throw GeoError(404, GeoStrings.noSuchService(code))
    }
    return duty
  }

  /// A leaf that shows the shape of an answer.
  static var sample: Duty { shipped.offered[0] }
}

private func service(of duty: Duty, _ catalogue: Catalogue, _ l: Language) -> Tree {
  .fields([
    "service_code": .text(duty.code), "service_name": .text(duty.name(l)),
    "description": .text(GeoStrings.handling(bodyName(duty.lead), days: duty.days)(l)), "metadata": .bool(true),
    "type": .text("realtime"), "keywords": .optional(duty.keywords.joined(separator: ",")),
    "group": .optional(catalogue.top(duty.parent)?.name(l)),
  ])
}
