import Foundation
import Governance
import Matters
import Public
import Testing
import Values
import Web

@testable import Connect
@testable import sanshi

/// What programs report over GeoReport v2, and how their people follow it.
@Suite struct Open311ReportTests {
  private var v: String { "/v/\(TestTown.qinghe)" }
  private static let path = "/open311/v2/requests.json"

  private func fields(_ more: [String: String] = [:]) -> [(String, String)] {
    let usual = [
      "jurisdiction_id": TestTown.town, "service_code": "CM0302", "description": "桥头的路灯不亮了",
      "attribute[village]": TestTown.qinghe,
    ]
    return usual.merging(more) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
  }

  /// What a report answers: the request of the list.
  private func report(_ more: [String: String] = [:], _ town: TestTown) async throws -> [String: Any] {
    let answer = try await town.resident.post(Self.path, fields(more))
    #expect(answer.status == 200, "\(answer.text)")
    let list = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
    return try required(list.first)
  }

  /// The descriptions of the errors.
  private func refused(_ more: [String: String], _ status: Int, _ client: Client) async throws -> String {
    let answer = try await client.post(Self.path, fields(more))
    #expect(answer.status == status, "\(more): \(answer.status) \(answer.text)")
    let errors = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
    #expect(errors.allSatisfy { $0["code"] as? Int == status })
    return errors.compactMap { $0["description"] as? String }.joined(separator: "\n")
  }

  private func concern(_ answer: [String: Any], _ town: TestTown) async throws -> ConcernRow {
    let token = try required(answer["token"] as? String)
    return try await town.program.app.database.read { tx in try tx.concern(token: token) }
  }

