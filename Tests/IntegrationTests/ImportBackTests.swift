import Documents
import Foundation
import Governance
import Registers
import Testing
import Values

@testable import Intake
@testable import Matters
@testable import sanshi

/// Our own registers, taken in elsewhere.
@Suite struct ImportBackTests {
  private static let register = """
    日期,事项,归口,三事分类,状态,组,地点,渠道,反映人,电话,答复,办结日期
    2026-03-05,路口太黑,道路交通安全,大事,已办结,一组,校门口,12345热线,陈九等20人,13812341234,装好了,2026-03-09
    2026-03-06,井盖响,GM0901,大事,办理中,一组,,来访,未留姓名,,,
    2026-03-07,桥面破了,规划建设办,大事,已答复,,,,未留姓名等3人,,下月修,
    """

  private func export(_ town: TestTown, _ code: String, _ language: Language) async throws -> [UInt8] {
    var export = RegisterExport(try town.key(code), .government)
    (export.language, export.extras) = (language, RegisterColumn.extras)
    return try await exportRegister(export, from: town.program.app)
  }

  private func take(_ bytes: [UInt8], _ name: String, _ town: TestTown, into code: String) async throws -> ImportResult
  {
    try await importConcerns(
      bytes: bytes, name: name, into: try town.key(code), villageName: try required(town.places[code]).nameZh,
      account: nil, app: town.program.app)
  }

  private func rows(_ file: [UInt8]) throws -> [[String]] {
    var rows: [[String]] = []
    try XlsxReader(file).rows { rows.append($0) }
    return rows
  }

