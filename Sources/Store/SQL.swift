import Values

/// A value of a column: what both databases have in common.
package enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
}

/// What may be bound into SQL by interpolation.
package protocol Bindable { var bound: Value { get } }

extension Int64: Bindable { package var bound: Value { .integer(self) } }
extension Int: Bindable { package var bound: Value { .integer(Int64(self)) } }
extension Bool: Bindable { package var bound: Value { .integer(self ? 1 : 0) } }
extension Double: Bindable { package var bound: Value { .real(self) } }
extension String: Bindable { package var bound: Value { .text(self) } }
extension ID: Bindable { package var bound: Value { .integer(value) } }
extension Instant: Bindable { package var bound: Value { .integer(milliseconds) } }
extension Day: Bindable { package var bound: Value { .integer(Int64(number)) } }
extension MatterClass: Bindable { package var bound: Value { .text(rawValue) } }
extension Urgency: Bindable { package var bound: Value { .integer(Int64(rawValue)) } }
extension Optional: Bindable where Wrapped: Bindable { package var bound: Value { self?.bound ?? .null } }
extension Value: Bindable { package var bound: Value { self } }

/// A statement with its values bound by interpolation: `"SELECT id FROM matter WHERE town = \(town)"`.
/// A value can never become part of the statement's text.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text between the values; one more than there are values.
  var pieces: [String]
  var values: [Value]

  package init(stringLiteral value: String) { (pieces, values) = ([value], []) }
  package init(stringInterpolation: Interpolation) {
    (pieces, values) = (stringInterpolation.pieces, stringInterpolation.values)
  }
  /// A statement that this program made of its own constants (names of tables and columns).
  package init(unchecked text: String) { (pieces, values) = ([text], []) }

  package struct Interpolation: StringInterpolationProtocol {
    var pieces = [""]
    var values: [Value] = []
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }
    package mutating func appendInterpolation(_ value: some Bindable) {
      values.append(value.bound)
      pieces.append("")
    }
    /// Nil binds null.
    package mutating func appendInterpolation<Wrapped: Bindable>(_ value: Wrapped?) {
      values.append(value?.bound ?? .null)
      pieces.append("")
    }
    /// Another statement's text and values at this place.
    package mutating func appendInterpolation(_ part: SQL) {
      pieces[pieces.count - 1] += part.pieces[0]
      for (value, piece) in zip(part.values, part.pieces.dropFirst()) {
        values.append(value)
        pieces.append(piece)
      }
    }
    /// A list of values, for `IN (\(values: ids))`; an empty list matches nothing.
    package mutating func appendInterpolation(values list: [some Bindable]) {
      guard !list.isEmpty else { return appendLiteral("NULL") }
      for (index, value) in list.enumerated() {
        if index > 0 { appendLiteral(", ") }
        appendInterpolation(value)
      }
    }
  }

  package static func + (left: SQL, right: SQL) -> SQL { "\(left)\(right)" }

  /// The table that an INSERT, UPDATE or DELETE writes; nil for any other statement.
  var writtenTable: Substring? {
    let words = pieces[0].utf8.split(maxSplits: 3) { $0 == 32 || $0 == 10 || $0 == 40 }.map(Substring.init)
    switch words.first {
    case "INSERT" where words.count > 2, "DELETE" where words.count > 2: return words[2]
    case "UPDATE" where words.count > 1: return words[1]
    default: return nil
    }
  }

  /// The text with `?` for each value.
  var questionMarks: String { pieces.joined(separator: "?") }
  /// The text with `$1`, `$2`, … for the values.
  var numbered: String {
    var text = pieces[0]
    for (index, piece) in pieces.dropFirst().enumerated() { text += "$\(index + 1)" + piece }
    return text
  }
}

/// Columns by name with their values; the names are constants of this program.
package typealias ColumnValues = KeyValuePairs<String, any Bindable>

extension SQL {
  /// `name = value, ` for each column whose value is another than it was, both lists in the same order. An UPDATE that
  /// names them alone leaves the indexes of the other columns as they are; SQLite writes those of every column it names.
  package static func changes(_ new: ColumnValues, from old: ColumnValues) -> SQL {
    zip(new, old).reduce(into: "") { sql, pair in
      let (name, value) = (pair.0.key, pair.0.value.bound)
      if value != pair.1.value.bound { sql = sql + SQL(unchecked: "\(name) = ") + "\(value), " }
    }
  }
}
