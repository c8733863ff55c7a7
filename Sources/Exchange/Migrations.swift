import Store

package let connectorEntity = Entity("exchange_connector", except: ["failures", "paused_until", "last_answer"])
package let messageEntity = Entity(
  "exchange_message", except: ["attempts", "repeats", "next_at", "began_at", "sent_at", "answer", "batch"])
package let callbackEntity = Entity("exchange_callback")
package let fileEntity = Entity("exchange_file")

let exchangeMigrations: [Migration] = [
  Migration(
    "0080-exchange",
    [
      // A system of another authority. Without `url` orders go and come by file. `mapping` is a table of its own (TSV).
      """
      CREATE TABLE exchange_connector (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL,
        offices TEXT NOT NULL, levels TEXT NOT NULL, mapping TEXT NOT NULL, fields TEXT NOT NULL, purpose TEXT NOT NULL,
        receiver TEXT NOT NULL, allows_private BIGINT NOT NULL, authorities TEXT NOT NULL, is_on BIGINT NOT NULL,
        failures BIGINT NOT NULL, paused_until BIGINT, last_answer TEXT NOT NULL, made_at BIGINT NOT NULL,
        closed_at BIGINT)
      """,
      "CREATE INDEX exchange_connector_town ON exchange_connector (town, id)",
      "CREATE INDEX exchange_connector_open ON exchange_connector (id) WHERE closed_at IS NULL",
      // An order told to a system, or recalled from it. What it says is put together when it is sent.
      """
      CREATE TABLE exchange_message (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, village BIGINT NOT NULL, connector BIGINT NOT NULL,
        work_order BIGINT NOT NULL, kind TEXT NOT NULL, handed_at BIGINT NOT NULL, state TEXT NOT NULL,
        attempts BIGINT NOT NULL, repeats BIGINT NOT NULL, next_at BIGINT NOT NULL, began_at BIGINT, sent_at BIGINT,
        made_at BIGINT NOT NULL, answer TEXT NOT NULL, their_number TEXT NOT NULL, their_status TEXT NOT NULL,
        ended_at BIGINT)
      """,
      "CREATE INDEX exchange_message_due ON exchange_message (connector, next_at, id) WHERE state = 'waiting'",
      "CREATE INDEX exchange_message_oldest ON exchange_message (made_at) WHERE state = 'waiting'",
      "CREATE INDEX exchange_message_list ON exchange_message (town, connector, id)",
      "CREATE INDEX exchange_message_state ON exchange_message (town, connector, state, id)",
      "CREATE INDEX exchange_message_out ON exchange_message (town, connector, id) WHERE ended_at IS NULL",
      "CREATE INDEX exchange_message_order ON exchange_message (town, work_order, connector, id)",
      // What a system told us, each once by its own key. `content` is a digest; the words stand in the order's steps.
      """
      CREATE TABLE exchange_callback (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, connector BIGINT NOT NULL, call_key TEXT NOT NULL,
        content TEXT NOT NULL, message BIGINT, status TEXT NOT NULL, refusal TEXT NOT NULL, made_at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX exchange_callback_key ON exchange_callback (connector, call_key)",
      "CREATE INDEX exchange_callback_list ON exchange_callback (town, connector, id)",
      // Up to which event of its chain a town's orders have been looked at.
      "CREATE TABLE exchange_seen (town BIGINT PRIMARY KEY, seq BIGINT NOT NULL)",
    ]),
  Migration(
    "0081-exchange-folders",
    [
      // `folder` or `sftp` where orders go by files in a folder; null as before. What is set of it is JSON.
      "ALTER TABLE exchange_connector ADD COLUMN way TEXT",
      "ALTER TABLE exchange_connector ADD COLUMN folder TEXT",
      "ALTER TABLE exchange_connector ADD COLUMN folder_secret TEXT",
      // A file that went out or came in by a folder. Until it is out its messages wait.
      """
      CREATE TABLE exchange_file (
        id BIGINT PRIMARY KEY, town BIGINT NOT NULL, connector BIGINT NOT NULL, direction TEXT NOT NULL,
        name TEXT NOT NULL, digest TEXT NOT NULL, state TEXT NOT NULL, orders BIGINT NOT NULL, result TEXT NOT NULL,
        made_at BIGINT NOT NULL)
      """,
      "CREATE INDEX exchange_file_list ON exchange_file (town, connector, id)",
      "CREATE INDEX exchange_file_begun ON exchange_file (town, connector, id) WHERE state = 'begun'",
      "CREATE INDEX exchange_file_digest ON exchange_file (town, connector, digest, id)",
      "ALTER TABLE exchange_message ADD COLUMN batch BIGINT",
      "CREATE INDEX exchange_message_batch ON exchange_message (town, connector, batch, id) WHERE batch IS NOT NULL",
    ]),
]
