import Store

let peopleMigrations: [Migration] = [
  Migration(
    "0010-people",
    [
      // A county has town 0 and county = its own id; a town is its own tenant (town = id).
      """
      CREATE TABLE place (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, county BIGINT NOT NULL, village BIGINT, parent BIGINT,
        code TEXT NOT NULL UNIQUE, level TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
        phone TEXT NOT NULL, address TEXT NOT NULL, made_at BIGINT NOT NULL, closed_at BIGINT)
      """,
      "CREATE INDEX place_parent ON place (parent, id)",
      "CREATE INDEX place_town ON place (town, level, id)",
      // The place is the county or town whose administrator looks after the account; the town is 0 for a county's.
      """
      CREATE TABLE account (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, place BIGINT NOT NULL, login TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, phone TEXT NOT NULL,
        password TEXT, paper_code TEXT, paper_code_until BIGINT, failures BIGINT NOT NULL, locked_until BIGINT,
        language TEXT, large BIGINT NOT NULL, is_demonstration BIGINT NOT NULL, made_at BIGINT NOT NULL, closed_at BIGINT)
      """,
      "CREATE INDEX account_place ON account (place, login)",
      """
      CREATE TABLE membership (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, account BIGINT NOT NULL, place BIGINT NOT NULL, role TEXT NOT NULL,
        body TEXT, from_day BIGINT NOT NULL, until_day BIGINT, made_at BIGINT NOT NULL)
      """,
      "CREATE INDEX membership_account ON membership (account, id)",
      "CREATE INDEX membership_place ON membership (town, place, role, id)",
      // Sessions and tokens are kept by their digest alone.
      """
      CREATE TABLE session (
        token TEXT PRIMARY KEY, account BIGINT NOT NULL, csrf TEXT NOT NULL, made_at BIGINT NOT NULL,
        seen_at BIGINT NOT NULL, address TEXT NOT NULL)
      """,
      "CREATE INDEX session_account ON session (account)",
      """
      CREATE TABLE api_token (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, account BIGINT NOT NULL, name TEXT NOT NULL,
        token TEXT NOT NULL UNIQUE, capabilities TEXT NOT NULL, until_day BIGINT NOT NULL, made_at BIGINT NOT NULL,
        revoked_at BIGINT)
      """,
      "CREATE INDEX api_token_account ON api_token (account, id)",
      // Reporters: residents and units. Contact data stand here alone, apart from what others read.
      """
      CREATE TABLE person (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL,
        made_at BIGINT NOT NULL, erased_at BIGINT)
      """,
      "CREATE INDEX person_phone ON person (town, village, phone)",
    ]),
  // Set for the reporter of a sealed concern: a row of its own that no later report of the telephone finds.
  Migration("0028-sealed-reporters", ["ALTER TABLE person ADD COLUMN apart BIGINT"]),
  // The towns, among which a concern's number is looked up.
  Migration("0032-places-by-level", ["CREATE INDEX place_level ON place (level, id)"]),
  roleProposalMigration,
]
