import Documents
import Governance
import Matters
import Mechanism
import Store
import Testing
import Values
import Web

@testable import Registers

@Suite struct RegisterStoreTests {
  private func words(_ world: World, _ contacts: RegisterContacts) async throws -> RegisterWords {
    let key = world.key
    let backdrop = try await world.app.database.read { tx in
      try tx.registerBackdrop(key, on: World.now.day, Mechanism.catalogues)
    }
    return RegisterWords(backdrop, contacts, .zh)
  }

  @Test func aRowHasTheCustomaryCells() async throws {
    try await World.run { world in
      try await world.matter("三组路灯不亮,请打13812341234", daysAgo: 2, names: ["李小明"] + (2...20).map { "王\($0)号" })
      try await world.matter("桥面坏了", "GM0503", daysAgo: 1)
      let page = try await world.page(RegisterSelection(key: world.key, matterClass: .community))
      #expect(page.lines.count == 1)
      let line = try #require(page.lines.first)
      let masked = try await words(world, .masked)
      let cells = RegisterColumn.customary.map { masked.cell($0, line).words }
      #expect(cells[1] == "2026-11-22")
      #expect(cells[2] == "三组路灯不亮,请打138****1234")
      #expect(cells[3].hasSuffix(" · 村（居）委会"))
      #expect(cells[4] == "李**等20人")
      #expect(cells[5] == maskedPhone(phone(of: "李小明")))
      let keeper = try await words(world, RegisterContacts(reader: .keeper, audience: .keeper))
      #expect(keeper.cell(.reporter, line).words == "李小明等20人")
      #expect(keeper.cell(.contact, line).words == phone(of: "李小明"))
    }
  }

  @Test func reportersOfViolenceAreHiddenFromAllButTheKeeper() async throws {
    try await World.run { world in
      try await world.matter("邻居家打人", "GM0505")
      let page = try await world.page(RegisterSelection(key: world.key, matterClass: .government))
      let line = try #require(page.lines.first)
      let others = try await words(world, RegisterContacts(reader: .handler, audience: .handler))
      #expect(others.cell(.reporter, line).words == RegisterStrings.protected.zh)
      #expect(others.cell(.contact, line) == .empty)
    }
  }

  @Test(arguments: [false, true], [1, 2, 3, 50])
  func aFamilyIsOneRowOverAllPages(oldestFirst: Bool, limit: Int) async throws {
    try await World.run { world in
      var ids: [ID<Matter>] = []
      for number in 1...9 { ids.append(try await world.matter("路灯\(number)不亮", daysAgo: 10 - number)) }
      let (family, key) = ([ids[1], ids[4], ids[8]], world.key)
      _ = try await world.app.write { w in try w.makeFamily(of: family, title: "路灯不亮", in: key) }
      var selection = RegisterSelection(key: key, matterClass: .community)
      selection.isOldestFirst = oldestFirst
      let lines = try await world.lines(selection, limit: limit)
      let single = ids.filter { !family.contains($0) }
      let expected = oldestFirst ? [ids[0], ids[1]] + single.dropFirst() : [ids[8]] + single.reversed()
      #expect(lines.map(\.matter.id) == expected)
      let folded = try #require(lines.first { $0.family != nil })
      #expect(folded.members.map(\.id) == [ids[8], ids[4], ids[1]])
      #expect(folded.reporters == 1, "one person reported all three")
      #expect(try await words(world, .masked).title(of: folded) == "路灯不亮（3处）")
      selection.isFolded = false
      #expect(try await world.lines(selection, limit: limit).count == 9)
    }
  }

