import Governance
import People
import Testing
import Values

@Suite struct AccountTests {
  @Test(arguments: [
    ("wang", true), ("wang.li-2", true), ("a@b.cn", true), ("ab", false), ("Wang", false), ("王五", false),
    ("a b c", false),
  ])
  func logins(login: String, isGood: Bool) {
    #expect((loginError(login) == nil) == isGood)
  }

  @Test(arguments: [
    ("ninechars", false), ("ten-chars!", true), ("aaaaaaaaaaaa", false), ("abababababab", false),
    ("wang.wang.1", false), (String(repeating: "long one ", count: 23), false),
  ])
  func passwords(password: String, isGood: Bool) {
    #expect((passwordError(password, login: "wang") == nil) == isGood)
  }

  @Test func aPaperCodeIsTwoGroupsOfFive() throws {
    let code = try PaperCode()
    let groups = code.shown.split(separator: "-")
    #expect(groups.map(\.count) == [5, 5])
    #expect(PaperCode.letters(of: code.shown.uppercased() + " ") == groups.joined())
    #expect(!code.hash.contains(groups.joined()))
  }

  @Test func slipsOfThePenAreForgiven() {
    #expect(PaperCode.letters(of: "OIL2u-9XW3P") == "0112v9xw3p")
  }

  @Test func peopleAreReadByTheNamesOfTheirRoles() throws {
    let lines = try personLines(
      """
      账号,姓名,手机号,任职,地方代码,部门或类别
      wang,王五,13800000001,登记人,510599101201
      qian,钱七,,collector,510599101,社区民警
      lisi,李四,,村\u{FF08}居\u{FF09}委会,510599101201,
      """)
    #expect(lines.map(\.role) == [.registerKeeper, .collector, .villageCommittee])
    #expect(lines.map(\.body) == [nil, "police", nil])
    #expect(lines.map(\.number) == [2, 3, 4])
  }

  @Test func everyWrongPersonIsNamed() {
    let errors = #expect(throws: FieldErrors.self) {
      try personLines("wang\t王五\t138\t登记人\t510599101201\nli\t李四\n\nzhao\t赵六\t\t神仙\t510599101201")
    }
    #expect(errors?.all.map { $0.message.zh.prefix(5) } == ["第 1 行", "第 2 行", "第 4 行"])
  }
}
