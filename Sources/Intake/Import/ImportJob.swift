import Foundation
import Store
import Values
import Web

/// A file is kept until its job has run, or was forgotten: as long as its first rows are. Index: import_job_file.
let importFiles = FileTable("import_job", holding: "head <> ''")

/// A file on its way in: what came, which column is what, how far it is.
struct ImportJob: Sendable {
  enum State: String, Sendable, Codable, CaseIterable {
    /// Waits for somebody to look at the columns.
    case uploaded
    case running, done, failed

    var name: Text {
      switch self {
      case .uploaded: Text(zh: "等您确认", en: "Waits for you")
      case .running: Text(zh: "正在导入", en: "Running")
      case .done: Text(zh: "已导入", en: "Done")
      case .failed: Text(zh: "没导成", en: "Failed")
      }
    }
  }

  let id: ID<ImportJob>
  let key: VillageKey
  /// The hash of the file's content; the file is deleted once it has been taken in.
  let file: String
  let name: String
  /// The first rows, until it has run.
  let head: [[String]]
  let mapping: ImportMapping?
  let state: State
  let total: Int
  let done: Int
  let taken: Int
  let already: Int
  let matters: Int
  let undated: Int
  let rejected: Int
  /// What to tell when it failed.
  let error: Text
  let account: ID<Account>?
  let madeAt: Instant
  let finishedAt: Instant?

  init(_ row: Row) throws {
    id = try row.id("id")
    key = VillageKey(town: try row.id("town"), village: try row.id("village"))
    (file, name) = (try row.text("file"), try row.text("name"))
    head = (try? JSONDecoder().decode([[String]].self, from: Data(try row.text("head").utf8))) ?? []
    mapping = ImportMapping(json: try row.text("mapping"))
    state = try row.choice("state")
    (total, done) = (try row.int("total"), try row.int("done"))
    (taken, already, matters) = (try row.int("taken"), try row.int("already"), try row.int("matters"))
    (undated, rejected) = (try row.int("undated"), try row.int("rejected"))
    error = Text(zh: try row.text("error_zh"), en: try row.text("error_en"))
    account = row.optionalID("account")
    madeAt = try row.instant("made_at")
    finishedAt = row.optionalInstant("finished_at")
  }
}

extension Transaction {
  func importJob(_ id: ID<ImportJob>, in key: VillageKey) throws -> ImportJob {
    let row = try row("SELECT * FROM import_job WHERE town = \(key.town) AND village = \(key.village) AND id = \(id)")
    guard let row else { throw NotFound() }
    return try ImportJob(row)
  }

  /// Newest first. Index: import_job_village.
  func importJobs(in key: VillageKey, before last: ID<ImportJob>?, limit: Int) throws -> [ImportJob] {
    try rows(
      """
      SELECT * FROM import_job WHERE town = \(key.town) AND village = \(key.village) AND id < \(last ?? .max)
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map(ImportJob.init)
  }

  /// The oldest that waits to run or was broken off. Index: import_job_state.
  func nextImportJob() throws -> ImportJob? {
    try row("SELECT * FROM import_job WHERE state = 'running' ORDER BY id LIMIT 1").map(ImportJob.init)
  }

  /// Rows that could not be taken, by line: those after `last`, at most `limit`. Key: import_rejection.
  func rejections(of job: ImportJob, after last: Int = 0, limit: Int) throws -> [RejectedRow] {
    try rows(
      """
      SELECT * FROM import_rejection WHERE job = \(job.id) AND line > \(last) ORDER BY line LIMIT \(limit)
      """
    ).map { row in
      let cells = try? JSONDecoder().decode([String].self, from: Data(try row.text("cells").utf8))
      return RejectedRow(
        line: try row.int("line"), reason: Text(zh: try row.text("reason_zh"), en: try row.text("reason_en")),
        row: cells ?? [])
    }
  }
}

extension Write {
  /// A file came. Event `import_uploaded`.
  func addImportJob(file: String, name: String, head: [[String]], in key: VillageKey) throws -> ID<ImportJob> {
    let id = ids.next(ImportJob.self)
    let mapping = ImportMapping(proposedFor: head)?.json ?? ""
    try tx.run(
      """
      INSERT INTO import_job (id, town, village, file, name, head, mapping, state, total, done, taken, already, matters,
        undated, rejected, error_zh, error_en, account, made_at)
      VALUES (\(id), \(key.town), \(key.village), \(file), \(name), \(Self.json(head)), \(mapping), 'uploaded', 0, 0, 0,
        0, 0, 0, 0, '', '', \(actor), \(now))
      """)
    try record("import_uploaded", Touched(importJobEntity, id), town: key.town, village: key.village)
    return id
  }

  /// Somebody has looked at the columns: the background work takes it from here. Event `import_started`.
  /// - Throws: `Refusal` when it runs or is done.
  func startImport(_ job: ImportJob, _ mapping: ImportMapping) throws {
    let changed = try tx.run(
      """
      UPDATE import_job SET state = 'running', mapping = \(mapping.json), error_zh = '', error_en = ''
      WHERE id = \(job.id) AND state IN ('uploaded', 'failed')
      """)
    guard changed == 1 else { throw ImportStrings.startedBefore }
    try record("import_started", Touched(importJobEntity, job.id), town: job.key.town, village: job.key.village)
  }

  /// Events `import_done`, `import_failed`.
  func finishImport(_ job: ImportJob, error: Text?) throws {
    let changed = try tx.run(
      """
      UPDATE import_job SET state = \(error == nil ? "done" : "failed"), error_zh = \(error?.zh ?? ""),
        error_en = \(error?.en ?? ""), finished_at = \(now)
      WHERE id = \(job.id) AND state = 'running'
      """)
    guard changed == 1 else { return }
    if error == nil { try tx.run("UPDATE import_job SET head = '' WHERE id = \(job.id)") }
    try record(
      error == nil ? "import_done" : "import_failed", Touched(importJobEntity, job.id), town: job.key.town,
      village: job.key.village)
  }

  /// Takes a piece of a job for this run: moves `done` on and keeps the rejected rows.
  /// - Throws: `Overtaken` when another run has done it.
  func claim(_ piece: ImportPiece, of job: ImportJob, done: Int) throws {
    let changed = try tx.run(
      """
      UPDATE import_job SET done = \(piece.end), rejected = rejected + \(piece.rejected.count)
      WHERE id = \(job.id) AND done = \(done) AND state = 'running'
      """)
    guard changed == 1 else { throw Overtaken() }
    for row in piece.rejected {
      try tx.run(
        """
        INSERT INTO import_rejection (job, line, town, reason_zh, reason_en, cells)
        VALUES (\(job.id), \(row.line), \(job.key.town), \(row.reason.zh), \(row.reason.en), \(Self.json(row.row)))
        """)
    }
  }

  func count(_ counts: PieceCounts, of job: ImportJob) throws {
    try tx.run(
      """
      UPDATE import_job SET taken = taken + \(counts.taken), already = already + \(counts.already),
        matters = matters + \(counts.matters), undated = undated + \(counts.undated)
      WHERE id = \(job.id)
      """)
  }

  private static func json(_ value: some Encodable) -> String {
    (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }
}

/// Another copy of the server goes on with the same file.
struct Overtaken: Error {}
