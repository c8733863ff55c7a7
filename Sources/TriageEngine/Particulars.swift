/// What tells one place or household from another in texts that say the same otherwise: the number of a group, a building
/// or a unit, whose family, which of one's own: 三组停水 and 五组停水 are two matters, 张家 and 李家 two quarrels.
enum Particulars {
  /// Each with its kind in front: "#组3", "#楼8", "#家李桂英", "#亲妈". Each once, sorted.
  static func all(in codes: [UInt32]) -> [String] {
    var found: Set<String> = []
    for index in codes.indices {
      if let kind = numbered(codes, at: index), let number = number(codes, before: index) {
        found.insert("#\(kind)\(number)")
      }
      if codes[index] == home, let family = family(codes, before: index) { found.insert("#家\(family)") }
      if index > 0, codes[index - 1] == own, kin.contains(codes[index]) {
        found.insert("#亲\(FoldedText.string([codes[index]]))")
      }
    }
    return found.sorted()
  }

  /// Whether two texts speak of different ones: of some kind both name one, and none that the other names.
  static func contradiction<Name: Collection>(_ one: [Name], _ other: [Name]) -> (one: String, other: String)?
  where Name.Element == UInt16 {
    let (left, right) = (one.filter { $0.first == marker }, other.filter { $0.first == marker })
    for mine in left {
      let kind = mine.dropFirst().first
      let theirs = right.filter { $0.dropFirst().first == kind }
      guard let first = theirs.first else { continue }
      let own = left.filter { $0.dropFirst().first == kind }
      if !own.contains(where: { name in theirs.contains { name.elementsEqual($0) } }) {
        return (shown(mine), shown(first))
      }
    }
    return nil
  }

  static func isParticular<Name: Collection>(_ name: Name) -> Bool where Name.Element == UInt16 { name.first == marker }

  /// One that both texts name, as people read it; nil for none.
  static func common<Name: Collection>(_ one: [Name], _ other: [Name]) -> String? where Name.Element == UInt16 {
    one.first { name in name.first == marker && other.contains { name.elementsEqual($0) } }.map { shown($0) }
  }

  /// How much more than other pairs of characters one counts in the search for candidates: those in which a particular
  /// ends, since without it a text is another matter.
  static func weight(ofPair pair: UInt32) -> Double { ends.contains(pair & 0xFFFF) ? 16 : 1 }

  private static let ends = CodeSet("组队社栋幢楼家")
  private static let marker = UInt16(35)
  private static let home = code("家")
  private static let own = code("我")
  private static let kin = CodeSet("妈爸爹娘爷奶哥弟姐妹儿女")
  /// The kind that a number before it tells apart: of buildings there are many words.
  private static let kinds: [UInt32: Character] = [
    code("组"): "组", code("队"): "组", code("社"): "组", code("栋"): "楼", code("幢"): "楼", code("楼"): "楼", code("号"): "号",
  ]
  private static let numerals: [UInt32: Int] = Dictionary(
    uniqueKeysWithValues: "零一二三四五六七八九十".unicodeScalars.enumerated().map { ($1.value, $0) })

  private static func code(_ character: Character) -> UInt32 { character.unicodeScalars.first?.value ?? 0 }

  /// "8号楼" is building 8, its 号 no number of a house.
  private static func numbered(_ codes: [UInt32], at index: Int) -> Character? {
    guard let kind = kinds[codes[index]] else { return nil }
    if kind == "号" { return index + 1 < codes.count && codes[index + 1] == code("楼") ? "楼" : nil }
    return kind
  }

  /// The number that ends right before an index: "12", "十二"; nil where none does.
  private static func number(_ codes: [UInt32], before index: Int) -> Int? {
    var (start, value) = (index, 0)
    while start > 0, (48...57).contains(codes[start - 1]), index - start < 3 { start -= 1 }
    if start < index {
      for digit in codes[start..<index] { value = value * 10 + Int(digit) - 48 }
      return value
    }
    while start > 0, numerals[codes[start - 1]] != nil, index - start < 3 { start -= 1 }
    guard start < index else { return nil }
    let figures = codes[start..<index].compactMap { numerals[$0] }
    guard let ten = figures.firstIndex(of: 10) else { return figures.reduce(0) { $0 * 10 + $1 } }
    let (tens, ones) = (figures[..<ten].last ?? 1, figures[(ten + 1)...].first ?? 0)
    return tens * 10 + ones
  }

  /// "张" of 张家, "李桂英" of 李桂英家; nil for 我家, 大家, 国家.
  private static func family(_ codes: [UInt32], before index: Int) -> String? {
    for length in [1, 3, 2] where index >= length && PersonName.isPlainSurname(codes[index - length]) {
      return FoldedText.string(codes[(index - length)..<index])
    }
    return nil
  }

  private static func shown<Name: Collection>(_ name: Name) -> String where Name.Element == UInt16 {
    let (kind, value) = (
      String(decoding: name.dropFirst().prefix(1), as: UTF16.self), String(decoding: name.dropFirst(2), as: UTF16.self)
    )
    return kind == "亲" ? value : value + (kind == "楼" ? "号楼" : kind)
  }
}
