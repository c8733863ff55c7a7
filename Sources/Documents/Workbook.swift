import Values

/// What stands in one cell of a sheet that is written.
package enum Cell: Sendable, Hashable {
  /// Always text, also when it begins with `=`, `+`, `-` or `@`.
  case text(String)
  case number(Double)
  case integer(Int)
  /// A date that Excel can sort and filter.
  case day(Day)
  case empty
}

/// A column of a sheet that is written.
package struct Column: Sendable, Hashable {
  /// How the cells are aligned, and what an empty cell expects to be filled with.
  package enum Kind: Sendable, Hashable { case text, number, date }

  package let header: String
  /// In characters of the standard font; a Chinese character counts as two. 1 to 255.
  package let width: Double
  package let kind: Kind

  package init(_ header: String, width: Double = 12, kind: Kind = .text) {
    (self.header, self.width, self.kind) = (header, min(max(width, 1), 255), kind)
  }
}

/// What stands above and below each printed page.
package struct PageLines: Sendable, Hashable {
  /// The village, town or office whose table this is; at most 50 characters are printed.
  package let unit: String
  /// The register keeper (登记人); at most 50 characters are printed, nothing when empty.
  package let keeper: String
  package let language: Language

  package init(unit: String, keeper: String = "", language: Language = .zh) {
    (self.unit, self.keeper, self.language) = (unit, keeper, language)
  }
}

/// One sheet: title rows over all columns, a header row that stays in view and on each printed page, then the rows.
package struct Sheet: Sendable {
  /// Made fit for Excel when written: at most 31 characters, without `[ ] : * ? / \`.
  package var name: String
  package var titles: [String]
  package var columns: [Column]
  /// Cells from the first column on; what goes past the columns is written too.
  package var rows: [[Cell]]
  package var page: PageLines

  package init(name: String, titles: [String] = [], columns: [Column], rows: [[Cell]], page: PageLines) {
    (self.name, self.titles, self.columns, self.rows, self.page) = (name, titles, columns, rows, page)
  }
}

/// An Excel workbook to be written.
package struct Workbook: Sendable {
  package var sheets: [Sheet]

  package init(sheets: [Sheet]) { self.sheets = sheets }

  /// The bytes of the .xlsx file.
  /// - Throws: `DocumentError.cannotWrite`, `.tooLarge` for more rows than Excel has.
  package func xlsx() throws(DocumentError) -> [UInt8] { try XlsxWriter.write(self) }
}
