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
