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
    (codes, offsets) = Self.kept(of: characters.map(Self.fold), keepingSpaces: keepingSpaces)
    (sentences, clauses) = Self.numbers(of: codes)
  }

  /// The folded codes of a text alone: several times as fast where each scalar is a character, as nearly always.
  static func codes(of text: String, keepingSpaces: Bool = false) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(text.utf8.count / 3 + 8)
    let forms = SimplifiedForm.forms
    for scalar in text.unicodeScalars {
      // Chinese characters, nearly all of a text, without a question more.
      if let form = SimplifiedForm.place(of: scalar.value) {
        folded.append(UInt32(forms[form]))
        continue
      }
      guard standsAlone(scalar.value) else {
        return kept(of: text.map(fold), keepingSpaces: keepingSpaces).codes
      }
      folded.append(fold(scalar.value) ?? fold(Character(scalar)))
    }
    return kept(of: folded, keepingSpaces: keepingSpaces).codes
  }

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

  /// The characters of codes.
  static func string(_ codes: some Sequence<UInt32>) -> String {
    var scalars = String.UnicodeScalarView()
    for code in codes { if let scalar = Unicode.Scalar(code) { scalars.append(scalar) } }
    return String(scalars)
  }

  /// True for letters, digits and Chinese characters; false for marks, spaces and pictures.
  static func isWord(_ code: UInt32) -> Bool { isWordASCII(code) || isChinese(code) || isLetter(code) }

  static func isWordASCII(_ code: UInt32) -> Bool { (48...57).contains(code) || (97...122).contains(code) }

  static func isChinese(_ code: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(code) || (0x3400...0x4DBF).contains(code) || (0x20000...0x3FFFF).contains(code)
      || code == 0x3007
  }

  private static func isLetter(_ code: UInt32) -> Bool {
    // Chinese marks, and boxes and signs, before the tables of Unicode are asked.
    if (0x3008...0x3020).contains(code) || (0x3000...0x3003).contains(code) || (0x2500...0x26FF).contains(code) {
      return false
    }
    guard code > 127, let scalar = Unicode.Scalar(code) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static let space: UInt32 = 32
  private static let newline: UInt32 = 10

  private static func fold(_ character: Character) -> UInt32 {
    guard let first = character.unicodeScalars.first?.value else { return space }
    if let code = fold(first) { return code }
    if character.isNewline { return newline }
    return character.isWhitespace
      ? space : Unicode.Scalar(first)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? first
  }

  /// For the common scalars; nil for others.
  private static func fold(_ scalar: UInt32) -> UInt32? {
    if let form = SimplifiedForm.place(of: scalar) { return UInt32(SimplifiedForm.forms[form]) }
    if scalar < 128 {
      if (65...90).contains(scalar) { return scalar + 32 }
      if (10...13).contains(scalar) { return newline }
      return scalar <= 32 ? space : scalar
    }
    if (0xFF01...0xFF5E).contains(scalar) {
      let narrow = scalar - 0xFEE0
      return (65...90).contains(narrow) ? narrow + 32 : narrow
    }
    return nil
  }

  /// Whether the scalar beside others like it is always a character of its own: Chinese characters and their marks,
  /// ASCII but for the carriage return.
  private static func standsAlone(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || scalar < 128 && scalar != 13 || (0xFF01...0xFF5E).contains(scalar)
      || (0x3000...0x3029).contains(scalar) || (0x2010...0x2027).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
  }

  /// The codes that stay, with the offsets they came from. Spaces stay between ASCII words; with `keepingSpaces` each run
  /// stays as one. Those at the end never do.
  private static func kept(of folded: [UInt32], keepingSpaces: Bool) -> (codes: [UInt32], offsets: [Int]) {
    var codes: [UInt32] = []
    var offsets: [Int] = []
    codes.reserveCapacity(folded.count)
    offsets.reserveCapacity(folded.count)
    var index = 0
    while index < folded.count {
      let start = index
      while index < folded.count, folded[index] == space { index += 1 }
      guard index < folded.count else { break }
      if index > start, keepingSpaces || isWordASCII(codes.last ?? 0) && isWordASCII(folded[index]) {
        codes.append(space)
        offsets.append(start)
      }
      codes.append(folded[index])
      offsets.append(index)
      index += 1
    }
    return (codes, offsets)
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
