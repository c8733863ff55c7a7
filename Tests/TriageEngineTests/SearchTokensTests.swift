import Testing
import TriageEngine

struct SearchTokensTests {
  static let cases: [(String, [String])] = [
    ("路灯坏了", ["路灯", "灯坏", "坏了"]), ("灯", ["灯"]), ("路灯，坏", ["路灯", "坏"]), ("WiFi 断网", ["wifi", "断网"]),
    ("３组", ["3", "3组", "组"]), ("A3区停水", ["a3", "3区", "区停", "停水"]), ("", []), ("！？ 😀", []),
    ("路 灯", ["路", "灯"]), ("hello world", ["hello", "world"]),
  ]

  @Test(arguments: cases) func tokens(text: String, expected: [String]) {
    #expect(SearchTokens.bigrams(of: text) == expected)
  }

  @Test(arguments: ["3组", "停水", "A3区停水", "组停水", "3组停水了"]) func aPieceOfATextIsFound(query: String) {
    let text = Set(SearchTokens.bigrams(of: "反映：a3区停水了；3组停水了，3组停水了没人管"))
    #expect(!SearchTokens.searchTokens(query).isEmpty)
    #expect(SearchTokens.searchTokens(query).allSatisfy(text.contains))
  }

  @Test func anotherGroupIsNotFound() {
    let text = Set(SearchTokens.bigrams(of: "13组停水了"))
    #expect(!SearchTokens.searchTokens("3组").allSatisfy(text.contains))
  }

  @Test func aQueryAsksEachTokenOnce() { #expect(SearchTokens.searchTokens("停水 停水") == ["停水"]) }

  @Test func aLongWordIsCut() {
    #expect(SearchTokens.bigrams(of: String(repeating: "x", count: 500)).first?.count == SearchTokens.longestWord)
  }
}
