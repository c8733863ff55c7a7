import Store

/// `id` is the town's.
let settingEntity = Entity("open311_setting")
/// `id` is the account's.
let feedEntity = Entity("deadline_feed")

let open311Migrations: [Migration] = [
  Migration(
    "0070-open311",
    [
      """
      CREATE TABLE open311_setting (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, is_anonymous BIGINT NOT NULL, at BIGINT NOT NULL, account BIGINT)
      """,
      // What a town has released, by the time of the first report, over all villages.
      """
      CREATE INDEX matter_released_town ON matter (town, shown_opened_at, id)
        WHERE released_at IS NOT NULL AND merged_into IS NULL
      """,
      // The address of a person's calendar, by the digest of its secret; null: withdrawn.
      """
      CREATE TABLE deadline_feed (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, secret TEXT UNIQUE, language TEXT NOT NULL, made_at BIGINT NOT NULL)
      """,
    ])
]
