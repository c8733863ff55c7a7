/// Reads the rows of one sheet of an .xlsx workbook as text, in memory that does not grow with the rows.
///
/// Numbers come as Excel shows them without a format, dates as "2026-03-05", a formula as the value it last had, a
/// merged area's value in each of its cells. Blank rows come as `[]` so that the count of rows is Excel's row number;
/// blank rows at the end do not come. Rows end at their last cell that is not empty.
package final class XlsxReader {
  /// The visible sheets, in order.
  package let sheetNames: [String]

  private let archive: ZipArchive
  private let parts: XlsxParts
  private let entry: String
  private let styles: XlsxStyles
  private let strings: XlsxStrings
  private let merges: [MergedArea]

  /// Opens the first visible sheet, or the one named.
  /// - Parameter unpackedLimit: bytes that the parts read may unpack to, together.
  /// - Throws: `DocumentError`: `.notXlsx`, `.oldExcel`, `.encrypted`, `.tooLarge`, `.damaged`, `.noSuchSheet`.
  package convenience init(_ file: [UInt8], sheet: String? = nil, unpackedLimit: Int = 200 << 20) throws {
    var limits = ZipArchive.Limits()
    limits.unpacked = UInt64(max(unpackedLimit, 0))
    try self.init(file, sheet: sheet, limits: limits)
  }

  init(_ file: [UInt8], sheet: String?, limits: ZipArchive.Limits) throws {
    try Self.refuseOld(file)
    archive = try ZipArchive(file, limits: limits)
    parts = try XlsxParts(archive)
    let visible = parts.sheets.filter { !$0.isHidden }
    sheetNames = visible.map(\.name)
    if let sheet {
      guard let found = parts.sheets.first(where: { $0.name == sheet }) else { throw DocumentError.noSuchSheet(sheet) }
      entry = found.entry
    } else {
      guard let first = visible.first ?? parts.sheets.first else { throw DocumentError.damaged("workbook") }
      entry = first.entry
    }
    styles = try Self.read(parts.styles, of: archive, XlsxStyles())
    strings = try Self.read(parts.sharedStrings, of: archive, XlsxStrings())
    merges = try Self.read(entry, of: archive, MergeFinder()).areas
  }

  /// Gives each row to `body`, from the first.
  /// - Throws: `DocumentError.damaged`, `.tooLarge(.rows)` or `.columns`, and whatever `body` throws.
  package func rows(_ body: ([String]) throws -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      var handler = SheetHandler(
        part: entry, styles: styles, strings: strings, from1904: parts.from1904, merges: merges, body: body)
      try archive.read(entry) { try XMLStream(part: entry).read(from: $0, into: &handler) }
    }
  }

  /// The first rows, at most `count`.
  package func firstRows(_ count: Int) throws -> [[String]] {
    struct Enough: Error {}
    var found: [[String]] = []
    do {
      try rows { row in
        guard found.count < count else { throw Enough() }
        found.append(row)
      }
    } catch is Enough {}
    return found
  }

  private static func read<Handler: XMLHandler>(
    _ entry: String?, of archive: ZipArchive, _ handler: Handler
  ) throws -> Handler {
    guard let entry else { return handler }
    var handler = handler
    try archive.read(entry) { try XMLStream(part: entry).read(from: $0, into: &handler) }
    return handler
  }

  /// A compound file is an old workbook, or a new one that is locked: then it has a stream "EncryptedPackage".
  private static func refuseOld(_ file: [UInt8]) throws {
    guard file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return }
    let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let isLocked = file.indices.contains { file[$0] == mark[0] && file[$0...].starts(with: mark) }
    throw isLocked ? DocumentError.encrypted : DocumentError.oldExcel
  }
}
