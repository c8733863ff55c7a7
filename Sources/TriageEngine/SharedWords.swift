import Values

/// What several texts have in common, in words for people: a place and a phrase (codebook §7).
package struct SharedWords: Sendable, Hashable {
  /// The place that most of them name: "青青家园".
  package let place: String?
  /// What most of them say, two to ten characters: "夜间施工".
  package let words: String?
  /// Whether every text says the words, not only most.
  package let isSaidByAll: Bool

  /// The first texts decide, and of each its beginning.
  private static let mostTexts = 40
  private static let mostCharacters = 400
  private static let longest = 10

  /// `places`: what was given as the place of each text, in their order; "" for none. `but`: the name of the village
  /// itself, which says nothing about the place within it.
  package init(of texts: [String], places: [String] = [], but village: String = "") {
    let folded = texts.prefix(Self.mostTexts).map { FoldedText(String($0.prefix(Self.mostCharacters))) }
    // Three in five, at least two.
    let enough = max(2, (folded.count * 3 + 4) / 5)
    let given = places.prefix(Self.mostTexts)
    let place = Self.given(given, enough: enough) ?? Self.place(in: folded, given, enough: enough, but: village)
    let found = Self.words(in: folded, enough: enough, but: place)
    (self.place, words) = (place, found?.words)
    isSaidByAll = found.map { $0.count == folded.count } ?? false
  }

  /// "同一小区：青青家园；都说“夜间施工”"; nil when there is nothing to say.
  package var sentence: Text? {
    let parts = [
      place.map { PlaceKind(of: $0).name + Text(zh: "：\($0)", en: ": \($0)") },
      words.map {
        isSaidByAll ? Text(zh: "都说“\($0)”", en: "all say “\($0)”") : Text(zh: "多数说“\($0)”", en: "most say “\($0)”")
      },
    ].compactMap(\.self)
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + Text(zh: "；", en: "; ") + $1 }
  }

  /// What enough of the texts were given as their place.
  private static func given(_ places: ArraySlice<String>, enough: Int) -> String? {
    let counts = Dictionary(places.filter { !$0.isEmpty }.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value >= enough }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The longest name that enough of the texts have; a name with words in front of it counts for the shorter one.
  /// Of names that end like any other word (告诉路) only those that somebody gave as the place.
  private static func place(
    in texts: [FoldedText], _ given: ArraySlice<String>, enough: Int, but village: String
  ) -> String? {
    let names = texts.map { text in
      PlaceNames.toShow(in: text).filter { name in
        PlaceKind(of: name).isCertain || given.contains { $0.contains(name) }
      }
    }
    let candidates = Set(names.flatMap(\.self)).filter { name in
      village.isEmpty || !village.contains(name) && !name.hasSuffix(village)
    }
    let shared = candidates.filter { name in
      names.filter { $0.contains { $0 == name || name.count > 2 && $0.hasSuffix(name) } }.count >= enough
    }
    return shared.max { ($0.count, $1) < ($1.count, $0) }
  }

  /// The longest run of characters that enough of the texts have, without the place; the first of equals.
  private static func words(in texts: [FoldedText], enough: Int, but place: String?) -> (words: String, count: Int)? {
    let shared = sharedPairs(of: texts, enough: enough)
    let place = place.map { FoldedText.codes(of: $0) } ?? []
    var best: (run: ArraySlice<UInt32>, count: Int)?
    for text in texts.prefix(3) {
      for run in runs(in: text, shared, without: place) {
        for length in stride(from: min(run.count, longest), through: (best?.run.count ?? 1) + 1, by: -1) {
          for start in run.startIndex...(run.endIndex - length) {
            let part = run[start..<start + length]
            guard length > best?.run.count ?? 1 else { break }
            let count = texts.filter { contains($0.codes, part) }.count
            if count >= enough { best = (part, count) }
          }
        }
      }
    }
    return best.map { (FoldedText.string($0.run), $0.count) }
  }

  private static func sharedPairs(of texts: [FoldedText], enough: Int) -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for text in texts {
      let telling = zip(text.codes, text.codes.dropFirst()).filter { Signature.isTelling($0, $1) }
      for pair in Set(telling.map { pair($0, $1) }) { counts[pair, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= enough }.keys)
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The runs of shared pairs within a clause, those of Chinese characters alone.
  private static func runs(
    in text: FoldedText, _ shared: Set<UInt64>, without place: [UInt32]
  ) -> [ArraySlice<UInt32>] {
    let codes = text.codes
    let hidden = occurrences(of: place, in: codes)
    func isShared(_ index: Int) -> Bool {
      let (first, second) = (codes[index], codes[index + 1])
      return FoldedText.isChinese(first) && FoldedText.isChinese(second)
        && text.clauses[index] == text.clauses[index + 1] && !hidden.contains(index) && !hidden.contains(index + 1)
        && shared.contains(pair(first, second))
    }
    var found: [ArraySlice<UInt32>] = []
    var start: Int?
    for index in codes.indices {
      let goesOn = index + 1 < codes.count && isShared(index)
      if goesOn, start == nil { start = index }
      if !goesOn, let begin = start {
        found.append(codes[begin...index])
        start = nil
      }
    }
    return found
  }

  /// The positions that a name takes up.
  private static func occurrences(of name: [UInt32], in codes: [UInt32]) -> Set<Int> {
    guard !name.isEmpty, codes.count >= name.count else { return [] }
    let starts = (0...(codes.count - name.count)).filter { codes[$0..<$0 + name.count].elementsEqual(name) }
    return Set(starts.flatMap { $0..<$0 + name.count })
  }

  private static func contains(_ codes: [UInt32], _ part: ArraySlice<UInt32>) -> Bool {
    guard let first = part.first, codes.count >= part.count else { return false }
    return (0...(codes.count - part.count)).contains {
      codes[$0] == first && codes[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

/// What kind of place a name is of, by its ending.
private enum PlaceKind: CaseIterable {
  case estate, road, building, school, group, water, other

  init(of name: String) {
    self = Self.allCases.first { kind in kind.endings.contains { name.hasSuffix($0) } } ?? .other
  }

  /// Whether a word with such an ending is a name nearly always.
  var isCertain: Bool { self != .road && self != .water && self != .other }

  private var endings: [String] {
    switch self {
    case .estate: ["小区", "花园", "家园", "公寓", "苑", "府", "国际", "山庄", "庄园", "名邸", "花城", "新村", "楼盘"]
    case .road: ["路", "街", "大道", "巷", "弄", "路口"]
    case .building: ["栋", "幢", "单元", "大厦"]
    case .school: ["学校", "小学", "中学", "幼儿园", "大学"]
    case .group: ["组", "队", "村", "湾", "寨", "院子", "社区"]
    case .water: ["河", "塘", "水库", "湖"]
    case .other: []
    }
  }

  var name: Text {
    switch self {
    case .estate: Text(zh: "同一小区", en: "same estate")
    case .road: Text(zh: "同一条路", en: "same road")
    case .building: Text(zh: "同一栋楼", en: "same building")
    case .school: Text(zh: "同一所学校", en: "same school")
    case .group: Text(zh: "同一组", en: "same group")
    case .water: Text(zh: "同一处水面", en: "same water")
    case .other: Text(zh: "同一地点", en: "same place")
    }
  }
}
