import Documents
import Testing
import Values

@testable import Intake

struct ImportMappingTests {
  private func mapping(_ rows: [[String]]) throws -> [String: String] {
    let mapping = try #require(ImportMapping(proposedFor: rows))
    let header = rows[mapping.header]
    return Dictionary(uniqueKeysWithValues: mapping.columns.map { (header[$0.key], $0.value) })
  }

  @Test func theCellsTellWhichColumnIsTheClass() throws {
    let both = try mapping([
      ["日期", "事项", "归口", "类别"], ["2025.3.5", "水管漏了", "水务站", "政府管理的大事"], ["2025.3.6", "路灯不亮", "村委会", "社区治理的小事"],
      ["2025.3.7", "借农具", "", "私事"],
    ])
    #expect(both == ["日期": "date", "事项": "text", "归口": "lead", "类别": "class"])
    let turned = try mapping([["日期", "事项", "归口", "类别"], ["2025.3.5", "水管漏了", "大事", "饮水"]])
    #expect(turned["归口"] == "class" && turned["类别"] == "category")
    let kinds = try mapping([["日期", "事项", "类型", "类别"], ["2025.3.5", "水管漏了", "投诉", "大事"]])
    #expect(kinds["类别"] == "class" && kinds["类型"] == nil)
  }

  @Test func aCategoryWithItsClassStaysACategory() throws {
    let columns = try mapping([["日期", "事项", "归口"], ["2025.3.5", "路灯不亮", "大事·路灯照明 GM0905"]])
    #expect(columns["归口"] == "category")
    let named = try mapping([["日期", "事项", "三事分类", "类别"], ["2025.3.5", "路灯不亮", "大事", "大事"]])
    #expect(named["三事分类"] == "class" && named["类别"] == "category")
  }

  @Test(arguments: [
    (["归口", "类别"], ["民政办", "饮水"], ["lead", "category"]), (["类别", "归口"], ["饮水", "纪检"], ["category", "lead"]),
    (["归口"], ["外星局"], ["lead"]), (["归口"], ["路灯照明 · 村（居）委会"], ["category"]), (["归口"], ["路灯"], ["category"]),
    (["归口"], ["道路硬化"], ["category"]), (["归口"], ["老李"], ["category"]),
    (["三事分类", "归口"], ["大事", "老李"], ["class", "lead"]), (["三事分类", "归口"], ["大事", "道路硬化"], ["class", "category"]),
    (["归口", "责任单位"], ["民政办", "水务站"], ["category", "lead"]),
    (["Routing", "Category"], ["Land office", "x"], ["lead", "category"]),
    (["Class", "Responsible office"], ["private", "Land office"], ["class", "lead"]),
  ]) func aRoutingThatIsNoCategoryIsTheLead(headers: [String], cells: [String], keys: [String]) throws {
    let columns = try mapping([["日期", "事项"] + headers, ["2025.3.5", "水管漏了"] + cells])
    #expect(headers.map { columns[$0] } == keys)
  }

  @Test func whatEachColumnIsTakenForIsSaid() throws {
    let uses = ImportMapping(header: 1, columns: [0: "date", 2: "lead", 5: "text"]).uses(of: head[1])
    #expect(uses.count == 6)
    #expect(uses[2] == Text(zh: "第 3 列“类别”：责任单位（lead）", en: "column 3 “类别”: Responsible body (lead)"))
    #expect(uses[3].en == "column 4 “备注”: not used")
  }

  private let head = [["石桥村登记"], ["日期", "事项", "类别", "备注", "说明"], ["2025.3.5", "水管漏了", "甲", "大事", ""]]

  @Test func whatSomebodyChoosesHolds() throws {
    let chosen = try ImportChoices(columns: ["类别=class", "4=", "说明=reply"]).mapping(of: head)
    #expect(chosen == ImportMapping(header: 1, columns: [0: "date", 1: "text", 2: "class", 4: "reply"]))
    let moved = try ImportChoices(columns: ["类别=text"], header: 2).mapping(of: head)
    #expect(moved?.columns[2] == "text" && moved?.columns[1] == nil)
    let unknown = try ImportChoices(columns: ["2=text"]).mapping(of: [["甲", "乙"], ["1", "水管漏了"]])
    #expect(unknown == ImportMapping(header: 0, columns: [1: "text"]))
    #expect(try ImportChoices().mapping(of: [["甲", "乙"]]) == nil)
  }

  @Test(
    arguments: [
      (["没有=class"], nil, "column", "没有"), (["类别=nonsense"], nil, "column", "class"), (["类别"], nil, "column", "列名="),
      (["类别=class", "备注=class"], nil, "column", "别的列"), (["9=class"], nil, "column", "9"), ([], 9, "header", "3"),
    ] as [([String], Int?, String, String)])
  func aWrongChoiceIsNamed(columns: [String], header: Int?, field: String, words: String) {
    let errors = #expect(throws: FieldErrors.self) {
      try ImportChoices(columns: columns, header: header).mapping(of: head)
    }
    #expect(errors?.all.map(\.field) == [field])
    #expect(errors?.all.first?.message.zh.contains(words) == true, "\(errors?.all ?? [])")
  }

  private func workbook(_ sheets: [(String, [[String]])]) throws -> SheetFile {
    let sheets = sheets.map { name, rows in
      Sheet(
        name: name, columns: rows.first?.map { Documents.Column($0) } ?? [],
        rows: rows.dropFirst().map { $0.map(Cell.text) }, page: PageLines(unit: "石桥村"))
    }
    return SheetFile(bytes: try Workbook(sheets: sheets).xlsx(), name: "a.xlsx")
  }

  @Test func theFirstSheetWithATableIsTaken() throws {
    let table = [["日期", "事项"], ["2025-03-05", "水管漏了"]]
    let cover = [["石桥村2025年登记簿"], ["制表人：李某"]]
    var file = try workbook([
      ("封面", cover), ("空表", [["日期", "事项"]]), ("登记", table), ("更多", [["日期", "事项"], ["2025-03-06", "灯"]]),
    ])
    #expect(try file.head() == table && file.count(after: 0) == 1)
    file.sheet = "更多"
    #expect(try file.head().last == ["2025-03-06", "灯"])
    file.sheet = "没有"
    #expect(throws: DocumentError.noSuchSheet("没有")) { try file.head() }
    #expect(try workbook([("空", [[]]), ("甲", cover)]).head().last == ["制表人：李某"])
    #expect(throws: DocumentError.noSuchSheet("甲")) {
      try SheetFile(bytes: Array("日期,事项".utf8), name: "a.csv", sheet: "甲").head()
    }
  }
}
