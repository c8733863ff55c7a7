import Documents
import Foundation
import Governance
import Store
import Testing
import Values
import Web

@testable import Intake
@testable import Matters
@testable import Mechanism
@testable import People

/// A village with its groups in a database of its own.
struct ImportVillage {
  let app: App
  let key: VillageKey
  private let folder: String

  init() async throws {
    folder = NSTemporaryDirectory() + "import-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let database = try Database(url: "sqlite:\(folder)/test.sqlite")
    _ = try await database.migrate(
      [people, mechanism, Matters.matters(catalogues), Intake.intake(catalogues)].flatMap(\.migrations))
    let now = try #require(Day(year: 2026, month: 6, day: 1)).at(hour: 10, minute: 0)
    app = App(
      database: database, ledger: Ledger(key: Array(0..<32)), files: try Files(folder: folder + "/files"),
      door: PeopleDoor(database: database), settings: AppSettings(dataFolder: folder), nav: [], clock: { now })
    key = try await app.write { w in
      func open(_ level: PlaceInfo.Level, _ code: String, _ name: String, _ parent: ID<Place>?) throws -> PlaceRow {
        try w.openPlace(
          NewPlace(level: level, parent: parent, code: code, nameZh: name, nameEn: name, phone: "", address: ""))
      }
      let county = try open(.county, "510999", "清河县", nil)
      let town = try open(.town, "510999101", "青山镇", county.id)
      let village = try open(.village, "510999101201", "石桥村", town.id)
      _ = try open(.group, "51099910120103", "三组", village.id)
      return VillageKey(town: town.id, village: village.id)
    }
  }

  func take(_ bytes: [UInt8], name: String) async throws -> ImportResult {
    try await importConcerns(bytes: bytes, name: name, into: key, villageName: "石桥村", account: nil, app: app)
  }

  func take(_ text: String, name: String = "a.csv") async throws -> ImportResult {
    try await take(Array(text.utf8), name: name)
  }

  func matters() async throws -> [MatterRow] {
    try await app.database.read { tx in try tx.rows("SELECT * FROM matter ORDER BY id").map(MatterRow.init) }
  }

  func concerns() async throws -> [ConcernRow] {
    try await app.database.read { tx in try tx.rows("SELECT * FROM concern ORDER BY id").map(ConcernRow.init) }
  }

  /// What `verify` finds wrong.
  func faults() async throws -> [String] {
    let entities = mattersEntities + intakeEntities + [personEntity]
    let result = try await app.ledger.verify(app.database, entities: entities, invariants: mattersInvariants, heads: [])
    return result.faults.map { "\($0)" }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

struct ImportRunTests {
  @Test func anOldRegisterComesInAsMatters() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let register = """
      石桥村大事登记簿,,,,,,,
      编号,日期,事项,归口,反映人,联系方式,办理情况,办结日期
      1,2025.3.5,主街第二盏路灯不亮,GM0905,刘福,13812341234,已办结,2025.3.9
      2,2025.3.6,河边的垃圾没有人拉,垃圾收运,石桥小学,,办理中,
      3,2025.3.7,想知道县里的规划,,张三,,不予纳入,
      """
    let result = try await village.take(register)
    #expect((result.taken, result.matters, result.already) == (2, 2, 0))
    #expect(result.rejected.map(\.line) == [5])
    let matters = try await village.matters()
    #expect(matters.map(\.routing.leaf) == ["GM0905", "GM0205"])
    #expect(matters.map(\.state) == [.closed, .inProgress])
    #expect(matters.map { $0.closedAt?.day.iso } == ["2025-03-09", nil])
    #expect(matters.allSatisfy { $0.isHistory && $0.dueAt == nil && $0.concerns == 1 })
    #expect(try await village.concerns().map(\.reportingUnit) == ["", "石桥小学"])
    let told = try await village.app.database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM outbox") }
    #expect(told == 0)
    #expect(try await village.faults() == [])
  }

  @Test func theSameFileTwiceAddsNothing() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let list = "日期,内容,姓名\n2026-05-31,三组的水管漏了,李四\n2026-05-30,桥栏杆断了,\n2026-05-30,桥栏杆断了,\n"
    #expect(try await village.take(list).taken == 2)
    let again = try await village.take(list)
    #expect((again.taken, again.already) == (0, 3))
    #expect(try await village.concerns().count == 2)
    #expect(try await village.faults() == [])
  }

