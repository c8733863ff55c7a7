import Store

let mattersMigrations: [Migration] = [
  Migration("0020-concerns", concernTables),
  Migration("0021-matters", matterTables),
]

/// The open work order that handles a matter.
let heldMigration = Migration("0033-matter-order", ["ALTER TABLE matter ADD COLUMN work_order BIGINT"])

/// The matters of a concern stand in the index itself. Of two indexes that begin with the town SQLite, knowing nothing of
/// the rows, takes the one that holds all that is asked for, even where it would have to read the whole town's.
let linksByConcernMigration = Migration(
  "0047-links-by-concern",
  [
    "DROP INDEX matter_concern_concern",
    "CREATE INDEX matter_concern_concern ON matter_concern (town, concern, matter)",
  ])

private let concernTables = [
  // What somebody said once. `sealed` = 1: only the town's discipline reader ever sees it.
  """
  CREATE TABLE concern (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, number TEXT NOT NULL,
    text TEXT NOT NULL, channel TEXT NOT NULL, direction TEXT NOT NULL, source_kind TEXT NOT NULL,
    person BIGINT, reporting_unit TEXT NOT NULL, group_place BIGINT, landmark BIGINT, place_text TEXT NOT NULL,
    lat DOUBLE PRECISION, lon DOUBLE PRECISION, state TEXT NOT NULL, urgency BIGINT NOT NULL, sealed BIGINT NOT NULL,
    stance TEXT NOT NULL, received_at BIGINT NOT NULL, reported_day BIGINT NOT NULL, accept_by BIGINT NOT NULL,
    entered_by BIGINT, device TEXT, track TEXT NOT NULL, refusal TEXT, refusal_answer TEXT, refused_by BIGINT,
    import_key TEXT, is_history BIGINT NOT NULL, suggestion TEXT, version BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX concern_number ON concern (town, number)",
  "CREATE UNIQUE INDEX concern_track ON concern (track)",
  "CREATE UNIQUE INDEX concern_import ON concern (town, village, import_key)",
  "CREATE INDEX concern_state ON concern (town, village, sealed, state, id)",
  "CREATE INDEX concern_sealed ON concern (town, sealed, id)",
  "CREATE INDEX concern_entered ON concern (town, entered_by, id)",
  "CREATE INDEX concern_village ON concern (town, village, id)",
  // What was added or corrected later by the reporter or for them.
  """
  CREATE TABLE concern_addition (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL, kind TEXT NOT NULL,
    text TEXT NOT NULL, at BIGINT NOT NULL, account BIGINT)
  """,
  "CREATE INDEX concern_addition_concern ON concern_addition (town, concern, id)",
  """
  CREATE TABLE appeal (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL, round BIGINT NOT NULL,
    text TEXT NOT NULL, made_at BIGINT NOT NULL, due_at BIGINT NOT NULL, decided_by BIGINT, decided_at BIGINT,
    granted BIGINT, answer TEXT NOT NULL)
  """,
  "CREATE INDEX appeal_concern ON appeal (town, concern, id)",
  "CREATE INDEX appeal_waiting ON appeal (town, village, round, decided_at, id)",
  """
  CREATE TABLE photo (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT, matter BIGINT,
    file TEXT NOT NULL, made_at BIGINT NOT NULL, released_at BIGINT)
  """,
  "CREATE INDEX photo_concern ON photo (town, concern, id)",
  "CREATE INDEX photo_matter ON photo (town, matter, id)",
  // An urgent concern rings until somebody acknowledges it. `level`: 0 the village, 1 the town's duty officer, 2 its leader.
  """
  CREATE TABLE alarm (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL,
    urgency BIGINT NOT NULL, raised_at BIGINT NOT NULL, level BIGINT NOT NULL, passes_at BIGINT NOT NULL,
    acknowledged_at BIGINT, acknowledged_by BIGINT)
  """,
  "CREATE INDEX alarm_open ON alarm (town, acknowledged_at, id)",
  "CREATE INDEX alarm_concern ON alarm (town, concern)",
  // Named points of a village: school, market, well.
  """
  CREATE TABLE landmark (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
    lat DOUBLE PRECISION, lon DOUBLE PRECISION, closed_at BIGINT)
  """,
  "CREATE INDEX landmark_village ON landmark (town, village, id)",
  "CREATE TABLE village_map (id BIGINT PRIMARY KEY, town BIGINT NOT NULL, geojson TEXT NOT NULL)",
]

private let matterTables = [
  // The one thing to be dealt with. Its id carries the time it was first reported, so lists by id are lists by date.
  // A merge is a pointer (`merged_into`, `root`); the `shown_` columns are those of all merged members together.
  """
  CREATE TABLE matter (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
    class TEXT NOT NULL, leaf TEXT NOT NULL, lead TEXT NOT NULL, co TEXT NOT NULL, path TEXT NOT NULL,
    basis TEXT NOT NULL, basis_mark TEXT NOT NULL, reason TEXT NOT NULL, limit_days BIGINT NOT NULL,
    state TEXT NOT NULL, urgency BIGINT NOT NULL, opened_at BIGINT NOT NULL, due_at BIGINT, closed_at BIGINT,
    shown_urgency BIGINT NOT NULL, shown_opened_at BIGINT NOT NULL, shown_due_at BIGINT,
    concerns BIGINT NOT NULL, reporters BIGINT NOT NULL, joins BIGINT NOT NULL, supporters BIGINT NOT NULL,
    opposers BIGINT NOT NULL, group_place BIGINT, place_text TEXT NOT NULL, lat DOUBLE PRECISION,
    lon DOUBLE PRECISION, channel TEXT NOT NULL, reply TEXT NOT NULL, merged_into BIGINT, root BIGINT NOT NULL,
    family BIGINT, public_title TEXT NOT NULL, public_place TEXT NOT NULL, released_at BIGINT, is_history BIGINT NOT NULL,
    version BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX matter_number ON matter (town, number)",
  "CREATE INDEX matter_register ON matter (town, village, class, id) WHERE merged_into IS NULL",
  "CREATE INDEX matter_state ON matter (town, village, class, state, id) WHERE merged_into IS NULL",
  "CREATE INDEX matter_leaf ON matter (town, village, class, leaf, id) WHERE merged_into IS NULL",
  "CREATE INDEX matter_village ON matter (town, village, id) WHERE merged_into IS NULL",
  """
  CREATE INDEX matter_due ON matter (town, village, shown_due_at, id)
    WHERE merged_into IS NULL AND closed_at IS NULL AND shown_due_at IS NOT NULL
  """,
  "CREATE INDEX matter_root ON matter (town, root)",
  "CREATE INDEX matter_family ON matter (town, family, id) WHERE family IS NOT NULL",
  "CREATE INDEX matter_released ON matter (town, village, class, id) WHERE released_at IS NOT NULL AND merged_into IS NULL",
  // Which concerns a matter has, and which sentences of them (empty: all).
  """
  CREATE TABLE matter_concern (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT NOT NULL, concern BIGINT NOT NULL,
    part TEXT NOT NULL, linked_at BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX matter_concern_matter ON matter_concern (town, matter, concern)",
  "CREATE INDEX matter_concern_concern ON matter_concern (town, concern)",
  // A tap of "me too" on the public page; counted apart.
  """
  CREATE TABLE matter_join (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT NOT NULL, device TEXT NOT NULL,
    at BIGINT NOT NULL)
  """,
  "CREATE UNIQUE INDEX matter_join_device ON matter_join (town, matter, device)",
  // Who decided what, when, why, with the values before and after (JSON).
  """
  CREATE TABLE decision (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT, concern BIGINT,
    at BIGINT NOT NULL, account BIGINT, kind TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
    reason TEXT NOT NULL)
  """,
  "CREATE INDEX decision_matter ON decision (town, matter, id)",
  "CREATE INDEX decision_concern ON decision (town, concern, id)",
  """
  CREATE TABLE progress (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT NOT NULL, at BIGINT NOT NULL,
    account BIGINT, kind TEXT NOT NULL, text TEXT NOT NULL)
  """,
  "CREATE INDEX progress_matter ON progress (town, matter, id)",
  """
  CREATE TABLE merging (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, kept BIGINT NOT NULL, merged BIGINT NOT NULL,
    at BIGINT NOT NULL, account BIGINT, reason TEXT NOT NULL, undone_at BIGINT, undone_by BIGINT)
  """,
  "CREATE INDEX merging_kept ON merging (town, kept, id)",
  "CREATE INDEX merging_merged ON merging (town, merged, id)",
  """
  CREATE TABLE family (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, class TEXT NOT NULL, leaf TEXT NOT NULL,
    title TEXT NOT NULL, made_at BIGINT NOT NULL)
  """,
  "CREATE INDEX family_village ON family (town, village, class, id)",
]
