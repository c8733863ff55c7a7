import Store

let calendarMigration = Migration(
  "0016-calendar",
  [
    // A year of the work calendar as somebody entered it, the same for all towns; the newest version holds, over the
    // shipped year. `list`: its days as they are pasted.
    """
    CREATE TABLE calendar_year (
      id BIGINT PRIMARY KEY, year BIGINT NOT NULL, version BIGINT NOT NULL, list TEXT NOT NULL, mark TEXT NOT NULL,
      source TEXT NOT NULL, made_at BIGINT NOT NULL, account BIGINT)
    """,
    "CREATE UNIQUE INDEX calendar_year_version ON calendar_year (year, version)",
    // How far one kind of running clocks is recomputed after a year was entered: `last` is the id looked at last.
    """
    CREATE TABLE calendar_sweep (
      id BIGINT PRIMARY KEY, calendar_year BIGINT NOT NULL, clocks TEXT NOT NULL, last BIGINT NOT NULL,
      changed BIGINT NOT NULL, done_at BIGINT)
    """,
    "CREATE INDEX calendar_sweep_open ON calendar_sweep (clocks, id) WHERE done_at IS NULL",
    "CREATE UNIQUE INDEX calendar_sweep_year ON calendar_sweep (calendar_year, clocks)",
  ])
