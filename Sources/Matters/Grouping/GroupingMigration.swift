import Store

/// A run's state, and when the proposal was ready: the groups and members beneath it are suggestions with what became of
/// them, made anew at any time and deleted after a month; what a confirmation changes is vouched for by its own rows.
package let groupingEntity = Entity("grouping_run", except: ["done", "total", "concerns", "left_out"])

package let groupingMigrations: [Migration] = [
  Migration(
    "0041-grouping",
    [
      // One proposal for what waited in a village. `ordered_by`: who asked for the work that runs or ran last.
      """
      CREATE TABLE grouping_run (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, account BIGINT, made_at BIGINT NOT NULL,
        state TEXT NOT NULL, ordered_by BIGINT, done BIGINT NOT NULL, total BIGINT NOT NULL, concerns BIGINT NOT NULL,
        left_out BIGINT NOT NULL)
      """,
      "CREATE INDEX grouping_run_village ON grouping_run (town, village, id)",
      "CREATE INDEX grouping_run_state ON grouping_run (state, id)",
      // A proposed matter. `doubt`: why it is not confirmed with the others, "" when it may be; `target`: the open matter
      // that it looks like; `matter`: what it led to, with the version that this left (`made` = 1: it is new).
      """
      CREATE TABLE grouping_group (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, run BIGINT NOT NULL,
        position BIGINT NOT NULL, size BIGINT NOT NULL, state TEXT NOT NULL, doubt TEXT NOT NULL, leaf TEXT NOT NULL,
        certainty DOUBLE PRECISION NOT NULL, confidence TEXT NOT NULL, scope TEXT, target BIGINT, reason_zh TEXT NOT NULL,
        reason_en TEXT NOT NULL, target_zh TEXT NOT NULL, target_en TEXT NOT NULL, note_zh TEXT NOT NULL,
        note_en TEXT NOT NULL, matter BIGINT, made BIGINT NOT NULL, matter_version BIGINT, decided_at BIGINT,
        version BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX grouping_group_place ON grouping_group (town, run, position)",
      // For the deleting alone.
      "CREATE INDEX grouping_group_run ON grouping_group (run)",
      // `concern_version` and `urgency` as they were read; `link`: the row of matter_concern that confirming made.
      """
      CREATE TABLE grouping_member (
        town BIGINT NOT NULL, group_id BIGINT NOT NULL, position BIGINT NOT NULL, concern BIGINT NOT NULL,
        concern_version BIGINT NOT NULL, urgency BIGINT NOT NULL, link BIGINT, PRIMARY KEY (town, group_id, position))
      """,
    ])
]
