import Documents
import Governance
import Matters
import Mechanism
import People
import Store
import Values
import Web

/// A row that could not be taken, with the reason.
package struct RejectedRow: Sendable, Hashable {
  /// The line of the file (Excel's row number), from 1.
  package let line: Int
  package let reason: Text
  package let row: [String]
}

/// What became of the rows of a file.
package struct ImportResult: Sendable, Hashable {
  /// Taken as new concerns.
  package internal(set) var taken = 0
  /// There before; nothing was added.
  package internal(set) var already = 0
  /// Of those taken, the ones that became matters.
  package internal(set) var matters = 0
  /// Of those taken, the ones without a date of their own: the day of the import stands for it.
  package internal(set) var undated = 0
  package internal(set) var rejected: [RejectedRow] = []
  /// The file's own names of its columns.
  package internal(set) var header: [String] = []

  package init() {}
}

/// Takes in the concerns of a file (plan D1, import): rows that can be taken are, the others come back with reasons. The
/// same file twice adds nothing. Committed in pieces of 200 rows, each whole.
/// - Parameters:
///   - choices: what somebody says of the file; the rest is as the program reads the header.
///   - columns: told before anything is written what each column is taken for.
///   - progress: rows done, rows in all; called after each piece.
/// - Throws: `DocumentError` for a file that cannot be read; `FieldErrors` of `file` when no header is found.
package func importConcerns(
  bytes: [UInt8], name: String, into key: VillageKey, villageName: String,
  choices: ImportChoices = ImportChoices(), account: ID<Account>?, app: App,
  columns: @Sendable ([Text]) -> Void = { _ in },
  progress: @Sendable (Int, Int) -> Void = { _, _ in }
) async throws -> ImportResult {
  let run = ImportRun(
    file: SheetFile(bytes: bytes, name: name, sheet: choices.sheet), key: key, villageName: villageName,
    account: account, app: app)
  let mapping = try await run.mapping(choices)
  let total = try await run.total(mapping)
  var result = ImportResult()
  result.header = try await run.header(mapping)
  columns(mapping.uses(of: result.header))
  try await run.go(mapping, total: total) { piece, counts in
    result.taken += counts.taken
    result.already += counts.already
    result.matters += counts.matters
    result.undated += counts.undated
    result.rejected += piece.rejected
    progress(piece.end, total)
  }
  return result
}

/// Rows of a file, read and judged, that are written together.
struct ImportPiece: Sendable {
  var rows: [PreparedRow] = []
  var rejected: [RejectedRow] = []
  /// How many rows of the file are done once this piece is.
  var end = 0

  static let size = 200
}

/// What was written of a piece.
struct PieceCounts: Sendable, Hashable {
  var taken = 0
  var already = 0
  var matters = 0
  var undated = 0
}

/// One run over a file.
struct ImportRun: Sendable {
  let file: SheetFile
  let key: VillageKey
  let villageName: String
  let account: ID<Account>?
  let app: App

  func mapping(_ choices: ImportChoices) async throws -> ImportMapping {
    let head = try await besides { [file] in try file.head() }
    guard let found = try choices.mapping(of: head) else { throw FieldErrors("file", ImportStrings.noHeader) }
    guard found.has(.text) || found.has(.title) else { throw FieldErrors("file", ImportStrings.noTextColumn) }
    return found
  }

  /// The row of the header as it stands in the file.
  func header(_ mapping: ImportMapping) async throws -> [String] {
    let head = try await besides { [file] in try file.head() }
    return head.indices.contains(mapping.header) ? head[mapping.header] : []
  }

  func total(_ mapping: ImportMapping) async throws -> Int {
    try await besides { [file] in try file.count(after: mapping.header) }
  }