  private func one(_ path: String, _ town: TestTown) async throws -> [String: Any] {
    let answer = try await town.resident.get("/open311/v2/\(path)?jurisdiction_id=\(TestTown.town)")
    #expect(answer.status == 200, "\(answer.text)")
    return try required((try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]])?.first)
  }

  // MARK: Filed

  @Test(arguments: Backend.all) func aReportBecomesAConcernOfItsVillage(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await report(
        [
          "first_name": "三", "last_name": "张", "phone": "19900001234", "device_id": "手机77", "account_id": "a-9",
          "media_url": "http://127.0.0.1:\(town.port)/picture.jpg", "address_string": "桥头小卖部对面",
          "address_id": TestTown.qinghe + "02",
        ], town)
      #expect(answer["service_request_id"] is NSNull && answer["account_id"] as? String == "a-9")
      let filed = try await concern(answer, town)
      let key = try town.key()
      #expect(filed.channel == .open311 && filed.key == key && filed.text == "桥头的路灯不亮了")
      #expect(filed.placeText == "桥头小卖部对面" && filed.group == town.places[TestTown.qinghe + "02"]?.id)
      let notes = try await town.program.app.database.read { tx in
        try tx.additions(to: filed.id, town: filed.key.town).map { try $0.text("text") }
      }
      #expect(notes.count == 1 && notes[0].contains("CM0302") && notes[0].contains("/picture.jpg"))
      #expect(!notes[0].contains("手机77") && !notes[0].contains("a-9"), "the device and their account are not kept")
      let keeper = try await town.keeper()
      let shown = try await keeper.get("\(v)/concerns/\(filed.id)").text
      #expect(shown.contains("Open311") && shown.contains("张*") && shown.contains("没有打开过"))
    }
  }

  @Test(arguments: Backend.all) func theSpecificationsExampleInXML(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let sent: [(String, String)] = [
        ("api_key", ""), ("jurisdiction_id", TestTown.town), ("service_code", "CM0302"), ("lat", "30.111"),
        ("long", "104.222"), ("address_string", "1234 5th street"), ("email", "smit333@example.com"),
        ("device_id", "tt222111"), ("account_id", "123456"), ("first_name", "John"), ("last_name", "Smith"),
        ("phone", "19911111111"), ("description", "A large sinkhole is destroying the street"),
        ("media_url", "http://farm3.static.example.com/2212/2306/0000.jpg"), ("attribute[village]", TestTown.willow),
      ]
      let answer = try await town.resident.post("/open311/v2/requests.xml", sent)
      #expect(answer.status == 200 && answer.headers["content-type"] == "text/xml; charset=utf-8", "\(answer.text)")
      #expect(answer.text.contains("<service_requests><request><service_request_id/><token>"))
      #expect(answer.text.contains("<account_id>123456</account_id></request></service_requests>"))
      let rows = try await town.program.app.database.read { tx in
        try tx.rows("SELECT c.lat AS lat, c.lon AS lon, p.name AS name FROM concern c JOIN person p ON p.id = c.person")
          .map { ($0.optionalDouble("lat"), $0.optionalDouble("lon"), try $0.text("name")) }
      }
      #expect(rows.count == 1 && rows[0] == (30.111, 104.222, "John Smith"))
    }
  }

  @Test(arguments: Backend.all) func dangerBringsTheNumbersAndRings(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await report(["description": "变压器着火了，有人触电昏迷"], town)
      let notice = try required(answer["service_notice"] as? String)
      #expect(notice.contains("119") && notice.contains("120"), "\(notice)")
      let filed = try await concern(answer, town)
      #expect(filed.urgency >= .danger)
      #expect(try await town.keeper().get("/alarms.json").text.contains("\(filed.id)"), "it rings with the keeper")
      let alarms = try await town.count("SELECT COUNT(*) AS n FROM alarm WHERE town = \(filed.key.town)")
      #expect(alarms == 1)
      let calm = try await report([:], town)
      #expect(!(calm["service_notice"] as? String ?? "").contains("119"))
    }
  }

  @Test(arguments: Backend.all) func whatConcernsStaffIsSealedAndLooksTheSame(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (plain, ticked) = (try await report([:], town), try await report(["attribute[about_staff]": "yes"], town))
      let told = try await report(["description": "村主任贪污低保款"], town)
      for answer in [ticked, told] {
        #expect(Set(answer.keys) == Set(plain.keys) && answer["service_request_id"] is NSNull)
        let filed = try await concern(answer, town)
        #expect(filed.isSealed && filed.device == nil)
        let own = try await one("requests/\(try required(answer["token"] as? String)).json", town)
        #expect(own["status"] as? String == "open" && own["description"] is NSNull && own["service_code"] is NSNull)
      }
      let keeper = try await town.keeper()
      #expect(try await keeper.get("/api/v1\(v)/concerns").items.count == 1, "the village sees the plain one alone")
      let sealed = try await town.person(.disciplineReader, at: TestTown.town).get("/api/v1/t/\(TestTown.town)/sealed")
      #expect(sealed.items.count == 2)
    }
  }

  // MARK: Followed

  @Test(arguments: Backend.all) func aTokenLeadsToTheStateAndThenToWhatWasReleased(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let answer = try await report([:], town)
      let (token, filed) = (try required(answer["token"] as? String), try await concern(answer, town))
      #expect(try await one("tokens/\(token).json", town)["service_request_id"] as? String == token)
      let own = try await one("requests/\(token).json", town)
      #expect(own["status"] as? String == "open" && own["expected_datetime"] as? String == filed.acceptBy.iso)
      #expect(own["address"] is NSNull && own["description"] is NSNull)
      #expect((own["service_notice"] as? String)?.hasSuffix("/r/\(token)") == true)
      let keeper = try await town.keeper()
      let decision: [String: Any] = [
        "target": "new", "title": "桥头路灯", "leaf": "CM0302", "lead": "村（居）委会", "limit_days": "5", "urgency": "U0",
        "reason": "村里的路灯",
      ]
      let triaged = try await keeper.api("\(v)/concerns/\(filed.id)/triage", decision)
      #expect(triaged.status == 200 || triaged.status == 201, "\(triaged.text)")
      #expect(try await one("tokens/\(token).json", town)["service_request_id"] as? String == token)
      let sorted = try await one("requests/\(token).json", town)
      #expect(sorted["service_code"] as? String == "CM0302" && sorted["description"] is NSNull)
      let matter = try required((triaged.json["matters"] as? [[String: Any]])?.first?["id"] as? String)
      let release = ["public": "1", "public_title": "桥头路灯不亮", "public_place": "桥头"]
      #expect(try await keeper.api("\(v)/matters/\(matter)/release", release).status == 200)
      #expect(try await one("tokens/\(token).json", town)["service_request_id"] as? String == matter)
      #expect(try await one("requests/\(matter).json", town)["description"] as? String == "桥头路灯不亮")
    }
  }

  @Test(arguments: Backend.all) func aForgedTokenOrOneOfAnotherTownOpensNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let elsewhere = try await town.concern("江边的事", in: TestTown.riverside)
      let filed = try await town.concern()
      let forged = filed.token.dropLast() + (filed.token.hasSuffix("a") ? "b" : "a")
      for token in [String(forged), elsewhere.token, "", "..", "%00", filed.number] {
        for path in ["tokens/\(token).json", "requests/\(token).json"] {
          let answer = try await town.resident.get("/open311/v2/\(path)?jurisdiction_id=\(TestTown.town)")
          #expect(answer.status == 404, "\(path): \(answer.status)")
        }
      }
    }
  }

  // MARK: Where

  private func square(_ west: Double, _ south: Double) throws -> VillageMap {
    let (east, north) = (west + 0.1, south + 0.1)
    let ring = "[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]"
    let file =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},"
      + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}]}"
    return try VillageMap(Array(file.utf8))
  }

  @Test(arguments: Backend.all) func theVillageIsFoundByPointKeyOrAttribute(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (qinghe, willow) = (try town.key(), try town.key(TestTown.willow))
      let (here, there) = (try square(104, 30), try square(104.2, 30))
      let landmark = try await town.program.app.write { w in
        try w.setVillageMap(here, of: qinghe)
        try w.setVillageMap(there, of: willow)
        return try w.addLandmark(NewLandmark(nameZh: "石桥"), in: willow)
      }
      func village(_ more: [String: String]) async throws -> VillageKey {
        try await concern(report(["attribute[village]": ""].merging(more) { $1 }, town), town).key
      }
      #expect(try await village(["lat": "30.05", "long": "104.05"]) == qinghe)
      #expect(try await village(["lat": "30.05", "long": "104.25"]) == willow)
      #expect(try await village(["address_id": TestTown.willow + "01"]) == willow)
      #expect(try await village(["address_id": "\(landmark)"]) == willow)
      #expect(try await village(["attribute[place]": TestTown.qinghe + "01"]) == qinghe)
      // A point in no outline tells nothing; the attribute does.
      #expect(try await village(["lat": "40", "long": "100", "attribute[village]": TestTown.willow]) == willow)
      let client = town.resident
      let nowhere = try await refused(["attribute[village]": "", "lat": "40", "long": "100"], 400, client)
      #expect(nowhere.contains("attribute[village]") && nowhere.contains(TestTown.willow), "\(nowhere)")
      let words = try await refused(["attribute[village]": "", "address_string": "桥头"], 400, client)
      #expect(words.contains(TestTown.qinghe))
      let both = try await refused(["lat": "30.05", "long": "104.25"], 400, client)
      #expect(both.contains("清河村") && both.contains("柳树村"), "\(both)")
      let definition =
        try await client.get(
          "/open311/v2/services/CM0302.json?jurisdiction_id=\(TestTown.town)"
        ).json["attributes"] as? [[String: Any]]
      let asked = definition?.first { $0["code"] as? String == "village" }
      #expect(asked?["required"] as? Bool == false, "a point may tell it")
    }
  }

  @Test(arguments: Backend.all) func whatIsMissingOrWrongIsNamed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let client = town.resident
      let cases: [([String: String], Int, String)] = [
        (["service_code": ""], 400, "service_code"), (["service_code": "none"], 404, "service_code"),
        (["service_code": "GM0601"], 404, "service_code"), (["service_code": "PM0302"], 404, "service_code"),
        (["description": ""], 400, "description"),
        (["description": String(repeating: "灯", count: 5001)], 400, "description"),
        (["attribute[village]": ""], 400, "lat"), (["lat": "30"], 400, "long"),
        (["lat": "x", "long": "1"], 400, "lat"),
        (["lat": "91", "long": "1"], 400, "lat"), (["phone": "12"], 400, "phone"), (["email": "x"], 400, "email"),
        (["media_url": "file:///etc/passwd"], 400, "media_url"),
        (["attribute[colour]": "red"], 400, "attribute[colour]"),
        (["attribute[about_staff]": "maybe"], 400, "about_staff"), (["address_id": "999"], 400, "address_id"),
        (["address_id": TestTown.riverside + "01"], 400, "address_id"),
        (["attribute[village]": TestTown.riverside], 400, "attribute[village]"),
        (["jurisdiction_id": ""], 400, "jurisdiction_id"), (["jurisdiction_id": "none"], 404, "jurisdiction_id"),
      ]
      for (more, status, name) in cases {
        let text = try await refused(more, status, client)
        #expect(text.contains(name), "\(more): \(text)")
      }
      let broken = try await client.send(
        "POST", Self.path, ["Content-Type": "application/json"], Data("{".utf8))
      #expect(broken.status == 400 && broken.text.hasPrefix("[{\"code\":400"), "\(broken.text)")
      let filed = try await town.count("SELECT COUNT(*) AS n FROM concern")
      #expect(filed == 0)
    }
  }

  // MARK: Who

  private func token(_ person: Client, _ capability: String, _ town: TestTown) async throws -> String {
    let until = town.clock.now.day.adding(30).iso
    let made = try await person.post(
      "/account/tokens", [("name", "应用"), ("capabilities", capability), ("until", until)])
    return String(try required(made.text.firstMatch(of: /sanshi_[0-9a-z]+/)).output)
  }

  @Test(arguments: Backend.all) func theTownSaysWhetherAKeyIsNeeded(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let setting = "/t/\(TestTown.town)/open311"
      #expect(try await admin.get("/api/v1" + setting).json["anonymous"] as? Bool == true)
      #expect(try await admin.post(setting, [("anonymous", "2")]).status == 422)
      #expect(try await admin.post(setting, [("anonymous", "0")]).location == setting + "?saved=1")
      #expect(try await admin.get("/api/v1" + setting).json["anonymous"] as? Bool == false)
      #expect(try await refused([:], 403, town.resident).contains("api_key"))
      let keeper = try await town.keeper()
      #expect(try await refused([:], 403, keeper).contains("api_key"), "a browser's session is no key")
      let key = try await token(keeper, "enter_concern", town)
      let filed = try await concern(report(["api_key": key], town), town)
      #expect(filed.enteredBy != nil && filed.channel == .open311)
      #expect(try await Client(port: town.port, bearer: key).post(Self.path, fields()).status == 200)
      _ = try await refused(["api_key": "sanshi_none"], 403, town.resident)
      _ = try await refused(["api_key": key, "attribute[village]": TestTown.willow], 403, town.resident)
      let reading = try await token(keeper, "read_matters", town)
      _ = try await refused(["api_key": reading], 403, town.resident)
      // Reading needs no key.
      #expect(try await town.resident.get("/open311/v2/requests.json?jurisdiction_id=\(TestTown.town)").status == 200)
      town.clock.advance(minutes: 32 * 1440)
      _ = try await refused(["api_key": key], 403, town.resident)
      let kinds = try await town.program.app.database.read { tx in
        try tx.rows("SELECT kind FROM event WHERE subject = 'open311_setting'").map { try $0.text("kind") }
      }
      #expect(kinds == ["open311_anonymous_off"])
      // A key that is none is refused where anybody may report, too.
      #expect(
        try await town.person(.administrator, at: TestTown.town).post(setting, [("anonymous", "1")]).status == 303)
      _ = try await refused(["api_key": "sanshi_none"], 403, town.resident)
      _ = try await report([:], town)
    }
  }

  @Test(arguments: Backend.all) func strangersAreLimitedAsOnTheReportPage(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let client = Client(port: town.port)
      _ = try await client.get("\(v)/report")
      var statuses: [Int] = []
      for _ in 1...11 { statuses.append(try await client.post(Self.path, fields()).status) }
      #expect(statuses.prefix(10).allSatisfy { $0 == 200 } && statuses.last == 429, "\(statuses)")
      // It is one measure for the page and for apps.
      #expect(try await client.post("\(v)/report", [("text", "路灯坏了"), ("confirmed", "1")]).status == 429)
    }
  }

  @Test(arguments: Backend.all) func theSameKeyOfASubmissionFilesOnce(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let client = Client(port: town.port)
      _ = try await client.get("\(v)/report")
      let headers = ["Idempotency-Key": "7f3c"]
      let first = try await client.post(Self.path, fields(["account_id": "9"]), headers: headers)
      let again = try await client.post(Self.path, fields(["account_id": "9"]), headers: headers)
      #expect(first.status == 200 && first.text == again.text)
      let filed = try await town.count("SELECT COUNT(*) AS n FROM concern")
      #expect(filed == 1)
    }
  }

  @Test(arguments: Backend.all) func newsGoesToTheMailThatWasGiven(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let more = ["email": "li@example.org"]
      func choices() async throws -> [String] {
        try await town.program.app.database.read { tx in
          try tx.rows("SELECT mail FROM notice_choice").map { try $0.text("mail") }
        }
      }
      _ = try await report(more, town)
      #expect(try await choices().isEmpty, "the town sends no mail")
      let admin = try await town.person(.administrator, at: TestTown.town)
      let made = try await admin.api(
        "/t/\(TestTown.town)/notices/transports",
        [
          "kind": "mail", "name": "邮件", "is_on": "1", "host": "127.0.0.1", "port": "9", "from": "town@example.org",
          "allows_private": "1",
        ])
      #expect(made.status == 201, "\(made.text)")
      _ = try await report(more.merging(["attribute[about_staff]": "yes"]) { $1 }, town)
      #expect(try await choices().isEmpty, "of a sealed one nothing leaves")
      _ = try await report(more, town)
      #expect(try await choices() == ["li@example.org"])
    }
  }
}
