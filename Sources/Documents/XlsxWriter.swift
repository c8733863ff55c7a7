import CXlsx
import Foundation
import Values

/// Writes a workbook through libxlsxwriter, row by row, in a folder of its own that only this account can open.
enum XlsxWriter {
  /// Rows of a sheet of Excel.
  private static let rowLimit = 1_048_576

  /// - Parameter place: where the folder is made, and removed from.
  static func write(
    _ workbook: Workbook, under place: URL = FileManager.default.temporaryDirectory
  ) throws(DocumentError) -> [UInt8] {
    let folder = place.appendingPathComponent("sheet-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("book.xlsx")
      try write(workbook, to: file.path, folder: folder.path)
      return [UInt8](try Data(contentsOf: file))
    } catch let error as DocumentError {
      throw error
    } catch {
      throw .cannotWrite(error.localizedDescription)
    }
  }

  private static func write(_ workbook: Workbook, to path: String, folder: String) throws {
    guard let temporary = strdup(folder) else { throw DocumentError.cannotWrite("memory") }
    defer { free(temporary) }
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.tmpdir = temporary
    guard let book = workbook_new_opt(path, &options) else { throw DocumentError.cannotWrite("workbook") }
    var problem: (any Error)?
    do {
      let formats = try Formats(book)
      let names = SheetNames.fit(workbook.sheets.map(\.name))
      for (sheet, name) in zip(workbook.sheets, names) { try add(sheet, named: name, to: book, formats) }
      if workbook.sheets.isEmpty { workbook_add_worksheet(book, "Sheet1") }
    } catch {
      problem = error
    }
    let code = workbook_close(book)
    if let problem { throw problem }
    try check(code)
  }

  private static func add(
    _ sheet: Sheet, named name: String, to book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
  ) throws {
    let header = sheet.titles.count
    guard header + 1 + sheet.rows.count <= rowLimit else { throw DocumentError.tooLarge(.rows) }
    guard let page = workbook_add_worksheet(book, name) else { throw DocumentError.cannotWrite("worksheet") }
    for (index, column) in sheet.columns.enumerated() {
      let at = lxw_col_t(index)
      try check(worksheet_set_column(page, at, at, column.width, nil))
    }
    try layOut(page, sheet: sheet, header: header)
    try writeTitles(of: sheet, on: page, formats)
    for (index, column) in sheet.columns.enumerated() {
      try check(write(column.header, page, header, index, formats.header))
    }
    for (offset, row) in sheet.rows.enumerated() {
      let at = header + 1 + offset
      for (index, cell) in row.enumerated() {
        let kind = index < sheet.columns.count ? sheet.columns[index].kind : .text
        try check(write(cell, page, at, index, kind, formats))
      }
      for index in row.count..<max(row.count, sheet.columns.count) {
        try check(write(.empty, page, at, index, sheet.columns[index].kind, formats))
      }
    }
  }

  private static func writeTitles(
    of sheet: Sheet, on page: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats
  ) throws {
    for (index, title) in sheet.titles.enumerated() {
      let row = lxw_row_t(index)
      let format = index == 0 ? formats.title : formats.subtitle
      try check(worksheet_set_row(page, row, index == 0 ? 28 : 18, nil))
      if sheet.columns.count > 1 {
        let text = CellText.written(title)
        try check(worksheet_merge_range(page, row, 0, row, lxw_col_t(sheet.columns.count - 1), text, format))
      } else {
        try check(write(title, page, index, 0, format))
      }
    }
  }

  /// A4 across, as wide as one page, header row frozen and repeated, unit and keeper above, page numbers below.
  private static func layOut(_ page: UnsafeMutablePointer<lxw_worksheet>, sheet: Sheet, header: Int) throws {
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_set_margins(page, 0.6, 0.6, 0.8, 0.7)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_freeze_panes(page, lxw_row_t(header + 1), 0)
    try check(worksheet_repeat_rows(page, lxw_row_t(header), lxw_row_t(header)))
    let zh = sheet.page.language == .zh
    let unit = printed(sheet.page.unit)
    let keeper = printed(sheet.page.keeper)
    let keeperLine = keeper.isEmpty ? "" : zh ? "登记人：\(keeper)" : "Register keeper: \(keeper)"
    try check(worksheet_set_header(page, "&L\(unit)&R\(keeperLine)"))
    try check(worksheet_set_footer(page, zh ? "&C第 &P 页，共 &N 页" : "&CPage &P of &N"))
  }

