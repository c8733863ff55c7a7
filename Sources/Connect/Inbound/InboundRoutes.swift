import Governance
import People
import Store
import Values
import Web

struct InboundItemJSON: Encodable, Sendable {
  let id: ID<InboundRecord>
  let outcome: InboundOutcome
  let reason: String?
  let source: String
  let sender: String
  let number: String
  let at: Instant

  init(_ item: InboundItem) {
    (id, outcome, reason) = (item.id, item.outcome, item.reason?.rawValue)
    (source, sender, number, at) = (item.source, item.sender, item.number, item.at)
  }

  private init() {
    (id, outcome, reason, source) = (ID(1), .refused, NotTaken.automatic.rawValue, "")
    (sender, number, at) = ("l***@example.org", "", Instant(milliseconds: 1_790_000_000_000))
  }

  static let sample = InboundItemJSON()
}

struct MailboxJSON: Encodable, Sendable {
  let address: String
  let host: String
  let isOn: Bool
  let failures: Int
  let lastAnswer: String
  let readAt: Instant?

  init(_ mailbox: Mailbox) {
    (address, host, isOn) = (mailbox.address, mailbox.setup["host"] ?? "", mailbox.isOn)
    (failures, lastAnswer, readAt) = (mailbox.failures, mailbox.lastAnswer, mailbox.readAt)
  }

  private init() {
    (address, host, isOn, failures, lastAnswer) = ("town@example.org", "imap.example.org", true, 0, "")
    readAt = Instant(milliseconds: 1_790_000_000_000)
  }

  static let sample = MailboxJSON()
}

extension ReadingResult {
  static let sample = ReadingResult(taken: 1, added: 0, refused: 0, busy: false, fault: "")
}

extension Request {
  fileprivate func inboundView() async throws -> InboundView {
    var errors = FieldErrors()
    let outcome = query.choice("outcome", as: InboundOutcome.self, &errors)
    guard errors.isEmpty else { throw errors }
    let (town, after, limit) = (try town(), after(InboundRecord.self), limit())
    return try await app.database.read { tx in
      InboundView(
        mailbox: try tx.mailbox(of: town), hooks: try tx.hooks(of: town), villages: try tx.villages(of: town),
        hasOutgoing: try tx.transports(of: town).contains { $0.isOn && $0.kind == .mail },
        items: Page(try tx.inbound(of: town, outcome, before: after, limit: limit + 1), limit: limit) { "\($0.id)" },
        outcome: outcome)
    }
  }

  fileprivate func saveMailbox() async throws -> Answer {
    let (town, code, ledger) = (try town(), townCode, app.ledger)
    let (old, villages) = try await app.database.read { tx in
      (try tx.mailbox(of: town), try tx.villages(of: town))
    }
    let draft = try MailboxDraft(form, hasPassword: old?.sealed.isEmpty == false, villages: villages.map(\.id))
    try await draft.checkHost()
    let sealed =
      try draft.password.map { try ledger.sealed($0, for: Mailbox.purpose(town)) } ?? old?.sealed ?? ""
    let answer = try await write { w in
      try w.putMailbox(draft, sealed: sealed, isOther: draft.isOther(than: old), town: town)
      guard let mailbox = try w.tx.mailbox(of: town) else { throw NotFound() }
      return Outcome(Link.inbound(code) + "?saved=1", json: MailboxJSON(mailbox))
    }
    outbox.carrier.forget(town.value)
    return answer
  }

  fileprivate func readNow() async throws -> Answer {
    guard await app.limiter.allows("inbound-read:\(try town())", size: 20, minutes: 10, now: now) else {
      throw TooMany()
    }
    let result = try await MailboxReader(app: app, carrier: outbox.carrier).read(try town())
    if isAPI { return .json(try JSON.bytes(result), status: 200, etag: nil) }
    if result.busy { return .redirect(Link.inbound(townCode) + "?busy=1") }
    if result.fault != nil { return .redirect(Link.inbound(townCode)) }
    return .redirect(
      Link.inbound(townCode) + "?taken=\(result.taken)&added=\(result.added)&refused=\(result.refused)")
  }
}

private let mailboxParameters: [Parameter] =
  [
    Parameter("address", InboundStrings.address, required: true),
    Parameter("host", InboundStrings.host, required: true),
    Parameter("port", ConnectStrings.port), Parameter("security", ConnectStrings.security, of: MailSecurity.self),
    Parameter("user", ConnectStrings.user, required: true), Parameter("password", ConnectStrings.password),
    Parameter("default_village", InboundStrings.village, required: true),
    Parameter("reads_old", InboundStrings.readsOld),
  ] + counterpartParameters

let inboundRoutes: [Route] =
  [
    .get(
      "/t/{town}/inbound", needs: .can(.manageNotices), InboundStrings.summary,
      takes: [
        Parameter("outcome", InboundStrings.outcome, of: InboundOutcome.self), Parameter("after", InboundStrings.after),
      ],
      gives: Page(items: [InboundItemJSON.sample], next: nil)
    ) { request in
      let view = try await request.inboundView()
      let json = Page(items: view.items.items.map(InboundItemJSON.init), next: view.items.next)
      return try await request.answer(json: json) { request.inboundPage(view) }
    },
    .post(
      "/t/{town}/inbound", needs: .can(.manageNotices), InboundStrings.saveMailbox, takes: mailboxParameters,
      gives: MailboxJSON.sample,
      rejected: { request, errors in
        request.inboundPage(try await request.inboundView(), values: request.form, errors: errors)
      }
    ) { request in try await request.saveMailbox() },
    .post(
      "/t/{town}/inbound/reading", needs: .can(.manageNotices), InboundStrings.readNow, gives: ReadingResult.sample
    ) { request in try await request.readNow() },
  ] + hookRoutes
