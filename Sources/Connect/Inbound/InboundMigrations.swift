import Store

package let mailboxEntity = Entity(
  "mailbox", except: ["validity", "last_uid", "failures", "paused_until", "read_at", "last_answer"])
package let hookEntity = Entity("inbound_hook")

let inboundMigrations: [Migration] = [
  Migration(
    "0055-inbound",
    [
      // The letter that a delivery answers, by its Message-ID; "" for what answers none.
      "ALTER TABLE delivery ADD COLUMN answers TEXT NOT NULL DEFAULT ''",
      // One a town; its id is the town's.
      """
      CREATE TABLE mailbox (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, setup TEXT NOT NULL, secret TEXT NOT NULL, village BIGINT NOT NULL,
        is_on BIGINT NOT NULL, since BIGINT NOT NULL, validity BIGINT, last_uid BIGINT NOT NULL,
        failures BIGINT NOT NULL, paused_until BIGINT, read_at BIGINT, last_answer TEXT NOT NULL)
      """,
      "CREATE INDEX mailbox_on ON mailbox (id) WHERE is_on = 1",
      """
      CREATE TABLE inbound_hook (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, name TEXT NOT NULL, setup TEXT NOT NULL, secret TEXT NOT NULL,
        village BIGINT NOT NULL, is_on BIGINT NOT NULL, made_at BIGINT NOT NULL, closed_at BIGINT)
      """,
      "CREATE INDEX inbound_hook_town ON inbound_hook (town, id)",
      // What came in, each once by its key. `hook` is nil for letters; `sender` a keyed digest.
      """
      CREATE TABLE inbound (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, hook BIGINT, key TEXT NOT NULL, outcome TEXT NOT NULL,
        reason TEXT NOT NULL, sender TEXT NOT NULL, shown TEXT NOT NULL, concern BIGINT, made_at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX inbound_key ON inbound (town, key)",
      "CREATE INDEX inbound_list ON inbound (town, id)",
      "CREATE INDEX inbound_outcome ON inbound (town, outcome, id)",
      "CREATE INDEX inbound_sender ON inbound (town, sender, made_at)",
    ])
]
