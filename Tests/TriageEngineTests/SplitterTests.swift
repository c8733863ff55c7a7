import Testing
import TriageEngine

/// Codebook §3. The sentences are ours.
struct SplitterTests {
  @Test func twoMattersEachKeepTheirSentences() throws {
    let text = "我家厨房水龙头漏水，找谁修？另外，镇上广场的路灯坏了一排。"
    let parts = Shipped.engine.split(text)
    #expect(parts.map(\.suggestion.code) == ["PM0101", "GM0905"])
    let last = try #require(parts.last)
    #expect(String(Array(text)[last.range]) == "另外，镇上广场的路灯坏了一排。")
  }

  @Test(arguments: [
    "水沟堵了，所以路被淹了。", "路灯坏了。请尽快修。", "物业不作为，还有保安也不管，电梯口没人打扫。",
    "停水三天了，另外问一下什么时候来水。",
  ])
  func oneMatter(text: String) {
    #expect(Shipped.engine.split(text).isEmpty)
  }
}
