import Foundation
import Governance
import Store
import Values
import Web

/// A delivery that has been begun: its message, and what came of it.
struct Begun: Sendable {
  let id: ID<DeliveryRecord>
  let message: Message
}

/// One step of emptying a transport: what came of the last messages is written, and the next ones are begun, in one
/// transaction. So whatever ends the program, at most the messages begun here are sent again, and their record says so.
struct Turn {
  let tx: Transaction
  let ledger: Ledger
  let publicURL: String?
  let transport: Transport
  let now: Instant
  /// False when the program is about to end: what came is written and nothing else begun.
  let begins: Bool

  /// Seconds for which a transport is held; longer than any sending takes.
  static let leaseSeconds = 30

  /// Nil when there is nothing more to send now, or another copy of the program does it.
  func run(_ outcomes: [(ID<DeliveryRecord>, Fate)], holder: String) throws -> [Begun]? {
    for (id, outcome) in outcomes { try write(outcome, of: id) }
    let failed = outcomes.contains { if case .unreachable = $0.1 { true } else { false } }
    if failed {
      try rest(outcomes)
      return nil
    }
    if transport.failures > 0, !outcomes.isEmpty {
      try tx.run("UPDATE transport SET failures = 0, paused_until = NULL, last_answer = '' WHERE id = \(transport.id)")
    }
    guard begins, transport.isOn, transport.pausedUntil.map({ $0 <= now }) ?? true,
      try tx.lease("transport \(transport.id)", holder: holder, now: now, seconds: Self.leaseSeconds)
    else { return nil }
    let rows = try tx.rows(
      """
      SELECT * FROM delivery
      WHERE transport = \(transport.id) AND state = 'waiting' AND next_at <= \(now)
      ORDER BY next_at, id LIMIT \(transport.window)
      """)
    return rows.isEmpty ? nil : try rows.compactMap(begin)
  }

  // MARK: What came of it

  private func write(_ outcome: Fate, of id: ID<DeliveryRecord>) throws {
    switch outcome {
    case .accepted(let answer): try end(id, .sent, answer)
    case .refused(let answer): try end(id, .failed, answer)
    case .later(let answer):
      let attempts = try tx.count("SELECT attempts FROM delivery WHERE id = \(id)")
      guard let pause = retryPause(attempts: attempts) else { return try end(id, .failed, answer) }
      try again(id, at: now.adding(seconds: pause), answer)
    case .unreachable(let answer): try again(id, at: now, answer)
    case .untouched:
      try tx.run(
        "UPDATE delivery SET began_at = NULL, attempts = attempts - 1, sent_at = NULL WHERE id = \(id) AND state = 'waiting'"
      )
    }
  }

  /// A receipt may have come before the answer: what arrived stays arrived.
  private func end(_ id: ID<DeliveryRecord>, _ state: DeliveryState, _ answer: String) throws {
    // Where an answer to a letter went is not kept beside its concern: the sender may have written of staff.
    let forgotten: SQL =
      state == .sent
      ? ", address = CASE WHEN answers = '' THEN address ELSE '' END, body = CASE WHEN answers = '' THEN body ELSE '' END"
      : ""
    try tx.run(
      """
      UPDATE delivery SET state = \(state.rawValue), began_at = NULL, answer = \(Self.short(answer))\(forgotten)
      WHERE id = \(id) AND state = 'waiting'
      """)
  }

  private func again(_ id: ID<DeliveryRecord>, at next: Instant, _ answer: String) throws {
    try tx.run(
      """
      UPDATE delivery SET began_at = NULL, next_at = \(next), answer = \(Self.short(answer))
      WHERE id = \(id) AND state = 'waiting'
      """)
  }

  private static func short(_ answer: String) -> String {
    String(answer.map { $0.isNewline ? " " : $0 }.prefix(300))
  }

  /// The transport rests, longer each time.
  private func rest(_ outcomes: [(ID<DeliveryRecord>, Fate)]) throws {
    let answer =
      outcomes.lazy.compactMap { if case .unreachable(let answer) = $0.1 { answer } else { nil } }.first ?? ""
    let until = now.adding(seconds: transportPause(failures: transport.failures + 1))
    try tx.run(
      """
      UPDATE transport SET failures = failures + 1, paused_until = \(until), last_answer = \(Self.short(answer))
      WHERE id = \(transport.id)
      """)
  }

  // MARK: The next

  /// Nil when it is not to be sent, or not now.
  private func begin(_ row: Row) throws -> Begun? {
    let id: ID<DeliveryRecord> = try row.id("id")
    guard try row.instant("made_at") > now.adding(days: -newsDays) else { return try drop(id, .tooOld) }
    guard let recipient = try recipient(of: row) else { return try drop(id, .otherWay) }
    let known = target(recipient.address, ledger)
    let first = try firstTime(recipient, known)
    if first > now { return try put(id, off: first) }
    // Begun before and not ended: the program stopped while it was on its way.
    let repeated = row.optionalInstant("began_at") == nil ? 0 : 1
    try tx.run(
      """
      UPDATE delivery SET began_at = \(now), sent_at = \(now), attempts = attempts + 1, repeats = repeats + \(repeated),
        target = \(known)
      WHERE id = \(id)
      """)
    let message = Message(
      key: deliveryKey(id), to: recipient.address, subject: try row.text("subject"), body: try row.text("body"),
      off: recipient.off, answers: try row.text("answers"))
    return Begun(id: id, message: message)
  }

  private struct Recipient {
    var address: String
    var quiet = QuietHours.none
    /// Whether so many messages a day are the limit.
    var isLimited = false
    var off = ""
  }

  private func recipient(of row: Row) throws -> Recipient? {
    if transport.kind.isRobot { return Recipient(address: "") }
    let given = try row.text("address")
    if !given.isEmpty { return Recipient(address: given) }
    if let account = row.optionalID("account", as: Account.self) {
      guard let person = try tx.preference(of: account), person.channel.transport == transport.kind else { return nil }
      return person.address.isEmpty ? nil : Recipient(address: person.address, quiet: person.quiet)
    }
    guard let concern = row.optionalID("concern", as: Concern.self),
      let reporter = try tx.reporters(of: [concern])[concern], reporter.choice.channel.transport == transport.kind,
      !reporter.address.isEmpty
    else { return nil }
    let off = publicURL.map { $0 + Link.noticeOff(PurposeSecret.notices(concern, ledger).text) } ?? ""
    return Recipient(
      address: reporter.address, quiet: reporter.choice.quiet, isLimited: transport.kind == .sms,
      off: transport.kind == .mail ? off : "")
  }

  private func firstTime(_ recipient: Recipient, _ known: String) throws -> Instant {
    var first = recipient.quiet.firstAllowed(from: now)
    guard recipient.isLimited, try !tx.isConfirmed(known, town: transport.town) else { return first }
    let sent = try tx.count(
      "SELECT COUNT(*) AS n FROM delivery WHERE target = \(known) AND sent_at >= \(now.day.start)")
    first = max(first, nextToUnconfirmed(sent: sent, now: now))
    return first
  }

  private func drop(_ id: ID<DeliveryRecord>, _ why: Dropped) throws -> Begun? {
    try tx.run(
      "UPDATE delivery SET state = 'dropped', began_at = NULL, answer = \(why.rawValue) WHERE id = \(id)")
    return nil
  }

  private func put(_ id: ID<DeliveryRecord>, off next: Instant) throws -> Begun? {
    try tx.run("UPDATE delivery SET next_at = \(next), began_at = NULL WHERE id = \(id)")
    return nil
  }
}
