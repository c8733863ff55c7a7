import Testing

@testable import TriageEngine

/// What is learnt from labelled texts. The sentences are ours.
@Suite struct LearningTests {
  private static let samples: [(label: String, sample: Sample)] = [
    ("水", "水管爆了一天没水"), ("水", "龙头里一滴水都不出"), ("水", "自来水又浑又黄"), ("电", "变压器烧了没电"),
    ("电", "一到晚上电压低，灯泡发红"), ("电", "电线杆歪了老跳闸"),
  ].map { (label: $0.0, sample: Sample(title: "", body: $0.1)) }

  @Test func whatWasLearntIsTold() {
    let model = LinearModel(Self.samples, background: [])
    #expect(model.labels == ["水", "电"])
    for (label, sample) in Self.samples { #expect(model.label(of: sample).label == label) }
    let (label, confidence) = model.label(of: Sample(title: "没水", body: "水管又爆了"))
    #expect(label == "水" && confidence > 0.5 && confidence <= 1)
  }

  @Test func theSameSamplesGiveTheSameModel() {
    let sample = Sample(title: "灯不亮", body: "电线断了")
    let first = LinearModel(Self.samples, background: [sample]).margins(of: sample)
    #expect(LinearModel(Self.samples, background: [sample]).margins(of: sample) == first)
  }

  @Test(arguments: ["", "。。。", "\u{1F600}", "\u{FFFD}", "abc", String(repeating: "水", count: 300_000)])
  func oddTextsHaveALabel(text: String) {
    let told = LinearModel(Self.samples, background: []).label(of: Sample(title: text, body: text))
    #expect(["水", "电"].contains(told.label) && (0...1).contains(told.confidence))
  }

  @Test func withoutSamplesNothingIsTold() {
    #expect(LinearModel([], background: []).label(of: Sample(sentence: "停水")).label.isEmpty)
  }

  /// A leaf that the town added has no sentences, and is found by its keywords and cues at once.
  @Test func aLeafTheTownAddedWorksAtOnce() {
    let own = Leaf(
      code: "GM1299", name: "茶园认证", matterClass: .government, keywords: ["茶园认证", "采茶证"], example: "我家茶园想办认证",
      lead: "农业农村服务中心", coHandlers: [], path: "serviceCentre", days: 7)
    let engine = TriageEngine(leaves: Shipped.leaves + [own], wordings: Shipped.wordings)
    #expect(engine.classify("茶园认证在哪里办").map(\.code).contains("GM1299"))
  }

  @Test func certaintiesFallAndLeaveRoomForOthers() {
    for text in ["三组停水", "楼上漏水", "想问问低保"] {
      let certainties = Shipped.engine.classify(text).map(\.certainty)
      #expect(certainties == certainties.sorted(by: >) && certainties.reduce(0, +) <= 1.0001)
    }
  }

  @Test func groupsAreWhatIsOneMatter() {
    let texts = [
      "三组路口的路灯坏了好几天，晚上漆黑", "想给老人办残疾证要什么材料", "三组路口路灯又坏了，晚上走路漆黑一片", "三组路口那盏路灯坏了没人修，晚上漆黑",
      "五组水渠堵了放不到水",
    ]
    let items = texts.enumerated().map { SimilarItem(id: Int64($0), signature: Signature(of: $1), day: 0) }
    #expect(Grouping.groups(of: items) == [0, 1, 0, 0, 2])
    #expect(Grouping.groups(of: []).isEmpty)
  }

  /// Taking an item out and putting it back leaves every answer as it was.
  @Test func removingAndAddingLeavesTheIndexAsBefore() {
    let items = Shipped.corpus.prefix(300).enumerated().map {
      SimilarItem(id: Int64($0), signature: Signature(of: $1.text), day: 0)
    }
    var index = SimilarIndex()
    for item in items { index.add(item) }
    let before = items.map { index.similar(to: $0, atLeast: 0.1) }
    for item in items.prefix(40) {
      index.remove(item.id)
      index.add(item)
    }
    #expect(items.map { index.similar(to: $0, atLeast: 0.1) } == before)
  }
}
