import Governance
import Testing
import Values
import Web

@testable import Mechanism

@Suite struct RouteTests {
  @Test func anOfficerChangesALeafAndEverybodySeesIt() async throws {
    try await MechanismTown.run { town in
      let path = ["code": "GM0902"]
      let form = try await town.call(.get, "/t/{town}/catalogue/{code}/versions/new", path).text
      #expect(form.contains("name=\"keywords\""))
      let shipped = try #require(Catalogue.shippedDuty("GM0902"))
      let saved = try await town.call(
        .post, "/t/{town}/catalogue/{code}/versions", path, form: fields(of: shipped, ["lead": "供水<所>"]))
      #expect(saved.text == "/t/town/catalogue/GM0902")
      let page = try await town.call(.get, "/t/{town}/catalogue/{code}", path).text
      #expect(page.contains("供水&lt;所&gt;") && page.contains("机构改革"))
      let village = try await town.call(.get, "/v/{village}/catalogue", as: [.registerKeeper]).text
      #expect(village.contains("Changed by the town") && village.contains("供水&lt;所&gt;"))
      let json = try await town.call(.get, "/t/{town}/catalogue/{code}", path, api: true).text
      #expect(json.contains("\"differences_from_shipped\":[{"))
    }
  }

  @Test func theTreeIsNarrowedByClassAndWords() async throws {
    try await MechanismTown.run { town in
      let path = "/t/{town}/catalogue"
      let all = try await town.call(.get, path).text
      #expect(all.components(separatedBy: "data-row").count - 1 == 105)
      let lamps = try await town.call(.get, path, query: ["q": "路灯", "class": "community"]).text
      #expect(lamps.contains("CM0302") && !lamps.contains("GM0905"))
      let none = try await town.call(.get, path, query: ["q": "没有这个"]).text
      #expect(none.contains("class=\"empty\""))
      let json = try await town.call(.get, path, query: ["changed": "1"], api: true).text
      #expect(json.contains("\"leaves\":[]"))
    }
  }

  @Test func whoMayNotEditSeesNoButton() async throws {
    try await MechanismTown.run { town in
      let page = try await town.call(.get, "/t/{town}/catalogue/{code}", ["code": "GM0902"], as: [.departmentHead])
      #expect(!page.text.contains("versions/new"))
    }
  }

  @Test func aLeafIsAddedByItsForm() async throws {
    try await MechanismTown.run { town in
      let form = try await town.call(.get, "/t/{town}/catalogue/{code}/leaves/new", ["code": "CM03"]).text
      #expect(form.contains("value=\"CM03\""))
      let like = try #require(Catalogue.shippedDuty("CM0302"))
      let added = try await town.call(
        .post, "/t/{town}/catalogue", form: fields(of: like, ["parent": "CM03", "name_zh": "晒谷场"]))
      #expect(added.text == "/t/town/catalogue/CM0381")
      await #expect(throws: NotFound.self) {
        try await town.call(.get, "/t/{town}/catalogue/{code}", ["code": "CM0399"])
      }
    }
  }

  @Test func wordingsAndKeepingRulesHaveTheirPages() async throws {
    try await MechanismTown.run { town in
      let list = try await town.call(.get, "/t/{town}/wordings").text
      #expect(list.contains("/t/town/wordings/answer.PM0101"))
      let key = ["key": "refusal.petition"]
      #expect(try await town.call(.get, "/t/{town}/wordings/{key}", key).text.contains("name=\"text_zh\""))
      let saved = try await town.call(.post, "/t/{town}/wordings/{key}", key, form: ["text_zh": "{phone}"])
      #expect(saved.text == "/t/town/wordings")
      #expect(try await town.call(.get, "/t/{town}/keeping-rules").text.contains("name=\"contactData\""))
      let kept = try await town.call(
        .post, "/t/{town}/keeping-rules", form: ["contactData": "12", "recordings": "3"], api: true)
      #expect(kept.text.contains("\"months\":12"))
    }
  }

  @Test func aRejectedFormKeepsWhatWasTyped() async throws {
    try await MechanismTown.run { town in
      let shipped = try #require(Catalogue.shippedDuty("GM0902"))
      let typed = fields(of: shipped, ["days": "x", "reason": "因为\"改革\""])
      let path = "/t/{town}/catalogue/{code}/versions"
      let request = try town.request(.post, path, ["code": "GM0902"], form: typed)
      let errors = try #require(await #expect(throws: FieldErrors.self) { try await request.route.handler(request) })
      #expect(errors.all.map(\.field) == ["days"])
      let page = try #require(await request.route.rejected?(request, errors)).html.source
      #expect(page.contains("因为&quot;改革&quot;") && page.contains("id=\"field-days-error\""))
    }
  }
}
