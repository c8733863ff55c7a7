import Foundation
import Values

/// A shipped file that does not say what it should: which file, which line (the header is 1), and what is wrong there.
package struct SeedError: Error, Sendable, Hashable, CustomStringConvertible {
  package let file: String
  /// 0 when the whole file is meant.
  package let line: Int
  package let what: String

  package var description: String { "\(file):\(line): \(what)" }
}

/// A shipped table: tab-separated, one row a line, the first line names the columns. There is no quoting; `\t`, `\n`,
/// `\r` and `\\` stand for a tab, line ends and a backslash inside a field.
package struct SeedTable: Sendable {
  package let file: String
  package let columns: [String]
  let rows: [SeedRow]

  /// Reads a text that was loaded from `file`. Throws when a row has another number of fields than the header, a
  /// column is missing, or a backslash stands before another letter.
  package init(file: String, text: String, columns wanted: [String]) throws(SeedError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    guard let header = lines.first else { throw SeedError(file: file, line: 0, what: "the file is empty") }
    let columns = header.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let missing = wanted.filter { !columns.contains($0) }
    guard missing.isEmpty else {
      throw SeedError(file: file, line: 1, what: "columns missing: \(missing.joined(separator: ", "))")
    }
    let places = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [SeedRow] = []
    for (index, line) in lines.enumerated().dropFirst() {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == columns.count else {
        throw SeedError(file: file, line: index + 1, what: "\(parts.count) fields, not \(columns.count)")
      }
      var fields: [String] = []
      for part in parts { fields.append(try Self.unescaped(part, file: file, line: index + 1)) }
      rows.append(SeedRow(file: file, line: index + 1, fields: fields, places: places))
    }
    (self.file, self.columns, self.rows) = (file, columns, rows)
  }

  /// Reads a file of this target's `Data`.
  init(_ file: String, columns: [String]) throws(SeedError) {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Data")
    guard let folder, let data = FileManager.default.contents(atPath: folder.appendingPathComponent(file).path) else {
      throw SeedError(file: file, line: 0, what: "the file is not there")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw SeedError(file: file, line: 0, what: "the file is not UTF-8")
    }
    try self.init(file: file, text: text, columns: columns)
  }

  private static func unescaped(_ field: Substring, file: String, line: Int) throws(SeedError) -> String {
    guard field.contains("\\") else { return String(field) }
    var result = ""
    var isEscaped = false
    for character in field {
      if isEscaped {
        switch character {
        case "t": result.append("\t")
        case "n": result.append("\n")
        case "r": result.append("\r")
        case "\\": result.append("\\")
        default: throw SeedError(file: file, line: line, what: "a backslash before \(character)")
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    guard !isEscaped else { throw SeedError(file: file, line: line, what: "a backslash at the end of a field") }
    return result
  }
}

/// A row of a shipped table, read by the names of its columns.
struct SeedRow: Sendable {
  let file: String
  let line: Int
  let fields: [String]
  let places: [String: Int]

  /// "" for a column that the table does not have; `SeedTable` has checked those that must be there.
  subscript(_ name: String) -> String { places[name].map { fields[$0] } ?? "" }

  func error(_ what: String) -> SeedError { SeedError(file: file, line: line, what: what) }

  func required(_ name: String) throws(SeedError) -> String {
    let value = self[name]
    guard !value.isEmpty else { throw error("\(name) is empty") }
    return value
  }

  /// Both languages of `name_zh` and `name_en`; both must be there.
  func text(_ name: String) throws(SeedError) -> Text {
    Text(zh: try required(name + "_zh"), en: try required(name + "_en"))
  }

  func int(_ name: String) throws(SeedError) -> Int {
    guard let value = Int(self[name]) else { throw error("\(name) is not a whole number: \(self[name])") }
    return value
  }

  func double(_ name: String) throws(SeedError) -> Double {
    guard let value = Double(self[name]) else { throw error("\(name) is not a number: \(self[name])") }
    return value
  }

  func day(_ name: String) throws(SeedError) -> Day {
    guard let day = Day(iso: self[name]) else { throw error("\(name) is not a day: \(self[name])") }
    return day
  }

  func yes(_ name: String) throws(SeedError) -> Bool {
    switch self[name] {
    case "yes": return true
    case "no": return false
    default: throw error("\(name) is neither yes nor no: \(self[name])")
    }
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String, as _: Choice.Type = Choice.self) throws(SeedError)
    -> Choice
  {
    guard let value = Choice(rawValue: self[name]) else { throw error("\(name) is unknown: \(self[name])") }
    return value
  }

  /// The parts of a field between separators; none for an empty field.
  func list(_ name: String, by separator: Character) -> [String] {
    self[name].split(separator: separator).map(String.init)
  }
}
