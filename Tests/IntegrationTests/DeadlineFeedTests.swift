import Foundation
import Governance
import People
import Testing
import Values
import Web

@testable import Matters
@testable import sanshi

/// A person's deadlines as a calendar, by an address that is a secret.
@Suite struct DeadlineFeedTests {
  private var v: String { "/v/\(TestTown.qinghe)" }

  /// Makes the address of the person's calendar as in a browser; gives its path.
  private func feed(_ person: Client) async throws -> String {
    let made = try await person.post("/deadlines/feed")
    #expect(made.status == 200, "\(made.status)")
    return String(try required(made.text.firstMatch(of: /\/ical\/[0-9a-z]+\.ics/)).output)
  }

  private func unfolded(_ answer: HTTPAnswer) -> [String] {
    answer.text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test(arguments: Backend.all) func theCalendarHoldsWhatWaitsForThePerson(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let filed = try await town.concern("晒场的灯坏了", name: "张三", phone: "19900001234")
      _ = try await town.concern("变压器冒烟", urgency: .danger)
      _ = try await town.concern("柳树村的事", in: TestTown.willow)
      _ = try await town.concern("村主任的事", sealed: true)
      let matter = try await town.matter(title: "主街井盖")
      let path = try await feed(keeper)
      #expect(path.count == "/ical/.ics".count + 26, "128 bits")
      let answer = try await town.resident.get(path)
      #expect(answer.status == 200 && answer.headers["content-type"] == "text/calendar; charset=utf-8")
      #expect(answer.headers["cache-control"] == "private, no-store")
      let lines = unfolded(answer)
      #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3 && lines.contains("SUMMARY:诉求要分流：晒场的灯坏了"), "\(lines)")
      #expect(lines.contains("SUMMARY:事项要答复：主街井盖") && lines.contains { $0.hasPrefix("UID:matter-\(matter)@") })
      #expect(lines.contains("UID:concern-\(filed.id)@127.0.0.1"))
      #expect(lines.contains("URL:http://127.0.0.1:\(town.port)\(v)/concerns/\(filed.id)"))
      // To the end of Thursday; the alarm is due in two hours, in UTC.
      #expect(lines.contains("DTSTART;VALUE=DATE:20261119") && lines.contains("DTSTART:20261118T030000Z"))
      for hidden in ["柳树村", "村主任", "张三", "1990000"] { #expect(!answer.text.contains(hidden), "\(hidden)") }
      let page = try await keeper.get("/deadlines").text
      #expect(page.contains("晒场的灯坏了") && !page.contains(path), "the address is shown once")
      #expect(try await keeper.get("/api/v1/deadlines").text.contains("晒场的灯坏了"))
    }
  }

  @Test(arguments: Backend.all) func theAddressEndsWhenItIsWithdrawnOrMadeAnew(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let first = try await feed(keeper)
      let second = try await feed(keeper)
      #expect(first != second)
      #expect(try await town.resident.get(first).status == 404)
      #expect(try await town.resident.get(second).status == 200)
      #expect(try await keeper.post("/deadlines/feed/end").location == "/deadlines")
      #expect(try await town.resident.get(second).status == 404)
      #expect(try await keeper.post("/deadlines/feed/end").status == 404)
      let third = try await feed(keeper)
      let events = try await town.program.app.database.read { tx in
        try tx.rows("SELECT kind, subject FROM event WHERE subject = 'deadline_feed' ORDER BY seq").map {
          (try $0.text("kind"), try $0.text("subject"))
        }
      }
      #expect(events.map(\.0) == ["deadlineFeedMade", "deadlineFeedMade", "deadlineFeedEnded", "deadlineFeedMade"])
      for (kind, subject) in events {
        #expect(EventStrings.hasWords(kind: kind) && EventStrings.subject(subject).zh != subject)
      }
      let stored = try await town.program.app.database.read { tx in
        try tx.rows("SELECT secret FROM deadline_feed").map { try $0.text("secret") }
      }
      #expect(stored.count == 1 && !third.contains(stored[0]), "kept by its digest alone")
      let forged = third.dropLast(5) + (third.dropLast(4).hasSuffix("0") ? "1" : "0") + ".ics"
      for path in [String(forged), String(third.dropLast(4)), "/ical/.ics", "/ical/\(stored[0]).ics", "/ical/..ics"] {
        #expect(try await town.resident.get(path).status == 404, "\(path)")
      }
    }
  }

  @Test(arguments: Backend.all) func aClosedAccountsCalendarIsGoneAndOneWithoutARoleIsEmpty(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      _ = try await town.concern("晒场的灯坏了")
      let until = town.clock.now.day.adding(1)
      let keeper = try await town.person(.registerKeeper, at: TestTown.qinghe, until: until)
      let path = try await feed(keeper)
      let account = try await town.program.app.database.read { tx in
        try required(try tx.row("SELECT id FROM deadline_feed")).id("id", as: Account.self)
      }
      town.clock.advance(minutes: 3 * 1440)
      let empty = try await town.resident.get(path)
      #expect(empty.status == 200 && !empty.text.contains("VEVENT"), "the role has ended")
      try await town.program.app.write { w in try w.closeAccount(account) }
      #expect(try await town.resident.get(path).status == 404)
    }
  }

  @Test(arguments: Backend.all) func aProgramsTokenMakesNoAddress(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let keeper = try await town.keeper()
      let until = town.clock.now.day.adding(30).iso
      let made = try await keeper.post(
        "/account/tokens", [("name", "应用"), ("capabilities", "read_matters"), ("until", until)])
      let key = String(try required(made.text.firstMatch(of: /sanshi_[0-9a-z]+/)).output)
      #expect(try await Client(port: town.port, bearer: key).post("/deadlines/feed").status == 403)
      #expect(try await town.resident.get("/deadlines").location.hasPrefix("/sign-in"))
      #expect(try await keeper.get("/account").text.contains("/deadlines"))
    }
  }
}
