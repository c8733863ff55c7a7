import Testing

@testable import TriageEngine

/// What a town's decisions teach on top of what the product ships.
@Suite struct CorrectionsTests {
  /// The town counts the village's ponds as its own affair, where the shipped engine says otherwise.
  private static let ponds = [
    "村口鱼塘的水发绿了，没人管", "鱼塘里的水又绿又腥", "塘里漂着死鱼，水发绿", "我们组那口鱼塘的水绿得发黑", "鱼塘水绿了，鱼翻白肚皮",
    "大塘的水发绿发臭，死鱼没人捞",
  ]
  private static let own = "PM0301"

  private func taught(_ texts: [String], _ leaf: String) -> Corrections {
    let engine = Shipped.engine
    var learning = Learning(texts.compactMap { engine.lesson($0, leaf: leaf) }, codes: engine.leafCodes)
    for _ in 0..<Learning.rounds { learning.round() }
    return learning.corrections
  }

  @Test func decisionsMoveTheSuggestionOfALikeSentence() {
    let like = "石桥边的鱼塘水发绿，有死鱼"
    #expect(Shipped.codes(like).first != Self.own)
    let engine = Shipped.engine.corrected(by: taught(Self.ponds, Self.own))
    #expect(engine.classify(like).first?.code == Self.own)
    // What is not like it stays as it was.
    for text in ["楼上漏水", "想问问低保怎么办", "三组的路灯不亮"] {
      #expect(engine.classify(text).first?.code == Shipped.codes(text).first)
    }
    #expect(engine.corrected(by: nil).classify(like) == Shipped.engine.classify(like))
  }

  /// A leaf that the town added has no sentences: it learns from decisions alone.
  @Test func aLeafOfTheTownLearns() {
    let own = Leaf(
      code: "GM1299", name: "茶园认证", matterClass: .government, keywords: ["采茶证"], example: "我家茶园想办认证",
      lead: "农业农村服务中心", coHandlers: [], path: "serviceCentre", days: 7)
    let engine = TriageEngine(leaves: Shipped.leaves + [own], wordings: Shipped.wordings)
    let texts = ["茶山要贴绿标，找谁盖章", "绿标贴到茶叶盒子上要谁批", "茶山绿标的章在哪里盖", "申请绿标，茶山去年验过"]
    var learning = Learning(texts.compactMap { engine.lesson($0, leaf: own.code) }, codes: engine.leafCodes)
    for _ in 0..<Learning.rounds { learning.round() }
    let taught = engine.corrected(by: learning.corrections)
    #expect(engine.classify("茶山的绿标还没盖章").first?.code != own.code)
    #expect(taught.classify("茶山的绿标还没盖章").first?.code == own.code)
  }

  @Test func theSameLessonsGiveTheSameCorrections() {
    #expect(taught(Self.ponds, Self.own) == taught(Self.ponds, Self.own))
  }

  @Test func theyAreReadBackFromTheirText() {
    let corrections = taught(Self.ponds, Self.own)
    #expect(corrections.count > 50)
    #expect(Corrections(text: corrections.text) == corrections)
    for text in ["", "GM0101\n", "GM0101\n水 1:5", "GM0101\n水 0:0", "GM0101\n水 x", "GM0101\n四个字的 0:5"] {
      #expect(Corrections(text: text) == nil || text.isEmpty, "\(text)")
    }
  }

  /// A run of characters that one person alone used is not kept.
  @Test func whatOneAloneSaidIsNotKept() {
    let corrections = taught(Self.ponds + ["独门暗号贰佰的鱼塘绿了"], Self.own)
    #expect(!corrections.text.contains("暗号"))
    #expect(corrections.text.contains("鱼塘"))
  }

  @Test func withoutLessonsNothingIsLearnt() {
    #expect(taught([], Self.own).count == 0)
    #expect(Corrections.right([], with: nil, codes: Shipped.engine.leafCodes) == 0)
  }
}
