import Documents
import Foundation
import Markup
import Values

/// A whole page, ready to send.
package struct HTMLPage: Sendable {
  package let html: HTML
  package init(_ html: HTML) { self.html = html }
}

/// What a handler gives back.
package enum Answer: Sendable {
  case page(HTMLPage, status: Int)
  case json([UInt8], status: Int, etag: String?)
  /// 303: look there. `cookies` are set on the way.
  case redirect(String, cookies: [Cookie])
  case bytes([UInt8], type: String, name: String?, cache: Bool)
  /// In a standard's own form; kept nowhere.
  case document([UInt8], type: String, status: Int)

  package static func page(_ page: HTMLPage) -> Answer { .page(page, status: 200) }
  package static func redirect(_ location: String) -> Answer { .redirect(location, cookies: []) }
  /// A table as a file; `name` without its ending.
  package static func table(_ bytes: [UInt8], _ format: TableFormat, name: String) -> Answer {
    .bytes(bytes, type: format.mediaType, name: "\(name).\(format.rawValue)", cache: false)
  }
}

package struct Cookie: Sendable {
  package let name: String
  package let value: String
  /// Seconds to keep; nil until the browser closes, 0 to delete.
  package let seconds: Int?
  /// Hidden from scripts.
  package let httpOnly: Bool

  package init(_ name: String, _ value: String, seconds: Int?, httpOnly: Bool = true) {
    (self.name, self.value, self.seconds, self.httpOnly) = (name, value, seconds, httpOnly)
  }
}

/// A page of a list: what is on it, and where the next one begins (nil at the end).
package struct Page<Item: Sendable>: Sendable {
  package let items: [Item]
  package let next: String?

  package init(items: [Item], next: String?) { (self.items, self.next) = (items, next) }

  /// Of `limit + 1` rows read: the first `limit`, and the key of the last when there are more.
  package init(_ rows: [Item], limit: Int, key: (Item) -> String) {
    items = Array(rows.prefix(limit))
    next = rows.count > limit ? items.last.map(key) : nil
  }
}

extension Page: Encodable where Item: Encodable {}

/// How all JSON of the API is written: snake_case, keys sorted.
package enum JSON {
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}
