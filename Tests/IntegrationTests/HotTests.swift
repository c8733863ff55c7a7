import Foundation
import Governance
import Mechanism
import Testing
import Values
import Web

@testable import Matters
@testable import Store
@testable import sanshi

/// What people speak of most in a village and a town, and what they may not learn that way.
@Suite struct HotTests {
  private static let villageHot = "/v/\(TestTown.qinghe)/hot"
  private static let townHot = "/t/\(TestTown.town)/hot"

  /// A matter reported so many days ago by one person a day; each in a group of the village in turn.
  private func matter(
    _ title: String, leaf: String = "CM0302", daysAgo: [Int], in code: String = TestTown.qinghe, _ town: TestTown
  ) async throws -> ID<Matter> {
    let (key, duty) = (try town.key(code), try required(Catalogue.shipped.duty(leaf)))
    let village = try required(town.places[code]).name.zh
    let groups = [town.places[code + "01"]?.id, town.places[code + "02"]?.id].compactMap(\.self)
    return try await town.program.app.write { w in
      var matter: ID<Matter>?
      for (number, days) in daysAgo.enumerated() {
        var new = NewConcern(text: "\(title)，琉璃瓦 \(number)", channel: .walkIn, receivedAt: w.now.adding(days: -days))
        (new.sortsByReceipt, new.group) = (true, groups[number % groups.count])
        let filed = try w.file(new, in: key, villageName: village)
        let part = TriagePart(matter.map { .existing($0) } ?? .new(title: title, Routing(duty: duty)))
        matter = try w.triage(try w.tx.concern(filed.id, in: key), into: [part], villageName: village).first
      }
      return try required(matter)
    }
  }

  private func hot(_ path: String, as client: Client) async throws -> [[String: Any]] {
    let answer = try await client.get("/api/v1" + path)
    #expect(answer.status == 200, "\(answer.text.prefix(300))")
    return try required(answer.json["hot"] as? [[String: Any]])
  }

  private func titles(_ rows: [[String: Any]]) -> [String] {
    rows.compactMap { ($0["title"] as? [String: Any])?["zh"] as? String }
  }

