import Governance
import Testing
import Values

@testable import Exchange

@Suite struct MappingTests {
  @Test func theLongestBeginningOfALeafWins() throws {
    let mapping = try Mapping("category\t水\tGM09\n类目，供水问题，GM0902\nstate,10,accepted\n结果\t已办\tsolved\n")
    #expect(mapping.category(of: "GM0902") == "供水问题")
    #expect(mapping.category(of: "GM0901") == "水")
    #expect(mapping.category(of: "CM0302") == "")
    #expect(mapping.state("10") == .accepted && mapping.state("closed") == .closed && mapping.state("11") == nil)
    #expect(mapping.outcome("已办") == .solved && mapping.outcome("explained") == .explained)
    #expect(mapping.outcome("") == nil)
    #expect(try Mapping(mapping.text) == mapping)
  }

  @Test func theFormShowsTheReadersWords() throws {
    let stored = try Mapping("类目，供水，GM0902\nstate,10,accepted\n").text
    #expect(Mapping.written(stored, .en) == "category\t供水\tGM0902\nstate\t10\taccepted\n")
    #expect(Mapping.written(stored, .zh) == "类目\t供水\tGM0902\n状态\t10\taccepted\n")
    #expect(try Mapping(Mapping.written(stored, .zh)).text == stored)
    #expect(Mapping.written("类目，还没写完", .zh) == "类目，还没写完", "what was typed stays")
  }

  @Test(arguments: [
    "category\t水", "category\t\tGM09", "state\t10\tdone", "outcome\t1\tgood", "words\ta\tb", "category\t水\tXX99",
    "category\t水\tG",
  ])
  func aLineThatIsNoneIsNamed(_ line: String) {
    let text = "# ours\n\n" + line
    #expect {
      try Mapping(text) { $0.hasPrefix("GM") }
    } throws: { error in
      let message = (error as? FieldErrors)?.message(for: "mapping")
      return message?.en.contains("3") ?? false
    }
  }

  @Test func anEmptyTableMapsNothing() throws {
    let mapping = try Mapping(" \n# only a remark\n")
    #expect(mapping.text.isEmpty && mapping.category(of: "GM0902") == "")
  }
}

@Suite struct WithoutContactsTests {
  @Test(arguments: [
    ("我叫张三丰，电话19900001234", "张三丰", "19900001234"), ("身份证 510521199001011234", "某人", "510521199001011234"),
    ("写信到 li.si@example.org 也行", "李四", "li.si@example.org"), ("微信号 8812345678", "王五", "8812345678"),
    ("张 三 13812345678 三组", "张 三", "13812345678"),
  ])
  func nothingReachesTheReporter(_ text: String, _ name: String, _ secret: String) {
    let shown = withoutContacts(text, names: [name, ""])
    #expect(!shown.contains(secret) && !shown.contains(name), "\(shown)")
  }

  @Test func whatIsNoContactStays() {
    let text = "三组 12 号门口的水管 2026 年 11 月爆了，停水 3 天"
    #expect(withoutContacts(text, names: ["张三"]) == text)
  }
}

@Suite struct SendingFateTests {
  @Test(arguments: [
    (200, "{\"number\":\"A1\"}", nil, SendingFate.taken(number: "A1")), (202, "", nil, .taken(number: "")),
    (201, "{\"number\":17}", nil, .taken(number: "17")), (409, "{\"number\":\"A1\"}", nil, .taken(number: "A1")),
    (409, "conflict", nil, .refused), (422, "no", nil, .refused), (429, "", nil, .later), (408, "", nil, .later),
    (500, "", nil, .unreachable), (404, "", nil, .unreachable), (401, "", nil, .unreachable),
    (302, "", nil, .unreachable),
    (0, "", "timeout", .unreachable), (200, "{\"number\":\"A1\"}", "cut off", .unreachable),
  ])
  func whatCameBackDecides(_ status: Int, _ text: String, _ fault: String?, _ fate: SendingFate) {
    #expect(SendingFate(status: status, text: text, fault: fault) == fate)
  }
}
