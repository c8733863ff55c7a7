/// Writes a text file with columns, row by row, in UTF-8.
package struct DelimitedWriter: Sendable {
  package let dialect: Dialect
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []

  /// - Parameter byteOrderMark: true for a CSV that Excel is to open by a double click.
  package init(_ dialect: Dialect, byteOrderMark: Bool = false) {
    self.dialect = dialect
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// All rows at once.
  package static func write(_ rows: [[String]], as dialect: Dialect, byteOrderMark: Bool = false) -> [UInt8] {
    var writer = DelimitedWriter(dialect, byteOrderMark: byteOrderMark)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  /// A row; in `plainTSV` a tab or line end within a field becomes a space.
  package mutating func append(_ row: [String]) {
    let isCSV = if case .csv = dialect { true } else { false }
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(field, alone: row.count == 1)
    }
    bytes += isCSV ? [0x0D, 0x0A] : [0x0A]
  }

  private var separator: UInt8 {
    if case .csv(let delimiter) = dialect { delimiter.byte } else { UInt8(ascii: "\t") }
  }

  private mutating func append(_ field: String, alone: Bool) {
    switch dialect {
    case .csv: appendQuoted(field, alone: alone)
    case .escapedTSV: appendEscaped(field)
    case .plainTSV:
      bytes += field.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }
    }
  }

  /// A field that a spreadsheet would take for a formula gets `'` before it (formula injection).
  private mutating func appendQuoted(_ field: String, alone: Bool) {
    let guarded = field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true ? "'" + field : field
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      guarded.utf8.contains { $0 == quote || $0 == separator || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      || guarded.utf8.first == 0x20 || (alone && guarded.isEmpty)
    guard needsQuotes else { return bytes.append(contentsOf: guarded.utf8) }
    bytes.append(quote)
    for byte in guarded.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private mutating func appendEscaped(_ field: String) {
    for byte in field.utf8 {
      switch byte {
      case 0x09: bytes += Array(#"\t"#.utf8)
      case 0x0A: bytes += Array(#"\n"#.utf8)
      case 0x0D: bytes += Array(#"\r"#.utf8)
      case UInt8(ascii: "\\"): bytes += Array(#"\\"#.utf8)
      default: bytes.append(byte)
      }
    }
  }
}
