import Testing

@testable import Governance

/// Words that go to all reporters name none of them.
@Suite struct NamingReportersTests {
  private static let reporters = [
    ReporterContact(name: "张三", phone: "13812345678"), ReporterContact(name: "Li Wei", phone: "08301234567"),
    ReporterContact(name: "村民", phone: ""), ReporterContact(name: "王", phone: "12345"),
  ]

  @Test(arguments: [
    ("三组的灯修好了。", []), ("张三，您好：灯修好了。", ["张三"]), ("张 三家门口", ["张三"]), ("张三丰收", ["张三"]),
    ("请村民放心，王师傅去看", []), ("已告知Li Wei。", ["Li Wei"]), ("told LI  WEI today", ["Li Wei"]),
    ("Li Weimin came", []), ("Ali Wei", []), ("电话13812345678", ["13812345678"]),
    ("138-1234-5678", ["13812345678"]), ("１３８ １２３４ ５６７８", ["13812345678"]), ("+86 13812345678", ["13812345678"]),
    ("(0830)1234567", ["08301234567"]), ("1381234567", []), ("编号12345", []), ("2026年138号，12345678", []),
    ("张三（13812345678）和张三", ["张三", "13812345678"]), ("", []),
  ])
  func whatNamesAReporterIsFound(text: String, named: [String]) {
    #expect(contacts(of: Self.reporters, in: text) == named)
    #expect((namingRefusal(text, reporters: Self.reporters) == nil) == named.isEmpty)
  }

  @Test func theRefusalSaysWhatToTakeOut() throws {
    let refusal = try #require(namingRefusal("张三13812345678", reporters: Self.reporters))
    #expect(refusal.rule == "namesReporter")
    for words in [refusal.reason.zh, refusal.reason.en] {
      #expect(words.contains("张三") && words.contains("13812345678"))
    }
  }
}