  /// Text for the page lines, where `&` begins a code and a digit after a code would be read as a size.
  private static func printed(_ text: String) -> String {
    let line = CellText.clean(text).split(whereSeparator: \.isNewline).joined(separator: " ").prefix(50)
    let safe = String(line).replacing("&", with: "&&")
    return safe.first?.isNumber == true ? " " + safe : safe
  }

  private static func write(
    _ cell: Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ kind: Column.Kind,
    _ formats: Formats
  ) -> lxw_error {
    let (row, column) = (lxw_row_t(row), lxw_col_t(clamping: column))
    switch cell {
    case .text(let text): return write(text, page, Int(row), Int(column), formats.text)
    case .number(let number) where number.isFinite:
      return worksheet_write_number(page, row, column, number, formats.number)
    case .integer(let number) where abs(Double(number)) < 1e15:
      return worksheet_write_number(page, row, column, Double(number), formats.number)
    // Excel keeps 15 digits of a number: a longer one stays whole as text.
    case .integer(let number): return write(String(number), page, Int(row), Int(column), formats.text)
    case .day(let day):
      guard let serial = SerialDay.serial(of: day) else {
        return write(day.iso, page, Int(row), Int(column), formats.text)
      }
      return worksheet_write_number(page, row, column, Double(serial), formats.date)
    case .number, .empty: return worksheet_write_blank(page, row, column, formats.body(kind))
    }
  }

  private static func write(
    _ text: String, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    worksheet_write_string(page, lxw_row_t(row), lxw_col_t(clamping: column), CellText.written(text), format)
  }

  private static func check(_ code: lxw_error) throws {
    guard code != LXW_NO_ERROR else { return }
    throw DocumentError.cannotWrite(lxw_strerror(code).map { String(cString: $0) } ?? "libxlsxwriter")
  }

  /// The looks of cells: thin borders, text wrapped, at the top.
  private struct Formats {
    let title, subtitle, header, text, number, date: UnsafeMutablePointer<lxw_format>

    init(_ book: UnsafeMutablePointer<lxw_workbook>) throws {
      func make(_ set: (UnsafeMutablePointer<lxw_format>) -> Void) throws -> UnsafeMutablePointer<lxw_format> {
        guard let format = workbook_add_format(book) else { throw DocumentError.cannotWrite("format") }
        format_set_text_wrap(format)
        set(format)
        return format
      }
      func centre(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      }
      func cell(_ format: UnsafeMutablePointer<lxw_format>, _ number: String) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_num_format(format, number)
      }
      title = try make {
        centre($0)
        format_set_bold($0)
        format_set_font_size($0, 16)
      }
      subtitle = try make(centre)
      header = try make {
        centre($0)
        format_set_bold($0)
        format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bg_color($0, 0xEDEDED)
      }
      text = try make { cell($0, "@") }
      number = try make { cell($0, "General") }
      date = try make { cell($0, "yyyy-mm-dd") }
    }

    func body(_ kind: Column.Kind) -> UnsafeMutablePointer<lxw_format> {
      switch kind {
      case .text: text
      case .number: number
      case .date: date
      }
    }
  }
}

/// Names of sheets as Excel takes them.
enum SheetNames {
  /// At most 31 UTF-16 units, none of `[ ] : * ? / \`, no `'` at either end, no two alike.
  static func fit(_ names: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return names.enumerated().map { index, name in
      let plain = CellText.clean(name).filter { !"[]:*?/\\\n\t".contains($0) }
      let bare = plain.drop { $0 == "'" || $0 == " " }
      var base = bare.isEmpty ? "Sheet\(index + 1)" : String(bare)
      var candidate = cut(base, to: 31)
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        base = cut(base, to: 26)
        candidate = "\(base) \(number)"
        number += 1
      }
      return candidate
    }
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    var result = Substring(name)
    while result.utf16.count > limit || result.last == "'" || result.last == " " { result = result.dropLast() }
    return String(result)
  }
}
