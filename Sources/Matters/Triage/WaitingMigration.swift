import Store

/// Indexes of what waits for a clerk: partial, so that they stay as small as what waits.
package let waitingMigrations: [Migration] = [
  Migration(
    "0022-waiting",
    [
      // Concerns to be sorted, by the moment until which somebody must have accepted them.
      """
      CREATE INDEX concern_waiting ON concern (town, village, accept_by, id)
        WHERE state = 'received' AND sealed = 0 AND is_history = 0
      """,
      """
      CREATE INDEX concern_urgent ON concern (town, village, accept_by, id)
        WHERE state = 'received' AND sealed = 0 AND is_history = 0 AND urgency >= 2
      """,
      // Reporters still to be called. The two columns that never vary here make SQLite prefer it to outbox_call.
      """
      CREATE INDEX outbox_waiting ON outbox (town, village, wants_call, called_at, id)
        WHERE wants_call = 1 AND called_at IS NULL
      """,
      // Alarms whose time may be over.
      "CREATE INDEX alarm_waiting ON alarm (passes_at) WHERE acknowledged_at IS NULL AND level < 2",
    ]),
  Migration(
    "0025-waiting-history",
    [
      // Concerns of old registers to be sorted: no clock runs, so by when they were received.
      """
      CREATE INDEX concern_waiting_history ON concern (town, village, id)
        WHERE state = 'received' AND sealed = 0 AND is_history = 1
      """
    ]),
]
