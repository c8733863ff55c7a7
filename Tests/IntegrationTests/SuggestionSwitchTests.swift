import Governance
import Store
import Testing
import Values
import Web

@testable import Matters
@testable import sanshi

/// An administrator turns suggestions off in a village: nobody is shown any there, and danger is still told.
@Suite struct SuggestionSwitchTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  private func turn(_ town: TestTown, _ on: String) async throws {
    let administrator = try await town.person(.administrator, at: TestTown.town)
    let answer = try await administrator.post("\(v)/settings/suggestions", [("on", on)])
    #expect(answer.status == 303, "\(answer.text.suffix(800))")
  }

  @Test(arguments: Backend.all) func theTriageScreenShowsNone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      _ = try await town.matter(title: "三组路口的路灯坏了,晚上看不见路")
      let filed = try await town.concern()
      #expect(try await keeper.get("\(v)/concerns/\(filed.id)").text.contains("reason-code"))
      try await turn(town, "0")
      let page = try await keeper.get("\(v)/concerns/\(filed.id)").text
      #expect(page.contains(AccuracyStrings.offHere.zh) && !page.contains("reason-code"))
      let json = try await keeper.get("/api/v1\(v)/concerns/\(filed.id)").json
      let suggestion = try required(json["suggestion"] as? [String: Any])
      #expect(suggestion["off"] as? Bool == true)
      for list in ["leaves", "parts", "similar"] { #expect((suggestion[list] as? [Any])?.isEmpty == true) }
      // It is sorted all the same; nothing was suggested, so nothing is kept.
      let sorted = try await keeper.post(
        "\(v)/concerns/\(filed.id)/triage",
        [("parts", "1"), ("leaf", "CM0302"), ("title", "路灯"), ("reason", "现场看过")])
      #expect(sorted.status == 303, "\(sorted.text.suffix(800))")
      let kept = try await town.count("SELECT COUNT(*) AS n FROM suggestion")
      #expect(kept == 0)
      // The other village goes on.
      let there = try await town.concern(in: TestTown.willow)
      let other = try await town.keeper(TestTown.willow)
      let otherPage = try await other.get("/v/\(TestTown.willow)/concerns/\(there.id)").text
      #expect(!otherPage.contains(AccuracyStrings.offHere.zh) && otherPage.contains("reason-code"))
      try await turn(town, "1")
      let again = try await town.concern()
      #expect(try await keeper.get("\(v)/concerns/\(again.id)").text.contains("reason-code"))
    }
  }

  @Test(arguments: Backend.all) func theReportFormShowsNoneButDanger(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let text = "三组路口的路灯坏了好几天，晚上漆黑"
      let before = try await town.resident.api("\(v)/report/suggestions", ["text": text]).json
      #expect(before["likely"] is [String: Any] && before["off"] as? Bool == false)
      try await turn(town, "0")
      let after = try await town.resident.api("\(v)/report/suggestions", ["text": text]).json
      #expect(!(after["likely"] is [String: Any]) && after["off"] as? Bool == true)
      #expect((after["similar"] as? [Any])?.isEmpty == true)
      let danger = try await town.resident.api("\(v)/report/suggestions", ["text": "隔壁着火了，快来人"]).json
      #expect(danger["urgent"] is [String: Any])
    }
  }

  @Test(arguments: Backend.all) func similarMattersAndGroupsAreNotShown(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (key, app, keeper) = (try town.key(), town.program.app, try await town.keeper())
      let kept = try await town.matter(title: "三组路口的路灯坏了，晚上看不见路")
      _ = try await town.concern("三组路口的路灯坏了,晚上看不见路")
      let words = "三组路口的路灯坏了，晚上看不见路"
      let index = SimilarMatters()
      #expect(try await !index.similar(to: words, leaf: nil, lat: nil, lon: nil, in: key, app: app).isEmpty)
      try await turn(town, "0")
      #expect(try await index.similar(to: words, leaf: nil, lat: nil, lon: nil, in: key, app: app).isEmpty)
      #expect(try await keeper.get("\(v)/matters/\(kept)/merges").text.contains(AccuracyStrings.offHere.zh))
      let grouping = try await keeper.post("\(v)/groupings")
      #expect(grouping.status == 409 && grouping.text.contains(GroupingStrings.turnedOff.reason.zh))
      #expect(try await keeper.get("\(v)/groupings").text.contains(GroupingStrings.turnedOff.reason.zh))
    }
  }

  @Test(arguments: Backend.all) func onlyTheAdministratorTurnsItAndTheEventSaysWho(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      #expect(try await keeper.post("\(v)/settings/suggestions", [("on", "0")]).status == 403)
      #expect(!(try await keeper.get("\(v)/settings").text.contains(AccuracyStrings.turnOff.zh)))
      let administrator = try await town.person(.administrator, at: TestTown.town)
      #expect(try await administrator.get("\(v)/settings").text.contains(AccuracyStrings.turnOff.zh))
      #expect(try await administrator.post("\(v)/settings/suggestions", [("on", "vielleicht")]).status == 422)
      try await turn(town, "0")
      try await turn(town, "0")
      let kinds = try await town.program.app.database.read { tx in
        try tx.rows("SELECT kind FROM event WHERE kind LIKE 'suggestions%' ORDER BY seq").map { try $0.text("kind") }
      }
      #expect(kinds == ["suggestions_off"], "the second time nothing changed")
      #expect(try await administrator.get("\(v)/settings").text.contains(AccuracyStrings.turnOn.zh))
      let json = try await administrator.get("/api/v1\(v)/settings").json
      #expect(json["suggests"] as? Bool == false)
    }
  }
}
