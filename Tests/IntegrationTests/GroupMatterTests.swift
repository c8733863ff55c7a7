import Foundation
import Governance
import Matters
import Mechanism
import Testing
import Values

@testable import sanshi

/// What the leader of a group reads of its matters.
@Suite struct GroupMatterTests {
  /// A matter of a group, with a reporter who left a name and a number.
  private func matter(
    _ title: String, leaf: String, group: String, in town: TestTown
  ) async throws -> ID<Matter> {
    let key = try town.key()
    let (place, duty) = (try required(town.places[group]), try required(Catalogue.shipped.duty(leaf)))
    let matters = try await town.program.app.write { w in
      var new = NewConcern(text: title + "，琉璃瓦旁边", channel: .walkIn, receivedAt: w.now)
      (new.reporterName, new.reporterPhone, new.group) = ("苏某某", "19912345678", place.id)
      let filed = try w.file(new, in: key, villageName: "清河村")
      let part = TriagePart(.new(title: title, Routing(duty: duty)))
      return try w.triage(try w.tx.concern(filed.id, in: key), into: [part], villageName: "清河村")
    }
    return try required(matters.first)
  }

  @Test(arguments: Backend.all) func aLeaderReadsTheMattersOfTheGroupAlone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (group, other) = (TestTown.qinghe + "01", TestTown.qinghe + "02")
      let leader = try await town.person(.groupLeader, at: group)
      let lamp = try await matter("一组路灯不亮", leaf: "CM0302", group: group, in: town)
      let keeper = try await town.keeper()
      let progress = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(lamp)/progress", [("text", "电工明天来，电话 13812345678")])
      #expect(progress.status == 303, "\(progress.text.prefix(300))")

      let list = try await leader.get("/g/\(group)/matters")
      #expect(list.text.contains("href=\"/g/\(group)/matters/\(lamp)\""))
      let page = try await leader.get("/g/\(group)/matters/\(lamp)")
      #expect(page.status == 200, "\(page.text.prefix(300))")
      for words in ["一组路灯不亮", "电工明天来", "138****5678", "最迟答复"] { #expect(page.text.contains(words), "\(words)") }
      let json = try await leader.get("/api/v1/g/\(group)/matters/\(lamp)")
      let steps = try required(json.json["progress"] as? [[String: Any]])
      #expect(steps.compactMap { $0["text"] as? String } == ["电工明天来，电话 138****5678"])
      for text in [page.text, json.text, list.text] {
        for secret in ["苏某某", "19912345678", "13812345678", "琉璃瓦"] { #expect(!text.contains(secret), "\(secret)") }
      }

      let elsewhere = try await matter("二组水沟堵了", leaf: "CM0303", group: other, in: town)
      let hidden = [
        elsewhere, try await matter("一组低保", leaf: "GM0701", group: group, in: town),
        try await matter("一组借款", leaf: "PM0103", group: group, in: town),
        try await matter("一组办事慢", leaf: "GM1001", group: group, in: town),
      ]
      for matter in hidden {
        #expect(try await leader.get("/g/\(group)/matters/\(matter)").status == 404)
        #expect(try await leader.get("/api/v1/g/\(group)/matters/\(matter)").status == 404)
      }
      #expect(try await leader.get("/g/\(other)/matters/\(elsewhere)").status == 403)
      #expect(try await leader.get("/v/\(TestTown.qinghe)/matters/\(lamp)").status == 403)
    }
  }

  @Test(arguments: Backend.all) func aMergedMatterIsReadWhereItIsDealtWith(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let group = TestTown.qinghe + "01"
      let leader = try await town.person(.groupLeader, at: group)
      let kept = try await matter("一组路灯不亮", leaf: "CM0302", group: group, in: town)
      let merged = try await matter("晒坝路灯不亮", leaf: "CM0302", group: group, in: town)
      let keeper = try await town.keeper()
      let answer = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(kept)/merges", [("merged", merged.description), ("reason", "同一盏灯")])
      #expect(answer.status == 303, "\(answer.text.prefix(300))")
      #expect(try await leader.get("/g/\(group)/matters/\(merged)").status == 404)
      #expect(try await leader.get("/g/\(group)/matters/\(kept)").status == 200)
    }
  }
}
