import Store
import Values

/// Days for which it is kept what came in; a letter is read for `letterDays`, so that none is taken twice.
let (inboundDays, letterDays) = (90, 30)

extension Transaction {
  /// The mailbox of a town; nil when none is set up. Key: mailbox (id).
  func mailbox(of town: ID<Place>) throws -> Mailbox? {
    try row("SELECT * FROM mailbox WHERE id = \(town)").map(Mailbox.init)
  }

  /// Towns whose mailbox is to be read and does not rest. Index: mailbox_on.
  func mailboxesDue(at now: Instant) throws -> [ID<Place>] {
    try rows(
      "SELECT id FROM mailbox WHERE is_on = 1 AND (paused_until IS NULL OR paused_until <= \(now)) ORDER BY id"
    ).map { try $0.id("id") }
  }

  func hasCome(_ key: String, town: ID<Place>) throws -> Bool {
    try row("SELECT id FROM inbound WHERE town = \(town) AND key = \(key)") != nil
  }

  /// Letters of one sender today. Index: inbound_sender.
  func letters(of sender: String, town: ID<Place>, since start: Instant) throws -> Int {
    try count(
      "SELECT COUNT(*) AS n FROM inbound WHERE town = \(town) AND sender = \(sender) AND made_at >= \(start)")
  }

  /// What came in, newest first, those before `last`. Indexes: inbound_list, inbound_outcome.
  func inbound(
    of town: ID<Place>, _ outcome: InboundOutcome?, before last: ID<InboundRecord>?, limit: Int
  ) throws -> [InboundItem] {
    let narrowed: SQL = outcome.map { "AND i.outcome = \($0.rawValue)" } ?? ""
    return try rows(
      """
      SELECT i.*, c.number AS number, h.name AS hook_name FROM inbound i
      LEFT JOIN concern c ON c.id = i.concern AND c.sealed = 0 LEFT JOIN inbound_hook h ON h.id = i.hook
      WHERE i.town = \(town) \(narrowed) AND i.id < \(last ?? .max) ORDER BY i.id DESC LIMIT \(limit)
      """
    ).map(InboundItem.init)
  }

  /// The concern and addressee of a delivery, for a letter that answers it.
  func answered(_ delivery: ID<DeliveryRecord>, town: ID<Place>) throws -> (concern: ID<Concern>, target: String)? {
    let row = try row(
      "SELECT concern, target FROM delivery WHERE id = \(delivery) AND town = \(town) AND concern IS NOT NULL")
    return try row.map { (try $0.id("concern"), try $0.text("target")) }
  }

  /// How reading ended; a failure lets the mailbox rest.
  func endReading(of town: ID<Place>, fault: String?, rest until: Instant?, now: Instant) throws {
    try run(
      """
      UPDATE mailbox SET read_at = \(now), last_answer = \(String((fault ?? "").prefix(300))), paused_until = \(until),
        failures = (failures + 1) * \(fault == nil ? 0 : 1)
      WHERE id = \(town)
      """)
  }

  /// Remembers up to which letter the mailbox was read.
  func reached(_ uid: Int64, validity: Int64, of town: ID<Place>) throws {
    try run("UPDATE mailbox SET validity = \(validity), last_uid = \(uid) WHERE id = \(town)")
  }

  /// Whether there was something to forget. Index: inbound_list.
  func forgetInbound(of town: ID<Place>, now: Instant) throws -> Bool {
    let border: ID<InboundRecord> = IDs.first(at: now.adding(days: -inboundDays))
    return try run(
      "DELETE FROM inbound WHERE id IN (SELECT id FROM inbound WHERE town = \(town) AND id < \(border) LIMIT 500)") > 0
  }
}

/// What came in, to be written down.
struct NewInbound: Sendable {
  let town: ID<Place>
  var hook: ID<HookRecord>?
  let key: String
  var outcome = InboundOutcome.refused
  var reason: NotTaken?
  var sender = ""
  var shown = ""
  var concern: ID<Concern>?
}

extension Write {
  /// False when it came before: then nothing else may be written for it.
  func keep(_ new: NewInbound) throws -> Bool {
    try tx.run(
      """
      INSERT INTO inbound (id, town, hook, key, outcome, reason, sender, shown, concern, made_at)
      VALUES (\(ids.next(InboundRecord.self)), \(new.town), \(new.hook), \(new.key), \(new.outcome.rawValue),
        \(new.reason?.rawValue ?? ""), \(new.sender), \(new.shown), \(new.concern), \(now))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  /// Puts the mailbox as it shall be. Another mailbox than before is read from its beginning. Event `mailboxChanged`.
  func putMailbox(_ draft: MailboxDraft, sealed: String, isOther: Bool, town: ID<Place>) throws {
    let setup = try Transport.text(draft.setup)
    try tx.run(
      """
      INSERT INTO mailbox (id, town, setup, secret, village, is_on, since, last_uid, failures, last_answer)
      VALUES (\(town), \(town), \(setup), \(sealed), \(draft.village), \(draft.isOn), \(now), 0, 0, '')
      ON CONFLICT (id) DO UPDATE SET setup = excluded.setup, secret = excluded.secret, village = excluded.village,
        is_on = excluded.is_on, failures = 0, paused_until = NULL, last_answer = ''
      """)
    if isOther {
      try tx.run("UPDATE mailbox SET since = \(now), validity = NULL, last_uid = 0 WHERE id = \(town)")
    }
    try record("mailboxChanged", Touched(mailboxEntity, town), town: town)
  }
}
