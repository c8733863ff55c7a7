import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values

@testable import WorkOrders
@testable import sanshi

/// A handler chooses a template for the reply; the town changes what is offered.
@Suite struct ReplyTemplateTests {
  struct Scene {
    let address: String
    let handler: Client

    func offered() async throws -> [[String: Any]] {
      let answer = try await handler.get("/api/v1\(address)/reply-templates")
      #expect(answer.status == 200, "\(answer.text.prefix(300))")
      return try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [[String: Any]] ?? []
    }

    /// The words offered in Chinese, by key.
    func words() async throws -> [String: String] {
      var words: [String: String] = [:]
      for one in try await offered() {
        words[one["key"] as? String ?? ""] = (one["text"] as? [String: String])?["zh"]
      }
      return words
    }

    func fill(_ fields: [(String, String)]) async throws -> String {
      let answer = try await handler.post(address + "/steps", [("step", "answer"), ("fill", "1")] + fields)
      #expect(answer.status == 200)
      return answer.text
    }
  }

  private func scene(_ town: TestTown, in village: String = TestTown.qinghe, at place: String = TestTown.town)
    async throws -> Scene
  {
    let matter = try await town.matter(leaf: "GM0902", reporters: 2, title: "三组水管爆了停水", in: village)
    let body = try required(Catalogue.shipped.duty("GM0902")).lead
    let handler = try await town.person(.departmentHandler, at: place, body: body)
    let keeper = try await town.keeper(village)
    let made = try await keeper.api("/v/\(village)/matters/\(matter)/orders", ["office": body])
    #expect(made.status == 201, "\(made.text.prefix(400))")
    let address = "/v/\(village)/orders/\(try required(made.json["id"] as? String))"
    let accepted = try await handler.api(address + "/steps", ["step": "accept"])
    #expect(accepted.status == 200)
    return Scene(address: address, handler: handler)
  }

  @Test(arguments: Backend.all) func theLeafsTemplateIsFilledInAndNothingTypedIsLost(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let offered = try await scene.offered()
      #expect(offered.first?["key"] as? String == "GM0902.solved")
      #expect(offered.last?["key"] as? String == "general.notPossible")
      let words = try await scene.words()
      let first = try required(words["GM0902.solved"])
      #expect(first.hasPrefix("各位好") && first.contains("“三组水管爆了停水”") && first.contains("水务站"))
      #expect(first.contains("【几点】恢复供水") && !first.contains("{"))
      // Nobody's name and, of several reporters, nobody's place.
      #expect(!first.contains("张0") && !first.contains("张1"))

      let page = try await scene.handler.get(scene.address + "?step=answer").text
      #expect(page.contains("value=\"GM0902.solved\" selected") && page.contains("恢复供水，影响【几户】"))
      // Untouched words of a template are replaced; a person's own are kept beneath.
      let replaced = try await scene.fill([
        ("template", "GM09.explained"), ("filled", "GM0902.solved"), ("text", first),
      ])
      #expect(replaced.contains("value=\"GM09.explained\" selected") && !replaced.contains("恢复供水，影响【几户】"))
      #expect(replaced.contains("value=\"explained\" checked") || replaced.contains("checked value=\"explained\""))
      let kept = try await scene.fill([
        ("template", "GM0902.solved"), ("filled", "GM09.explained"), ("text", "我们昨晚换了阀门"), ("basis", "《供水条例》"),
      ])
      #expect(kept.contains("恢复供水，影响【几户】") && kept.contains("我们昨晚换了阀门") && kept.contains("《供水条例》"))
      let same = try await scene.fill([("template", "GM0902.solved"), ("filled", "GM0902.solved"), ("text", "只有这一句")])
      #expect(same.contains("\n只有这一句</textarea>"))
      let unknown = try await scene.fill([("template", "PM0101.solved"), ("text", "只有这一句")])
      #expect(unknown.contains("\n只有这一句</textarea>"))
    }
  }

  @Test(arguments: Backend.all) func aTemplateLeftUnfilledIsRefused(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      for (key, words) in try await scene.words() where key.hasPrefix("GM0902") {
        let refused = try await scene.handler.api(
          scene.address + "/steps", ["step": "answer", "outcome": "solved", "text": words])
        #expect(refused.status == 422 && refused.text.contains("范本里还没有填的"), "\(key)")
      }
      let filled = try required(try await scene.words()["GM0902.solved"]).replacing(/【[^】]*】/, with: "昨天")
      let sent = try await scene.handler.api(
        scene.address + "/steps", ["step": "answer", "outcome": "solved", "text": filled])
      #expect(sent.status == 200, "\(sent.text)")
      // There is no reply to write any more.
      #expect(try await scene.offered().isEmpty)
    }
  }

  @Test(arguments: Backend.all) func aTownChangesWhatItsOwnHandlersAreOffered(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let here = try await scene(town)
      let there = try await scene(town, in: TestTown.riverside, at: TestTown.otherTown)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      let address = "/t/\(TestTown.town)/reply-templates"
      let changed = try await officer.api(
        address + "/GM0902/solved", ["text_zh": "{place}来水了，是【日期】通的。", "version": 0])
      #expect(changed.status == 200, "\(changed.text)")
      let added = try await officer.api(address + "/GM0902/solved.2", ["text_zh": "水表【日期】换好了。"])
      #expect(added.status == 200, "\(added.text)")
      let opening = try await officer.api(address + "/general/opening", ["text_zh": "{salutation}，水务站答复您。"])
      #expect(opening.status == 200, "\(opening.text)")
      let words = try await here.words()
      #expect(words["GM0902.solved"]?.hasPrefix("各位好，水务站答复您。\n清河村来水了，是【日期】通的。\n") == true)
      #expect(words["GM0902.solved.2"]?.contains("水表【日期】换好了。") == true)
      let others = try await there.words()
      #expect(others["GM0902.solved.2"] == nil && others["GM0902.solved"]?.contains("恢复供水，影响【几户】") == true)

      let stale = try await officer.api(address + "/GM0902/solved", ["text_zh": "别的话【日期】", "version": 0])
      #expect(stale.status == 409)
      let wrong = try await officer.api(address + "/GM0902/solved", ["text_zh": "{nobody}"])
      #expect(wrong.status == 422)
      let log = try await officer.get("/t/\(TestTown.town)/reply-templates/GM0902/solved").text
      #expect(log.contains("测试镇") && log.contains("第 1 次"))
      // Back to what was shipped.
      let reset = try await officer.api(address + "/GM0902/solved", ["reset": 1, "version": 1])
      #expect(reset.status == 200, "\(reset.text)")
      #expect(try await here.words()["GM0902.solved"]?.contains("恢复供水，影响【几户】") == true)
    }
  }

  @Test(arguments: Backend.all) func othersNeitherReadNorChangeThem(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let scene = try await scene(town)
      let address = "/t/\(TestTown.town)/reply-templates"
      let stranger = try await town.person(.townOfficer, at: TestTown.otherTown)
      for client in [scene.handler, stranger, town.resident] {
        let refused = try await client.api(address + "/GM0902/solved", ["text_zh": "我的【日期】"])
        #expect([401, 403, 404].contains(refused.status), "\(refused.status)")
      }
      let other = try await town.person(.departmentHandler, at: TestTown.town, body: "规划建设办")
      #expect(try await other.get("/api/v1\(scene.address)/reply-templates").status == 404)
    }
  }
}
