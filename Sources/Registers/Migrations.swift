import Store

let registersMigrations: [Migration] = [
  Migration(
    "0030-registers",
    [
      // Who keeps the three registers from when until when; named by the committee. A day before `from_day` as
      // `until_day` says that the term was replaced before it began.
      """
      CREATE TABLE keeper_term (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, account BIGINT, name TEXT NOT NULL,
        from_day BIGINT NOT NULL, until_day BIGINT, named_by BIGINT, made_at BIGINT NOT NULL)
      """,
      "CREATE INDEX keeper_term_village ON keeper_term (town, village, from_day, id)",
      // One index for each single filter of a register; several filters at once go through the search's tags.
      """
      CREATE INDEX matter_top ON matter (town, village, class, substr(leaf, 1, 4), id) WHERE merged_into IS NULL
      """,
      "CREATE INDEX matter_lead ON matter (town, village, class, lead, id) WHERE merged_into IS NULL",
      "CREATE INDEX matter_group ON matter (town, village, class, group_place, id) WHERE merged_into IS NULL",
      "CREATE INDEX matter_channel ON matter (town, village, class, channel, id) WHERE merged_into IS NULL",
    ])
]
