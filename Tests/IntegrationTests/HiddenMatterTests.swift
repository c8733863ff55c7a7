import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import sanshi

/// What offices do not see of matters: reports on offices, and the words of concerns that they may not read.
@Suite struct HiddenMatterTests {
  @Test(arguments: Backend.all) func aReportOnAnOfficeIsNoMatterOfOtherOffices(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let leaf = try required(Catalogue.shipped.leaves.first(where: { isAboutOffice(leaf: $0.code) }))
      let report = try await town.matter(leaf: leaf.code, title: "办事的人态度很差")
      let lamp = try await town.matter(title: "三组路灯不亮")
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "规划建设办")
      let own = try await town.person(.departmentHandler, at: TestTown.town, body: leaf.lead)
      let (list, page) = ("/v/\(TestTown.qinghe)/matters", "/v/\(TestTown.qinghe)/matters/\(report)")
      func ids(_ who: Client) async throws -> Set<String> {
        Set(try await who.get("/api/v1" + list).items.compactMap { $0["id"] as? String })
      }
      #expect(try await ids(other) == ["\(lamp)"])
      for prefix in ["", "/api/v1"] { #expect(try await other.get(prefix + page).status == 404) }
      #expect(try await !other.get(list + "?q=%E6%80%81%E5%BA%A6").text.contains("办事的人态度很差"))
      #expect(try await ids(own) == ["\(lamp)", "\(report)"])
      #expect(try await own.get(page).status == 200)
      #expect(try await ids(town.keeper()) == ["\(lamp)", "\(report)"])
    }
  }

  @Test(arguments: Backend.all, ["GM0505", "GM0706"])
  func violenceAndChildrenAreForThoseWhoAct(on backend: Backend, leaf: String) async throws {
    try await TestTown.run(on: backend) { town in
      let duty = try required(Catalogue.shipped.duty(leaf))
      let (hidden, lamp) = try await (town.matter(leaf: leaf, title: "那家的事"), town.matter(title: "三组路灯不亮"))
      let page = "/v/\(TestTown.qinghe)/matters/\(hidden)"
      /// Without the head of the town's chain, which moves with every new account.
      func counts() async throws -> String {
        try await town.keeper().get("/api/v1/v/\(TestTown.qinghe)").text.components(separatedBy: "\"head\":")[0]
      }
      let before = try await counts()
      let act: [Client] = [
        try await town.keeper(), try await town.person(.villageCommittee, at: TestTown.qinghe),
        try await town.person(.townOfficer, at: TestTown.town), try await town.person(.townLeader, at: TestTown.town),
        try await town.person(.dutyOfficer, at: TestTown.town),
        try await town.person(.departmentHandler, at: TestTown.town, body: duty.lead),
        try await town.person(.departmentHead, at: TestTown.town, body: try required(duty.coHandlers.first)),
      ]
      let others: [Client] = [
        try await town.person(.supervisor, at: TestTown.qinghe),
        try await town.person(.departmentHandler, at: TestTown.town, body: "规划建设办"),
        try await town.person(.departmentHead, at: TestTown.town, body: "水务站"),
        try await town.person(.countyOfficer, at: TestTown.county), try await town.person(.auditor, at: TestTown.town),
      ]
      for client in act { #expect(try await client.get(page).status == 200) }
      for client in others {
        for prefix in ["", "/api/v1"] { #expect(try await client.get(prefix + page).status == 404) }
        let list = try await client.get("/api/v1/v/\(TestTown.qinghe)/matters")
        #expect(list.items.compactMap { $0["id"] as? String } == ["\(lamp)"], "\(list.text)")
      }
      let keeper = try await town.keeper()
      let made = try await keeper.api(page + "/orders", ["office": duty.lead])
      let order = try required(made.json["id"] as? String)
      for client in act where try await !client.get("/api/v1/v/\(TestTown.qinghe)/orders").items.isEmpty {
        #expect(try await client.get("/v/\(TestTown.qinghe)/orders/\(order)").status == 200)
      }
      #expect(try await keeper.get("/api/v1/v/\(TestTown.qinghe)/orders").items.count == 1)
      for client in others {
        #expect(try await client.get("/v/\(TestTown.qinghe)/orders/\(order)").status >= 403)
        for path in [
          "/v/\(TestTown.qinghe)/orders", "/t/\(TestTown.town)/orders", "/t/\(TestTown.town)/orders/export.csv",
        ] {
          #expect(try await !client.get(path).text.contains("那家的事"))
        }
      }
      let supervisor = try required(others.first)
      for path in ["", "/print"] {
        let text = try await supervisor.get("/v/\(TestTown.qinghe)/registers/government\(path)").text
        #expect(!text.contains("那家的事"))
      }
      let twice = "/api/v1/v/\(TestTown.qinghe)/registers/government?state=inProgress&channel=walkIn"
      #expect(try await supervisor.get(twice).items.isEmpty)
      #expect(try await town.keeper().get(twice).items.count == 1)
      #expect(try await counts() == before, "counts stay")
    }
  }

  @Test(arguments: Backend.all) func ofHealthOtherOfficesSeeNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(leaf: "GM0605", title: "手术后感染")
      let page = "/v/\(TestTown.qinghe)/matters/\(matter)"
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "水务站")
      let own = try await town.person(.departmentHandler, at: TestTown.town, body: "公共服务办")
      #expect(try await other.get(page).status == 404)
      #expect(try await own.get(page).status == 200)
      #expect(try await town.person(.supervisor, at: TestTown.qinghe).get(page).status == 200)
    }
  }

  @Test(arguments: Backend.all) func nobodyFeelsOutByASearchWhatHeMayNotRead(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let matter = try await town.matter(title: "三组的家事")
      _ = try await town.concern("别处的事")
      let key = try town.key()
      let filed = try await town.concern("男人喝酒打人")
      try await town.program.app.write { w in
        _ = try w.triage(
          try w.tx.concern(filed.id, in: key), into: [TriagePart(.existing(matter))], villageName: "清河村")
      }
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: "派出所")
      func found(_ who: Client, _ words: String) async throws -> Int {
        let asked = try required(words.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        return try await who.get("/api/v1/v/\(TestTown.qinghe)/matters?q=\(asked)").items.count
      }
      let keeper = try await town.keeper()
      #expect(try await found(keeper, "喝酒") == 1)
      #expect(try await found(handler, "喝酒") == 0)
      #expect(try await found(handler, "家事") == 1)
    }
  }
}
