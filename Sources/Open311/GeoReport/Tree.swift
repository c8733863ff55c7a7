import Foundation
import Values
import Web

/// A value that GeoReport gives out: written in XML or JSON from the same tree.
indirect enum Tree: Sendable, Hashable {
  case text(String)
  case number(Int)
  case bool(Bool)
  /// Empty in XML, null in JSON: the specification wants every field, also where there is nothing.
  case nothing
  /// Fields in their order.
  case object([Field])
  /// `item`: the element of each in XML.
  case list([Tree], item: String)

  struct Field: Sendable, Hashable {
    let name: String
    let value: Tree
  }

  static func optional(_ text: String?) -> Tree { text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing }
  static func time(_ instant: Instant?) -> Tree { optional(instant?.iso) }

  /// An object of names and values in this order.
  static func fields(_ pairs: KeyValuePairs<String, Tree>) -> Tree {
    .object(pairs.map { Field(name: $0.key, value: $0.value) })
  }
}

// MARK: JSON

extension Tree: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text): try text.encode(to: encoder)
    case .number(let number): try number.encode(to: encoder)
    case .bool(let bool): try bool.encode(to: encoder)
    case .nothing:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .object(let fields):
      var container = encoder.container(keyedBy: Key.self)
      for field in fields { try container.encode(field.value, forKey: Key(stringValue: field.name)) }
    case .list(let items, _):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    }
  }
}

// MARK: XML

extension Tree {
  /// A document whose root has this name.
  func xml(root: String) -> String { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + element(root) + "\n" }

  private func element(_ name: String) -> String {
    switch self {
    case .nothing: "<\(name)/>"
    case .text(let text): "<\(name)>\(Self.escaped(text))</\(name)>"
    case .number(let number): "<\(name)>\(number)</\(name)>"
    case .bool(let bool): "<\(name)>\(bool)</\(name)>"
    case .object(let fields): "<\(name)>" + fields.map { $0.value.element($0.name) }.joined() + "</\(name)>"
    case .list(let items, let item): "<\(name)>" + items.map { $0.element(item) }.joined() + "</\(name)>"
    }
  }

  /// Without what XML 1.0 does not know.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
