import Dispatch
import Documents
import Foundation
import Synchronization

/// A table as it was sent: an Excel workbook or a text with columns, told by its content.
struct SheetFile: Sendable {
  let bytes: [UInt8]
  let name: String
  /// The name of the sheet of a workbook; nil: the first that has a table.
  var sheet: String?

  /// The most bytes that are taken in.
  static let byteLimit = 50 << 20
  /// Rows that are looked at to find the header and to show what comes.
  static let headLength = HeaderFinder.depth + 12

  private var isWorkbook: Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || name.lowercased().hasSuffix(".xlsx")
  }

  /// Gives each row to `body`, the header and blank rows too.
  /// - Throws: `DocumentError`, and whatever `body` throws.
  func rows(_ body: ([String]) throws -> Void) throws {
    if isWorkbook { return try workbook().rows(body) }
    if let sheet { throw DocumentError.noSuchSheet(sheet) }
    let text = try TextDecoding.decode(bytes)
    try DelimitedReader(text, dialect: Self.dialect(of: text, name: name)).rows(body)
  }

  /// The sheet asked for; else the first with a header for words and a row beneath it, passing over covers and empty
  /// ones; else the first that holds something.
  private func workbook() throws -> XlsxReader {
    let first = try XlsxReader(bytes, sheet: sheet)
    guard sheet == nil, first.sheetNames.count > 1 else { return first }
    var filled: XlsxReader?
    for (index, name) in first.sheetNames.enumerated() {
      let reader = index == 0 ? first : try XlsxReader(bytes, sheet: name)
      let rows = try reader.firstRows(Self.headLength)
      if let mapping = ImportMapping(proposedFor: rows), mapping.has(.text) || mapping.has(.title),
        rows.dropFirst(mapping.header + 1).contains(where: { $0.contains { !$0.isEmpty } })
      {
        return reader
      }
      if filled == nil, rows.contains(where: { $0.contains { !$0.isEmpty } }) { filled = reader }
    }
    return filled ?? first
  }

  /// The first rows, at most `headLength`.
  func head() throws -> [[String]] {
    struct Enough: Error {}
    var found: [[String]] = []
    do {
      try rows { row in
        found.append(row)
        if found.count >= Self.headLength { throw Enough() }
      }
    } catch is Enough {}
    return found
  }

  /// The rows after the header that hold something.
  func count(after header: Int) throws -> Int {
    var (index, count) = (0, 0)
    try rows { row in
      if index > header, row.contains(where: { !$0.isEmpty }) { count += 1 }
      index += 1
    }
    return count
  }

  /// Tab-separated text with `\t` or `\n` written out is of the kind with escapes; quotation marks have no meaning there.
  static func dialect(of text: String, name: String) -> Documents.Dialect {
    let lines = text.prefix(200_000).split(whereSeparator: \.isNewline)
    let telling = lines.first { line in line.utf8.contains { [0x09, 0x2C, 0x3B].contains($0) } } ?? ""
    var dialect = Documents.Dialect.sniffed(String(telling))
    if name.lowercased().hasSuffix(".tsv") { dialect = .plainTSV }
    guard dialect == .plainTSV else { return dialect }
    let isEscaped = lines.contains { $0.contains(#"\n"#) || $0.contains(#"\t"#) || $0.contains(#"\r"#) }
    return isEscaped ? .escapedTSV : .plainTSV
  }
}

/// What a reader thread makes, piece by piece, for somebody who waits: at most two pieces are ready at once, so that
/// memory does not grow with the file.
struct PieceStream<Piece: Sendable>: Sendable {
  private let stream: AsyncThrowingStream<Piece, any Error>
  private let slots: DispatchSemaphore

  private struct Left: Error {}

  /// `read` gives each piece to the closure that it gets; it is stopped by an error of that closure when nobody waits
  /// any more.
  init(_ read: @escaping @Sendable ((Piece) throws -> Void) throws -> Void) {
    // Begun with 0: a semaphore may not be let go while it stands below the value it began with.
    let slots = DispatchSemaphore(value: 0)
    for _ in 0..<2 { slots.signal() }
    let isLeft = Flag()
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: Piece.self)
    continuation.onTermination = { _ in
      isLeft.raise()
      slots.signal()
    }
    (self.stream, self.slots) = (stream, slots)
    DispatchQueue.global(qos: .utility).async {
      do {
        try read { piece in
          slots.wait()
          if isLeft.isRaised { throw Left() }
          continuation.yield(piece)
        }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
  }

  /// Gives each piece to `use`, in order.
  func forEach(_ use: (Piece) async throws -> Void) async throws {
    for try await piece in stream {
      try await use(piece)
      slots.signal()
    }
  }
}

private final class Flag: Sendable {
  private let state = Mutex(false)
  func raise() { state.withLock { $0 = true } }
  var isRaised: Bool { state.withLock { $0 } }
}
