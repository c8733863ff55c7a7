import Values

/// The kinds of file that a table is handed out as.
package enum TableFormat: String, Sendable, CaseIterable {
  case xlsx, csv

  package var mediaType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    }
  }
  /// What its button says.
  package var download: Text {
    switch self {
    case .xlsx: Text(zh: "下载 Excel", en: "Download Excel")
    case .csv: Text(zh: "下载 CSV", en: "Download CSV")
    }
  }
}

extension Sheet {
  /// A file with this sheet alone; as CSV its titles, header and rows, which Excel opens by a double click.
  /// - Throws: as `Workbook.xlsx`.
  package func file(_ format: TableFormat) throws(DocumentError) -> [UInt8] {
    switch format {
    case .xlsx: try Workbook(sheets: [self]).xlsx()
    case .csv:
      DelimitedWriter.write(
        titles.map { [$0] } + [columns.map(\.header)] + rows.map { $0.map(\.words) }, as: .csv(delimiter: .comma),
        byteOrderMark: true)
    }
  }
}

extension Cell {
  /// In text: a day as "2026-09-30", a number with at most one decimal.
  package var words: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.tenths
    case .day(let day): day.iso
    case .empty: ""
    }
  }
}
