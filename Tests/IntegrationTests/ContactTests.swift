import Foundation
import Governance
import Matters
import Mechanism
import Testing
import Values
import Web

@testable import sanshi

@Suite struct ContactTests {
  private static let phone = "13812341234"
  private var v: String { "/v/\(TestTown.qinghe)" }

  /// A matter of one reporter with a name and a telephone.
  private func reported(_ town: TestTown, leaf: String = "CM0302") async throws -> (ID<Concern>, ID<Matter>) {
    let key = try town.key()
    let duty = try required(Catalogue.shipped.duty(leaf))
    let filed = try await town.concern("门口的事", name: "章晓明", phone: Self.phone)
    let matters = try await town.program.app.write { w in
      try w.triage(
        try w.tx.concern(filed.id, in: key), into: [TriagePart(.new(title: "门口的事", Routing(duty: duty)))],
        villageName: "清河村")
    }
    return (filed.id, try required(matters.first))
  }

  private func count(_ kind: String, in town: TestTown) async throws -> Int {
    try await town.count("SELECT COUNT(*) AS n FROM event WHERE kind = \(kind)")
  }

  @Test(arguments: Backend.all) func nothingPublicHoldsAWholeNumber(on backend: Backend) async throws {
    // rules.md, case 53.
    try await TestTown.run(on: backend) { town in
      let (_, matter) = try await reported(town)
      let keeper = try await town.keeper()
      let refused = try await keeper.api(
        "\(v)/matters/\(matter)/release",
        ["public": "1", "public_title": "路灯坏了,电话\(Self.phone)", "public_place": "三组"])
      #expect(refused.status == 422 && refused.text.contains("public_title"), "\(refused.text)")
      // Even where it got into the database some other way it is masked.
      let key = try town.key()
      try await town.program.app.write { w in
        try w.release(matter, title: "路灯坏了,电话\(Self.phone)", place: "三组", isPublic: true, in: key)
      }
      let pages = [
        v, "\(v)/open/community", "\(v)/open/matters/\(matter)", "\(v)/open/search?q=路灯", "\(v)/feed.json",
        "\(v)/feed.xml",
      ]
      for page in pages {
        let path = page.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? page
        let answer = try await town.resident.get(path)
        #expect(answer.status == 200 && !answer.text.contains(Self.phone), "\(page): \(answer.status)")
      }
      let feed = try await town.resident.get("\(v)/feed.json")
      #expect(feed.text.contains("138****1234"), "\(feed.text.prefix(400))")
    }
  }

