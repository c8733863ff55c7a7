import Foundation
import Governance
import Store
import Values
import Web

/// What one reading of a mailbox did.
package struct ReadingResult: Encodable, Sendable {
  package var taken = 0
  package var added = 0
  package var refused = 0
  /// Whether another reading was under way.
  package var busy = false
  /// In the words of the mailbox or of libcurl; nil when all went well.
  package var fault: String?

  mutating func count(_ outcome: InboundOutcome?) {
    switch outcome {
    case .taken: taken += 1
    case .added: added += 1
    case .refused: refused += 1
    case nil: break
    }
  }
}

/// Reads the new letters of a town's mailbox: over IMAP, on threads of its own, a letter at a time, each with the mark up
/// to which was read, so that whatever ends the program no letter is lost and none is taken twice.
struct MailboxReader: Sendable {
  let app: App
  let carrier: Carrier

  /// Letters of one reading; the rest comes with the next.
  private static let mostLetters = 200
  private static let leaseSeconds = 180

  private struct Fault: Error { let words: String }

  func read(_ town: ID<Place>) async throws -> ReadingResult {
    let (now, name, holder) = (app.clock(), "mailbox \(town)", "\(app.holder.name) \(Secrets.token(bits: 40))")
    guard let mailbox = try await app.database.read({ tx in try tx.mailbox(of: town) }), mailbox.isOn else {
      throw NotFound()
    }
    var result = ReadingResult()
    guard try await app.database.lease(name, holder: holder, now: now, seconds: Self.leaseSeconds) else {
      result.busy = true
      return result
    }
    do { try await read(mailbox, &result) } catch let fault as Fault { result.fault = fault.words }
    // A connection that was kept would go on seeing the mailbox as it was when it was opened.
    carrier.forget(town.value)
    let (fault, end) = (result.fault, app.clock())
    let rest = fault == nil ? nil : end.adding(seconds: transportPause(failures: mailbox.failures + 1))
    try await app.database.write { tx in
      try tx.endReading(of: town, fault: fault, rest: rest, now: end)
      try tx.run("UPDATE lease SET until = 0 WHERE name = \(name) AND holder = \(holder)")
    }
    return result
  }

  private func read(_ mailbox: Mailbox, _ result: inout ReadingResult) async throws {
    let password = try mailbox.password(app.ledger)
    let wire = MailboxWire(mailbox: mailbox, password: password)
    let status = try await send([wire.status()], mailbox)[0]
    guard let validity = mailboxNumber("UIDVALIDITY", in: status.bytes) else { throw Fault(words: status.text) }
    let last = mailbox.validity == validity ? mailbox.lastUID : 0
    let first = firstDay(mailbox)
    let found = try await send([wire.search(after: last, since: first)], mailbox)[0]
    let new = mailboxSearch(found.bytes).filter { $0 > last }.sorted().prefix(Self.mostLetters)
    let laid = new.isEmpty ? [:] : mailboxLetters(try await send([wire.sizes(of: Array(new))], mailbox)[0].bytes)
    let wanted = new.filter { uid in
      guard let first, let arrived = laid[uid]?.arrived else { return true }
      return arrived >= first.start
    }
    guard !wanted.isEmpty else {
      return try await app.database.write { tx in
        try tx.reached(new.last ?? last, validity: validity, of: mailbox.town)
      }
    }
    let desk = try await LetterDesk(app, mailbox, validity: validity)
    for uid in wanted {
      let isLarge = (laid[uid]?.size ?? 0) > ReceivedLetter.mostBytes
      let letter = try await send([wire.letter(uid, validity: validity, headerOnly: isLarge)], mailbox)[0]
      result.count(try await desk.take(letter.bytes, uid: uid, isWhole: !isLarge))
    }
  }

  /// Before this day nothing is read: letters older than the mailbox's setting, or than what is remembered. Nil where
  /// the letters that lay there already are wanted too, the first time.
  private func firstDay(_ mailbox: Mailbox) -> Day? {
    let remembered = app.clock().day.adding(-letterDays)
    if mailbox.setup["reads_old"] == "1" { return mailbox.validity == nil ? nil : remembered }
    return max(mailbox.since.day, remembered)
  }

  private func send(_ exchanges: [Exchange], _ mailbox: Mailbox) async throws -> [Reply] {
    let replies = await carrier.send(exchanges, over: mailbox.town.value)
    for reply in replies {
      if reply.isPrivate { throw Fault(words: InboundStrings.privateAddress.zh) }
      if let fault = reply.fault {
        throw Fault(words: [fault, reply.text].filter { !$0.isEmpty }.joined(separator: ": "))
      }
    }
    return replies
  }
}

/// The commands to a mailbox (RFC 9051) and the addresses that they go to.
struct MailboxWire: Sendable {
  let mailbox: Mailbox
  let password: String

  private func exchange(_ path: String, _ command: String?, bytes: Int = 1 << 20) -> Exchange {
    let setup = mailbox.setup
    let scheme = setup["security"] == "tls" ? "imaps" : "imap"
    var exchange = Exchange(
      url: "\(scheme)://\(setup["host"] ?? ""):\(setup["port"] ?? "993")/\(path)",
      content: .mailbox(login: (setup["user"] ?? "", password), command: command),
      allowsPrivate: setup["allows_private"] == "1", authorities: setup["authorities"] ?? "")
    (exchange.mostBytes, exchange.seconds) = (bytes, 60)
    return exchange
  }

  func status() -> Exchange { exchange("", "STATUS INBOX (UIDVALIDITY UIDNEXT)") }

  /// The mailbox counts days by its own clock, which may be a day behind ours: a day more is searched.
  func search(after last: Int64, since day: Day?) -> Exchange {
    exchange("INBOX", "UID SEARCH UID \(last + 1):*" + (day.map { " SINCE \(mailboxDay($0.adding(-1)))" } ?? ""))
  }

  func sizes(of uids: [Int64]) -> Exchange {
    exchange("INBOX", "UID FETCH \(uids.map(String.init).joined(separator: ",")) (UID RFC822.SIZE INTERNALDATE)")
  }

  /// The whole letter, or its header where it is too large.
  func letter(_ uid: Int64, validity: Int64, headerOnly: Bool) -> Exchange {
    exchange(
      "INBOX;UIDVALIDITY=\(validity)/;UID=\(uid)" + (headerOnly ? "/;SECTION=HEADER" : ""), nil,
      bytes: ReceivedLetter.mostBytes + 65_536)
  }
}
