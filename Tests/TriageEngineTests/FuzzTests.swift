import Testing

@testable import TriageEngine

/// Odd texts go through every function of the engine that takes text. What is checked: nothing crashes, the same text
/// twice gives the same answer, and figures stay within their range.
@Suite struct FuzzTests {
  /// Some 1 MB in UTF-8.
  private static let million = String(repeating: "水管爆了，三组没水。", count: 34_000)

  static let texts: [String] = [
    "", " ", "\n\t\r\n\u{3000}\u{00A0}", "。，！？；：、…—《》（）", ".,;:!?()[]{}<>", "水", "三", "a", "😀", "\u{FFFD}\u{FFFD}",
    "\u{0}\u{1}\u{7F}",
    "三組的水管爆裂，沒有水喝，請儘快處理", "龍頭擰開一滴都不出", "The street light in group 3 has been broken for 2 weeks.",
    "ＡＢＣ１２３，全角字母", "😀😡👨‍👩‍👧‍👦🇨🇳👍🏽 路灯坏了 😀", "\u{301}", "\u{301}\u{301}停\u{301}水\u{20DD}", "\u{200D}\u{200B}\u{FEFF}",
    "\u{202E}了坏灯路\u{202C}", "𠀀𠀁𠮷野家𪚥", "e\u{301}é한국어 ひらがな العربية עברית ไทย हिन्दी", "１２３４５６７８９０",
    "-1e309 NaN inf 0x7fffffff",
    String(repeating: "一", count: 5000), String(repeating: "\u{301}", count: 5000), String(repeating: "😀", count: 5000),
    String(repeating: "三组", count: 3000), String(repeating: "。", count: 100_000), million,
    String(decoding: [0xE6, 0xB0, 0xB4, 0xE7, 0xAE] as [UInt8], as: UTF8.self),
    String(decoding: [0xD83D, 0x6C34, 0xDE00] as [UInt16], as: UTF16.self),
    "a\u{300}\u{301}\u{302}\r\n\r\r\n路灯\u{0B}\u{0C}",
  ]

  /// Texts made of a few kinds of scalars in any order, always the same.
  static let made: [String] = {
    var state: UInt64 = 20_260_101
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let ranges: [ClosedRange<UInt32>] = [
      0x0...0x7F, 0x80...0x36F, 0x4E00...0x9FFF, 0x4E00...0x4EFF, 0x1F300...0x1FAFF, 0x20000...0x2A6DF, 0xFF00...0xFFEF,
      0x2000...0x206F, 0xE000...0xFFFF, 0x0...0xD7FF,
    ]
    return (0..<300).map { _ in
      var text = String.UnicodeScalarView()
      let kinds = (0...next(3)).map { _ in ranges[next(ranges.count)] }
      for _ in 0..<next(120) {
        let range = kinds[next(kinds.count)]
        if let scalar = Unicode.Scalar(range.lowerBound + UInt32(next(range.count))) { text.append(scalar) }
      }
      return String(text)
    }
  }()

  @Test(arguments: texts) func theEngineReadsIt(text: String) { Self.read(text, with: Shipped.engine) }

  @Test func theEngineReadsWhatWasMade() {
    for text in Self.made { Self.read(text, with: Shipped.engine) }
  }

  private static func read(_ text: String, with engine: TriageEngine) {
    #expect(engine.urgency(of: text) == engine.urgency(of: text))
    #expect(engine.scope(of: text) == engine.scope(of: text))
    _ = engine.aboutStaff(text)
    let leaves = engine.classify(text, place: text)
    #expect(leaves.count <= 3 && leaves.allSatisfy { (0...1).contains($0.certainty) })
    #expect(leaves == engine.classify(text, place: text))
    _ = engine.split(text, place: text)
    _ = SearchTokens.bigrams(of: text)
    #expect(SearchTokens.searchTokens(text) == SearchTokens.searchTokens(text))
    _ = SearchTokens.isTooShort(text)
    let (label, confidence) = Shipped.wordings.label(of: Sample(title: text, body: text))
    #expect(!label.isEmpty && (0...1).contains(confidence))
    #expect(Shipped.wordings.margins(of: Sample(sentence: text)).allSatisfy { $0.isFinite })
  }

  @Test func theyAreComparedAndGrouped() {
    let all = Self.texts + Self.made
    let signatures = all.map(Signature.init(of:))
    var index = SimilarIndex()
    var items: [SimilarItem] = []
    for (number, signature) in signatures.enumerated() {
      #expect(signature.pairs.count <= Signature.mostPairs && signature.pairs == Set(signature.pairs).sorted())
      let item = SimilarItem(
        id: Int64(number), signature: signature, latitude: number % 2 == 0 ? .nan : 1e300, longitude: -.infinity,
        day: number % 2 == 0 ? .min : .max)
      items.append(item)
      index.add(item)
    }
    for item in items {
      let found = index.similar(to: item, limit: 100, atLeast: 0)
      #expect(found.allSatisfy { (0...1).contains($0.finding.score) } && !found.contains { $0.id == item.id })
      #expect((0...1).contains(Similarity.finding(item.signature, items[0].signature).score))
      #expect((0...1).contains(index.finding(item, items[5]).score))
    }
    #expect(Grouping.groups(of: items).count == items.count)
    for item in items { index.remove(item.id) }
    #expect(index.size == 0 && index.similar(to: items[5], atLeast: 0).isEmpty)
  }

  @Test func aModelLearnsFromThem() {
    let samples = (Self.texts + Self.made.prefix(60)).enumerated().map {
      (label: $0 % 2 == 0 ? "双" : "单", sample: Sample(title: $1, body: $1))
    }
    let model = LinearModel(samples, background: samples.prefix(10).map(\.sample))
    for (_, sample) in samples { #expect(model.margins(of: sample).allSatisfy { $0.isFinite }) }
  }

  /// The short way of folding gives what the long way gives.
  @Test func bothWaysOfFoldingAgree() {
    for text in Self.texts + Self.made + Shipped.corpus.map(\.text) {
      #expect(FoldedText.codes(of: text) == FoldedText(text).codes)
    }
  }
}
