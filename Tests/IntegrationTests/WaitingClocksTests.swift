import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values
import Web

@testable import sanshi

/// The limits for accepting a concern and for answering an appeal follow the work calendar.
@Suite struct WaitingClocksTests {
  /// 2026 as shipped, with or without the make-up day of Saturday, 10 October.
  private static func year(makeUp: Bool, lastDayOff: String = "2026-10-07") -> String {
    """
    2026-01-01..2026-01-03 off
    2026-02-15..2026-02-23 off
    2026-04-04..2026-04-06 off
    2026-05-01..2026-05-05 off
    2026-06-19..2026-06-21 off
    2026-09-25..2026-09-27 off
    2026-10-01..\(lastDayOff) off
    2026-01-04 work
    2026-02-14 work
    2026-02-28 work
    2026-05-09 work
    2026-09-20 work
    """ + (makeUp ? "\n2026-10-10 work" : "")
  }
  private static let path = "/t/\(TestTown.town)/calendar"
  private static let v = "/v/\(TestTown.qinghe)"

  private func start(_ town: TestTown, day: Int, month: Int = 10) throws {
    town.clock.set(try required(Day(year: 2026, month: month, day: day)).at(hour: 10, minute: 0))
  }

  private func enter(_ list: String, _ town: TestTown) async throws -> Client {
    let admin = try await town.person(.administrator, at: TestTown.town)
    let saved = try await admin.api(Self.path, ["year": "2026", "list": list, "source": "通知"])
    #expect(saved.status == 200, "\(saved.text.prefix(300))")
    try await concernCalendarWork.run(town.program.app)
    try await appealCalendarWork.run(town.program.app)
    return admin
  }

  private func acceptBy(_ filed: FiledConcern, _ town: TestTown) async throws -> String {
    let key = try town.key()
    return try await town.program.app.database.read { tx in try tx.concern(filed.id, in: key).acceptBy.day.iso }
  }

  private func answerBy(_ filed: FiledConcern, _ town: TestTown) async throws -> String? {
    let key = try town.key()
    return try await town.program.app.database.read { tx in
      try tx.appeals(of: filed.id, town: key.town).last?.dueAt.day.iso
    }
  }

  private func told(_ filed: FiledConcern, _ town: TestTown) async throws -> [String] {
    try await town.program.app.database.read { tx in
      try tx.rows("SELECT text_zh FROM outbox WHERE concern = \(filed.id) AND key = 'holidaysChanged' ORDER BY id")
        .map { try $0.text("text_zh") }
    }
  }

  private func refused(_ town: TestTown) async throws -> FiledConcern {
    let (filed, key) = (try await town.concern("还是上次那件事", name: "张三", phone: "19900001234"), try town.key())
    try await town.program.app.write { w in
      try w.refuse(w.tx.concern(filed.id, in: key), reason: .answeredBefore, answer: "已经答复过")
    }
    return filed
  }

  private func appealed(_ town: TestTown) async throws -> FiledConcern {
    let filed = try await refused(town)
    let sent = try await town.resident.api("/r/\(filed.token)/appeal", ["appeal_text": "这次不一样"])
    #expect(sent.status == 200, "\(sent.text)")
    return filed
  }

