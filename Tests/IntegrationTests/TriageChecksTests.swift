import Foundation
import Governance
import Matters
import Mechanism
import Testing
import Values
import Web

@testable import sanshi

/// What a person decides is checked: bodies that there are, words that were said, limits that hold.
@Suite struct TriageChecksTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  private func sort(_ more: [String: Any], in town: TestTown, _ keeper: Client) async throws -> HTTPAnswer {
    let filed = try await town.concern()
    let decision: [String: Any] = ["leaf": "GM0905", "title": "路灯", "reason": "镇上的灯"]
    return try await keeper.api(
      "\(v)/concerns/\(filed.id)/triage", decision.merging(more) { _, given in given })
  }

  @Test(arguments: Backend.all) func onlyABodyThatThereIsLeads(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let none = try await sort(["lead": "外星人"], in: town, keeper)
      let fields = (none.json["errors"] as? [[String: Any]] ?? []).compactMap { $0["field"] as? String }
      #expect(none.status == 422 && fields == ["lead"] && none.text.contains("外星人"), "\(none.text)")
      let co = try await sort(["co": "派出所,外星人"], in: town, keeper)
      #expect(co.status == 422 && co.text.contains("\"co\""), "\(co.text)")
      for known in ["派出所", "村(居)委会", "村（居）民议事会", "县生态环境分局"] {
        #expect(try await sort(["lead": known], in: town, keeper).status == 201, "\(known)")
      }
      // An office that the town opened, and a department of its people.
      #expect(try await sort(["lead": "道路管护站"], in: town, keeper).status == 422)
      let administrator = try await town.person(.administrator, at: TestTown.town)
      let opened = try await administrator.api(
        "/t/\(TestTown.town)/offices", ["name_zh": "道路管护站"])
      #expect(opened.status == 201, "\(opened.text)")
      let made = try await sort(["lead": "道路管护站"], in: town, keeper)
      #expect(made.status == 201, "\(made.text)")
      let matter = try required((made.json["matters"] as? [[String: Any]])?.first?["id"] as? String)
      let change = try await keeper.api(
        "\(v)/matters/\(matter)/classification", ["leaf": "GM0901", "lead": "外星人", "reason": "换单位"])
      #expect(change.status == 422 && change.text.contains("\"lead\""), "\(change.text)")
    }
  }

  /// The registers are Chinese: a clerk who reads English sees the basis in English and keeps it in Chinese.
  @Test(arguments: Backend.all) func theBasisIsKeptInChinese(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let basis = try required(Catalogue.shipped.duty("GM0902")?.basis)
      let english = ["Accept-Language": "en"]
      func kept(_ fields: [String: String]) async throws -> (basis: String, mark: String) {
        let filed = try await town.concern("水管漏水，流到路上")
        let path = "\(v)/concerns/\(filed.id)"
        let page = try await keeper.get(path + "?leaf=GM0902", headers: english)
        #expect(page.text.contains("value=\"\(basis.en)\""), "the form is prefilled in the reader's language")
        let decision = ["leaf": "GM0902", "title": "水管", "reason": "供水"]
        let answer = try await keeper.api(
          path + "/triage", decision.merging(fields) { _, given in given }, headers: english)
        #expect(answer.status == 201, "\(answer.text)")
        let id = try required(
          ((answer.json["matters"] as? [[String: Any]])?.first?["id"] as? String).flatMap(Int64.init))
        let routing = try await town.row(ID(id)).routing
        let shown = try await keeper.get("\(v)/matters/\(id)", headers: english).text
        if fields["basis"] != "Village rule 3" {
          #expect(shown.contains(basis.en), "the matter in the reader's language")
        }
        return (routing.basis, routing.basisMark)
      }
      for typed in [["basis": basis.en], ["basis": basis.zh], [:]] {
        let found = try await kept(typed)
        #expect(found.basis == basis.zh && found.mark == Catalogue.shipped.duty("GM0902")?.basisMark?.rawValue)
      }
      #expect(try await kept(["basis": "Village rule 3"]).basis == "Village rule 3")
    }
  }

  @Test(arguments: Backend.all) func aPartHasWordsOfTheConcern(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("养鸡场的粪水很臭，流到菜地里。村口小桥的栏杆断了一截！")
      func split(_ words: String) async throws -> HTTPAnswer {
        try await keeper.api(
          "\(v)/concerns/\(filed.id)/triage",
          [
            "parts": "2", "leaf": "GM0204", "title": "粪水", "words": words, "reason": "粪水", "leaf_2": "CM0302",
            "title_2": "小桥", "words_2": "村口小桥的栏杆断了一截", "reason_2": "桥",
          ])
      }
      let wrong = try await split("隔壁天天打孩子")
      #expect(wrong.status == 422 && wrong.text.contains("words"), "\(wrong.text)")
      #expect(try await split("养鸡场的粪水很臭,\n流到菜地里").status == 201)
    }
  }

  @Test(arguments: Backend.all) func aMatterIsNotMergedWithItself(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (matter, keeper) = (try await town.matter(), try await town.keeper())
      let answer = try await keeper.api(
        "\(v)/matters/\(matter)/merges", ["merged": ["\(matter)"], "reason": "同一件"])
      #expect(answer.status == 422 && answer.text.contains("不能和它自己合并"), "\(answer.text)")
    }
  }

  @Test(arguments: Backend.all) func afterAMergeTheLimitIsTheOneThatIsDue(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let (long, short) = try await (town.matter(leaf: "GM0101"), town.matter(leaf: "GM0302"))
      let own = try await town.row(long)
      #expect(own.shownLimitDays == 15)
      let merged = try await keeper.api("\(v)/matters/\(long)/merges", ["merged": ["\(short)"], "reason": "同一件"])
      #expect(merged.status == 201, "\(merged.text)")
      let (kept, other) = try await (town.row(long), town.row(short))
      #expect(kept.shownDueAt == other.dueAt && kept.shownLimitDays == 3)
      let json = try await keeper.get("/api/v1\(v)/matters/\(long)").json
      #expect(json["limit_days"] as? Int == 3, "\(json)")
    }
  }

  @Test(arguments: Backend.all) func aRegisterSaysWhatItCannotTake(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (_, keeper) = (try await town.matter(), try await town.keeper())
      for (query, field) in [("sort=abc", "sort"), ("q=%E7%81%AF", "q")] {
        for path in ["/api/v1\(v)/registers/community", "\(v)/registers/community"] {
          let answer = try await keeper.get("\(path)?\(query)")
          #expect(answer.status == 422, "\(path)?\(query): \(answer.status)")
          #expect(!path.hasPrefix("/api") || answer.text.contains("\"\(field)\""), "\(answer.text)")
        }
      }
      let list = try await keeper.get("/api/v1\(v)/matters?q=%E7%81%AF")
      #expect(list.status == 422 && list.text.contains("至少两个字"), "\(list.text)")
    }
  }

  @Test(arguments: Backend.all) func whatIsSecretIsNotKeptInClear(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (mark, keeper) = ("琉璃瓦", try await town.keeper())
      let filed = try await town.concern("某部队的布防图\(mark)", name: "张三", phone: "19900001234")
      _ = try await town.resident.api("/r/\(filed.token)/additions", ["text": "还有一张\(mark)"])
      let refused = try await keeper.api("\(v)/concerns/\(filed.id)/refusal", ["code": "stateSecret"])
      #expect(refused.status == 200, "\(refused.text)")
      let left = try await town.count(
        """
        SELECT (SELECT COUNT(*) FROM concern WHERE text LIKE '%琉璃瓦%')
          + (SELECT COUNT(*) FROM concern_addition WHERE text LIKE '%琉璃瓦%') AS n
        """)
      #expect(left == 0)
      let page = try await keeper.get("\(v)/concerns/\(filed.id)")
      #expect(page.status == 200 && page.text.contains("已按规定清除") && page.text.contains(filed.number))
      #expect(try await keeper.get("\(v)/concerns?state=notTakenUp").status == 200)
      let own = try await town.resident.get("/r/\(filed.token)")
      #expect(own.text.contains("已按规定清除") && own.text.contains(filed.number) && !own.text.contains(mark))
      // Its reporter can still be answered, and it can be appealed.
      #expect(try await keeper.api("\(v)/concerns/\(filed.id)/contact", [:]).json["phone"] as? String == "19900001234")
      #expect(try await town.verification().erased > 0)
    }
  }
}
