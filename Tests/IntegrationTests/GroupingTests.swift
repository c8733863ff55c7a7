import Foundation
import Governance
import Testing
import Values
import Web

@testable import Matters
@testable import Store
@testable import sanshi

/// Bulk grouping of what waits (D5): proposed, confirmed one by one or together, undone exactly.
@Suite struct GroupingTests {
  /// Sentences with repeats: three of a lamp, two of noise, and some that stand alone.
  static let backlog: [(text: String, phone: String)] = [
    ("三组路口的路灯不亮了，晚上看不见路", "19911110001"), ("三组路口路灯坏了好几天，晚上路灯不亮很危险", "19911110002"),
    ("三组路口那盏路灯不亮，老人晚上出门怕摔", "19911110003"),
    ("青青家园工地夜间施工到半夜，吵得睡不着", "19911110004"), ("青青家园旁边夜间施工，吵得孩子睡不着", "19911110005"),
    ("卫生院晚上没有医生值班，老人发烧只能等天亮", "19911110006"), ("村里的垃圾桶一周没人清运，臭味很大", "19911110007"),
    ("自来水管爆了，二组停水两天", ""),
  ]

  private static func words(_ group: [String: Any]) -> [String] {
    (group["concerns"] as? [[String: Any]] ?? []).compactMap { $0["words"] as? String }
  }

