import Foundation
import Governance
import Matters
import Mechanism
import Testing
import Values
import Web

@testable import sanshi

/// GeoReport v2 as programs read it: the specification's own calls.
@Suite struct Open311Tests {
  /// The addresses of the specification, with the town of the tests.
  private func address(_ path: String, _ query: [(String, String)] = []) -> String {
    let all = [("jurisdiction_id", TestTown.town)] + query
    return "/open311/v2/\(path)?" + all.map { "\($0)=\(Client.encoded($1))" }.joined(separator: "&")
  }

  private func list(_ path: String, _ query: [(String, String)] = [], in town: TestTown) async throws -> [[String: Any]]
  {
    let answer = try await town.resident.get(address(path, query))
    #expect(
      answer.status == 200 && answer.headers["content-type"] == "application/json; charset=utf-8", "\(answer.text)")
    return try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
  }

  private func ids(_ query: [(String, String)], _ town: TestTown) async throws -> [String] {
    try await list("requests.json", query, in: town).compactMap { $0["service_request_id"] as? String }
  }

  private func release(_ matter: ID<Matter>, _ title: String, in code: String = TestTown.qinghe, _ town: TestTown)
    async throws
  {
    let key = try town.key(code)
    try await town.program.app.write { w in try w.release(matter, title: title, place: "三组", isPublic: true, in: key) }
  }

  /// What XML holds, by element: the texts of all elements of a name.
  private func texts(_ name: String, _ xml: String) -> [String] {
    xml.components(separatedBy: "<\(name)>").dropFirst().map { $0.components(separatedBy: "</\(name)>")[0] }
  }

  // MARK: Services

  @Test(arguments: Backend.all) func anUnknownAddressIsAnsweredInTheFormAskedFor(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let json = try await town.resident.get("/open311/v2/nothing.json")
      #expect(json.status == 404 && json.text.contains("\"code\":404"), "\(json.text)")
      let xml = try await town.resident.get("/open311/v2/nothing/else.xml")
      #expect(
        xml.status == 404 && xml.text.contains("<errors>") && xml.text.contains("<code>404</code>"), "\(xml.text)")
      #expect(try await town.resident.get("/nothing").text.contains("<html"))
    }
  }

  @Test(arguments: Backend.all) func servicesAreTheKindsThatAreGivenOut(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let services = try await list("services.json", in: town)
      let lamp = try required(services.first { $0["service_code"] as? String == "CM0302" })
      #expect(lamp["type"] as? String == "realtime" && lamp["metadata"] as? Bool == true)
      for field in ["service_name", "description", "keywords", "group"] {
        #expect((lamp[field] as? String)?.isEmpty == false, "\(field)")
      }
      let codes = services.compactMap { $0["service_code"] as? String }
      #expect(codes.allSatisfy { !$0.hasPrefix("PM") && !$0.hasPrefix("GM06") && $0 != "GM0706" && $0 != "GM0505" })
      let xml = try await town.resident.get(address("services.xml"))
      #expect(xml.headers["content-type"] == "text/xml; charset=utf-8")
      #expect(xml.text.contains("<services><service><service_code>") && texts("service_code", xml.text) == codes)
      #expect(try await town.resident.get(address("services/GM0601.xml")).status == 404)
      #expect(try await town.resident.get(address("services/none.json")).status == 404)
    }
  }

  @Test(arguments: Backend.all) func aDefinitionAsksForThePlaceByItsKeys(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await town.resident.get(address("services/CM0302.json"))
      #expect(answer.json["service_code"] as? String == "CM0302")
      let attributes = answer.json["attributes"] as? [[String: Any]] ?? []
      #expect(attributes.compactMap { $0["order"] as? Int } == [1, 2, 3, 4, 5])
      func keys(_ code: String) -> [String] {
        let found = attributes.first { $0["code"] as? String == code }
        return (found?["values"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
      }
      #expect(keys("village") == [TestTown.qinghe, TestTown.willow], "another town's villages are no choice")
      #expect(Set(keys("place")) == [TestTown.qinghe + "01", TestTown.qinghe + "02", TestTown.willow + "01"])
      #expect(keys("about_staff") == ["no", "yes"])
      let village = try required(attributes.first { $0["code"] as? String == "village" })
      #expect(village["required"] as? Bool == true && village["datatype"] as? String == "singlevaluelist")
      let xml = try await town.resident.get(address("services/CM0302.xml")).text
      #expect(xml.contains("<service_definition><service_code>CM0302</service_code><attributes><attribute>"))
      #expect(xml.contains("<values><value><key>\(TestTown.qinghe)</key>"))
    }
  }

  // MARK: Requests

  @Test(arguments: Backend.all) func onlyWhatIsReleasedIsGivenOut(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (shown, kept) = (try await town.matter(title: "办公室的话"), try await town.matter(title: "井盖"))
      let other = try await town.matter(title: "邻镇的桥", in: TestTown.riverside)
      let health = try await town.matter(leaf: "GM0902", title: "卫生室没有药")
      try await release(health, "卫生室没有药", town)
      let key = try town.key()
      let protected = Routing(duty: try required(Catalogue.shipped.duty("GM0601")))
      try await town.program.app.write { w in try w.reclassify(health, to: protected, in: key) }
      try await release(shown, "三组路灯不亮", town)
      try await release(other, "邻镇的桥", in: TestTown.riverside, town)
      #expect(try await ids([], town) == ["\(shown)"])
      for hidden in [kept, other, health] {
        #expect(try await town.resident.get(address("requests/\(hidden).json")).status == 404)
        #expect(try await ids([("service_request_id", "\(hidden)")], town).isEmpty)
      }
      let one = try required(try await list("requests/\(shown).json", in: town).first)
      #expect(one["description"] as? String == "三组路灯不亮" && one["address"] as? String == "清河村 三组")
      #expect(one["status"] as? String == "open" && one["service_code"] as? String == "CM0302")
      #expect(one["requested_datetime"] as? String == town.clock.now.iso && one["expected_datetime"] is String)
      let fields: Set = [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
        "agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime",
        "address", "address_id", "zipcode", "lat", "long", "media_url",
      ]
      #expect(Set(one.keys) == fields && one["lat"] is NSNull && one["long"] is NSNull)
      let text = try await town.resident.get(address("requests.xml")).text
      #expect(text.contains("<service_requests><request><service_request_id>\(shown)</service_request_id>"))
      #expect(!text.contains("办公室的话") && !text.contains("张0") && !text.contains("199001"), "an office's words are out")
    }
  }

  @Test(arguments: Backend.all) func everyFilterNarrows(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let old = try await town.matter(title: "旧的")
      try await release(old, "旧的", town)
      town.clock.advance(minutes: 100 * 1440)
      let (lamp, road) = (try await town.matter(title: "灯"), try await town.matter(leaf: "GM0901", title: "路"))
      try await release(lamp, "灯", town)
      town.clock.advance(minutes: 60)
      let late = try await town.matter(title: "井", in: TestTown.willow)
      for (matter, code) in [(road, TestTown.qinghe), (late, TestTown.willow)] {
        try await release(matter, "某事", in: code, town)
      }
      let keeper = try await town.keeper()
      let matters = "/v/\(TestTown.qinghe)/matters/\(lamp)"
      let answered = try await keeper.api("\(matters)/answer", ["text": "灯换好了"])
      #expect(answered.status == 200, "\(answered.text)")
      let told = try required(try await list("requests/\(lamp).json", in: town).first)
      #expect(told["status"] as? String == "open" && told["expected_datetime"] is NSNull, "it was answered")
      let closed = try await keeper.api("\(matters)/closure", ["outcome": "solved", "text": "换好了"])
      #expect(closed.status == 200, "\(closed.text)")
      func found(_ query: [(String, String)]) async throws -> Set<String> { Set(try await ids(query, town)) }
      let now = town.clock.now
      #expect(try await found([]) == ["\(lamp)", "\(road)", "\(late)"], "ninety days without dates")
      #expect(try await ids([], town).first == "\(late)", "the newest first")
      #expect(try await found([("end_date", now.adding(days: -50).iso)]) == ["\(old)"])
      #expect(try await found([("start_date", now.adding(days: -130).iso)]) == ["\(old)"])
      let hour = [("start_date", now.adding(minutes: -30).iso), ("end_date", now.iso)]
      #expect(try await found(hour) == ["\(late)"])
      #expect(try await found([("status", "closed")]) == ["\(lamp)"])
      #expect(try await found([("status", "open")]) == ["\(road)", "\(late)"])
      #expect(try await found([("status", "open,closed")]).count == 3)
      #expect(try await found([("service_code", "GM0901")]) == ["\(road)"])
      #expect(try await found([("service_code", "GM0901,CM0302")]).count == 3)
      // Ids override all the rest.
      let both = [("service_request_id", "\(old),\(lamp),999"), ("status", "open"), ("service_code", "GM0901")]
      #expect(try await found(both) == ["\(old)", "\(lamp)"])
      let first = try await ids([("page_size", "2"), ("page", "1")], town)
      let second = try await ids([("page_size", "2"), ("page", "2")], town)
      let all = try await ids([], town)
      #expect(first.count == 2 && first + second == all)
      let done = try required(try await list("requests/\(lamp).json", in: town).first)
      #expect(done["status"] as? String == "closed" && done["status_notes"] as? String == "灯换好了")
      #expect(done["expected_datetime"] is NSNull)
    }
  }

  @Test(arguments: Backend.all) func whatWasMergedIsFoundAsWhatTookItIn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (a, b, key) = (try await town.matter(title: "灯"), try await town.matter(title: "灯又坏了"), try town.key())
      try await release(a, "灯", town)
      _ = try await town.program.app.write { w in try w.merge([b], into: a, in: key, reason: "同一件事") }
      let found = try await list("requests/\(b).json", in: town)
      #expect(found.first?["service_request_id"] as? String == "\(a)")
    }
  }

  // MARK: Errors

  @Test(arguments: Backend.all) func errorsHaveTheFormOfTheSpecification(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let expected: [(String, Int)] = [
        ("/open311/v2/services.json", 400), ("/open311/v2/services.xml?jurisdiction_id=none", 404),
        ("/open311/v2/services.xml?jurisdiction_id=\(TestTown.qinghe)", 404), (address("services/none.xml"), 404),
        (address("requests.json", [("status", "broken")]), 400), (address("requests.xml", [("page", "0")]), 400),
        (address("requests.json", [("start_date", "soon")]), 400), (address("requests/9.json"), 404),
        (address("requests.json", [("service_code", "none")]), 404), (address("tokens/none.xml"), 404),
        (address("requests/none.json"), 404), (address("tokens/9.json"), 404), (address("requests/9.txt"), 404),
      ]
      for (path, status) in expected {
        let answer = try await town.resident.get(path)
        #expect(answer.status == status, "\(path): \(answer.status)")
        if path.contains(".xml") {
          #expect(answer.headers["content-type"] == "text/xml; charset=utf-8")
          #expect(answer.text.contains("<errors><error><code>\(status)</code><description>"), "\(answer.text)")
        } else {
          let errors = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
          #expect(errors.first?["code"] as? Int == status && errors.first?["description"] is String, "\(answer.text)")
        }
      }
      let accepted = try await town.resident.get("/open311/v2/services", headers: ["Accept": "text/xml"])
      #expect(accepted.status == 400 && accepted.text.contains("<errors>"))
      let english = try await town.resident.get(address("requests/9.json"), headers: ["Accept-Language": "en"])
      #expect(english.text.contains("no released request 9"))
    }
  }

  @Test(arguments: Backend.all) func theDiscoveryLeadsToTheService(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let found = try await town.resident.get("/open311/discovery.json").json
      let endpoint = try required((found["endpoints"] as? [[String: Any]])?.first)
      #expect(endpoint["url"] as? String == "http://127.0.0.1:\(town.port)/open311/v2")
      #expect(endpoint["formats"] as? [String] == ["text/xml", "application/json"])
      let xml = try await town.resident.get("/open311/discovery.xml").text
      #expect(xml.contains("<discovery><changeset>") && xml.contains("<formats><format>text/xml</format>"))
    }
  }

  @Test(arguments: Backend.all) func theDescriptionOfTheAPINamesTheAddressesAsTheyStand(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let description = try await town.resident.get("/api/v1/openapi.json").json
      let paths = try required(description["paths"] as? [String: [String: Any]])
      for path in ["services", "services.xml", "requests.json", "requests/{request}", "tokens/{token}"] {
        #expect(paths["/open311/v2/" + path]?["get"] != nil, "\(path)")
      }
      #expect(paths["/open311/v2/requests.xml"]?["post"] != nil)
      #expect(!paths.keys.contains { $0.hasPrefix("/api/v1/open311") })
      #expect(try await town.resident.get("/api/v1/open311/v2/services.json").status == 404)
      #expect(try await town.resident.get("/api").text.contains("GET /open311/v2/services.json"))
    }
  }
}
