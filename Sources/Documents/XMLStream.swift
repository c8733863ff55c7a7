/// What a reader of XML wants to know as the file goes by.
protocol XMLHandler {
  /// An element begins; also for `<a/>`, which ends at once.
  mutating func start(_ tag: XMLTag) throws
  /// An element ends; the name is without its prefix.
  mutating func end(_ name: String) throws
  /// A piece of the text between two tags.
  mutating func text(_ piece: XMLText) throws
}

extension XMLHandler {
  mutating func end(_ name: String) throws {}
  mutating func text(_ piece: XMLText) throws {}
}

/// Reads XML from a source piece by piece: memory stays at the size of the longest single tag or text.
/// There are no document types and no entities but the five of XML, so that nothing can multiply itself.
struct XMLStream {
  /// The longest tag or text between two tags, in bytes.
  static let longest = 4 << 20
  /// Elements within each other.
  static let deepest = 100

  /// Name for errors.
  let part: String

  /// - Throws: `DocumentError.damaged` for what is not plain XML in UTF-8, and whatever the handler throws.
  func read(from source: (UnsafeMutableRawBufferPointer) throws -> Int, into handler: inout some XMLHandler) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var filled = 0
    var depth = 0
    while true {
      let count = try buffer.withUnsafeMutableBytes {
        try source(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      filled += count
      let used = try buffer.withUnsafeBytes {
        try scan(UnsafeRawBufferPointer(rebasing: $0[..<filled]), depth: &depth, into: &handler)
      }
      if used > 0 {
        buffer.withUnsafeMutableBytes { all in
          guard let base = all.baseAddress else { return }
          base.copyMemory(from: base + used, byteCount: filled - used)
        }
        filled -= used
      }
      if count == 0 {
        guard depth == 0, !buffer[..<filled].contains(UInt8(ascii: "<")) else { throw DocumentError.damaged(part) }
        return
      }
      if filled == buffer.count {
        guard buffer.count < Self.longest else { throw DocumentError.damaged(part) }
        buffer.append(contentsOf: repeatElement(0, count: buffer.count))
      }
    }
  }

  /// Handles whole tags and texts; the number of bytes they took.
  private func scan(
    _ bytes: UnsafeRawBufferPointer, depth: inout Int, into handler: inout some XMLHandler
  ) throws -> Int {
    var position = 0
    while let open = bytes.index(of: UInt8(ascii: "<"), from: position) {
      if open > position, depth > 0 {
        try handler.text(XMLText(bytes: bytes[position..<open], part: part))
      }
      position = open
      guard open + 1 < bytes.count else { break }
      let next: Int?
      switch bytes[open + 1] {
      case UInt8(ascii: "!"): next = try skipMarkup(bytes, at: open, depth: depth, into: &handler)
      case UInt8(ascii: "?"): next = bytes.end(of: "?>", from: open + 2)
      case UInt8(ascii: "/"): next = try close(bytes, at: open, depth: &depth, into: &handler)
      default: next = try element(bytes, at: open, depth: &depth, into: &handler)
      }
      guard let next else { break }
      position = next
    }
    return position
  }

  private func element(
    _ bytes: UnsafeRawBufferPointer, at open: Int, depth: inout Int, into handler: inout some XMLHandler
  ) throws -> Int? {
    guard let close = bytes.tagEnd(from: open + 1) else { return nil }
    let isEmpty = bytes[close - 1] == UInt8(ascii: "/")
    let tag = XMLTag(bytes: bytes[(open + 1)..<(isEmpty ? close - 1 : close)], part: part)
    try handler.start(tag)
    if isEmpty {
      try handler.end(tag.name)
    } else {
      depth += 1
      guard depth <= Self.deepest else { throw DocumentError.damaged(part) }
    }
    return close + 1
  }

  private func close(
    _ bytes: UnsafeRawBufferPointer, at open: Int, depth: inout Int, into handler: inout some XMLHandler
  ) throws -> Int? {
    guard let close = bytes.index(of: UInt8(ascii: ">"), from: open + 2) else { return nil }
    depth -= 1
    guard depth >= 0 else { throw DocumentError.damaged(part) }
    try handler.end(XMLTag(bytes: bytes[(open + 2)..<close], part: part).name)
    return close + 1
  }

  /// A comment or CDATA. A DOCTYPE is refused: tables need none, and entities could unpack without end.
  private func skipMarkup(
    _ bytes: UnsafeRawBufferPointer, at open: Int, depth: Int, into handler: inout some XMLHandler
  ) throws -> Int? {
    guard open + 9 <= bytes.count else { return nil }
    let head = bytes[open..<(open + 9)]
    if head.starts(with: "<!--".utf8) { return bytes.end(of: "-->", from: open + 4) }
    guard head.elementsEqual("<![CDATA[".utf8) else { throw DocumentError.damaged(part) }
    guard let end = bytes.end(of: "]]>", from: open + 9) else { return nil }
    if depth > 0 {
      try handler.text(XMLText(bytes: bytes[(open + 9)..<(end - 3)], part: part, isLiteral: true))
    }
    return end
  }
}

extension UnsafeRawBufferPointer {
  func index(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The index after `mark`.
  func end(of mark: StaticString, from start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    var index = start
    while index + length <= count {
      if (0..<length).allSatisfy({ self[index + $0] == mark.utf8Start[$0] }) { return index + length }
      index += 1
    }
    return nil
  }

  /// The index of the `>` that ends a tag; one within quotes does not.
  func tagEnd(from start: Int) -> Int? {
    var quote: UInt8 = 0
    var index = start
    while index < count {
      let byte = self[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    return nil
  }
}
