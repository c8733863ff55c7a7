import Foundation
import Governance
import Matters
import Testing
import Values

@testable import sanshi

/// The cases 39 to 43 of rules.md through the clerk's pages: a concern entered at that moment, sorted with that limit.
@Suite struct DueDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let number: Int
    /// Year, month, day, hour, minute in China.
    let received: [Int]
    let limit: Int
    let due: String
    let spoken: String
    var testDescription: String { "case \(number)" }
  }

  static let cases = [
    Case(number: 39, received: [2026, 9, 30, 10, 0], limit: 5, due: "2026-10-13", spoken: "10月13日 周二"),
    Case(number: 40, received: [2026, 2, 13, 10, 0], limit: 5, due: "2026-02-27", spoken: "2月27日 周五"),
    Case(number: 41, received: [2025, 1, 27, 10, 0], limit: 3, due: "2025-02-07", spoken: "2月7日 周五"),
    Case(number: 42, received: [2026, 9, 18, 10, 0], limit: 5, due: "2026-09-24", spoken: "9月24日 周四"),
    Case(number: 43, received: [2026, 4, 30, 18, 10], limit: 5, due: "2026-05-12", spoken: "5月12日 周二"),
  ]

  @Test(arguments: cases, Backend.all)
  func theClerkSeesTheDay(_ known: Case, on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (time, v) = (known.received, "/v/\(TestTown.qinghe)")
      let day = try required(Day(year: time[0], month: time[1], day: time[2]))
      town.clock.set(day.at(hour: time[3], minute: time[4]))
      let keeper = try await town.keeper()
      let entered = try await keeper.api(
        v + "/concerns", ["text": "三组路口的路灯坏了，晚上看不见路", "channel": "phone", "source_kind": "resident"])
      let concern = try required(entered.json["id"] as? String)
      let sorted = try await keeper.api(
        "\(v)/concerns/\(concern)/triage",
        [
          "target": "new", "title": "三组路灯不亮", "leaf": "CM0302", "lead": "村民小组", "limit_days": "\(known.limit)",
          "urgency": "U0", "reason": "村里的路灯",
        ])
      #expect(sorted.status == 200 || sorted.status == 201, "\(sorted.text.prefix(500))")
      let matters = try required(sorted.json["matters"] as? [[String: Any]])
      let matter = try required(matters.first?["id"] as? String)

      let page = try await keeper.get("\(v)/matters/\(matter)")
      #expect(page.text.contains("\(known.spoken)（\(known.limit) 个工作日）"), "\(page.text.prefix(200))")
      let list = try await keeper.get("\(v)/matters")
      #expect(list.text.contains("还剩 \(known.limit) 个工作日") || list.text.contains("还剩 \(known.limit + 1) 个工作日"))
      let detail = try await keeper.get("/api/v1\(v)/matters/\(matter)")
      let json = try required(detail.json["matter"] as? [String: Any])
      let at = try required(json["due_at"] as? String)
      let date = try required(ISO8601DateFormatter().date(from: at.replacing(/\.[0-9]+/, with: "")))
      #expect(Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000)).day.iso == known.due, "\(at)")
      let register = try await keeper.get("\(v)/registers/community/export.csv?columns=due")
      #expect(register.text.contains(known.due), "\(register.text)")
    }
  }
}
