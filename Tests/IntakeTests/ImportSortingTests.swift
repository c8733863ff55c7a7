import Governance
import Testing
import Values

@testable import Intake
@testable import Matters

/// Which class, leaf and lead a row of an old register gets.
struct ImportSortingTests {
  private func matters(_ text: String) async throws -> [MatterRow] {
    let village = try await ImportVillage()
    defer { village.remove() }
    let result = try await village.take(text)
    #expect(result.rejected.isEmpty, "\(result.rejected)")
    #expect(try await village.faults() == [])
    return try await village.matters()
  }

  @Test func anOfficeBesideTheClassKeepsBoth() async throws {
    let matters = try await matters(
      """
      日期,事项,归口,类别
      2025-03-05,等人反映：桥面破了,规划建设办,政府管理的大事
      2025-03-06,主街路灯不亮,村（居）委会,社区治理的小事
      2025-03-07,春耕想借一台旋耕机,,私事
      """)
    #expect(matters.map(\.routing.matterClass) == [.government, .community, .personal])
    #expect(matters.first?.routing.leaf == "GM0901")
    #expect(matters.map(\.routing.lead).prefix(2) == ["规划建设办", "村（居）委会"])
    #expect(matters.allSatisfy { $0.isHistory && $0.dueAt == nil })
  }

  @Test func withoutASureLeafTheClassStaysAlone() async throws {
    let matters = try await matters("日期,事项,归口,三事分类,状态\n2025-03-05,上次说的那件事,规划建设办,大事,已办结\n")
    let matter = try #require(matters.first)
    #expect(matter.routing.matterClass == .government && matter.routing.leaf == "")
    #expect(matter.routing.lead == "规划建设办" && matter.state == .closed)
  }

  @Test(arguments: [
    ("Road traffic safety · Police station", "派出所"), ("road traffic safety", "派出所"), ("道路交通安全 · 规划建设办", "规划建设办"),
    ("大事·道路交通安全 GM0503", "派出所"),
  ]) func ourRoutingIsReadInBothLanguages(cell: String, lead: String) async throws {
    let matters = try await matters("Date,Matter,Routing\n2025-03-05,他说了算的事情,\(cell)\n")
    #expect(matters.map(\.routing.leaf) == ["GM0503"] && matters.map(\.routing.lead) == [lead])
  }

  @Test(arguments: [
    ("类别", "归口", "民政办", "民政办"), ("类别", "归口", "村委会", "村（居）委会"), ("类别", "归口", "Water Station", "水务站"),
    ("类别", "归口", "纪检", "纪检"), ("类别", "Routing", "Land office", "Land office"),
    ("Class", "Responsible office", "外星局", "外星局"), ("Class", "Responsible body", "老书记", "老书记"),
  ]) func whoIsResponsibleIsNeverReplaced(kind: String, office: String, cell: String, lead: String) async throws {
    let matters = try await matters("日期,事项,\(kind),\(office)\n2025-03-05,房子漏雨想修,大事,\(cell)\n")
    #expect(matters.map(\.routing.lead) == [lead])
  }

  /// In one column: an office that nobody knows is no category, and a category no office.
  @Test func aMixedColumnKeepsBoth() async throws {
    let matters = try await matters(
      """
      日期,事项,归口,三事分类
      2025-03-05,他说了算的事情,道路交通安全,大事
      2025-03-06,房子漏雨想修,外星局,大事
      2025-03-07,上次说的那件事,公共供水 · 火星办,大事
      2025-03-08,上次说的那件事,公共供水,大事
      """)
    #expect(matters.map(\.routing.lead) == ["派出所", "外星局", "火星办", "水务站"])
    #expect(matters.map(\.routing.leaf).filter { !$0.isEmpty }.suffix(2) == ["GM0902", "GM0902"])
  }

  @Test(arguments: [
    ("上次说的那件事", "水务站", "已办结", MatterClass.government), ("桥面破了，车子过不去", "村里", "已办结", .government),
    ("上次说的那件事", "水务站", "办理中", .government),
  ]) func aClassThatNobodyKnowsIsToldByTheOfficeOrTheWords(
    text: String, lead: String, state: String, told: MatterClass
  ) async throws {
    let matters = try await matters("日期,事项,Category,责任单位,状态\n2021-03-08,\(text),Village roads,\(lead),\(state)\n")
    #expect(matters.map(\.routing.matterClass) == [told] && matters.map(\.routing.lead) == [lead])
    #expect(matters.map(\.state) == [state == "已办结" ? .closed : .inProgress])
  }

  @Test(arguments: ["已办结,,", "办理中,,", ",知道了,", ",,2025-03-09"])
  func aRowWithAHistoryAndAClassThatNobodyKnowsComesBack(told: String) async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    for kind in ["三事分类", "类目"] {
      let result = try await village.take("日期,事项,\(kind),状态,答复,办结日期\n2025-03-05,上次说的那件事,怪类别,\(told)\n")
      let reason = try #require(result.rejected.first?.reason)
      #expect(reason.zh.contains("怪类别") && reason.zh.contains("大事") && reason.en.contains("怪类别"), "\(reason)")
    }
    #expect(try await village.concerns().isEmpty)
    // Without a history it waits, with whom the file names.
    let list = "日期,事项,类目,责任单位\n2025-03-05,上次说的那件事,怪类别,老书记\n"
    #expect(try await village.take(list).taken == 1)
    let waiting = try #require(try await village.concerns().first)
    let later = try await village.app.database.read { tx in try tx.additions(to: waiting.id, town: village.key.town) }
    #expect(try later.map { try $0.text("text") } == ["责任单位：老书记"])
  }

  @Test func anOfficeInEnglishIsKeptByItsName() async throws {
    let matters = try await matters(
      "Date,Matter,Class,Responsible body\n2025-03-05,他说了算的事情,Government matter,Police station\n")
    #expect(matters.map(\.routing.lead) == ["派出所"])
  }

  @Test func aRowWithoutADateBeginsOnTheDayItWasClosed() async throws {
    let matters = try await matters("编号,事项,三事分类,办结日期\n1,他说了算的事情,大事,2025-03-09\n")
    #expect(matters.map { $0.closedAt?.day.iso } == ["2025-03-09"] && matters.map(\.openedAt.day.iso) == ["2025-03-09"])
  }

  @Test func peopleWithoutANameAreNoPerson() async throws {
    let village = try await ImportVillage()
    defer { village.remove() }
    let list = "日期,事项,三事分类,反映人\n2025-03-05,桥面破了,大事,未留姓名\n2025-03-06,路灯坏了,大事,未留姓名等3人\n2025-03-07,水管漏了,大事,陈九等20人\n"
    #expect(try await village.take(list).matters == 3)
    let names = try await village.app.database.read { tx in
      try tx.rows("SELECT name FROM person ORDER BY id").map { try $0.text("name") }
    }
    #expect(names == ["陈九等20人"])
    #expect(try await village.concerns().map(\.reportingUnit).sorted() == ["", "", "等3人"])
    #expect(try await village.take(list).already == 3)
  }
}
