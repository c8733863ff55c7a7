import Values

/// A running write by one person: the transaction, who, when, and what every write needs: ids, the event chain, the
/// outbox, counters. Everything done through it commits together or not at all.
package struct Write {
  package let tx: Transaction
  /// The signed-in person; nil for a resident without account or the program itself.
  package let actor: ID<Account>?
  package let now: Instant
  package let ids: IDs
  let ledger: Ledger

  package init(tx: Transaction, actor: ID<Account>?, now: Instant, ids: IDs, ledger: Ledger) {
    (self.tx, self.actor, self.now, self.ids, self.ledger) = (tx, actor, now, ids, ledger)
  }

  /// Appends the event of this change. `note` holds codes and numbers, never names, contact data or a concern's words.
  /// The subject's row and all of `touching` are vouched for as they stand now, so call it after the change.
  package func record(
    _ kind: String, _ subject: Touched, town: ID<Place>?, village: ID<Place>? = nil, note: String = "",
    touching: [Touched] = []
  ) throws {
    try ledger.append(
      NewEvent(
        town: town?.value ?? 0, village: village?.value, at: now, actor: actor, kind: kind, subject: subject,
        note: note,
        touching: touching + [subject]), in: tx)
  }

  /// The token of `Ledger.token(for:)`.
  package func token(for purpose: String) -> String { ledger.token(for: purpose) }

  /// Deletes the digests of rows that a keeping rule or a person's right has erased, and writes the `erased` event.
  /// Call it after the rows were deleted or emptied; emptied rows are vouched for anew.
  package func erase(_ rows: [Touched], town: ID<Place>, village: ID<Place>?, rule: String) throws {
    guard let first = rows.first else { return }
    for row in rows {
      try tx.run(
        """
        DELETE FROM event_row
        WHERE town = \(town) AND entity = \(row.entity.table) AND row_id = \(row.id)
        """)
    }
    try record("erased", first, town: town, village: village, note: rule, touching: rows)
  }

  /// Adds to a counter, which stands in the same transaction as what it counts.
  package func count(_ name: String, town: ID<Place>, village: ID<Place>, by step: Int = 1) {
    tx.add(step, to: Counter(town: town.value, village: village.value, name: name))
  }

  /// Adds one to a counter and gives what it is now.
  package func next(_ name: String, town: ID<Place>, village: ID<Place>) throws -> Int {
    try tx.count(
      """
      INSERT INTO counter (town, village, name, n) VALUES (\(town), \(village), \(name), 1)
      ON CONFLICT (town, village, name) DO UPDATE SET n = counter.n + 1 RETURNING n
      """)
  }

  /// Tells a reporter: a line on the tracking page, and a line of the call list when `call` is given. Transports read
  /// the same rows later.
  package func tell(
    _ concern: ID<Concern>, town: ID<Place>, village: ID<Place>, key: String, _ text: Text, call: Text? = nil
  ) throws {
    try tx.send(
      """
      INSERT INTO outbox (id, town, village, concern, key, text_zh, text_en, call_zh, made_at, wants_call)
      VALUES (\(ids.next(Concern.self)), \(town), \(village), \(concern), \(key), \(text.zh), \(text.en),
        \(call?.zh ?? ""), \(now), \(call != nil))
      """)
  }
}
