/// Finds names of places by their last word: 三组, 柳林小区, 建设路, 中心小学, 5栋.
struct PlaceNames: Sendable {
  private static let endings =
    "组 队 村 湾 寨 院子 小区 花园 家园 公寓 苑 社区 路 街 大道 巷 弄 学校 小学 中学 幼儿园 大学 医院 卫生院 桥 水库 河 塘 公园 广场 市场 车站 "
    + "栋 幢 单元 期 大厦 中心 工地 公司 厂 酒店 超市 镇 乡 城 府 湖 国际 新村 楼盘 花城 庄园 名邸 山庄 口"
  private static let shared = PlaceNames()
  private let finder: WordFinder

  private init() {
    var finder = WordFinder()
    for word in Self.endings.split(separator: " ") { _ = finder.add(String(word)) }
    self.finder = finder
  }

  static func names(in text: FoldedText) -> [String] { names(in: text.codes) }

  /// The names in a folded text, numbers as digits, each once, sorted.
  static func names(in codes: [UInt32]) -> [String] {
    let hits = shared.finder.hits(in: codes)
    var names: Set<String> = []
    for hit in hits.all where !hits.isInsideLonger(hit.range) {
      var start = hit.range.lowerBound
      while start > 0, hit.range.lowerBound - start < longest, FoldedText.isWord(codes[start - 1]),
        !stops.contains(codes[start - 1])
      {
        start -= 1
      }
      guard start < hit.range.lowerBound else { continue }
      names.insert(string(digits(Array(codes[start..<hit.range.upperBound]))))
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

  private static func string(_ codes: [UInt32]) -> String {
    var scalars = String.UnicodeScalarView()
    for code in codes { if let scalar = Unicode.Scalar(code) { scalars.append(scalar) } }
    return String(scalars)
  }
}
