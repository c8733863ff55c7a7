import Store

/// The day on which a matter was first reported where that is not the day it was opened, and the limit that a merged
/// matter brought. Both are filled in when the matter is counted anew.
let firstDayMigration = Migration(
  "0091-first-day",
  [
    "ALTER TABLE matter ADD COLUMN first_day BIGINT",
    "ALTER TABLE matter ADD COLUMN merged_limit BIGINT",
    // The key by which the register lists a matter whose first day is not that of its id.
    "ALTER TABLE matter ADD COLUMN listed BIGINT",
    "CREATE INDEX matter_listed ON matter (town, village, class, listed) WHERE listed IS NOT NULL",
  ])
