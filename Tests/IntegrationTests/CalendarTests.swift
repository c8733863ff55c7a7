import Foundation
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values
import Web

@testable import WorkOrders
@testable import sanshi

/// The work calendar is the town's own data: a year is entered, changed under running clocks, and missed where it is not set.
@Suite struct CalendarTests {
  /// 2026 as shipped, with the National Day holiday a day longer and no make-up day after it.
  private static let longer = """
    2026-01-01..2026-01-03 off
    2026-02-15..2026-02-23 off
    2026-04-04..2026-04-06 off
    2026-05-01..2026-05-05 off
    2026-06-19..2026-06-21 off
    2026-09-25..2026-09-27 off
    2026-10-01..2026-10-08 off
    2026-01-04 work
    2026-02-14 work
    2026-02-28 work
    2026-05-09 work
    2026-09-20 work
    """
  private static let year2027 = """
    2027-01-01..2027-01-03 off
    2027-02-05..2027-02-11 off
    2027-05-01..2027-05-05 off
    2027-02-14 work
    """
  private static let path = "/t/\(TestTown.town)/calendar"

  private func at(_ year: Int, _ month: Int, _ day: Int) throws -> Instant {
    try required(Day(year: year, month: month, day: day)).at(hour: 10, minute: 0)
  }

  private func order(_ town: TestTown) async throws -> (matter: ID<Matter>, order: ID<Order>) {
    let matter = try await town.matter(leaf: "GM0902", title: "三组水管爆了停水")
    let made = try await town.keeper().api(
      "/v/\(TestTown.qinghe)/matters/\(matter)/orders", ["office": try required(Catalogue.shipped.duty("GM0902")).lead])
    return (matter, try required(ID<Order>(try required(made.json["id"] as? String))))
  }

  private func row(_ order: ID<Order>, _ town: TestTown) async throws -> OrderRow {
    let key = try town.key()
    return try await town.program.app.database.read { tx in try tx.order(order, in: key) }
  }

  private func recount(_ town: TestTown) async throws {
    try await orderCalendarWork.run(town.program.app)
    try await matterCalendarWork.run(town.program.app)
    try await concernCalendarWork.run(town.program.app)
    try await appealCalendarWork.run(town.program.app)
  }

  private func told(_ town: TestTown, _ key: String) async throws -> [String] {
    try await town.program.app.database.read { tx in
      try tx.rows("SELECT text_zh FROM outbox WHERE key = \(key) ORDER BY id").map { try $0.text("text_zh") }
    }
  }

