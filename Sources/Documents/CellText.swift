/// Text as a cell of Excel can hold it.
enum CellText {
  /// UTF-16 units that Excel takes in one cell.
  static let limit = 32_767

  /// Without control characters (line ends become `\n`, tabs stay); what is too long ends in "…".
  static func clean(_ text: String) -> String {
    let kept = hasControls(text) ? String(String.UnicodeScalarView(cleaned(text))) : text
    guard kept.utf8.count > limit, kept.utf16.count > limit else { return kept }
    var cut = String.UnicodeScalarView()
    var units = 1
    for scalar in kept.unicodeScalars {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > limit { break }
      cut.append(scalar)
    }
    return String(cut) + "…"
  }

  // By bytes, since most text has none: C0, DEL, C1 (C2 80…9F), U+FFFE and U+FFFF (EF BF BE, EF BF BF).
  private static func hasControls(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
      if byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return true }
      if byte >= 0xBE, byte < 0xC0, last == 0xBF, before == 0xEF { return true }
      (before, last) = (last, byte)
    }
    return false
  }

  private static func cleaned(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if !(scalar == "\n" && afterReturn), !isControl(scalar) {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// As it is to stand in the file: cleaned, escaped, and never longer than a cell.
  static func written(_ text: String) -> String {
    var kept = clean(text)
    var result = escaped(kept)
    while result.utf8.count > limit, result.utf16.count > limit {
      let fits = kept.unicodeScalars.count * limit / result.utf16.count - 1
      kept = String(kept.unicodeScalars.prefix(fits)) + "…"
      result = escaped(kept)
    }
    return result
  }

  /// Excel reads `_x4E2D_` in a cell as one character: such text gets its first `_` written as `_x005F_`.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      result.append(bytes[index])
      if escape(in: bytes, at: index) != nil { result += Array("x005F_".utf8) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The opposite of `escaped`, for what Excel wrote.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let unit = escape(in: bytes, at: index) {
        units += Array(String(decoding: plain, as: UTF8.self).utf16) + [unit]
        plain.removeAll()
        index += 7
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    guard !units.isEmpty else { return text }
    units += Array(String(decoding: plain, as: UTF8.self).utf16)
    return String(decoding: units, as: UTF16.self)
  }

  // The UTF-16 unit that `_xHHHH_` at `index` stands for.
  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
