/// What is kept of a text to find others like it: its pairs of characters and the names of places in it. The words
/// cannot be read back in order, but most can be guessed: keep it as carefully as the text.
package struct Signature: Sendable, Hashable {
  /// Pairs of neighbouring characters, each once, ascending: the first character in the high 16 bits.
  package let pairs: [UInt32]
  /// Folded names of places: "3组", "柳林小区". Ascending.
  package let places: [String]

  /// What tells one place or household from another; kept with the names of places in an index.
  let particulars: [String]

  /// At most this many pairs are kept, the first of the text.
  package static let mostPairs = 600

  /// Both, as an index keeps them.
  var names: [String] { places + particulars }

  package init(of text: String) {
    let codes = FoldedText.codes(of: String(text.prefix(TriageEngine.longestText)))
    // Telephones and names of persons would make one person's concerns alike; houses are places.
    let words = PersonalData.masked(codes, keepsPlaces: true)
    var pairs: [UInt32] = []
    for (first, second) in zip(words, words.dropFirst()) where Self.isTelling(first, second) {
      pairs.append(Self.pair(first, second))
    }
    self.pairs = Self.each(pairs)
    places = PlaceNames.names(in: codes)
    particulars = Particulars.all(in: codes)
  }

  /// Each pair once, ascending, the first `mostPairs` of them.
  private static func each(_ pairs: [UInt32]) -> [UInt32] {
    func unique(_ some: [UInt32]) -> [UInt32] {
      let sorted = some.sorted()
      return sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] }
    }
    let all = unique(pairs)
    guard all.count > mostPairs else { return all }
    var seen: Set<UInt32> = []
    for pair in pairs where seen.count < mostPairs { seen.insert(pair) }
    return seen.sorted()
  }

  /// Characters beyond the first 65,536 (rare ideographs) share 2,048 numbers that no other character has.
  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    func short(_ code: UInt32) -> UInt32 { code < 0x1_0000 ? code : 0xD800 + code % 2048 }
    return short(first) << 16 | short(second)
  }

  /// Whether a pair says something about the matter: characters of words that are neither particles nor courtesy.
  static func isTelling(_ first: UInt32, _ second: UInt32) -> Bool {
    FoldedText.isWord(first) && FoldedText.isWord(second) && !particles.contains(first) && !particles.contains(second)
      && !empty.contains(pair(first, second))
  }

  private static let particles = CodeSet("的了是在和就也都很吗呢吧啊我你他们这那")
  /// Pairs of courtesy and complaint that say nothing about the matter.
  private static let empty: Set<UInt32> = {
    let words =
      "领导 尊敬 您好 你好 请问 希望 谢谢 感谢 反映 投诉 建议 关于 问题 解决 处理 尽快 相关 有关 部门 严重 影响 居民 群众 市民 本人 为什 什么 怎么 没有 "
      + "一直 一个 现在 可以 能否 咨询 情况 政府 书记 要求 恳请 不能 多次 已经 老百 百姓 生活"
    return Set(
      words.split(separator: " ").compactMap { word in
        let codes = word.unicodeScalars.map(\.value)
        return codes.count == 2 ? pair(codes[0], codes[1]) : nil
      })
  }()
}
