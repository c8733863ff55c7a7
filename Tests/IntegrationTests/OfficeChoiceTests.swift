import Foundation
import Governance
import Matters
import Mechanism
import Seeds
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// The offices to choose from: the proposed ones as cards, all others in groups below them.
@Suite struct OfficeChoiceTests {
  private static let bureau = "县生态环境分局"

  @Test(arguments: Backend.all) func otherOfficesStandInGroupsAndCount(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let duty = try required(Catalogue.shipped.duty("GM0902"))
      _ = try await town.person(.departmentHandler, at: TestTown.county, body: Self.bureau)
      let place = try required(town.places[TestTown.town]).id
      _ = try await town.program.app.write { w in try w.openOffices(named: ["司法所", "党政办"], town: place) }
      let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水")
      let path = "/v/\(TestTown.qinghe)/matters/\(matter)/orders"
      let page = try await keeper.get(path).text
      for words in [
        "type=\"radio\"", "value=\"\(duty.lead)\"", "value=\"centre\"", "<optgroup label=\"镇里的单位\">",
        "<optgroup label=\"县里的单位\">", "<optgroup label=\"责任目录里的其他单位\">",
      ] { #expect(page.contains(words), "\(words)") }
      // What is chosen below prevails over the card that was on.
      let made = try await keeper.post(path, [("office", duty.lead), ("other_office", "司法所"), ("basis", "《条例》")])
      #expect(made.status == 303, "\(made.text.prefix(300))")
      let address = try required(made.headers["location"])
      #expect(try await keeper.get("/api/v1" + address).json["office"] as? String == "司法所")
      let handler = try await town.person(.departmentHandler, at: TestTown.town, body: "司法所")
      #expect(try await handler.post(address + "/steps", [("step", "accept")]).status == 303)
      let called = try await handler.post(
        address + "/steps",
        [("step", "callCoHandlers"), ("office", duty.lead), ("other_office", Self.bureau), ("text", "一起去看")])
      #expect(called.status == 303, "\(called.text.prefix(300))")
      let helpers = try await handler.get("/api/v1" + address).json["helpers"] as? [String] ?? []
      #expect(Set(helpers) == [duty.lead, Self.bureau], "\(helpers)")
    }
  }

  @Test(arguments: Backend.all) func theCentreKeepsItByItsCard(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水")
      let made = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(matter)/orders", [("office", "centre"), ("other_office", "")])
      #expect(made.status == 303, "\(made.text.prefix(300))")
      let order = try await keeper.get("/api/v1" + required(made.headers["location"])).json
      #expect(order["office"] as? String == "", "\(order)")
    }
  }
}
