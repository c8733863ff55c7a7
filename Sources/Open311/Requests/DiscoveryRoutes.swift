import Values
import Web

/// Where GeoReport stands, for programs that know the server alone.
let discoveryRoutes: [Route] = geoRoutes(
  .get, Link.discovery, GeoStrings.discoverySummary,
  gives: GeoAnswer(discovery(base: "https://example.org", .zh), root: "discovery")
) { request in
  GeoAnswer(discovery(base: request.publicURL, request.reader.language), root: "discovery")
}

/// `changeset`: when the addresses last changed their form.
private func discovery(base: String, _ l: Language) -> Tree {
  let changed = Tree.text("2026-11-28T00:00:00Z")
  let formats = Tree.list([.text("text/xml"), .text("application/json")], item: "format")
  return .fields([
    "changeset": changed, "contact": .text(GeoStrings.contact(base)(l)),
    "key_service": .text(GeoStrings.keyService(base)(l)),
    "endpoints": .list(
      [
        .fields([
          "specification": .text("http://wiki.open311.org/GeoReport_v2"), "url": .text(base + Link.geoReport),
          "changeset": changed, "type": .text("production"), "formats": formats,
        ])
      ], item: "endpoint"),
  ])
}
