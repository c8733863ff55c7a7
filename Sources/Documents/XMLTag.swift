/// A start tag as it goes by: valid only within the handler's call.
struct XMLTag {
  let bytes: Slice<UnsafeRawBufferPointer>
  let part: String

  /// Without its prefix: "row" of `<x:row>`.
  var name: String {
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex, !Self.isSpace(bytes.base[index]) {
      if bytes.base[index] == UInt8(ascii: ":") { start = index + 1 }
      index += 1
    }
    return String(decoding: bytes.base[start..<index], as: UTF8.self)
  }

  /// The value of an attribute, nil when it is not there. With `anyPrefix`, "id" also finds `r:id`.
  func attribute(_ name: StaticString, anyPrefix: Bool = false) throws -> String? {
    guard let value = find(name, anyPrefix: anyPrefix) else { return nil }
    return try XMLText(bytes: value, part: part).string()
  }

  private func find(_ name: StaticString, anyPrefix: Bool) -> Slice<UnsafeRawBufferPointer>? {
    let base = bytes.base
    var index = bytes.startIndex
    while index < bytes.endIndex, !Self.isSpace(base[index]) { index += 1 }
    while index < bytes.endIndex {
      while index < bytes.endIndex, Self.isSpace(base[index]) { index += 1 }
      var start = index
      while index < bytes.endIndex, base[index] != UInt8(ascii: "="), !Self.isSpace(base[index]) {
        if anyPrefix, base[index] == UInt8(ascii: ":") { start = index + 1 }
        index += 1
      }
      let key = start..<index
      while index < bytes.endIndex, base[index] != UInt8(ascii: "\""), base[index] != UInt8(ascii: "'") { index += 1 }
      guard index < bytes.endIndex else { return nil }
      let quote = base[index]
      let from = index + 1
      index = from
      while index < bytes.endIndex, base[index] != quote { index += 1 }
      if matches(name, key) { return bytes[from..<index] }
      index += 1
    }
    return nil
  }

  private func matches(_ name: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes.base[range.lowerBound + offset] != name.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

/// Text as it goes by: valid only within the handler's call.
struct XMLText {
  let bytes: Slice<UnsafeRawBufferPointer>
  let part: String
  /// From a CDATA section, where `&` is an ordinary character.
  var isLiteral = false

  /// - Throws: `DocumentError.damaged` for an entity that XML does not have of itself.
  func append(to result: inout [UInt8]) throws {
    guard !isLiteral, bytes.contains(UInt8(ascii: "&")) else { return result.append(contentsOf: bytes) }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "&") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.scalar(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      else { throw DocumentError.damaged(part) }
      result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      index = end + 1
    }
  }

  func string() throws -> String {
    if isLiteral || !bytes.contains(UInt8(ascii: "&")) { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    try append(to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ entity: String) -> Unicode.Scalar? {
    switch entity {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case _ where entity.hasPrefix("#x"): UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where entity.hasPrefix("#"): UInt32(entity.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
