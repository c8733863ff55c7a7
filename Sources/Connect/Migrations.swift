import Store

package let transportEntity = Entity("transport", except: ["failures", "paused_until", "last_answer"])
package let noticeChoiceEntity = Entity("notice_choice")
package let noticePreferenceEntity = Entity("notice_preference", except: ["digested_on"])

let connectMigrations: [Migration] = [
  Migration(
    "0050-connect",
    [
      // When a line was made into deliveries; what stands there already has been told in its own way.
      "ALTER TABLE outbox ADD COLUMN spread_at BIGINT",
      "UPDATE outbox SET spread_at = made_at",
      "CREATE INDEX outbox_unspread ON outbox (id) WHERE spread_at IS NULL",
      """
      CREATE TABLE transport (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, village BIGINT,
        setup TEXT NOT NULL, secret TEXT NOT NULL, is_on BIGINT NOT NULL, failures BIGINT NOT NULL,
        paused_until BIGINT, last_answer TEXT NOT NULL, made_at BIGINT NOT NULL, closed_at BIGINT)
      """,
      "CREATE INDEX transport_town ON transport (town, id)",
      "CREATE INDEX transport_on ON transport (id) WHERE is_on = 1",
      // One message over one transport. `address` is given for test messages alone; else it is looked up when sent.
      """
      CREATE TABLE delivery (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, transport BIGINT NOT NULL, line BIGINT,
        step TEXT NOT NULL, concern BIGINT, account BIGINT, address TEXT NOT NULL, target TEXT NOT NULL,
        subject TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL,
        repeats BIGINT NOT NULL, next_at BIGINT NOT NULL, began_at BIGINT, made_at BIGINT NOT NULL, sent_at BIGINT,
        received_at BIGINT, answer TEXT NOT NULL)
      """,
      "CREATE INDEX delivery_due ON delivery (transport, next_at, id) WHERE state = 'waiting'",
      "CREATE INDEX delivery_oldest ON delivery (made_at) WHERE state = 'waiting'",
      "CREATE INDEX delivery_list ON delivery (town, id)",
      "CREATE INDEX delivery_state ON delivery (town, state, id)",
      // Messages to one address, whichever town sends them.
      "CREATE INDEX delivery_target ON delivery (target, sent_at)",
      // In the program itself: for those who hold the capability at the place.
      """
      CREATE TABLE notice (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, place BIGINT NOT NULL, audience TEXT NOT NULL, line BIGINT NOT NULL,
        step TEXT NOT NULL, concern BIGINT NOT NULL, text_zh TEXT NOT NULL, text_en TEXT NOT NULL, made_at BIGINT NOT NULL)
      """,
      "CREATE INDEX notice_place ON notice (town, place, audience, id)",
      "CREATE INDEX notice_town ON notice (town, id)",
      "CREATE TABLE notice_seen (account BIGINT PRIMARY KEY, last BIGINT NOT NULL)",
      """
      CREATE TABLE notice_preference (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, channel TEXT NOT NULL, mail TEXT NOT NULL, language TEXT NOT NULL,
        quiet_from BIGINT NOT NULL, quiet_until BIGINT NOT NULL, digest_minute BIGINT, digested_on BIGINT)
      """,
      "CREATE INDEX notice_preference_digest ON notice_preference (digest_minute, id) WHERE digest_minute IS NOT NULL",
      // How the reporter of a concern wants the news; its id is the concern's.
      """
      CREATE TABLE notice_choice (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, channel TEXT NOT NULL, mail TEXT NOT NULL,
        language TEXT NOT NULL, quiet_from BIGINT NOT NULL, quiet_until BIGINT NOT NULL, only_duty BIGINT NOT NULL,
        changed_at BIGINT NOT NULL)
      """,
      "CREATE INDEX notice_choice_mail ON notice_choice (town, id) WHERE mail <> ''",
      // Addresses whose owner said that they are theirs, by keyed digest.
      "CREATE TABLE confirmed_address (town BIGINT NOT NULL, target TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (town, target))",
    ]),
  // News of an order: its concern is 0; `made_by` took the step.
  Migration(
    "0063-order-notices",
    ["ALTER TABLE notice ADD COLUMN work_order BIGINT", "ALTER TABLE notice ADD COLUMN made_by BIGINT"]),
]
