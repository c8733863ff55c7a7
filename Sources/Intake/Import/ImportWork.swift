import Documents
import People
import Store
import Values
import Web

/// Takes in the files that people have started, one after the other. What was broken off goes on where it stood.
let importWork = BackgroundWork("imports", everySeconds: 2) { app in
  while let job = try await app.database.read({ tx in try tx.nextImportJob() }) {
    guard try await run(job, app) else { return }
  }
  try await dropOldRejections(app)
}

/// False when somebody else has it.
private func run(_ job: ImportJob, _ app: App) async throws -> Bool {
  do {
    try await takeIn(job, app)
    try await app.write(by: job.account) { w in try w.finishImport(job, error: nil) }
    try await drop(job.file, app)
  } catch is Overtaken {
    return false
  } catch let error as CancellationError {
    throw error
  } catch {
    app.log.error("import \(job.id): \(error)")
    let text = words(for: error)
    try await app.write(by: job.account) { w in try w.finishImport(job, error: text) }
  }
  return true
}

private func takeIn(_ job: ImportJob, _ app: App) async throws {
  guard let bytes = app.files.get(job.file), let mapping = job.mapping else {
    throw FieldErrors("file", ImportStrings.fileGone)
  }
  let village = try await app.database.read { tx in try tx.place(job.key.village) }
  let run = ImportRun(
    file: SheetFile(bytes: bytes, name: job.name), key: job.key, villageName: village?.nameZh ?? "",
    account: job.account, app: app)
  let total = try await run.total(mapping)
  _ = try await app.database.write { tx in try tx.run("UPDATE import_job SET total = \(total) WHERE id = \(job.id)") }
  try await run.go(
    mapping, total: total, skipping: job.done, claim: { w, piece, done in try w.claim(piece, of: job, done: done) },
    count: { w, counts in try w.count(counts, of: job) }, after: { _, _ in })
}

private func words(for error: any Error) -> Text {
  switch error {
  case let error as DocumentError: error.message
  case let errors as FieldErrors: errors.all.first?.message ?? ImportStrings.broken
  default: ImportStrings.broken
  }
}

/// Rejected rows hold people's data: they go after 30 days, as does a file that nobody started.
private func dropOldRejections(_ app: App) async throws {
  let border: ID<ImportJob> = IDs.first(at: app.clock().adding(days: -30))
  let files = try await app.database.write { tx in
    try tx.run("DELETE FROM import_rejection WHERE job < \(border)")
    let old = try tx.rows(
      "SELECT id, file FROM import_job WHERE state IN ('uploaded', 'failed') AND id < \(border) AND head <> '' LIMIT 20"
    )
    for row in old { try tx.run("UPDATE import_job SET head = '' WHERE id = \(try row.int64("id"))") }
    return try old.map { try $0.text("file") }
  }
  for file in files { try await drop(file, app) }
}

/// Removes the file of a job that no longer needs it, unless another on its way in has the same content.
private func drop(_ file: String, _ app: App) async throws {
  let isNeeded = try await app.database.read { tx in try tx.names(file, in: importFiles) }
  if !isNeeded { try app.files.remove(file) }
}