  @Test(arguments: Backend.all) func aMaskedExportHoldsNoWholeNumber(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await reported(town)
      let keeper = try await town.keeper()
      for name in ["csv", "xlsx"] {
        let masked = try await keeper.get("\(v)/registers/community/export.\(name)")
        #expect(masked.status == 200)
        let text = name == "csv" ? masked.text : try XlsxText.of(masked.body)
        #expect(text.contains("138****1234") && !text.contains(Self.phone), "\(text.prefix(400))")
        // No address that a browser may load by itself unmasks anything.
        let asked = try await keeper.get("\(v)/registers/community/export.\(name)?contacts=1")
        #expect(!(name == "csv" ? asked.text : try XlsxText.of(asked.body)).contains(Self.phone))
        let whole = try await keeper.post("\(v)/registers/community/export.\(name)/contacts")
        #expect(whole.headers["content-disposition"]?.hasPrefix("attachment") == true)
        let words = name == "csv" ? whole.text : try XlsxText.of(whole.body)
        #expect(words.contains(Self.phone) && words.contains("章晓明"))
      }
      #expect(try await count("contacts_read", in: town) == 2)
      // Who may not see contact data does not get them by asking.
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      #expect(try await officer.post("\(v)/registers/community/export.csv/contacts").status == 403)
      let supervisor = try await town.person(.supervisor, at: TestTown.qinghe)
      #expect(!(try await supervisor.get("\(v)/registers/community").text.contains(Self.phone)))
      #expect(try await supervisor.post("\(v)/registers/community/print/contacts").status == 403)
      #expect(try await count("contacts_read", in: town) == 2, "who is refused leaves no event")
    }
  }

  @Test(arguments: Backend.all) func paperShowsContactsByAPostAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await reported(town)
      let keeper = try await town.keeper()
      let print = "\(v)/registers/community/print"
      for path in [print + "?contacts=1", "/api/v1\(print)?contacts=1"] {
        let masked = try await keeper.get(path)
        #expect(masked.status == 200 && masked.text.contains("138****1234"), "\(masked.status)")
        #expect(!masked.text.contains(Self.phone) && !masked.text.contains("章晓明"))
      }
      #expect(try await count("contacts_read", in: town) == 0)
      let page = try await keeper.post(print + "/contacts")
      #expect(page.text.contains(Self.phone) && page.text.contains("章晓明") && page.text.contains("已经记下"))
      let answer = try await keeper.api(print + "/contacts", ["state": "closed"])
      #expect(answer.json["contacts_shown"] as? Bool == true && answer.items.isEmpty, "\(answer.text)")
      #expect(try await count("contacts_read", in: town) == 2)
      // A write of another site would be a look of its own.
      #expect(try await keeper.withToken("").post(print + "/contacts").status == 422)
    }
  }

  @Test(arguments: Backend.all) func readingAPageShowsNobodyAWholeNumber(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (concern, matter) = try await reported(town)
      let people: [(Role, String)] = [
        (.registerKeeper, TestTown.qinghe), (.villageCommittee, TestTown.qinghe), (.supervisor, TestTown.qinghe),
        (.serviceCentre, TestTown.qinghe), (.departmentHandler, TestTown.town), (.departmentHead, TestTown.town),
        (.dutyOfficer, TestTown.town), (.townOfficer, TestTown.town), (.townLeader, TestTown.town),
        (.countyOfficer, TestTown.county), (.auditor, TestTown.town), (.administrator, TestTown.town),
      ]
      let paths = [
        "\(v)/matters", "\(v)/matters/\(matter)", "\(v)/concerns", "\(v)/concerns/\(concern)",
        "\(v)/registers/community", "\(v)/registers/community/print", "\(v)/registers/community/annex/\(matter)",
        "/home",
      ]
      for (role, code) in people {
        let client = try await town.person(role, at: code)
        for path in paths {
          for address in [path, "/api/v1" + path] {
            let answer = try await client.get(address)
            #expect(!answer.text.contains(Self.phone) && !answer.text.contains("章晓明"), "\(role) \(address)")
          }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func unmaskingShowsAsMuchAsTheRoleMayAndIsAnEvent(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (concern, _) = try await reported(town, leaf: "GM0101")  // Its lead is 规划建设办.
      let expected: [(Role, String, String?, String?)] = [
        (.registerKeeper, TestTown.qinghe, "章晓明", Self.phone), (.villageCommittee, TestTown.qinghe, "章晓明", Self.phone),
        (.serviceCentre, TestTown.qinghe, "章**", Self.phone), (.dutyOfficer, TestTown.town, "章**", Self.phone),
        (.departmentHandler, TestTown.town, "章**", Self.phone),
      ]
      var reads = 0
      for (role, code, name, phone) in expected {
        let client = try await town.person(role, at: code)
        let answer = try await client.api("\(v)/concerns/\(concern)/contact", [:])
        #expect(answer.status == 200, "\(role): \(answer.text)")
        #expect(
          answer.json["name"] as? String == name && answer.json["phone"] as? String == phone, "\(role) \(answer.text)")
        reads += 1
        #expect(try await count("contact_read", in: town) == reads)
      }
      // A department sees the reporters of its own matters alone.
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "水务站")
      #expect(try await other.api("\(v)/concerns/\(concern)/contact", [:]).status == 403)
      #expect(try await count("contact_read", in: town) == reads)
    }
  }

  @Test(arguments: Backend.all) func twoSidesOfAQuarrelDoNotSeeEachOther(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let key = try town.key()
      let duty = try required(Catalogue.shipped.duty("CM0308"))
      let sides = try await town.program.app.write { w in
        try [("我们楼想装电梯", "甲方人", "19900000001", "support"), ("一楼怕挡光不同意", "乙方人", "19900000002", "oppose")]
          .map { text, name, phone, stance in
            var new = NewConcern(text: text, channel: .walkIn, receivedAt: w.now)
            (new.reporterName, new.reporterPhone, new.stance) = (name, phone, stance)
            return try w.file(new, in: key, villageName: "清河村")
          }
      }
      try await town.program.app.write { w in
        let first = try w.triage(
          try w.tx.concern(sides[0].id, in: key), into: [TriagePart(.new(title: "装电梯", Routing(duty: duty)))],
          villageName: "清河村")
        let matter = try required(first.first)
        try w.triage(
          try w.tx.concern(sides[1].id, in: key), into: [TriagePart(.existing(matter))], villageName: "清河村")
        try w.enter(.progress("下周开会商量"), on: matter, in: key)
      }
      for (own, other) in [(0, ["一楼怕挡光不同意", "乙方人", "19900000002"]), (1, ["我们楼想装电梯", "甲方人", "19900000001"])] {
        for path in ["/r/\(sides[own].token)", "/api/v1/r/\(sides[own].token)"] {
          let answer = try await town.resident.get(path)
          #expect(answer.status == 200 && answer.text.contains("下周开会商量"))
          for word in other { #expect(!answer.text.contains(word), "\(path) shows \(word)") }
        }
      }
    }
  }

  @Test(arguments: Backend.all) func aChildsDataNeedAGuardianAndHarmWaitsForNobody(on backend: Backend) async throws {
    // rules.md, case 50.
    try await TestTown.run(on: backend) { town in
      let collector = try await town.person(.collector, at: TestTown.qinghe)
      var entry: [String: Any] = [
        "text": "想要一个篮球架", "channel": "homeVisit", "reporter_name": "小明", "child_age": "12", "notice_read": "1",
      ]
      let asked = try await collector.api("\(v)/concerns", entry)
      #expect(asked.status == 422 && asked.text.contains("guardian_agrees"), "\(asked.text)")
      entry["guardian_agrees"] = "1"
      #expect(try await collector.api("\(v)/concerns", entry).status == 201)
      entry["guardian_agrees"] = nil
      entry["text"] = "爸爸天天打孩子,身上都是伤"
      let harm = try await collector.api("\(v)/concerns", entry)
      #expect(harm.status == 201, "\(harm.text)")
      #expect(["U2", "U3"].contains(harm.json["urgency"] as? String ?? ""), "\(harm.text)")
      // The form of the village page asks the same.
      let own: [String: Any] = ["text": "想要一个篮球架", "name": "小明", "under_14": "1", "confirmed": "1"]
      let refused = try await town.resident.api("\(v)/report", own)
      #expect(refused.status == 422 && refused.text.contains("guardian_agrees"), "\(refused.text)")
    }
  }
}
