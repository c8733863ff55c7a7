import Documents
import Governance
import Testing
import Values
import Web

@testable import Intake

struct ImportRowTests {
  private static let columns: [ConcernColumn] = [
    .number, .date, .title, .text, .category, .matterClass, .reporter, .phone, .group, .state, .handling, .reply,
    .closed,
  ]
  private let reader = RowReader(
    mapping: ImportMapping(
      header: 0,
      columns: Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0, $1.rawValue) })),
    today: Day(number: 20_600), head: [])

  /// A row of the columns given; the others are empty.
  private func cells(_ values: [ConcernColumn: String]) -> [String] { Self.columns.map { values[$0] ?? "" } }

  private func read(_ values: [ConcernColumn: String]) throws -> ImportedRow? {
    var reader = reader
    return try reader.read(cells(values))
  }

  /// The Chinese reason why the row is not taken; nil when it is.
  private func fault(_ values: [ConcernColumn: String]) -> String? {
    var reader = reader
    do {
      _ = try reader.read(cells(values))
      return nil
    } catch {
      return error.reason.zh
    }
  }

  @Test func titleAndWordsBecomeOneTextWithoutSpaceAround() throws {
    let row = try read([.number: "1", .title: "路灯坏了", .text: "\n\t\u{3000}三组路口的灯\n\t\n不亮\u{A0}\n"])
    #expect(row?.text == "路灯坏了\n三组路口的灯\n不亮")
    #expect(try read([.number: "1", .title: "路灯坏了", .text: "路灯坏了,没人修"])?.text == "路灯坏了,没人修")
  }

  @Test func controlCharactersAndTurningMarksGo() throws {
    #expect(try read([.number: "1", .text: "水\u{0}管\u{202E}漏\u{200B}了"])?.text == "水管漏了")
  }

  @Test func aBlankRowIsNoRow() throws { #expect(try read([:]) == nil) }

  @Test(arguments: [
    (20_000, true), (20_001, false),
  ]) func twentyThousandLettersAreTheMost(count: Int, isTaken: Bool) {
    #expect((fault([.number: "1", .text: String(repeating: "水", count: count)]) == nil) == isTaken)
  }

  @Test(arguments: ["20226-01-05", "2026.13.5", "1899-05-01", "昨天", "32"])
  func aDateThatCannotBeReadIsNamed(cell: String) {
    #expect(fault([.date: cell, .text: "路灯坏了"])?.contains(cell) == true)
    #expect(fault([.date: "2026.3.5", .closed: cell, .text: "路灯坏了"])?.contains(cell) == true)
  }

  @Test func aDayToComeIsNotTaken() {
    #expect(fault([.date: reader.today.iso, .text: "路灯坏了"]) == nil)
    #expect(fault([.date: reader.today.adding(1).iso, .text: "路灯坏了"]) != nil)
  }

  @Test func withoutADateARowNeedsItsNumber() throws {
    #expect(fault([.text: "路灯坏了"]) != nil)
    #expect(try read([.number: "M7", .text: "路灯坏了"])?.date == nil)
  }

  /// The title, the rows as date and closing date, and the days of the last of them.
  @Test(
    arguments: [
      ("", [("4月8日", "")], "2026-04-08", nil), ("石桥村2024年台账", [("4月8日", "")], "2024-04-08", nil),
      ("石桥村2024年台账", [("2023.3.5", ""), ("", ""), ("12月8日", "")], "2023-12-08", nil),
      ("", [("45352", ""), ("20226-01-01", ""), ("4月8日", "4月9日")], "2024-04-08", "2024-04-09"),
      ("", [("12月30日", "2024-01-05")], "2023-12-30", "2024-01-05"),
      ("", [("2023-12-30", "1月5日")], "2023-12-30", "2024-01-05"),
      ("", [("2023-12-30", "2024-01-05"), ("12月31日", "")], "2023-12-31", nil),
      ("", [("2026.1.5", ""), ("12月8日", "")], "2025-12-08", nil),
    ] as [(String, [(String, String)], String, String?)])
  func aDayWithoutAYearIsOfTheYearOfTheRegister(
    title: String, rows: [(String, String)], date: String, closed: String?
  ) throws {
    var reader = RowReader(
      mapping: ImportMapping(header: 1, columns: [0: "date", 1: "text", 2: "closed"]), today: Day(number: 20_600),
      head: [[title, "510999101201"], ["日期", "事项", "办结日期"]])
    var last: ImportedRow?
    for row in rows { last = try? reader.read([row.0, "路灯坏了", row.1]) }
    #expect(last?.date?.day.iso == date && last?.closed?.day.iso == closed, "\(String(describing: last))")
  }

  @Test func moneyGivenBackIsNoState() throws {
    #expect(ImportWords.state("押金已退回，办结") == .closed && ImportWords.state("手续已办一半") == nil)
  }

  @Test func datesComeWithTheirTime() throws {
    let row = try read([.date: "2019/2/8 9:05:01", .text: "路灯坏了"])
    #expect(row?.date == DayReading(day: try #require(Day(year: 2019, month: 2, day: 8)), minute: 545))
  }

  @Test(arguments: [
    ("13812341234", "13812341234"), ("138 1234 1234", "13812341234"), ("138****1234", ""), ("", ""),
    ("无/13812341234", "13812341234"),
  ]) func telephonesAreKeptAsDigits(cell: String, phone: String) throws {
    #expect(try read([.number: "1", .text: "路灯坏了", .phone: cell])?.phone == phone)
  }

  @Test(arguments: ["1381234", "没有电话", "12"]) func aTelephoneThatIsNoneIsNamed(cell: String) {
    #expect(fault([.number: "1", .text: "路灯坏了", .phone: cell])?.hasPrefix("联系方式") == true)
  }

  @Test(arguments: [
    ("已办结", RowState.closed), ("未办结", .inProgress), ("办结", .closed), ("closed", .closed), ("不予纳入", .refused),
    ("已办", .closed), ("退回", .inProgress), ("已答复", .answered), ("待协商", .awaitingDeliberation), ("notTakenUp", .refused),
    ("办理中", .inProgress),
  ]) func statesAreRead(cell: String, state: RowState) throws {
    #expect(try read([.number: "1", .text: "路灯坏了", .state: cell])?.state == state)
  }

  @Test func aStateThatNobodyKnowsIsNamedWithThoseThatAreKnown() throws {
    let reason = try #require(fault([.number: "1", .text: "路灯坏了", .matterClass: "大事", .state: "不存在的状态"]))
    #expect(reason.contains("不存在的状态") && reason.contains("办理中") && reason.contains("已办结"), "\(reason)")
  }

  @Test func wordsOfTheHandlingStayWithTheReplyAndAreNoAnswer() throws {
    let free = try read([.number: "1", .text: "路灯坏了", .handling: "电工周三去"])
    #expect(free?.state == .inProgress && free?.reply == "电工周三去")
    let answered = try read([.number: "1", .text: "路灯坏了", .handling: "电工周三去", .reply: "知道了"])
    #expect(answered?.state == nil && answered?.reply == "电工周三去\n知道了")
    let open = try read([.number: "1", .text: "路灯坏了", .handling: "未解决，等水务站"])
    #expect(open?.state == .inProgress && open?.reply == "未解决，等水务站" && open?.stateWords == "")
    let plain = try read([.number: "1", .text: "路灯坏了", .handling: "已修复"])
    #expect(plain?.state == .closed && plain?.reply == "" && plain?.stateWords == "已修复")
    let both = try read([.number: "1", .text: "路灯坏了", .state: "已办结", .handling: "电工来过"])
    #expect(both?.state == .closed && both?.reply == "电工来过")
  }

  @Test(arguments: MatterState.allCases) func everyStateThatWeWriteIsKnown(state: MatterState) throws {
    for word in [state.name.zh, state.name.en] {
      #expect(fault([.number: "1", .text: "路灯坏了", .state: word]) == nil, "\(word)")
    }
  }

  @Test func aClosingBeforeTheReportIsAMistake() throws {
    #expect(fault([.date: "2026-03-05", .closed: "2026-03-04", .text: "路灯坏了"])?.contains("2026-03-04") == true)
    #expect(fault([.date: "2026-03-05 17:00", .closed: "2026-03-05 9:00", .text: "路灯坏了"]) == nil)
    #expect(fault([.number: "1", .closed: "2026-03-04", .text: "路灯坏了"]) == nil)
  }

  @Test(arguments: [
    ("未留姓名", "", 1), ("Unnamed", "", 1), ("反映人受保护", "", 1), ("Reporter protected", "", 1), ("匿名", "", 1),
    ("未留姓名等3人", "等3人", 3), ("Unnamed and 2 more", "等3人", 3), ("陈九等20人", "陈九等20人", 20), ("陈九等三人", "陈九等3人", 3),
    ("陈九等十二人", "陈九等12人", 12), ("Chen Jiu and 19 more", "Chen Jiu等20人", 20), ("董**等2人", "董**等2人", 2), ("陈九", "陈九", 1),
  ]) func reportersAreNeitherInventedNorLost(cell: String, kept: String, people: Int) throws {
    let row = try read([.number: "1", .text: "路灯坏了", .reporter: cell])
    #expect(row?.reporters == kept && row?.people == people)
  }

  /// A file taken in by an earlier version adds nothing when it comes again.
  @Test func theKeyIsMadeOfTheReporterAsWritten() throws {
    func key(_ cell: String) throws -> String? {
      try read([.number: "1", .text: "路灯坏了", .reporter: cell])?.importKey(village: ID(3))
    }
    #expect(try key("未留姓名") != key("") && key("陈九等20人") != key("陈九"))
  }

  @Test(arguments: [
    ("大事", MatterClass.government), ("小事(公益)", .community), ("private", .personal), ("Community matter", .community),
  ]) func classesAreRead(cell: String, matterClass: MatterClass) throws {
    #expect(try read([.number: "1", .text: "路灯坏了", .matterClass: cell])?.matterClass == matterClass)
    #expect(try read([.number: "1", .text: "路灯坏了", .matterClass: "大事、小事"])?.matterClass == nil)
  }

  @Test(arguments: [
    ("入户走访", Channel.homeVisit), ("12345热线", .hotline), ("Phone", .phone), ("微信群", .chatGroup),
  ]) func channelsAreRead(cell: String, channel: Channel) { #expect(ImportWords.channel(cell) == channel) }

  @Test(arguments: [
    ("第三村民小组", "3组"), ("3组", "3组"), ("十二组", "12组"), ("二十组", "20组"), ("Group 3", "group3"), ("河边组", "河边组"),
  ]) func groupsAreComparedByTheirNumber(name: String, folded: String) {
    #expect(ImportWords.foldedGroup(name) == folded)
  }

  @Test func theSameNumberWithOtherWordsIsAMistake() throws {
    var seen = SeenNumbers()
    let first = try #require(try read([.number: "7", .text: "路灯坏了"]))
    let spaced = try #require(try read([.number: "7", .text: "路灯 坏了"]))
    let other = try #require(try read([.number: "7", .text: "水管漏了"]))
    try seen.check(first)
    try seen.check(spaced)
    #expect(throws: RowFault(reason: ImportStrings.repeatedNumber)) { try seen.check(other) }
  }

  @Test func theKeyDependsOnWordsNotOnSpace() throws {
    let village = ID<Place>(3)
    let one = try #require(try read([.number: "7", .date: "2026.3.5", .text: "路灯坏了"]))
    let same = try #require(try read([.number: "7", .date: "2026-03-05", .text: "路灯\n坏了", .reply: "修了"]))
    let other = try #require(try read([.number: "8", .date: "2026.3.5", .text: "路灯坏了"]))
    #expect(one.importKey(village: village) == same.importKey(village: village))
    #expect(one.importKey(village: village) != other.importKey(village: village))
    #expect(one.importKey(village: village) != one.importKey(village: ID(4)))
  }
}

struct SheetFileTests {
  private func file(_ text: String, _ name: String) -> SheetFile { SheetFile(bytes: Array(text.utf8), name: name) }

  @Test func escapesAreReadInATsvThatHasThem() throws {
    let escaped = file("id\ttext\n1\t第一行\\n第二行\n", "a.tsv")
    #expect(try escaped.head() == [["id", "text"], ["1", "第一行\n第二行"]])
    let plain = file("id\ttext\n1\tC:\\data\n", "a.tsv")
    #expect(try plain.head() == [["id", "text"], ["1", "C:\\data"]])
  }

  @Test func quotationMarksOfATsvAreOrdinary() throws {
    #expect(try file("id\ttext\n1\t\"水\n", "a.tsv").head() == [["id", "text"], ["1", "\"水"]])
  }

  @Test func titleRowsDoNotHideTheSeparator() throws {
    let rows = try file("石桥村小事登记簿\n日期;事项\n2026-03-05;路灯坏了\n", "a.csv").head()
    #expect(rows.last == ["2026-03-05", "路灯坏了"])
  }

  @Test func theHeaderIsFoundBeneathTitles() throws {
    let head = [["石桥村大事登记簿"], ["2026年3月"], ["编号", "日期", "事项", "归口", "反映单位(个人)", "联系方式"]]
    let mapping = try #require(ImportMapping(proposedFor: head))
    #expect(mapping.header == 2)
    #expect(mapping.columns[2] == "text" && mapping.columns[4] == "reporter" && mapping.columns[5] == "phone")
    #expect(RowPreparer.fileClass(head: head, header: 2, name: "a.xlsx") == .government)
    #expect(ImportMapping(json: mapping.json) == mapping)
  }

  @Test func aMappingNeedsWordsAndNoColumnTwice() {
    func errors(_ fields: [String: String]) -> [String] {
      do {
        _ = try ImportMapping(Form(fields: fields.mapValues { [$0] }), width: 3)
        return []
      } catch { return ((error as? FieldErrors)?.all ?? []).map(\.field) }
    }
    #expect(errors(["header": "1", "column_0": "text"]) == [])
    #expect(errors(["header": "1", "column_0": "date"]) == ["column_0"])
    #expect(errors(["header": "1", "column_0": "text", "column_1": "text"]) == ["column_1"])
    #expect(errors(["header": "1", "column_0": "text", "column_2": "nonsense"]) == ["column_2"])
  }

  @Test func aReaderThatNobodyWaitsForStops() async throws {
    struct Enough: Error {}
    let stream = PieceStream<Int> { give in for number in 0... { try give(number) } }
    await #expect(throws: Enough.self) {
      try await stream.forEach { if $0 == 5 { throw Enough() } }
    }
  }
}
