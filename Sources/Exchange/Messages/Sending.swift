import Connect
import Foundation
import Governance
import Mechanism
import Store
import Values
import Web
import WorkOrders

/// Seconds for which one copy of the program speaks with a system; longer than any sending takes.
private let leaseSeconds = 30

/// Sends what waits, each system for itself: one that does not answer holds no other up.
package func sendMessages(_ app: App, _ catalogues: Catalogues) async throws {
  let now = app.clock()
  let due = try await app.database.read { tx in try tx.connectorsDue(at: now) }
  await withTaskGroup(of: Void.self) { group in
    for id in due {
      group.addTask {
        do { try await empty(id, app, catalogues) } catch { app.log.error("exchange connector \(id): \(error)") }
      }
    }
  }
}

private func empty(_ id: ID<ConnectorRecord>, _ app: App, _ catalogues: Catalogues) async throws {
  let (ledger, holder, url) = (app.ledger, app.holder.name, app.settings.publicURL ?? "")
  while !Task.isCancelled {
    let began = try await app.write { w in
      try w.beginNext(of: id, holder: holder, ledger: ledger, publicURL: url, catalogues: catalogues)
    }
    switch began {
    case .none: return
    case .dropped: continue
    case .begun(let begun):
      let reply = await begun.post.send(over: id.value)
      let said = [reply.status == 0 ? "" : "\(reply.status)", reply.fault ?? reply.text].filter { !$0.isEmpty }
      let fate = (SendingFate(reply), said.joined(separator: " "))
      guard try await app.write({ w in try w.end(begun.message, with: fate, to: id) }) else { return }
    }
  }
}

/// A message on its way.
private struct Begun: Sendable {
  let message: ExchangeMessage
  let post: WebPost
}

private enum Beginning: Sendable {
  case none, dropped
  case begun(Begun)
}

/// What came of a message.
enum SendingFate: Sendable, Hashable {
  /// Theirs now, under this number ("" when they told none).
  case taken(number: String)
  /// They will not take it, however often it is tried.
  case refused
  /// Not now.
  case later
  /// Their system does not work.
  case unreachable

  init(_ reply: WebReply) { self.init(status: reply.status, text: reply.text, fault: reply.fault) }

  /// 409 with a number says that they have it already.
  init(status: Int, text: String, fault: String?) {
    let number = Self.number(in: text)
    switch status {
    case _ where fault != nil: self = .unreachable
    case 200...299: self = .taken(number: number ?? "")
    case 409 where number != nil: self = .taken(number: number ?? "")
    case 408, 425, 429: self = .later
    case 401, 403, 404, 405: self = .unreachable
    case 400...499: self = .refused
    default: self = .unreachable
    }
  }

  /// `number` of a JSON object, as text or number.
  private static func number(in text: String) -> String? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return nil }
    let found = (object["number"] as? String) ?? (object["number"] as? NSNumber)?.stringValue
    return found.map { String($0.prefix(80)) }
  }
}

extension Transaction {
  /// Connectors with something to send that do not rest. Indexes: exchange_connector_open, exchange_message_due.
  func connectorsDue(at now: Instant) throws -> [ID<ConnectorRecord>] {
    try rows(
      """
      SELECT c.id FROM exchange_connector c
      WHERE c.closed_at IS NULL AND c.is_on = 1 AND c.url <> '' AND (c.paused_until IS NULL OR c.paused_until <= \(now))
        AND EXISTS (SELECT 1 FROM exchange_message m
          WHERE m.connector = c.id AND m.state = 'waiting' AND m.next_at <= \(now))
      ORDER BY c.id
      """
    ).map { try $0.id("id") }
  }
}