  @Test(arguments: Backend.all) func whatSaysTheSameIsProposedAsOneMatterWithItsReason(on backend: Backend) async throws
  {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      try await bench.fill()
      _ = try await town.concern("组长把低保给了他亲戚，有照片", sealed: true)
      let grouping = try await bench.grouped()
      let groups = try await bench.groups(grouping)
      let lamps = try required(groups.first)
      #expect(Self.words(lamps).count == 3 && Self.words(lamps).allSatisfy { $0.contains("路灯") })
      #expect((lamps["reason"] as? [String: String])?["zh"]?.contains("路") == true, "\(lamps["reason"] ?? "")")
      #expect(lamps["reporters"] as? Int == 3)
      #expect(lamps["lead"] as? String != "")
      let noise = try required(groups.first { Self.words($0).count == 2 })
      #expect((noise["reason"] as? [String: String])?["zh"]?.contains("青青家园") == true)
      // Each waiting concern is in one group, the sealed one in none.
      let all = groups.flatMap(Self.words)
      #expect(all.count == Self.backlog.count && Set(all).count == all.count)
      // The pages in both languages.
      for path in [bench.path, grouping, grouping + "/confirmations", try bench.address(of: lamps, in: grouping)] {
        let page = try await bench.keeper.get(path)
        #expect(page.status == 200, "\(path): \(page.status)")
      }
      #expect(try await bench.keeper.get(grouping).text.contains("都说") == true)
    }
  }

  @Test(arguments: Backend.all) func confirmingAllAndUndoingItIsAsIfNothingHappened(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      let open = try await town.matter(leaf: "GM0901", title: "二组停水，水管爆了")
      try await bench.fill()
      let before = try await bench.standing()
      let grouping = try await bench.grouped()
      let sure = try await bench.groups(grouping, "sure")
      #expect(!sure.isEmpty)
      for round in 1...2 {
        #expect(try await bench.keeper.post(grouping + "/confirmations").location == grouping)
        try await bench.work()
        let members = sure.flatMap(Self.words).count
        #expect(try await bench.waiting() == Self.backlog.count - members, "round \(round)")
        #expect(try await bench.groups(grouping, "sure").isEmpty)
        #expect(try await bench.standing() != before)
        try await town.verify()
        #expect(try await bench.keeper.post(grouping + "/undoing").location == grouping)
        try await bench.work()
        #expect(try await bench.standing() == before, "round \(round)")
      }
      #expect(try await town.row(open).state == .inProgress)
      // Numbers are never given again.
      let key = bench.key
      let serials = try await town.program.app.database.read { tx in try tx.counters(in: key)["serial.2026"] }
      #expect(serials ?? 0 >= 1 + sure.count)
    }
  }

  @Test(arguments: Backend.all) func confirmingTellsEveryReporterAndUndoingTellsThemToo(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (_, address) = try await bench.first(of: grouping)
      #expect(try await bench.keeper.post(address + "/confirmation").status == 303)
      let key = bench.key
      func lines(_ what: String) async throws -> (Int, Int) {
        try await town.program.app.database.read { tx in
          let rows = try tx.rows("SELECT wants_call FROM outbox WHERE town = \(key.town) AND key = \(what)")
          return (rows.count, try rows.filter { try $0.int("wants_call") == 1 }.count)
        }
      }
      #expect(try await lines("triaged") == (3, 3))
      #expect(try await bench.keeper.post(address + "/undoing").status == 303)
      // Nobody was called yet: nobody is called any more.
      #expect(try await lines("triaged") == (3, 0))
      #expect(try await lines("groupingUndone") == (3, 0))
      #expect(try await bench.waiting() == Self.backlog.count)
    }
  }

  @Test(arguments: Backend.all) func aConcernTakenOutWaitsOn(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (lamps, address) = try await bench.first(of: grouping)
      let ids = (lamps["concerns"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      // None ticked is an error, not all of them.
      #expect(try await bench.keeper.post(address + "/confirmation", [("chosen", "1")]).status == 422)
      let other = [("chosen", "1"), ("concern", ids[0]), ("concern", ids[2]), ("leaf", "GM0905"), ("title", "路口的灯")]
      // Another category than proposed needs a reason.
      #expect(try await bench.keeper.post(address + "/confirmation", other).status == 422)
      let answer = try await bench.keeper.post(address + "/confirmation", other + [("reason", "在镇道上")])
      #expect(answer.status == 303)
      #expect(try await bench.waiting() == Self.backlog.count - 2)
      let shown = try await bench.keeper.get("/api/v1" + address).json
      let matter = try await town.row(ID(try required(Int64(shown["matter"] as? String ?? ""))))
      #expect(matter.concerns == 2 && matter.routing.leaf == "GM0905" && matter.title == "路口的灯")
      #expect(Self.words(shown).count == 2)
      #expect(try await bench.keeper.post(address + "/undoing").status == 303)
      #expect(Self.words(try await bench.keeper.get("/api/v1" + address).json).count == 3)
    }
  }

  @Test(arguments: Backend.all) func aStaleProposalIsRefusedInWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (lamps, address) = try await bench.first(of: grouping)
      let concern: ID<Concern> = ID(
        try required(Int64(((lamps["concerns"] as? [[String: Any]])?[1])?["id"] as? String ?? "")))
      let key = bench.key
      let number = try await town.program.app.write { w in
        let row = try w.tx.concern(concern, in: key)
        try w.refuse(row, reason: .thanks, answer: "谢谢")
        return row.number
      }
      let refused = try await bench.keeper.post(address + "/confirmation")
      #expect(refused.status == 409 && refused.text.contains(number) && refused.text.contains("已另外处理"))
      // Together with the others it is left open, with the reason.
      _ = try await bench.keeper.post(grouping + "/confirmations")
      try await bench.work()
      let left = try await bench.keeper.get("/api/v1" + address).json
      #expect(left["state"] as? String == "open")
      if lamps["doubt"] is NSNull || lamps["doubt"] == nil {
        #expect((left["note"] as? [String: String])?["zh"]?.contains(number) == true)
      }
      // What is left can be confirmed after a look.
      let rest = (lamps["concerns"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        .filter { $0 != concern.description }
      let fields = [("chosen", "1")] + rest.map { ("concern", $0) }
      #expect(try await bench.keeper.post(address + "/confirmation", fields).status == 303)
    }
  }

  @Test(arguments: Backend.all) func aProposalThatIsNotTheNewestConfirmsNothing(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      try await bench.fill()
      let first = try await bench.grouped()
      let group = try required(try await bench.groups(first).first)
      _ = try await bench.grouped()
      let answer = try await bench.keeper.post(try bench.address(of: group, in: first) + "/confirmation")
      #expect(answer.status == 409 && answer.text.contains("最新的一次"))
      #expect(try await bench.keeper.post(first + "/confirmations").status == 409)
      #expect(try await bench.waiting() == Self.backlog.count)
    }
  }

  @Test(arguments: Backend.all) func twoClicksMakeOneMatterAndOneGrouping(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      try await bench.fill()
      let begin = [("form_key", "begin")]
      let (one, other) = (
        try await bench.keeper.post(bench.path, begin), try await bench.keeper.post(bench.path, begin)
      )
      #expect(one.status == 303 && one.location == other.location)
      // Without the key, too: one grouping is at work.
      #expect(try await bench.keeper.post(bench.path).location == one.location)
      try await bench.work()
      let group = try required(try await bench.groups(one.location).first)
      let address = try bench.address(of: group, in: one.location) + "/confirmation"
      let key = [("form_key", "confirm")]
      #expect(try await bench.keeper.post(address, key).status == 303)
      #expect(try await bench.keeper.post(address, key).status == 303)
      #expect(try await bench.keeper.post(address).status == 409)
      let matters = try await town.count("SELECT COUNT(*) AS n FROM matter")
      #expect(matters == 1)
    }
  }

  @Test(arguments: Backend.all) func forgedIdsLeadNowhere(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (_, address) = try await bench.first(of: grouping)
      // The same ids in another village of the town, by its own keeper.
      let neighbour = try await town.keeper(TestTown.willow)
      let there = address.replacingOccurrences(of: TestTown.qinghe, with: TestTown.willow)
      #expect(try await neighbour.get(there).status == 404)
      #expect(try await neighbour.post(there + "/confirmation").status == 404)
      #expect(try await neighbour.post(address + "/confirmation").status == 403)
      // A concern and a matter of another village.
      let foreign = try await town.concern("柳树村的路灯", in: TestTown.willow)
      let form = [("chosen", "1"), ("concern", foreign.id.description)]
      #expect(try await bench.keeper.post(address + "/confirmation", form).status == 422)
      let matter = try await town.matter(in: TestTown.willow)
      #expect(try await bench.keeper.post(address + "/confirmation", [("target", matter.description)]).status == 404)
      for bad in ["concern=x", "target=x", "version=x"] {
        let pair = bad.split(separator: "=").map(String.init)
        #expect(try await bench.keeper.post(address + "/confirmation", [(pair[0], pair[1])]).status == 422, "\(bad)")
      }
      #expect(try await bench.keeper.get(grouping + "?show=nonsense").status == 422)
      #expect(try await bench.waiting() == Self.backlog.count)
    }
  }

  @Test(arguments: Backend.all) func whatIsUrgentOutOfScopeOrUnsureIsNeverConfirmedUnseen(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      _ = try await town.concern("楼下着火了，有人困在里面", urgency: .life)
      _ = try await town.concern("一组电线断了掉在路上冒火花", urgency: .danger)
      _ = try await town.concern("谢谢村干部，路修好了，大家都很满意")
      let sealed = try await town.concern("村会计贪污了修路的钱", sealed: true)
      let grouping = try await bench.grouped()
      #expect(try await bench.groups(grouping, "sure").isEmpty)
      #expect(try await bench.keeper.post(grouping + "/confirmations").status == 409)
      let all = try await bench.groups(grouping)
      #expect(
        !all.flatMap { $0["concerns"] as? [[String: Any]] ?? [] }.contains { $0["id"] as? String == "\(sealed.id)" })
      // A person may still confirm an urgent one by itself; it keeps its urgency.
      let urgent = try required(all.first { $0["doubt"] as? String == "urgent" && $0["leaf"] as? String != "" })
      let address = try bench.address(of: urgent, in: grouping)
      #expect(try await bench.keeper.post(address + "/confirmation").status == 303)
      let matter = try await bench.keeper.get("/api/v1" + address).json["matter"] as? String
      #expect(try await town.row(ID(try required(Int64(matter ?? "")))).routing.urgency >= .danger)
    }
  }

  @Test(arguments: Backend.all) func undoingIsRefusedAfterWorkAndSaysTheWayOut(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (_, address) = try await bench.first(of: grouping)
      _ = try await bench.keeper.post(address + "/confirmation")
      let shown = try await bench.keeper.get("/api/v1" + address).json
      let matter: ID<Matter> = ID(try required(Int64(shown["matter"] as? String ?? "")))
      let key = bench.key
      try await town.program.app.write { w in try w.enter(.progress("看过了"), on: matter, in: key) }
      let refused = try await bench.keeper.post(address + "/undoing")
      #expect(refused.status == 409 && refused.text.contains("新的办理记录") && refused.text.contains("改类"))
      _ = try await bench.keeper.post(grouping + "/undoing")
      try await bench.work()
      #expect(try await town.row(matter).concerns == 3)
      let left = try await bench.keeper.get("/api/v1" + address).json
      #expect((left["note"] as? [String: String])?["zh"]?.contains("新的办理记录") == true)
    }
  }

  @Test(arguments: Backend.all) func aGroupJoinsTheOpenMatterThatItLooksLikeAndLeavesItAgain(on backend: Backend)
    async throws
  {
    try await TestTown.run(on: backend) { town in
      let bench = try await Bench(town)
      let open = try await town.matter(leaf: "CM0302", title: "三组路口的路灯不亮")
      try await bench.fill()
      let before = try await bench.standing()
      let grouping = try await bench.grouped()
      let lamps = try required(try await bench.groups(grouping).first)
      #expect(lamps["target"] as? String == open.description)
      let address = try bench.address(of: lamps, in: grouping)
      _ = try await bench.keeper.post(address + "/confirmation")
      #expect(try await town.row(open).concerns == 4)
      #expect(try await bench.keeper.post(address + "/undoing").status == 303)
      #expect(try await town.row(open).concerns == 1)
      #expect(try await bench.standing() == before)
    }
  }

  @Test(arguments: Backend.all) func aDismissedGroupStaysWaitingAndComesBack(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (_, address) = try await bench.first(of: grouping)
      #expect(try await bench.keeper.post(address + "/dismissal").status == 303)
      #expect(try await bench.keeper.post(address + "/confirmation").status == 409)
      #expect(try await bench.groups(grouping, "dismissed").count == 1)
      #expect(try await bench.waiting() == Self.backlog.count)
      #expect(try await bench.keeper.post(address + "/undoing").status == 303)
      #expect(try await bench.keeper.post(address + "/confirmation").status == 303)
    }
  }

  @Test(arguments: Backend.all) func aProposalGoesAfterAMonthAndItsMattersStay(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      let (_, address) = try await bench.first(of: grouping)
      _ = try await bench.keeper.post(address + "/confirmation")
      // Ids carry the time of the machine; the test's clock goes past it.
      town.clock.set(Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)).adding(days: 31))
      try await bench.work()
      let keeper = try await town.keeper()
      let page = try await keeper.get(grouping)
      #expect(page.status == 200 && page.text.contains("已清除"))
      let matters = try await town.count("SELECT COUNT(*) AS n FROM matter")
      #expect(matters == 1)
    }
  }

  @Test(arguments: Backend.all) func everyEventOfAGroupingHasWords(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let (bench, grouping) = try await Bench.grouped(in: town)
      _ = try await bench.keeper.post(grouping + "/confirmations")
      try await bench.work()
      _ = try await bench.keeper.post(grouping + "/undoing")
      try await bench.work()
      let group = try required(try await bench.groups(grouping).first)
      _ = try await bench.keeper.post(try bench.address(of: group, in: grouping) + "/dismissal")
      let rows = try await town.program.app.database.read { tx in
        try tx.rows("SELECT DISTINCT kind, subject FROM event").map { (try $0.text("kind"), try $0.text("subject")) }
      }
      #expect(rows.filter { $0.0.hasPrefix("group") }.count >= 7)
      for (kind, subject) in rows {
        #expect(EventStrings.hasWords(kind: kind), "\(kind)")
        #expect(EventStrings.subject(subject).zh != subject, "\(subject)")
      }
    }
  }

  @Test func groupingsAreReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      let bench = try await Bench(town)
      try await bench.fill()
      let plans = Plans()
      town.program.app.database.lens.look { Explaining($0, plans) }
      let grouping = try await bench.grouped()
      _ = try await bench.keeper.get(grouping)
      let (_, address) = try await bench.first(of: grouping)
      _ = try await bench.keeper.post(address + "/confirmation")
      _ = try await bench.keeper.post(address + "/undoing")
      _ = try await bench.keeper.get(bench.path)
      town.program.app.database.lens.look(through: nil)
      #expect(!plans.all.isEmpty)
      #expect(plans.scans.isEmpty, "\(plans.scans)")
    }
  }
}