  /// Writes the rows after the first `skipping`, piece by piece.
  /// - `claim` runs first in the transaction of each piece (`done` rows before, the piece); it may throw to stop.
  func go(
    _ mapping: ImportMapping, total: Int, skipping: Int = 0,
    claim: @escaping @Sendable (Write, ImportPiece, _ done: Int) throws -> Void = { _, _, _ in },
    count: @escaping @Sendable (Write, PieceCounts) throws -> Void = { _, _ in },
    after: (ImportPiece, PieceCounts) -> Void
  ) async throws {
    let head = try await besides { [file] in try file.head() }
    let preparer = try await preparer(mapping, head)
    let reader = RowReader(mapping: mapping, today: preparer.now.day, head: head)
    let pieces = PieceStream<ImportPiece> { [file] give in
      var cutter = PieceCutter(reader: reader, preparer: preparer, skipping: skipping)
      try cutter.cut(file, after: mapping.header, give)
    }
    var done = skipping
    try await pieces.forEach { piece in
      try Task.checkCancellation()
      let before = done
      let counts = try await again {
        try await app.write(by: account) { [key, villageName] w in
          try claim(w, piece, before)
          let counts = try w.take(piece.rows, in: key, villageName: villageName)
          try count(w, counts)
          return counts
        }
      }
      done = piece.end
      after(piece, counts)
    }
  }

  /// Ids that carry an old date are partly random: a duplicate is rare and gone at the next try.
  private func again(_ body: () async throws -> PieceCounts) async throws -> PieceCounts {
    do { return try await body() } catch let error as DatabaseError where error.isDuplicate { return try await body() }
  }

  private func preparer(_ mapping: ImportMapping, _ head: [[String]]) async throws -> RowPreparer {
    let now = app.clock()
    let fileClass = RowPreparer.fileClass(head: head, header: mapping.header, name: file.name)
    let telling: [ConcernColumn] = [.matterClass, .state, .handling, .reply, .closed]
    let isRegister = fileClass != nil || telling.contains(where: mapping.has)
    return try await app.database.read { [key, sources = app.bodies] tx in
      let groups = try tx.children(of: key.village, after: nil, limit: 1000).filter { $0.level == .group }
      let names = groups.flatMap { group in
        [group.nameZh, group.nameEn].filter { !$0.isEmpty }.map { (ImportWords.foldedGroup($0), group.id) }
      }
      let town = try catalogues.current(town: key.town, day: now.day, in: tx)
      let offices = try sources.flatMap { try $0(tx, key.town) }
      return RowPreparer(
        key: key, groups: Dictionary(names, uniquingKeysWith: { first, _ in first }), town: town,
        bodies: KnownBodies(town.catalogue, offices: offices), isAdvised: try tx.suggests(in: key), now: now,
        fileClass: fileClass, isRegister: isRegister)
    }
  }
}

/// Reads a file row by row and cuts it into pieces.
private struct PieceCutter {
  private var reader: RowReader
  private let preparer: RowPreparer
  /// Rows that an earlier run has done.
  private let skipping: Int
  private var seen = SeenNumbers()
  private var piece = ImportPiece()

  init(reader: RowReader, preparer: RowPreparer, skipping: Int) {
    (self.reader, self.preparer, self.skipping) = (reader, preparer, skipping)
  }

  mutating func cut(_ file: SheetFile, after header: Int, _ give: (ImportPiece) throws -> Void) throws {
    var line = 0
    try file.rows { cells in
      line += 1
      guard line > header + 1, cells.contains(where: { !$0.isEmpty }) else { return }
      add(cells, line: line)
      if piece.rows.count + piece.rejected.count >= ImportPiece.size {
        try give(piece)
        piece = ImportPiece(end: piece.end)
      }
    }
    if !piece.rows.isEmpty || !piece.rejected.isEmpty { try give(piece) }
  }

  private mutating func add(_ cells: [String], line: Int) {
    piece.end += 1
    do {
      guard let row = try reader.read(cells) else { return }
      try seen.check(row)
      if piece.end > skipping { piece.rows.append(try preparer.prepare(row, line: line)) }
    } catch {
      if piece.end > skipping { piece.rejected.append(RejectedRow(line: line, reason: error.reason, row: cells)) }
    }
  }
}
