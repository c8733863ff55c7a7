/// A text made ready for matching: full-width letters made narrow, capitals lowered, spaces dropped between Chinese
/// characters, so that "停 水" is found as 停水. Each code knows the `Character` it came from.
struct FoldedText: Sendable {
  private let characters: [Character]
  /// One Unicode scalar a character (the first, where a character has several).
  let codes: [UInt32]
  /// For each code the offset of its character in the text.
  private let offsets: [Int]
  /// For each code the number of its sentence and of its clause, from 0.
  let sentences: [Int32]
  let clauses: [Int32]

  /// With `keepingSpaces` each run of spaces stays as one, so that it separates words.
  init(_ text: String, keepingSpaces: Bool = false) {
    characters = Array(text)
    var codes: [UInt32] = []
    var offsets: [Int] = []
    codes.reserveCapacity(characters.count)
    offsets.reserveCapacity(characters.count)
    for (offset, character) in characters.enumerated() {
      let code = Self.fold(character)
      if code == Self.space, !keepingSpaces, let next = Self.next(after: offset, in: characters),
        !(Self.isWordASCII(codes.last ?? 0) && Self.isWordASCII(next))
      {
        continue
      }
      if code == Self.space, codes.last == Self.space || offset == characters.count - 1 { continue }
      codes.append(code)
      offsets.append(offset)
    }
    (self.codes, self.offsets) = (codes, offsets)
    (sentences, clauses) = Self.numbers(of: codes)
  }

  /// The folded codes of a word of a table.
  static func codes(of word: String) -> [UInt32] { FoldedText(word).codes }

  /// The offsets in the original text of a range of codes.
  func range(_ codeRange: Range<Int>) -> Range<Int> {
    guard !codeRange.isEmpty, codeRange.upperBound <= offsets.count else { return 0..<0 }
    return offsets[codeRange.lowerBound]..<offsets[codeRange.upperBound - 1] + 1
  }

  func found(_ codeRange: Range<Int>) -> FoundWord {
    let range = range(codeRange)
    return FoundWord(words: String(characters[range]), range: range)
  }

  /// The sentences as ranges of codes, empty ones left out.
  var sentenceRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in codes.indices where index + 1 == codes.count || sentences[index + 1] != sentences[index] {
      ranges.append(start..<index + 1)
      start = index + 1
    }
    return ranges
  }

  /// True for letters, digits and Chinese characters; false for marks, spaces and pictures.
  static func isWord(_ code: UInt32) -> Bool { isWordASCII(code) || isChinese(code) || isLetter(code) }

  static func isWordASCII(_ code: UInt32) -> Bool { (48...57).contains(code) || (97...122).contains(code) }

  static func isChinese(_ code: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(code) || (0x3400...0x4DBF).contains(code) || (0x20000...0x3FFFF).contains(code)
      || code == 0x3007
  }

  private static func isLetter(_ code: UInt32) -> Bool {
    guard code > 127, let scalar = Unicode.Scalar(code) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static let space: UInt32 = 32
  private static let newline: UInt32 = 10

  private static func fold(_ character: Character) -> UInt32 {
    guard let first = character.unicodeScalars.first?.value else { return space }
    if first < 128 {
      if (65...90).contains(first) { return first + 32 }
      if character.isNewline { return newline }
      return first <= 32 ? space : first
    }
    if (0xFF01...0xFF5E).contains(first) {
      let narrow = first - 0xFEE0
      return (65...90).contains(narrow) ? narrow + 32 : narrow
    }
    if (0x4E00...0x9FFF).contains(first) { return first }
    if character.isNewline { return newline }
    return character.isWhitespace
      ? space : Unicode.Scalar(first)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? first
  }

  private static func next(after offset: Int, in characters: [Character]) -> UInt32? {
    var index = offset + 1
    while index < characters.count {
      let code = fold(characters[index])
      if code != space { return code }
      index += 1
    }
    return nil
  }

  private static let sentenceEnds = Set("。!?;…\n".unicodeScalars.map(\.value))
  private static let clauseEnds = Set(",、:".unicodeScalars.map(\.value))

  private static func numbers(of codes: [UInt32]) -> ([Int32], [Int32]) {
    var sentence: Int32 = 0
    var clause: Int32 = 0
    var sentences: [Int32] = []
    var clauses: [Int32] = []
    sentences.reserveCapacity(codes.count)
    clauses.reserveCapacity(codes.count)
    for (index, code) in codes.enumerated() {
      sentences.append(sentence)
      clauses.append(clause)
      let fullStop =
        code == 46 && index > 0 && !isWordASCII(codes[index - 1])
        || code == 46 && index + 1 < codes.count && isChinese(codes[index + 1])
      if fullStop || sentenceEnds.contains(code) {
        sentence += 1
        clause += 1
      } else if clauseEnds.contains(code) {
        clause += 1
      }
    }
    return (sentences, clauses)
  }
}
