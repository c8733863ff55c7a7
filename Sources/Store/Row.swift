import Synchronization
import Values

/// A row read: values by column name.
package struct Row: Sendable {
  let columns: Columns
  let values: [Value]

  /// The names of the columns, shared by all rows of one answer.
  final class Columns: Sendable {
    let names: [String]
    let index: [String: Int]
    /// Places by name, in the order of the names.
    let sorted: [Int]

    init(_ names: [String]) {
      self.names = names
      index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      sorted = names.indices.sorted { names[$0] < names[$1] }
    }

    /// Those of a statement; made once, since making them takes longer than reading a row.
    static func of(_ statement: String, names: [String]) -> Columns {
      if let known = known.withLock({ $0[statement] }), known.names == names { return known }
      let columns = Columns(names)
      known.withLock { known in
        if known.count >= mostKnown { known = [:] }
        known[statement] = columns
      }
      return columns
    }

    private static let known = Mutex<[String: Columns]>([:])
    private static let mostKnown = 1000
  }

  /// A column that the statement does not have is a bug of the statement; it reads as null and fails typed reads.
  package subscript(_ name: String) -> Value { columns.index[name].map { values[$0] } ?? .null }

  package func int64(_ name: String) throws -> Int64 {
    guard let value = optionalInt64(name) else { throw DatabaseError.column(name) }
    return value
  }
  package func optionalInt64(_ name: String) -> Int64? {
    switch self[name] {
    case .integer(let value): value
    case .real(let value) where value.rounded() == value && abs(value) < 9e15: Int64(value)
    default: nil
    }
  }
  package func int(_ name: String) throws -> Int { Int(try int64(name)) }
  package func optionalInt(_ name: String) -> Int? { optionalInt64(name).map(Int.init) }
  package func bool(_ name: String) throws -> Bool { try int64(name) != 0 }
  package func text(_ name: String) throws -> String {
    guard let value = optionalText(name) else { throw DatabaseError.column(name) }
    return value
  }
  package func optionalText(_ name: String) -> String? { if case .text(let value) = self[name] { value } else { nil } }
  package func optionalDouble(_ name: String) -> Double? {
    switch self[name] {
    case .real(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
  package func id<Thing>(_ name: String, as _: Thing.Type = Thing.self) throws -> ID<Thing> { ID(try int64(name)) }
  package func optionalID<Thing>(_ name: String, as _: Thing.Type = Thing.self) -> ID<Thing>? {
    optionalInt64(name).map { ID($0) }
  }
  package func instant(_ name: String) throws -> Instant { Instant(milliseconds: try int64(name)) }
  package func optionalInstant(_ name: String) -> Instant? { optionalInt64(name).map { Instant(milliseconds: $0) } }
  package func day(_ name: String) throws -> Day { Day(number: try int(name)) }
  package func optionalDay(_ name: String) -> Day? { optionalInt(name).map { Day(number: $0) } }
  /// A stored name of a case, such as a class or state.
  package func choice<Choice: RawRepresentable<String>>(_ name: String, as _: Choice.Type = Choice.self) throws
    -> Choice
  {
    guard let value = Choice(rawValue: try text(name)) else { throw DatabaseError.column(name) }
    return value
  }
}

/// A row is no longer what this transaction read of it: another one was in between. The same work is tried again, and
/// reads it anew; when that does not help, `otherwise` is thrown.
package struct RowChanged: Error {
  package let otherwise: any Error

  package init(otherwise: any Error) { self.otherwise = otherwise }
}

/// What goes wrong beneath: a bug or a broken machine, never a person's input.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
  package let description: String
  /// The SQLSTATE of PostgreSQL or the extended code of SQLite.
  package let code: String

  package init(_ description: String, code: String = "") { (self.description, self.code) = (description, code) }

  static func column(_ name: String) -> DatabaseError { DatabaseError("column \(name) is missing or has another type") }

  /// A unique constraint was broken.
  package var isDuplicate: Bool { code == "23505" || code == "2067" || code == "1555" }
  /// Another transaction was in the way; the same work may pass when tried again.
  var isConflict: Bool { code == "40001" || code == "40P01" || code == "5" }
}