  @Test func indexAndTagsFindTheSame() async throws {
    try await World.run { world in
      for number in 0..<24 {
        try await world.matter(
          "第\(number)件路灯不亮", number % 2 == 0 ? "CM0101" : "CM0203", daysAgo: number,
          lead: number % 3 == 0 ? "物业" : "村（居）委会", channel: number % 4 == 0 ? .phone : .web, inGroup: number % 5 == 0)
      }
      let all = try await world.lines(RegisterSelection(key: world.key, matterClass: .community), limit: 7)
      #expect(all.count == 24)
      func found(_ change: (inout RegisterFilter) -> Void) async throws -> [ID<Matter>] {
        var filter = RegisterFilter()
        change(&filter)
        var selection = RegisterSelection(key: world.key, matterClass: .community, filter: filter)
        let newest = try await world.lines(selection, limit: 5).map(\.matter.id)
        guard filter.text.isEmpty else { return newest }
        selection.isOldestFirst = true
        #expect(try await world.lines(selection, limit: 4).map(\.matter.id) == newest.reversed())
        return newest
      }
      func expected(_ fits: (MatterRow) -> Bool) -> [ID<Matter>] { all.map(\.matter).filter(fits).map(\.id) }
      #expect(try await found { $0.category = "CM01" } == expected { $0.routing.leaf == "CM0101" })
      #expect(try await found { $0.category = "CM0203" } == expected { $0.routing.leaf == "CM0203" })
      #expect(try await found { $0.lead = "物业" } == expected { $0.routing.lead == "物业" })
      #expect(try await found { $0.channel = .phone } == expected { $0.channel == "phone" })
      #expect(try await found { $0.group = world.group.id } == expected { $0.group != nil })
      #expect(try await found { $0.state = .inProgress }.count == 24)
      let (from, to) = (World.now.day.adding(-9), World.now.day.adding(-4))
      #expect(
        try await found { ($0.from, $0.to) = (from, to) } == expected { (from...to).contains($0.openedAt.day) })
      #expect(
        try await found { ($0.lead, $0.channel, $0.from) = ("物业", .phone, from) }
          == expected { $0.routing.lead == "物业" && $0.channel == "phone" && $0.openedAt.day >= from })
      #expect(try await found { $0.text = "路灯" }.count == 24)
      #expect(try await found { ($0.text, $0.category) = ("路灯", "CM02") }.count == 12)
      #expect(try await found { $0.text = "水井" }.isEmpty)
    }
  }

  @Test func everySingleFilterReadsOneIndexWithoutSorting() async throws {
    try await World.run { world in
      var filters = [RegisterFilter()]
      func add(_ change: (inout RegisterFilter) -> Void) {
        var filter = RegisterFilter()
        change(&filter)
        filters.append(filter)
      }
      add { $0.state = .closed }
      add { $0.category = "CM01" }
      add { $0.category = "CM0101" }
      add { $0.lead = "物业" }
      add { $0.group = ID(5) }
      add { $0.channel = .web }
      add { ($0.from, $0.to) = (day("2026-01-01"), day("2026-02-01")) }
      for filter in filters {
        let selection = RegisterSelection(key: world.key, matterClass: .community, filter: filter)
        let keys = selection.keys(after: nil, limit: 50)
        let plan = try await world.app.database.read { tx in
          try tx.rows("EXPLAIN QUERY PLAN \(keys)").map { try $0.text("detail") }
        }
        #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH m USING"), "\(plan)")
        #expect(plan[0].contains("INDEX matter_"), "\(plan)")
      }
    }
  }

  @Test func filesHoldTheSameCellsAndNoWholePhone() async throws {
    try await World.run { world in
      try await world.matter("路灯不亮,找13812341234", daysAgo: 3)
      try await world.matter("=1+1", daysAgo: 1, names: [""], unit: "清河小学")
      var export = RegisterExport(world.key, .community)
      export.format = .csv
      let csv = String(decoding: try await exportRegister(export, from: world.app).dropFirst(3), as: UTF8.self)
      let rows = csv.split(separator: "\r\n")
      #expect(rows[0] == "清河村小事清单登记簿")
      #expect(rows[2] == "编号,日期,事项,归口,反映单位（个人）,联系方式")
      #expect(rows[3].contains("路灯不亮,找138****1234") && rows[3].contains(",2026-11-21,"))
      #expect(rows[4].contains("'=1+1") && rows[4].contains("清河小学"))
      #expect(!hasUnmaskedPhone(in: csv))
      export.format = .xlsx
      let file = try await registerFile(export, app: world.app, Mechanism.catalogues)
      #expect(file.name == "清河村-小事清单-2026-11-24")
      #expect(file.bytes.starts(with: [0x50, 0x4B]))
      var whole = RegisterExport(world.key, .community, contacts: true)
      whole.format = .csv
      let text = String(decoding: try await exportRegister(whole, from: world.app), as: UTF8.self)
      #expect(text.contains(phone(of: "李小明")))
      let events = try await world.app.database.read { tx in
        try tx.count("SELECT COUNT(*) AS n FROM event WHERE kind = 'contacts_read'")
      }
      #expect(events == 1, "only the one with contacts is on record")
    }
  }

  @Test func theAnnexListsEveryReporterOnce() async throws {
    try await World.run { world in
      let (key, kept) = (world.key, try await world.matter("路灯不亮", names: ["李小明", "王大力"]))
      let merged = try await world.matter("灯坏了", names: ["赵国庆"])
      _ = try await world.app.write { w in try w.merge([merged], into: kept, in: key, reason: "同一件事") }
      let view = RegisterContacts(reader: .keeper, audience: .keeper)
      let annex = try await world.app.write { w in try w.readAnnex(of: kept, .community, in: key, as: view) }
      #expect(annex.lines.map(\.name) == ["李小明", "王大力", "赵国庆"])
      let line = try #require(try await world.page(RegisterSelection(key: key, matterClass: .community)).lines.first)
      #expect(line.reporters == 3)
      await #expect(throws: NotFound.self) {
        try await world.app.write { w in try w.readAnnex(of: kept, .government, in: key, as: view) }
      }
    }
  }
}
