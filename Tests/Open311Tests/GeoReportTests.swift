import Foundation
import Mechanism
import Testing
import Values
import Web

@testable import Open311

/// What GeoReport reads and writes, without a server.
@Suite struct GeoReportTests {
  @Test(arguments: [
    ("2010-01-01T00:00:00Z", "2010-01-01T00:00:00Z"), ("2010-01-01T08:00:00+08:00", "2010-01-01T00:00:00Z"),
    ("2010-01-01T08:00:00 08:00", "2010-01-01T00:00:00Z"), ("2010-05-24T12:19:54-07:00", "2010-05-24T19:19:54Z"),
    ("2010-01-01T00:00Z", "2010-01-01T00:00:00Z"), ("2010-01-01T00:00:00.250Z", "2010-01-01T00:00:00Z"),
    // A day begins at midnight in China.
    ("2010-01-01", "2009-12-31T16:00:00Z"),
  ])
  func timesOfTheW3CAreRead(_ text: String, _ utc: String) { #expect(Instant(w3c: text)?.iso == utc) }

  @Test(arguments: [
    "", "yesterday", "2010-13-01", "2010-01-01T", "2010-01-01T25:00:00Z", "2010-01-01T00:00:00", "2010-01-01T00Z",
    "2010-01-01T00:00:00+8", "2010-01-01T-1:00:00Z", "01-02-2010", "2010-01-01T00:00:00Zx",
  ])
  func whatIsNoTimeIsNone(_ text: String) { #expect(Instant(w3c: text) == nil) }

  @Test(arguments: [
    ("/open311/v2/services.xml", "", GeoFormat.xml), ("/open311/v2/services.JSON", "text/xml", .json),
    ("/open311/v2/services", "", .json), ("/open311/v2/services", "text/xml", .xml),
    ("/open311/v2/services", "application/xml;q=0.9, application/json", .xml),
    ("/open311/v2/requests/7", "application/json", .json), ("/open311/v2/services", "text/html, */*", .json),
  ])
  func theFormatIsThatOfTheEndElseOfAccept(_ path: String, _ accept: String, _ format: GeoFormat) {
    #expect(GeoFormat(path: path, accept: accept) == format)
  }

  @Test func anEndThatIsNoFormatIsNone() { #expect(GeoFormat(path: "/open311/v2/services.txt", accept: "") == nil) }

  @Test func oneTreeIsWrittenInBothFormats() throws {
    let tree = Tree.fields([
      "a": .text("<b> & \"c\"\u{7}"), "none": .nothing, "on": .bool(true), "n": .number(3),
      "list": .list([.text("x")], item: "item"), "empty": .list([], item: "item"),
    ])
    #expect(
      tree.xml(root: "r")
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<r><a>&lt;b&gt; &amp; &quot;c&quot;</a><none/>"
        + "<on>true</on><n>3</n><list><item>x</item></list><empty></empty></r>\n")
    let json = try JSONSerialization.jsonObject(with: Data(try JSON.bytes(tree))) as? [String: Any] ?? [:]
    #expect(json["none"] is NSNull && json["on"] as? Bool == true && json["n"] as? Int == 3)
    #expect(json["list"] as? [String] == ["x"] && (json["empty"] as? [String])?.isEmpty == true)
  }

  // MARK: Filters

  private let now = Instant(iso: "2026-11-18T01:00:00Z") ?? Instant(milliseconds: 0)

  private func filter(_ query: [String: String]) throws -> RequestFilter {
    try RequestFilter(Form(fields: query.mapValues { [$0] }), catalogue: .shipped, now: now)
  }

  @Test(arguments: [
    (nil, nil, "2026-08-20T01:00:00Z", "2026-11-18T01:00:00Z"),
    ("2026-01-01T00:00:00Z", nil, "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
    (nil, "2026-04-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
    ("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
  ])
  func theSpanIsNinetyDays(_ start: String?, _ end: String?, _ from: String, _ to: String) throws {
    let given = ["start_date": start, "end_date": end].compactMapValues(\.self)
    let filter = try filter(given)
    #expect(filter.start.iso == from && filter.end.iso == to)
  }

  @Test(arguments: [
    ["start_date": "2026-01-01T00:00:00Z", "end_date": "2026-04-01T00:00:01Z"],
    ["start_date": "2026-04-01T00:00:00Z", "end_date": "2026-01-01T00:00:00Z"], ["start_date": "soon"],
    ["status": "broken"], ["status": "open,broken"], ["page": "0"], ["page_size": "1001"], ["page_size": "x"],
    ["page": "3", "page_size": "500"],
  ])
  func whatCannotBeAskedIsRefused(_ query: [String: String]) {
    #expect(throws: FieldErrors.self) { try filter(query) }
  }

  @Test func pagesEndAtAThousand() throws {
    #expect(try filter([:]).rowsToRead == 1000)
    #expect(try filter(["page": "2", "page_size": "500"]).rowsToRead == 1000)
    #expect(try filter(["page": "3", "page_size": "7"]).rowsToRead == 21)
    #expect(try filter(["page": "4", "page_size": "333"]).rowsToRead == 1000)
  }

  @Test func oneStatusNarrowsAndBothDoNot() throws {
    #expect(try filter(["status": "open"]).isOpen == true)
    #expect(try filter(["status": "closed"]).isOpen == false)
    #expect(try filter(["status": "open, closed"]).isOpen == nil)
    #expect(try filter([:]).isOpen == nil)
    #expect(throws: GeoError.self) { try filter(["service_code": "CM0302,none"]) }
  }

  // MARK: Outlines

  private static func square(_ west: Double, _ south: Double, _ size: Double) -> String {
    let (east, north) = (west + size, south + size)
    return "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
  }

  private static func map(_ type: String, _ coordinates: String) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"\(type)\","
      + "\"coordinates\":\(coordinates)}}]}"
  }

  @Test func aPointLiesWithinAnOutlineAndInNoHole() {
    let (one, other, broken) = (ID<Place>(1), ID<Place>(2), ID<Place>(3))
    let outlines = VillageOutlines([
      one: Self.map("Polygon", "[\(Self.square(104, 30, 1)),\(Self.square(104.4, 30.4, 0.2))]"),
      other: Self.map("MultiPolygon", "[[\(Self.square(106, 30, 1))],[\(Self.square(104.9, 30.9, 0.5))]]"),
      broken:
        "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}",
    ])
    #expect(outlines.holding(latitude: 30.1, longitude: 104.1) == [one])
    #expect(outlines.holding(latitude: 30.5, longitude: 104.5) == [], "it is a hole")
    #expect(outlines.holding(latitude: 30.95, longitude: 104.95) == [one, other])
    #expect(outlines.holding(latitude: 30.5, longitude: 106.5) == [other])
    #expect(
      outlines.holding(latitude: 31.5, longitude: 106.5) == [] && outlines.holding(latitude: 0, longitude: 0) == [])
  }
}
