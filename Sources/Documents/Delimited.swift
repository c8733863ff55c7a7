/// How a text file keeps its columns apart.
package enum Dialect: Sendable, Hashable {
  /// RFC 4180: fields in `"` may hold the delimiter, line ends and `""`.
  case csv(delimiter: Delimiter)
  /// Tabs between fields, no quoting; `\t \n \r \\` within a field stand for a tab, line ends and a backslash.
  case escapedTSV
  /// Tabs between fields, nothing else has a meaning.
  case plainTSV

  package enum Delimiter: String, Sendable, Hashable {
    case comma = ","
    case semicolon = ";"

    var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";") }
  }

  /// What the first line looks like: the delimiter that stands in it most often outside quotes; comma in doubt.
  /// A tab means `plainTSV`: whether a file has escapes cannot be seen, its maker must say so.
  package static func sniffed(_ text: String) -> Dialect {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      counts[byte, default: 0] += 1
    }
    let tabs = counts[UInt8(ascii: "\t")] ?? 0
    let commas = counts[UInt8(ascii: ",")] ?? 0
    let semicolons = counts[UInt8(ascii: ";")] ?? 0
    if tabs > max(commas, semicolons) { return .plainTSV }
    return .csv(delimiter: semicolons > commas ? .semicolon : .comma)
  }
}

/// Reads a text file with columns, row by row.
package struct DelimitedReader: Sendable {
  package let dialect: Dialect
  private let text: String

  /// - Parameter dialect: nil to go by the first line.
  package init(_ text: String, dialect: Dialect? = nil) {
    self.text = text
    self.dialect = dialect ?? .sniffed(text)
  }

  /// - Throws: `DocumentError.notText`.
  package init(_ bytes: [UInt8], dialect: Dialect? = nil) throws(DocumentError) {
    self.init(try TextDecoding.decode(bytes), dialect: dialect)
  }

  /// Gives each row to `body`, the header too; a blank line comes as one empty field.
  /// - Throws: `DocumentError.openQuote` (CSV), and whatever `body` throws.
  package func rows(_ body: ([String]) throws -> Void) throws {
    var text = text
    try text.withUTF8 { bytes in
      switch dialect {
      case .csv(let delimiter): try CSVScanner(bytes: bytes, delimiter: delimiter.byte).rows(body)
      case .plainTSV: try lines(of: bytes) { try body(Self.fields($0) { String(decoding: $0, as: UTF8.self) }) }
      case .escapedTSV: try lines(of: bytes) { try body(Self.fields($0, Self.unescaped)) }
      }
    }
  }

  /// All rows at once.
  package func allRows() throws -> [[String]] {
    var found: [[String]] = []
    try rows { found.append($0) }
    return found
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// Lines end in `\n` or `\r\n`; the last one may end without.
  private func lines(of bytes: UnsafeBufferPointer<UInt8>, _ body: (Line) throws -> Void) throws {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let isReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      try body(bytes[start..<(isReturn ? end - 1 : end)])
      start = end + 1
    }
  }

  private static func fields(_ line: Line, _ read: (Line) -> String) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(read)
  }

  private static func unescaped(_ field: Line) -> String {
    guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in field {
      guard isEscaped else {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { result.append(byte) }
        continue
      }
      isEscaped = false
      switch byte {
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "\\"): result.append(byte)
      // Not an escape of ours: as it stands.
      default: result += [UInt8(ascii: "\\"), byte]
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Reads CSV by RFC 4180; a quotation mark within an unquoted field is an ordinary character.
private struct CSVScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  private let quote = UInt8(ascii: "\"")

  init(bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) { (self.bytes, self.delimiter) = (bytes, delimiter) }

  func rows(_ body: ([String]) throws -> Void) throws {
    var index = 0
    var line = 1
    var row: [String] = []
    while index < bytes.count {
      row.append(try field(at: &index, line: &line))
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        // A delimiter at the very end is followed by one more, empty field.
        if index < bytes.count { continue }
        row.append("")
      }
      skipLineEnd(&index)
      line += 1
      try body(row)
      row.removeAll(keepingCapacity: true)
    }
  }

  /// Reads up to the delimiter or line end after the field.
  private func field(at index: inout Int, line: inout Int) throws -> String {
    guard bytes[index] == quote else {
      let start = index
      skipPlain(&index)
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    let opened = line
    var result: [UInt8] = []
    index += 1
    while true {
      guard index < bytes.count else { throw DocumentError.openQuote(line: opened) }
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == quote else {
        result.append(byte)
        continue
      }
      guard index < bytes.count, bytes[index] == quote else { break }
      result.append(quote)
      index += 1
    }
    let start = index
    skipPlain(&index)
    result += bytes[start..<index]
    return String(decoding: result, as: UTF8.self)
  }

  private func skipPlain(_ index: inout Int) {
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != UInt8(ascii: "\n"),
      bytes[index] != UInt8(ascii: "\r")
    { index += 1 }
  }

  private func skipLineEnd(_ index: inout Int) {
    guard index < bytes.count else { return }
    let isReturn = bytes[index] == UInt8(ascii: "\r")
    index += 1
    if isReturn, index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
  }
}
