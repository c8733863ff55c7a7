import Foundation
import Governance
import Matters
import Testing
import Values

@testable import sanshi

/// The date of the register is the day on which a matter was first reported (decisions 0006, 0022).
@Suite struct FirstDayTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  /// Enters a slip of a day, and sorts it.
  private func slip(_ text: String, on day: String, by keeper: Client, into target: String? = nil) async throws
    -> String
  {
    let entered = try await keeper.api(
      "\(v)/concerns", ["text": text, "channel": "homeVisit", "reported_day": day, "source_kind": "resident"])
    #expect(entered.status == 201, "\(entered.text)")
    let id = try required(entered.json["id"] as? String)
    let decision = target.map { ["target": $0] } ?? ["leaf": "CM0302", "title": text, "reason": "村里的灯"]
    let sorted = try await keeper.api("\(v)/concerns/\(id)/triage", decision)
    #expect(sorted.status == 201, "\(sorted.text)")
    return try required((sorted.json["matters"] as? [[String: Any]])?.first?["id"] as? String)
  }

  private func rows(_ client: Client, _ query: String = "") async throws -> [(title: String, date: String)] {
    try await client.get("/api/v1\(v)/registers/community\(query)").items.map {
      ($0["title"] as? String ?? "", $0["date"] as? String ?? "")
    }
  }

  @Test(arguments: Backend.all) func aSlipStandsUnderTheDayOnIt(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      _ = try await slip("桥头路灯", on: "2026-11-18", by: keeper)
      _ = try await slip("学校路灯", on: "2026-11-05", by: keeper)
      _ = try await slip("井边路灯", on: "2026-11-12", by: keeper)
      let all = try await rows(keeper)
      #expect(all.map(\.title) == ["桥头路灯", "井边路灯", "学校路灯"])
      #expect(all.map(\.date) == ["2026-11-18", "2026-11-12", "2026-11-05"])
      #expect(try await rows(keeper, "?sort=oldest").map(\.title) == ["学校路灯", "井边路灯", "桥头路灯"])
      #expect(try await rows(keeper, "?from=2026-11-05&to=2026-11-12").map(\.title) == ["井边路灯", "学校路灯"])
      #expect(try await rows(keeper, "?from=2026-11-13").map(\.title) == ["桥头路灯"])
      // Key by key, as page by page.
      var (seen, after): ([String], String?) = ([], nil)
      repeat {
        let answer = try await keeper.get(
          "/api/v1\(v)/registers/community?limit=1" + (after.map { "&after=\($0)" } ?? ""))
        seen += answer.items.compactMap { $0["title"] as? String }
        after = answer.json["next"] as? String
      } while after != nil && seen.count < 9
      #expect(seen == ["桥头路灯", "井边路灯", "学校路灯"])
      for path in ["\(v)/registers/community/print", "\(v)/registers/community/export.csv"] {
        let text = try await keeper.get(path).text
        #expect(text.contains("2026-11-05") && text.contains("2026-11-12"), "\(path)")
      }
      // The clock began with the entry.
      let opened = try await town.program.app.database.read { tx in
        try tx.rows("SELECT opened_at FROM matter").map { try $0.instant("opened_at").day.iso }
      }
      #expect(Set(opened) == ["2026-11-18"])
    }
  }

  @Test(arguments: Backend.all) func aMergedMatterHasTheEarliestDay(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let kept = try await slip("桥头路灯", on: "2026-11-16", by: keeper)
      let other = try await slip("学校路灯", on: "2026-11-12", by: keeper)
      let early = try await slip("桥头的灯", on: "2026-11-05", by: keeper)
      let merged = try await keeper.api("\(v)/matters/\(kept)/merges", ["merged": [early], "reason": "同一盏灯"])
      #expect(merged.status == 201, "\(merged.text)")
      #expect(try await rows(keeper).map(\.date).contains("2026-11-05"))
      let all = try await rows(keeper)
      #expect(all.map(\.title) == ["学校路灯", "桥头路灯"], "\(all)")
      #expect(try await rows(keeper, "?sort=oldest").map(\.title) == ["桥头路灯", "学校路灯"])
      #expect(try await rows(keeper, "?from=2026-11-01&to=2026-11-10").map(\.title) == ["桥头路灯"])
      #expect(try await rows(keeper, "?from=2026-11-14").isEmpty)
      // A later slip of an earlier day moves it as well.
      _ = try await slip("学校门口路灯", on: "2026-11-02", by: keeper, into: other)
      #expect(try await rows(keeper).map(\.title) == ["桥头路灯", "学校路灯"])
      #expect(try await rows(keeper, "?q=%E5%AD%A6%E6%A0%A1&to=2026-11-03").map(\.title) == ["学校路灯"])
      #expect(try await rows(keeper, "?q=%E5%AD%A6%E6%A0%A1&from=2026-11-04").isEmpty)
      #expect(try await rows(keeper, "?state=inProgress&channel=homeVisit&to=2026-11-03").map(\.title) == ["学校路灯"])
      let page = try await keeper.get("/api/v1\(v)/registers/community?limit=1")
      let next = try required(page.json["next"] as? String)
      #expect(try await rows(keeper, "?limit=1&after=\(next)").map(\.title) == ["学校路灯"])
      // Undone, each is where it was.
      let merge = try required((merged.json["merges"] as? [String])?.first)
      let undone = try await keeper.api("\(v)/matters/\(kept)/merges/\(merge)/undoing", ["reason": "两盏灯"])
      #expect(undone.status == 200, "\(undone.text)")
      #expect(try await rows(keeper).map(\.title) == ["桥头路灯", "桥头的灯", "学校路灯"])
    }
  }
}
