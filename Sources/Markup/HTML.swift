import Values

/// A piece of a page, already escaped, as the bytes that are sent. Text becomes HTML only through `HTML.text` (escaped) or
/// an element; `HTML.raw` is the one door for markup that is known to be good.
package struct HTML: Sendable, Hashable {
  package private(set) var bytes: [UInt8]

  package var source: String { String(decoding: bytes, as: UTF8.self) }

  package static let empty = HTML(bytes: [])
  package static func text(_ text: String) -> HTML {
    var html = empty
    html.append(escaping: text)
    return html
  }
  /// Markup made by this program: SVG of a QR code, a chart. Never what a person typed.
  package static func raw(_ markup: String) -> HTML { HTML(bytes: Array(markup.utf8)) }
  package var isEmpty: Bool { bytes.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }
  package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  mutating func append(raw markup: String) {
    let isAdded: Void? = markup.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isAdded == nil { bytes.append(contentsOf: markup.utf8) }
  }
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a text. Escapes the five characters with a meaning in text and attributes; drops control characters and the
  /// marks that turn the writing direction, so that a typed text cannot rearrange a page.
  mutating func append(escaping text: String) {
    let isAdded = text.utf8.withContiguousStorageIfAvailable { letters in
      guard letters.allSatisfy(Self.isPlain) else { return false }
      bytes.append(contentsOf: letters)
      return true
    }
    if isAdded == true { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append(raw: "&amp;")
      case "<": append(raw: "&lt;")
      case ">": append(raw: "&gt;")
      case "\"": append(raw: "&quot;")
      case "'": append(raw: "&#39;")
      case "\n", "\t": bytes.append(UInt8(scalar.value))
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": continue
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// A byte that begins or belongs to nothing of what is changed; 0xE2 begins the turning marks.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x20...0x7E: true
    default: byte >= 0x80 && byte != 0xE2
    }
  }
}

extension HTML: ExpressibleByStringLiteral {
  /// A literal is text and is escaped.
  package init(stringLiteral value: String) { self = .text(value) }
}

/// Builds HTML of statements, conditions and loops; one result type, so pages compile fast.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ html: HTML) -> HTML { html }
  package static func buildExpression(_ text: String) -> HTML { .text(text) }
  package static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }
  package static func buildBlock() -> HTML { .empty }
  package static func buildPartialBlock(first: HTML) -> HTML { first }
  package static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
    accumulated.append(next)
    return accumulated
  }
  package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  package static func buildEither(first: HTML) -> HTML { first }
  package static func buildEither(second: HTML) -> HTML { second }
  package static func buildArray(_ parts: [HTML]) -> HTML { joined(parts) }

  private static func joined(_ parts: [HTML]) -> HTML {
    if parts.count == 1 { return parts[0] }
    var all = HTML.empty
    all.reserve(parts.reduce(0) { $0 + $1.bytes.count })
    for part in parts { all.append(part) }
    return all
  }
}
