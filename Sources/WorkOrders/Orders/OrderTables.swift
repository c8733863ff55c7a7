let orderTables = [
  // A matter handed to an office. `clock`: what moved it (JSON); `due_key`: the due date, or the end of time while the
  // clock stands still or once it is answered, so that lists run by it. `open` = 0 once closed or taken back.
  // `answer_days`, `is_in_time`: how long the answer took, null while there is none; counted in `answer_tally`.
  """
  CREATE TABLE work_order (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, matter BIGINT NOT NULL, leaf TEXT NOT NULL,
    kind TEXT NOT NULL, urgency BIGINT NOT NULL, level TEXT NOT NULL, first_level TEXT NOT NULL, office TEXT NOT NULL,
    helpers TEXT NOT NULL, helped TEXT NOT NULL, state TEXT NOT NULL, basis TEXT NOT NULL, about TEXT NOT NULL,
    clock TEXT NOT NULL, time_limit TEXT NOT NULL, handed_at BIGINT NOT NULL, accept_by BIGINT NOT NULL, due_at BIGINT,
    amber_at BIGINT, due_key BIGINT NOT NULL, open BIGINT NOT NULL, is_final BIGINT NOT NULL, returns BIGINT NOT NULL,
    reopenings BIGINT NOT NULL, asked_extension TEXT, handler BIGINT, outcome TEXT, reply TEXT NOT NULL,
    answered_at BIGINT, answer_days BIGINT, is_in_time BIGINT, closed_at BIGINT, urges BIGINT NOT NULL, is_supervised BIGINT NOT NULL, version BIGINT NOT NULL)
  """,
  // Every list runs by (due_key, id) after what it is narrowed by; what stands behind is looked at without the row.
  "CREATE INDEX work_order_town ON work_order (town, open, due_key, id, amber_at)",
  "CREATE INDEX work_order_state ON work_order (town, state, due_key, id, amber_at)",
  "CREATE INDEX work_order_leaf ON work_order (town, leaf, open, due_key, id, amber_at, state)",
  "CREATE INDEX work_order_office ON work_order (town, office, open, due_key, id, amber_at, village, leaf)",
  "CREATE INDEX work_order_office_state ON work_order (town, office, state, due_key, id, amber_at, village, leaf)",
  "CREATE INDEX work_order_village ON work_order (town, village, open, due_key, id, amber_at, leaf)",
  "CREATE INDEX work_order_village_state ON work_order (town, village, state, due_key, id, amber_at, leaf)",
  "CREATE INDEX work_order_asking ON work_order (id) WHERE state = 'askingReporter'",
  "CREATE INDEX work_order_matter ON work_order (town, matter, id)",
  """
  CREATE TABLE order_step (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, work_order BIGINT NOT NULL,
    at BIGINT NOT NULL, account BIGINT, step TEXT NOT NULL, from_office TEXT NOT NULL, to_office TEXT NOT NULL,
    words TEXT NOT NULL)
  """,
  "CREATE INDEX order_step_order ON order_step (town, work_order, id)",
  // An office called in to help ("吹哨").
  """
  CREATE TABLE order_helper (
    id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, work_order BIGINT NOT NULL,
    office TEXT NOT NULL, asked_at BIGINT NOT NULL, done_at BIGINT, open BIGINT NOT NULL)
  """,
  "CREATE INDEX order_helper_office ON order_helper (town, office, open, id)",
  "CREATE INDEX order_helper_order ON order_helper (town, work_order, id)",
  // How many answers of an office in a month (year × 12 + month - 1) took so many days: the figures for the public.
  """
  CREATE TABLE answer_tally (
    town BIGINT NOT NULL, month BIGINT NOT NULL, office TEXT NOT NULL, days BIGINT NOT NULL, is_in_time BIGINT NOT NULL,
    n BIGINT NOT NULL, PRIMARY KEY (town, month, office, days, is_in_time))
  """,
]
