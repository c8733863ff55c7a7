import Governance
import Matters
import Mechanism
import Testing
import Values

@testable import Connect
@testable import sanshi

/// How long contact data are kept: what people are told and what is done go together.
@Suite struct KeepingTests {
  private var report: String { "/v/\(TestTown.qinghe)/report" }
  private let page = "/privacy?village=\(TestTown.qinghe)"

  private func set(_ months: Int, in town: TestTown) async throws {
    let admin = try await town.person(.administrator, at: TestTown.town)
    let answer = try await admin.api(
      "/t/\(TestTown.town)/keeping-rules", ["contactData": "\(months)", "recordings": "6"])
    #expect(answer.status == 200, "\(answer.text)")
  }

  private func read(_ path: String, _ language: String, _ town: TestTown) async throws -> String {
    let answer = try await town.resident.get(path, headers: ["Accept-Language": language])
    #expect(answer.status == 200, "\(path): \(answer.status)")
    #expect(!answer.text.contains("{contact}") && !answer.text.contains("{recordings}"), "\(path)")
    return answer.text
  }

  @Test(arguments: Backend.all) func theWordsFollowTheRule(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      for path in [report, page, "/privacy", "/api/v1/privacy"] {
        #expect(try await read(path, "zh", town).contains("最多留 2 年"), "\(path)")
      }
      try await set(60, in: town)
      for path in [report, page] {
        let (zh, en) = (try await read(path, "zh", town), try await read(path, "en", town))
        #expect(zh.contains("最多留 5 年") && !zh.contains("2 年"), "\(path)")
        #expect(en.contains("for at most 5 years") && en.contains("recordings for 6 months"), "\(path)")
      }
      #expect(try await read(page, "zh", town).contains("清河村村（居）委会和甲镇人民政府"))
      let entry = try await keeper.get("/v/\(TestTown.qinghe)/concerns/new", headers: ["Accept-Language": "zh"])
      #expect(entry.text.contains("最多留 5 年"), "\(entry.status)")
      // The other town keeps to two years, and its people are told so.
      #expect(try await read("/v/\(TestTown.riverside)/report", "zh", town).contains("最多留 2 年"))
      #expect(try await read("/privacy", "zh", town).contains("最多留 2 年到 5 年"))
      #expect(try await read("/privacy", "en", town).contains("2 years to 5 years"))
      let json = try await town.resident.get("/api/v1" + page)
      #expect(json.text.contains("最多留 5 年") && json.text.contains("5 years"), "\(json.text)")
      #expect(try await town.resident.get("/privacy?village=nowhere").status == 404)
    }
  }

  /// Two reporters, one told two years, one told five: each is forgotten when it was said, whatever is set meanwhile.
  @Test(arguments: Backend.all) func whatWasPromisedIsNotMadeLonger(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try await settled("19900001111", in: town)
      town.clock.advance(minutes: 60)
      try await set(60, in: town)
      town.clock.advance(minutes: 60)
      try await settled("19900002222", in: town)
      #expect(try await kept(in: town, after: 24 * 30) == ["19900001111", "19900002222"])
      #expect(try await kept(in: town, after: 24 * 31) == ["19900002222"])
      #expect(try await mails(in: town) == 1)
      #expect(try await kept(in: town, after: 60 * 30) == ["19900002222"])
      // Shorter holds for all.
      try await set(1, in: town)
      #expect(try await kept(in: town, after: 60 * 30) == [])
      #expect(try await mails(in: town) == 0)
    }
  }

  /// A concern that was refused, of somebody who gave a telephone and a mail address.
  private func settled(_ phone: String, in town: TestTown) async throws {
    let (key, filed) = (try town.key(), try await town.concern("看不出的事", name: "张三", phone: phone))
    let choice = try await town.resident.api(
      "/r/\(filed.token)/notices", ["channel": "page", "mail": "a\(phone)@example.org"])
    #expect(choice.status == 200, "\(choice.text)")
    try await town.program.app.write { w in
      try w.refuse(w.tx.concern(filed.id, in: key), reason: .noContent, answer: "看不出是什么事")
    }
  }

  /// The telephones that are left so many days after the town began.
  private func kept(in town: TestTown, after days: Int) async throws -> [String] {
    let begin = try required(Day(year: 2026, month: 11, day: 18)).at(hour: 9, minute: 0)
    let now = town.clock.now
    town.clock.set(begin.adding(days: days))
    for work in town.program.slices.flatMap(\.work) where work.name == "keeping" {
      try await work.run(town.program.app)
    }
    try await forgetOldNotices(town.program.app)
    town.clock.set(now)
    return try await town.program.app.database.read { tx in
      try tx.rows("SELECT phone FROM person WHERE phone <> '' ORDER BY phone").map { try $0.text("phone") }
    }
  }

  private func mails(in town: TestTown) async throws -> Int {
    try await town.count("SELECT COUNT(*) AS n FROM notice_choice WHERE mail <> ''")
  }
}