  @Test(arguments: Backend.all) func thePeriodDecidesWhatIsHot(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await matter("水沟堵了", leaf: "CM0303", daysAgo: [2, 4, 40, 41], town)
      _ = try await matter("三组路灯不亮", daysAgo: [1, 3, 8, 9, 35], town)
      _ = try await matter("只说过一次的事", daysAgo: [1], town)
      _ = try await matter("晒坝漏水", daysAgo: [45, 46, 47, 48, 50], town)
      let keeper = try await town.keeper()
      let recent = try await hot(Self.villageHot, as: keeper)
      #expect(titles(recent) == ["三组路灯不亮", "水沟堵了"])
      #expect(recent.first?["reports"] as? Int == 4 && recent.first?["past"] as? Int == 1)
      #expect(recent.first?["reporters"] as? Int == 4 && recent.first?["places"] as? Int == 2)
      let trend = try required(recent.first?["trend"] as? [Int])
      #expect(trend.count == 12 && trend.prefix(6).reduce(0, +) == 1 && trend.suffix(6).reduce(0, +) == 4)
      let parts = try required(recent.first?["parts"] as? [[String: Any]])
      let sum = parts.compactMap { $0["points"] as? Double }.reduce(0, +)
      let score = try required(recent.first?["score"] as? Double)
      #expect(abs(sum - score) < 0.05)
      let (from, to) = (town.clock.now.day.adding(-55).iso, town.clock.now.day.adding(-40).iso)
      let older = try await hot(Self.villageHot + "?from=\(from)&to=\(to)", as: keeper)
      #expect(titles(older) == ["晒坝漏水", "水沟堵了"])

      let page = try await keeper.get(Self.villageHot)
      for words in ["4 人反映", "比之前 30 天多 3 件", "涉及 2 个组", "三组路灯不亮", "热度"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(!page.text.contains("琉璃瓦"), "the words of a concern")
      for kind in HotPeriod.Kind.allCases {
        #expect(try await keeper.get(Self.villageHot + "?period=\(kind.rawValue)").status == 200)
      }
      for (ask, first) in [
        ("period=month&was=month&from=\(from)&to=\(to)", "晒坝漏水"),
        ("period=month&was=days&from=\(from)&to=\(to)", "三组路灯不亮"),
      ] { #expect(titles(try await hot(Self.villageHot + "?" + ask, as: keeper)).first == first, "\(ask)") }
      for wrong in ["period=ever", "from=2026-11-10&to=2026-11-01", "from=2024-01-01&to=2026-01-01", "show=all"] {
        #expect(try await keeper.get("/api/v1\(Self.villageHot)?\(wrong)").status == 422, "\(wrong)")
      }
    }
  }

  @Test(arguments: Backend.all) func theTownSeesItsVillagesTogether(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      _ = try await matter("三组路灯不亮", daysAgo: [1, 2], town)
      _ = try await matter("柳树路灯坏了", daysAgo: [1, 2, 3], in: TestTown.willow, town)
      _ = try await matter("江边路灯", daysAgo: [1, 1, 1, 1], in: TestTown.riverside, town)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      #expect(titles(try await hot(Self.townHot, as: officer)) == ["柳树路灯坏了", "三组路灯不亮"])
      let kinds = try await hot(Self.townHot + "?by=kind", as: officer)
      #expect(kinds.map { $0["leaf"] as? String } == ["CM0302"])
      #expect(kinds.first?["places"] as? Int == 2 && kinds.first?["reports"] as? Int == 5)
      let page = try await officer.get(Self.townHot + "?by=kind")
      #expect(page.text.contains("涉及 2 个村") && page.text.contains("柳树村 3 件"))
      #expect(try await officer.get("/t/\(TestTown.otherTown)/hot").status == 403)
      let keeper = try await town.keeper()
      #expect(titles(try await hot(Self.villageHot, as: keeper)) == ["三组路灯不亮"])
      #expect(try await keeper.get("/v/\(TestTown.willow)/hot").status == 403)
    }
  }

  @Test(arguments: Backend.all) func mergedMattersAndMeTooCountTogether(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      // Joins bear the time of the machine.
      town.clock.set(Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
      let kept = try await matter("三组路灯不亮", daysAgo: [3], town)
      let merged = try await matter("路口路灯坏了", daysAgo: [2, 1], town)
      let other = try await matter("晒坝路灯坏了", daysAgo: [2, 1], town)
      let (key, keeper) = (try town.key(), try await town.keeper())
      let answer = try await keeper.post(
        "/v/\(TestTown.qinghe)/matters/\(kept)/merges", [("merged", merged.description), ("reason", "同一盏灯")])
      #expect(answer.status == 303, "\(answer.text.prefix(300))")
      try await town.program.app.write { w in
        try w.release(other, title: "晒坝路灯", place: "晒坝", isPublic: true, in: key)
        for device in ["甲", "乙"] { _ = try w.join(other, in: key, device: device) }
      }
      let rows = try await hot(Self.villageHot, as: keeper)
      #expect(rows.compactMap { $0["reports"] as? Int } == [3, 2])
      #expect(rows.last?["supporters"] as? Int == 2)
      #expect((rows.first?["matter"] as? [String: Any])?["id"] as? String == kept.description)
    }
  }