extension Write {
  /// Takes the next message of a connector in hand, under its lease: written down before it goes.
  fileprivate func beginNext(
    of id: ID<ConnectorRecord>, holder: String, ledger: Ledger, publicURL: String, catalogues: Catalogues
  ) throws -> Beginning {
    let found = try tx.row("SELECT * FROM exchange_connector WHERE id = \(id) AND closed_at IS NULL")
    guard let connector = try found.map(Connector.init), connector.isOn, !connector.url.isEmpty,
      connector.pausedUntil.map({ $0 <= now }) ?? true,
      try tx.lease("exchange \(id)", holder: holder, now: now, seconds: leaseSeconds),
      let row = try tx.row(
        """
        SELECT * FROM exchange_message WHERE connector = \(id) AND state = 'waiting' AND next_at <= \(now)
        ORDER BY next_at, id LIMIT 1
        """)
    else { return .none }
    let message = try ExchangeMessage(row)
    let (content, order) = try tx.content(
      of: message, to: connector, publicURL: publicURL, now: now, catalogues: catalogues)
    if message.kind == .handed, !order.state.isOpen || message.endedAt != nil {
      try settle(message, .dropped, answer: "")
      return .dropped
    }
    // Begun before and not ended: the program stopped while it was on its way.
    let repeated = row.optionalInstant("began_at") == nil ? 0 : 1
    try tx.run(
      """
      UPDATE exchange_message SET began_at = \(now), sent_at = \(now), attempts = attempts + 1,
        repeats = repeats + \(repeated)
      WHERE id = \(message.id)
      """)
    if content.disclosure != nil {
      try record(
        "exchangeContacts", Touched(messageEntity, message.id), town: message.key.town, village: message.key.village,
        note: connector.fields.map(\.rawValue).joined(separator: ","))
    }
    let post = try post(content, to: connector, ledger)
    return .begun(Begun(message: message, post: post))
  }

  /// The signed request under the message's fixed key.
  private func post(_ content: OrderContent, to connector: Connector, _ ledger: Ledger) throws -> WebPost {
    let (body, seconds) = (try JSON.bytes(content), now.milliseconds / 1000)
    let signed = signature(of: Seal.signed(body, at: seconds), key: try connector.key(ledger))
    return WebPost(
      url: connector.url,
      headers: [
        "Content-Type: application/json; charset=utf-8", "Idempotency-Key: \(content.id)",
        "X-Sanshi-Time: \(seconds)", "X-Sanshi-Signature: \(signed)",
      ], body: body, allowsPrivate: connector.allowsPrivate, authorities: connector.authorities)
  }

  /// Writes down what came of it; whether the connector may go on.
  fileprivate func end(_ message: ExchangeMessage, with fate: (SendingFate, String), to id: ID<ConnectorRecord>) throws
    -> Bool
  {
    let answer = String(fate.1.map { $0.isNewline ? " " : $0 }.prefix(300))
    switch fate.0 {
    case .taken(let number):
      try settle(message, .sent, answer: answer, number: number)
    case .refused:
      try settle(message, .failed, answer: answer)
    case .later:
      let attempts = message.attempts + 1
      guard let pause = retryPause(attempts: attempts) else {
        try settle(message, .failed, answer: answer)
        return true
      }
      try again(message, at: now.adding(seconds: pause), answer)
    case .unreachable:
      try again(message, at: now, answer)
      let failures = try tx.count("SELECT failures FROM exchange_connector WHERE id = \(id)") + 1
      try tx.run(
        """
        UPDATE exchange_connector SET failures = \(failures), last_answer = \(answer),
          paused_until = \(now.adding(seconds: transportPause(failures: failures)))
        WHERE id = \(id)
        """)
      return false
    }
    try endRest(of: id)
    return true
  }

  /// It works again.
  func endRest(of id: ID<ConnectorRecord>) throws {
    try tx.run(
      "UPDATE exchange_connector SET failures = 0, paused_until = NULL, last_answer = '' WHERE id = \(id) AND failures > 0"
    )
  }

  private func again(_ message: ExchangeMessage, at next: Instant, _ answer: String) throws {
    try tx.run(
      """
      UPDATE exchange_message SET began_at = NULL, next_at = \(next), answer = \(answer)
      WHERE id = \(message.id) AND state = 'waiting'
      """)
  }

  /// An answer of theirs may have come before: what they have told already stays.
  func settle(_ message: ExchangeMessage, _ state: MessageState, answer: String, number: String = "") throws {
    let ended: Instant? = message.kind == .recalled ? now : nil
    let changed = try tx.run(
      """
      UPDATE exchange_message SET state = \(state.rawValue), began_at = NULL, answer = \(answer),
        ended_at = COALESCE(ended_at, \(ended)),
        their_number = CASE WHEN \(number) = '' THEN their_number ELSE \(number) END
      WHERE id = \(message.id) AND (state = 'waiting' OR state = 'sent')
      """)
    guard changed == 1 else { return }
    let kind =
      switch state {
      case .sent: "exchangeSent"
      case .failed: "exchangeFailed"
      default: "exchangeDropped"
      }
    try record(kind, Touched(messageEntity, message.id), town: message.key.town, village: message.key.village)
  }
}
