import Documents
import Values

/// What somebody says of a file where the program shows no columns to choose: on the command line.
package struct ImportChoices: Sendable, Hashable {
  /// "类别=class", "3=date", "备注=": a column by its header or its number from 1, and the key of `ConcernColumn`; no
  /// key: left out.
  package var columns: [String]
  /// The row of the header, from 1; nil: found.
  package var header: Int?
  /// The sheet of a workbook; nil: the first that has a table.
  package var sheet: String?

  package init(columns: [String] = [], header: Int? = nil, sheet: String? = nil) {
    (self.columns, self.header, self.sheet) = (columns, header, sheet)
  }

  /// The columns of the first rows, with what was chosen; nil when no header is found.
  /// - Throws: `FieldErrors` of `column` and `header`.
  func mapping(of head: [[String]]) throws(FieldErrors) -> ImportMapping? {
    if let header, !(1...HeaderFinder.depth).contains(header) || !head.indices.contains(header - 1) {
      throw FieldErrors("header", ImportStrings.noSuchRow(min(head.count, HeaderFinder.depth)))
    }
    let filled = head.firstIndex { $0.contains { !$0.isEmpty } }
    guard
      var mapping = header.map({ ImportMapping(header: $0 - 1, in: head) }) ?? ImportMapping(proposedFor: head)
        ?? (columns.isEmpty ? nil : filled.map { ImportMapping(header: $0, in: head) })
    else { return nil }
    var errors = FieldErrors()
    var chosen: [Int: String] = [:]
    for choice in columns { choose(choice, among: head[mapping.header], &chosen, &errors) }
    guard errors.isEmpty else { throw errors }
    mapping.columns = mapping.columns.filter { chosen[$0.key] == nil && !chosen.values.contains($0.value) }
    mapping.columns.merge(chosen.filter { !$0.value.isEmpty }) { _, chosen in chosen }
    return mapping
  }

  private func choose(
    _ choice: String, among header: [String], _ chosen: inout [Int: String], _ errors: inout FieldErrors
  ) {
    guard let mark = choice.lastIndex(of: "=") else { return errors.add("column", ImportStrings.noSuchKey(choice)) }
    let (column, key) = (plain(choice[..<mark]), plain(choice[choice.index(after: mark)...]))
    if !key.isEmpty, ConcernColumn(rawValue: key) == nil { errors.add("column", ImportStrings.noSuchKey(choice)) }
    let names = header.map { plain($0[...]) }
    let numbered = Int(column).map { $0 - 1 }.flatMap { names.indices.contains($0) ? $0 : nil }
    guard let index = names.firstIndex(of: column) ?? numbered, !column.isEmpty else {
      return errors.add("column", ImportStrings.noSuchColumn(column, names))
    }
    if !key.isEmpty, chosen.contains(where: { $0.key != index && $0.value == key }) {
      errors.add("column", ImportStrings.columnTwice)
    }
    chosen[index] = key
  }

  /// As a header is compared: in one line, without space around, in lower case.
  private func plain(_ text: Substring) -> String { CellWords.line(CellWords.cleaned(String(text))).lowercased() }
}