  /// Cell by cell the same but for the numbers, which are a village's own; whatever the language of the file between.
  @Test(arguments: Backend.all, Language.allCases)
  func aRegisterTakenInElsewhereSaysTheSame(on backend: Backend, in language: Language) async throws {
    try await TestTown.run(on: backend) { town in
      let first = try await take(Array(Self.register.utf8), "a.csv", town, into: TestTown.qinghe)
      #expect(first.matters == 3 && first.rejected.isEmpty, "\(first)")
      let file = try await export(town, TestTown.qinghe, language)
      let back = try await take(file, "r.xlsx", town, into: TestTown.qinghe)
      #expect((back.taken, back.already) == (0, 3), "\(back)")
      let there = try await take(file, "r.xlsx", town, into: TestTown.willow)
      #expect(there.matters == 3 && there.rejected.isEmpty, "\(there)")
      #expect(try await take(file, "r.xlsx", town, into: TestTown.willow).taken == 0)

      let (ours, theirs) = (
        try rows(try await export(town, TestTown.qinghe, .zh)), try rows(try await export(town, TestTown.willow, .zh))
      )
      #expect(ours.count == 6 && theirs.count == 6, "\(theirs)")
      for (one, other) in zip(ours, theirs).dropFirst(3) {
        // Beside the numbers: masked telephones are not taken in.
        #expect(
          one.indices.filter { one[$0] != (other.indices.contains($0) ? other[$0] : "") && ![0, 5].contains($0) } == [],
          "\(one) \(other)")
      }
      let reporters = theirs.dropFirst(3).map { $0[4] }
      #expect(reporters == ["陈**等20人", "未留姓名", "未留姓名等3人"])
      let clocks = try await town.count("SELECT COUNT(*) AS n FROM matter WHERE due_at IS NOT NULL")
      #expect(clocks == 0)
    }
  }

  /// A matter of which no leaf is sure has its class alone, on every page.
  @Test(arguments: Backend.all) func aMatterWithoutALeafIsShownAndGetsOne(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let list = "日期,事项,归口,类别\n2026-03-05,上次说的那件事,水务站,政府管理的大事\n"
      #expect(try await take(Array(list.utf8), "a.csv", town, into: TestTown.qinghe).matters == 1)
      let (v, keeper) = ("/v/\(TestTown.qinghe)", try await town.keeper())
      let register = try await keeper.get("/api/v1\(v)/registers/government")
      let id = try required(register.items.first?["id"] as? String)
      let csv = try await keeper.get("\(v)/registers/government/export.csv").text
      #expect(csv.contains("上次说的那件事,水务站,未留姓名"), "\(csv)")
      for page in ["matters/\(id)", "matters/\(id)/classification", "registers/government", "matters", "hot"] {
        let answer = try await keeper.get("\(v)/\(page)")
        #expect(answer.status == 200, "\(page): \(answer.status)")
      }
      let sorted = try await keeper.api("\(v)/matters/\(id)/classification", ["leaf": "GM0902", "reason": "问过水务站"])
      #expect(sorted.status < 300, "\(sorted.text)")
      let after = try await town.count("SELECT COUNT(*) AS n FROM matter WHERE leaf = 'GM0902' AND due_at IS NULL")
      #expect(after == 1)
    }
  }

  /// Whatever class, state, leaf or refusal the register gives.
  @Test(arguments: Backend.all) func accusationsOfAnOldRegisterAreSealed(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let list = """
        日期,事项,类别,归口,状态,答复
        2024-05-03,主任贪了修路钱,大事,纪检,办结,查过了
        2024-06-05,村主任贪污了低保钱,大事,党政办,办理中,
        2024-06-06,村主任收了红包才办事,不予纳入,,,不归这里管
        2024-06-07,村主任贪污了修路款,怪类别,,已办结,
        2024-06-08,桥面破了,大事,规划建设办,办理中,
        """
      let result = try await take(Array(list.utf8), "a.csv", town, into: TestTown.qinghe)
      #expect(result.rejected.isEmpty && result.taken == 5 && result.matters == 1, "\(result)")
      #expect(try await town.count("SELECT COUNT(*) AS n FROM concern WHERE state = 'sealed'") == 4)
      #expect(try await town.count("SELECT COUNT(*) AS n FROM matter") == 1)
      let keeper = try await town.keeper()
      for page in ["concerns", "matters", "registers/government"] {
        let text = try await keeper.get("/v/\(TestTown.qinghe)/\(page)").text
        #expect(!text.contains("主任"), "\(page)")
      }
    }
  }

  @Test func everyHeaderThatWeWriteIsKnown() throws {
    let known: [RegisterColumn: ConcernColumn] = [
      .number: .number, .date: .date, .matter: .text, .routing: .category, .reporter: .reporter, .contact: .phone,
      .state: .state, .matterClass: .matterClass, .leaf: .category, .lead: .lead, .group: .group, .place: .place,
      .channel: .channel, .closed: .closed, .reply: .reply,
    ]
    for language in Language.allCases {
      for column in RegisterColumn.allCases {
        let guess = HeaderFinder(ConcernColumn.known).guess([column.title(language)]).first
        if let key = known[column] { #expect(guess?.key == key.rawValue && guess?.confidence == 1, "\(column)") }
      }
      let all = HeaderFinder(ConcernColumn.known).guess(
        (RegisterColumn.customary + RegisterColumn.extras).map { $0.title(language) })
      #expect(Set(all.compactMap(\.key)).count == known.count - 1)
      #expect(all.allSatisfy { $0.key == nil || $0.confidence == 1 })
    }
  }

  @Test(arguments: Backend.all) func aStateThatNobodyKnowsComesBackWithItsReason(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let list = "日期,事项,三事分类,状态,办结日期\n2026-03-05,桥面破了,大事,不存在的状态,\n2026-03-05,灯坏了,大事,已办结,2026-03-01\n"
      let sent = try await keeper.upload(
        "/api/v1/v/\(TestTown.qinghe)/imports", [],
        files: [(field: "file", name: "a.csv", type: "text/csv", bytes: Data(list.utf8))])
      #expect(sent.status == 201, "\(sent.text)")
      let id = try required(sent.json["id"] as? String)
      let started = try await keeper.api("/v/\(TestTown.qinghe)/imports/\(id)/mapping", [:])
      #expect(started.status < 300, "\(started.text)")
      try await importWork.run(town.program.app)
      let done = try await keeper.get("/api/v1/v/\(TestTown.qinghe)/imports/\(id)")
      #expect(done.json["state"] as? String == "done" && done.json["taken"] as? Int == 0, "\(done.text)")
      #expect(done.text.contains("不存在的状态") && done.text.contains("2026-03-01"), "\(done.text)")
      #expect(try await town.count("SELECT COUNT(*) AS n FROM matter") == 0)
    }
  }

  @Test(arguments: Backend.all) func aPastedTableBecomesPlacesAndAWrongLineNone(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      let path = "/admin/\(TestTown.town)/place-list"
      let before = try await town.count("SELECT COUNT(*) AS n FROM place")
      let wrong = try await admin.post(
        path, [("parent", TestTown.town), ("lines", "石头村\n510599101209\n柏树村")])
      #expect(
        wrong.status == 422 && wrong.text.contains("第 2 行") && wrong.text.contains("柏树村</textarea>"), "\(wrong.status)")
      #expect(try await town.count("SELECT COUNT(*) AS n FROM place") == before)
      let table = "序号\t村名\t编码\n1\t石头村\t510599101201\n2、柏树村\n"
      let made = try await admin.api(path, ["parent": TestTown.town, "lines": table])
      #expect(made.status == 201, "\(made.text)")
      let names = try await town.program.app.database.read { tx in
        try tx.rows("SELECT name_zh FROM place ORDER BY id").map { try $0.text("name_zh") }.suffix(2)
      }
      #expect(Array(names) == ["石头村", "柏树村"])
    }
  }
}
