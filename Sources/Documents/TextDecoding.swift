import Foundation

/// Bytes of a text file as text: UTF-8, UTF-16 with its mark, else GB18030 as Windows in Chinese writes it.
package enum TextDecoding {
  /// Characters of two bytes or more after which a file is surely UTF-8: GB18030 does not look like it for so long.
  private static let surely = 8

  /// - Throws: `DocumentError.notText` with the first byte that cannot be read, by the encoding that reads furthest.
  package static func decode(_ bytes: [UInt8]) throws(DocumentError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, high: 0) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let zero = bytes.firstIndex(of: 0) { throw .notText(offset: zero) }
    guard let bad = firstBadByte(in: bytes, from: start) else {
      return String(decoding: bytes[start...], as: UTF8.self)
    }
    if start > 0 || bad.longCharacters >= surely { throw .notText(offset: bad.offset) }
    switch gb18030(bytes) {
    case .success(let text): return text
    case .failure(let offset): throw .notText(offset: max(offset.bytes, bad.offset))
    }
  }

  private static func utf16(_ bytes: [UInt8], high: Int) throws(DocumentError) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
    }
    if !bytes.count.isMultiple(of: 2) { throw .notText(offset: bytes.count - 1) }
    var index = 0
    while index < units.count {
      if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) {
        index += 2
      } else if UTF16.isSurrogate(units[index]) || units[index] == 0 {
        throw .notText(offset: 2 + index * 2)
      } else {
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The first byte that is not UTF-8, and how many longer characters stand before it; nil when all is.
  private static func firstBadByte(in bytes: [UInt8], from start: Int) -> (offset: Int, longCharacters: Int)? {
    var index = start
    var long = 0
    while index < bytes.count {
      guard let length = length(of: bytes, at: index) else { return (index, long) }
      if length > 1 { long += 1 }
      index += length
    }
    return nil
  }

  /// The length of the UTF-8 character that begins here, by table 3-7 of the Unicode standard.
  private static func length(of bytes: [UInt8], at index: Int) -> Int? {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let second: ClosedRange<UInt8>
    let length: Int
    switch first {
    case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
    case 0xE0: (second, length) = (0xA0...0xBF, 3)
    case 0xED: (second, length) = (0x80...0x9F, 3)
    case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
    case 0xF0: (second, length) = (0x90...0xBF, 4)
    case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
    case 0xF4: (second, length) = (0x80...0x8F, 4)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[index + offset]) { return nil }
    return length
  }

  private struct BadOffset: Error { let bytes: Int }

  private static func gb18030(_ bytes: [UInt8]) -> Result<String, BadOffset> {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else {
      return .failure(BadOffset(bytes: 0))
    }
    defer { iconv_close(converter) }
    // No character grows to more than twice its bytes: two bytes become at most four.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    var input = bytes
    return input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        var room = target.count
        let failed = iconv(converter, &from, &left, &to, &room) == -1
        if failed || left > 0 { return .failure(BadOffset(bytes: source.count - left)) }
        return .success(String(decoding: target[..<(target.count - room)], as: UTF8.self))
      }
    }
  }
}
