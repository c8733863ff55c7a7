import Governance
import Matters
import Mechanism
import Testing
import Values
import Web

@testable import sanshi

/// A page speaks the reader's language where it shows names, and the store keeps the Chinese ones.
@Suite struct ReadersLanguageTests {
  private let english = ["Accept-Language": "en"]

  @Test(arguments: Backend.all) func theLeadStandsInTheReadersLanguage(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("水管漏水，流到路上")
      let path = "/v/\(TestTown.qinghe)/concerns/\(filed.id)"
      let page = try await keeper.get(path + "?leaf=GM0902", headers: english).text
      #expect(page.contains("value=\"Water Station\"") && !page.contains("value=\"水务站\""))
      #expect(page.contains("<option value=\"Police station\">"), "other bodies are offered")
      #expect(try await keeper.get(path + "?leaf=GM0902").text.contains("value=\"水务站\""))
      // The form showed the water station; another category was chosen without filling it in again.
      let other = try required(Catalogue.shipped.duty("GM0905"))
      let answer = try await keeper.api(
        path + "/triage",
        ["leaf": "GM0905", "shown_leaf": "GM0902", "lead": "Water Station", "title": "路灯", "reason": "镇上的灯"],
        headers: english)
      #expect(answer.status == 201, "\(answer.text)")
      let id = try required(
        ((answer.json["matters"] as? [[String: Any]])?.first?["id"] as? String).flatMap(Int64.init))
      #expect(try await town.row(ID(id)).routing.lead == other.lead)
    }
  }

  @Test(arguments: Backend.all) func theReporterHearsTheVillagesName(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let name = try required(
        try await town.program.app.database.read { tx in try tx.place(code: TestTown.qinghe)?.name })
      let filed = try await town.concern()
      let page = try await town.resident.get("/r/\(filed.token)", headers: english).text
      #expect(page.contains("\(name.en) has it, number \(filed.number)"), "\(page.suffix(3000))")
    }
  }

  /// Until somebody writes down what was done with it.
  @Test(arguments: Backend.all) func aSealedConcernWaitsOnTheReadersDesk(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let reader = try await town.person(.disciplineReader, at: TestTown.town)
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      let filed = try await town.concern("村主任的账不对", sealed: true)
      func waiting(_ who: Client) async throws -> [String] {
        try await who.get("/api/v1/home").items.compactMap { $0["number"] as? String }
      }
      #expect(try await waiting(reader) == [filed.number])
      #expect(try await !waiting(committee).contains(filed.number))
      let page = try await reader.get("/home").text
      #expect(page.contains(filed.number) && !page.contains("账不对"))
      let sealed = "/t/\(TestTown.town)/sealed/\(filed.id)"
      #expect(try await reader.post(sealed + "/notes", [("text", "已转县纪委")]).status == 303)
      #expect(try await waiting(reader).isEmpty)
      #expect(try await town.resident.post("/r/\(filed.token)/additions", [("text", "还有一张收条")]).status == 303)
      #expect(try await waiting(reader) == [filed.number], "what its reporter adds later waits again")
    }
  }
}
