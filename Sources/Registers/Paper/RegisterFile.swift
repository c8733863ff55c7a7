import Documents
import Values

/// A register as a file: title rows, header, typed rows.
struct RegisterFile: Sendable {
  let fileName: String
  let sheetName: String
  /// What stands above the header: the title; unit, period and keeper.
  let titles: [String]
  let unit: String
  let keeper: String
  let language: Language

  func workbook(_ columns: [RegisterColumn], _ rows: [[RegisterCell]]) throws -> [UInt8] {
    let sheet = Sheet(
      name: sheetName, titles: titles,
      columns: columns.map { Column($0.title(language), width: $0.width, kind: $0.cellKind) },
      rows: rows.map { $0.map(\.cell) }, page: PageLines(unit: unit, keeper: keeper, language: language))
    return try Workbook(sheets: [sheet]).xlsx()
  }

  /// CSV that Excel opens by a double click.
  func text(_ columns: [RegisterColumn], _ rows: [[RegisterCell]]) -> [UInt8] {
    var writer = DelimitedWriter(.csv(delimiter: .comma), byteOrderMark: true)
    for title in titles { writer.append([title]) }
    writer.append(columns.map { $0.title(language) })
    for row in rows { writer.append(row.map(\.words)) }
    return writer.bytes
  }
}

extension RegisterColumn {
  fileprivate var cellKind: Column.Kind {
    switch kind {
    case .text: .text
    case .day: .date
    case .figure: .number
    }
  }
}

extension RegisterCell {
  fileprivate var cell: Cell {
    switch self {
    case .text(let text): .text(text)
    case .day(let day): .day(day)
    case .figure(let number): .integer(number)
    case .none: .empty
    }
  }
}