  @Test(arguments: Backend.all) func whatConcernsSinglePersonsStaysHidden(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let delicate = [("隔壁常打孩子", "GM0505"), ("孩子没人管", "GM0706"), ("干部办事拖拉", "GM1001"), ("亲戚借钱不还", "PM0103")]
      // What must stay alone takes no second concern: these became what they are later.
      for (title, leaf) in delicate {
        let (id, key) = (try await matter(title, daysAgo: [1, 2, 3], town), try town.key(TestTown.qinghe))
        let duty = try required(Catalogue.shipped.duty(leaf))
        try await town.program.app.write { w in try w.reclassify(id, to: Routing(duty: duty), in: key) }
      }
      _ = try await matter("三组路灯不亮", daysAgo: [1, 2], town)
      _ = try await town.concern("村干部贪污，琉璃瓦", sealed: true)
      let committee = try await town.person(.villageCommittee, at: TestTown.qinghe)
      for matter in try await hot(Self.villageHot, as: committee) {
        let id = try required((matter["matter"] as? [String: Any])?["id"] as? String)
        let marked = try await committee.post(
          "/v/\(TestTown.qinghe)/matters/\(id)/key-mark", [("reason", "要盯紧")])
        #expect(marked.status == 303, "\(marked.text.prefix(300))")
      }
      town.clock.advance(minutes: 60 * 24 * 60)
      let from = town.clock.now.day.adding(-70).iso
      for (role, code) in [
        (Role.supervisor, TestTown.qinghe), (.townLeader, TestTown.town), (.departmentHandler, TestTown.town),
      ] {
        let person = try await town.person(role, at: code)
        for path in code == TestTown.town ? [Self.townHot, Self.villageHot] : [Self.villageHot] {
          for ask in ["", "&by=kind", "&show=key", "&show=hard"] {
            for prefix in ["", "/api/v1"] {
              let answer = try await person.get("\(prefix)\(path)?from=\(from)\(ask)")
              #expect(answer.status == 200)
              for (title, _) in delicate { #expect(!answer.text.contains(title), "\(role) \(path) \(title)") }
              #expect(!answer.text.contains("琉璃瓦"))
              if prefix.isEmpty { #expect(answer.text.contains("按规定不在这里列出"), "\(role) \(path)\(ask)") }
            }
          }
        }
      }
      // The first session has run out meanwhile.
      let again = try await town.person(.villageCommittee, at: TestTown.qinghe)
      let seen = titles(try await hot("\(Self.villageHot)?from=\(from)", as: again))
      #expect(Set(seen) == Set(delicate.map(\.0) + ["三组路灯不亮"]))
      let file = try await again.get("\(Self.villageHot)/export.csv?from=\(from)")
      #expect(file.text.contains("三组路灯不亮") && !file.text.contains("琉璃瓦"))
    }
  }

  @Test(arguments: Backend.all) func theListsGoOutAsExcelAndCSV(on backend: Backend) async throws {
    try await TestTown.run(on: backend) { town in
      let lamp = try await matter("三组路灯不亮", daysAgo: [1, 2], town)
      let officer = try await town.person(.townOfficer, at: TestTown.town)
      _ = try await officer.post("/v/\(TestTown.qinghe)/matters/\(lamp)/key-mark", [("reason", "汛期前修好")])
      let excel = try await officer.get(Self.townHot + "/export.xlsx")
      #expect(excel.headers["content-type"]?.contains("spreadsheetml") == true)
      let words = try XlsxText.of(excel.body)
      for word in ["甲镇 热点", "三组路灯不亮", "清河村", "2 人反映"] { #expect(words.contains(word), "\(word)") }
      let csv = try await officer.get(Self.townHot + "/export.csv?show=key")
      #expect(csv.text.contains("汛期前修好") && csv.text.contains("镇里"))
    }
  }

  @Test func thePagesReadByIndex() async throws {
    try await TestTown.run(on: .sqlite) { town in
      for number in 0..<12 { _ = try await matter("第\(number)盏路灯不亮", daysAgo: [1, 5, 40], town) }
      let (keeper, officer) = (try await town.keeper(), try await town.person(.townOfficer, at: TestTown.town))
      let plans = Plans()
      let lens = town.program.app.database.lens
      lens.look { Explaining($0, plans) }
      defer { lens.look(through: nil) }
      for ask in ["", "by=kind", "show=key", "show=hard", "period=lastQuarter", "from=2025-12-01&to=2026-11-18"] {
        for (path, person) in [(Self.villageHot, keeper), (Self.townHot, officer)] {
          plans.clear()
          #expect(try await person.get("\(path)?\(ask)").status == 200)
          #expect(!plans.all.isEmpty && plans.scans.isEmpty, "\(path)?\(ask): \(plans.scans)")
        }
      }
    }
  }
}
