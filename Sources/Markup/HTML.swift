import Values

/// A piece of a page, already escaped. Text becomes HTML only through `HTML.text` (escaped) or an element;
/// `HTML.raw` is the one door for markup that is known to be good.
package struct HTML: Sendable, Hashable {
  package private(set) var source: String

  package static let empty = HTML(source: "")
  package static func text(_ text: String) -> HTML { HTML(source: escaped(text)) }
  /// Markup made by this program: SVG of a QR code, a chart. Never what a person typed.
  package static func raw(_ markup: String) -> HTML { HTML(source: markup) }
  package var isEmpty: Bool { source.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML { HTML(source: left.source + right.source) }
  package mutating func append(_ other: HTML) { source += other.source }

  /// Escapes the five characters with a meaning in text and attributes; drops control characters and the
  /// marks that turn the writing direction, so that a typed text cannot rearrange a page.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A byte that begins or belongs to nothing of what `escaped` changes; 0xE2 begins the turning marks.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E:
      byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
        && byte != UInt8(ascii: "'")
    case 0x80...: byte != 0xE2
    default: false
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
  package static func buildBlock(_ parts: HTML...) -> HTML { joined(parts) }
  package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  package static func buildEither(first: HTML) -> HTML { first }
  package static func buildEither(second: HTML) -> HTML { second }
  package static func buildArray(_ parts: [HTML]) -> HTML { joined(parts) }

  private static func joined(_ parts: [HTML]) -> HTML {
    var all = HTML.empty
    for part in parts { all.append(part) }
    return all
  }
}
