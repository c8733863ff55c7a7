import Store

let mechanismMigrations: [Migration] = [
  Migration(
    "0015-mechanism",
    [
      // A town's own version of a leaf of the duty catalogue; the shipped one holds where there is none in force.
      """
      CREATE TABLE duty (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, code TEXT NOT NULL, version BIGINT NOT NULL, parent TEXT NOT NULL,
        name_zh TEXT NOT NULL, name_en TEXT NOT NULL, class TEXT NOT NULL, lead TEXT NOT NULL, co TEXT NOT NULL,
        path TEXT NOT NULL, days BIGINT NOT NULL, keywords TEXT NOT NULL, example TEXT NOT NULL, basis_zh TEXT NOT NULL,
        basis_en TEXT NOT NULL, basis_mark TEXT NOT NULL, from_day BIGINT NOT NULL, retired BIGINT NOT NULL,
        reason TEXT NOT NULL, made_at BIGINT NOT NULL, account BIGINT)
      """,
      "CREATE UNIQUE INDEX duty_version ON duty (town, code, version)",
      // A town's own wording of a template, a kind answer or a refusal's answer.
      """
      CREATE TABLE wording (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, key TEXT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL,
        made_at BIGINT NOT NULL, account BIGINT)
      """,
      "CREATE UNIQUE INDEX wording_key ON wording (town, key)",
      // A town's own keeping periods, in months.
      """
      CREATE TABLE keeping_rule (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, thing TEXT NOT NULL, months BIGINT NOT NULL, made_at BIGINT NOT NULL,
        account BIGINT)
      """,
      "CREATE UNIQUE INDEX keeping_rule_thing ON keeping_rule (town, thing)",
    ])
]
