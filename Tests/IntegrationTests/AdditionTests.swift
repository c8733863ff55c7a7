import Foundation
import Governance
import Matters
import Testing
import Values

@testable import sanshi

/// What is added to a concern is read as a new one is (codebook §1, §2).
@Suite struct AdditionTests {
  private var v: String { "/v/\(TestTown.qinghe)" }
  private static let mark = "琉璃瓦"

  private func ringing(_ client: Client) async throws -> [[String: Any]] {
    try await client.get("/alarms.json").json["alarms"] as? [[String: Any]] ?? []
  }

  @Test(arguments: Backend.all) func dangerInAnAppealRings(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("三组路口的路灯坏了", name: "张三", phone: "19900001234")
      let refused = try await keeper.post(
        "\(v)/concerns/\(filed.id)/refusal", [("code", "answeredBefore"), ("answer", "已经答复过")])
      #expect(refused.status == 303, "\(refused.text.prefix(300))")
      let answer = try await town.resident.api("/r/\(filed.token)/appeal", ["appeal_text": "现在电线着火了，有人被困"])
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try await ringing(keeper).count == 1)
    }
  }

  @Test(arguments: Backend.all, [false, true])
  func dangerThatIsAddedRings(on backend: Backend, isSorted: Bool) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("三组路口的路灯坏了", name: "张三", phone: "19900001234")
      var matter: String?
      if isSorted {
        let done = try await keeper.api(
          "\(v)/concerns/\(filed.id)/triage", ["leaf": "GM0905", "title": "路灯", "reason": "路灯"])
        #expect(done.status == 201, "\(done.text)")
        matter = (done.json["matters"] as? [[String: Any]])?.first?["id"] as? String
      }
      #expect(try await ringing(keeper).isEmpty)
      let answer = try await town.resident.api("/r/\(filed.token)/additions", ["text": "电线着火了，有人被困"])
      #expect(answer.status == 200, "\(answer.text)")
      #expect(answer.json["urgency"] as? String == "U3" && answer.json["apart"] as? Bool == false)
      #expect(
        (answer.json["emergency_numbers"] as? [[String: Any]] ?? []).contains { $0["number"] as? String == "119" })
      #expect(try await ringing(keeper).count == 1)
      if let matter, let id = ID<Matter>(matter) { #expect(try await town.row(id).shownUrgency == .life) }
      // The same again rings no second time while nobody has come.
      _ = try await town.resident.api("/r/\(filed.token)/additions", ["text": "火更大了，着火了"])
      #expect(try await ringing(keeper).count == 1)
      let key = try town.key()
      let row = try await town.program.app.database.read { tx in try tx.concern(filed.id, in: key) }
      #expect(row.urgency == .life && row.acceptBy <= town.clock.now.adding(minutes: 31))
    }
  }

  @Test(arguments: Backend.all) func whatIsNoDangerChangesNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let filed = try await town.concern("三组路口的路灯坏了")
      let answer = try await town.resident.api("/r/\(filed.token)/additions", ["text": "就在小卖部门口"])
      #expect(answer.status == 200 && answer.json["urgency"] as? String == "U0")
      #expect((answer.json["emergency_numbers"] as? [Any])?.isEmpty == true)
      #expect(try await ringing(town.keeper()).isEmpty)
    }
  }

  @Test(arguments: Backend.all, [false, true])
  func anAccusationThatIsAddedIsSealedByItself(on backend: Backend, isSorted: Bool) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("三组的低保名单没有公示", name: "张三", phone: "19900001234")
      if isSorted {
        let done = try await keeper.api(
          "\(v)/concerns/\(filed.id)/triage", ["leaf": "CM0104", "title": "名单公示", "reason": "公开"])
        #expect(done.status == 201, "\(done.text)")
      }
      let read = [
        "\(v)/concerns", "\(v)/matters", "\(v)/registers/community", v, "\(v)/events", "\(v)/concerns/\(filed.id)",
      ]
      func seen() async throws -> [String] {
        var texts: [String] = []
        for path in read {
          texts.append(try await keeper.get("/api/v1" + path).text.components(separatedBy: "\"head\":")[0])
        }
        return texts
      }
      let before = try await seen()
      let answer = try await town.resident.api(
        "/r/\(filed.token)/additions", ["text": "村主任贪污低保款，\(Self.mark)的钱也进了他的口袋"])
      #expect(answer.status == 200, "\(answer.text)")
      #expect(answer.json["apart"] as? Bool == true && answer.json["sealed"] as? Bool == true)
      let number = try required(answer.json["number"] as? String)
      #expect(number != filed.number)
      #expect(try await seen() == before, "the village sees that something was added")
      // The first link, which the village may print, opens nothing of it.
      let first = try await town.resident.get("/r/\(filed.token)").text
      #expect(!first.contains(Self.mark) && !first.contains(number))
      let token = try required((answer.json["tracking_url"] as? String)?.components(separatedBy: "/r/").last)
      let own = try await town.resident.get("/r/\(token)").text
      #expect(own.contains(Self.mark) && own.contains(filed.number))
      let reader = try await town.person(.disciplineReader, at: TestTown.town)
      let list = try await reader.get("/api/v1/t/\(TestTown.town)/sealed")
      #expect(list.items.count == 1 && list.text.contains(Self.mark))
      // From there on it is added to like any sealed one.
      let more = try await town.resident.api("/r/\(token)/additions", ["text": "村主任还收了红包，\(Self.mark)"])
      #expect(more.json["apart"] as? Bool == false && more.json["sealed"] as? Bool == true)
    }
  }

  @Test(arguments: Backend.all) func whatTheOfficeWritesDownIsReadToo(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("三组的低保名单没有公示", name: "张三", phone: "19900001234")
      let answer = try await keeper.post(
        "\(v)/concerns/\(filed.id)/additions", [("text", "他说村主任贪污低保款\(Self.mark)"), ("kind", "added")])
      #expect(answer.status == 303 && answer.location.hasSuffix("/slip"), "\(answer.location)")
      #expect(try await keeper.get(answer.location).status == 200)
      #expect(try await !keeper.get("\(v)/concerns/\(filed.id)").text.contains(Self.mark))
      _ = try await keeper.post("\(v)/concerns/\(filed.id)/additions", [("text", "他说电线着火了"), ("kind", "added")])
      #expect(try await ringing(keeper).count == 1)
    }
  }
}
