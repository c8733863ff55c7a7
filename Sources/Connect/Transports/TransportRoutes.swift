import Governance
import People
import Store
import Values
import Web

struct TransportJSON: Encodable, Sendable {
  let id: ID<TransportRecord>
  let kind: TransportKind
  let name: String
  let isOn: Bool
  /// What is set, without the secrets.
  let setup: [String: String]
  let failures: Int
  let pausedUntil: Instant?
  let lastAnswer: String

  init(_ transport: Transport) {
    (id, kind, name, isOn) = (transport.id, transport.kind, transport.name, transport.isOn)
    (setup, failures, pausedUntil) = (transport.setup, transport.failures, transport.pausedUntil)
    lastAnswer = transport.lastAnswer
  }

  private init() {
    (id, kind, name, isOn, setup) = (ID(1), .mail, "青山镇", true, ["host": "mail.example.org", "port": "587"])
    (failures, pausedUntil, lastAnswer) = (0, Instant(milliseconds: 1_790_000_000_000), "")
  }

  static let sample = TransportJSON()
}

extension Request {
  var townCode: String { parameters["town"] ?? "" }

  fileprivate func kindOfForm() throws -> TransportKind {
    let text = form["kind"].isEmpty ? query["kind"] : form["kind"]
    guard let kind = TransportKind(rawValue: text) else {
      throw FieldErrors("kind", WebWords.oneOf(TransportKind.allCases.map(\.rawValue)))
    }
    return kind
  }

  fileprivate func transport() async throws -> Transport {
    let (id, town) = (try id("transport", as: TransportRecord.self), try town())
    return try await app.database.read { tx in try tx.transport(id, town: town) }
  }

  /// The villages of the town, for robots that bring the news of one.
  fileprivate func villages() async throws -> [PlaceRow] {
    let town = try town()
    return try await app.database.read { tx in
      try tx.villages(of: town)
    }
  }

  /// Checks what was typed, then writes it; gives the transport anew.
  fileprivate func save(_ id: ID<TransportRecord>, kind: TransportKind, existing: Transport?) async throws -> Answer {
    let (town, code) = (try town(), townCode)
    let old = try existing?.secrets(app.ledger) ?? [:]
    let draft = try TransportDraft(
      form, kind: kind, hasSecrets: Set(old.filter { !$0.value.isEmpty }.keys), villages: try await villages().map(\.id)
    )
    try await draft.checkHost()
    let sealed = try Transport.sealed(old.merging(draft.secrets) { $1 }, for: id, app.ledger)
    let answer = try await write { w in
      try w.putTransport(id, draft, sealed: sealed, town: town)
      return Outcome(
        Link.transport(code, id) + "?saved=1", json: TransportJSON(try w.tx.transport(id, town: town)),
        created: existing == nil)
    }
    outbox.carrier.forget(id.value)
    return answer
  }
}

private let draftParameters: [Parameter] =
  [
    Parameter("name", ConnectStrings.name, required: true),
    Parameter("host", ConnectStrings.host), Parameter("port", ConnectStrings.port),
    Parameter("security", ConnectStrings.security, of: MailSecurity.self), Parameter("from", ConnectStrings.from),
    Parameter("user", ConnectStrings.user), Parameter("password", ConnectStrings.password),
    Parameter("url", ConnectStrings.url), Parameter("form", ConnectStrings.form, of: Gateway.Form.self),
    Parameter("template", ConnectStrings.template), Parameter("success", ConnectStrings.success),
    Parameter("honours_keys", ConnectStrings.honoursKeys), Parameter("signing_key", ConnectStrings.signingKey),
    Parameter("header", ConnectStrings.header), Parameter("webhook", ConnectStrings.webhook),
    Parameter("robot_secret", ConnectStrings.robotSecret), Parameter("village", ConnectStrings.robotVillage),
    Parameter("language", ConnectStrings.language, of: Language.self),
  ] + counterpartParameters

