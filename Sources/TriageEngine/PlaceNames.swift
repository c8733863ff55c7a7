/// Finds names of places by their last word: 三组, 柳林小区, 建设路, 中心小学, 5栋.
package struct PlaceNames: Sendable {
  private static let endings =
    "组 队 村 湾 寨 院子 小区 花园 家园 公寓 苑 社区 路 街 大道 巷 弄 学校 小学 中学 幼儿园 大学 医院 卫生院 桥 水库 河 塘 公园 广场 市场 车站 "
    + "栋 幢 单元 期 大厦 中心 工地 公司 厂 酒店 超市 镇 乡 城 府 湖 国际 新村 楼盘 花城 庄园 名邸 山庄 口"
  /// Words that only look like the end of a name.
  private static let others = "户口 人口 窗口 胃口 伤口 借口 政府 路灯 路面 路况 城管 城市 街道办 组织 组长 队伍 队长 村民 村委 村干部 厂家 桥梁"
  /// Words of what is wrong: a name may begin behind them, and none goes on over them.
  private static let troubles =
    "不亮 不通 不动 坏了 太慢 很慢 真慢 好慢 停水 停电 漏水 没水 没电 不响 不平 不好 太臭 太吵 太脏 扰民 路灯 井盖 垃圾 污水 噪音 噪声 堵塞 堵了 塌了 断了 烂了 办理 反映 投诉 咨询 关于"
  private static let compared = PlaceNames(others: "", troubles: "")
  private static let shown = PlaceNames(others: others, troubles: troubles)
  private let finder: WordFinder
  private let endingNumbers: Set<Int>
  private let troubleNumbers: Set<Int>

  private init(others: String, troubles: String) {
    var finder = WordFinder()
    func add(_ words: String) -> Set<Int> {
      Set(words.split(separator: " ").compactMap { finder.add(String($0)) })
    }
    endingNumbers = add(Self.endings)
    _ = add(others)
    troubleNumbers = add(troubles)
    self.finder = finder
  }

  /// The names to show to people: cut at the borders of words, and none that only looks like one (镇政府, 办户口).
  package static func toShow(in text: String) -> [String] { shown.names(in: FoldedText.codes(of: text)) }

  static func toShow(in text: FoldedText) -> [String] { shown.names(in: text.codes) }

  /// The names by which texts are compared, rough ones too.
  static func names(in codes: [UInt32]) -> [String] { compared.names(in: codes) }

  /// The names in a folded text, numbers as digits, each once, sorted.
  private func names(in codes: [UInt32]) -> [String] {
    let hits = finder.hits(in: codes)
    let bounds =
      troubleNumbers.isEmpty ? [] : Set(hits.all.filter { troubleNumbers.contains($0.word) }.map(\.range.upperBound))
    var names: Set<String> = []
    for hit in hits.all where endingNumbers.contains(hit.word) && !hits.isInsideLonger(hit.range) {
      var start = hit.range.lowerBound
      while start > 0, hit.range.lowerBound - start < Self.longest, FoldedText.isWord(codes[start - 1]),
        !Self.stops.contains(codes[start - 1]), !bounds.contains(start)
      {
        start -= 1
      }
      guard start < hit.range.lowerBound else { continue }
      names.insert(FoldedText.string(Self.digits(Array(codes[start..<hit.range.upperBound]))))
    }
    return names.sorted()
  }

  private static let longest = 6
  /// Characters that do not belong to a name: where it begins at the latest.
  private static let stops = Set(
    "的在是和与到去从了有我们你他她请对于及于这那个条里边往过上下前后也都就不没把被让向住位市县区镇乡村组路街省道让因由为问把".unicodeScalars.map(\.value))
  private static let numerals: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: zip("一二三四五六七八九".unicodeScalars.map(\.value), 49...57))

  /// "三组" and "3组" are one name: numerals in front of a one-character ending become digits.
  private static func digits(_ codes: [UInt32]) -> [UInt32] {
    guard codes.count == 2, let digit = numerals[codes[0]] else { return codes }
    return [digit, codes[1]]
  }
}
