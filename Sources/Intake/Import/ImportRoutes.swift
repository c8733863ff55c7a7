import Documents
import Foundation
import Governance
import Store
import Values
import Web

/// Old registers, lists and hotline exports as files (plan D1): upload, look at the columns, follow, result.
let importRoutes: [Route] = [
  .get(
    "/v/{village}/imports", needs: .can(.importFile), ImportStrings.imports, takes: pageParameters,
    gives: Page(items: [ImportJobJSON.sample], next: "1")
  ) { request in
    let page = try await request.importJobs()
    return try await request.answer(
      json: Page(items: page.items.map { ImportJobJSON($0) }, next: page.next)
    ) { importsPage(request, page) }
  },
  .post(
    "/v/{village}/imports", needs: .can(.importFile), ImportStrings.upload,
    takes: [Parameter("file", ImportStrings.file, required: true, file: true)], gives: ImportJobJSON.sample,
    bodyLimit: SheetFile.byteLimit + 1 << 20,
    rejected: { request, errors in importsPage(request, try await request.importJobs(), errors: errors) },
    handler: upload),
  .get(
    "/v/{village}/imports/{import}", needs: .can(.importFile), ImportStrings.oneImport, gives: ImportJobJSON.sample
  ) { request in
    let job = try await request.importJob()
    let rejected = try await request.app.database.read { tx in try tx.rejections(of: job, limit: 50) }
    return try await request.answer(json: ImportJobJSON(job, rejected)) { importPage(request, job, rejected) }
  },
  .post(
    "/v/{village}/imports/{import}/mapping", needs: .can(.importFile), ImportStrings.start,
    takes: [Parameter("header", ImportStrings.headerRow), Parameter("column_0", ImportStrings.columnMeaning)],
    gives: ImportJobJSON.sample,
    rejected: { request, errors in importPage(request, try await request.importJob(), [], errors: errors) },
    handler: start),
  .get(
    "/v/{village}/imports/{import}/progress", needs: .can(.importFile), ImportStrings.progress,
    gives: ProgressJSON.sample
  ) { request in .json(try JSON.bytes(ProgressJSON(try await request.importJob())), status: 200, etag: nil) },
  .get(
    "/v/{village}/imports/{import}/rejected.tsv", needs: .can(.importFile), ImportStrings.download,
    file: rejectedFileType, handler: rejectedFile),
]

private let pageParameters = [
  Parameter("after", Text(zh: "上一页最后一条", en: "The last one of the page before")),
  Parameter("limit", Text(zh: "每页条数", en: "How many a page")),
]

extension Request {
  fileprivate func importJob() async throws -> ImportJob {
    let (key, id) = (try village(), try id("import", as: ImportJob.self))
    return try await app.database.read { tx in try tx.importJob(id, in: key) }
  }

  fileprivate func importJobs() async throws -> Page<ImportJob> {
    let (key, limit, last) = (try village(), limit(), after(ImportJob.self))
    let rows = try await app.database.read { tx in try tx.importJobs(in: key, before: last, limit: limit + 1) }
    return Page(rows, limit: limit) { $0.id.description }
  }
}

private func upload(_ request: Request) async throws -> Answer {
  guard let upload = request.form.uploads("file").first else { throw FieldErrors("file", ImportStrings.noFile) }
  if let error = nameError(upload.name) { throw FieldErrors("file", error) }
  guard upload.bytes.count <= SheetFile.byteLimit else { throw FieldErrors("file", ImportStrings.tooLarge) }
  let file = SheetFile(bytes: upload.bytes, name: String(upload.name.suffix(200)))
  let head: [[String]]
  do {
    head = try await besides { try file.head() }
  } catch let error as DocumentError {
    throw FieldErrors("file", error.message)
  }
  guard head.contains(where: { $0.contains { !$0.isEmpty } }) else {
    throw FieldErrors("file", ImportStrings.emptyFile)
  }
  let (key, code, files) = (try request.village(), request.place?.code ?? "", request.app.files)
  let hash = try await besides { try files.put(file.bytes) }
  return try await request.write { w in
    let id = try w.addImportJob(file: hash, name: file.name, head: head, in: key)
    let job = try w.tx.importJob(id, in: key)
    return Outcome(Link.importJob(code, id), json: ImportJobJSON(job), created: true)
  }
}

