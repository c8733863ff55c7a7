import Foundation
import Governance
import Matters
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// Heads of the county's offices, and who stands in for them, decide on extensions of all its towns.
@Suite struct CountyOfficeTests {
  private static let bureau = "县生态环境分局"

  /// An order of the village at the county's office, accepted, with an extension asked for. Its address.
  private func asked(_ town: TestTown, handler: Client) async throws -> String {
    let matter = try await town.matter(leaf: "GM0201", title: "河水发黑")
    let made = try await town.keeper().api(
      "/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": Self.bureau, "basis": "《条例》"])
    #expect(made.status == 201, "\(made.text.prefix(300))")
    let address = "/v/\(TestTown.qinghe)/orders/\(try required(made.json["id"] as? String))"
    for fields in [["step": "accept"], ["step": "askExtension", "text": "等化验", "amount": "2"]] {
      let answer = try await handler.api(address + "/steps", fields)
      #expect(answer.status == 200, "\(answer.text.prefix(300))")
    }
    return address
  }

  private func desk(_ who: Client) async throws -> [String] {
    try await who.get("/api/v1/home").items.filter { $0["kind"] as? String == "extensionAsked" }
      .compactMap { $0["href"] as? String }
  }

  @Test(arguments: Backend.all) func theHeadOfACountyOfficeHasItsExtensionsOnTheDesk(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let handler = try await town.person(.departmentHandler, at: TestTown.county, body: Self.bureau)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let address = try await asked(town, handler: handler)
      #expect(try await desk(officer) == [address], "without a head the town office decides")
      let head = try await town.person(.departmentHead, at: TestTown.county, body: Self.bureau)
      let other = try await town.person(.departmentHead, at: TestTown.county, body: "县水务局")
      #expect(try await desk(head) == [address])
      #expect(try await desk(other).isEmpty)
      #expect(try await desk(officer).isEmpty)
      #expect(try await head.get("/home").text.contains(address))
      let early = try await officer.api(address + "/steps", ["step": "approveExtension"])
      #expect(early.status == 409, "the county office has a head of its own: \(early.text)")
      let approved = try await head.api(address + "/steps", ["step": "approveExtension"])
      #expect(approved.status == 200, "\(approved.text)")
      #expect(try await desk(head).isEmpty)
    }
  }

  @Test(arguments: Backend.all) func whoStandsInForACountyHeadDecides(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let asker = try await town.person(.departmentHandler, at: TestTown.county, body: Self.bureau)
      let handler = try await town.person(.departmentHandler, at: TestTown.county, body: Self.bureau)
      let head = try await town.person(.departmentHead, at: TestTown.county, body: Self.bureau)
      let admin = try await town.person(.administrator, at: TestTown.county)
      let address = try await asked(town, handler: asker)
      #expect(try await desk(handler).isEmpty)
      #expect(try await handler.api(address + "/steps", ["step": "approveExtension"]).status == 409)
      let members = try await town.program.app.database.read { tx in
        try tx.officeMembers(of: try required(town.places[TestTown.county]).id, on: town.clock.now.day)
      }
      let away = try required(members.first(where: \.isHead)).account.description
      // Whoever asked does not decide: the deputy is the one who came last.
      let deputy = try required(members.filter { !$0.isHead }.map(\.account).max()).description
      let (path, today) = ("/c/\(TestTown.county)/absences", town.clock.now.day.iso)
      let fields = ["account": away, "from": today, "until": today, "deputy": deputy]
      let townAdmin = try await town.person(.administrator, at: TestTown.town)
      #expect(try await townAdmin.api(path, fields).status == 403)
      let entered = try await admin.api(path, fields)
      #expect(entered.status == 201, "\(entered.text)")
      #expect(try await admin.get(path).text.contains("代办"))
      #expect(try await desk(handler) == [address])
      #expect(try await desk(head) == [address])
      let approved = try await handler.api(address + "/steps", ["step": "approveExtension"])
      #expect(approved.status == 200, "\(approved.text)")
      let id = try required(entered.json["id"] as? String)
      #expect(try await admin.api("\(path)/\(id)/end", [:]).status == 200)
      #expect(try await admin.get("/api/v1" + path).text == "[]")
    }
  }
}
