import Foundation
import Testing

/// Chinese words have full-width punctuation (，：；？！（）) wherever people read them: looked for in every string literal
/// of the program and in the data that ship with it.
@Suite struct PunctuationTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  /// Literals that are read by the program, not by people: patterns, and characters at which text is cut.
  private static let patterns: Set<String> = [":时点", ":分"]
  /// What is compared with residents' words, written as they write; patterns for laws.
  private static let exempt = ["TriageEngine/", "Mechanism/PublicBasis.swift", "Connect/Inbound/Mime/OwnWords.swift"]

  private static func files(_ ending: String) throws -> [(name: String, text: String)] {
    let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let urls = (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
    return try urls.map { url in
      (String(url.path.dropFirst(sources.path.count + 1)), try String(contentsOf: url, encoding: .utf8))
    }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3001, 0x3002, 0x300A...0x300F, 0xFF01...0xFF5E: true
    default: false
    }
  }

  /// A half-width mark beside a Chinese character; nil when all is well.
  static func fault(in text: String, marks: Set<Unicode.Scalar> = Set(",;:?!()".unicodeScalars)) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else { return nil }
    for (index, scalar) in scalars.enumerated() where marks.contains(scalar) {
      let isAfter = index > 0 && isChinese(scalars[index - 1])
      let isBefore = index + 1 < scalars.count && isChinese(scalars[index + 1])
      guard isAfter || isBefore else { continue }
      let near = scalars[max(0, index - 8)..<min(scalars.count, index + 9)]
      return String(String.UnicodeScalarView(near))
    }
    return nil
  }

  @Test func wordsOfTheProgramHaveFullWidthPunctuation() throws {
    let files = try Self.files("swift").filter { file in !Self.exempt.contains { file.name.contains($0) } }
    #expect(files.count > 100)
    for file in files {
      for text in SwiftLiterals.texts(in: file.text) where !Self.patterns.contains(text) {
        if let fault = Self.fault(in: text) { Issue.record("\(file.name): \(fault)") }
      }
    }
  }

  /// Commas of data divide lists.
  @Test func shippedDataHaveFullWidthPunctuation() throws {
    let files = try Self.files("tsv").filter { !$0.name.contains("corpus-") }
    #expect(files.count > 8)
    for file in files {
      for line in file.text.split(separator: "\n") {
        let marks = Set(";:?!()".unicodeScalars)
        if let fault = Self.fault(in: String(line), marks: marks) { Issue.record("\(file.name): \(fault)") }
      }
    }
  }

  @Test(arguments: [
    (#"let a = "时限(工作日)""#, true), (#"let a = "时限（工作日）""#, false), (#"Text(zh: "您好,请坐", en: "Hello, sit")"#, true),
    (#"// 您好,请坐"#, false), (#""共 \(list("甲,乙", 1)) 件""#, true), (#""共 \(count) 件，\(other(1, 2))""#, false),
    (#""GM0101: 农村""#, false), (#"Text(zh: "好：\(x)", en: "A: \(x)")"#, false),
  ])
  func aNewOneIsFound(source: String, isFault: Bool) {
    #expect(SwiftLiterals.texts(in: source).contains { Self.fault(in: $0) != nil } == isFault)
  }
}

/// The string literals of Swift text, what is interpolated left out; literals within an interpolation come by themselves.
enum SwiftLiterals {
  static func texts(in source: String) -> [String] {
    var scanner = Scanner(Array(source))
    scanner.scanCode(untilBracket: false)
    return scanner.found
  }

  private static let tripleQuote = String(repeating: "\"", count: 3)

  private struct Scanner {
    let text: [Character]
    var index = 0
    var found: [String] = []

    init(_ text: [Character]) { self.text = text }

    func starts(_ mark: String) -> Bool {
      index + mark.count <= text.count && zip(mark, text[index...]).allSatisfy { $0 == $1 }
    }

    /// To the end, or behind the bracket that closes an interpolation.
    mutating func scanCode(untilBracket: Bool) {
      var depth = 1
      while index < text.count {
        if starts("//") {
          while index < text.count, text[index] != "\n" { index += 1 }
        } else if starts(tripleQuote) {
          index += 3
          scanLiteral(ending: tripleQuote)
        } else if text[index] == "\"" {
          index += 1
          scanLiteral(ending: "\"")
        } else {
          if text[index] == "(" { depth += 1 }
          if text[index] == ")" { depth -= 1 }
          index += 1
          if untilBracket, depth == 0 { return }
        }
      }
    }

    private mutating func scanLiteral(ending: String) {
      var literal = ""
      while index < text.count, !starts(ending) {
        if starts(#"\("#) {
          index += 2
          scanCode(untilBracket: true)
          // Whatever is put in may be a word: a mark beside it is judged by its other side.
          literal.append("\u{FFFC}")
        } else if text[index] == "\\", index + 1 < text.count {
          index += 2
        } else {
          literal.append(text[index])
          index += 1
        }
      }
      index += ending.count
      found.append(literal)
    }
  }
}
