/// An identifier of a `Thing`: positive, ordered by time of making, made by the program (`IDs` in `Store`).
/// In JSON and addresses it is decimal text, since it may exceed 2^53.
package struct ID<Thing>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible, LosslessStringConvertible {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }

  /// Nil unless `text` is 1 to 19 decimal digits that make a positive number.
  package init?(_ text: String) {
    guard let value = Int64(text), value > 0, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.value = value
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = ID(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an id"))
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { String(value) }
  package static func < (left: ID, right: ID) -> Bool { left.value < right.value }
  /// After every id: where a list that goes backwards begins.
  package static var max: ID { ID(.max) }
  package static var min: ID { ID(0) }
  /// The same number as the id of another kind of thing.
  package func `as`<Other>(_: Other.Type) -> ID<Other> { ID<Other>(value) }
}
