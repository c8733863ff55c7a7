import Store

/// A file on its way in: `except` are the figures of its run, which change with every batch; the rows taken in have
/// events of their own.
let importJobEntity = Entity(
  "import_job", except: ["total", "done", "taken", "already", "matters", "undated", "rejected", "head"])
/// What was asked beside a concern that a clerk entered.
let entryNoteEntity = Entity("entry_note")

/// The tables that the event chain vouches for.
let intakeEntities = [importJobEntity, entryNoteEntity]

let intakeMigrations: [Migration] = [
  Migration("0025-intake", entryTables + importTables)
]

private let entryTables = [
  // Notice read aloud (its version), a child under 14 and whether a guardian agreed; only where there is something.
  """
  CREATE TABLE entry_note (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL,
    notice_version TEXT NOT NULL, under_14 BIGINT NOT NULL, guardian_agrees BIGINT NOT NULL, at BIGINT NOT NULL,
    account BIGINT)
  """,
  "CREATE INDEX entry_note_concern ON entry_note (town, concern)",
]

private let importTables = [
  // `head`: its first rows (JSON) until it has run; `mapping`: which column is what (JSON); `file`: its content's hash.
  """
  CREATE TABLE import_job (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, file TEXT NOT NULL, name TEXT NOT NULL,
    head TEXT NOT NULL, mapping TEXT NOT NULL, state TEXT NOT NULL, total BIGINT NOT NULL, done BIGINT NOT NULL,
    taken BIGINT NOT NULL, already BIGINT NOT NULL, matters BIGINT NOT NULL, undated BIGINT NOT NULL,
    rejected BIGINT NOT NULL, error_zh TEXT NOT NULL, error_en TEXT NOT NULL, account BIGINT, made_at BIGINT NOT NULL,
    finished_at BIGINT)
  """,
  "CREATE INDEX import_job_village ON import_job (town, village, id)",
  "CREATE INDEX import_job_state ON import_job (state, id)",
  "CREATE INDEX import_job_file ON import_job (file)",
  // Rows that could not be taken, for the download; deleted after a month.
  """
  CREATE TABLE import_rejection (
    job BIGINT NOT NULL, line BIGINT NOT NULL, town BIGINT NOT NULL, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL,
    cells TEXT NOT NULL, PRIMARY KEY (job, line))
  """,
]