  @Test(arguments: Backend.all) func aListEditedUnderRunningClocksMovesThem(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      town.clock.set(try at(2026, 9, 29))
      let (matter, order) = try await order(town)
      let small = try await town.matter(leaf: "CM0302")
      let other = try await town.matter(leaf: "CM0302", title: "另一处路灯")
      let before = try await (row(order, town), town.row(small), town.row(matter))
      let admin = try await town.person(.administrator, at: TestTown.town)
      // A preview over the API saves nothing either.
      let seen = try await admin.api(
        Self.path, ["year": "2026", "list": Self.longer, "source": "通知", "preview": "1"])
      #expect(seen.status == 200 && !(seen.json["changes"] as? [Any] ?? []).isEmpty, "\(seen.text)")
      #expect((seen.json["progress"] as? [Any])?.isEmpty ?? false)
      let saved = try await admin.api(Self.path, ["year": "2026", "list": Self.longer, "source": "通知"])
      #expect(saved.status == 200, "\(saved.text.prefix(300))")
      try await recount(town)

      let keeper = try await town.keeper()
      let after = try await (row(order, town), town.row(small), town.row(matter))
      // 8 October is off and 10 October no make-up day any more.
      #expect(before.0.dueAt?.day.iso == "2026-10-09" && after.0.dueAt?.day.iso == "2026-10-12")
      #expect(before.1.dueAt?.day.iso == "2026-11-02" && after.1.dueAt?.day.iso == "2026-11-04")
      #expect(after.2.shownDueAt == after.0.dueAt && after.1.shownDueAt == after.1.dueAt)
      let page = try await keeper.get("/v/\(TestTown.qinghe)/orders/\(order)")
      #expect(page.text.contains("放假安排改了，截止日从"), "\(page.text.suffix(3000))")
      #expect(page.text.contains("10月1–8日放假"))
      #expect(!page.text.contains("10月10日调休上班"))
      #expect(try await told(town, "order_holidaysChanged").count == 1)
      #expect(try await told(town, "holidaysChanged").count == 2)
      #expect(try await told(town, "holidaysChanged").allSatisfy { $0.contains("放假安排改了") })
      #expect(try await keeper.get("/v/\(TestTown.qinghe)/matters/\(other)").text.contains("期限重算"))

      let shown = try await admin.get(Self.path).text
      #expect(shown.contains("改了 1 个工单的期限") && shown.contains("改了 2 件事项的期限") && !shown.contains("还在重算"))
      try await recount(town)
      #expect(try await row(order, town).version == after.0.version)
    }
  }

  @Test(arguments: Backend.all) func aListPutBackPutsTheDatesBack(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      town.clock.set(try at(2026, 9, 29))
      let (_, order) = try await order(town)
      let before = try await row(order, town)
      let admin = try await town.person(.administrator, at: TestTown.county)
      let shipped = try await admin.get("/api/v1" + Self.path)
      let years = try required(shipped.json["years"] as? [[String: Any]])
      #expect(years.first { $0["year"] as? Int == 2026 }?["state"] as? String == "shipped")
      _ = try await admin.api(Self.path, ["year": "2026", "list": Self.longer, "source": "通知", "version": "0"])
      let back = Self.longer.replacing("2026-10-08 off", with: "2026-10-07 off") + "\n2026-10-10 work"
      let late = try await admin.api(Self.path, ["year": "2026", "list": back, "source": "更正", "version": "0"])
      #expect(late.status == 409 && late.text.contains("changedMeanwhile"))
      // Both changes before the clocks are counted: they move to where they are at the end, that is, not at all.
      let again = try await admin.api(Self.path, ["year": "2026", "list": back, "source": "更正", "version": "1"])
      #expect(again.status == 200)
      try await recount(town)
      let after = try await row(order, town)
      #expect((after.dueAt, after.version) == (before.dueAt, before.version))
      let same = try await admin.api(Self.path, ["year": "2026", "list": back, "source": "更正"])
      #expect(same.status == 409 && same.text.contains("nothingChanged"))
    }
  }

  @Test(arguments: Backend.all) func answeredAndClosedClocksStay(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      town.clock.set(try at(2026, 9, 29))
      let matter = try await town.matter(leaf: "CM0302")
      let key = try town.key()
      try await town.program.app.write { w in try w.enter(.close("已经修好", withdrawn: false), on: matter, in: key) }
      let before = try await town.row(matter)
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await admin.api(Self.path, ["year": "2026", "list": Self.longer, "source": "通知"])
      try await recount(town)
      let after = try await town.row(matter)
      #expect((after.dueAt, after.version) == (before.dueAt, before.version))
    }
  }

  @Test(arguments: Backend.all) func manyClocksMoveOnceEach(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      town.clock.set(try at(2026, 9, 29))
      for number in 0..<25 { _ = try await town.matter(leaf: "CM0302", title: "路灯 \(number)") }
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await admin.api(Self.path, ["year": "2026", "list": Self.longer, "source": "通知"])
      try await recount(town)
      #expect(try await told(town, "holidaysChanged").count == 25)
      #expect(try await admin.get(Self.path).text.contains("改了 25 件事项的期限"))
    }
  }

  @Test(arguments: Backend.all) func aYearThatIsNotSetWarns(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      town.clock.set(try at(2026, 12, 29))
      let (_, order) = try await order(town)
      let (keeper, admin) = try await (town.keeper(), town.person(.administrator, at: TestTown.town))
      let address = "/v/\(TestTown.qinghe)/orders/\(order)"
      let warning = "2027 年的放假安排还没有录入"
      #expect(try await keeper.get(address).text.contains(warning))
      #expect(try await admin.get(Self.path).text.contains(warning))
      let saved = try await admin.api(Self.path, ["year": "2027", "list": Self.year2027, "source": "通知"])
      #expect(saved.status == 200, "\(saved.text.prefix(300))")
      try await recount(town)
      #expect(try await !keeper.get(address).text.contains(warning))
      #expect(try await !admin.get(Self.path).text.contains(warning))
    }
  }

  @Test(arguments: Backend.all) func whatChangesIsShownBeforeSaving(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let admin = try await town.person(.administrator, at: TestTown.town)
      _ = try await admin.get(Self.path)
      let looked = try await admin.upload(
        Self.path, [("year", "2026"), ("source", "通知"), ("version", "0"), ("preview", "1"), ("list", "")],
        files: [(field: "file", name: "2026.txt", type: "text/plain", bytes: Data(Self.longer.utf8))])
      #expect(looked.status == 200)
      #expect(looked.text.contains("10月8日 周四：原来上班，现在放假"), "\(looked.text.suffix(2500))")
      #expect(looked.text.contains("10月10日 周六：原来上班，现在放假"))
      let wrong = try await admin.post(
        Self.path,
        [
          ("year", "2026"), ("source", "通知"), ("preview", "1"),
          ("list", "2026-10-01..2026-10-12 off\nx\n2026-12-01 work"),
        ])
      #expect(wrong.status == 422 && wrong.text.contains("第 2 行") && wrong.text.contains("第 3 行"))
      let version = try await town.program.app.database.read { tx in
        try tx.row("SELECT COUNT(*) AS n FROM calendar_year")?.int("n")
      }
      #expect(version == 0)
    }
  }

  /// A copy of the program that keeps a calendar in memory reckons by what another copy has written.
  @Test(arguments: Backend.all) func anotherCopySeesTheChange(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let day = try required(Day(year: 2026, month: 10, day: 8))
      let database = town.program.app.database
      #expect(try await database.read { tx in try tx.workCalendar().isWorkingDay(day) })
      let year = try CalendarYear(year: 2026, lines: Self.longer, mark: .verified)
      try await town.program.app.write { w in _ = try w.enter(year, source: "通知", expected: nil) }
      let town5101 = try town.key().town
      let (calendar, catalogue) = try await database.read { tx in
        (try tx.workCalendar(), try Catalogues().current(town: town5101, day: day, in: tx).calendar)
      }
      #expect(!calendar.isWorkingDay(day) && !catalogue.isWorkingDay(day))
    }
  }
}
