import Testing

@testable import Documents

@Suite struct HeaderFinderTests {
  private let finder = HeaderFinder(ConcernColumn.known)

  @Test func findsTheHeaderBeneathTitles() throws {
    let title = Array(repeating: "青山村三事清单登记簿(登记日期以本表为准)", count: 6)
    let proposal = try #require(
      finder.find(in: [
        title, [], ["单位:青山村", "", "", "登记人:李某"],
        ["序号", "日 期", "事项", "归口", "反映单位(个人)", "联系方式", "备注"],
        ["1", "2026.3.5", "路灯不亮", "道路照明", "张某", "13800138000", ""],
      ]))
    #expect(proposal.row == 3)
    #expect(
      proposal.mapping == [0: "number", 1: "date", 2: "text", 3: "category", 4: "reporter", 5: "phone"])
    #expect(proposal.columns[6] == ColumnGuess(index: 6, header: "备注", key: nil, confidence: 0))
    #expect(proposal.columns[2].confidence == 1)
  }

  @Test func givesEachKeyToItsBestColumn() {
    let guesses = finder.guess(["反映时间", "办结日期", "内容", "诉求内容详情", "联系电话(手机)", "责任单位", "办理情况", "处理结果"])
    #expect(guesses.map(\.key) == ["date", "closed", "text", nil, "phone", "lead", "handling", "reply"])
    #expect(guesses[4].confidence == 0.9)
    let english = finder.guess(["id", "Title", "BODY", "leaf", "class", "user", "date", "reply_date", "reply", "state"])
    #expect(
      english.map(\.key) == [
        "number", "title", "text", "category", "class", "reporter", "date", "closed", "reply", "state",
      ])
  }

  @Test func longerHeadersAreLessSure() throws {
    let guess = finder.guess(["群众反映内容摘要"])[0]
    #expect(guess.key == "text" && (0.5..<0.9).contains(guess.confidence))
    #expect(finder.guess(["consider", "candidate"]).allSatisfy { $0.key == nil })
  }

  @Test func takesTheLowerRowOfAMergedHeader() {
    let header = ["日期", "事项", "电话"]
    #expect(finder.find(in: [["题", "题", "题"], header, header, ["2026.3.5", "a", "1"]])?.row == 2)
  }

  @Test func findsNoneInPlainData() {
    #expect(finder.find(in: [["2026.3.5", "村口路灯不亮,请修", "张某"], ["2026.3.6", "渠道堵了", "李某"]]) == nil)
    #expect(finder.find(in: []) == nil)
    #expect(finder.find(in: [["内容"], ["路灯不亮"]])?.mapping == [0: "text"])
    #expect(finder.find(in: Array(repeating: ["x"], count: 30) + [["日期", "事项"]]) == nil)
  }
}
