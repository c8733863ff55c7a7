import Foundation
import Seeds

// 归口 is written over categories and over offices: the header tells nothing, the cells do.
extension ImportWords {
  /// Whether a header says that its cells are either: "归口", "Routing".
  static func isRoutingName(_ header: String) -> Bool {
    let plain = header.lowercased().filter(\.isLetter)
    return plain.contains("归口") || plain == "routing"
  }

  /// Whether a cell of such a column names a category: by its code, beside its class, before a dot and the office as our
  /// own register writes it, by its name or a part of it, by a word of its matters.
  static func tellsCategory(_ cell: String) -> Bool {
    let plain = cell.lowercased()
    if plain.contains(/[a-z]{2}[0-9]{4}/) || matterClass(cell) != nil || plain.contains("·") { return true }
    if looksLikeBody(cell) { return false }
    return Shipped.current.catalogue.contains { duty in
      plain.contains(duty.name.zh) || plain.contains(duty.name.en.lowercased()) || isPart(plain, of: duty)
        || duty.keywords.contains { $0.count >= 2 && plain.contains($0) }
    }
  }

  /// Whether the words are those of a body, be it known or not: "民政局", "供电公司", "Land office".
  static func looksLikeBody(_ words: String) -> Bool {
    let plain = words.lowercased()
    if isShippedBody(words) { return true }
    guard (2...40).contains(plain.count), !Shipped.current.catalogue.contains(where: { isPart(plain, of: $0) }) else {
      return false
    }
    return bodyEnds.contains(where: plain.hasSuffix) || bodyWords.contains(where: plain.contains)
  }

  /// The customary names of the committee of a village or community.
  static let committeeNames: Set = ["村委会", "居委会", "村民委员会", "居民委员会", "社区居委会", "村居委会", "村（社区）委会"]

  private static func isShippedBody(_ words: String) -> Bool {
    let plain = words.lowercased()
    return committeeNames.contains(words)
      || Shipped.current.bodies.values.contains { $0.zh == words || $0.en.lowercased() == plain }
  }

  private static func isPart(_ plain: String, of duty: ShippedDuty) -> Bool {
    plain.count >= 2 && (duty.name.zh.contains(plain) || duty.name.en.lowercased() == plain)
  }

  private static let bodyEnds = [
    "办", "办公室", "局", "站", "所", "委", "会", "中心", "院", "队", "社", "公司", "部", "部门", "处", "科", "厅", "学校", "小学", "中学",
    " office", " station", " committee", " centre", " center", " bureau", " department", " team", " company", " court",
  ]
  private static let bodyWords = ["纪委", "纪检", "office of ", "committee for ", "bureau of ", "department of "]
}