let transportRoutes: [Route] = [
  .get("/t/{town}/notices", needs: .can(.manageNotices), ConnectStrings.sending, gives: [TransportJSON.sample]) {
    request in
    let town = try request.town()
    let (transports, counts) = try await request.app.database.read { tx in
      (try tx.transports(of: town), try tx.deliveryCounts(of: town))
    }
    return try await request.answer(json: transports.map(TransportJSON.init)) {
      request.transportsPage(transports, counts)
    }
  },
  .get(
    "/t/{town}/notices/transports/new", needs: .can(.manageNotices), ConnectStrings.newTransport,
    takes: [Parameter("kind", ConnectStrings.kind, required: true, of: TransportKind.self)], mount: .page
  ) { request in
    let kind = try request.kindOfForm()
    return .page(
      request.transportPage(kind, nil, values: Form(fields: kind.defaults), villages: try await request.villages()))
  },
  .post(
    "/t/{town}/notices/transports", needs: .can(.manageNotices), ConnectStrings.newTransport,
    takes: [Parameter("kind", ConnectStrings.kind, required: true, of: TransportKind.self)] + draftParameters,
    gives: TransportJSON.sample,
    rejected: { request, errors in
      request.transportPage(
        try request.kindOfForm(), nil, values: request.form, villages: try await request.villages(), errors: errors)
    }
  ) { request in
    try await request.save(request.app.ids.next(), kind: try request.kindOfForm(), existing: nil)
  },
  .get(
    "/t/{town}/notices/transports/{transport}", needs: .can(.manageNotices), ConnectStrings.oneTransport,
    gives: TransportJSON.sample
  ) { request in
    let transport = try await request.transport()
    return try await request.answer(json: TransportJSON(transport)) {
      request.transportPage(
        transport.kind, transport, values: transport.form, villages: try await request.villages())
    }
  },
  .post(
    "/t/{town}/notices/transports/{transport}", needs: .can(.manageNotices), ConnectStrings.save,
    takes: draftParameters, gives: TransportJSON.sample,
    rejected: { request, errors in
      let transport = try await request.transport()
      return request.transportPage(
        transport.kind, transport, values: request.form, villages: try await request.villages(), errors: errors)
    }
  ) { request in
    let transport = try await request.transport()
    return try await request.save(transport.id, kind: transport.kind, existing: transport)
  },
  .post(
    "/t/{town}/notices/transports/{transport}/test", needs: .can(.manageNotices), ConnectStrings.sendTest,
    takes: [Parameter("to", ConnectStrings.testTo)], gives: DeliveryJSON.sample,
    rejected: { request, errors in
      let transport = try await request.transport()
      return request.transportPage(
        transport.kind, transport, values: transport.form, villages: try await request.villages(), testErrors: errors)
    }
  ) { request in
    let transport = try await request.transport()
    let to = try testAddress(request.form, transport.kind)
    let (town, code, name) = (try request.town(), request.townCode, request.place?.name ?? Text(same: ""))
    let l = request.reader.language
    return try await request.write { w in
      let delivery = try w.sendTest(over: transport, to: to, town: town, name: name, l)
      return Outcome(Link.deliveries(code), json: DeliveryJSON(delivery), created: true)
    }
  },
  .post(
    "/t/{town}/notices/transports/{transport}/closure", needs: .can(.manageNotices), ConnectStrings.closeTransport,
    gives: DoneJSON()
  ) { request in
    let (transport, town, code) = (try await request.transport(), try request.town(), request.townCode)
    return try await request.write { w in
      try w.closeTransport(transport.id, town: town)
      return Outcome(Link.transports(code), json: DoneJSON())
    }
  },
]

/// Where a test message goes.
private func testAddress(_ form: Form, _ kind: TransportKind) throws(FieldErrors) -> String {
  if kind.isRobot { return "" }
  var errors = FieldErrors()
  var to = form.required("to", max: 254, &errors) ?? ""
  if kind == .mail, let fault = mailError(to) { errors.add("to", fault) }
  if kind == .sms {
    let phone = normalizedPhone(to)
    if !to.isEmpty, !isMobile(phone) { errors.add("to", ConnectStrings.notAMobile) }
    to = phone
  }
  guard errors.isEmpty else { throw errors }
  return to
}

/// The answer of a write that has nothing more to tell.
struct DoneJSON: Encodable, Sendable {
  let done = true

  private enum CodingKeys: String, CodingKey { case done }
}
