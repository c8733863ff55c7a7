import Store

package let suggestionEntity = Entity("suggestion")
package let suggestionSwitchEntity = Entity("suggestion_switch")

let learningMigrations: [Migration] = [
  Migration(
    "0042-learning",
    [
      // What the engine suggested for a concern, or for the part of it that went to a matter, beside what a person
      // decided; no words of anybody. `matter` is null where it was not taken up. `leaf`, `scope`: "" where nothing was
      // suggested; `certainty` in thousandths. `held_out`: never learnt from, the versions are measured by it.
      // `undone`: the decision was taken back.
      """
      CREATE TABLE suggestion (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, concern BIGINT NOT NULL, matter BIGINT,
        made_at BIGINT NOT NULL, decided_at BIGINT NOT NULL, model BIGINT NOT NULL, leaf TEXT NOT NULL,
        class TEXT NOT NULL, urgency BIGINT NOT NULL, scope TEXT NOT NULL, certainty BIGINT,
        decided_leaf TEXT NOT NULL, decided_class TEXT NOT NULL, decided_urgency BIGINT NOT NULL,
        decided_scope TEXT NOT NULL, agreed BIGINT NOT NULL, held_out BIGINT NOT NULL, undone BIGINT NOT NULL)
      """,
      "CREATE INDEX suggestion_concern ON suggestion (town, concern, id)",
      "CREATE INDEX suggestion_matter ON suggestion (town, matter, id)",
      "CREATE INDEX suggestion_decided ON suggestion (town, decided_at, id) WHERE undone = 0 AND decided_leaf <> ''",
      // The same counted, by village and with village = 0 for the whole town. `month`: 202611; `suggested`, `decided`: a
      // leaf or a reason not to take it up; `tenth`: of the certainty, -1 without; `urgency`: what was decided against
      // what was suggested, -1 lower, 1 higher; `certainty`: their sum.
      """
      CREATE TABLE suggestion_tally (
        town BIGINT NOT NULL, village BIGINT NOT NULL, month BIGINT NOT NULL, model BIGINT NOT NULL,
        suggested TEXT NOT NULL, decided TEXT NOT NULL, class TEXT NOT NULL, agreed BIGINT NOT NULL,
        tenth BIGINT NOT NULL, urgency BIGINT NOT NULL, n BIGINT NOT NULL, certainty BIGINT NOT NULL,
        PRIMARY KEY (town, village, month, model, suggested, decided, class, agreed, tenth, urgency))
      """,
      // Whether suggestions are shown in a village; the id is the village's. No row: they are.
      """
      CREATE TABLE suggestion_switch (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, is_off BIGINT NOT NULL, at BIGINT NOT NULL, account BIGINT)
      """,
      // Which version of the engine read what a grouping proposes.
      "ALTER TABLE grouping_run ADD COLUMN model BIGINT",
    ])
]

let learningInvariants = [
  Invariant(
    "the tallies of suggestions are true",
    """
    SELECT t.village AS id FROM suggestion_tally t
    WHERE t.village <> 0 GROUP BY t.town, t.village
    HAVING SUM(t.n) <> (
      SELECT COUNT(*) FROM suggestion s WHERE s.town = t.town AND s.village = t.village AND s.undone = 0)
    """)
]