  @Test func whatIsNotSortedYetWaitsAndItsReplyStaysBesideIt() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let result = try await village.take("id,内容,答复,组\nM1,三组的水管漏了,水务站周三来,第三村民小组\nM2,桥栏杆断了,,九组\n")
    #expect((result.taken, result.matters, result.undated) == (2, 0, 2))
    let concerns = try await village.concerns().sorted { $0.text < $1.text }
    let pipe = try #require(concerns.first { $0.group != nil })
    let bridge = try #require(concerns.first { $0.group == nil })
    #expect(pipe.state == .received && pipe.isHistory)
    // The file has a column of replies: an empty cell of it starts no clock either.
    #expect(bridge.isHistory && bridge.placeText == "九组")
    let later = try await village.app.database.read { tx in try tx.additions(to: pipe.id, town: village.key.town) }
    #expect(try later.map { try $0.text("text") } == ["水务站周三来"])
    #expect(try await village.faults() == [])
  }

  /// How many outbox lines, alarms and running clocks there are.
  private func stirred(_ village: ImportVillage) async throws -> Int {
    try await village.app.database.read { tx in
      try tx.count("SELECT COUNT(*) AS n FROM outbox") + tx.count("SELECT COUNT(*) AS n FROM alarm")
        + tx.count("SELECT COUNT(*) AS n FROM matter WHERE due_at IS NOT NULL")
    }
  }

  @Test func aClosedRowWithoutAClassWaitsWithWhatTheRegisterSays() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let register = "日期,内容,姓名,电话,状态,办结日期\n2025-03-05,燃气泄漏,李四,13812341234,已办结,2025-03-09\n2026-05-31,桥栏杆断了,,,,\n"
    #expect(try await village.take(register).taken == 2)
    let concerns = try await village.concerns()
    #expect(concerns.allSatisfy { $0.state == .received && $0.isHistory })
    let waiting = try await village.app.database.read { tx in try tx.concernsWaiting(in: village.key, limit: 10) }
    #expect(waiting.map(\.id) == concerns.map(\.id))
    let gas = try #require(concerns.first)
    let later = try await village.app.database.read { tx in try tx.additions(to: gas.id, town: village.key.town) }
    #expect(try later.map { try $0.text("text") } == ["已办结\n办结日期：2025-03-09"])
    #expect(try await stirred(village) == 0)
    #expect(try await village.faults() == [])
  }

  @Test func whatIsOlderThanAMonthIsHistoryAndNewsIsNot() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    _ = try await village.take("日期,内容,电话\n2026-04-20,燃气泄漏,13812341234\n2026-05-31,路灯坏了,13812341234\n")
    let concerns = try await village.concerns()
    #expect(concerns.map(\.isHistory) == [true, false])
    // The news first, though it came later.
    let waiting = try await village.app.database.read { tx in try tx.concernsWaiting(in: village.key, limit: 10) }
    #expect(waiting.map(\.id) == concerns.map(\.id).reversed())
    #expect(try await stirred(village) == 1)
  }

  @Test func refusedOnesKeepTheirReasonAndNobodyIsTold() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    _ = try await village.take("日期,内容,姓名,电话,状态,答复\n2026-05-01,隔壁镇的路坏了,李四,13812341234,不予纳入,不归这里管\n")
    let concern = try #require(try await village.concerns().first)
    #expect(concern.state == .notTakenUp && concern.refusal == .outsideArea && concern.refusalAnswer == "不归这里管")
    let told = try await village.app.database.read { tx in try tx.count("SELECT COUNT(*) AS n FROM outbox") }
    #expect(told == 0)
  }

  @Test func anAccusationOfStaffGoesSealed() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    _ = try await village.take("日期,内容\n2026-05-01,村主任把低保名额卖给亲戚还收受贿赂\n")
    let concern = try #require(try await village.concerns().first)
    #expect(concern.isSealed && concern.state == .sealed)
    #expect(try await village.faults() == [])
  }

  @Test func ourOwnRegisterIsTakenBackWithoutDoubling() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    _ = try await village.take("日期,事项,归口\n2026-05-01,主街路灯不亮,GM0905\n2026-05-02,垃圾桶满了,GM0205\n")
    let matters = try await village.matters()
    var rows: [[Cell]] = []
    for matter in matters {
      rows.append([
        .text(matter.number), .day(matter.openedAt.day), .text(matter.title), .text("路灯"), .text("张**"),
        .text("138****1234"),
      ])
    }
    let headers = ["编号", "日期", "事项", "归口", "反映单位(个人)", "联系方式"]
    let sheet = Sheet(
      name: "大事", titles: ["石桥村大事登记簿"], columns: headers.map { Documents.Column($0) }, rows: rows,
      page: PageLines(unit: "石桥村"))
    let bytes = try Workbook(sheets: [sheet]).xlsx()
    let back = try await village.take(bytes, name: "register.xlsx")
    #expect((back.taken, back.already, back.rejected.count) == (0, 2, 0))
    #expect(try await village.matters().count == 2)
    let elsewhere = try await ImportVillage()
    defer { elsewhere.remove() }
    let fresh = try await elsewhere.take(bytes, name: "register.xlsx")
    #expect((fresh.taken, fresh.matters) == (2, 2))
  }

  @Test func aRunThatWasBrokenOffGoesOnWithoutDoubling() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let lines = (1...450).map { "2026-05-0\($0 % 9 + 1),第\($0)号井盖坏了" } + ["20226-05-01,年份写错了"]
    let bytes = Array(("日期,内容\n" + lines.joined(separator: "\n")).utf8)
    let hash = try village.app.files.put(bytes)
    let head = try SheetFile(bytes: bytes, name: "a.csv").head()
    let job = try await village.app.write { w in
      let id = try w.addImportJob(file: hash, name: "a.csv", head: head, in: village.key)
      let job = try w.tx.importJob(id, in: village.key)
      try w.startImport(job, try #require(job.mapping))
      return id
    }
    // The first piece is written, then the program ends.
    struct Killed: Error {}
    let run = ImportRun(
      file: SheetFile(bytes: bytes, name: "a.csv"), key: village.key, villageName: "石桥村", account: nil, app: village.app
    )
    let started = try await village.app.database.read { tx in try tx.importJob(job, in: village.key) }
    await #expect(throws: Killed.self) {
      try await run.go(
        try #require(started.mapping), total: 451,
        claim: { w, piece, done in
          if done > 0 { throw Killed() }
          try w.claim(piece, of: started, done: done)
        }, count: { w, counts in try w.count(counts, of: started) }, after: { _, _ in })
    }
    #expect(try await village.concerns().count == ImportPiece.size)
    try await importWork.run(village.app)
    let ended = try await village.app.database.read { tx in try tx.importJob(job, in: village.key) }
    #expect((ended.state, ended.total, ended.done, ended.taken) == (.done, 451, 451, 450))
    #expect((ended.already, ended.rejected) == (0, 1))
    #expect(try await village.concerns().count == 450)
    let rejected = try await village.app.database.read { tx in try tx.rejections(of: ended, limit: 10) }
    #expect(rejected.map(\.line) == [452] && rejected.first?.row == ["20226-05-01", "年份写错了"])
    #expect(village.app.files.get(hash) == nil)
    #expect(try await village.faults() == [])
  }

  @Test func aFileWithoutAHeaderIsRefused() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    await #expect(throws: FieldErrors.self) { try await village.take("一,二\n三,四\n") }
    #expect(try await village.concerns().isEmpty)
  }

  private static let messages = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/messages-replies.tsv").standardizedFileURL

  /// Real messages, for measuring alone.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: messages.path), "the folder shared/data is not here"))
  func realMessagesAreAllTakenAndOnlyOnce() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let bytes = Array(try Data(contentsOf: Self.messages))
    let clock = ContinuousClock()
    let start = clock.now
    let first = try await village.take(bytes, name: "messages-replies.tsv")
    print("messages-replies.tsv: \(first.taken) taken in \(clock.now - start)")
    for row in first.rejected { print("line \(row.line): \(row.reason.zh)") }
    let rows = bytes.count { $0 == 10 } - 1
    #expect(first.taken + first.already == rows && first.rejected.isEmpty)
    let second = try await village.take(bytes, name: "messages-replies.tsv")
    #expect((second.taken, second.already) == (0, rows))
  }
}