private func nameError(_ name: String) -> Text? {
  let name = name.lowercased()
  if name.hasSuffix(".xls") { return DocumentError.oldExcel.message }
  return [".xlsx", ".csv", ".tsv", ".txt"].contains(where: name.hasSuffix) ? nil : ImportStrings.wrongKind
}

private func start(_ request: Request) async throws -> Answer {
  let job = try await request.importJob()
  let isBare = !request.form.fields.keys.contains { $0.hasPrefix("column_") }
  let mapping =
    if request.isAPI, isBare, let proposed = job.mapping { proposed } else {
      try ImportMapping(request.form, width: job.width)
    }
  let code = request.place?.code ?? ""
  return try await request.write { w in
    let now = try w.tx.importJob(job.id, in: job.key)
    try w.startImport(now, mapping)
    let started = try w.tx.importJob(job.id, in: job.key)
    return Outcome(Link.importJob(code, job.id), json: ImportJobJSON(started))
  }
}

private let rejectedFileType = "text/tab-separated-values; charset=utf-8"

/// The rejected rows with line and reason before their own columns, as a table that can be put right and sent again.
private func rejectedFile(_ request: Request) async throws -> Answer {
  let job = try await request.importJob()
  var writer = DelimitedWriter(.escapedTSV, byteOrderMark: true)
  let l = request.reader.language
  let header = job.columnNames
  writer.append([ImportStrings.line(l), ImportStrings.reason(l)] + header)
  var last = 0
  while true {
    let after = last
    let rows = try await request.app.database.read { tx in try tx.rejections(of: job, after: after, limit: 500) }
    for row in rows { writer.append([String(row.line), row.reason(l)] + row.row) }
    guard rows.count == 500, let line = rows.last?.line else { break }
    last = line
  }
  let name = job.name + ".rejected.tsv"
  return .bytes(writer.bytes, type: rejectedFileType, name: name, cache: false)
}

extension ImportJob {
  /// How many columns the first rows have.
  var width: Int { max(head.map(\.count).max() ?? 0, (mapping?.columns.keys.max() ?? -1) + 1) }

  /// What the columns are called for a file that is put right and sent again: by the mapping.
  fileprivate var columnNames: [String] {
    (0..<width).map { index in
      mapping?.columns[index].flatMap(ConcernColumn.init(rawValue:))?.synonyms.first ?? ""
    }
  }
}

/// A file on its way in, in JSON.
struct ImportJobJSON: Encodable, Sendable {
  struct Rejected: Encodable, Sendable {
    let line: Int
    let reason: Text
  }
  let id: ID<ImportJob>
  let name: String
  let state: ImportJob.State
  let madeAt: Instant
  /// The proposed or chosen columns: key by column, from "0".
  let columns: [String: String]
  /// From 1.
  let headerRow: Int?
  let total: Int
  let done: Int
  let taken: Int
  let already: Int
  let matters: Int
  let undated: Int
  let rejected: Int
  /// The first of them.
  let rejectedRows: [Rejected]

  init(_ job: ImportJob, _ rows: [RejectedRow] = []) {
    (id, name, state, madeAt) = (job.id, job.name, job.state, job.madeAt)
    columns = Dictionary(
      (job.mapping?.columns ?? [:]).map { (String($0), $1) }, uniquingKeysWith: { first, _ in first })
    headerRow = job.mapping.map { $0.header + 1 }
    (total, done, taken, already) = (job.total, job.done, job.taken, job.already)
    (matters, undated, rejected) = (job.matters, job.undated, job.rejected)
    rejectedRows = rows.map { Rejected(line: $0.line, reason: $0.reason) }
  }

  private init() {
    (id, name, state) = (ID(1_234_567_890), "大事登记簿.xlsx", .done)
    (madeAt, columns, headerRow) = (Instant(milliseconds: 1_790_000_000_000), ["0": "number"], 3)
    (total, done, taken, already, matters, undated, rejected) = (12, 12, 10, 1, 8, 0, 1)
    rejectedRows = [Rejected(line: 9, reason: ImportStrings.noText)]
  }

  static let sample = ImportJobJSON()
}

/// For `progress.js`.
struct ProgressJSON: Encodable, Sendable {
  let done: Int
  let total: Int
  let state: ImportJob.State

  init(_ job: ImportJob) { (done, total, state) = (job.done, max(job.total, job.done), job.state) }
  private init() { (done, total, state) = (400, 1000, .running) }
  static let sample = ProgressJSON()
}