  @Test(arguments: Backend.all) func aMakeUpDayTakenAwayAndGivenBackMovesBoth(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      // A Friday: the next working day is the make-up day after it.
      try start(town, day: 9)
      let (waiting, danger, appealed) = try await (town.concern(), town.concern(urgency: .danger), appealed(town))
      let hours = try await acceptBy(danger, town)
      #expect(try await acceptBy(waiting, town) == "2026-10-10")
      #expect(try await answerBy(appealed, town) == "2026-10-15")

      let admin = try await enter(Self.year(makeUp: false), town)
      #expect(try await acceptBy(waiting, town) == "2026-10-12")
      #expect(try await answerBy(appealed, town) == "2026-10-16")
      #expect(try await acceptBy(danger, town) == hours, "clock hours know no holidays")
      let page = try await admin.get(Self.path).text
      #expect(page.contains("改了 1 条诉求的受理期限") && page.contains("改了 1 件申诉的答复期限"))
      #expect(try await told(waiting, town) == ["放假安排改了，最迟分清由谁负责的日子从10月10日 周六改为10月12日 周一。"])
      #expect(try await told(appealed, town) == ["放假安排改了，最迟答复您申诉的日子从10月15日 周四改为10月16日 周五。"])
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      #expect(try await committee.get("\(Self.v)/concerns/\(waiting.id)").text.contains("放假安排改了"))
      #expect(try await committee.get("\(Self.v)/concerns/\(appealed.id)").text.contains("最迟 10月16日"))
      #expect(try await town.resident.get("/r/\(waiting.token)").text.contains("改为10月12日"))

      _ = try await enter(Self.year(makeUp: true), town)
      #expect(try await acceptBy(waiting, town) == "2026-10-10")
      #expect(try await answerBy(appealed, town) == "2026-10-15")
      #expect(try await told(waiting, town).count == 2)
    }
  }

  @Test(arguments: Backend.all) func whatIsSettledStaysAndWhatComesBackIsCountedAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try start(town, day: 9)
      let (refused, withdrawn, key) = (try await refused(town), try await appealed(town), try town.key())
      try await town.program.app.write { w in try w.withdraw(w.tx.concern(withdrawn.id, in: key)) }
      let admin = try await enter(Self.year(makeUp: false), town)
      #expect(try await acceptBy(refused, town) == "2026-10-10")
      #expect(try await answerBy(withdrawn, town) == "2026-10-15")
      for settled in [refused, withdrawn] { #expect(try await told(settled, town).isEmpty) }
      let page = try await admin.get(Self.path).text
      #expect(page.contains("改了 0 条诉求的受理期限") && page.contains("改了 0 件申诉的答复期限"))

      let sent = try await town.resident.api("/r/\(refused.token)/appeal", ["appeal_text": "这次不一样"])
      #expect(sent.status == 200)
      #expect(try await answerBy(refused, town) == "2026-10-16")
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      let decided = try await committee.api(
        "\(Self.v)/concerns/\(refused.id)/appeal-decision", ["decision": "grant", "answer": "我们再看"])
      #expect(decided.status == 200, "\(decided.text)")
      #expect(try await acceptBy(refused, town) == "2026-10-12")
    }
  }

  @Test(arguments: Backend.all) func manyWaitingConcernsMoveOnceEach(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try start(town, day: 30, month: 9)
      for number in 0..<25 { _ = try await town.concern("路灯 \(number)") }
      let admin = try await enter(Self.year(makeUp: false, lastDayOff: "2026-10-08"), town)
      #expect(try await admin.get(Self.path).text.contains("改了 25 条诉求的受理期限"))
      try await concernCalendarWork.run(town.program.app)
      let count = try await town.program.app.database.read { tx in
        try tx.count("SELECT COUNT(*) AS n FROM outbox WHERE key = 'holidaysChanged'")
      }
      #expect(count == 25)
    }
  }

  @Test(arguments: Backend.all) func whatWaitsIsFoundByIndex(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      try start(town, day: 9)
      for number in 0..<30 { _ = try await town.concern("路灯 \(number)") }
      _ = try await appealed(town)
      let list = try CalendarYear(year: 2026, lines: Self.year(makeUp: false), mark: .verified)
      try await town.program.app.write { w in _ = try w.enter(list, source: "通知", expected: nil) }
      try await town.expectIndexes("clocks counted anew") {
        try await concernCalendarWork.run(town.program.app)
        try await appealCalendarWork.run(town.program.app)
        try await matterCalendarWork.run(town.program.app)
      }
    }
  }
}
