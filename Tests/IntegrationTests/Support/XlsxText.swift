import Documents
import Foundation

/// The words of a workbook, for tests that look for something in it.
enum XlsxText {
  static func of(_ data: Data) throws -> String {
    var words: [String] = []
    try XlsxReader(Array(data)).rows { words += $0 }
    return words.joined(separator: "\n")
  }
}
