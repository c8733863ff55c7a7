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

  /// Linking words, numbers, paragraphs, and in a short text the end of a sentence.
  static let several: [(String, [String])] = [
    ("低保怎么申请？还有，村里那条水渠堵了放不到水。", ["GM0701", "CM0303"]),
    ("一是村口的垃圾桶满了没车来拉，二是孩子上一年级的学位怎么报名。", ["GM0205", "GM0801"]),
    ("1、去县里的班车停运了，老人看病不方便。2、山上的野猪把苞谷全拱了。", ["GM0909", "GM1203"]),
    ("手机在山上一直没信号，电话打不出去。\n我家的养老金这个月没到账。", ["GM0904", "GM0702"]),
    ("楼上天天拖椅子吵得睡不着。去县里的班车什么时候恢复？", ["PM0301", "GM0909"]),
    ("想给老人办残疾证，要什么材料？顺便问一下，公租房怎么排队？", ["GM0703", "GM0707"]),
  ]

  /// Two things in two clauses, among them those that the codebook names (§3, hard cases 12 and 25).
  static let inOneBreath: [(String, [String])] = [
    ("邻居养鸡臭，还占了公路", ["GM0204", "GM0301"]),
    ("我家低保没批，说是关系户才批", ["GM0701", "GM1001"]),
    ("邻居建房超高挡我光，没手续", ["PM0302", "GM0102"]),
    ("村口路灯不亮，卫生室也没人", ["CM0302", "GM0602"]),
    ("养老金没到账，门口的垃圾也没人拉", ["GM0702", "GM0205"]),
  ]

  @Test(arguments: inOneBreath) func severalInOneBreath(text: String, codes: [String]) {
    #expect(Shipped.engine.split(text).map(\.suggestion.code) == codes)
  }

  @Test(arguments: several) func severalMatters(text: String, codes: [String]) {
    let parts = Shipped.engine.split(text)
    #expect(parts.map(\.suggestion.code) == codes)
    #expect(parts.first?.range.lowerBound == 0 && parts.last?.range.upperBound == text.count)
  }

  @Test(arguments: [
    "水沟堵了，所以路被淹了。", "路灯坏了。请尽快修。", "物业不作为，还有保安也不管，电梯口没人打扫。",
    "停水三天了，另外问一下什么时候来水。", "楼上漏水到我家。上去说了三次。没人理。", "村口的路烂了。三轮车都翻过。请来修一修。",
    "停水三天了，也没人通知", "物业不打扫，电梯也老坏", "养鸡场太臭，苍蝇也到处飞", "邻居有手续，但屋檐滴水",
    "一是工资没发，二是老板电话打不通。", "养鸡场太臭。苍蝇到处飞。夏天门都不敢开。",
  ])
  func oneMatter(text: String) {
    #expect(Shipped.engine.split(text).isEmpty)
  }
}
