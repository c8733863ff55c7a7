/// What is kept of a text to find others like it: its pairs of characters and the names of places in it. The words
/// cannot be read back in order, but most can be guessed: keep it as carefully as the text.
package struct Signature: Sendable, Hashable {
  /// Pairs of neighbouring characters, each once, ascending: the first scalar in the high 32 bits.
  package let pairs: [UInt64]
  /// Folded names of places: "3组", "柳林小区". Ascending.
  package let places: [String]

  /// At most this many pairs are kept, the first of the text.
  package static let mostPairs = 600

  package init(of text: String) {
    let folded = FoldedText(String(text.prefix(TriageEngine.longestText)))
    var seen: Set<UInt64> = []
    for (first, second) in zip(folded.codes, folded.codes.dropFirst()) {
      guard FoldedText.isWord(first), FoldedText.isWord(second) else { continue }
      let pair = UInt64(first) << 32 | UInt64(second)
      if Self.empty.contains(pair) || Self.particles.contains(first) || Self.particles.contains(second) { continue }
      seen.insert(pair)
      if seen.count == Self.mostPairs { break }
    }
    pairs = seen.sorted()
    places = PlaceNames.names(in: folded)
  }

  private static let particles = Set("的了是在和就也都很吗呢吧啊我你他们这那".unicodeScalars.map(\.value))
  /// Pairs of courtesy and complaint that say nothing about the matter.
  private static let empty: Set<UInt64> = {
    let words =
      "领导 尊敬 您好 你好 请问 希望 谢谢 感谢 反映 投诉 建议 关于 问题 解决 处理 尽快 相关 有关 部门 严重 影响 居民 群众 市民 本人 为什 什么 怎么 没有 "
      + "一直 一个 现在 可以 能否 咨询 情况 政府 书记 要求 恳请 不能 多次 已经 老百 百姓 生活"
    return Set(
      words.split(separator: " ").compactMap { word in
        let codes = word.unicodeScalars.map(\.value)
        return codes.count == 2 ? UInt64(codes[0]) << 32 | UInt64(codes[1]) : nil
      })
  }()
}
